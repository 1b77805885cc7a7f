"""A season's labelling on photographs: known folders, a few new classes with a wrong example, a pile with strangers.

`python -m tests.benchmarks.strangers DATA [--draws N]`: 30 known classes, 5 new ones of 4 examples each (one of them
really of another of the five), a pile of 125 of their images and 25 of classes that nobody named; the shipped network.
"""

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.benchmarks.archives import unpacked
from workbench.learning.paired import ratio_with_interval
from workbench.operations.labelling.auditing.audit_labels import audit_labels
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.labelling.label_table import read_label_table
from workbench.operations.labelling.propose_labels import propose_labels
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project
from workbench.operations.runs.trained import PRETRAINED
from workbench.operations.tasks.import_images import ImportRequest, import_images

KNOWN, NEW, EXAMPLES, IMAGES, STRANGERS, KEEP, SURE = 30, 5, 4, 25, 25, 0.95, 0.9


@dataclass(frozen=True)
class Season:
    """What came of one draw."""

    strangers_found: float
    known_lost: float
    known_right: float
    sure_right: float  # of the sure proposals for images of the new classes
    sure_strangers: int
    sure: int  # proposals in all
    sure_and_right: int  # No proposal for a stranger is.
    wrong_is_first: bool


def fill(home: Path, classes: list[Path], draw: np.random.Generator) -> Path:
    """Copy one draw's images into folders; return the wrong example."""
    chosen = [classes[number] for number in draw.permutation(len(classes))]
    known, new, others = chosen[:KNOWN], chosen[KNOWN : KNOWN + NEW], chosen[KNOWN + NEW :]
    for image_class in known:
        shutil.copytree(image_class, home / "known" / image_class.name)
    (home / "pile").mkdir()
    spare: list[Path] = []
    for image_class in new:
        files = sorted(image_class.iterdir())
        mixed = [files[number] for number in draw.permutation(len(files))]
        (home / "examples" / image_class.name).mkdir(parents=True)
        for file in mixed[:EXAMPLES]:
            shutil.copy(file, home / "examples" / image_class.name / file.name)
        for file in mixed[EXAMPLES : EXAMPLES + IMAGES]:
            shutil.copy(file, home / "pile" / f"{image_class.name}__{file.name}")
        spare.append(mixed[EXAMPLES + IMAGES])
    for number in range(STRANGERS):
        image_class = others[number % len(others)]
        files = sorted(image_class.iterdir())
        file = files[draw.integers(len(files))]
        shutil.copy(file, home / "pile" / f"stranger{number}__{file.name}")
    first = home / "examples" / new[0].name
    next(iter(sorted(first.iterdir()))).unlink()
    return Path(shutil.copy(spare[1], first / f"wrong{spare[1].suffix}"))


def season(home: Path, wrong: Path) -> Season:
    """Label the pile and audit the examples, as a person's commands do."""
    with new_project(home / "p.mlwb") as project:
        import_images(project, home / "known", ImportRequest(), Silent())
        propose_labels(
            project,
            examples=home / "examples",
            images=home / "pile",
            output=home / "labels.csv",
            run=PRETRAINED,
            device="cpu",
            reporter=Silent(),
            keep=KEEP,
        )
        add_examples_folder(project, home / "examples", Silent())
        report = audit_labels(project, run=PRETRAINED, device="cpu", reporter=Silent())
    rows = read_label_table(home / "labels.csv")
    strange = [row for row in rows if row.path.name.startswith("stranger")]
    known = [row for row in rows if row not in strange]
    right = [row for row in known if row.label and row.path.name.startswith(f"{row.label}__")]
    sure = [row for row in known if (row.confidence or 0) >= SURE]
    sure_and_right = sum(row in right for row in sure)
    sure_strangers = sum((row.confidence or 0) >= SURE for row in strange)
    return Season(
        float(np.mean([not row.label for row in strange])),
        float(np.mean([not row.label for row in known])),
        len(right) / len(known),
        sure_and_right / max(len(sure), 1),
        sure_strangers,
        len(sure) + sure_strangers,
        sure_and_right,
        bool(report.suspects) and report.suspects[0].path == wrong.resolve(),
    )


def main() -> None:
    """Write a line for each draw, and the means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds the archives")
    parser.add_argument("--draws", type=int, default=10)
    request = parser.parse_args()
    root = unpacked(request.data / "grocery81_128px.zip", "grocery81")
    classes = [folder for folder in sorted(root.glob("*/*")) if len(list(folder.iterdir())) > EXAMPLES + IMAGES]
    seasons: list[Season] = []
    for number in range(request.draws):
        with tempfile.TemporaryDirectory() as folder:
            seasons.append(season(Path(folder), fill(Path(folder), classes, np.random.default_rng(number))))
        sys.stdout.write(f"{seasons[-1]}\n")
    for name in vars(seasons[0]):
        values = [float(getattr(one, name)) for one in seasons]
        sys.stdout.write(f"{name}: {np.mean(values):.3f} (least {min(values):.3f}, most {max(values):.3f})\n")
    share = ratio_with_interval([one.sure_and_right for one in seasons], [one.sure for one in seasons])
    sys.stdout.write(f"of all that is sure, right: {share.mean:.3f} ± {share.ci95:.3f}\n")


if __name__ == "__main__":
    main()
