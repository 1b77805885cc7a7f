"""A small window that finds a class by a few letters."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.ui.controls.text import label, set_kind, set_tooltip
from workbench.ui.label.class_filter import is_named, matching
from workbench.ui.label.class_rows import KEYS
from workbench.ui.look.marks import mark_icon
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.translation import tr

_MOST_SHOWN, _ROW = 8, 24
_INDEX = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ClassPopup(QFrame):
    """Asks for a class: letters narrow the list, Enter takes the marked one, Escape none.

    Where no class is called what was typed, the last line offers to add one of that name.
    """

    def __init__(
        self,
        title: str,
        classes: Sequence[LabellingClassFacts],
        chosen: Callable[[LabellingClassFacts], None],
        added: Callable[[str], None] | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_kind(self, "panel")
        self._classes = classes
        self._chosen = chosen
        self._added = added
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type to search"))
        self.field.setAccessibleName(title)
        self.list = QListWidget()
        self.list.setIconSize(QSize(16, 16))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Classes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(label(title, "strong"))
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFixedWidth(300)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self._narrow("")

    def open_at(self, point: QPoint, typed: str = "") -> None:
        """Show it at a point of the screen, with something typed already."""
        self.field.setText(typed)
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = min(point.x(), screen.right() - self.width())
        self.move(max(screen.left(), x), max(screen.top(), min(point.y(), screen.bottom() - self.height())))
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let arrows move in the list and Enter take, while the letters go to the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self.list.event(event)
                return True
            if key == Qt.Key.Key_Escape:
                self.close()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        self.list.clear()
        for index in matching(self._classes, typed):
            key = f"{index + 1}   " if index < KEYS else ""
            item = QListWidgetItem(mark_icon(index), key + self._classes[index].name)
            item.setData(_INDEX, index)
            set_tooltip(item, self._classes[index].name)
            self.list.addItem(item)
        if self._added is not None and typed.strip() and not is_named(self._classes, typed):
            self.list.addItem(QListWidgetItem(tr("Add class {name}", name=" ".join(typed.split()))))
        self.list.setCurrentRow(0)
        rows = max(1, min(self.list.count(), _MOST_SHOWN))
        self.list.setFixedHeight(rows * max(_ROW, self.list.sizeHintForRow(0)) + 2 * self.list.frameWidth() + 2)
        self.adjustSize()

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        index, typed = item.data(_INDEX), self.field.text()
        self.close()
        if index is not None:
            self._chosen(self._classes[index])
        elif self._added is not None:
            self._added(typed)
