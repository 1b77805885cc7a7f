"""Files dropped on a widget, as from a file manager."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def files(paths: Sequence[Path]) -> QMimeData:
    """Return files as they are dragged."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag(widget: QWidget, point: QPoint, data: QMimeData) -> bool:
    """Drag `data` over a widget; whether it says that it would take it."""
    coming = QDragEnterEvent(point, *_held(data))
    for event in (coming, QDragMoveEvent(point, *_held(data))):
        QApplication.sendEvent(widget, event)
    return coming.isAccepted()


def drop(widget: QWidget, point: QPoint, data: QMimeData) -> None:
    """Let go of `data` over a widget that it was dragged to; a drop out of nowhere is ignored."""
    QApplication.sendEvent(widget, QDropEvent(QPointF(point), *_held(data)))


def _held(data: QMimeData) -> tuple[Qt.DropAction, QMimeData, Qt.MouseButton, Qt.KeyboardModifier]:
    return Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
