"""The model of the classes to give: one row a class, in the order of their keys."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, Qt, Signal

from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.ui.controls.text import plain
from workbench.ui.grid.card_view import IMAGE_IDS
from workbench.ui.grid.cards import Index
from workbench.ui.label.doubtful.doubtful_examples import DoubtfulExamples, Misgiving
from workbench.ui.services.translation import tr

KEYS = 9  # Only so many classes have a key of their own.
_FILES = "text/uri-list"


class ClassRows(QAbstractListModel):
    """Shows classes; `renamed` requests a new name for one, `dropped` says what was dropped on one.

    `labelled_count` counts the images decided to be of a class, `learns` says whether proposals rest on those, too, and
    `doubtful` which examples may be wrong.
    """

    renamed = Signal(LabellingClassFacts, str)  # A class, and its new name.
    dropped = Signal(object, QMimeData)  # The LabellingClassFacts (None: beside all of them), and what was dropped.

    def __init__(
        self,
        labelled_count: Callable[[LabellingClassFacts], int],
        learns: Callable[[], bool],
        doubtful: DoubtfulExamples,
        *,
        editable: bool,
    ) -> None:
        super().__init__()
        self.classes: tuple[LabellingClassFacts, ...] = ()
        self._labelled_count = labelled_count
        self._learns = learns
        self._doubtful = doubtful
        self._misgivings: tuple[Misgiving, ...] = ()
        self._editable = editable

    def show(self, classes: tuple[LabellingClassFacts, ...]) -> None:
        """Show classes as they are now; while they are the same ones, nothing that is selected or edited is lost."""
        same = [image_class.id for image_class in classes] == [image_class.id for image_class in self.classes]
        if same:
            self.classes = classes
            self.renew()
            return
        self.beginResetModel()
        self.classes = classes
        self._misgivings = self._doubtful.among(classes)
        self.endResetModel()

    def renew(self) -> None:
        """Show the counts, and which examples may be wrong, as they are now."""
        self._misgivings = self._doubtful.among(self.classes)
        if self.classes:
            self.dataChanged.emit(self.index(0), self.index(len(self.classes) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return 0 if parent.isValid() else len(self.classes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        image_class = self.classes[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return image_class.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            doubts = [misgiving.about_class() for misgiving in self.misgivings(index.row())]
            lines = [f"{image_class.name}: {self.counts(index.row())}", self.in_place_of_examples(index.row()), *doubts]
            text = "\n".join(filter(None, lines))
            return plain(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def counts(self, row: int) -> str:
        """Return how many examples a class has, and how many images were decided to be of it, in words."""
        image_class = self.classes[row]
        examples = tr("{count} examples", count=len(image_class.examples))
        return f"{examples} · {tr('{count} labelled', count=self._labelled_count(image_class))}"

    def in_place_of_examples(self, row: int) -> str:
        """Return what is said of a class without examples, "" of one that has some."""
        image_class = self.classes[row]
        if image_class.examples:
            return ""
        # Of a class without examples, at least one label is always learned from.
        if self._learns() and self._labelled_count(image_class):
            return tr("Known by its labels; examples can be dropped here")
        return tr("No examples yet: drop some here")

    def misgivings(self, row: int) -> tuple[Misgiving, ...]:
        """Return what speaks against examples of a class, most doubtful first."""
        return tuple(one for one in self._misgivings if one.image_class.id == self.classes[row].id)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        image_class = self.classes[index.row()]
        if role == Qt.ItemDataRole.EditRole and str(value).strip() and value != image_class.name:
            self.renamed.emit(image_class, str(value))
        return False  # The new name shows once it is written.

    def flags(self, index: Index) -> Qt.ItemFlag:
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self._editable:
            return able if index.isValid() else Qt.ItemFlag.NoItemFlags
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return able | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [IMAGE_IDS, _FILES]

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.CopyAction

    def canDropMimeData(  # noqa: N802
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        # Images of the grid go to a class; files may also lie beside all classes, as folders that become some.
        return self._editable and (data.hasUrls() or (data.hasFormat(IMAGE_IDS) and parent.isValid()))

    def dropMimeData(  # noqa: N802
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.dropped.emit(self.classes[parent.row()] if parent.isValid() else None, data)
        return True
