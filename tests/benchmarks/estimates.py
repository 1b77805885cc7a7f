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
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project
from workbench.operations.runs.describe_approaches import describe_approaches
from workbench.operations.runs.planning.cost_estimate import estimate_cost
from workbench.operations.runs.training import TrainingRequest, train_approach
from workbench.operations.tasks.import_images import ImportRequest, import_images

REQUEST = TrainingRequest("prototypical", query=5, episodes=24, validate_every=24, validation_episodes=20)
SHOWN = (("conv4", 28), ("conv4", 84), ("resnet12", 84), ("efficientnet-lite0", None))


def main() -> None:
    """Estimate and train, and write one JSON object a line."""
    groceries = unpacked(data_folder(__doc__ or "") / "grocery81_128px.zip", "grocery81")
    with tempfile.TemporaryDirectory() as workplace, new_project(Path(workplace) / "costs.mlwb") as project:
        import_images(project, groceries, ImportRequest(), Silent())
        for encoder, size in SHOWN:
            _decode(project, replace(REQUEST, encoder=encoder, image_size=size))
            for approach in describe_approaches():
                if not approach.uses_traits:
                    _write(project, replace(REQUEST, approach=approach.name, encoder=encoder, image_size=size))


def _decode(project: Project, request: TrainingRequest) -> None:
    """Have the images as the encoder takes them in the cache."""
    train_approach(project, replace(request, episodes=1), Silent())


def _write(project: Project, request: TrainingRequest) -> None:
    facts: dict[str, object] = {"approach": request.approach, "encoder": request.encoder, "size": request.image_size}
    try:
        began = time.perf_counter()
        cost = estimate_cost(project, request, Silent())
        estimating = time.perf_counter() - began
        run = train_approach(project, request, Silent())
        facts |= {"estimated": cost.seconds, "measured": run.seconds, "ratio": cost.seconds / run.seconds}
        facts |= {"seconds_to_estimate": estimating}
    except UserError as error:
        facts |= {"refused": str(error)}
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
