"""A search that is killed again and again and gone on with ends with the trials of one that was left alone."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.operations.conftest import fill
from tests.operations.search.search_process import ASKED
from tests.operations.search.test_searches import figures
from tests.project_templates import ProjectTemplates
from workbench.operations.progress import Silent
from workbench.operations.project.opening import open_to_work
from workbench.operations.runs.listing import describe_runs
from workbench.operations.search.history import describe_searches
from workbench.operations.search.search_project import resume_search, search_project
from workbench.store.models import RunState
from workbench.words import Message

ROOT = Path(__file__).parents[3]
KILLS = int(os.environ.get("SEARCH_KILLS", "3"))  # Ten take eight minutes.

pytestmark = [pytest.mark.usefixtures("known_features"), pytest.mark.slow, pytest.mark.timeout(1200)]


class Counting:
    """Counts the reports of a search."""

    reports = 0

    def report(self, share: float | None, text: Message) -> None:
        self.reports += 1


def kill_after(path: Path, reports: int) -> None:
    """Search in a process of its own, or go on, and kill it after so many reports, if it has not ended."""
    command = [sys.executable, "-m", "tests.operations.search.search_process", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        if process.stdout is not None:
            process.stdout.read(reports)
        process.kill()


def test_it_ends_with_the_same_trials_each_once(templates: ProjectTemplates, tmp_path: Path) -> None:
    alone, killed = tmp_path / "alone.mlwb", tmp_path / "killed.mlwb"
    for path in (alone, killed):
        with templates.new(path) as project:
            templates.fill(project, fill, tmp_path / path.stem)
    counting, draw = Counting(), random.Random(0)
    with open_to_work(alone) as project:
        search_project(project, ASKED, counting)
        (whole,) = describe_searches(project)
    for _ in range(KILLS):
        kill_after(killed, draw.randint(1, counting.reports // KILLS))
    with open_to_work(killed) as project:
        assert [facts.state for facts in describe_searches(project)] == [RunState.STOPPED]
        resume_search(project, Silent())
        (again,) = describe_searches(project)
        trained = [run.id for run in describe_runs(project) if run.episodes]
    assert figures(again) == figures(whole)
    assert (again.found is None) == (whole.found is None)
    assert trained == [trial.run for trial in again.trials if trial.stage == 2]
