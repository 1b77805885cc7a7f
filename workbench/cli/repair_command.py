"""The command `repair`: a new project of everything that is whole in a damaged one."""

from pathlib import Path
from typing import Annotated, Any

from typer import Option

from workbench.cli.arguments import Json, ProjectArgument
from workbench.cli.terminal import at_most_twenty, show, work
from workbench.operations.project.repair.repair_project import repair_project
from workbench.operations.project.repair.repair_report import RepairedRow, RepairReport
from workbench.words import printable


def repair(
    project: ProjectArgument,
    output: Annotated[Path, Option(help="The new project; it must not exist yet.")],
    json: Json = False,
) -> None:
    """Make a new project of all that is whole in a damaged one, and of its newest backup."""
    with work("Repair") as bar:
        report = repair_project(project, output, bar)
    show(_lines(report), _values(report), as_json=json)


def _lines(report: RepairReport) -> list[str]:
    lines = [f"Made {printable(report.output)}; {printable(report.original)} is as it was."]
    if report.log is not None:
        lines.append(f"It has the changes in {printable(report.log)}, too, which is as it was.")
    lines += [
        f"  {table}: {whole:,} whole, {report.damaged[table]:,} damaged, {report.from_backup[table]:,} from a backup"
        for table, whole in report.whole.items()
        if whole or report.damaged[table]
    ]
    if not report.rows:
        return [*lines, "Every row is as it was saved."]
    # What a person decided is named in full, however much it is.
    lost = [_row_line(row) for row in report.lost_decisions]
    lines += [f"Lost labels and examples ({len(lost)}):", *lost] if lost else []
    others = [_row_line(row) for row in report.rows if row not in report.lost_decisions]
    return [*lines, *(["Rows that were damaged:", *at_most_twenty(others)] if others else [])]


def _row_line(row: RepairedRow) -> str:
    changed = "; ".join(f"{cell.column}: {cell.damaged!r} → {cell.repaired!r}" for cell in row.differences)
    known = ", ".join(f"{name} {value}" for name, value in row.known.items())
    return f"  {row.table} {row.id}: {row.words}" + "".join(f" ({part})" for part in (changed, known) if part)


def _values(report: RepairReport) -> dict[str, Any]:
    return {
        "project": printable(report.original.absolute()),
        "output": printable(report.output.absolute()),
        "complete": report.complete,
        "log": None if report.log is None else printable(report.log),
        "whole": dict(report.whole),
        "damaged": dict(report.damaged),
        "from_backup": dict(report.from_backup),
        "rows": [
            {
                "table": row.table,
                "row": row.id,
                "outcome": row.outcome.value,
                "backup": row.backup,
                "differences": [vars(cell) for cell in row.differences],
                "known": dict(row.known),
            }
            for row in report.rows
        ],
    }
