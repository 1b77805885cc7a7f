"""Every approach on photographs: meta-trained on features of the shipped network, against raw pixels and that network.

Klasson et al., 2019 (Grocery Store Dataset, 81 classes in three domains): classes are divided as an import divides
them, episodes stay within a domain (5-way 1-shot), and all are compared on the same 600 episodes of test classes.
Each is trained with so many seeds. The project is kept in the cache, so that what was interrupted goes on. Named
approaches alone are trained, where there are names.
Run: python -m tests.benchmarks.grocery_board FOLDER [NAME ...] --seeds 3 > board.json
"""

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from statistics import fmean

from tests.benchmarks.archives import unpacked
from workbench.errors import UserError
from workbench.folders import cache_folder
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.comparisons import ComparedRow
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project, open_to_work
from workbench.operations.runs.describe_approaches import describe_approaches
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.training import TrainingRequest, resume_run, train_approach
from workbench.operations.tasks.import_images import ImportRequest, import_images

EPISODES = 2000


def main() -> None:
    """Train each approach that needs no traits, compare all, and write one JSON object a row and one an approach."""
    given = _parser().parse_args()
    names = given.names or [approach.name for approach in describe_approaches() if not approach.uses_traits]
    with _project(given.data) as project:
        for seed in range(given.seeds):
            for name in names:
                _train(project, name, seed)
        seed_of = {str(run.id): run.settings.seed for run in describe_runs(project)}
        comparison = compare_runs(project, ComparisonRequest(mix_tasks=False), Silent())
    sys.stdout.write(f"{comparison.sentence}\n")
    over_seeds = defaultdict[str, list[float]](list)
    for row in comparison.rows:
        facts = {"approach": row.approach or row.key, "seed": seed_of.get(row.key), "minutes": row.training_minutes}
        _write(facts | {"bytes": row.bytes} | _figures(row))
        if row.figures is not None and row.approach is not None:
            over_seeds[row.approach].append(row.figures.accuracy)
    for name, accuracies in over_seeds.items():
        _write({"approach": name, "mean": fmean(accuracies), "by_seed": accuracies})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds the archives")
    parser.add_argument("names", nargs="*", help="approaches; none: all that need no traits")
    parser.add_argument("--seeds", type=int, default=1, help="trainings of each approach")
    return parser


def _figures(row: ComparedRow) -> dict[str, object]:
    """Return what a row says of its accuracy, with its intervals, or why it has none."""
    return asdict(row.figures) if row.figures else {"reason": str(row.reason)}


def _write(figures: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(figures) + "\n")


def _project(data: Path) -> Project:
    file = cache_folder() / "benchmarks" / "grocery_board.mlwb"
    if file.exists():
        return open_to_work(file)
    groceries = unpacked(data / "grocery81_128px.zip", "grocery81")
    project = new_project(file)
    import_images(project, groceries, ImportRequest(), Silent())
    return project


def _train(project: Project, approach: str, seed: int) -> None:
    # Validation is a few hundred episodes more for each approach: often enough to find the best moment.
    request = TrainingRequest(
        approach,
        encoder="efficientnet-lite0",
        query=5,
        episodes=EPISODES,
        mix_tasks=False,
        seed=seed,
        validate_every=EPISODES // 5,
        validation_episodes=100,
    )
    own = (run for run in describe_runs(project) if (run.approach, run.settings.seed) == (approach, seed))
    run_started = next(own, None)
    try:
        if run_started is None:
            train_approach(project, request, Silent())
        else:
            resume_run(project, str(run_started.id), Silent())
    except UserError as error:
        sys.stderr.write(f"{approach}: {error}\n")
    sys.stderr.write(f"{approach}, seed {seed}, is trained\n")


if __name__ == "__main__":
    main()
