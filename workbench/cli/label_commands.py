"""Commands about labels: label, accept and export."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from workbench.cli.arguments import DeviceName, Json, ProjectArgument, RunOption, TraitsOption
from workbench.cli.terminal import file_lines, file_values, plural, show, work
from workbench.operations.labelling.accept_labels import accept_labels
from workbench.operations.labelling.export_labels import ExportFormat, export_labels
from workbench.operations.labelling.propose_labels import propose_labels
from workbench.operations.project.opening import open_to_read, open_to_work
from workbench.operations.runs.listing import LATEST
from workbench.words import printable


def label_(
    project: ProjectArgument,
    images: Annotated[Path, Option(help="The folder of images to label.")],
    output: Annotated[Path, Option(help="The CSV file to write.")],
    examples: Annotated[Path | None, Option(help="A folder with one sub-folder of examples per class.")] = None,
    traits: TraitsOption = None,
    run: RunOption = LATEST,
    device: DeviceName = "auto",
    json: Json = False,
) -> None:
    """Propose a class for every image in a folder from a few examples of each class, its traits, or both.

    Without --examples and --traits, the classes are those in the project's table of traits.
    """
    with open_to_read(project) as opened, work("Label") as bar:
        report = propose_labels(
            opened, examples=examples, images=images, output=output, run=run, device=device, reporter=bar, traits=traits
        )
    lines = [
        f"{plural(report.proposed, 'image', 'images')} labelled with {plural(len(report.classes), 'class', 'classes')}"
        f" from {plural(report.examples, 'example', 'examples')}: {printable(report.output)}"
    ]
    if report.unreadable:
        lines.append(f"{plural(report.unreadable, 'file', 'files')} could not be read; the table gives the reasons.")
    lines += [f"Note: {warning}" for warning in report.warnings]
    values = {
        "output": printable(report.output),
        "run": report.run,
        "classes": list(report.classes),
        "examples": report.examples,
        "labelled": report.proposed,
        "unreadable": report.unreadable,
        "warnings": [str(warning) for warning in report.warnings],
    }
    show(lines, values, as_json=json)


def accept(
    project: ProjectArgument,
    table: Annotated[Path, Argument(metavar="labels.csv", help="A table that `label` wrote and a person looked at.")],
    at_least: Annotated[
        float, Option(help="Minimum confidence of rows to accept; corrected rows are always accepted.")
    ] = 0.0,
    json: Json = False,
) -> int:
    """Save a reviewed table of labels in the project; exit code 1 if every row is refused."""
    with open_to_work(project) as opened, work("Accept") as bar:
        report = accept_labels(opened, table, at_least, bar)
    lines = [
        f"{report.accepted:,} accepted, {report.corrected:,} corrected, {report.known:,} already there, "
        f"{report.below:,} below the minimum confidence, {report.empty:,} without a label, "
        f"{len(report.refused):,} refused."
    ]
    lines += file_lines(report.refused)
    values = {"refused": len(report.refused), "refused_files": file_values(report.refused)}
    show(lines, vars(report) | values, as_json=json)
    saved = report.accepted + report.corrected + report.known
    return 1 if report.refused and not saved else 0


def export(
    project: ProjectArgument,
    output: Annotated[Path, Option(help="The file or folder to write.")],
    format: Annotated[
        ExportFormat, Option(help="A table, JSON, or copies in one folder per class.")
    ] = ExportFormat.CSV,
    json: Json = False,
) -> None:
    """Export the labels, each with the proposal it was based on."""
    with open_to_read(project) as opened, work("Export") as bar:
        report = export_labels(opened, format, output, bar)
    lines = [f"{plural(report.labels, 'label', 'labels')} written to {printable(report.output)}."]
    lines += file_lines(report.missing, "not copied: ")
    values = {
        "output": printable(report.output),
        "labels": report.labels,
        "missing": file_values(report.missing),
    }
    show(lines, values, as_json=json)
