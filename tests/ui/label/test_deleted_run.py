"""The run that proposes is deleted: that is said, another proposes, and what a person decided and chose stays."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.operations.conftest import SHORT
from tests.ui.label.label_parts import Labeller
from workbench.operations.labelling.labels import current_labels
from workbench.operations.progress import Silent
from workbench.operations.runs.keeping.run_changes import DeleteRun, RestoreRun, rename_run
from workbench.operations.runs.training import train_approach
from workbench.ui.services.project_context import ProjectContext

pytestmark = pytest.mark.usefixtures("known_features")


def change(person: Labeller, made: DeleteRun | RestoreRun) -> None:
    made.apply(person.context.project)
    person.context.changes.runs_changed.emit(None)
    person.settle()


def offered(person: Labeller) -> list[str]:
    runs = person.page.head.runs
    return [runs.itemText(place).split(" · ")[0] for place in range(runs.count())]


@pytest.mark.slow
def test_another_proposes_and_the_restored_one_again(ready: Labeller, said: list[str]) -> None:
    assert ready.page.reading.run == "1"
    ready.page.reading.choose_run("1")
    ready.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    ready.press(Qt.Key.Key_Return)
    ready.settle()
    labels = current_labels(ready.context.project)
    assert {label.run for label in labels} == {1}
    said.clear()
    change(ready, DeleteRun(1))
    assert ready.page.reading.run == "pretrained"
    assert len(offered(ready)) == 1
    assert [text for text in said if "Run 1" in text]
    assert current_labels(ready.context.project) == labels
    # It is said once, not whenever something is read.
    said.clear()
    ready.context.changes.runs_changed.emit(None)
    ready.settle()
    assert not [text for text in said if "Run 1" in text]
    change(ready, RestoreRun(1))
    assert ready.page.reading.run == "1"


def test_a_choice_that_was_deleted_meanwhile_is_named_when_the_page_opens(
    qtbot: QtBot, ready: Labeller, context: ProjectContext, said: list[str]
) -> None:
    train_approach(context.project, SHORT, Silent())
    context.changes.runs_changed.emit(None)
    ready.settle()
    ready.page.reading.choose_run("2")
    ready.settle()
    DeleteRun(2).apply(context.project)
    said.clear()
    again = Labeller(qtbot, context)
    assert again.page.reading.run == "1"
    assert [text for text in said if "Run 2" in text and "Run 1" in text]


def test_a_run_is_listed_by_its_name(ready: Labeller) -> None:
    rename_run(ready.context.project, 1, "pollen")
    ready.context.changes.runs_changed.emit(None)
    ready.settle()
    assert offered(ready)[0] == "pollen"
    assert "Prototypical Networks" in ready.page.head.runs.itemText(0)
