"""An empty place that says what to do: drop folders or files here, or press a button."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.controls.text import label, set_kind
from workbench.ui.look.tokens import HUGE, LARGE, SMALL


class DropZone(QFrame):
    """Says one sentence above its buttons, and takes what is dropped on it."""

    dropped = Signal(list)  # of Path

    def __init__(self, title: str, text: str, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        set_kind(self, "drop")
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addStretch(1)
        for words, kind in ((title, "section"), (text, "muted")):
            line = label(words, kind, wrap=True)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's names
        if dropped_paths(event.mimeData()):
            take_copy(event)
            _set_over(self, over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        _set_over(self, over=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        _set_over(self, over=False)
        take_copy(event)
        self.dropped.emit(dropped_paths(event.mimeData()))


def take_copy(event: QDropEvent) -> None:
    """Accept what is dragged as a copy, so that its source never takes it for moved and deletes it."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def dropped_paths(data: QMimeData) -> list[Path]:
    """Return the files and folders of this computer in what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _set_over(zone: QWidget, *, over: bool) -> None:
    zone.setProperty("over", "true" if over else "false")
    zone.style().unpolish(zone)
    zone.style().polish(zone)
