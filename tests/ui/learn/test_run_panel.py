"""On the page Learn, runs are named in place, noted, deleted, restored, exported and imported, all undone at once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.operations.conftest import SHORT, fill
from tests.operations.search.made_searches import make_search
from tests.project_templates import ProjectTemplates
from workbench.operations.project.opening import Project
from workbench.operations.runs.exchange.export_run import export_run_file
from workbench.operations.runs.keeping.run_changes import delete_run
from workbench.operations.runs.listing import RunFacts, describe_runs
from workbench.ui.learn.learn_page import LearnPage
from workbench.ui.learn.note_dialog import NoteDialog
from workbench.ui.learn.run_rows import RunRow
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.training_stage import Stage

pytestmark = pytest.mark.usefixtures("known_features")

PATIENCE = 60_000
Dialog = TypeVar("Dialog", NoteDialog, QFileDialog)


@pytest.fixture
def project(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    """A project with two runs."""
    templates.fill(project, fill, tmp_path, (SHORT, replace(SHORT, seed=1)))
    return project


@pytest.fixture
def page(qtbot: QtBot, context: ProjectContext) -> Iterator[LearnPage]:
    page = LearnPage(context)
    page.resize(1000, 700)
    page.show()
    page.tabs.setCurrentWidget(page.run_panel)
    qtbot.waitUntil(lambda: page.new_run.form is not None and len(rows(page)) == 2, timeout=PATIENCE)
    yield page
    page.leave()
    shiboken6.delete(page)


def rows(page: LearnPage) -> tuple[RunRow, ...]:
    return page.run_panel.list.runs.rows


def choose(page: LearnPage, run: int) -> None:
    view = page.run_panel.list
    index = next(place for place, row in enumerate(rows(page)) if row.run == run)
    view.setCurrentIndex(view.runs.index(index))


def entry(page: LearnPage, text: str) -> QAction:
    """The entry of the menu with that text."""
    return next(action for action in page.run_panel.menu().actions() if action.text().split("\t")[0] == text)


def undo(context: ProjectContext) -> None:
    assert context.history.undo() is not None


def stored(project: Project, run: int) -> RunFacts:
    every = (*describe_runs(project), *describe_runs(project, deleted=True))
    return next(facts for facts in every if facts.id == run)


def dialog_of(page: QWidget, kind: type[Dialog]) -> Dialog:
    return page.window().findChildren(kind)[-1]


def test_a_name_typed_in_the_list_is_kept_shown_and_undone(
    qtbot: QtBot, page: LearnPage, context: ProjectContext, project: Project
) -> None:
    choose(page, 1)
    view = page.run_panel.list
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F2)
    (editor,) = view.viewport().findChildren(QLineEdit)
    # The whole title, of which a part is the approach's, is not what is edited.
    assert editor.text() == ""
    QTest.keyClicks(editor, "pollen, 5 examples")
    with qtbot.waitSignal(context.history.changed, timeout=PATIENCE):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(page)[1].title == "pollen, 5 examples · Prototypical Networks", timeout=PATIENCE)
    assert page.board.strip.title.text().startswith("pollen, 5 examples · ")
    assert stored(project, 1).name == "pollen, 5 examples"
    undo(context)
    qtbot.waitUntil(lambda: rows(page)[1].title == "Prototypical Networks", timeout=PATIENCE)
    assert stored(project, 1).name is None


def test_a_note_is_written_in_a_dialog_and_shown(
    qtbot: QtBot, page: LearnPage, context: ProjectContext, project: Project
) -> None:
    choose(page, 2)
    entry(page, "Note…").trigger()
    dialog = dialog_of(page, NoteDialog)
    dialog.text.setPlainText("first try\nwith <b>bold</b> hopes")
    dialog.keep.click()
    qtbot.waitUntil(lambda: page.run_panel.remark.text() == "first try\nwith <b>bold</b> hopes", timeout=PATIENCE)
    assert page.run_panel.remark.isVisible()
    assert stored(project, 2).remark == "first try\nwith <b>bold</b> hopes"
    tip = page.run_panel.list.runs.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;bold" in tip
    page.run_panel.editing.remark(stored(project, 2), "line\n" * 40)
    qtbot.waitUntil(lambda: page.run_panel.remark.text() == "line\nline\nline…", timeout=PATIENCE)
    assert page.run_panel.remark.toolTip().count("line") == 40
    for _ in range(2):
        undo(context)
    qtbot.waitUntil(lambda: not page.run_panel.remark.isVisible(), timeout=PATIENCE)
    assert stored(project, 2).remark is None


def _with_the_key(page: LearnPage) -> None:
    QTest.keyClick(page.run_panel.list, Qt.Key.Key_Delete)


def _with_the_button(page: LearnPage) -> None:
    QTest.mouseClick(page.run_panel.delete, Qt.MouseButton.LeftButton)


def _with_the_menu(page: LearnPage) -> None:
    entry(page, "Delete").trigger()


@pytest.mark.parametrize("delete", [_with_the_key, _with_the_button, _with_the_menu])
def test_a_run_is_deleted_without_a_question_and_undone(
    qtbot: QtBot, page: LearnPage, context: ProjectContext, project: Project, delete: Callable[[LearnPage], None]
) -> None:
    choose(page, 2)
    with qtbot.waitSignal(context.notifier.said, timeout=PATIENCE):
        delete(page)
    qtbot.waitUntil(lambda: [row.run for row in rows(page)] == [1], timeout=PATIENCE)
    assert stored(project, 2).deleted_at is not None
    # Another run is shown in its place, and the tab counts those that are there.
    assert page.facts is not None
    assert page.facts.id == 1
    assert "1" in page.tabs.tabText(1)
    undo(context)
    qtbot.waitUntil(lambda: [row.run for row in rows(page)] == [2, 1], timeout=PATIENCE)
    assert stored(project, 2).deleted_at is None


@pytest.mark.parametrize(("deleted", "next_one"), [(2, 1), (1, 2)])
def test_a_neighbour_in_the_list_takes_the_place_of_a_deleted_run(
    qtbot: QtBot, page: LearnPage, deleted: int, next_one: int
) -> None:
    choose(page, deleted)
    page.run_panel.delete.click()
    qtbot.waitUntil(lambda: len(rows(page)) == 1, timeout=PATIENCE)
    assert page.run_panel.shown is not None
    assert page.facts is not None
    assert page.run_panel.shown.id == page.facts.id == next_one
    assert page.right.currentWidget() is page.board


def test_runs_of_searches_that_are_not_listed_do_not_take_the_place_of_a_deleted_run(
    qtbot: QtBot, page: LearnPage, context: ProjectContext, project: Project
) -> None:
    make_search(project, run=2)  # The newest run, which the search does not recommend.
    context.changes.runs_changed.emit(None)
    qtbot.waitUntil(lambda: [row.run for row in rows(page)] == [1], timeout=PATIENCE)
    choose(page, 1)
    page.run_panel.delete.click()
    qtbot.waitUntil(lambda: not rows(page), timeout=PATIENCE)
    assert page.run_panel.shown is None
    # What is at the right is no run, either.
    assert page.right.currentWidget() is page.search.board
    page.search.filter.setCurrentIndex(1)
    page.search.filter.activated.emit(1)
    assert [row.run for row in rows(page)] == [2]
    choose(page, 2)
    assert page.facts is not None
    assert page.facts.id == 2
    # A run that is no longer listed is no longer shown.
    page.search.filter.setCurrentIndex(0)
    page.search.filter.activated.emit(0)
    assert page.facts is None
    assert page.right.currentWidget() is page.search.board


def test_deleted_runs_are_shown_on_request_and_restored(qtbot: QtBot, page: LearnPage, project: Project) -> None:
    panel = page.run_panel
    assert not panel.show_deleted.isVisible()
    choose(page, 1)
    panel.delete.click()
    qtbot.waitUntil(panel.show_deleted.isVisible, timeout=PATIENCE)
    panel.show_deleted.click()
    assert [(row.run, row.deleted) for row in rows(page)] == [(2, False), (1, True)]
    choose(page, 1)
    assert panel.delete.text() == "Restore"
    # It can neither be named nor deleted once more, nor be resumed or exported.
    assert not panel.list.runs.flags(panel.list.currentIndex()) & Qt.ItemFlag.ItemIsEditable
    assert not entry(page, "Export run…").isEnabled()
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    panel.delete.click()
    qtbot.waitUntil(lambda: [row.deleted for row in rows(page)] == [False, False], timeout=PATIENCE)
    assert stored(project, 1).deleted_at is None
    assert not panel.show_deleted.isVisible()


def test_where_the_last_run_is_deleted_the_page_is_as_before_the_first(qtbot: QtBot, page: LearnPage) -> None:
    for run, left in ((2, 1), (1, 0)):
        choose(page, run)
        page.run_panel.delete.click()
        qtbot.waitUntil(lambda left=left: len(rows(page)) == left, timeout=PATIENCE)
    assert page.right.currentWidget() is page.nothing
    assert page.run_panel.empty.isVisible()
    assert not page.run_panel.delete.isEnabled()
    # What was deleted can be looked at.
    page.run_panel.show_deleted.click()
    assert len(rows(page)) == 2


def test_the_run_that_was_just_trained_is_deleted_like_any_other(
    qtbot: QtBot, page: LearnPage, context: ProjectContext
) -> None:
    page.new_run.show_request(SHORT)
    qtbot.waitUntil(page.controls.start.isEnabled, timeout=PATIENCE)
    page.controls.start.click()
    # That it is being trained may be over before it is looked at: so short a training tells all in one turn.
    qtbot.waitUntil(lambda: page.controller.stage is Stage.FINISHED and len(rows(page)) == 3, timeout=PATIENCE)
    assert page.controller.run == 3
    choose(page, 3)
    page.run_panel.delete.click()
    qtbot.waitUntil(lambda: len(rows(page)) == 2, timeout=PATIENCE)
    assert page.controller.run is None
    assert page.controller.stage is Stage.IDLE
    assert page.facts is not None
    assert page.facts.id == 2
    undo(context)
    qtbot.waitUntil(lambda: len(rows(page)) == 3, timeout=PATIENCE)


def test_a_run_is_exported_and_imported_from_the_menu(
    qtbot: QtBot, page: LearnPage, context: ProjectContext, project: Project, tmp_path: Path
) -> None:
    choose(page, 1)
    entry(page, "Export run…").trigger()
    dialog = dialog_of(page, QFileDialog)
    file = tmp_path / "taken.safetensors"
    with qtbot.waitSignal(context.notifier.said, timeout=PATIENCE) as said:
        dialog.fileSelected.emit(str(file))
    dialog.close()
    assert file.name in str(said.args)
    assert file.exists()
    delete_run(project, 1)
    entry(page, "Import run…").trigger()
    dialog = dialog_of(page, QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    qtbot.waitUntil(lambda: [row.run for row in rows(page)] == [3, 2], timeout=PATIENCE)
    qtbot.waitUntil(lambda: page.facts is not None and page.facts.id == 3, timeout=PATIENCE)
    assert "taken.safetensors" in page.board.strip.notes.text() + page.board.strip.notes.toolTip()
    undo(context)
    qtbot.waitUntil(lambda: [row.run for row in rows(page)] == [2], timeout=PATIENCE)
    assert stored(project, 3).deleted_at is not None


def test_a_run_that_is_here_already_is_not_imported_again_but_shown(
    qtbot: QtBot, page: LearnPage, context: ProjectContext, project: Project, tmp_path: Path
) -> None:
    file = tmp_path / "run.safetensors"
    export_run_file(project, "1", file)
    with qtbot.waitSignal(context.notifier.said, timeout=PATIENCE) as said:
        page.run_panel.editing.import_file(file)
    assert "run 1" in str(said.args)
    qtbot.waitUntil(lambda: page.facts is not None and page.facts.id == 1, timeout=PATIENCE)
    assert [run.id for run in describe_runs(project)] == [1, 2]


def test_what_cannot_be_exported_or_imported_is_complained_of(
    qtbot: QtBot, page: LearnPage, context: ProjectContext, project: Project, tmp_path: Path
) -> None:
    file = tmp_path / "run.safetensors"
    export_run_file(project, "1", file)
    with qtbot.waitSignal(context.notifier.complained, timeout=PATIENCE) as complained:
        page.run_panel.editing.export(stored(project, 1), file, class_names_too=True)
    assert "already exists" in str(complained.args)
    file.write_bytes(file.read_bytes()[:-1])
    with qtbot.waitSignal(context.notifier.complained, timeout=PATIENCE) as complained:
        page.run_panel.editing.import_file(file)
    assert "damaged" in str(complained.args)
    assert len(describe_runs(project)) == 2
