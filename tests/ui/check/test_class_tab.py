"""The tab Per class: nothing in its tables is cut where the window has its usual size."""

from datetime import datetime

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.check.check_parts import part, shown
from tests.ui.languages import LANGUAGES, PAGE, spoken
from workbench.operations.evaluation.evaluations import ClassResult, EvaluationDetails, EvaluationSummary
from workbench.operations.evaluation.verdict import Verdict
from workbench.ui.check.class_tab import ClassTab
from workbench.ui.controls.row_view import RowView
from workbench.ui.services.project_context import ProjectContext
from workbench.words import Message

BEGUN = datetime.fromisoformat("2026-01-01T10:00:00+00:00")
TEST = EvaluationSummary(1, None, "pixels", "", "", 5, 1, 15, 600, "meta-test", 0.7, 0.01, BEGUN)


def details(name: str, folder: str, classes: int = 30) -> EvaluationDetails:
    confusion = np.full((classes, classes), 2) + np.diag(np.arange(classes) + 100)
    rows = tuple(
        ClassResult(number, f"{name}_{number:02d}", folder, int(row[number]), int(row.sum()))
        for number, row in enumerate(confusion)
    )
    return EvaluationDetails(TEST, rows, confusion)


def opened(qtbot: QtBot, context: ProjectContext, details: EvaluationDetails) -> ClassTab:
    page = shown(qtbot, context)
    page.resize(*PAGE)
    page.results.show_result(details, Verdict(0.7, 0.1, "good", Message("Better"), Message("It holds.")))
    tab = part(page, ClassTab)
    assert tab.isVisible()
    return tab


def cut(view: RowView) -> list[str]:
    """Return the headings and the texts that are wider than their column."""
    header, model = view.horizontalHeader(), view.model()
    seen = [column for column in range(model.columnCount()) if not view.isColumnHidden(column)]
    narrow = [column for column in seen if header.sectionSizeHint(column) > header.sectionSize(column)]
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in narrow]
    cells = [model.index(row, column) for column in seen for row in range(model.rowCount())]
    wide = [cell for cell in cells if view.sizeHintForIndex(cell).width() > view.columnWidth(cell.column())]
    return headings + [cell.data() for cell in wide]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_heading_and_no_name_is_cut_in_a_window_of_the_usual_size(
    qtbot: QtBot, context: ProjectContext, language: str
) -> None:
    with spoken(language):
        tab = opened(qtbot, context, details("character", "alphabet_02"))
        assert len(tab.mistakes.rows) > 1
        assert cut(tab.classes) == []
        assert cut(tab.mistakes) == []


@pytest.mark.slow
def test_the_folder_takes_what_it_needs_and_the_class_what_is_left(qtbot: QtBot, context: ProjectContext) -> None:
    tab = opened(qtbot, context, details("a class with quite a long name", "few"))
    widths = [tab.classes.columnWidth(column) for column in range(4)]
    assert sum(widths) == tab.classes.viewport().width()
    assert widths[0] > 2 * widths[1]


@pytest.mark.slow
def test_a_folder_with_a_long_name_leaves_the_class_an_equal_part(qtbot: QtBot, context: ProjectContext) -> None:
    tab = opened(qtbot, context, details("a class with quite a long name", "a folder with a name that is longer still"))
    widths = [tab.classes.columnWidth(column) for column in range(4)]
    assert sum(widths) == tab.classes.viewport().width()
    assert abs(widths[0] - widths[1]) <= 1
    assert all("Accuracy" not in text and "/" not in text for text in cut(tab.classes))


def test_the_most_frequent_mistake_of_a_class_is_chosen_at_once(qtbot: QtBot, context: ProjectContext) -> None:
    made = details("character", "alphabet_02", classes=4)
    made.confusion[2, 3] = 9
    tab = opened(qtbot, context, made)
    with qtbot.waitSignal(tab.mistakes.row_chosen):
        tab.classes.select_keys({2}, 2)
    current = tab.mistakes.current()
    assert current is not None
    assert (current.truth, current.named) == (2, 3)


def test_a_class_that_was_never_confused_says_that_there_is_nothing_to_show(
    qtbot: QtBot, context: ProjectContext
) -> None:
    right = details("character", "alphabet_02", classes=4)
    tab = opened(qtbot, context, EvaluationDetails(TEST, right.classes, np.diag([5, 5, 5, 5])))
    assert not tab.mistakes.rows
    assert tab.images.note.text() == "Images appear here for a class that was confused."
