"""A form made from descriptions gives back values that an approach takes."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from workbench.operations.runs.describe_approaches import ApproachDescription, OptionDescription, describe_approaches
from workbench.ui.controls.fields import DecimalField
from workbench.ui.learn.option_form import OptionForm
from workbench.ui.look.theme import Theme
from workbench.ui.services.translation import speak
from workbench.words import Message

COLUMN = 264  # pixels: the left side of the page at its narrowest, less its scroll bar


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
    assert form.values() == {"steps": 5, "rate": 0.001, "head": "linear", "unit": True}


def test_what_is_shown_comes_back_and_limits_hold(qtbot: QtBot, form: OptionForm) -> None:
    with qtbot.waitSignal(form.changed):
        form.show_values({"steps": 99, "rate": 0.25, "head": "cosine", "unit": False})
    assert form.values() == {"steps": 50, "rate": 0.25, "head": "cosine", "unit": False}


def test_the_words_beside_a_box_tick_it(qtbot: QtBot, form: OptionForm) -> None:
    form.show()
    words = next(words for words in form.findChildren(QLabel) if words.text() == "unit")
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    assert form.values()["unit"] is False


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("approach", describe_approaches(), ids=lambda approach: approach.name)
def test_the_options_of_every_approach_fit_the_column(
    qtbot: QtBot, theme: Theme, approach: ApproachDescription, language: str
) -> None:
    before, translators = QLocale(), speak(language, [])
    try:
        for options in (approach.options, [option for option in approach.options if option.basic]):
            form = OptionForm(options)
            qtbot.addWidget(form)
            assert form.minimumSizeHint().width() <= COLUMN
    finally:
        for translator in translators:
            QCoreApplication.removeTranslator(translator)
        QLocale.setDefault(before)


def test_a_choice_too_long_to_stand_beside_its_label_stands_under_it(qtbot: QtBot) -> None:
    choices = ("short", "a choice of so many words that they need a line")
    form = OptionForm([option("head", "short", choices=choices)])
    qtbot.addWidget(form)
    form.show()
    words = next(words for words in form.findChildren(QLabel) if words.text() == "head")
    assert form.fields["head"].widget.y() > words.y()


@pytest.mark.parametrize(("typed", "value"), [("0.05", 0.05), ("1e-4", 1e-4), ("2", 2.0)])
def test_a_small_number_is_written_without_zeros(qtbot: QtBot, typed: str, value: float) -> None:
    field = DecimalField(0.001, 0.0, 10.0)
    qtbot.addWidget(field)
    assert field.text() == "0.001"
    field.selectAll()
    qtbot.keyClicks(field, typed)
    field.interpretText()
    assert field.value() == value
