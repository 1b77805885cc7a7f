"""The list of classes to give: names are edited in place, examples dropped on them and taken out."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu

from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.ui.grid.cards import Index
from workbench.ui.label.class_painter import ClassPainter
from workbench.ui.label.class_rows import ClassRows
from workbench.ui.look.theme import Theme
from workbench.ui.services.thumbnails import Thumbnails
from workbench.ui.services.translation import tr


class ClassList(QListView):
    """Shows classes with their examples; the arrows left and right choose an example, Delete takes it out."""

    remove_requested = Signal(LabellingClassFacts)
    example_remove_requested = Signal(LabellingClassFacts, int)  # A class, and an example's id.
    example_chosen = Signal()
    example_move_requested = Signal()  # The chosen example, to the class that it looks like.
    left = Signal()  # With Escape.
    move_requested = Signal(LabellingClassFacts, int)  # A class, and its new position; the first is 1.

    def __init__(self, rows: ClassRows, theme: Theme, thumbnails: Thumbnails, *, editable: bool) -> None:
        super().__init__()
        self._rows = rows
        self._editable = editable
        self.example: int | None = None  # index of the chosen example of the current class
        self._painter = ClassPainter(theme, thumbnails, lambda: self.example, self)
        self.setModel(rows)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Classes"))
        self.setAcceptDrops(editable)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(True)
        # Anywhere on a row is on its class; there is nothing to drop between two.
        self.setDragDropOverwriteMode(True)
        triggers = QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        self.setEditTriggers(triggers)
        thumbnails.arrived.connect(self.viewport().update)
        theme.changed.connect(self.viewport().update)
        rows.modelAboutToBeReset.connect(self._before_reset)
        rows.modelReset.connect(self._after_reset)
        self._kept: int | None = None

    @property
    def classes(self) -> tuple[LabellingClassFacts, ...]:
        """The classes, in their order."""
        return self._rows.classes

    @property
    def current(self) -> LabellingClassFacts | None:
        """The current class."""
        row = self.currentIndex().row()
        return self._rows.classes[row] if 0 <= row < len(self._rows.classes) else None

    def choose(self, class_id: int) -> None:
        """Make a class the current one, in sight."""
        for row, image_class in enumerate(self._rows.classes):
            if image_class.id == class_id:
                self.setCurrentIndex(self._rows.index(row))
                self.scrollTo(self.currentIndex())

    def choose_example(self, index: int | None) -> None:
        """Choose an example of the current class by its index; None chooses none."""
        current = self.current
        count = len(current.examples) if current is not None else 0
        self.example = None if index is None or not count else max(0, min(index, count - 1))
        self.viewport().update()
        self.example_chosen.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's names
        super().currentChanged(current, previous)
        self.choose_example(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            before = -1 if self.example is None else self.example
            index = before + (1 if key == Qt.Key.Key_Right else -1)
            self.choose_example(index if index >= 0 else None)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove_chosen()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index, current = self.indexAt(point), self.current
        if index.isValid() and current is not None:
            self.choose_example(ClassPainter.example_at(self.visualRect(index), point, current, self.example))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        current = self.current
        if current is None or not self._editable:
            return
        menu = self.menu(current)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self, image_class: LabellingClassFacts) -> QMenu:
        """Return what can be done with a class and its chosen example."""
        menu = QMenu(self)
        position = self.currentIndex().row() + 1
        requests: list[tuple[str, Callable[[], None], bool]] = [
            (tr("Remove example"), self._remove_chosen, self.example is not None),
            *self._moves(),
            (tr("Rename"), lambda: self.edit(self.currentIndex()), True),
            (tr("Move up"), lambda: self.move_requested.emit(image_class, position - 1), position > 1),
            (
                tr("Move down"),
                lambda: self.move_requested.emit(image_class, position + 1),
                position < len(self._rows.classes),
            ),
            (tr("Remove class"), lambda: self.remove_requested.emit(image_class), True),
        ]
        for text, act, possible in requests:
            action = menu.addAction(text)
            action.triggered.connect(lambda checked=False, act=act: act())
            action.setEnabled(possible)
        return menu

    def _moves(self) -> list[tuple[str, Callable[[], None], bool]]:
        """Return the entry that moves the chosen example to the class that it looks like, where it does."""
        doubts = self._rows.misgivings(self.currentIndex().row())
        return [
            (tr("Move to {name}", name=doubt.other.name), self.example_move_requested.emit, True)
            for doubt in doubts
            if doubt.place == self.example and doubt.can_move
        ]

    def _remove_chosen(self) -> None:
        current = self.current
        if current is None or not self._editable:
            return
        if self.example is None:
            self.remove_requested.emit(current)
            return
        example = current.examples[min(self.example, len(current.examples) - 1)]
        self.example_remove_requested.emit(current, example.id)
        self.choose_example(None)

    def _before_reset(self) -> None:
        current = self.current
        self._kept = current.id if current is not None else None

    def _after_reset(self) -> None:
        for row, image_class in enumerate(self._rows.classes):
            if image_class.id == self._kept:
                self.setCurrentIndex(self._rows.index(row))
