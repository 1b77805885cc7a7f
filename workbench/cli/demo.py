"""The command that shows the main job on the sample: from folders to labels."""

import csv
from pathlib import Path
from typing import Annotated

from typer import Option

from workbench.cli.arguments import Json
from workbench.cli.harmless import complain
from workbench.cli.terminal import percentage, show, work
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, evaluate_run
from workbench.operations.labelling.label_table import read_label_table
from workbench.operations.labelling.propose_labels import propose_labels
from workbench.operations.project.opening import Project, new_project
from workbench.operations.project.sample import SampleFolder, make_sample_folder
from workbench.operations.runs.listing import LATEST
from workbench.operations.runs.training import TrainingRequest, train_approach
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.words import printable

_TRAINING = TrainingRequest(
    "prototypical",
    query=5,
    episodes=400,
    episodes_per_step=1,
    learning_rate=2e-3,
    rotate_classes=True,
    validate_every=100,
    options={"train_way": 30},
)


def demo(
    folder: Annotated[
        Path | None, Option(help="An empty or new folder; by default a new one in the current folder.")
    ] = None,
    json: Json = True,
) -> None:
    """Run the main workflow on the sample: import, meta-train, meta-test on unseen classes, label new ones.

    Ends with one JSON object, with or without --json.
    """
    home = folder or _free(Path("demo-output"))
    with work("1 of 5  Create the sample") as bar:
        sample = make_sample_folder(home / "sample", 0, bar)
    with new_project(home / "demo.mlwb") as project:
        with work("2 of 5  Import") as bar:
            report = import_images(project, sample.alphabets, ImportRequest(), bar)
            bar.say(f"{report.added:,} images in {len(report.tasks)} folders.")
        values = _learn(project)
        values |= _label(project, sample, home)
    complain(f"Everything is in {printable(home)}; the project is {printable(home / 'demo.mlwb')}.")
    show([], values, as_json=json)


def _learn(project: Project) -> dict[str, object]:
    with work("3 of 5  Meta-train") as bar:
        run = train_approach(project, _TRAINING, bar)
        bar.say(f"{run.episode:,} episodes of {run.approach} in {run.seconds:.0f} s.")
    with work("4 of 5  Meta-test") as bar:
        tested = evaluate_run(project, EvaluationRequest(LATEST), bar)
        pixels = evaluate_run(project, EvaluationRequest(PIXELS), bar)
        bar.say(
            f"Accuracy on unseen classes, 5-way 1-shot: {percentage(tested.accuracy, tested.widest)}; "
            f"nearest neighbour on raw pixels: {percentage(pixels.accuracy, pixels.widest)}."
        )
    return {"accuracy": tested.accuracy, "ci95": tested.ci95, "pixels": pixels.accuracy, "pixels_ci95": pixels.ci95}


def _label(project: Project, sample: SampleFolder, home: Path) -> dict[str, object]:
    table = home / "labels.csv"
    with work("5 of 5  Label new classes") as bar:
        propose_labels(
            project,
            examples=sample.examples,
            images=sample.images,
            output=table,
            run=LATEST,
            device="auto",
            reporter=bar,
        )
        with open(sample.truth, encoding="utf-8", newline="") as file:
            truth = {row["image"]: row["label"] for row in csv.DictReader(file)}
        rows = read_label_table(table)
        right = sum(row.label == truth[row.path.name] for row in rows)
        bar.say(f"{right} of {len(rows)} images of new classes labelled correctly: {printable(table)}")
    return {"labelled_right": right, "labels": len(rows)}


def _free(folder: Path) -> Path:
    """Return a folder that does not exist yet: demo-output, demo-output-2, …"""
    number, free = 2, folder
    while free.exists():
        free, number = folder.with_name(f"{folder.name}-{number}"), number + 1
    return free
