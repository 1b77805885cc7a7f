"""The tab Comparison: several runs and the baselines on the very same episodes, and what holds."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.operations.compare_runs import compare_runs
from workbench.operations.comparisons import ComparedRow, Comparison, describe_comparisons
from workbench.operations.contestants import CompareWish
from workbench.ui.bench import Bench
from workbench.ui.jobs import Report
from workbench.ui.models.compared_rows import all_of, asked_words, compared_columns
from workbench.ui.tokens import SMALL
from workbench.ui.translation import say, tr
from workbench.ui.widgets.asked_tab import AskedTab
from workbench.ui.widgets.result_tab import unbroken
from workbench.ui.widgets.row_view import RowView
from workbench.ui.widgets.text import label


class BoardTab(AskedTab):
    """Ranks what was compared; a row chosen is said in full below, and its test is shown in the other tabs."""

    row_chosen = Signal(object)  # A ComparedRow.

    def __init__(self, bench: Bench, asked: Callable[[], CompareWish]) -> None:
        super().__init__(bench, asked)
        self.table.row_chosen.connect(self._on_row)

    @classmethod
    def tab_name(cls) -> str:
        return tr("Comparison")

    def content(self) -> QWidget:
        self.table = RowView(self.bench.theme, compared_columns(), lambda row: row.key, tr("Comparison"))
        self.table.sort_by(1)
        self.left_out = label("", "muted", wrap=True)
        self.about = label("", "muted", wrap=True)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.table, 1)
        column.addWidget(self.left_out)
        column.addWidget(self.about)
        # A column that is left out, or comes back, is resized.
        self.table.horizontalHeader().sectionResized.connect(self._say_left_out)
        self._say_left_out()
        return made

    def act_words(self) -> str:
        return tr("Compare what is chosen")

    def explanation(self) -> str:
        return tr(
            "Choose runs at the left: they and the baselines get the very same questions, and a sentence says whether "
            "learning was worth it."
        )

    def work(self, wish: CompareWish, report: Report) -> Comparison:
        return compare_runs(self.bench.project, wish, report)

    def stored(self) -> Comparison | None:
        return next(iter(describe_comparisons(self.bench.project)), None)

    def show_found(self, found: Comparison) -> bool:
        self.table.show_rows(found.rows)
        self.sentence.setText(unbroken(say(found.sentence)))
        self.notes.setText(" ".join([asked_words(found), *(say(note) for note in found.notes)]))
        self._say_all()
        return True

    def _on_row(self, row: ComparedRow) -> None:
        self._say_all()
        if row.figures is not None:
            self.row_chosen.emit(row)

    def _say_left_out(self) -> None:
        columns = compared_columns()
        names = [column.title for place, column in enumerate(columns) if self.table.isColumnHidden(place)]
        text = tr("Not shown: {columns}. Make the window wider.", columns=", ".join(names)) if names else ""
        if text != self.left_out.text():
            self.left_out.setText(text)
        self.left_out.setVisible(bool(text))

    def _say_all(self) -> None:
        row = self.table.current()
        self.about.setText(
            unbroken(all_of(row)) if row is not None else tr("Choose a row: the other tabs show its test then.")
        )
