"""The one search of a project: begun, paused, gone on with, ended early, given more time, and refused."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.fact_codes import code_of
from tests.operations.conftest import fill
from tests.operations.search.made_searches import make_search
from tests.project_templates import ProjectTemplates
from workbench.operations.project.opening import Project
from workbench.operations.search.history import describe_newest_search, describe_searches
from workbench.operations.search.search_request import SearchRequest
from workbench.store.models import RunState
from workbench.ui.services.job_report import Report
from workbench.ui.services.lanes import LEARNING
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.search_controller import SearchController, SearchStage

pytestmark = pytest.mark.usefixtures("known_features")

PATIENCE = 120_000
QUICK = ("prototypical@efficientnet-lite0", "matching@efficientnet-lite0", "r2-d2@conv4", "siamese@conv4")
ASKED = SearchRequest(
    600, way=3, shot=1, query=2, trials=3, episodes=36, learns=False, learners=QUICK, validation_episodes=8
)


@pytest.fixture
def imported(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path)
    return project


@pytest.fixture
def search(context: ProjectContext) -> SearchController:
    return context.search


def reach(qtbot: QtBot, search: SearchController, stage: SearchStage) -> None:
    qtbot.waitUntil(lambda: search.stage is stage, timeout=PATIENCE)


def test_too_few_classes_are_refused_in_words(qtbot: QtBot, search: SearchController, project: Project) -> None:
    search.start(ASKED)
    assert search.stage is SearchStage.STARTING
    reach(qtbot, search, SearchStage.FAILED)
    assert search.trouble is not None
    assert code_of(search.trouble) == "search.nothing_to_learn_from"
    assert describe_newest_search(project) is None
    assert search.why_not() is None


def test_nothing_is_searched_while_something_is_learned(
    qtbot: QtBot, imported: Project, context: ProjectContext
) -> None:
    goes_on = threading.Event()
    owner = QObject()

    def learn(report: Report) -> None:
        goes_on.wait()

    job = context.jobs.start("Learn", learn, owner=owner, lane=LEARNING)
    assert context.search.why_not() is not None
    context.search.start(ASKED)
    assert context.search.stage is SearchStage.IDLE
    with qtbot.waitSignal(job.ended, timeout=PATIENCE):
        goes_on.set()
    assert context.search.why_not() is None
    assert describe_newest_search(imported) is None


def test_a_search_that_was_killed_is_paused_and_one_that_has_ended_is_over(
    search: SearchController, imported: Project
) -> None:
    make_search(imported, state=RunState.RUNNING)
    search.take(describe_newest_search(imported))
    assert search.stage is SearchStage.PAUSED
    assert len(search.trials) == 12
    assert search.left == pytest.approx(180)
    make_search(imported)
    search.take(describe_newest_search(imported))
    assert search.stage is SearchStage.FINISHED


def test_a_search_that_is_stopped_before_there_is_anything_of_it_leaves_nothing(
    qtbot: QtBot, search: SearchController, imported: Project
) -> None:
    search.start(ASKED)
    search.pause()
    qtbot.waitUntil(lambda: not search.is_busy, timeout=PATIENCE)
    facts = describe_newest_search(imported)
    assert search.stage is (SearchStage.IDLE if facts is None else SearchStage.PAUSED)
    assert search.trouble is None


@pytest.mark.slow
def test_a_search_is_followed_paused_and_gone_on_with_to_its_end(
    qtbot: QtBot, search: SearchController, imported: Project, context: ProjectContext
) -> None:
    steps: list[int] = []

    def follow() -> None:
        steps.append(search.step)

    search.state_changed.connect(follow)
    with qtbot.waitSignal(context.changes.runs_changed, timeout=PATIENCE):
        search.start(ASKED)
    qtbot.waitUntil(lambda: search.step == 2 and len(search.trials) > 6, timeout=PATIENCE)
    assert 0 < search.left < ASKED.seconds
    assert search.left_of_step < search.left
    search.pause()
    assert search.stage is SearchStage.PAUSING
    reach(qtbot, search, SearchStage.PAUSED)
    heads = search.trials[:6]
    search.resume()
    with qtbot.waitSignal(context.changes.evaluations_changed, timeout=PATIENCE):
        reach(qtbot, search, SearchStage.FINISHED)
    assert search.trials[:6][1:] == heads[1:]  # Nothing is tried twice; the best may have become a run.
    search.state_changed.disconnect(follow)
    assert list(dict.fromkeys(steps)) == [0, 1, 2, 3]
    (facts,) = describe_searches(imported)
    assert search.facts == facts
    assert facts.found is not None


@pytest.mark.slow
def test_a_search_can_be_given_time_and_be_ended_early(
    qtbot: QtBot, search: SearchController, imported: Project
) -> None:
    search.start(ASKED)
    qtbot.waitUntil(lambda: search.step == 2 and len(search.trials) > 6, timeout=PATIENCE)
    search.extend(300)
    assert search.stage is SearchStage.EXTENDING
    qtbot.waitUntil(lambda: search.stage is SearchStage.SEARCHING, timeout=PATIENCE)
    assert search.seconds == ASKED.seconds + 300
    search.end_early()
    assert search.stage is SearchStage.ENDING
    reach(qtbot, search, SearchStage.FINISHED)
    (facts,) = describe_searches(imported)
    assert facts.found is not None
    assert facts.request.seconds < ASKED.seconds
