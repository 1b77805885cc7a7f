"""A form made from descriptions gives back texts that an approach understands."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox
from pytestqt.qtbot import QtBot

from workbench.operations.describe_approaches import OptionDescription
from workbench.ui.widgets.fields import Decimal
from workbench.ui.widgets.option_form import OptionForm
from workbench.words import Message


def option(
    name: str,
    default: bool | int | float | str,
    ends: tuple[float, float] | None = None,
    choices: tuple[str, ...] = (),
) -> OptionDescription:
    least, most = ends or (None, None)
    called = {choice: Message(choice.title()) for choice in choices}
    return OptionDescription(name, Message(name), default, least, most, called, basic=True)


OPTIONS = (
    option("steps", 5, (1, 50)),
    option("rate", 0.001, (0.0, 10.0)),
    option("head", "linear", choices=("linear", "cosine")),
    option("unit", default=True),
)


@pytest.fixture
def form(qtbot: QtBot) -> OptionForm:
    form = OptionForm(OPTIONS)
    qtbot.addWidget(form)
    return form


def test_each_kind_of_option_has_its_kind_of_field(form: OptionForm) -> None:
    kinds = {"steps": QSpinBox, "rate": QDoubleSpinBox, "head": QComboBox, "unit": QCheckBox}
    for name, kind in kinds.items():
        assert isinstance(form.fields[name].widget, kind)


def test_defaults_come_back(form: OptionForm) -> None:
    assert form.values() == {"steps": "5", "rate": "0.001", "head": "linear", "unit": "yes"}


def test_what_is_shown_comes_back_and_limits_hold(qtbot: QtBot, form: OptionForm) -> None:
    with qtbot.waitSignal(form.changed):
        form.show_values({"steps": "99", "rate": "0.25", "head": "cosine", "unit": "False"})
    assert form.values() == {"steps": "50", "rate": "0.25", "head": "cosine", "unit": "no"}


@pytest.mark.parametrize(("typed", "value"), [("0.05", 0.05), ("1e-4", 1e-4), ("2", 2.0)])
def test_a_small_number_is_written_without_zeros(qtbot: QtBot, typed: str, value: float) -> None:
    field = Decimal(0.001, 0.0, 10.0)
    qtbot.addWidget(field)
    assert field.text() == "0.001"
    field.selectAll()
    qtbot.keyClicks(field, typed)
    field.interpretText()
    assert field.value() == value
