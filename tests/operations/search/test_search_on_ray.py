"""A search on a Ray cluster: a worker that is killed, and the driver that is killed, cost no trial."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import psutil
import pytest

from tests.operations.conftest import fill
from tests.project_templates import ProjectTemplates
from workbench.operations.engines.train_many import EngineChoice
from workbench.operations.progress import Silent
from workbench.operations.project.opening import open_to_read, open_to_work
from workbench.operations.runs.listing import describe_runs
from workbench.operations.search.history import describe_searches
from workbench.operations.search.search_project import resume_search
from workbench.store.models import RunState

ROOT = Path(__file__).parents[3]
TRIALS = 16

pytestmark = [
    pytest.mark.skipif(find_spec("ray") is None, reason="the extra `cluster` is not installed"),
    pytest.mark.usefixtures("known_features"),
    pytest.mark.slow,
    pytest.mark.timeout(1200),
    pytest.mark.filterwarnings("default"),  # Ray itself uses what it calls deprecated.
]


def workers_of(driver: int) -> list[psutil.Process]:
    """The processes of the cluster that compute a segment now."""
    found: list[psutil.Process] = []
    for process in psutil.Process(driver).children(recursive=True):
        try:
            if "_computed" in " ".join(process.cmdline()):
                found.append(process)
        except psutil.Error:
            continue
    return found


def over_in(path: Path) -> int:
    """How many trainings of the search are over."""
    with open_to_read(path) as project:
        searches = describe_searches(project)
        return sum(trial.stage == 2 and trial.state.is_over for trial in searches[-1].trials) if searches else 0


def search_until_killed(path: Path) -> tuple[int, int]:
    """Kill a worker after some trials and the driver after some more; return how many were over at each time."""
    command = [sys.executable, "-m", "tests.operations.search.search_process", str(path), str(TRIALS), "ray", "2"]
    killed_worker = over = 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as driver:
        assert driver.stdout is not None
        while over < TRIALS // 2:
            # It says something five times a second.
            assert driver.stdout.read(1), "the driver ended by itself"
            over = over_in(path)
            at_work = workers_of(driver.pid) if over >= 2 and not killed_worker else []
            if at_work:
                at_work[0].kill()
                killed_worker = over
        driver.kill()
    return killed_worker, over


def test_all_trials_are_there_once_each(templates: ProjectTemplates, tmp_path: Path) -> None:
    path = tmp_path / "lab.mlwb"
    with templates.new(path) as project:
        templates.fill(project, fill, tmp_path / "lab")
    killed_worker, killed_driver = search_until_killed(path)
    assert 0 < killed_worker <= killed_driver < TRIALS
    with open_to_work(path) as project:
        resume_search(project, Silent(), engine=EngineChoice("ray", 2, device="cpu"))
        (search,) = describe_searches(project)
        trained = sorted(run.id for run in describe_runs(project) if run.episodes)
    trials = [trial for trial in search.trials if trial.stage == 2]
    assert search.state is RunState.FINISHED
    assert len(trials) == TRIALS
    assert all(trial.state.is_over and trial.reason is None for trial in trials)
    assert trained == sorted(trial.run or 0 for trial in trials)
