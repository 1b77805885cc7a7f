"""A search of a small project: three stages, killed and gone on with, kept, and refused in words."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests.fact_codes import code_of
from tests.made_images import make_classes
from tests.operations.conftest import fill
from tests.operations.search.made_searches import make_search
from tests.project_templates import ProjectTemplates
from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.runs.listing import describe_run, describe_runs
from workbench.operations.search.budget import Budget
from workbench.operations.search.events import SearchEvent, StageBegan, TrialChanged
from workbench.operations.search.heads import HEADS
from workbench.operations.search.history import SearchFacts, best_so_far, describe_search, describe_searches
from workbench.operations.search.past_tasks import forget_all, own_tasks
from workbench.operations.search.search_project import resume_search, search_project
from workbench.operations.search.search_record import newest_search
from workbench.operations.search.search_request import SearchRequest, completed_request
from workbench.operations.search.unavoidable import Unavoidable
from workbench.store.models import Checkpoint, ImageClass, Role, RunState
from workbench.store.project import Project
from workbench.store.search_models import Search, TrialState
from workbench.words import Decimal, Message

pytestmark = [pytest.mark.usefixtures("known_features"), pytest.mark.slow]

QUICK = ("prototypical@efficientnet-lite0", "matching@efficientnet-lite0", "r2-d2@conv4", "siamese@conv4")
ASKED = SearchRequest(
    600, way=3, shot=1, query=2, trials=3, episodes=36, learns=False, learners=QUICK, validation_episodes=8
)


class StopsAt:
    """Asks to stop at the so-manyth report."""

    def __init__(self, report: int) -> None:
        self.left = report

    def report(self, share: float | None, text: Message) -> None:
        self.left -= 1
        if self.left <= 0:
            raise Cancelled


def searched_in(project: Project, request: SearchRequest = ASKED) -> SearchFacts:
    return describe_search(project, search_project(project, request, Silent()).id)


def fill_and_search(project: Project, home: Path) -> None:
    fill(project, home)
    searched_in(project)


@pytest.fixture
def searched(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill_and_search, tmp_path)
    return project


@pytest.fixture
def found(searched: Project) -> SearchFacts:
    (facts,) = describe_searches(searched)
    return facts


def figures(facts: SearchFacts) -> list[tuple[object, ...]]:
    """What of its trials must be the same however often a search was stopped."""
    return [
        (trial.number, trial.stage, trial.setting, trial.state, [(rung.episode, rung.accuracy) for rung in trial.rungs])
        for trial in facts.trials
    ]


def test_simple_heads_come_first_then_trainings_then_the_test(searched: Project, found: SearchFacts) -> None:
    assert [trial.setting for trial in found.trials if trial.stage == 1] == list(HEADS)
    trainings = [trial for trial in found.trials if trial.stage == 2]
    assert len(trainings) == ASKED.trials
    assert all(trial.setting.episodes == 36 and trial.state.is_over for trial in trainings)
    assert found.state is RunState.FINISHED
    assert found.found is not None
    assert found.found.overrun is None


def test_what_is_found_was_tested_on_classes_never_looked_at_beside_the_simple_baseline(
    searched: Project, found: SearchFacts
) -> None:
    best = found.found
    assert best is not None
    assert best.run in (best.baseline, best.learned)
    assert describe_run(searched, best.baseline).episodes == 0
    tested = {run.id: run.evaluations for run in describe_runs(searched) if run.evaluations}
    assert set(tested) == {best.baseline, best.learned} - {None}
    assert all(test.role == "meta-test" for tests in tested.values() for test in tests)
    assert tested[best.run][0].accuracy == best.accuracy


def test_that_there_was_no_time_to_train_is_not_told_as_a_verdict_on_training(imported: Project) -> None:
    best = searched_in(imported, replace(ASKED, seconds=1.0)).found
    assert best is not None
    assert best.learned is None
    assert code_of(best.sentence) == "search.baseline_no_time"
    assert not best.needs_no_training


def test_a_search_that_took_longer_than_asked_says_for_what(imported: Project) -> None:
    seconds = iter((0.0, 10.0, 40.0, 50.0, 90.0, 120.0, 132.0, *[132.0] * 9))
    unavoidable = Unavoidable(make_search(imported), Budget(120.0, clock=lambda: next(seconds)))
    with unavoidable.part("images"):
        assert unavoidable.overrun() is None
    with unavoidable.part("test"):
        pass
    overrun = unavoidable.overrun()
    assert overrun is not None
    minutes = {name: value.number for name, value in overrun.values.items() if isinstance(value, Decimal)}
    assert minutes.pop("took") == 132 / 60
    assert minutes.pop("asked") == 2
    assert minutes.pop("test_images") == 0
    assert minutes == {"images": (50 - 10) / 60, "test": (120 - 90) / 60}


def test_what_was_found_says_that_it_took_longer_exactly_where_it_did(imported: Project) -> None:
    facts = searched_in(imported, replace(ASKED, seconds=1.0))
    assert facts.found is not None
    assert (facts.found.overrun is None) == (facts.seconds <= 1.05)


def test_trials_are_runs_of_which_those_behind_the_best_three_keep_their_figures_only(
    templates: ProjectTemplates, imported: Project
) -> None:
    facts = searched_in(imported, replace(ASKED, trials=6))
    trained = [trial for trial in facts.trials if trial.stage == 2 and trial.run is not None]
    with imported.read() as session:
        kept = set(session.scalars(select(Checkpoint.run_id)))
    best_first = sorted(trained, key=lambda trial: -(trial.accuracy or 0.0))
    assert {trial.run for trial in best_first[:3]} <= kept
    assert not {trial.run for trial in best_first[3:]} & kept
    assert {run.id for run in describe_runs(imported)} >= {trial.run for trial in trained}


@pytest.mark.timeout(600)
def test_a_search_stopped_again_and_again_ends_with_the_same_trials(
    templates: ProjectTemplates, searched: Project, found: SearchFacts, tmp_path: Path
) -> None:
    with templates.new(tmp_path / "other.mlwb") as other:
        templates.fill(other, fill, tmp_path / "other")
        with pytest.raises(Cancelled):
            search_project(other, ASKED, StopsAt(20))
        for report in (3, 40, 90, 160, 400):
            try:
                resume_search(other, StopsAt(report))
                break
            except Cancelled:
                assert describe_searches(other)[-1].resumable
        record = resume_search(other, Silent())
        again = describe_search(other, record.id)
        assert len(describe_searches(other)) == 1
        assert figures(again) == figures(found)
        assert again.found is not None
        assert found.found is not None
        assert again.found.accuracy == found.found.accuracy
        assert len([run for run in describe_runs(other) if run.episodes]) == ASKED.trials


def test_a_search_that_is_over_goes_on_only_when_it_is_given_more_time(searched: Project, found: SearchFacts) -> None:
    record = resume_search(searched, Silent())
    assert describe_search(searched, record.id) == found
    with searched.write() as session:
        row = session.get_one(Search, found.id)
        row.settings = row.settings | {"trials": 4}
    longer = describe_search(searched, resume_search(searched, Silent(), seconds=1200).id)
    assert len([trial for trial in longer.trials if trial.stage == 2]) == 4
    assert figures(longer)[: len(found.trials)] == figures(found)


def test_it_tells_of_its_stages_and_trials(imported: Project) -> None:
    heard: list[SearchEvent] = []
    search_project(imported, replace(ASKED, trials=1), Silent(), on_event=heard.append)
    assert [event.stage for event in heard if isinstance(event, StageBegan)] == [1, 2, 3]
    changed = [event.trial for event in heard if isinstance(event, TrialChanged)]
    assert {trial.number for trial in changed} == set(range(len(HEADS) + 1))
    assert changed[0].state is TrialState.RUNNING


def test_the_best_accuracy_over_time_only_rises(found: SearchFacts) -> None:
    moments = best_so_far(found)
    accuracies = [moment.accuracy for moment in moments]
    assert accuracies == sorted(accuracies)
    assert accuracies[-1] == max(trial.accuracy or 0.0 for trial in found.trials)


def test_ways_and_shots_are_those_of_the_classes_to_label_with(
    templates: ProjectTemplates, imported: Project, tmp_path: Path
) -> None:
    usual = completed_request(imported, SearchRequest(query=2))
    assert (usual.way, usual.shot) == (3, 5)  # There are three validation classes, of six images each.
    add_examples_folder(imported, make_classes(tmp_path / "examples", classes=2, images=2), Silent())
    request = completed_request(imported, SearchRequest(query=2))
    assert (request.way, request.shot) == (2, 2)


@pytest.mark.parametrize(
    ("role", "code"),
    [
        (Role.META_TRAIN, "search.nothing_to_learn_from"),
        (Role.META_VALIDATION, "search.nothing_to_choose_by"),
        (Role.META_TEST, "search.nothing_to_test_on"),
    ],
)
def test_too_few_classes_are_refused_and_nothing_is_written(imported: Project, role: Role, code: str) -> None:
    other = Role.META_TEST if role is Role.META_TRAIN else Role.META_TRAIN
    with imported.write() as session:
        session.execute(update(ImageClass).where(ImageClass.role == role).values(role=other))
    with pytest.raises(UserError) as refused:
        search_project(imported, ASKED, Silent())
    assert code_of(refused.value.text) == code
    assert describe_searches(imported) == ()


def test_why_a_search_failed_is_kept_until_it_goes_on(imported: Project) -> None:
    class Refuses:
        def report(self, share: float | None, text: Message) -> None:
            raise UserError(fact("search.none_yet"))

    class Breaks:
        def report(self, share: float | None, text: Message) -> None:
            raise ZeroDivisionError

    class Stops:
        def report(self, share: float | None, text: Message) -> None:
            raise Cancelled

    with pytest.raises(UserError):
        search_project(imported, ASKED, Refuses())
    for reporter, code in ((Breaks(), "search.internal_error"), (Refuses(), "search.none_yet"), (Stops(), None)):
        with pytest.raises((ZeroDivisionError, UserError, Cancelled)):
            resume_search(imported, reporter)
        (facts,) = describe_searches(imported)
        assert (None if facts.trouble is None else code_of(facts.trouble)) == code
        assert facts.state is (RunState.STOPPED if code is None else RunState.FAILED)


def test_no_search_to_go_on_with_is_said(imported: Project) -> None:
    with pytest.raises(UserError) as refused:
        resume_search(imported, Silent())
    assert code_of(refused.value.text) == "search.none_yet"


def test_searches_are_remembered_as_facts_only_where_they_may_be_and_forgotten_when_asked(imported: Project) -> None:
    forget_all()
    searched_in(imported, replace(ASKED, trials=1))
    assert own_tasks() == ()
    searched_in(imported, replace(ASKED, trials=1, learns=True))
    resume_search(imported, Silent(), seconds=1200)
    (task,) = own_tasks()
    assert (task.way, task.shot, len(task.tried)) == (3, 1, 1)
    assert 0.0 < task.head <= 1.0
    forget_all()
    assert own_tasks() == ()


def test_a_search_on_a_device_that_is_not_there_says_so_and_goes_on_without_it(imported: Project) -> None:
    request = replace(ASKED, trials=1)
    with pytest.raises(UserError) as failed:
        search_project(imported, replace(request, device="abacus"), Silent())
    (facts,) = describe_searches(imported)
    assert facts.state is RunState.FAILED
    assert "abacus" in str(failed.value)
    assert str(failed.value) in str(facts.trouble)
    newest_search(imported).keep_request(request)
    again = describe_search(imported, resume_search(imported, Silent()).id)
    assert again.found is not None
    assert again.trouble is None
