"""A compacted project is smaller and has lost nothing that anybody needs."""

from pathlib import Path

import pytest
import torch
from sqlalchemy import update

from tests.fact_codes import refused
from tests.made_images import make_nested_tasks
from tests.operations.conftest import SHORT
from tests.operations.runs.test_training_runs import StopsAtEpisode, curve, sizes
from workbench.errors import UserError
from workbench.operations.evaluation.candidates import usable_runs
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.compact_project import StoppedAfterGivingUp, compact_project, possible_saving
from workbench.operations.project.opening import Project, open_to_read, open_to_work
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.trained import load_trained
from workbench.operations.runs.training import resume_run, train_approach
from workbench.operations.tasks.import_images import ImportRequest, RoleRequest, import_images
from workbench.store.models import CheckpointKind, Role, Run, RunState
from workbench.words import Message

BEST, LAST = CheckpointKind.BEST, CheckpointKind.LAST


class StopsAtOnce:
    def report(self, share: float | None, text: Message) -> None:
        raise Cancelled


@pytest.fixture
def stopped(imported: Project) -> Project:
    """A project with a run that was stopped."""
    with pytest.raises(Cancelled):
        train_approach(imported, SHORT, StopsAtEpisode(0.8))
    return imported


def finish_as_older_programs_did(project: Project) -> None:
    with project.write() as session:
        session.execute(update(Run).values(state=RunState.FINISHED))


def weights_of(project: Project) -> dict[str, torch.Tensor]:
    return load_trained(project, "latest", "cpu").approach.state_dict()


def test_of_a_finished_run_the_best_weights_stay_and_the_file_is_smaller(stopped: Project) -> None:
    finish_as_older_programs_did(stopped)
    before, measured, size = weights_of(stopped), curve(stopped, 1), sizes(stopped, 1)
    report = compact_project(stopped, Silent())
    assert (report.runs, sizes(stopped, 1)) == (1, {BEST: size[BEST]})
    assert report.after == stopped.path.stat().st_size <= report.before - size[LAST] / 2
    torch.testing.assert_close(weights_of(stopped), before, rtol=0, atol=0)
    assert curve(stopped, 1) == measured
    assert check_project(stopped.path, Silent()).sound
    assert compact_project(stopped, Silent()).runs == 0


def test_a_stopped_run_can_still_be_resumed_unless_that_is_given_up(stopped: Project) -> None:
    assert compact_project(stopped, Silent()).runs == 0
    assert compact_project(stopped, Silent(), give_up_resuming=True).runs == 1
    assert sizes(stopped, 1).keys() == {BEST}
    assert not describe_runs(stopped)[0].resumable
    assert (describe_runs(stopped)[0].given_up, describe_runs(stopped)[0].has_weights) == (True, True)
    assert [run.id for run in usable_runs(stopped)] == [1]
    with refused("run.resuming_given_up"):
        resume_run(stopped, "latest", Silent())
    assert weights_of(stopped)


def test_weights_that_are_the_only_ones_stay(project: Project, tmp_path: Path) -> None:
    images = make_nested_tasks(tmp_path / "images")
    import_images(project, images, ImportRequest(roles=RoleRequest(Role.META_TRAIN)), Silent())
    with pytest.raises(Cancelled):
        train_approach(project, SHORT, StopsAtEpisode(0.8))
    before, size = weights_of(project), sizes(project, 1)[LAST]
    assert compact_project(project, Silent(), give_up_resuming=True).runs == 1
    assert sizes(project, 1)[LAST] < size
    torch.testing.assert_close(weights_of(project), before, rtol=0, atol=0)
    assert compact_project(project, Silent(), give_up_resuming=True).runs == 0
    run = describe_runs(project)[0]
    assert (run.resumable, run.given_up) == (False, True)
    with refused("run.resuming_given_up"):
        resume_run(project, "latest", Silent())


def test_stopping_leaves_a_whole_project(stopped: Project) -> None:
    finish_as_older_programs_did(stopped)
    before = sizes(stopped, 1)
    with pytest.raises(Cancelled):
        compact_project(stopped, StopsAtOnce())
    assert sizes(stopped, 1) == before
    assert check_project(stopped.path, Silent()).sound


class StopsAtItsSecondReport:
    reports = 0

    def report(self, share: float | None, text: Message) -> None:
        self.reports += 1
        if self.reports > 1:
            raise Cancelled


def test_whoever_stops_after_resuming_was_given_up_is_told(stopped: Project) -> None:
    with pytest.raises(StoppedAfterGivingUp):
        compact_project(stopped, StopsAtItsSecondReport(), give_up_resuming=True)
    assert not describe_runs(stopped)[0].resumable
    assert check_project(stopped.path, Silent()).sound


class StopsLate:
    """Asks to stop while the smaller file is copied back; says how far it was."""

    reached = 0.0

    def report(self, share: float | None, text: Message) -> None:
        self.reached = share or 0.0
        if self.reached > 0.7:
            raise Cancelled


def test_stopping_is_heard_until_the_last_page_and_leaves_nothing_behind(
    stopped: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.store.file_size._MOMENT", 0.0)
    monkeypatch.setattr("workbench.store.file_size._PAGES", 4)
    finish_as_older_programs_did(stopped)
    stopped.checkpoint()
    beside, size, weights = sorted(stopped.path.parent.iterdir()), stopped.path.stat().st_size, weights_of(stopped)
    reporter = StopsLate()
    with pytest.raises(Cancelled):
        compact_project(stopped, reporter)
    assert 0.7 < reporter.reached < 1
    assert sorted(stopped.path.parent.iterdir()) == beside
    assert stopped.path.stat().st_size == size
    assert check_project(stopped.path, Silent()).sound
    torch.testing.assert_close(weights_of(stopped), weights, rtol=0, atol=0)
    assert compact_project(stopped, Silent()).after < size
    assert describe_runs(stopped)


def test_what_would_be_saved_is_about_what_is(stopped: Project) -> None:
    stopped.checkpoint()
    saving, size = possible_saving(stopped), sizes(stopped, 1)
    assert (saving.finished_runs, saving.finished_bytes) == (0, 0)
    assert (saving.resumable_runs, saving.resumable_bytes) == (1, size[LAST])
    report = compact_project(stopped, Silent(), give_up_resuming=True)
    assert report.before - report.after == pytest.approx(saving.resumable_bytes + saving.empty, rel=0.5)
    assert possible_saving(stopped).resumable_runs == 0


def test_a_project_that_is_only_read_is_refused(stopped: Project) -> None:
    path = stopped.path
    stopped.close()
    with open_to_read(path) as opened, pytest.raises(UserError, match="read-only"):
        compact_project(opened, Silent())
    with open_to_work(path) as opened:
        assert sizes(opened, 1).keys() == {LAST, BEST}
