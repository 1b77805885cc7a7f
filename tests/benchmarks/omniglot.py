"""How well, and how fast, Prototypical Networks learn Omniglot: background alphabets to learn, evaluation ones to test.

Lake et al., 2015; classes turned by 90°, 180° and 270° count as new while training; 10 % of the background classes are
for validation; tested on the 659 evaluation classes, as they are. Run: python -m tests.benchmarks.omniglot FOLDER
"""

import json
import platform
import tempfile
from pathlib import Path

import torch

from tests.benchmarks.archives import data_folder, import_omniglot
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, evaluate_run
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project
from workbench.operations.runs.training import TrainingRequest, train_approach

REQUEST = TrainingRequest(
    "prototypical",
    query=5,
    episodes=5000,
    episodes_per_step=1,
    rotate_classes=True,
    learning_rate=2e-3,
    options={"train_way": 60},
)


def main() -> None:
    """Train once, test at one and at five shots, and write one JSON object a line."""
    data = data_folder(__doc__ or "")
    with tempfile.TemporaryDirectory() as workplace, new_project(Path(workplace) / "omniglot.mlwb") as project:
        import_omniglot(project, data)
        run = train_approach(project, REQUEST, Silent())
        machine = {"device": run.device, "threads": torch.get_num_threads(), "processor": platform.machine()}
        _write({"minutes": run.seconds / 60, "episodes": run.episode, "validation": run.best_accuracy, **machine})
        for shot in (1, 5):
            for name in ("latest", PIXELS):
                tested = evaluate_run(project, EvaluationRequest(name, shot=shot, episodes=1000), Silent())
                _write({"run": name, "way": 5, "shot": shot, "accuracy": tested.accuracy, "ci95": tested.ci95})


def _write(figures: dict[str, object]) -> None:
    print(json.dumps(figures), flush=True)  # noqa: T201 - a script's output


if __name__ == "__main__":
    main()
