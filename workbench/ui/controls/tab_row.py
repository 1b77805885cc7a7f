"""Tabs in one row, or in two where there is no room for one, so that none is out of sight."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.look.tokens import BODY_TEXT, MEDIUM

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class _Tab(QPushButton):
    """A tab that goes to its neighbours in their order, not to where they happen to lie."""

    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setProperty("kind", "tab")
        self.setCheckable(True)
        self.setAccessibleName(name)
        # The current one is bold, and nothing moves when another becomes it.
        bold = QFont(self.font())
        bold.setPixelSize(BODY_TEXT)
        bold.setWeight(QFont.Weight.DemiBold)
        self.setFixedWidth(QFontMetrics(bold).horizontalAdvance(name) + 2 * MEDIUM)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's names, here and below
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class TabRow(QWidget):
    """Says which of its tabs is the current one; the arrow keys go from tab to tab."""

    moved = Signal()

    def __init__(self, names: Sequence[str], first_row: int) -> None:
        super().__init__()
        self._first_row = first_row  # so many stay in the first row when there are two
        self._group = QButtonGroup(self)
        self._tabs: list[_Tab] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = (QHBoxLayout(), QHBoxLayout())
        for row in self._rows:
            row.setSpacing(0)
            column.addLayout(row)
            row.addStretch(1)
        for number, name in enumerate(names):
            self._add(number, name)
        self._tabs[0].setChecked(True)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def current(self) -> int:
        """The index of the current tab."""
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Make a tab the current one."""
        self._tabs[number].setChecked(True)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        parts = (self._tabs[: self._first_row], self._tabs[self._first_row :])
        return QSize(max(map(_width, parts)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        row = self._rows[1 if _width(self._tabs) > self.width() else 0]
        if row.indexOf(self._tabs[-1]) < 0:
            for number, tab in enumerate(self._tabs[self._first_row :]):
                first = self._first_row if row is self._rows[0] else 0
                row.insertWidget(first + number, tab)

    def _add(self, number: int, name: str) -> None:
        tab = _Tab(name)
        tab.stepped.connect(self._step)
        self._tabs.append(tab)
        self._group.addButton(tab, number)
        self._rows[0].insertWidget(number, tab)

    def _step(self, step: int) -> None:
        number = (self.current + step) % len(self._tabs)
        self.choose(number)
        self._tabs[number].setFocus()

    def _on_toggled(self, number: int, checked: bool) -> None:
        if checked:
            self.moved.emit()


def _width(tabs: Sequence[_Tab]) -> int:
    return sum(tab.minimumWidth() for tab in tabs)
