"""Thumbnails, made on threads when they are first seen and kept while there is room."""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from workbench.errors import UserError
from workbench.facts.file_reason import FileReason
from workbench.ui.services.translation import say
from workbench.words import Message

Make = Callable[[Path, bytes, int], NDArray[np.uint8]]  # path, sha256, longest side -> (height, width, 3)
_WORKERS = 2
_ROOM = 200_000_000  # bytes of pictures that are kept
_LONGEST = 192
_MOST_WAITING = 600
_FRAME = 16  # milliseconds between two looks at what was made


class Thumbnails(QObject):
    """Gives the picture of an image at once where it is there, and emits `arrived` when it comes later.

    The newest request is served first: it is what the person sees now.
    """

    arrived = Signal()

    def __init__(self, make: Make, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: OrderedDict[bytes, QPixmap] = OrderedDict()
        self._bytes = 0
        self._troubles: dict[bytes, FileReason[Message]] = {}
        # The threads know nothing of this object. Were one of them the last to hold it, as when a project is closed
        # while its pictures come, it would delete it, and with it pixmaps, while this thread hands it events.
        self._makers = _Makers(make)
        self._clock = QTimer(self, interval=_FRAME)
        self._clock.timeout.connect(self._take_made)

    def picture(self, path: Path, sha256: bytes) -> QPixmap | None:
        """Return the picture of an image, or None and ask for it; also None where it cannot be shown."""
        picture = self._pictures.get(sha256)
        if picture is not None:
            self._pictures.move_to_end(sha256)
            return picture
        if sha256 in self._troubles and self._troubles[sha256].path == path:
            return None
        if self._makers.ask(path, sha256) and not self._clock.isActive():
            self._clock.start()
        return None

    def trouble(self, sha256: bytes) -> str:
        """Return why an image cannot be shown, empty where it can or is still to come."""
        return say(self._troubles[sha256].reason) if sha256 in self._troubles else ""

    def forget_troubles(self) -> None:
        """Try again what could not be shown: a disk may be there again."""
        self._troubles.clear()
        self.arrived.emit()

    def close(self, seconds: float = 0.0) -> bool:
        """End the threads, waiting so long for pictures under way, which nobody gets; whether they have ended."""
        self._clock.stop()
        return self._makers.close(seconds)

    def _take_made(self) -> None:
        """Take over what was made since the last look."""
        made, is_all = self._makers.pop()
        if is_all:
            self._clock.stop()
        for picture in made:
            if isinstance(picture.result, UserError):
                self._troubles[picture.sha256] = FileReason(picture.path, picture.result.text)
            else:
                # A QPixmap belongs to the window's thread, so it is made here.
                self._keep(picture.sha256, QPixmap.fromImage(picture.result))
        if made:
            self.arrived.emit()

    def _keep(self, sha256: bytes, picture: QPixmap) -> None:
        self._pictures[sha256] = picture
        self._bytes += _bytes_of(picture)
        while self._bytes > _ROOM and len(self._pictures) > 1:
            _, gone = self._pictures.popitem(last=False)
            self._bytes -= _bytes_of(gone)


@dataclass(frozen=True)
class _Made:
    """What became of a request."""

    sha256: bytes
    path: Path
    result: QImage | UserError


class _Makers:
    """The threads, what is asked of them, and what they have made."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._waiting: OrderedDict[bytes, Path] = OrderedDict()
        self._busy: set[bytes] = set()  # Under way, or made and not taken yet.
        self._made: deque[_Made] = deque()
        self._condition = threading.Condition()
        self._closed = False
        self._threads = [
            threading.Thread(target=self._work, name=f"thumbnails {number}", daemon=True) for number in range(_WORKERS)
        ]
        for thread in self._threads:
            thread.start()

    def ask(self, path: Path, sha256: bytes) -> bool:
        """Ask for a picture before all others; whether it will come."""
        with self._condition:
            if self._closed:
                return False
            if sha256 not in self._busy:
                self._waiting[sha256] = path
                self._waiting.move_to_end(sha256)
                while len(self._waiting) > _MOST_WAITING:
                    self._waiting.popitem(last=False)
                self._condition.notify()
            return True

    def pop(self) -> tuple[list[_Made], bool]:
        """Return what was made since the last time, and whether that is all that was asked for."""
        with self._condition:
            made = list(self._made)
            self._made.clear()
            self._busy.difference_update(picture.sha256 for picture in made)
            return made, not self._waiting and not self._busy

    def close(self, seconds: float) -> bool:
        """Begin nothing more, and wait so long for what is under way; whether all threads have ended."""
        with self._condition:
            self._closed = True
            self._waiting.clear()
            self._condition.notify_all()
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _work(self) -> None:
        while (request := self._next()) is not None:
            sha256, path = request
            result: QImage | UserError
            try:
                result = as_image(self._make(path, sha256, _LONGEST))
            except UserError as error:
                result = error
            with self._condition:
                self._made.append(_Made(sha256, path, result))

    def _next(self) -> tuple[bytes, Path] | None:
        with self._condition:
            while not self._waiting and not self._closed:
                self._condition.wait()
            if self._closed:
                return None
            sha256, path = self._waiting.popitem()
            self._busy.add(sha256)
            return sha256, path


def as_image(pixels: NDArray[np.uint8]) -> QImage:
    """Return pixels (height, width, 3) as a QImage of its own memory; for any thread."""
    height, width, _ = pixels.shape
    packed = np.ascontiguousarray(pixels)
    return QImage(packed.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _bytes_of(picture: QPixmap) -> int:
    return picture.width() * picture.height() * picture.depth() // 8
