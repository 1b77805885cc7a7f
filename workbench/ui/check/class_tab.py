"""The tab Per class: which classes are hard, and what each is mistaken for."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.evaluations import ClassResult, EvaluationDetails
from workbench.ui.check.confused_images import ConfusedImages
from workbench.ui.check.confusion_words import Confusion, mistakes, shown_names
from workbench.ui.check.result_tab import ResultTab
from workbench.ui.controls.row_model import Column
from workbench.ui.controls.row_view import RowView
from workbench.ui.controls.text import label
from workbench.ui.look.tokens import SMALL, TINY
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import number, percent, tr

_ACCURACY = 3
_ENOUGH = 560  # pixels for the table and what belongs to a class beside each other


class ClassTab(ResultTab):
    """Lists the classes, the worst first; of the chosen one it shows the classes predicted instead, and images."""

    def __init__(self, context: ProjectContext, page_request: Callable[[], ComparisonRequest]) -> None:
        super().__init__(context, page_request)
        self._details: EvaluationDetails | None = None
        self._classes: tuple[ClassResult, ...] = ()
        self._of_other = False  # Whether the images that were shown last are of another test.
        self._index_by_id: dict[int, int] = {}  # index in the test's classes, by id
        self.classes = RowView(context.theme, _class_columns(), lambda row: row.id, tr("Classes and their accuracy"))
        self.mistakes = RowView(context.theme, self._columns(), lambda row: row.cell, tr("Confused with"))
        self.heading = label("", "strong", wrap=True)
        self.images = ConfusedImages(context)
        self.classes.row_chosen.connect(self._show_mistakes)
        self.mistakes.row_chosen.connect(self._show_images)
        self.classes.sort_by(_ACCURACY)
        self.mistakes.sort_by(1)
        self._lay_out()

    @classmethod
    def tab_name(cls) -> str:
        return tr("Per class")

    def show_result(self, details: EvaluationDetails) -> None:
        is_first = self._details is None
        other = self._details is None or self._details.summary.id != details.summary.id
        self._details, self._classes = details, details.classes
        self._index_by_id = {class_facts.id: index for index, class_facts in enumerate(details.classes)}
        if other:
            self._of_other = True
            self.images.clear()
        self.classes.show_rows(details.classes)
        current = self.classes.current()
        if current is None and self.classes.rows:
            worst = self.classes.rows[0].id
            self.classes.select_keys({worst}, worst)
        elif current is not None:
            self._show_mistakes(current)
            if other and not is_first:
                self.classes.scrollTo(self.classes.currentIndex())

    def leave(self) -> None:
        if self.width() >= _ENOUGH:
            self.context.settings.remember_layout("check.classes", self._outer.saveState())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put what belongs to the chosen class below the table where there is no room beside it."""
        super().resizeEvent(event)
        sides = [Qt.Orientation.Horizontal, Qt.Orientation.Vertical]
        narrow = self.width() < _ENOUGH
        if narrow:
            sides.reverse()
        rotated = self._outer.orientation() != sides[0]
        for splitter, side in zip((self._outer, self._inner), sides, strict=True):
            splitter.setOrientation(side)
        if narrow and rotated:
            # The words below wrap where there is little width, and take their height from the images.
            self._outer.setSizes([1, 1])

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Predicted"), lambda row: self._class(row.named).name, lambda row: row.predicted_name.casefold(),
                   detail=lambda row: self._class(row.named).task, detail_title=tr("Folder")),
            Column(tr("Count"), lambda row: number(row.count), lambda row: row.count, number=True, descending=True),
            Column(tr("Share"), lambda row: percent(row.share), lambda row: row.share, number=True, descending=True,
                   spare=300),
        ]  # fmt: skip

    def _class(self, index: int) -> ClassResult:
        return self._classes[index]

    def _lay_out(self) -> None:
        beside = QWidget()
        lines = QVBoxLayout(beside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(TINY)
        lines.addWidget(self.heading)
        lines.addWidget(self.mistakes, 1)
        self._inner = _splitter(Qt.Orientation.Vertical, beside, self.images)
        self._inner.setSizes([240, 300])
        self._outer = _splitter(Qt.Orientation.Horizontal, self.classes, self._inner)
        self._outer.setSizes([466, 222])
        self._outer.setStretchFactor(0, 3)
        self._outer.setStretchFactor(1, 2)
        self._outer.restoreState(self.context.settings.layout("check.classes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.addWidget(self._outer)

    def _show_mistakes(self, chosen: ClassResult) -> None:
        if self._details is None:
            return
        names = shown_names(self._details.classes)
        wrong = mistakes(self._details, names, self._index_by_id[chosen.id])
        words = tr("{name} is confused with", name=chosen.name)
        self.heading.setText(words if wrong else tr("{name} was never confused", name=chosen.name))
        same = self.mistakes.rows and wrong and self.mistakes.rows[0].truth == wrong[0].truth
        self.mistakes.show_rows(wrong)
        if not wrong:
            self.images.clear(tr("Images appear here for a class that was confused."))
            return
        shown = self.mistakes.current() if same else None
        if shown is None:
            # The most frequent confusion, so that what is chosen and what is shown agree.
            first = self.mistakes.rows[0].cell
            self.mistakes.select_keys({first}, first)
        elif self._of_other:
            self._show_images(shown)

    def _show_images(self, cell: Confusion) -> None:
        if self._details is not None:
            self._of_other = False
            ids = self._class(cell.truth).id, self._class(cell.named).id
            self.images.show_confusion(self._details.summary.id, cell, *ids)


def _class_columns() -> list[Column]:
    return [
        Column(tr("Class"), lambda row: row.name, lambda row: row.name.casefold()),
        Column(tr("Folder"), lambda row: row.task, lambda row: (row.task.casefold(), row.id), spare=370,
               wide=True),
        Column(tr("Correct"), lambda row: f"{number(row.right)} / {number(row.total)}",
               lambda row: row.right, number=True, spare=280),
        Column(tr("Accuracy"), lambda row: percent(row.accuracy), lambda row: row.accuracy,
               share=lambda row: row.accuracy, number=True),
    ]  # fmt: skip


def _splitter(side: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(side)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(SMALL)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter
