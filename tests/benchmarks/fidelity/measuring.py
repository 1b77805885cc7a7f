"""One network of the table: trained within its CPU time, or on from where it was killed, and tested."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import torch

from tests.benchmarks.fidelity.budget import CpuSpent, Sizes, affordable
from tests.benchmarks.fidelity.plans import Cell, Planned
from tests.benchmarks.fidelity.splits import project_of
from workbench.learning.approach import Approach
from workbench.learning.approaches.mann import Mann
from workbench.learning.embedded import embedding_once
from workbench.learning.episode import EpisodeShape
from workbench.learning.evaluation import EpisodeResult, summary, try_episodes
from workbench.learning.instances import by_instance
from workbench.learning.sampling import EpisodeSampler, Pool
from workbench.operations.evaluation.evaluate_run import tested_classes
from workbench.operations.features.episode_pool import pool_of
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.curve import run_curve
from workbench.operations.runs.listing import RunFacts, describe_runs
from workbench.operations.runs.trained import load_trained
from workbench.operations.runs.training import resume_run, train_approach
from workbench.store.models import Role, RunState

Figure = dict[str, Any]

_FACTS = ("way", "shot", "query", "encoder", "learning_rate", "episodes_per_step", "augment_images", "options")
_GRACE = 1.2  # A training that takes so many times its budget is stopped, and tested as it is.


class Orphaned(Exception):
    """The process that started this one is gone; all that was done is saved."""


def measure(
    home: Path,
    data: Path,
    plan: Planned,
    minutes: float,
    sizes: Sizes,
    *,
    made: bool = False,
    parent: int | None = None,
) -> Figure:
    """Return the figures of a plan. Raises Orphaned where the process `parent`, which started this one, is gone."""
    torch.set_num_threads(1)
    spent = CpuSpent(home / f"{plan.name}.cpu", 60 * minutes * _GRACE, parent)
    with project_of(home, data, plan.split, plan.name, made=made) as project:
        run = _trained(project, plan, minutes, sizes, spent)
        curve = run_curve(project, run.id)
        pool = _test_pool(project, plan)
        together, alone = (load_trained(project, "latest", "cpu", transductive=yes).approach for yes in (True, False))
        tested = {str(cell): _tested(together, pool, cell, sizes) for cell in plan.cells}
        apart = None
        if plan.paper.apart is not None:
            apart = {str(cell): _tested(alone, pool, cell, sizes) for cell in plan.cells}
        instances = _by_instance(alone, pool, sizes) if plan.by_instance else None
    spent.keep()
    return {
        "name": plan.name,
        "date": datetime.now(UTC).date().isoformat(),
        "minutes": spent.seconds / 60,
        "episodes": run.episode,
        "stopped": run.state != RunState.FINISHED,
        "validated": [[check.episode, check.accuracy, check.ci95] for check in curve.checked],
        "tested": tested,
        "tested_apart": apart,
        "by_instance": instances,
        "asked": {key: getattr(run.settings, key) for key in _FACTS[:-1]} | {"options": dict(plan.request.options)},
        "machine": f"{platform.machine()}, {run.device}, one thread of {os.cpu_count()}, torch {torch.__version__}",
    }


def _trained(project: Project, plan: Planned, minutes: float, sizes: Sizes, spent: CpuSpent) -> RunFacts:
    runs = [run for run in describe_runs(project) if run.state != RunState.FAILED]
    try:
        if not runs:
            return train_approach(project, affordable(project, plan, minutes, sizes), spent)
        if not spent.is_over:
            return resume_run(project, str(runs[-1].id), spent, device="cpu")
    except Cancelled:
        if spent.is_orphaned:
            raise Orphaned(plan.name) from None
    return describe_runs(project)[-1]


def _test_pool(project: Project, plan: Planned) -> Pool:
    """Return the images to test on; on the papers' own split turned classes are classes of their own, too."""
    view = load_trained(project, "latest", "cpu").view
    ids = tested_classes(project, Role.META_TEST)
    turned = plan.split == "characters"
    return pool_of(project, ids, view, rotate_classes=turned, device="cpu", reporter=Silent()).pool


def _tested(approach: Approach, pool: Pool, cell: Cell, sizes: Sizes) -> list[float]:
    shape = EpisodeShape(cell.way, cell.shot, sizes.queries(cell.way))
    approach, episodes = embedding_once(approach, EpisodeSampler(pool, shape, seed=0, mix_tasks=True))
    return _accuracy(list(try_episodes(approach.adapt, episodes, range(sizes.tests))))


def _accuracy(results: Sequence[EpisodeResult]) -> list[float]:
    """Return accuracy and interval, the one place that says over what the interval is."""
    summarised = summary(results)
    return [summarised.accuracy, summarised.ci95]


def _by_instance(approach: Approach, pool: Pool, sizes: Sizes) -> dict[str, list[float]]:
    """Return MANN's accuracy on the k-th image of a class, of five classes with ten images each, and its interval."""
    if not isinstance(approach, Mann):
        raise TypeError("only MANN reads images one after another")
    sampler = EpisodeSampler(pool, EpisodeShape(5, 9, 1), seed=0, mix_tasks=True)
    estimates = by_instance(approach, sampler, sizes.tests)
    return {str(number): [estimate.mean, estimate.ci95] for number, estimate in estimates.items()}
