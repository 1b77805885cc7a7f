"""The table of traits in the training form: given as a file, stored, and shown with what it describes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.learn.learn_parts import fill
from workbench.operations.attributes.trait_tables import project_traits
from workbench.operations.devices import describe_device
from workbench.operations.project.opening import Project
from workbench.operations.runs.describe_approaches import describe_approaches, describe_encoders
from workbench.ui.frame.status_line import Banners
from workbench.ui.learn.training_form import TrainingChoices, TrainingForm
from workbench.ui.learn.trait_table_field import TraitTableField
from workbench.ui.services.project_context import ProjectContext

PATIENCE = 60_000


@pytest.fixture
def project(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path)
    return project


@pytest.fixture
def field(qtbot: QtBot, context: ProjectContext) -> Iterator[TraitTableField]:
    made = TraitTableField(context)
    made.show()
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=PATIENCE)
    yield made
    shiboken6.delete(made)


def give(qtbot: QtBot, context: ProjectContext, field: TraitTableField, text: str) -> None:
    path = context.path.parent / "key.csv"
    path.write_text(text, encoding="utf-8")
    field.take_file(path)
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=PATIENCE)


def test_without_a_table_it_says_what_one_is(field: TraitTableField) -> None:
    assert "one row per class" in field.words.text()
    assert field.choose.text() == "Choose a table…"
    assert field.name.isHidden()


def test_a_table_is_stored_and_shown_with_the_classes_it_describes(
    qtbot: QtBot, context: ProjectContext, field: TraitTableField, project: Project
) -> None:
    rows = "".join(f"class_{number:02d},{number},yes\n" for number in range(4))
    with qtbot.waitSignal(context.changes.traits_changed, timeout=PATIENCE):
        give(qtbot, context, field, f"class,legs,wings\n{rows}")
    qtbot.waitUntil(lambda: field.name.text() == "key.csv", timeout=PATIENCE)
    assert field.words.text().startswith("4 classes, 2 traits.")
    assert "12 of the 18" in field.words.text()
    assert "class_05" in field.words.toolTip()
    assert field.choose.text() == "Choose another table…"
    stored = project_traits(project)
    assert stored is not None
    assert stored.names == ("legs", "wings")


def test_a_file_that_is_no_table_is_complained_of_and_changes_nothing(
    qtbot: QtBot, context: ProjectContext, field: TraitTableField, project: Project, complaints: list[str]
) -> None:
    give(qtbot, context, field, "class\nclass_00\n")
    assert "no trait columns" in complaints[0]
    assert project_traits(project) is None
    assert field.name.isHidden()


def test_a_table_of_none_of_the_classes_is_warned_of(
    qtbot: QtBot, context: ProjectContext, field: TraitTableField
) -> None:
    give(qtbot, context, field, "class,legs\nmoth,6\nspider,8\n")
    qtbot.waitUntil(lambda: field.name.text() == "key.csv", timeout=PATIENCE)
    assert "0 of the 18" in field.words.text()
    assert field.words.property("kind") == "warn"
    give(qtbot, context, field, "class,legs\nclass_00,6\nspider,8\n")
    qtbot.waitUntil(lambda: "3 of the 18" in field.words.text(), timeout=PATIENCE)
    assert field.words.property("kind") == "small"


def test_what_was_wrong_with_one_table_is_taken_back_when_another_is_tried(
    qtbot: QtBot, context: ProjectContext, field: TraitTableField, complaints: list[str]
) -> None:
    banners = Banners(context.theme)
    qtbot.addWidget(banners)
    context.notifier.complained.connect(banners.complain)
    context.notifier.withdrew.connect(banners.withdraw)
    give(qtbot, context, field, "class\nclass_00\n")
    assert banners.complaint == complaints[0]
    give(qtbot, context, field, "class,legs\nclass_00,6\nclass_01,8\n")
    assert banners.complaint == ""
    banners.complain("The disk is full.")
    give(qtbot, context, field, "class,legs\nclass_00,6\nclass_01,4\n")
    assert banners.complaint == "The disk is full."


def test_the_form_shows_it_where_an_approach_reads_traits(context: ProjectContext, field: TraitTableField) -> None:
    plain, *others = (replace(approach, uses_traits=False) for approach in describe_approaches())
    reader = replace(others[0], uses_traits=True)
    choices = TrainingChoices((plain, reader), describe_encoders(), {"cpu": describe_device("cpu")})
    form = TrainingForm(choices, context.theme, field)
    form.show()
    assert field.isHidden()
    form.approaches.cards[reader.name].click()
    assert field.isVisible()
    form.approaches.cards[plain.name].click()
    form.approaches.several.click()
    assert field.isHidden()
    form.approaches.boxes[reader.name].click()
    form.approaches.cards[plain.name].click()
    assert field.isVisible()
    field.setParent(None)
    shiboken6.delete(form)
