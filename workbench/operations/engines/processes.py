"""Segments computed in processes of their own on this computer, several at a time."""

import multiprocessing
import shutil
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from types import TracebackType
from typing import Any, Self

from filelock import BaseFileLock, FileLock, Timeout

from workbench.errors import UserError
from workbench.facts import fact
from workbench.folders import cache_folder
from workbench.learning.events import RunNote
from workbench.operations.deferred import torch
from workbench.operations.engines.engine import Shared
from workbench.operations.engines.material_files import unwritable, write_material
from workbench.operations.engines.worker import serve
from workbench.operations.progress import Cancelled
from workbench.operations.runs.portable_material import PortableMaterial
from workbench.operations.runs.segment import Segment, SegmentRequest

_TRIES = 3  # A process that ends may have been in somebody's way; three in a row will be so again.
_LOCK = "in_use.lock"


class Processes:
    """An engine of so many processes. One that ends costs its segment's time only, and is replaced."""

    def __init__(self, workers: int, device: str) -> None:
        self.capacity = workers
        threads = max(1, torch.get_num_threads() // workers)
        self._workers = [_Worker(device, threads) for _ in range(workers)]
        self._idle = SimpleQueue[_Worker]()
        for worker in self._workers:
            self._idle.put(worker)
        self._waiting = ThreadPoolExecutor(workers, "segment")
        self._shared = 0

    def __enter__(self) -> Self:
        self._folder, self._lock = _fresh_folder()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.end()
        self._waiting.shutdown(cancel_futures=True)
        self._lock.release()
        shutil.rmtree(self._folder, ignore_errors=True)

    def share(self, material: PortableMaterial) -> Shared:
        """Write the material where all processes find it. Raises UserError when that cannot be done."""
        self._shared += 1
        folder = self._folder / str(self._shared)
        write_material(material, folder)
        return Shared(folder)

    def submit(self, shared: Shared, request: SegmentRequest) -> Future[Segment]:
        """Have the next process that is free compute a segment; where it is lost, that is noted and tried again."""
        return self._waiting.submit(self._computed, shared.place, request)

    def _computed(self, folder: Path, request: SegmentRequest) -> Segment:
        worker = self._idle.get()
        try:
            for lost in range(_TRIES):
                with suppress(_Lost):
                    segment = worker.compute(folder, request)
                    notes = (RunNote(fact("run.process_lost")),) if lost else ()
                    return replace(segment, events=(*notes, *segment.events))
        finally:
            self._idle.put(worker)
        raise UserError(fact("run.processes_lost", times=_TRIES))


class _Lost(Exception):
    """A process ended before it answered."""


class _Worker:
    """A process that computes one segment at a time; it is started when it is first needed, and when it was lost."""

    def __init__(self, device: str, threads: int) -> None:
        self._arguments = device, threads
        self._changing = Lock()
        self._process: Any = None
        self._ended = False

    def compute(self, folder: Path, request: SegmentRequest) -> Segment:
        """Return a segment. Raises _Lost when the process ends meanwhile, Cancelled when it was ended here."""
        connection = self._started()
        try:
            connection.send((folder, request))
            answer = connection.recv()
        except (EOFError, OSError) as error:
            self._stop()
            if self._ended:
                raise Cancelled from error
            raise _Lost from error
        if isinstance(answer, UserError):
            raise answer
        if isinstance(answer, str):
            raise RuntimeError(f"a segment failed in its process:\n{answer}")
        return answer

    def end(self) -> None:
        """End the process, whatever it does, for good."""
        self._ended = True
        self._stop()

    def _started(self) -> Any:
        with self._changing:
            if self._ended:
                raise Cancelled
            if self._process is None:
                # A forked process would share locks of torch's threads, which nobody opens there.
                context = multiprocessing.get_context("spawn")
                self._connection, other = context.Pipe()
                self._process = context.Process(target=serve, args=(other, *self._arguments), daemon=True)
                self._process.start()
                other.close()
            return self._connection

    def _stop(self) -> None:
        with self._changing:
            if self._process is not None:
                self._process.kill()
                self._process.join()
                # To Python it runs for ever where somebody else was told of its end, such as who watches it.
                with suppress(ValueError):
                    self._process.close()
                self._process = None


def _fresh_folder() -> tuple[Path, BaseFileLock]:
    """Return a new folder in the cache, and its lock, which is held; those left by programs that were killed go."""
    home = cache_folder() / "materials"
    try:
        home.mkdir(parents=True, exist_ok=True)
        with FileLock(home / _LOCK):
            for left in filter(Path.is_dir, home.iterdir()):
                with suppress(Timeout), FileLock(left / _LOCK, timeout=0):
                    shutil.rmtree(left, ignore_errors=True)
            folder = Path(tempfile.mkdtemp(dir=home))
            lock = FileLock(folder / _LOCK)
            lock.acquire()
    except OSError as error:
        raise unwritable(home, error) from error
    return folder, lock
