"""Commands about labels: label, accept, audit and export."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from workbench.cli.arguments import DeviceName, FitOption, Json, LabellingRun, ProjectArgument, RunOption, TraitsOption
from workbench.cli.terminal import (
    at_most_twenty,
    file_lines,
    file_values,
    opened_to_work,
    percentage,
    plural,
    show,
    sidecar_lines,
    work,
)
from workbench.operations.evaluation.verdict import find_stronger
from workbench.operations.labelling.accept_labels import AcceptReport, Conflict, accept_labels
from workbench.operations.labelling.auditing.audit_labels import AuditReport, audit_labels
from workbench.operations.labelling.auditing.contents import ClassGiven
from workbench.operations.labelling.auditing.suspects import Suspect
from workbench.operations.labelling.export_labels import ExportFormat, export_labels
from workbench.operations.labelling.known_scale import StrangersShare
from workbench.operations.labelling.propose_labels import USUAL_KEEP, ProposalReport, propose_labels
from workbench.operations.project.opening import open_to_read
from workbench.operations.runs.listing import LATEST
from workbench.operations.runs.planning.usual_run import USUAL_RUN
from workbench.words import printable


def label_(
    project: ProjectArgument,
    images: Annotated[Path, Option(help="The folder of images to label.")],
    output: Annotated[Path, Option(help="The CSV file to write.")],
    examples: Annotated[Path | None, Option(help="A folder with one sub-folder of examples per class.")] = None,
    traits: TraitsOption = None,
    run: LabellingRun = USUAL_RUN,
    device: DeviceName = "auto",
    pile: Annotated[
        bool, Option("--pile/--no-pile", help="Let images that look alike help one another to a class.")
    ] = True,
    keep: Annotated[
        float | None,
        Option(help="Leave images without a label that look stranger than this share of known images, such as 0.95."),
    ] = None,
    fit: FitOption = None,
    json: Json = False,
) -> None:
    """Propose a class for every image in a folder from a few examples of each class, its traits, or both.

    Without --examples and --traits, the classes are those in the project's table of traits.
    """
    with open_to_read(project) as opened, work("Label") as bar:
        report = propose_labels(
            opened,
            examples=examples,
            images=images,
            output=output,
            run=run,
            device=device,
            reporter=bar,
            traits=traits,
            use_pile=pile,
            keep=keep,
            fit=fit,
        )
    show(_proposed(report), _values(report), as_json=json)


def _values(report: ProposalReport) -> dict[str, object]:
    return {
        "output": printable(report.output),
        "run": report.run,
        "why_run": None if report.why is None else str(report.why),
        "classes": list(report.classes),
        "examples": report.examples,
        "labelled": report.proposed,
        "unreadable": report.unreadable,
        "sidecars": report.sidecars,
        "fit": report.fit,
        "empty_frames": report.empty,
        "none_of_these": report.none_of_these,
        **_strangers(report.strangers),
        "suspects": _suspect_values(report.suspects),
        "warnings": [str(warning) for warning in report.warnings],
    }


def _strangers(strangers: StrangersShare | None) -> dict[str, object]:
    if strangers is None:
        return {
            "kept_known": None,
            "kept_known_ci95": None,
            "let_in_unknown": None,
            "let_in_unknown_ci95": None,
            "measured_on": None,
        }
    return {
        "kept_known": strangers.kept_known.value,
        "kept_known_ci95": strangers.kept_known.ci95,
        "let_in_unknown": strangers.let_in_unknown.value,
        "let_in_unknown_ci95": strangers.let_in_unknown.ci95,
        "measured_on": strangers.measured_on,
    }


def _proposed(report: ProposalReport) -> list[str]:
    lines = [
        f"{plural(report.proposed, 'image', 'images')} labelled with {plural(len(report.classes), 'class', 'classes')}"
        f" from {plural(report.examples, 'example', 'examples')}: {printable(report.output)}",
    ]
    if report.unreadable:
        lines.append(f"{plural(report.unreadable, 'file', 'files')} could not be read; the table gives the reasons.")
    lines += sidecar_lines(report.sidecars)
    if report.none_of_these:
        lines.append(f"{plural(report.none_of_these, 'image looks', 'images look')} like none of the classes.")
    if report.strangers is not None:
        kept, let_in = report.strangers.kept_known, report.strangers.let_in_unknown
        is_own = report.strangers.measured_on == "own"
        where = "your own classes" if is_own else "the sample, from which your images may differ much"
        shares = f"{percentage(kept.value, kept.ci95)} of known images", f"{percentage(let_in.value, let_in.ci95)}"
        lines.append(
            f"On {where}, `--keep {USUAL_KEEP}` would keep {shares[0]} and let in {shares[1]} of unknown ones."
            if report.keep is None
            else f"On {where}, the threshold keeps {shares[0]} and lets in {shares[1]} of unknown ones."
        )
    if report.empty:
        lines.append(f"{plural(report.empty, 'empty frame', 'empty frames')} got no label.")
    if report.suspects:
        lines.append("Look at these examples again, which look like another class to all others:")
        lines += at_most_twenty(_suspect_lines(report.suspects))
    lines += [f"Note: {note}" for note in (report.why, *report.warnings) if note is not None]
    return lines


def accept(
    project: ProjectArgument,
    table: Annotated[Path, Argument(metavar="labels.csv", help="A table that `label` wrote and a person looked at.")],
    at_least: Annotated[
        float, Option(help="Minimum confidence of rows to accept; corrected rows are always accepted.")
    ] = 0.0,
    replace: Annotated[
        bool, Option("--replace", help="Take the table's labels also where a person had decided otherwise.")
    ] = False,
    json: Json = False,
) -> int:
    """Save a reviewed table of labels in the project; exit code 1 if every row is refused.

    What a person decided before stays where the table only repeats a proposal, or is older; such rows are named. A new
    correction in the table takes the place of an older decision, which is named too.
    """
    with opened_to_work(project) as opened, work("Accept") as bar:
        report = accept_labels(opened, table, at_least, bar, replace=replace)
    values = {
        "refused": len(report.refused),
        "refused_files": file_values(report.refused),
        "conflicts": len(report.conflicts),
        "conflict_files": _as_json(report.conflicts),
        "replaced": len(report.replaced),
        "replaced_files": _as_json(report.replaced),
        "new_classes": list(report.new_classes),
        "warnings": [str(warning) for warning in report.warnings],
    }
    show(_accepted(report), vars(report) | values, as_json=json)
    taken = report.accepted + report.corrected + report.already + report.withdrawn
    return 1 if report.refused and not taken else 0


def _as_json(rows: Sequence[Conflict]) -> list[dict[str, str]]:
    return [{"path": printable(row.path), "decided": row.decided, "label": row.label} for row in rows]


def _accepted(report: AcceptReport) -> list[str]:
    lines = [
        f"{report.accepted:,} accepted, {report.corrected:,} corrected, {report.already:,} already there, "
        f"{report.below:,} below the minimum confidence, {report.empty:,} without a label, "
        f"{len(report.refused):,} refused."
    ]
    if report.conflicts:
        lines.append(
            f"{plural(len(report.conflicts), 'label', 'labels')} not taken, because a person had decided otherwise "
            "(--replace takes them):"
        )
    lines += [f"  {printable(row.path)}: {row.decided}, not {row.label or 'no label'}" for row in report.conflicts]
    if report.replaced:
        lines.append(
            f"{plural(len(report.replaced), 'earlier decision', 'earlier decisions')} replaced by the table's:"
        )
    lines += [f"  {printable(row.path)}: {row.label}, no longer {row.decided}" for row in report.replaced]
    if report.withdrawn:
        lines.append(f"{plural(report.withdrawn, 'label', 'labels')} withdrawn, as taken out of the table.")
    if report.new_classes:
        lines.append(f"New classes: {', '.join(report.new_classes)}.")
    return [*lines, *file_lines(report.refused), *(f"Note: {warning}" for warning in report.warnings)]


def audit(
    project: ProjectArgument,
    run: RunOption = LATEST,
    device: DeviceName = "auto",
    json: Json = False,
) -> None:
    """Look for wrong labels: each example and decision is compared with all others.

    Without a run in the project, the pretrained network compares.
    """
    with open_to_read(project) as opened, work("Audit") as bar:
        report = audit_labels(opened, run=run, device=device, reporter=bar)
        # Whoever named a run meant that one.
        chosen = report.run if run == LATEST and isinstance(report.run, int) else None
        stronger = None if chosen is None else find_stronger(opened, chosen)
    values = {
        "run": report.run,
        "stronger": None if stronger is None else stronger.what,
        "suspects": _suspect_values(report.suspects),
        "contradictions": [
            {"files": [{"path": printable(file.path), "class": file.name} for file in files]}
            for files in report.contradictions
        ],
        "near_duplicates": [
            {
                "path": printable(pair.path),
                "class": pair.name,
                "other_path": printable(pair.other_path),
                "other_class": pair.other_name,
                "cosine": pair.cosine,
            }
            for pair in report.near_duplicates
        ],
        "judged": report.judged,
        "not_judged": report.not_judged,
    }
    hint = [] if stronger is None else [f"Note: {stronger.sentence} To use it: --run {stronger.what}."]
    show([*_audited(report), *hint], values, as_json=json)


def _audited(report: AuditReport) -> list[str]:
    by = report.run if isinstance(report.run, str) else f"run {report.run}"
    lines = [f"{plural(report.judged, 'image', 'images')} compared with all others, by {by}."]
    if report.not_judged:
        lines.append(
            f"{plural(report.not_judged, 'image', 'images')} not compared: the only one of its class, unreadable, or "
            "an example of two classes."
        )
    contradictions = ["  " + "; ".join(map(_as_given, files)) for files in report.contradictions]
    near_duplicates = [
        f"  {printable(pair.path)}, {pair.name}; {printable(pair.other_path)}, {pair.other_name} ({pair.cosine:.2f})"
        for pair in report.near_duplicates
    ]
    found = {
        "Look like another class:": _suspect_lines(report.suspects),
        "The same image in several classes:": contradictions,
        "Nearly the same image in two classes:": near_duplicates,
    }
    lines += [line for title, rows in found.items() if rows for line in (title, *at_most_twenty(rows))]
    if not any(found.values()):
        lines.append("Nothing stands out.")
    return [*lines, *(f"Note: {note}" for note in report.notes)]


def _suspect_values(suspects: Sequence[Suspect]) -> list[dict[str, object]]:
    return [
        {"path": printable(one.path), "class": one.name, "looks_like": one.looks_like, "sure": one.sure}
        for one in suspects
    ]


def _suspect_lines(suspects: Sequence[Suspect]) -> list[str]:
    return [f"  {_as_given(one)}, looks like {one.looks_like} ({100 * one.sure:.0f} %)" for one in suspects]


def _as_given(file: ClassGiven | Suspect) -> str:
    return f"{printable(file.path)}, {'example of' if file.is_example else 'decided as'} {file.name}"


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
    lines += [f"Note: {warning}" for warning in report.warnings]
    values = {
        "output": printable(report.output),
        "labels": report.labels,
        "missing": file_values(report.missing),
        "warnings": [str(warning) for warning in report.warnings],
    }
    show(lines, values, as_json=json)
