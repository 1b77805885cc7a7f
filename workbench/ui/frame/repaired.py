"""The dialog after a repair: what the new project is made of, summed up first, then row by row where it was damaged."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.ui.controls.text import button, label
from workbench.ui.frame.repaired_words import line_of, shown_table
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.translation import number, tr

if TYPE_CHECKING:
    from workbench.operations.project.repair.repair_report import RepairReport

_MOST_ROWS = 5_000


class RepairedDialog(QDialog):
    """Says what was whole, what came from a backup and what is lost; offers to open the new project."""

    open_requested = Signal(Path)

    def __init__(self, report: "RepairReport", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Repaired project"))
        self.resize(760, 600)
        self._output = report.output
        self.summary = _summary(report)
        self.lost = label(_lost(report), "bad" if report.lost_decisions else "good", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addWidget(label(self.summary, wrap=True))
        column.addWidget(self.lost)
        self.table = _table(report)
        column.addLayout(self.table)
        self.rows = QPlainTextEdit("\n".join(map(line_of, report.worst_first[:_MOST_ROWS])))
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
    return tr("{output} is the repaired project. {original} is as it was.", output=report.output.name,
              original=report.original.name)  # fmt: skip


def _lost(report: "RepairReport") -> str:
    lost = len(report.lost_decisions)
    if not lost:
        return tr("No label and no example is lost.")
    return tr("{count} labels and examples are lost. They are the first in the list below.", count=lost)


def _table(report: "RepairReport") -> QGridLayout:
    table = QGridLayout()
    table.setHorizontalSpacing(HUGE)
    table.setVerticalSpacing(SMALL)
    heads = ("", tr("Whole"), tr("From a backup"), tr("As found"), tr("Lost"))
    for column, head in enumerate(heads):
        table.addWidget(label(head, "muted"), 0, column, _side(column))
    for row, part in enumerate(report.tables, 1):
        table.addWidget(label(shown_table(part.table)), row, 0)
        counts = (part.whole, part.from_backup, part.as_found, part.lost)
        for column, count in enumerate(counts, 1):
            is_bad = column == len(counts) and count > 0
            table.addWidget(label(number(count), "bad" if is_bad else "body"), row, column, _side(column))
    table.setColumnStretch(len(heads), 1)
    return table


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
