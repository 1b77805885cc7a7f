"""Commands on the runs of a project: list, name and note them, delete and restore them, export and import one."""

from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option

from workbench.cli.arguments import Json, ProjectArgument
from workbench.cli.problem_words import score_words
from workbench.cli.terminal import date_and_time, megabytes, opened_to_work, percentage, plural, show, work
from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.change import Change, Together
from workbench.operations.project.opening import Project, open_to_read
from workbench.operations.runs.exchange.export_run import export_run_file
from workbench.operations.runs.exchange.import_run import import_run_file
from workbench.operations.runs.keeping.run_changes import DeleteRun, RemarkOnRun, RenameRun, RestoreRun
from workbench.operations.runs.listing import EvaluationFacts, RunFacts, describe_runs
from workbench.operations.runs.record import find_run
from workbench.words import printable

_Run = str | None
_Pair = tuple[str, str] | None


def runs(
    project: ProjectArgument,
    rename: Annotated[_Pair, Option(metavar="RUN NAME", help="Give a run a name; an empty one takes it away.")] = None,
    note: Annotated[_Pair, Option(metavar="RUN TEXT", help="Keep a note on a run; an empty one takes it away.")] = None,
    delete: Annotated[_Run, Option(metavar="RUN", help="Delete a run; it can be restored until `compact`.")] = None,
    restore: Annotated[_Run, Option(metavar="RUN", help="Restore a deleted run.")] = None,
    deleted: Annotated[bool, Option("--deleted", help="List the deleted runs that can be restored.")] = False,
    json: Json = False,
) -> None:
    """List the runs of a project, or change what is said of one and list them then."""
    if rename or note or delete is not None or restore is not None:
        with opened_to_work(project) as opened:
            changed = _changed(opened, rename, note, delete, restore)
            described = describe_runs(opened, deleted=deleted, problems=True)
    else:
        changed = []
        with open_to_read(project) as opened:
            described = describe_runs(opened, deleted=deleted, problems=True)
    nothing = "No run is deleted." if deleted else "No runs yet."
    lines = [*changed, *([line for run in described for line in run_lines(run)] or [nothing])]
    show(lines, {"runs": [run_values(run) for run in described]}, as_json=json)


def export_run(
    project: ProjectArgument,
    run: Annotated[str, Argument(metavar="RUN", help="latest, or a run number.")],
    output: Annotated[Path, Option(metavar="FILE.safetensors", help="The file to write.")],
    class_names: Annotated[
        bool, Option("--class-names/--no-class-names", help="Whether the file has the names of the classes.")
    ] = True,
    json: Json = False,
) -> None:
    """Export a run into one file for another project: its weights, settings, curve and tests; no images."""
    with open_to_read(project) as opened, work("Export"):
        report = export_run_file(opened, run, output, class_names_too=class_names)
    lines = [f"Run {report.run} written to {printable(report.output)}, {megabytes(report.bytes)}."]
    lines += [f"Note: {warning}" for warning in report.warnings]
    values = {
        "run": report.run,
        "output": printable(report.output),
        "bytes": report.bytes,
        "warnings": [str(warning) for warning in report.warnings],
    }
    show(lines, values, as_json=json)


def import_run(
    project: ProjectArgument,
    file: Annotated[Path, Argument(metavar="FILE.safetensors", help="A file that `export-run` wrote.")],
    again: Annotated[bool, Option("--again", help="Add it even if the project has this run already.")] = False,
    json: Json = False,
) -> None:
    """Import a run that another project exported; it labels, and can be tested and compared, but not be resumed."""
    with opened_to_work(project) as opened, work("Import"):
        imported = import_run_file(opened, file, again=again)
    run = imported.run
    # What it was trained on, as a note may say, is no matter of importing it.
    notes = (note for note in run.notes if not note.code.startswith("device."))
    lines = [f"{printable(file)} is now run {run.id}.", *(f"Note: {note}" for note in notes)]
    if not imported.added:
        lines = [f"{printable(file)} is run {run.id}, which is here already: nothing was added. --again adds it anew."]
    show(lines, run_values(run) | {"added": imported.added}, as_json=json)


def run_values(run: RunFacts) -> dict[str, Any]:
    """Return a run as plain values."""
    values = {name: value for name, value in vars(run).items() if name not in ("notes", "settings", "evaluations")}
    return values | {
        "run": run.id,
        "deleted": run.deleted_at is not None,
        "notes": [str(note) for note in run.notes],
        "evaluations": [vars(evaluation) for evaluation in run.evaluations],
    }


def _changed(project: Project, rename: _Pair, note: _Pair, delete: _Run, restore: _Run) -> list[str]:
    """Make the changes that are asked for, all or none, and return a line for each. Raises UserError."""
    changes: list[Change] = []
    lines: list[str] = []
    if restore is not None:
        changes.append(RestoreRun(_number(restore)))
        lines.append(f"Run {restore} is restored.")
    if rename is not None:
        number = find_run(project, rename[0]).id
        changes.append(RenameRun(number, rename[1]))
        lines.append(f"Run {number} has another name." if rename[1].strip() else f"Run {number} has no name.")
    if note is not None:
        number = find_run(project, note[0]).id
        changes.append(RemarkOnRun(number, note[1]))
        lines.append(f"Run {number} has another note." if note[1].strip() else f"Run {number} has no note.")
    if delete is not None:
        number = find_run(project, delete).id
        changes.append(DeleteRun(number))
        lines.append(f"Run {number} is deleted; --restore {number} brings it back until the project is compacted.")
    Together(tuple(changes)).apply(project)
    return lines


def _number(run: str) -> int:
    """Return the number of a run that may be deleted, which `find_run` would refuse."""
    if not run.isdecimal() or len(run) > 15:  # Numbers beyond what SQLite holds are nobody's id.
        raise UserError(fact("run.not_there", run=run))
    return int(run)


def run_lines(run: RunFacts) -> list[str]:
    """Return a run in a line for a person, its note, and a line for each of its tests."""
    best = ""
    if run.best_accuracy is not None and run.problem is not None:
        best = f", best {score_words(run)} on validation tasks"
    elif run.best_accuracy is not None:
        best = f", best {percentage(run.best_accuracy, run.best_ci95)} on meta-validation"
    far = f"{date_and_time(run.created_at)}, episode {run.episode:,} of {run.episodes:,}"
    costs = f"{run.seconds / 60:.1f} min, {megabytes(run.bytes)}"
    name = "" if run.name is None else f"{run.name}: "
    first = f"{run.id}  {name}{run.approach} on {run.encoder}  {run.state}, {far}, {costs}{best}"
    about = [] if run.remark is None else [f"   {line}" for line in run.remark.splitlines()]
    about += ["   can be used, but not be resumed: what that takes was given up"] if run.given_up else []
    about += (
        ["   its weights were dropped after a search, which keeps those of its best"] if run.weights_dropped else []
    )
    about += [] if run.deleted_at is None else [f"   deleted {date_and_time(run.deleted_at)}"]
    return [first, *about, *map(_test_line, run.evaluations)]


def _test_line(test: EvaluationFacts) -> str:
    shape = f"{test.way}-way {test.shot}-shot on {test.role}, {plural(test.episodes, 'episode', 'episodes')}"
    return f"   tested {date_and_time(test.created_at)}, {shape}: {percentage(test.accuracy, test.widest)}"
