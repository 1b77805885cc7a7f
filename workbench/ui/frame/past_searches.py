"""What earlier searches on this computer found, which later ones learn from: shown as a table, and deleted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workbench.deferred_module import DeferredModule
from workbench.errors import UserError
from workbench.ui.controls.row_model import Column
from workbench.ui.controls.row_view import RowView
from workbench.ui.controls.text import button, label
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import number, percent, say, tr
from workbench.words import Message

if TYPE_CHECKING:
    from workbench.operations.search.past_tasks import PastTask

_past_tasks = DeferredModule("workbench.operations.search.past_tasks")  # The window is up before what takes long.
_SIZE = (800, 420)


class PastSearchesDialog(QDialog):
    """Shows a row for each search: what its images look like, what was to be labelled, and what was best."""

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Earlier searches"))
        self.resize(*_SIZE)
        self.table = RowView(theme, _columns(), id, tr("Earlier searches"))
        self.empty = label(tr("Nothing was kept of any search yet."), "muted", wrap=True)
        self.trouble = label("", "complaint", wrap=True)
        self.delete = button(tr("Delete all"))
        self.delete.clicked.connect(self._delete)
        close = button(tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addWidget(label(tr("Earlier searches"), "title"))
        words = tr("These figures are all that is kept of earlier searches: no images, and no names.")
        column.addWidget(label(words, "muted", wrap=True))
        for widget in (self.table, self.empty, self.trouble):
            column.addWidget(widget, 1 if widget is self.table else 0)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.delete)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        self.trouble.hide()
        self._show(())
        self._read()

    def _read(self) -> None:
        self._jobs.start(
            tr("Load search"), lambda report: _past_tasks.own_tasks(), owner=self, done=self._show, failed=self._fail
        )

    def _delete(self) -> None:
        self._jobs.start(
            tr("Delete"), lambda report: _past_tasks.forget_all(), owner=self, done=lambda _: self._read(),
            failed=self._fail,
        )  # fmt: skip

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.trouble.setText(say(error.text))
            self.trouble.show()

    def _show(self, tasks: Sequence["PastTask"]) -> None:
        self.table.show_rows(tasks)
        self.table.setVisible(bool(tasks))
        self.empty.setVisible(not tasks)
        self.delete.setEnabled(bool(tasks))


def _columns() -> list[Column]:
    return [
        Column(tr("Best training"), _best, _accuracy, detail=_network, descending=True),
        Column(tr("Accuracy"), lambda row: percent(_accuracy(row)) if row.best else "–", _accuracy, number=True,
               descending=True),
        Column(tr("Simple head"), lambda row: percent(row.head), lambda row: row.head, number=True, descending=True,
               tooltip=tr("The best of what needs no training")),
        Column(tr("Labelled"), lambda row: f"{number(row.way)} × {number(row.shot)}", lambda row: (row.way, row.shot),
               number=True, tooltip=tr("Classes, and examples of each")),
        Column(tr("Classes"), lambda row: number(row.looks.classes), lambda row: row.looks.classes, number=True,
               descending=True, tooltip=tr("Classes that were learned from")),
        Column(tr("Images"), lambda row: number(round(row.looks.images)), lambda row: row.looks.images, number=True,
               descending=True, tooltip=tr("Images of each class")),
        Column(tr("Pixels"), lambda row: number(round(row.looks.side)), lambda row: row.looks.side, number=True,
               descending=True),
        Column(tr("Colour"), lambda row: tr("yes") if row.looks.colour else tr("no"), lambda row: row.looks.colour),
    ]  # fmt: skip


def _best(row: "PastTask") -> str:
    return say(_part(row, "approach")) if row.best is not None else tr("Nothing trained")


def _network(row: "PastTask") -> str:
    return say(_part(row, "network")) if row.best is not None else ""


def _part(row: "PastTask", name: str) -> Message:
    part = row.best.setting.named.values[name] if row.best is not None else None
    return part if isinstance(part, Message) else Message("")


def _accuracy(row: "PastTask") -> float:
    return row.best.most if row.best is not None else 0.0
