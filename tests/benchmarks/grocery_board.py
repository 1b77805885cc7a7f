"""Every approach on photographs: meta-trained on features of the shipped network, against raw pixels and that network.

Klasson et al., 2019 (Grocery Store Dataset, 81 classes in three domains): classes are divided as an import divides
them, episodes stay within a domain (5-way 1-shot), and all are compared on the same 600 episodes of test classes.
The project is kept in the cache, so that what was interrupted goes on.
Run: python -m tests.benchmarks.grocery_board FOLDER > board.json
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.archives import data_folder, unpacked
from workbench.errors import UserError
from workbench.folders import cache_folder
from workbench.operations.compare_runs import compare_runs
from workbench.operations.contestants import CompareWish
from workbench.operations.describe_approaches import describe_approaches
from workbench.operations.import_images import ImportWish, import_images
from workbench.operations.progress import Silent
from workbench.operations.projects import Project, new_project, open_to_work
from workbench.operations.runs import describe_runs
from workbench.operations.train_approach import TrainWish, resume_run, train_approach

EPISODES = 2000


def main() -> None:
    """Train each approach that needs no traits, compare all, and write one JSON object a row."""
    data = data_folder(__doc__ or "")
    with _project(data) as project:
        for approach in describe_approaches():
            if not approach.uses_traits:
                _train(project, approach.name)
        found = compare_runs(project, CompareWish(mix_tasks=False), Silent())
    sys.stdout.write(f"{found.sentence}\n")
    for row in found.rows:
        figures = asdict(row.figures) if row.figures else {"reason": str(row.reason)}
        facts = {"approach": row.approach or row.key, "minutes": row.training_minutes, "bytes": row.bytes}
        sys.stdout.write(json.dumps(facts | figures) + "\n")


def _project(data: Path) -> Project:
    file = cache_folder() / "benchmarks" / "grocery_board.mlwb"
    if file.exists():
        return open_to_work(file)
    groceries = unpacked(data / "grocery81_128px.zip", "grocery81")
    project = new_project(file)
    import_images(project, groceries, ImportWish(), Silent())
    return project


def _train(project: Project, approach: str) -> None:
    # Validation is a few hundred episodes more for each approach: often enough to find the best moment.
    wish = TrainWish(
        approach,
        encoder="efficientnet-lite0",
        query=5,
        episodes=EPISODES,
        mix_tasks=False,
        validate_every=EPISODES // 5,
        validation_episodes=100,
    )
    begun = next((run for run in describe_runs(project) if run.approach == approach), None)
    try:
        if begun is None:
            train_approach(project, wish, Silent())
        else:
            resume_run(project, str(begun.id), Silent())
    except UserError as error:
        sys.stderr.write(f"{approach}: {error}\n")
    sys.stderr.write(f"{approach} is trained\n")


if __name__ == "__main__":
    main()
