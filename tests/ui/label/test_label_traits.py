"""The page Label with a run that knows a table of traits: its classes need no examples, and it says so."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.project_templates import ProjectTemplates
from tests.ui.label.label_parts import SHORT, Labeller, fill
from workbench.operations.attributes.trait_tables import keep_traits, read_traits
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training import train_approach

pytestmark = pytest.mark.usefixtures("known_features")


@pytest.fixture
def truth(templates: ProjectTemplates, project: Project, tmp_path: Path) -> dict[str, str]:
    return templates.fill(project, fill_with_traits, tmp_path)


def fill_with_traits(project: Project, folder: Path) -> dict[str, str]:
    """A run without traits and one with them; the table has two rows of classes that nobody has seen."""
    labels = fill(project, folder)
    table = folder / "key.csv"
    rows = [f"class_{number:02d},{number},{number % 2}" for number in range(6)]
    table.write_text("\n".join(["class,legs,wings", *rows, "moth,6,1", "spider,8,0"]))
    keep_traits(project, read_traits(table))
    train_approach(project, replace(SHORT, approach="zero-shot", shot=0), Silent())
    return labels


def test_it_is_said_as_long_as_such_a_run_proposes(labeller: Labeller) -> None:
    words = labeller.page.panel.about_traits
    assert words.isVisible()
    assert "needs no examples" in words.text()
    labeller.page.reading.choose_run("1")
    assert words.isHidden()
    labeller.page.reading.choose_run("2")
    assert words.isVisible()
    labeller.settle()


def test_of_how_many_examples_an_accuracy_is_is_said_where_runs_differ_in_it(labeller: Labeller) -> None:
    runs = labeller.page.head.runs
    number, accuracy, name = runs.itemText(0).split(" · ")
    assert (number, name) == ("Run 2", "Zero-shot learning")
    assert accuracy.endswith("% with 0 examples")
    assert "% with 1 example" in runs.itemText(1)
    assert "example" not in runs.itemText(2)


@pytest.mark.slow
def test_two_names_of_the_table_are_enough_for_proposals(labeller: Labeller) -> None:
    labeller.type_class("moth")
    labeller.settle()
    assert "table of traits" in labeller.page.centre.hint.text()
    for name in ("spider", "ghost"):
        labeller.type_class(name)
    labeller.wait(lambda: labeller.page.labelling.has_proposals)
    labeller.wait(lambda: ": ghost." in labeller.page.centre.hint.text())
    assert {title for title, _ in labeller.headings} <= {"moth", "spider"}
    assert labeller.page.panel.about_traits.isVisible()
