"""What a test leaves behind: windows, threads, files such as a project's database, and listeners of what lives on."""

import gc
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil


@dataclass(frozen=True)
class Held:
    """What the process holds at one moment."""

    windows: frozenset[Any]
    threads: frozenset[threading.Thread]
    files: frozenset[str]


def held(folder: Path) -> Held:
    """Return what is held now; of files those that lie in that folder."""
    files = frozenset(path for path in _open_files() if _lies_in(folder, path))
    return Held(_windows(), frozenset(threading.enumerate()), files)


def leaked_since(before: Held, folder: Path, patience: float = 5.0) -> list[str]:
    """Return in words what is held now and was not before; threads have so many seconds to end by themselves."""
    _delete_what_waits_for_it()
    now = held(folder)
    if now.windows <= before.windows and now.threads <= before.threads and now.files <= before.files:
        return []
    until = time.monotonic() + patience
    for thread in now.threads - before.threads:
        thread.join(max(0.0, until - time.monotonic()))
    gc.collect()
    _delete_what_waits_for_it()
    now = held(folder)
    return [
        *(f"the window {window!r}" for window in now.windows - before.windows),
        *(f"the thread {thread.name}" for thread in now.threads - before.threads),
        *(f"the open file {file}" for file in now.files - before.files),
    ]


def listeners(senders: Iterable[Any]) -> Counter[str]:
    """Count who listens to each signal of these objects, which live longer than the pages that listen to them."""
    from PySide6.QtCore import QMetaMethod

    counts: Counter[str] = Counter()
    for sender in senders:
        kind = sender.metaObject()
        for number in range(
            kind.methodOffset() if type(sender).__module__.startswith("PySide6") else 0, kind.methodCount()
        ):
            method = kind.method(number)
            signature = bytes(method.methodSignature().data()).decode()
            # Python asks to be told of the end of whatever it is connected to.
            if method.methodType() is QMetaMethod.MethodType.Signal and not signature.startswith("destroyed("):
                counts[f"{type(sender).__name__}.{signature}"] += sender.receivers(f"2{signature}")
    return counts


def listening_since(before: Counter[str], senders: Iterable[Any]) -> list[str]:
    """Return in words who listens now and did not before, once all that waits for it has been deleted."""
    senders = list(senders)
    _delete_what_waits_for_it()
    if listeners(senders) <= before:
        return []
    gc.collect()
    _delete_what_waits_for_it()
    return [f"{count} listening to {name}" for name, count in sorted((listeners(senders) - before).items())]


def _open_files() -> list[str]:
    if sys.platform != "linux":
        return [file.path for file in psutil.Process().open_files()]
    paths: list[str] = []
    for number in os.listdir("/proc/self/fd"):  # A tenth of the time that psutil takes, which is twice each test's.
        with suppress(OSError):  # The listing itself was open.
            paths.append(os.readlink(f"/proc/self/fd/{number}"))
    return paths


def _lies_in(folder: Path, file: str) -> bool:
    return file.startswith(f"{folder}{os.sep}")


def _windows() -> frozenset[Any]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return frozenset()
    return frozenset(widgets.QApplication.topLevelWidgets())


def _delete_what_waits_for_it() -> None:
    """Delete the widgets for which `deleteLater` was called; Qt does so in an event loop only."""
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        for _ in range(2):  # What is deleted may say so of others.
            core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
