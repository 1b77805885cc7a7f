"""The key of the accuracy plot names the number of classes of each thing, and all of it can be read."""

import re

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.languages import LANGUAGES, PAGE, spoken
from workbench.operations.runs.curve import GrowingCurve
from workbench.ui.learn.run_board import RunBoard
from workbench.ui.services.project_context import ProjectContext

LEFT = 336  # what the column at the left of the page takes, with what stands between
MARGINS = 48


def board(qtbot: QtBot, context: ProjectContext, ways: tuple[int, int]) -> RunBoard:
    made = RunBoard(context)
    qtbot.addWidget(made)
    made.resize(PAGE[0] - LEFT - MARGINS, PAGE[1] - MARGINS)
    made.show()
    made.show_stored(GrowingCurve(), ways)
    QApplication.processEvents()  # Words are laid out a moment after they have changed.
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_the_classes_of_each_and_fits_a_window_of_the_usual_size(
    qtbot: QtBot, context: ProjectContext, language: str
) -> None:
    with spoken(language):
        made = board(qtbot, context, (15, 20))
        lines = made.accuracy_key.words
        assert [re.findall(r"\d+", line.text()) for line in lines] == [["20"], ["15"], ["15"]]
        assert [line.text() for line in lines if line.fontMetrics().horizontalAdvance(line.text()) > line.width()] == []


def test_the_line_of_chance_lies_where_its_words_say_and_stands_beside_those_of_validation(
    qtbot: QtBot, context: ProjectContext
) -> None:
    made = board(qtbot, context, (5, 20))
    training, checking, chance = made.accuracy_key.words
    assert made.accuracy.chance.value() == pytest.approx(1 / 5)
    assert chance.text() == "Chance, 5 classes"
    assert chance.y() == checking.y() > training.y()


def test_among_equally_many_it_is_said_as_well(qtbot: QtBot, context: ProjectContext) -> None:
    made = board(qtbot, context, (5, 5))
    assert [line.text() for line in made.accuracy_key.words] == [
        "Training, 5 classes",
        "Validation, 5 classes",
        "Chance, 5 classes",
    ]
