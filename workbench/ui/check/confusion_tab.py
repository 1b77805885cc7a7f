"""The tab Confusion: which class is mistaken for which, as a matrix or as a list, and the images behind it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.evaluations import ClassResult, EvaluationDetails
from workbench.ui.check.confused_images import ConfusedImages
from workbench.ui.check.confusion_matrix import ConfusionMatrix
from workbench.ui.check.confusion_words import Confusion, cell_words, confusion_at, confusions, shown_names
from workbench.ui.check.matrix_scroll import MatrixCell
from workbench.ui.check.result_tab import ResultTab
from workbench.ui.controls.row_model import Column
from workbench.ui.controls.row_view import RowView
from workbench.ui.controls.text import button, label, set_tooltip
from workbench.ui.look.tokens import SMALL, TINY
from workbench.ui.plots.plot_saving import PlotSaving
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import number, percent, tr

_TIMES = 2


class ConfusionTab(ResultTab):
    """Shows all pairs of classes, or only those that were confused; a chosen pair shows its images beside it."""

    def __init__(self, context: ProjectContext, page_request: Callable[[], ComparisonRequest]) -> None:
        super().__init__(context, page_request)
        self._details: EvaluationDetails | None = None
        self._classes: tuple[ClassResult, ...] = ()
        self._names: tuple[str, ...] = ()
        self._expected_cell: MatrixCell | None = None
        self.matrix = ConfusionMatrix(context.theme, self._words, tr("Confusion matrix"))
        self.pairs = RowView(context.theme, self._columns(), lambda row: row.cell, tr("Most frequent confusions"))
        self.pairs.sort_by(_TIMES)
        self.words = label("", "small", wrap=True)
        # Room for two lines, so that the matrix keeps its size whatever the cell is called.
        self.words.setMinimumHeight(2 * self.words.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.images = ConfusedImages(context)
        self.axes = label(tr("Rows: actual class. Columns: predicted class."), "small", wrap=True)
        set_tooltip(self.axes, tr("A stronger colour means a larger share of the row."))
        self.as_matrix, self.as_list = _chip(tr("All classes")), _chip(tr("Only confusions"))
        name = tr("Confusion matrix")
        self.saving = PlotSaving(context, self.matrix, name, picture=self._picture, data=self.matrix.data)
        self._save, self._copy = self.saving.button(), self.pairs.copying.button()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.as_matrix.setChecked(True)

    @classmethod
    def tab_name(cls) -> str:
        return tr("Confusion")

    def show_result(self, details: EvaluationDetails) -> None:
        other = self._details is None or self._details.summary.id != details.summary.id
        self._details, self._classes = details, details.classes
        self._names = shown_names(details.classes)
        tasks = [image_class.task for image_class in details.classes]
        groups = tuple(index for index in range(1, len(tasks)) if tasks[index] != tasks[index - 1])
        self.matrix.show_matrix(self._names, details.confusion, groups)
        if other:
            self.images.clear()
            self._say_cell()
        self.pairs.show_rows(confusions(details, self._names))
        self._return_to_cell()

    def place(self) -> object:
        return super().place(), self.as_list.isChecked(), self.matrix.cursor_cell

    def go_to(self, place: Any) -> None:
        tables, is_list, self._expected_cell = place
        (self.as_list if is_list else self.as_matrix).setChecked(True)
        super().go_to(tables)

    def leave(self) -> None:
        self.context.settings.remember_layout("check.confusion", self._splitter.saveState())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        chips = QButtonGroup(self)
        for chip in (self.as_matrix, self.as_list):
            chips.addButton(chip)
            head.addWidget(chip)
        self.axes.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.axes, 1)
        head.addStretch(0)
        # In one place, as only one of them is there at a time.
        for act in (self._save, self._copy):
            head.addWidget(act)
        self._stack.addWidget(self.matrix)
        self._stack.addWidget(self.pairs)
        main = QWidget()
        lines = QVBoxLayout(main)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(TINY)
        lines.addWidget(self._stack, 1)
        lines.addWidget(self.words)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(SMALL)
        self._splitter.addWidget(main)
        self._splitter.addWidget(self.images)
        self._splitter.setSizes([430, 230])
        self._splitter.setStretchFactor(0, 5)
        self._splitter.setStretchFactor(1, 2)
        self._splitter.restoreState(self.context.settings.layout("check.confusion"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self._splitter, 1)

    def _picture(self) -> QWidget:
        """Return the whole matrix with what its rows and columns are."""
        sheet = QWidget()
        lines = QVBoxLayout(sheet)
        lines.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        lines.addWidget(label(self.axes.text(), "small"))
        lines.addWidget(self.matrix.whole())
        sheet.resize(sheet.sizeHint())
        return sheet

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Actual"), lambda row: self._class(row.truth).name, lambda row: row.true_name.casefold(),
                   detail=lambda row: self._class(row.truth).task, detail_title=tr("Folder")),
            Column(tr("Predicted"), lambda row: self._class(row.named).name, lambda row: row.predicted_name.casefold(),
                   detail=lambda row: self._class(row.named).task, detail_title=tr("Folder"), wide=True),
            Column(tr("Count"), lambda row: number(row.count), lambda row: row.count, number=True, descending=True),
            Column(tr("Share"), lambda row: percent(row.share), lambda row: row.share, number=True, descending=True,
                   tooltip=tr("Share of all queries of the actual class."), spare=380),
        ]  # fmt: skip

    def _class(self, index: int) -> ClassResult:
        return self._classes[index]

    def _connect(self) -> None:
        self.as_matrix.toggled.connect(self._show_matrix)
        self.matrix.cell_moved.connect(self._say_cell)
        self.matrix.cell_chosen.connect(self._show_cell)
        self.pairs.row_chosen.connect(self._show_images)
        self.pairs.row_opened.connect(self._show_images)

    def _show_matrix(self, on: bool) -> None:
        self._stack.setCurrentWidget(self.matrix if on else self.pairs)
        for words in (self.axes, self.words):
            words.setVisible(on)
        self._save.setVisible(on)
        self._copy.setVisible(not on)

    def _words(self, truth: int, named: int) -> str:
        if self._details is None:
            return ""
        total = self._details.classes[truth].total
        return cell_words(confusion_at(self._details, self._names, truth, named), total)

    def _say_cell(self) -> None:
        cell = self.matrix.cursor_cell
        if cell is None:
            self.words.setText(tr("Click a cell, or use the arrow keys and Enter, to see its images."))
        else:
            self.words.setText(self._words(*cell))

    def _show_cell(self, truth: int, named: int) -> None:
        if self._details is not None:
            self._show_images(confusion_at(self._details, self._names, truth, named))

    def _return_to_cell(self) -> None:
        """Go to the cell that the cursor was at before the tab was built anew, and show its images."""
        cell, self._expected_cell = self._expected_cell, None
        if cell is not None and max(cell) < len(self._names):
            self.matrix.move_cursor(*cell)
            if self.as_matrix.isChecked():
                self._show_cell(*cell)

    def _show_images(self, cell: Confusion) -> None:
        if self._details is not None:
            classes = self._details.classes
            ids = classes[cell.truth].id, classes[cell.named].id
            self.images.show_confusion(self._details.summary.id, cell, *ids)


def _chip(text: str) -> QPushButton:
    chip = button(text)
    chip.setProperty("kind", "chip")
    chip.setCheckable(True)
    return chip
