"""Every approach on photographs: meta-trained on features of the shipped network, against raw pixels and that network.

Klasson et al., 2019 (Grocery Store Dataset, 81 classes in three domains): classes are divided as an import divides
them, episodes stay within a domain (5-way 1-shot), and all are compared on the same 600 episodes of test classes.
Run: python -m tests.benchmarks.grocery_board FOLDER > board.json
"""

import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.archives import data_folder, unpacked
from workbench.errors import UserError
from workbench.operations.compare_runs import compare_runs
from workbench.operations.contestants import CompareWish
from workbench.operations.describe_approaches import describe_approaches
from workbench.operations.import_images import ImportWish, import_images
from workbench.operations.progress import Silent
from workbench.operations.projects import Project, new_project
from workbench.operations.train_approach import TrainWish, train_approach

EPISODES = 400


def main() -> None:
    """Train each approach that needs no traits, compare all, and write one JSON object a row."""
    groceries = unpacked(data_folder(__doc__ or "") / "grocery81_128px.zip", "grocery81")
    with tempfile.TemporaryDirectory() as workplace, new_project(Path(workplace) / "board.mlwb") as project:
        import_images(project, groceries, ImportWish(), Silent())
        for approach in describe_approaches():
            if not approach.uses_traits:
                _train(project, approach.name)
        found = compare_runs(project, CompareWish(mix_tasks=False), Silent())
    sys.stdout.write(f"{found.sentence}\n")
    for row in found.rows:
        figures = asdict(row.figures) if row.figures else {"reason": str(row.reason)}
        facts = {"approach": row.approach or row.key, "minutes": row.training_minutes, "bytes": row.bytes}
        sys.stdout.write(json.dumps(facts | figures) + "\n")


def _train(project: Project, approach: str) -> None:
    wish = TrainWish(approach, encoder="efficientnet-lite0", query=5, episodes=EPISODES, mix_tasks=False)
    try:
        train_approach(project, wish, Silent())
    except UserError as error:
        sys.stderr.write(f"{approach}: {error}\n")


if __name__ == "__main__":
    main()
