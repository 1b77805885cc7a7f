"""Thumbnails, made on threads when they are first seen and kept while there is room."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal
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


class Thumbnails(QObject):
    """Gives the picture of an image at once where it is there, and emits `arrived` when it comes later.

    The newest request is served first: it is what the person sees now.
    """

    arrived = Signal()
    _finished = Signal(object, object, object)  # sha256, path, QImage or UserError

    def __init__(self, make: Make, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._pictures: OrderedDict[bytes, QPixmap] = OrderedDict()
        self._bytes = 0
        self._troubles: dict[bytes, FileReason[Message]] = {}
        self._waiting: OrderedDict[bytes, Path] = OrderedDict()
        self._busy: set[bytes] = set()
        self._condition = threading.Condition()
        self._closed = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._threads = [
            threading.Thread(target=self._work, name=f"thumbnails {number}", daemon=True) for number in range(_WORKERS)
        ]
        for thread in self._threads:
            thread.start()

    def picture(self, path: Path, sha256: bytes) -> QPixmap | None:
        """Return the picture of an image, or None and ask for it; also None where it cannot be shown."""
        picture = self._pictures.get(sha256)
        if picture is not None:
            self._pictures.move_to_end(sha256)
            return picture
        if sha256 in self._troubles and self._troubles[sha256].path == path:
            return None
        with self._condition:
            if sha256 not in self._busy:
                self._waiting[sha256] = path
                self._waiting.move_to_end(sha256)
                while len(self._waiting) > _MOST_WAITING:
                    self._waiting.popitem(last=False)
                self._condition.notify()
        return None

    def trouble(self, sha256: bytes) -> str:
        """Return why an image cannot be shown, empty where it can or is still to come."""
        return say(self._troubles[sha256].reason) if sha256 in self._troubles else ""

    def forget_troubles(self) -> None:
        """Try again what could not be shown: a disk may be there again."""
        self._troubles.clear()
        self.arrived.emit()

    def close(self) -> None:
        """End the threads, without waiting for a picture under way."""
        with self._condition:
            self._closed = True
            self._waiting.clear()
            self._condition.notify_all()

    def _work(self) -> None:
        while (request := self._next()) is not None:
            sha256, path = request
            result: QImage | UserError
            try:
                result = as_image(self._make(path, sha256, _LONGEST))
            except UserError as error:
                result = error
            if self._closed or not shiboken6.isValid(self):
                return
            self._finished.emit(sha256, path, result)

    def _next(self) -> tuple[bytes, Path] | None:
        with self._condition:
            while not self._waiting and not self._closed:
                self._condition.wait()
            if self._closed:
                return None
            sha256, path = self._waiting.popitem()
            self._busy.add(sha256)
            return sha256, path

    def _on_finished(self, sha256: bytes, path: Path, result: QImage | UserError) -> None:
        if isinstance(result, UserError):
            self._troubles[sha256] = FileReason(path, result.text)
        else:
            # A QPixmap belongs to the window's thread, so it is made here.
            self._keep(sha256, QPixmap.fromImage(result))
        with self._condition:
            self._busy.discard(sha256)
        self.arrived.emit()

    def _keep(self, sha256: bytes, picture: QPixmap) -> None:
        self._pictures[sha256] = picture
        self._bytes += _bytes_of(picture)
        while self._bytes > _ROOM and len(self._pictures) > 1:
            _, gone = self._pictures.popitem(last=False)
            self._bytes -= _bytes_of(gone)


def as_image(pixels: NDArray[np.uint8]) -> QImage:
    """Return pixels (height, width, 3) as a QImage of its own memory; for any thread."""
    height, width, _ = pixels.shape
    packed = np.ascontiguousarray(pixels)
    return QImage(packed.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _bytes_of(picture: QPixmap) -> int:
    return picture.width() * picture.height() * picture.depth() // 8
