"""The table of proposed labels as a CSV file: written by the program, corrected by a person, read back."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UserError
from workbench.operations.written_files import write_whole
from workbench.words import Message, marked, message

TABLE_COLUMNS = ("path", "label", "confidence", "second", "second_confidence", "reason", "proposal")
# A path may hold bytes that are not UTF-8; they must come back as they were.
_ENCODING, _ODD_BYTES = "utf-8", "surrogateescape"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class LabelRow:
    """A file, the label it has in the table, and what the program had proposed.

    `label` is empty for a file that could not be read, and `reason` says why. `proposal` is the program's word, which
    stays when a person corrects the label; None in tables that do not have it.
    """

    path: Path
    label: str
    confidence: float | None = None
    second: str = ""
    second_confidence: float | None = None
    reason: str = ""
    proposal: str | None = ""


def unreadable_row(path: Path, reason: Message | None) -> LabelRow:
    """Return the row of a file that has no label because it could not be read."""
    return LabelRow(path, "", reason=str(reason or ""))


def write_label_table(path: Path, rows: Iterable[LabelRow]) -> None:
    """Write the table, whole or not at all. Raises UserError when it cannot be written."""
    text = table_text(TABLE_COLUMNS, (_cells(row) for row in rows))
    write_whole(path, text.encode(_ENCODING, _ODD_BYTES))


def read_label_table(path: Path) -> list[LabelRow]:
    """Read a table back. Raises UserError when it is not there or lacks a column, naming the line that is wrong."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError(
            message(marked("{path} cannot be read: {reason}."), path=str(path), reason=_why(error))
        ) from error
    try:
        return list(_rows(_decoded(content), path))
    except csv.Error as error:
        raise UserError(
            message(marked("{path} is not a table of labels: {reason}."), path=str(path), reason=str(error))
        ) from error


def refuse_to_lose_corrections(path: Path) -> None:
    """Raise UserError when a file at `path` is not a table of ours, or a person has corrected a label in it."""
    if not path.exists():
        return
    corrected = sum(row.proposal is None or row.label != row.proposal for row in read_label_table(path))
    if corrected:
        text = marked(
            "{path} contains {count} labels corrected by a person. Accept them first, or choose another name."
        )
        raise UserError(message(text, path=str(path), count=corrected))


def table_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a CSV table as text; a cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    written = io.StringIO(newline="")
    plain, quoted = (
        csv.writer(written, lineterminator="\n", quoting=how) for how in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)
    )
    plain.writerow(columns)
    for row in rows:
        # A lone carriage return would end the line for whoever reads it unquoted.
        writer = quoted if any("\r" in cell for cell in row) else plain
        writer.writerow([_safe(cell) for cell in row])
    return written.getvalue()


def decimal_text(value: float | None) -> str:
    """Return a share with four decimals and a point, or an empty cell."""
    return "" if value is None else f"{value:.4f}"


def _decoded(content: bytes) -> str:
    """Return the text of a table as this program or a spreadsheet saves it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    return content.decode("utf-8-sig", _ODD_BYTES)


def _separator(text: str) -> str:
    """Return what stands between the columns: spreadsheets of many countries write semicolons or tabs."""
    header = text.split("\n", 1)[0]
    return max(",;\t", key=header.count)


def _refuse_odd_text(path: Path, line: int, cells: Mapping[str, str]) -> None:
    for column, cell in cells.items():
        if "\0" in cell or (column != "path" and not _is_text(cell)):
            text = marked("{path}, line {line}: {column} is not UTF-8 text. Save the table as CSV UTF-8.")
            raise UserError(message(text, path=str(path), line=line, column=column))


def _is_text(cell: str) -> bool:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return False
    return True


def _cells(row: LabelRow) -> tuple[str, ...]:
    confidence, second = decimal_text(row.confidence), decimal_text(row.second_confidence)
    return (str(row.path), row.label, confidence, row.second, second, row.reason, row.proposal or "")


def _rows(text: str, path: Path) -> Iterator[LabelRow]:
    separator = _separator(text)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True, restkey="rest", restval="")
    missing = [name for name in ("path", "label") if name not in (reader.fieldnames or ())]
    if missing:
        raise UserError(
            message(marked("{path} is not a table of labels: no column {name}."), path=str(path), name=missing[0])
        )
    for read in reader:
        cells = {name: cell for name, cell in read.items() if isinstance(cell, str)}
        _refuse_odd_text(path, reader.line_num, cells)
        if not cells["path"]:
            raise UserError(
                message(marked("{path}, line {line}: the path is empty."), path=str(path), line=reader.line_num)
            )
        yield LabelRow(
            Path(cells["path"]),
            _plain(cells["label"]),
            _share(cells, "confidence", path, reader.line_num),
            _plain(cells.get("second", "")),
            _share(cells, "second_confidence", path, reader.line_num),
            _plain(cells.get("reason", "")),
            _plain(cells["proposal"]) if "proposal" in cells else None,
        )


def _share(cells: Mapping[str, str], column: str, path: Path, line: int) -> float | None:
    text = cells.get(column, "").strip()
    if not text:
        return None
    try:
        value = float(text.replace(",", "."))  # as many countries write it
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        wrong = marked("{path}, line {line}: {column} must be a number from 0 to 1, not {value}.")
        raise UserError(message(wrong, path=str(path), line=line, column=column, value=text))
    return value


def _safe(cell: str) -> str:
    return "'" + cell if cell.startswith((*_FORMULA, "'")) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
