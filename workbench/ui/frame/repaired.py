"""The dialog after a repair: what the new project is made of, row by row where it was damaged."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.ui.controls.text import button, label
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.translation import say, tr

if TYPE_CHECKING:
    from workbench.operations.project.repair.repair_report import RepairedRow, RepairReport

_MOST_ROWS = 5_000


class RepairedDialog(QDialog):
    """Says what was whole, what came from a backup and what is lost; offers to open the new project."""

    open_requested = Signal(Path)

    def __init__(self, report: "RepairReport", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Repaired project"))
        self.resize(720, 460)
        self._output = report.output
        self.summary = _summary(report)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addWidget(label(self.summary, wrap=True))
        self.rows = QPlainTextEdit("\n".join(map(_line, report.rows[:_MOST_ROWS])))
        self.rows.setReadOnly(True)
        self.rows.setAccessibleName(tr("Rows that were damaged"))
        self.rows.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        if report.rows:
            column.addWidget(label(tr("Rows that were damaged"), "section"))
            column.addWidget(self.rows, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        close = button(tr("Close"))
        close.clicked.connect(self.reject)
        self.open_it = button(tr("Open the repaired project"), primary=True)
        self.open_it.clicked.connect(self._open)
        row.addWidget(close)
        row.addWidget(self.open_it)
        return row

    def _open(self) -> None:
        self.accept()
        self.open_requested.emit(self._output)


def _summary(report: "RepairReport") -> str:
    made = tr(
        "{output} is the repaired project: {whole} rows were whole, and {backup} came from a backup. {original} is as "
        "it was.",
        output=report.output.name,
        whole=report.whole_rows,
        backup=report.backup_rows,
        original=report.original.name,
    )
    if not report.other_rows:
        return made
    others = tr("Rows that are lost, or were kept as they were found: {number}.", number=report.other_rows)
    return f"{made} {others}"


def _line(row: "RepairedRow") -> str:
    changed = "; ".join(f"{cell.column}: {cell.damaged} → {cell.repaired}" for cell in row.differences)
    return f"{row.table} {row.id}: {say(row.words)}" + (f" ({changed})" if changed else "")
