"""Asks for the note on a run, which may have several lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.ui.controls.text import Elided, button, label
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.translation import tr


class NoteDialog(QDialog):
    """Opened with `open()`, it deletes itself when closed; `written` carries what is to be kept."""

    written = Signal(str)

    def __init__(self, name: str, note: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Note"))
        self.resize(460, 300)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addWidget(Elided(tr("Note on {name}", name=name), "section"))
        column.addWidget(label(tr("For you alone: nothing is learned from it."), "muted", wrap=True))
        self.text = QPlainTextEdit(note)
        self.text.setAccessibleName(tr("Note"))
        self.text.setTabChangesFocus(True)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        cancel, self.keep = button(tr("Cancel")), button(tr("Keep"), primary=True)
        cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.text.setFocus()
        self.accepted.connect(lambda: self.written.emit(self.text.toPlainText()))
