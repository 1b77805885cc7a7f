"""The cameras of the computer and what one of them sees, by QtMultimedia, which not every installation has."""

from functools import cache
from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage


@cache
def qt_multimedia() -> Any:
    """Return the module PySide6.QtMultimedia; None where it is not installed, or the system lacks what it needs.

    It has no type here, so that a type checker says the same whether or not it is installed.
    """
    try:
        return import_module("PySide6.QtMultimedia")
    except ImportError:
        return None


class CameraSource(QObject):
    """Sends what the chosen camera sees, from `start` to `stop`."""

    frame_came = Signal(QImage)
    failed = Signal(str)  # In the words of the system.
    cameras_changed = Signal()  # One was connected, or taken away.

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._qt = qt_multimedia()
        self._devices = self._qt.QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.cameras_changed)
        self._session = self._qt.QMediaCaptureSession(self)
        self.sink = self._qt.QVideoSink(self)
        self.sink.videoFrameChanged.connect(self._on_frame)
        self._session.setVideoSink(self.sink)
        self._camera: Any = None

    def cameras(self) -> list[str]:
        """Return the names of the cameras that are connected, the usual one first."""
        return [device.description() for device in self._inputs()]

    def start(self, number: int) -> None:
        """Send what the camera of that number among `cameras` sees, in place of the one before."""
        self.stop()
        self._camera = self._qt.QCamera(self._inputs()[number], self)
        self._camera.errorOccurred.connect(self._on_error)
        self._session.setCamera(self._camera)
        self._camera.start()

    def stop(self) -> None:
        """Let the camera go, so that other programs can have it."""
        camera, self._camera = self._camera, None
        if camera is not None:
            self._session.setCamera(None)
            camera.stop()
            camera.deleteLater()

    def _inputs(self) -> list[Any]:
        usual = self._qt.QMediaDevices.defaultVideoInput()
        return sorted(self._qt.QMediaDevices.videoInputs(), key=lambda device: device != usual)

    def _on_frame(self, frame: Any) -> None:
        image = frame.toImage()
        if not image.isNull():
            self.frame_came.emit(image)

    def _on_error(self, error: Any, words: str) -> None:
        if error != self._qt.QCamera.Error.NoError:
            self.failed.emit(words)
