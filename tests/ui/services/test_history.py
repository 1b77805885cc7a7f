"""Undo and redo, many steps, in the order a person expects."""

from PySide6.QtCore import QObject

from workbench.ui.services.history import History, UndoStep


def history_over(values: list[str], names: str) -> History:
    history = History()

    def take_back() -> None:
        values.pop()

    for name in names:
        values.append(name)
        history.add(UndoStep(f"Added {name}", undo=take_back, redo=lambda name=name: values.append(name)))
    return history


def test_steps_are_undone_newest_first_and_done_again_oldest_first(qapp: QObject) -> None:
    values: list[str] = []
    history = history_over(values, "abc")
    assert [history.undo(), history.undo()] == ["Added c", "Added b"]
    assert values == ["a"]
    assert [history.redo(), history.redo(), history.redo()] == ["Added b", "Added c", None]
    assert values == ["a", "b", "c"]


def test_a_new_decision_ends_what_could_be_done_again(qapp: QObject) -> None:
    values: list[str] = []
    history = history_over(values, "ab")
    history.undo()
    history.add(UndoStep("Added z", undo=values.clear, redo=values.clear))
    assert history.redo() is None
    assert history.next_undo == "Added z"


def test_nothing_to_undo_is_said_so(qapp: QObject) -> None:
    assert History().undo() is None
