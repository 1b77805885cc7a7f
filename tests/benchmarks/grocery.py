"""How well the shipped network labels groceries it never saw: by episodes, and as the command `label` does it.

Klasson et al., 2019 (Grocery Store Dataset, 81 classes), with no training: 600 episodes over all classes, and the
labels of 10 random classes from 5 examples each, over ten seeds. Run: python -m tests.benchmarks.grocery FOLDER
"""

import json
import shutil
import tempfile
from math import sqrt
from pathlib import Path
from statistics import fmean, stdev

import numpy as np

from tests.benchmarks.archives import data_folder, unpacked
from workbench.operations.evaluation.evaluate_run import EvaluationRequest, evaluate_run
from workbench.operations.labelling.label_table import read_label_table
from workbench.operations.labelling.propose_labels import propose_labels
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.store.models import Role

SEEDS, CLASSES, EXAMPLES = range(10), 10, 5
T_OF_TEN = 2.262  # 97.5 % quantile of Student's t with nine degrees of freedom


def main() -> None:
    """Measure and write one JSON object a line."""
    groceries = unpacked(data_folder(__doc__ or "") / "grocery81_128px.zip", "grocery81")
    with tempfile.TemporaryDirectory() as workplace:
        home = Path(workplace)
        with new_project(home / "grocery.mlwb") as project:
            import_images(project, groceries, ImportRequest(roles=RoleRequest(Role.META_TEST)), Silent())
            for way, shot in ((5, 1), (5, 5), (10, 5)):
                tested = evaluate_run(project, EvaluationRequest("pretrained", way, shot), Silent())
                figures = {"way": way, "shot": shot, "accuracy": tested.accuracy, "ci95": tested.ci95}
                _write({"episodes": tested.episodes, **figures})
            shares = [_labelled_right(project, groceries, home / str(seed), seed) for seed in SEEDS]
    _write({"labelled_right": fmean(shares), "ci95": T_OF_TEN * stdev(shares) / sqrt(len(shares)), "seeds": shares})


def _labelled_right(project: Project, groceries: Path, home: Path, seed: int) -> float:
    """Label ten random classes from five examples each and return the share labelled right."""
    draw = np.random.default_rng(seed)
    folders = sorted(folder for folder in groceries.glob("*/*") if folder.is_dir())
    truth: dict[str, str] = {}
    (home / "images").mkdir(parents=True)
    for number in draw.choice(len(folders), CLASSES, replace=False):
        folder = folders[number]
        (home / "examples" / folder.name).mkdir(parents=True)
        files = sorted(folder.iterdir())
        for place, chosen in enumerate(draw.permutation(len(files))):
            file = files[chosen]
            if place < EXAMPLES:
                shutil.copyfile(file, home / "examples" / folder.name / file.name)
            else:
                name = f"{folder.name}-{file.name}"
                truth[name] = folder.name
                shutil.copyfile(file, home / "images" / name)
    table = home / "labels.csv"
    propose_labels(
        project,
        examples=home / "examples",
        images=home / "images",
        output=table,
        run="pretrained",
        device="auto",
        reporter=Silent(),
    )
    return fmean(row.label == truth[row.path.name] for row in read_label_table(table))


def _write(figures: dict[str, object]) -> None:
    print(json.dumps(figures), flush=True)  # noqa: T201 - a script's output


if __name__ == "__main__":
    main()
