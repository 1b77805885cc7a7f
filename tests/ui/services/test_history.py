"""Undo and redo, many steps, in the order a person expects."""

import pytest
from pytestqt.qtbot import QtBot

from workbench.operations.labelling.class_changes import RemoveClass, add_class, remove_class
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.project.opening import Project
from workbench.ui.services.history import History, Step
from workbench.ui.services.project_context import ProjectContext


def names(project: Project) -> str:
    return "".join(labelling_class.name for labelling_class in labelling_classes(project))


def add(context: ProjectContext, name: str) -> RemoveClass:
    inverse = add_class(context.project, name)
    context.history.add(Step(f"Added {name}", inverse, "Edit classes", context.changes.classes_changed, "me", name))
    return inverse


def settle(qtbot: QtBot, context: ProjectContext) -> None:
    qtbot.waitUntil(lambda: not context.jobs.listed)


@pytest.fixture
def history(context: ProjectContext) -> History:
    """With three classes added: a, b and c."""
    for name in "abc":
        add(context, name)
    return context.history


def test_steps_are_undone_newest_first_and_done_again_oldest_first(
    qtbot: QtBot, context: ProjectContext, history: History
) -> None:
    assert [history.undo(), history.undo()] == ["Added c", "Added b"]
    settle(qtbot, context)
    assert names(context.project) == "a"
    assert [history.redo(), history.redo(), history.redo()] == ["Added b", "Added c", None]
    settle(qtbot, context)
    assert names(context.project) == "abc"


def test_undo_and_redo_need_not_wait_for_one_another(qtbot: QtBot, context: ProjectContext, history: History) -> None:
    for _ in range(3):
        history.undo()
        history.redo()
        history.undo()
    settle(qtbot, context)
    assert names(context.project) == ""
    for _ in range(3):
        history.redo()
    settle(qtbot, context)
    assert names(context.project) == "abc"


def test_a_new_decision_ends_what_could_be_done_again(qtbot: QtBot, context: ProjectContext, history: History) -> None:
    history.undo()
    settle(qtbot, context)
    add(context, "z")
    assert history.redo() is None
    assert history.next_undo == "Added z"


def test_nothing_to_undo_is_said_so(context: ProjectContext) -> None:
    assert context.history.undo() is None


def test_what_was_undone_is_announced_with_who_had_done_it(
    qtbot: QtBot, context: ProjectContext, history: History
) -> None:
    heard: list[object] = []
    history.reversing.connect(lambda step, back: heard.append((step.subject, back)))
    history.written.connect(lambda step: heard.append(step.subject))
    context.changes.classes_changed.connect(heard.append)
    history.undo()
    assert heard == [("c", True)]
    settle(qtbot, context)
    history.redo()
    settle(qtbot, context)
    assert heard == [("c", True), "me", "c", ("c", False), "me", "c"]
    context.changes.classes_changed.disconnect(heard.append)


def test_a_step_that_cannot_be_undone_is_complained_of_and_forgotten(
    qtbot: QtBot, context: ProjectContext, complaints: list[str]
) -> None:
    add(context, "a")
    gone = add(context, "b")
    remove_class(context.project, gone.class_id)
    initiators: list[object] = []
    context.changes.classes_changed.connect(initiators.append)
    context.history.undo()
    context.history.redo()
    settle(qtbot, context)
    assert (len(complaints), initiators) == (1, [None])
    assert (context.history.next_undo, context.history.redo()) == ("Added a", None)
    context.changes.classes_changed.disconnect(initiators.append)
