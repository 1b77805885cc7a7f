"""The page Export shows what will be written, writes it, and says what could not be."""

import csv
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QRadioButton, QTableView
from pytestqt.qtbot import QtBot

from tests.made_images import make_pile
from workbench.facts import fact
from workbench.facts.decision import Decision
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.ui.controls.table_copy import TableCopy
from workbench.ui.export.export_page import ExportPage
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    make_pile(tmp_path / "pile")
    return tmp_path / "pile"


@pytest.fixture
def labelled(project: Project, pile: Path) -> Project:
    """Twelve accepted, one corrected, one unknown."""
    import_images(project, pile, ImportRequest(), Silent())
    oak, birch = add_class(project, "oak").class_id, add_class(project, "birch").class_id
    images = [image.id for image in list_images(project)]
    decisions = [Decided(number, oak, Decision.ACCEPTED, "oak", 0.9) for number in images[:12]]
    decisions += [
        Decided(images[12], birch, Decision.CORRECTED, "oak", 0.6),
        Decided(images[13], None, Decision.UNKNOWN),
    ]
    decide(project, decisions)
    return project


def opened(qtbot: QtBot, context: ProjectContext) -> ExportPage:
    page = ExportPage(context)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    qtbot.waitUntil(lambda: not context.jobs.listed)
    return page


def settle(qtbot: QtBot, page: ExportPage) -> None:
    qtbot.waitUntil(lambda: not page.context.jobs.listed)


def choose(page: ExportPage, name: str) -> None:
    next(button for button in page.findChildren(QRadioButton) if button.text() == name).click()


def test_without_labels_the_page_leads_to_label(qtbot: QtBot, context: ProjectContext) -> None:
    page = opened(qtbot, context)
    assert page.stack.currentWidget() is page.empty
    assert not page.go.isEnabled()
    with qtbot.waitSignal(context.notifier.requested) as requested:
        page.empty.act.click()
    assert requested.args == ["label"]


@pytest.mark.usefixtures("labelled")
def test_what_will_be_written_is_counted_and_shown(qtbot: QtBot, context: ProjectContext) -> None:
    page = opened(qtbot, context)
    assert page.stack.currentWidget() is page.content
    assert re.findall(r"\d+", page.decisions.text()) == ["14", "12", "1", "1"]
    counts = page.counts
    assert [counts.index(0, column).data() for column in (0, 1)] == ["oak", "12"]
    assert page.preview.rowCount() == 10
    assert page.shown_rows.text() == "The first 10 of 14 rows"
    assert page.shown_rows.isVisible()
    assert page.preview.index(0, 1).data() == "oak"
    assert page.table.columnWidth(4) >= page.table.sizeHintForColumn(4)
    assert page.go.isEnabled()


def test_where_the_preview_shows_all_rows_it_is_not_called_the_first(
    qtbot: QtBot, context: ProjectContext, project: Project, pile: Path
) -> None:
    import_images(project, pile, ImportRequest(), Silent())
    decide(project, [Decided(image.id, None, Decision.UNKNOWN) for image in list_images(project)[:10]])
    page = opened(qtbot, context)
    assert page.preview.rowCount() == 10
    assert not page.shown_rows.isVisible()


def test_new_labels_appear_by_themselves(qtbot: QtBot, context: ProjectContext, labelled: Project) -> None:
    page = opened(qtbot, context)
    last = list_images(labelled)[-1].id
    decide(labelled, [Decided(last, None, Decision.REJECTED)])
    context.changes.labels_changed.emit(None)
    settle(qtbot, page)
    assert page.decisions.text().startswith("15 labels")


@pytest.mark.usefixtures("labelled")
def test_a_table_is_written(qtbot: QtBot, context: ProjectContext, tmp_path: Path, said: list[str]) -> None:
    page = opened(qtbot, context)
    choose(page, "Table (CSV)")
    page.export_to(tmp_path / "out.csv")
    settle(qtbot, page)
    with (tmp_path / "out.csv").open(encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == 14
    assert ["14 labels" in words and "out.csv" in words for words in said] == [True]
    assert page.outcome.isVisible()
    assert page.outcome.folder() == tmp_path
    assert not page.outcome.missing.isVisible()


@pytest.mark.usefixtures("labelled")
def test_images_that_cannot_be_copied_are_listed_with_the_reason(
    qtbot: QtBot, context: ProjectContext, pile: Path, tmp_path: Path
) -> None:
    (pile / "003.png").unlink()
    page = opened(qtbot, context)
    choose(page, "Class folders")
    page.export_to(tmp_path / "out")
    settle(qtbot, page)
    assert len(list((tmp_path / "out").rglob("*.png"))) == 12
    assert page.outcome.words.text().startswith("12 labels")
    entries = page.outcome.missing.entries
    assert page.outcome.missing.isVisible()
    assert entries.index(0, 0).data() == "003.png"
    assert entries.index(0, 2).data() == say(fact("file.not_found"))
    assert page.outcome.folder() == tmp_path / "out"


@pytest.mark.usefixtures("labelled")
def test_nothing_is_written_over(qtbot: QtBot, context: ProjectContext, tmp_path: Path, complaints: list[str]) -> None:
    taken = tmp_path / "out.json"
    taken.write_text("mine")
    page = opened(qtbot, context)
    choose(page, "JSON")
    page.export_to(taken)
    settle(qtbot, page)
    assert [str(taken) in words and "already exists" in words for words in complaints] == [True]
    assert taken.read_text() == "mine"
    assert not page.outcome.isVisible()


@pytest.mark.usefixtures("labelled")
def test_the_format_is_remembered_and_the_suggestion_is_free(qtbot: QtBot, context: ProjectContext) -> None:
    page = opened(qtbot, context)
    choose(page, "JSON")
    assert page.form.suggestion(context.path).name == "made labels.json"
    context.path.with_name("made labels.json").write_text("{}")
    again = opened(qtbot, context)
    assert again.form.suggestion(context.path).name == "made labels 2.json"


def test_what_will_be_written_can_be_copied_with_the_names_of_its_columns(
    qtbot: QtBot, context: ProjectContext, labelled: Project
) -> None:
    page = opened(qtbot, context)
    for table in page.findChildren(QTableView):
        copying = table.findChild(TableCopy)
        assert copying is not None, table.accessibleName()
    copying = page.table.findChild(TableCopy)
    assert copying is not None
    copying.copy_all.trigger()
    head, *lines = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:3] == ["path", "label", "decision"]
    assert len(lines) == page.preview.rowCount()
