"""What the command line says of an import."""

from collections.abc import Sequence

from workbench.cli.terminal import at_most_twenty, file_lines, file_values, plural, sidecar_lines
from workbench.operations.tasks.import_report import ImportReport
from workbench.operations.tasks.relocation import Relocation
from workbench.operations.tasks.several_pages import TakenPage
from workbench.operations.tasks.split_classes import WHAT_ROLES_MEAN
from workbench.operations.tasks.task_facts import TaskFacts
from workbench.words import printable


def import_lines(report: ImportReport) -> list[str]:
    """Return what an import did, as lines."""
    lines = [f"{report.added:,} added, {report.known:,} already imported, {len(report.skipped):,} skipped."]
    lines += file_lines(report.skipped)
    lines += file_lines(report.frames, "to look at: ")
    lines += sidecar_lines(report.sidecars)
    if report.duplicates:
        lines.append(f"{plural(report.duplicates, 'duplicate', 'duplicates')}.")
    lines += [f"Layout: {report.layout.value}", *at_most_twenty([_task_line(task) for task in report.tasks])]
    if any(task.classes for task in report.tasks):
        lines.append(str(WHAT_ROLES_MEAN))
    if report.question is not None:
        lines.append(f"{report.question} For individuals: --layout individuals.")
    lines += [f"Note: {warning}" for warning in report.warnings]
    if any(not taken.choice for taken in report.several_pages):
        lines.append("To choose: --page N|max, --channels R,G,B.")
    return lines


def _task_line(task: TaskFacts) -> str:
    roles = ", ".join(f"{count:,} {role}" for role, count in task.roles().items() if count)
    return f"  {task.name}: {plural(task.images, 'image', 'images')}" + (
        f" in {plural(len(task.classes), 'class', 'classes')} ({roles})" if task.classes else ", unlabelled"
    )


def import_values(report: ImportReport) -> dict[str, object]:
    """Return what an import did, as plain values."""
    return {
        "layout": report.layout.value,
        "added": report.added,
        "known": report.known,
        "skipped": len(report.skipped),
        "skipped_files": file_values(report.skipped),
        "sidecars": report.sidecars,
        "duplicates": report.duplicates,
        "frames": file_values(report.frames),
        "several_pages": len(report.several_pages),
        "several_pages_files": [_taken_values(taken) for taken in report.several_pages],
        "tasks": [_task_values(task) for task in report.tasks],
        "roles": _role_counts(report.tasks),
        "warnings": [str(warning) for warning in report.warnings],
        "complete": report.cut_off is None,
        "splits": None if report.splits is None else vars(report.splits),
        **_relocation_values(report.relocation),
        "question": None if report.question is None else str(report.question),
        "labels": None if report.table is None else vars(report.table),
    }


def _taken_values(taken: TakenPage) -> dict[str, object]:
    return {
        "path": printable(taken.path),
        "pages": taken.count.pages,
        "channels": taken.count.channels,
        "page": taken.page,
        "channels_taken": None if taken.channels is None else list(taken.channels),
    }


def _relocation_values(relocation: Relocation) -> dict[str, object]:
    return {
        "moved": relocation.images,
        "renamed_classes": [{"old": old, "new": new} for old, new in relocation.classes],
        "moved_folders": [{"old": printable(old), "new": printable(new)} for old, new in relocation.folders],
        "gone": len(relocation.gone),
        "gone_files": [printable(path) for path in relocation.gone],
        "gone_classes": list(relocation.gone_classes),
    }


def _task_values(task: TaskFacts) -> dict[str, object]:
    return {
        "id": task.id,
        "name": task.name,
        "layout": task.layout,
        "images": task.images,
        "classes": [vars(image_class) for image_class in task.classes],
    }


def _role_counts(tasks: Sequence[TaskFacts]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for task in tasks:
        for role, count in task.roles().items():
            counts[role] = counts.get(role, 0) + count
    return counts
