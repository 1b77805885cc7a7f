"""What goes wrong in a window: exceptions, gaps of its event loop, damage to what was worked on."""

import faulthandler
import re
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from PySide6.QtCore import QObject, Qt, QTimer

LONGEST_GAP = 0.2  # seconds


@dataclass
class Findings:
    """What went wrong, and how many events of each kind there were."""

    exceptions: dict[str, str] = field(default_factory=dict)  # Each once, with the event before it first came.
    gaps: list[tuple[float, float, str]] = field(default_factory=list)  # seconds in all, of work, and the event before
    damage: list[str] = field(default_factory=list)
    said_by_qt: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def sound(self) -> bool:
        """Whether nothing went wrong; a gap while other programs had the processor is none of ours."""
        return not (self.exceptions or self.damage or any(work > LONGEST_GAP for _, work, _ in self.gaps))

    def lines(self) -> list[str]:
        """Say it in lines."""
        return [
            f"{sum(self.events.values())} events in {self.seconds:.0f} s: {dict(self.events)}",
            *(f"exception after {what}: {text}" for text, what in self.exceptions.items()),
            *(f"gap of {all_:.2f} s, {work:.2f} s of it work, after {what}" for all_, work, what in self.gaps),
            *(f"damage: {text}" for text in self.damage),
            *(f"Qt said {count} times: {text}" for text, count in self.said_by_qt.most_common(10)),
        ]


class Watch(QObject):
    """Measures how long the window does not answer, and remembers what it was at meanwhile."""

    def __init__(self, findings: Findings) -> None:
        super().__init__()
        self.what = "the start"  # What was done to the window last.
        self._findings = findings
        self._last: tuple[float, float] | None = None
        self._where = ""  # In our files, while the window does not answer.
        self._window, self._is_over = threading.get_ident(), threading.Event()
        self._clock = QTimer(self, interval=10, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._clock.start()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._clock.stop()
        self._is_over.set()
        self._thread.join()

    def _tick(self) -> None:
        now = time.monotonic(), time.thread_time()
        if self._last is not None and now[0] - self._last[0] > LONGEST_GAP:
            what = f"{self.what} ({self._where})"
            self._findings.gaps.append((now[0] - self._last[0], now[1] - self._last[1], what))
        self._last = now
        self._where = ""

    def _look(self) -> None:
        while not self._is_over.wait(0.02):
            if self._last is not None and time.monotonic() - self._last[0] > LONGEST_GAP and not self._where:
                self._where = self._place()

    def _place(self) -> str:
        """Return where in our files the window's thread is now.

        As text from the interpreter: a frame that is held here would keep the painter in it beyond its paint event.
        """
        with tempfile.TemporaryFile("w+") as file:
            faulthandler.dump_traceback(file, all_threads=True)
            file.seek(0)
            threads = file.read().split("\n\n")
        ours = next((thread for thread in threads if f"0x{self._window:016x}" in thread), "")
        places = re.findall(r'/workbench/.*?([^/"]+)", line (\d+)', ours)
        return " ".join(f"{name}:{line}" for name, line in places[:4])
