"""What compacting removes of deleted runs, and what stays because labels and comparisons name it."""

import pytest
from sqlalchemy import func, select

from tests.fact_codes import refused
from tests.operations.conftest import SHORT
from tests.operations.evaluation.test_verdict import store_test
from tests.operations.project.test_compact_project import StopsAtOnce
from workbench.facts.decision import Decision
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.comparisons import describe_comparisons
from workbench.operations.evaluation.evaluate_run import PIXELS
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.labels import current_labels
from workbench.operations.progress import Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.compact_project import StoppedAfterGivingUp, compact_project, possible_saving
from workbench.operations.project.opening import Project, open_to_work
from workbench.operations.runs.keeping.removal import deleted_runs, remove_deleted_runs
from workbench.operations.runs.keeping.run_changes import delete_run, rename_run, restore_run
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.training import train_approach
from workbench.store.models import Checkpoint, Evaluation, Image, Measurement, Run, RunState
from workbench.store.search_models import Search, Trial, TrialState
from workbench.words import Message

KINDS = (Checkpoint, Measurement, Evaluation)


def rows_of(project: Project, run: int) -> list[int]:
    """How many checkpoints, measurements and tests a run has."""
    with project.read() as session:
        return [session.scalar(select(func.count()).select_from(kind).where(kind.run_id == run)) or 0 for kind in KINDS]


def numbers(project: Project) -> list[int]:
    with project.read() as session:
        return list(session.scalars(select(Run.id).order_by(Run.id)))


def label_with(project: Project, run: int) -> None:
    with project.read() as session:
        image = session.scalar(select(func.min(Image.id))) or 0
    decide(project, [Decided(image, None, Decision.UNKNOWN, "moss", 0.9, run=run)])


def test_compacting_removes_what_was_deleted_and_says_before_how_much(trained: Project) -> None:
    store_test(trained, "1", 0.5)
    assert possible_saving(trained).deleted_runs == 0
    delete_run(trained, 1)
    saving = possible_saving(trained)
    assert (saving.deleted_runs, saving.finished_runs) == (1, 0)
    with trained.read() as session:
        weights = session.scalar(select(func.sum(func.length(Checkpoint.weights)))) or 0
    assert saving.deleted_bytes >= weights > 0
    report = compact_project(trained, Silent())
    assert (report.removed, report.runs) == (1, 0)
    assert report.after <= report.before - weights / 2
    assert numbers(trained) == []
    assert rows_of(trained, 1) == [0, 0, 0]
    assert check_project(trained.path, Silent()).sound
    with refused("run.not_there"):
        restore_run(trained, 1)


def test_nothing_goes_of_a_run_that_is_not_deleted_or_was_restored(trained: Project) -> None:
    kept = rows_of(trained, 1)
    delete_run(trained, 1).apply(trained)
    assert remove_deleted_runs(trained) == 0
    assert rows_of(trained, 1) == kept


def test_of_a_run_that_labels_name_the_row_stays_and_the_labels_as_they_were(trained: Project) -> None:
    rename_run(trained, 1, "pollen")
    label_with(trained, 1)
    before = current_labels(trained)
    restore = delete_run(trained, 1)
    assert current_labels(trained) == before
    assert before[0].run == 1
    assert remove_deleted_runs(trained) == 1
    assert current_labels(trained) == before
    assert rows_of(trained, 1) == [0, 0, 0]
    # It takes nothing any more, and cannot come back.
    assert deleted_runs(trained).runs == remove_deleted_runs(trained) == 0
    assert describe_runs(trained) == describe_runs(trained, deleted=True) == ()
    with refused("run.removed", run="1"):
        restore.apply(trained)
    with trained.read() as session:
        assert session.get_one(Run, 1).name == "pollen"
    assert check_project(trained.path, Silent()).sound
    path = trained.path
    trained.close()
    with open_to_work(path) as opened:
        assert current_labels(opened) == before
        assert train_approach(opened, SHORT, Silent()).id == 2


@pytest.mark.usefixtures("known_features")
def test_a_comparison_stays_as_it_was_also_where_a_run_of_it_is_gone(trained: Project) -> None:
    request = ComparisonRequest(baselines=(PIXELS,), way=3, query=2, episodes=12)
    compared = compare_runs(trained, request, Silent())
    delete_run(trained, 1)
    assert describe_comparisons(trained) == (compared,)
    assert remove_deleted_runs(trained) == 1
    assert describe_comparisons(trained) == (compared,)
    assert numbers(trained) == [1]
    assert rows_of(trained, 1) == [0, 0, 0]
    assert check_project(trained.path, Silent()).sound


def test_a_trial_of_a_search_is_kept_without_its_run(trained: Project) -> None:
    with trained.write() as session:
        search = Search(settings={}, roles={}, plan={}, versions={}, state=RunState.FINISHED)
        session.add(search)
        session.flush()
        trial = Trial(
            search_id=search.id, run_id=1, number=0, stage=2, settings={}, state=TrialState.FINISHED, rungs=[]
        )
        session.add(trial)
    delete_run(trained, 1)
    assert remove_deleted_runs(trained) == 1
    with trained.read() as session:
        assert session.scalars(select(Trial.run_id)).all() == [None]
    assert numbers(trained) == []
    # Also the row that the database itself changed has its digest.
    assert check_project(trained.path, Silent()).sound


def test_what_was_removed_when_compacting_is_stopped_is_said(trained: Project) -> None:
    delete_run(trained, 1)

    class StopsWhileShrinking(StopsAtOnce):
        def __init__(self) -> None:
            self.reports = 0

        def report(self, share: float | None, text: Message) -> None:
            self.reports += 1
            if self.reports > 1:
                super().report(share, text)

    with pytest.raises(StoppedAfterGivingUp) as stopped:
        compact_project(trained, StopsWhileShrinking())
    assert (stopped.value.removed, stopped.value.runs) == (1, 0)
    assert numbers(trained) == []
