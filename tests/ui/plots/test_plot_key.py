"""The key of the accuracy plot says in words among how many classes each thing is, and all of it can be read."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.languages import LANGUAGES, PAGE, spoken
from workbench.operations.runs.curve import GrowingCurve
from workbench.ui.learn.run_board import RunBoard
from workbench.ui.services.project_context import ProjectContext

LEFT = 336  # what the column at the left of the page takes, with what stands between
MARGINS = 48
PLAIN = {
    "en": ["Training, among 20 classes", "New classes, among 15", "Guessing, among 15"],
    "es": ["Entrenamiento, entre 20 clases", "Clases nuevas, entre 15", "Al azar, entre 15"],
}


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
        assert [line.text() for line in lines] == PLAIN[language]
        assert [line.text() for line in lines if line.fontMetrics().horizontalAdvance(line.text()) > line.width()] == []


def test_the_line_of_guessing_lies_where_its_words_say_and_stands_beside_those_of_validation(
    qtbot: QtBot, context: ProjectContext
) -> None:
    made = board(qtbot, context, (5, 20))
    training, checking, guessing = made.accuracy_key.words
    assert made.accuracy.chance.value() == pytest.approx(1 / 5)
    assert guessing.text() == "Guessing, among 5"
    assert guessing.y() == checking.y() > training.y()


def test_among_equally_many_it_is_said_as_well(qtbot: QtBot, context: ProjectContext) -> None:
    made = board(qtbot, context, (5, 5))
    words = [line.text() for line in made.accuracy_key.words]
    assert words == ["Training, among 5 classes", "New classes, among 5", "Guessing, among 5"]
