"""What the Learn page says a training will cost, beside what it then costs, for every approach on three encoders.

Each run is of 24 episodes with one validation of 20; the ratio is estimated to measured seconds, images decoded before.
Run: python -m tests.benchmarks.estimates FOLDER
"""

import json
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.archives import data_folder, unpacked
from workbench.errors import UserError
from workbench.operations.describe_approaches import describe_approaches
from workbench.operations.estimate_cost import estimate_cost
from workbench.operations.import_images import ImportWish, import_images
from workbench.operations.progress import Silent
from workbench.operations.projects import Project, new_project
from workbench.operations.train_approach import TrainWish, train_approach

WISH = TrainWish("prototypical", query=5, episodes=24, validate_every=24, validation_episodes=20)
SHOWN = (("conv4", 28), ("conv4", 84), ("resnet12", 84), ("efficientnet-lite0", None))


def main() -> None:
    """Estimate and train, and write one JSON object a line."""
    groceries = unpacked(data_folder(__doc__ or "") / "grocery81_128px.zip", "grocery81")
    with tempfile.TemporaryDirectory() as workplace, new_project(Path(workplace) / "costs.mlwb") as project:
        import_images(project, groceries, ImportWish(), Silent())
        for encoder, size in SHOWN:
            _decode(project, replace(WISH, encoder=encoder, image_size=size))
            for approach in describe_approaches():
                if not approach.uses_traits:
                    _write(project, replace(WISH, approach=approach.name, encoder=encoder, image_size=size))


def _decode(project: Project, wish: TrainWish) -> None:
    """Have the images as the encoder takes them in the cache."""
    train_approach(project, replace(wish, episodes=1), Silent())


def _write(project: Project, wish: TrainWish) -> None:
    facts: dict[str, object] = {"approach": wish.approach, "encoder": wish.encoder, "size": wish.image_size}
    try:
        began = time.perf_counter()
        cost = estimate_cost(project, wish, Silent())
        estimating = time.perf_counter() - began
        run = train_approach(project, wish, Silent())
        facts |= {"estimated": cost.seconds, "measured": run.seconds, "ratio": cost.seconds / run.seconds}
        facts |= {"seconds_to_estimate": estimating}
    except UserError as error:
        facts |= {"refused": str(error)}
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
