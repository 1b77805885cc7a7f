"""The table of proposed labels as a CSV file: written by the program, corrected by a person, read back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UserError
from workbench.facts.file_reason import FileReason
from workbench.imaging.reading import ReadFile
from workbench.operations.labelling.proposal_settings import ProposalSettings, settings_of_codes
from workbench.operations.tables import decimal_text, read_table, table_text, unescaped
from workbench.operations.tasks.classes import clean_name, visible
from workbench.operations.written_files import write_whole
from workbench.words import Message, marked, message

TABLE_COLUMNS = (
    "path", "label", "confidence", "second", "second_confidence", "reason", "proposal", "known", "proposed_with",
)  # fmt: skip
# A path may hold bytes that are not UTF-8; they must come back as they were.
_ENCODING, _ODD_BYTES = "utf-8", "surrogateescape"


@dataclass(frozen=True)
class LabelRow:
    """A file, its label in the table, and what the program had proposed.

    `label` is empty for a file that could not be read, and `reason` says why. `proposal` stays as it was when a person
    corrects the label; it is None in tables without that column.
    """

    path: Path
    label: str
    confidence: float | None = None
    second: str = ""
    second_confidence: float | None = None
    reason: str = ""
    proposal: str | None = ""
    known: float | None = None  # how usual it looks among known images, 0 to 1
    proposed_with: ProposalSettings | None = None

    @property
    def is_correction(self) -> bool:
        """Whether a person gave it another label than was proposed."""
        return self.proposal is not None and self.label != self.proposal

    @property
    def is_by_hand(self) -> bool:
        """Whether its label, or that it has none, is a person's: also where the table has no proposals at all."""
        return self.proposal is None or self.is_correction


def unreadable_row(file: FileReason[Message] | ReadFile) -> LabelRow:
    """Return the row of a file that has no label because it could not be read."""
    return LabelRow(file.path, "", reason=str(file.reason or ""))


def write_label_table(path: Path, rows: Iterable[LabelRow]) -> None:
    """Write the table, whole or not at all. Raises UserError when it cannot be written."""
    text = table_text(TABLE_COLUMNS, (_cells(row) for row in rows))
    write_whole(path, text.encode(_ENCODING, _ODD_BYTES))


def read_label_table(path: Path) -> list[LabelRow]:
    """Read a table back. Raises UserError, with the line, where a cell is wrong or a column or the file is missing."""
    return list(_rows(path))


def _refuse_odd_text(path: Path, line: int, cells: Mapping[str, str]) -> None:
    for column, cell in cells.items():
        if "\0" in cell or (column != "path" and not is_text(cell)):
            text = marked("{path}, line {line}: {column} is not UTF-8 text. Save the table as CSV UTF-8.")
            raise UserError(message(text, path=str(path), line=line, column=column))


def is_text(cell: str) -> bool:
    """Whether the bytes of a cell were UTF-8; a file's name may be made of others."""
    try:
        cell.encode()
    except UnicodeEncodeError:
        return False
    return True


def _cells(row: LabelRow) -> tuple[str, ...]:
    confidence, second = decimal_text(row.confidence), decimal_text(row.second_confidence)
    known = decimal_text(row.known)
    settings = "" if row.proposed_with is None else row.proposed_with.codes()
    return (str(row.path), row.label, confidence, row.second, second, row.reason, row.proposal or "", known, settings)


def _rows(path: Path) -> Iterator[LabelRow]:
    rows = read_table(path, errors=_ODD_BYTES)
    header = next(rows, None)
    columns = [visible(cell).casefold() for cell in header.cells] if header else []
    missing = [name for name in ("path", "label") if name not in columns]
    if missing:
        raise UserError(
            message(marked("{path} is not a table of labels: no column {name}."), path=str(path), name=missing[0])
        )
    for row in rows:
        cells = dict.fromkeys(columns, "") | dict(zip(columns, row.cells, strict=False))
        _refuse_odd_text(path, row.line, cells)
        if not cells["path"]:
            raise UserError(message(marked("{path}, line {line}: the path is empty."), path=str(path), line=row.line))
        yield LabelRow(
            Path(unescaped(cells["path"])),
            _name(cells["label"]),
            _share(cells, "confidence", path, row.line),
            _name(cells.get("second", "")),
            _share(cells, "second_confidence", path, row.line),
            unescaped(cells.get("reason", "")),
            _name(cells["proposal"]) if "proposal" in cells else None,
            _share(cells, "known", path, row.line),
            settings_of_codes(cells.get("proposed_with", "")),
        )


def _name(cell: str) -> str:
    """Return a class name as classes are called: what a spreadsheet adds around it, unseen, makes no other class."""
    name = unescaped(cell.strip())
    return clean_name(name) if visible(name) else ""


def _share(cells: Mapping[str, str], column: str, path: Path, line: int) -> float | None:
    text = cells.get(column, "").strip()
    if not text:
        return None
    try:
        value = _number(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        wrong = marked("{path}, line {line}: {column} must be a number from 0 to 1, not {value}.")
        raise UserError(message(wrong, path=str(path), line=line, column=column, value=text))
    return value


def _number(text: str) -> float:
    """Return a number as spreadsheets of many countries write it, a percentage too."""
    plain = text.replace(",", ".").replace("\u00a0", "")
    return float(plain.removesuffix("%")) / 100 if plain.endswith("%") else float(plain)
