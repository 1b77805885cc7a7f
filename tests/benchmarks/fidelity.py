"""Every approach on Omniglot beside its paper's figure: learned from background alphabets, tested on evaluation ones.

Lake et al., 2015; 28 pixels; background classes turned by 90°, 180° and 270° count as new while training, 10 % of them
are for validation, by which every setting below was chosen; tested on the 659 evaluation classes as they are, 1,000
episodes. One approach at a time, on one thread: python -m tests.benchmarks.fidelity FOLDER NAME >> figures.jsonl
The table of what was measured: python -m tests.benchmarks.fidelity --table figures.jsonl > tests/benchmarks/FIDELITY.md
"""

import argparse
import json
import os
import platform
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import torch

from tests.benchmarks.archives import import_omniglot
from tests.benchmarks.fidelity_plans import PLANS, Planned
from tests.benchmarks.fidelity_table import table
from workbench.folders import cache_folder
from workbench.learning.episode import EpisodeShape
from workbench.learning.evaluation import summary, try_episodes
from workbench.learning.sampling import EpisodeSampler
from workbench.operations.evaluation.evaluate_run import EvaluationRequest, evaluate_run, tested_classes
from workbench.operations.features.episode_pool import pool_of
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project, open_to_work
from workbench.operations.runs.curve import run_curve
from workbench.operations.runs.listing import RunFacts, describe_runs
from workbench.operations.runs.trained import load_trained
from workbench.operations.runs.training import resume_run, train_approach
from workbench.store.models import Role, RunState
from workbench.words import Message

EPISODES = 1000
QUERIES = {5: 15, 20: 5}  # of each class: about as many in an episode


@dataclass(frozen=True)
class Cell:
    """A column of the table."""

    way: int
    shot: int

    def __str__(self) -> str:
        return f"{self.way}-way {self.shot}-shot"


CELLS = tuple(Cell(way, shot) for way in (5, 20) for shot in (1, 5))


def main() -> None:
    """Measure one approach and write one JSON object, or write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="the folder that holds the archives")
    parser.add_argument("name", nargs="?", choices=[plan.name for plan in PLANS])
    parser.add_argument("--table", type=Path, help="figures measured before, to write as a table")
    given = parser.parse_args()
    if given.table is not None:
        figures = [json.loads(line) for line in given.table.read_text().splitlines()]
        sys.stdout.write(table(figures))
        return
    if given.data is None or given.name is None:
        parser.error("name the folder that holds the archives, and an approach")
    torch.set_num_threads(1)
    figures = _measure(given.data, next(plan for plan in PLANS if plan.name == given.name))
    sys.stdout.write(json.dumps(figures) + "\n")


def _measure(data: Path, plan: Planned) -> dict[str, object]:
    with _project(data, plan) as project:
        began = time.process_time()
        run = _trained(project, plan)
        cpu = time.process_time() - began
        curve = run_curve(project, run.id)
        tested = {str(cell): _tested(project, cell) for cell in CELLS}
        apart = {str(cell): _tested_apart(project, cell) for cell in CELLS if cell.way == 5} if plan.apart else None
        instances = plan.by_instance(project) if plan.by_instance else None
    facts = ("way", "shot", "query", "learning_rate", "episodes_per_step", "augment_images")
    return {
        "name": plan.name,
        "date": datetime.now(UTC).date().isoformat(),
        "minutes": cpu / 60,
        "episodes": run.episode,
        "validated": [[check.episode, check.accuracy, check.ci95] for check in curve.checked],
        "tested": tested,
        "tested_apart": apart,
        "by_instance": instances,
        "wish": {key: getattr(run.settings, key) for key in facts},
        "options": dict(plan.request.options),
        "machine": f"{platform.machine()}, {run.device}, one thread of {os.cpu_count()}, torch {torch.__version__}",
    }


def _project(data: Path, plan: Planned) -> Project:
    """Return the project of a plan, kept in the cache so that what was interrupted goes on."""
    home = cache_folder() / "benchmarks" / "fidelity"
    home.mkdir(parents=True, exist_ok=True)
    file = home / f"{plan.name}.mlwb"
    if file.exists():
        return open_to_work(file)
    project = new_project(file)
    import_omniglot(project, data)
    return project


def _trained(project: Project, plan: Planned) -> RunFacts:
    runs = describe_runs(project)
    if runs and runs[-1].state != RunState.FAILED:
        return resume_run(project, str(runs[-1].id), _Spoken(), device="cpu")
    return train_approach(project, plan.request, _Spoken())


def _tested(project: Project, cell: Cell) -> list[float]:
    request = EvaluationRequest(way=cell.way, shot=cell.shot, query=QUERIES[cell.way], episodes=EPISODES, device="cpu")
    report = evaluate_run(project, request, Silent())
    return [report.accuracy, report.ci95]


def _tested_apart(project: Project, cell: Cell) -> list[float]:
    """Return accuracy and interval where queries are seen one at a time, though the run may see them together."""
    trained = load_trained(project, "latest", "cpu")
    ids = tested_classes(project, Role.META_TEST)
    pool = pool_of(project, ids, trained.view, rotate_classes=False, device="cpu", reporter=Silent())
    sampler = EpisodeSampler(pool.pool, EpisodeShape(cell.way, cell.shot, QUERIES[cell.way]), seed=0, mix_tasks=True)
    summarised = summary(list(try_episodes(trained.approach.adapt, sampler, range(EPISODES))))
    return [summarised.accuracy, summarised.ci95]


class _Spoken(Silent):
    """Says on the error stream, every half minute, how far a training is."""

    def __init__(self) -> None:
        self._said = 0.0

    def report(self, share: float | None, text: Message) -> None:
        if time.monotonic() - self._said > 30:
            self._said = time.monotonic()
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()


if __name__ == "__main__":
    main()
