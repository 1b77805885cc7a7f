"""The page Check lists runs by their names, and no run that was deleted."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.check.check_parts import fill, settle, shown
from workbench.operations.evaluation.evaluate_run import EvaluationRequest, evaluate_run
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.keeping.run_changes import delete_run, rename_run
from workbench.ui.services.project_context import ProjectContext

pytestmark = pytest.mark.usefixtures("known_features")


def fill_and_test(project: Project, folder: Path) -> None:
    fill(project, folder)
    evaluate_run(project, EvaluationRequest("1", way=3, query=2, episodes=20), Silent())


@pytest.fixture
def project(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    """Three folders of classes with a run that was tested."""
    templates.fill(project, fill_and_test, tmp_path)
    return project


@pytest.mark.slow
def test_a_run_is_listed_by_its_name_until_it_is_deleted(
    qtbot: QtBot, context: ProjectContext, complaints: list[str]
) -> None:
    rename_run(context.project, 1, "pollen")
    page = shown(qtbot, context)
    assert page.panel.table.current().title == "pollen"
    assert page.panel.table.current().detail == "no. 1 · Prototypical Networks · Small network"
    assert page.panel.table.current().name == "pollen · Prototypical Networks"
    assert page.panel.history.rows
    restore = delete_run(context.project, 1)
    context.changes.runs_changed.emit(None)
    settle(qtbot, context)
    # Nothing of the deleted run is shown any more.
    assert {row.key for row in page.panel.table.rows} == {"pretrained", "pixels"}
    assert page.panel.table.current() is not None
    assert not page.panel.history.rows
    assert page.invitation.isVisible()
    restore.apply(context.project)
    context.changes.runs_changed.emit(None)
    settle(qtbot, context)
    assert {row.key for row in page.panel.table.rows} == {"1", "pretrained", "pixels"}
    assert not complaints
