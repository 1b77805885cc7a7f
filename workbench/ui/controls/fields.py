"""Fields of a form: a row is a label beside its field, numbers are written as the person's language does."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QMouseEvent, QValidator
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from workbench.ui.controls.text import label, set_tooltip
from workbench.ui.look.tokens import SMALL

FIELD_WIDTH = 112
_MOST = 10**6
_PLACES = 8
_BESIDE_CHOICE = 52  # pixels for the arrow, the edges, and a font that is larger once a style sheet applies


class CalmWheel(QObject):
    """Keeps the wheel, which scrolls the form, from changing a field that it passes over."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


class DecimalField(QDoubleSpinBox):
    """A number with decimals, written without zeros at its end; its steps are as fine as the number is small."""

    def __init__(self, value: float, least: float, most: float) -> None:
        super().__init__()
        self.setDecimals(_PLACES)
        self.setRange(least, most)
        self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        self.setValue(value)
        self.lineEdit().setTextMargins(SMALL, 0, 0, 0)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's names, here and below
        text = QLocale().toString(value, "f", _PLACES)
        point = QLocale().decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text

    def valueFromText(self, text: str) -> float:  # noqa: N802
        value, understood = QLocale().toDouble(text.strip())
        return value if understood else self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        # 1e-4 is typed by people who know learning rates, so what reads as a number is one.
        value, understood = QLocale().toDouble(text.strip())
        good = understood and self.minimum() <= value <= self.maximum()
        return (QValidator.State.Acceptable if good else QValidator.State.Intermediate), text, position


def whole(value: int, least: float | None, most: float | None) -> QSpinBox:
    """Return a field for a whole number."""
    field = QSpinBox()
    field.setLocale(QLocale())  # That of its window is the one the program started with.
    field.setGroupSeparatorShown(True)
    field.setRange(int(least if least is not None else -_MOST), int(most if most is not None else _MOST))
    field.setValue(value)
    # The style sheet's padding does not reach the text of a spin box.
    field.lineEdit().setTextMargins(SMALL, 0, 0, 0)
    return field


def selection(choices: dict[str, str], chosen: str) -> QComboBox:
    """Return a field to choose from: the value of each choice, and what it is called."""
    field = QComboBox()
    field.setMinimumContentsLength(6)
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value, name in choices.items():
        field.addItem(name, value)
    field.setCurrentIndex(max(0, field.findData(chosen)))
    # The list may be wider than the field.
    field.view().setMinimumWidth(widest(choices.values(), field) + _BESIDE_CHOICE)
    return field


def widest(texts: Iterable[str], shown_in: QWidget) -> int:
    """Return the width in pixels of the longest of some texts."""
    return max((shown_in.fontMetrics().horizontalAdvance(text) for text in texts), default=0)


class FieldRows(QWidget):
    """Rows of labelled fields, all fields of one width."""

    def __init__(self) -> None:
        super().__init__()
        self._calm = CalmWheel(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SMALL)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(0, 1)

    def add(self, text: str, field: QWidget, tip: str = "") -> None:
        """Add a field with its label, and a line of explanation on hover."""
        row = self._grid.rowCount()
        line = label(text, wrap=True)
        line.setBuddy(field)
        set_tooltip(line, tip)
        set_tooltip(field, tip)
        field.setAccessibleName(text)
        field.setFixedWidth(FIELD_WIDTH)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(self._calm)
        self._grid.addWidget(line, row, 0)
        self._grid.addWidget(field, row, 1)

    def add_choice(self, text: str, field: QComboBox, tip: str = "") -> None:
        """Add a field to choose from, beside its label where there is room for the longest of its choices."""
        choices = (field.itemText(number) for number in range(field.count()))
        if widest(choices, field) > FIELD_WIDTH - _BESIDE_CHOICE:
            self.add_below(text, field)
            set_tooltip(field, tip)
        else:
            self.add(text, field, tip)

    def add_below(self, text: str, field: QWidget) -> None:
        """Add a field that needs the whole width, under its label."""
        line = label(text, wrap=True)
        line.setBuddy(field)
        field.setAccessibleName(text)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(self._calm)
        self.add_wide(line)
        self.add_wide(field)

    def add_box(self, text: str, box: QCheckBox, tip: str = "") -> None:
        """Add a box to tick; words that are too long for a line are wrapped, which a box's own text cannot be."""
        box.setAccessibleName(text)
        row = QWidget()
        set_tooltip(row, tip)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(_WordsOf(box, text), 1)
        self.add_wide(row)

    def add_wide(self, field: QWidget) -> None:
        """Add something that takes the whole width, such as a check box."""
        self._grid.addWidget(field, self._grid.rowCount(), 0, 1, 2)


class _WordsOf(QLabel):
    """The words beside a box, which tick it as its own text would."""

    def __init__(self, box: QCheckBox, text: str) -> None:
        super().__init__(text)
        self._box = box
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumHeight(24)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self.rect().contains(event.position().toPoint()):
            self._box.click()
