"""A form made from the descriptions of an approach's options."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from workbench.operations.runs.describe_approaches import Answer, OptionDescription
from workbench.ui.controls.fields import DecimalField, FieldRows, selection, whole
from workbench.ui.controls.text import set_tooltip
from workbench.ui.services.translation import say

_MOST = 1e6


@dataclass(frozen=True)
class OptionField:
    """The widget of an option, and how its value is read and set."""

    widget: QWidget
    read: Callable[[], Answer]
    show: Callable[[Any], None]  # Takes what `read` returns.


class OptionForm(FieldRows):
    """One field for each option; its values are those of `TrainingRequest.options`."""

    changed = Signal()

    def __init__(self, options: Sequence[OptionDescription]) -> None:
        super().__init__()
        self.fields: dict[str, OptionField] = {}
        for option in options:
            field = _field_of(option, self.changed)
            self.fields[option.name] = field
            text = say(option.label)
            if isinstance(field.widget, QCheckBox):
                self.add_box(text, field.widget)
            elif isinstance(field.widget, QComboBox):
                self.add_choice(text, field.widget)
            else:
                self.add(text, field.widget, _limits(option))

    def values(self) -> dict[str, Answer]:
        """Return what was chosen."""
        return {name: field.read() for name, field in self.fields.items()}

    def show_values(self, values: Mapping[str, Answer]) -> None:
        """Show other values; options that are not named keep theirs."""
        for name, field in self.fields.items():
            if name in values:
                field.show(values[name])


def _field_of(option: OptionDescription, changed: SignalInstance) -> OptionField:
    default = option.default
    if isinstance(default, bool):
        return _box(default, changed)
    if isinstance(default, str):
        return _choice(option, default, changed)
    if isinstance(default, int):
        number = whole(default, option.least, option.most)
        number.valueChanged.connect(changed)
        return OptionField(number, number.value, number.setValue)
    least, most = (limit if limit is not None else default_limit for limit, default_limit in _ends(option))
    decimal = DecimalField(default, least, most)
    decimal.valueChanged.connect(changed)
    return OptionField(decimal, decimal.value, decimal.setValue)


def _choice(option: OptionDescription, default: str, changed: SignalInstance) -> OptionField:
    field = selection({choice: say(called) for choice, called in option.choices.items()}, default)
    for number in range(field.count()):
        # Papers call it so.
        field.setItemData(number, field.itemData(number), Qt.ItemDataRole.ToolTipRole)
    field.currentTextChanged.connect(field.setToolTip)
    set_tooltip(field, field.currentText())
    field.currentIndexChanged.connect(changed)
    return OptionField(field, field.currentData, lambda choice: field.setCurrentIndex(max(0, field.findData(choice))))


def _box(default: bool, changed: SignalInstance) -> OptionField:
    box = QCheckBox()
    box.setChecked(default)
    box.toggled.connect(changed)
    return OptionField(box, box.isChecked, box.setChecked)


def _ends(option: OptionDescription) -> tuple[tuple[float | None, float], tuple[float | None, float]]:
    return (option.least, -_MOST), (option.most, _MOST)


def _limits(option: OptionDescription) -> str:
    if option.least is None or option.most is None:
        return ""
    return f"{option.least:g} – {option.most:g}"
