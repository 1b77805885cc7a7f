"""Runs that learned a problem are in the list of runs, and nowhere where images are labelled, tested or compared."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.operations.conftest import SHORT, fill
from tests.project_templates import ProjectTemplates
from workbench.operations.evaluation.candidates import usable_runs
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.keeping.run_changes import delete_run
from workbench.operations.runs.listing import RunFacts, describe_runs
from workbench.operations.runs.planning.usual_run import usual_run
from workbench.operations.runs.training import train_approach
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.check.check_page import CheckPage
from workbench.ui.label.label_sources import read_sources
from workbench.ui.learn.learn_page import LearnPage
from workbench.ui.learn.run_rows import RunRow
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.training_stage import Stage
from workbench.words import Message

pytestmark = pytest.mark.usefixtures("known_features")

PATIENCE = 60_000
IMAGES, CURVES, STOPPED = 1, 2, 3
ON_CURVES = TrainingRequest(
    "maml",
    problem="curves",
    shot=5,
    query=5,
    episodes=40,
    episodes_per_step=5,
    validate_every=10,
    validation_episodes=3,
)


class _StopsHalfway:
    def report(self, share: float | None, text: Message) -> None:
        if share is not None and 0.5 <= share < 1:
            raise Cancelled


def _fill_with_problems(project: Project, home: Path) -> None:
    """Make a run of images, one that learned curves, and one that was stopped while it did."""
    fill(project, home, (SHORT,))
    train_approach(project, ON_CURVES, Silent())
    with pytest.raises(Cancelled):
        train_approach(project, ON_CURVES, _StopsHalfway())


@pytest.fixture
def project(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, _fill_with_problems, tmp_path)
    return project


@pytest.fixture
def page(qtbot: QtBot, context: ProjectContext) -> Iterator[LearnPage]:
    page = LearnPage(context)
    page.resize(1000, 700)
    page.show()
    page.tabs.setCurrentWidget(page.run_panel)
    qtbot.waitUntil(lambda: page.new_run.form is not None and len(_rows(page)) == 3, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=PATIENCE)
    yield page
    page.leave()
    shiboken6.delete(page)


def _rows(page: LearnPage) -> tuple[RunRow, ...]:
    return page.run_panel.list.runs.rows


def _choose(page: LearnPage, run: int, qtbot: QtBot) -> None:
    view = page.run_panel.list
    place = next(place for place, row in enumerate(_rows(page)) if row.run == run)
    view.setCurrentIndex(view.runs.index(place))
    qtbot.waitUntil(lambda: not page.context.jobs.listed, timeout=PATIENCE)


def _stored(project: Project, run: int, *, deleted: bool = False) -> RunFacts | None:
    runs = describe_runs(project, problems=True, deleted=deleted)
    return next((facts for facts in runs if facts.id == run), None)


def test_a_run_is_listed_with_what_it_learned(page: LearnPage, project: Project) -> None:
    rows = {row.run: row for row in _rows(page)}
    assert rows[CURVES].title == "Curves · MAML"
    assert "%" not in rows[CURVES].accuracy
    assert "±" in rows[CURVES].accuracy
    assert "curves" not in rows[CURVES].detail
    assert "Curves" not in rows[IMAGES].title


def test_its_curve_is_shown_in_its_own_score(page: LearnPage, qtbot: QtBot, project: Project) -> None:
    _choose(page, CURVES, qtbot)
    board = page.board
    assert board.problem.isVisible()
    assert not board.panels.isVisible()
    assert not board.moments.isVisible()
    assert board.problem.of_score.title.text() == "Mean squared error"
    data = board.problem.score.data()
    validated = [float(row[2]) for row in data.rows if row[2]]
    facts = _stored(project, CURVES)
    assert facts is not None
    assert min(validated) == pytest.approx(facts.best_accuracy, rel=1e-3)
    assert len(board.problem.loss.data().rows) == 8
    assert "%" not in board.strip.sentence.text()
    _choose(page, IMAGES, qtbot)
    assert board.panels.isVisible()
    assert board.moments.isVisible()
    assert not board.problem.isVisible()


def test_what_is_only_for_images_is_not_offered(page: LearnPage, qtbot: QtBot) -> None:
    _choose(page, CURVES, qtbot)
    strip = page.board.strip
    assert not any(act.isVisibleTo(page) for act in (strip.check, strip.label, strip.reuse, strip.resume))
    _choose(page, IMAGES, qtbot)
    assert all(act.isVisibleTo(page) for act in (strip.check, strip.label, strip.reuse))


def test_it_is_named_noted_deleted_and_restored(
    page: LearnPage, qtbot: QtBot, project: Project, context: ProjectContext
) -> None:
    _choose(page, CURVES, qtbot)
    facts = page.facts
    assert facts is not None
    page.run_panel.editing.rename(facts, "sines")
    page.run_panel.editing.remark(facts, "quick")
    qtbot.waitUntil(lambda: page.run_panel.remark.text() == "quick", timeout=PATIENCE)
    assert "sines · Curves · MAML" in [row.title for row in _rows(page)]
    page.run_panel.delete.click()
    qtbot.waitUntil(lambda: CURVES not in [row.run for row in _rows(page)], timeout=PATIENCE)
    assert _stored(project, CURVES, deleted=True) is not None
    page.run_panel.show_deleted.setChecked(True)
    assert CURVES in [row.run for row in _rows(page)]
    assert context.history.undo() is not None
    qtbot.waitUntil(lambda: _stored(project, CURVES) is not None, timeout=PATIENCE)


def test_one_that_was_stopped_goes_on_to_its_end(
    page: LearnPage, qtbot: QtBot, project: Project, context: ProjectContext
) -> None:
    _choose(page, STOPPED, qtbot)
    assert page.board.strip.resume.isVisibleTo(page)
    page.board.strip.resume.click()
    qtbot.waitUntil(lambda: context.training.stage is Stage.FINISHED, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=PATIENCE)
    facts = _stored(project, STOPPED)
    assert facts is not None
    assert (facts.state, facts.episode) == ("finished", 40)
    assert page.board.problem.isVisible()
    assert not page.board.strip.label.isVisibleTo(page)
    assert context.training.best is not None
    assert context.training.best.accuracy == pytest.approx(facts.best_accuracy)


def test_the_page_label_does_not_offer_it(project: Project, context: ProjectContext) -> None:
    assert [run.id for run in read_sources(project, context.path).runs] == [IMAGES]


def test_the_page_check_does_not_offer_it(qtbot: QtBot, context: ProjectContext) -> None:
    page = CheckPage(context)
    qtbot.addWidget(page)
    page.show()
    page.entered()
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=PATIENCE)
    offered = {row.key for row in page.panel.table.rows}
    assert str(IMAGES) in offered
    assert not offered & {str(CURVES), str(STOPPED)}
    page.leave()


def test_no_comparison_and_no_choice_takes_it(project: Project) -> None:
    assert [run.id for run in usable_runs(project)] == [IMAGES]
    delete_run(project, IMAGES)
    assert usual_run(project) is None
