"""The tab Comparison: several runs and the baselines on the very same episodes, and the verdict."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.comparisons import ComparedRow, ComparisonResult, describe_comparisons
from workbench.ui.check.compared_rows import all_of, compared_columns, conditions
from workbench.ui.check.measurement_tab import MeasurementTab
from workbench.ui.check.result_tab import unbroken
from workbench.ui.controls.row_view import RowView
from workbench.ui.controls.text import label, set_kind
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.job_report import Report
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr


class ComparisonTab(MeasurementTab[ComparisonResult]):
    """Ranks what was compared; a row chosen is said in full below, and its test is shown in the other tabs."""

    row_chosen = Signal(ComparedRow)

    def __init__(self, context: ProjectContext, page_request: Callable[[], ComparisonRequest]) -> None:
        super().__init__(context, page_request)
        self.table.row_chosen.connect(self._on_row)

    @classmethod
    def tab_name(cls) -> str:
        return tr("Comparison")

    def content(self) -> QWidget:
        self.table = RowView(self.context.theme, compared_columns(), lambda row: row.key, tr("Comparison"))
        self.table.sort_by(1)
        # A whole paragraph, which bold letters would make hard to read.
        set_kind(self.sentence, "body")
        self.left_out = label("", "muted", wrap=True)
        self.about = label("", "muted", wrap=True)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.table, 1)
        column.addWidget(self.left_out)
        column.addWidget(self.about)
        # A column that is left out, or comes back, is resized.
        self.table.horizontalHeader().sectionResized.connect(self._say_left_out)
        self._say_left_out()
        return content

    def more_acts(self) -> Sequence[QWidget]:
        self._copy = self.table.copying.button()
        self._copy.hide()
        return (self._copy,)

    def act_words(self) -> str:
        return tr("Compare selection")

    def explanation(self) -> str:
        return tr(
            "Select runs on the left: they and the baselines are evaluated on the same episodes, and a "
            "sentence says whether training was worth it."
        )

    def work(self, request: ComparisonRequest, report: Report) -> ComparisonResult:
        return compare_runs(self.context.project, request, report)

    def stored(self) -> ComparisonResult | None:
        return next(iter(describe_comparisons(self.context.project)), None)

    def show_figures(self, figures: ComparisonResult) -> bool:
        self.table.show_rows(figures.rows)
        self._copy.show()
        self.sentence.setText(unbroken(say(figures.sentence)))
        self.notes.setText(" ".join([conditions(figures), *(say(note) for note in figures.notes)]))
        self._say_all()
        return True

    def _on_row(self, row: ComparedRow) -> None:
        self._say_all()
        if row.figures is not None:
            self.row_chosen.emit(row)

    def _say_left_out(self) -> None:
        columns = compared_columns()
        names = [column.title for number, column in enumerate(columns) if self.table.isColumnHidden(number)]
        text = tr("Not shown: {columns}. Make the window wider.", columns=", ".join(names)) if names else ""
        if text != self.left_out.text():
            self.left_out.setText(text)
        self.left_out.setVisible(bool(text))

    def _say_all(self) -> None:
        row = self.table.current()
        self.about.setText(
            unbroken(all_of(row)) if row is not None else tr("Select a row to show its test in the other tabs.")
        )
