"""Export what a person decided: as a table, as JSON, or as copies in one folder for each class."""

import json
import secrets
import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.facts.file_reason import FileReason
from workbench.imaging.decode import Unreadable
from workbench.imaging.reading import in_threads, read_known
from workbench.operations.free_names import FreeNames, folder_stem
from workbench.operations.labelling.labels import LabelFacts, count_labels, current_labels
from workbench.operations.progress import Listening, Reporter
from workbench.operations.tables import decimal_text, table_text
from workbench.operations.written_files import refuse_existing, write_whole
from workbench.store.disk_space import full_disk
from workbench.store.models import Image, ImageClass, Label
from workbench.store.project import Project
from workbench.store.project_check import damaged_rows
from workbench.words import Message, marked, message

_BLOCK = 4096  # bytes: what a disk may take for a file besides its length
_COLUMNS = (
    "path", "label", "decision", "who", "decided_at", "proposed", "confidence", "second", "second_confidence", "sha256",
    "run", "in_bulk", "proposed_with",
)  # fmt: skip


class ExportFormat(StrEnum):
    """How labels are written."""

    CSV = "csv"
    JSON = "json"
    FOLDERS = "folders"


@dataclass(frozen=True)
class ExportReport:
    """Where the labels were written, how many, which images could not be copied, and what speaks against them."""

    output: Path
    labels: int
    missing: tuple[FileReason[Message], ...]
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True)
class ExportPreview:
    """What an export would hold: the first rows of its table as text, and how many labels of which kind there are."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    labels: int
    by_label: tuple[tuple[str, int], ...]  # each class in use, in the order of the classes
    by_decision: dict[Decision, int]


def export_preview(project: Project, most: int = 10) -> ExportPreview:
    """Return what `export_labels` would write, with at most so many rows; nothing decided gives no rows."""
    counts = count_labels(project)
    rows = tuple(_cells(label) for label in current_labels(project, most))
    return ExportPreview(_COLUMNS, rows, sum(counts.by_decision.values()), counts.by_label, counts.by_decision)


def export_labels(project: Project, kind: ExportFormat, output: Path, reporter: Reporter) -> ExportReport:
    """Write every label, the person's beside the program's proposal; images are copied, never moved or changed.

    Where rows that they come from are not as they were saved, it is warned of, as a label may then be another one.
    Raises UserError when nothing was decided yet, or `output` exists (an empty folder may) or cannot be written,
    Cancelled when asked to stop (nothing is left then).
    """
    labels = current_labels(project)
    if not labels:
        raise UserError(Message(marked("There are no labels yet. Accept some first.")))
    damage = _damage_behind(project, reporter)
    if kind is ExportFormat.FOLDERS:
        labels = tuple(label for label in labels if label.label)
        missing = _copy_all(labels, output, reporter)
        return ExportReport(output, len(labels) - len(missing), missing, damage)
    refuse_existing(output)
    if kind is ExportFormat.CSV:
        text = table_text(_COLUMNS, [_cells(label) for label in labels])
        write_whole(output, text.encode("utf-8", "surrogateescape"))
    else:
        text = json.dumps([_values(label) for label in labels], ensure_ascii=True, indent=1)
        write_whole(output, text.encode())
    return ExportReport(output, len(labels), (), damage)


def _damage_behind(project: Project, reporter: Reporter) -> tuple[Message, ...]:
    listening = Listening(reporter, message(marked("Checking {path}"), path=project.path.name))
    tables = [table.__tablename__ for table in (ImageClass, Image, Label)]
    damaged = damaged_rows(project, tables, listening.going_on)
    if not damaged:
        return ()
    text = marked(
        "{count} rows of the project are not as they were saved, so labels may be wrong. Check the project, and repair "
        "it into a new file."
    )
    return (message(text, count=damaged),)


def _copy_all(labels: Sequence[LabelFacts], output: Path, reporter: Reporter) -> tuple[FileReason[Message], ...]:
    try:
        if output.exists() and (not output.is_dir() or any(output.iterdir())):
            text = marked("{path} already exists and is not an empty folder. Choose another location.")
            raise UserError(message(text, path=str(output)))
        workplace = output.absolute().parent / f".{output.name[:60]}.{secrets.token_hex(4)}.export"
        workplace.mkdir(0o700)
        try:
            unfinished = workplace / "folders"
            missing = _copy_into(unfinished, labels, reporter)
            unfinished.replace(output) if not output.exists() else _replace_empty(unfinished, output)
        finally:
            shutil.rmtree(workplace, ignore_errors=True)
    except OSError as error:
        if full := full_disk(output, error, sum(_space_for(label.path) for label in labels)):
            raise full from error
        text = marked("{path} cannot be written: {reason}. Choose another place.")
        raise UserError(message(text, path=str(output), reason=error.strerror or type(error).__name__)) from error
    return missing


def _space_for(image: Path) -> int:
    try:
        return image.stat().st_size + _BLOCK
    except OSError:
        return 0


def _replace_empty(unfinished: Path, output: Path) -> None:
    # Windows does not rename onto a folder, even an empty one.
    output.rmdir()
    unfinished.replace(output)


def _copy_into(folder: Path, labels: Sequence[LabelFacts], reporter: Reporter) -> tuple[FileReason[Message], ...]:
    folder.mkdir()
    homes, missing = _Homes(folder, sorted({label.label for label in labels})), list[FileReason[Message]]()
    listening = Listening(reporter, message(marked("{done} of {total} images copied"), done=0, total=len(labels)))
    with closing(in_threads(_content_of, labels, 1, 1, listening.going_on)) as reading:
        for number, (label, content) in enumerate(zip(labels, reading, strict=True), 1):
            if isinstance(content, bytes):
                homes.add(label.label, label.path, content)
            else:
                missing.append(content)
            text = message(marked("{done} of {total} images copied"), done=number, total=len(labels))
            listening.report(number / len(labels), text)
    return tuple(missing)


def _content_of(label: LabelFacts) -> bytes | FileReason[Message]:
    try:
        return read_known(label.path, bytes.fromhex(label.sha256))
    except Unreadable as error:
        return FileReason(label.path, error.text)


class _Homes:
    """The folders of classes, in each of which no copy takes the place of another."""

    def __init__(self, folder: Path, classes: Sequence[str]) -> None:
        names = FreeNames()
        self._folders = {name: folder / names.take(folder_stem(name)) for name in classes}
        self._names = {name: FreeNames() for name in classes}

    def add(self, image_class: str, path: Path, content: bytes) -> None:
        home = self._folders[image_class]
        home.mkdir(exist_ok=True)
        with open(home / self._names[image_class].take(path.stem, path.suffix), "xb") as file:
            file.write(content)


def _values(label: LabelFacts) -> dict[str, Any]:
    return asdict(label) | {"path": str(label.path), "decided_at": label.decided_at.isoformat()}


def _cells(label: LabelFacts) -> tuple[str, ...]:
    return (
        str(label.path),
        label.label,
        label.decision.value,
        label.who,
        label.decided_at.isoformat(),
        label.proposed or "",
        decimal_text(label.confidence),
        label.second or "",
        decimal_text(label.second_confidence),
        label.sha256,
        "" if label.run is None else str(label.run),
        "yes" if label.in_bulk else "no",
        "" if label.proposed_with is None else label.proposed_with.codes(),
    )
