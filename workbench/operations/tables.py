"""Tables as CSV files: written for spreadsheets, and read as spreadsheets of many countries save them."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UserError
from workbench.imaging.decode import Unreadable
from workbench.imaging.reading import read_bytes
from workbench.words import marked, message

# Where a cell begins, or would for a spreadsheet that takes another separator than ours: then what begins a formula, in
# wide letters too, after as many apostrophes as there are.
_BEGINS_FORMULA = re.compile(r"""(?:^|(?<=[,;|\t\r\n"]))('*)(?=[=+\-@\t\r＝＋－＠])""")
_ESCAPED_FORMULA = re.compile(r"""(?:^|(?<=[,;|\t\r\n"]))'('*)(?=[=+\-@\t\r＝＋－＠])""")
# A figure with its sign, and its interval and unit if it has them, is no formula.
_FIGURE = re.compile(r"[+-]\d[\d.,]*(\s?±\s?\d[\d.,]*)?(\s?%)?")
_BREAKS_ROW = re.compile(r"[\t\r\n]+")
_SEPARATOR = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class TableRow:
    """The cells of a row that is not empty, as they are in the file."""

    number: int  # as a spreadsheet numbers it
    line: int  # of the file: the last one of the row, as a cell may hold several
    cells: tuple[str, ...]


def read_table(
    path: Path, *, errors: str = "strict", fallback: str | None = None, most_bytes: int | None = None
) -> Iterator[TableRow]:
    """Yield the rows of a table in UTF-8 or UTF-16, its header first; commas, semicolons or tabs stand between cells.

    `errors` says what becomes of bytes that are not UTF-8 (as in `bytes.decode`), and `fallback` is the encoding that
    is tried where they are an error. Raises UserError, with the line, where it is no such table.
    """
    text = _decoded(_content(path, most_bytes), path, errors, fallback)
    first = next((line for line in text.splitlines() if line.strip()), "")
    # Excel writes and reads such a line; it is no row of the table.
    announced = _SEPARATOR.fullmatch(first)
    separator = announced[1] if announced else max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    is_announced = announced is not None
    try:
        for number, cells in enumerate(reader, 1):
            if not any(cell.strip() for cell in cells):
                continue
            if is_announced:
                is_announced = False
                continue
            yield TableRow(number, reader.line_num, tuple(cells))
    except csv.Error as error:
        wrong = marked("{path}, line {line}: this is not a table: {reason}.")
        raise UserError(message(wrong, path=str(path), line=reader.line_num, reason=str(error))) from error


def table_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a CSV table as text; what a spreadsheet would take for a formula gets an apostrophe before it.

    Spreadsheets of many countries separate cells at semicolons, whatever the file does, and may find a formula within.
    """
    written = io.StringIO(newline="")
    plain, quoted = (
        csv.writer(written, lineterminator="\n", quoting=quoting) for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)
    )
    plain.writerow(columns)
    for row in rows:
        # A lone carriage return would end the line for whoever reads it unquoted.
        writer = quoted if any("\r" in cell for cell in row) else plain
        writer.writerow([_escaped(cell) for cell in row])
    return written.getvalue()


def tabbed_text(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as lines of cells with tabs between them, as spreadsheets take them from the clipboard.

    Each row stays one line, and what a spreadsheet would take for a formula gets an apostrophe before it.
    """
    return "\n".join("\t".join(map(_pasted, row)) for row in rows)


def _pasted(cell: str) -> str:
    flat = _BREAKS_ROW.sub(" ", cell)
    return flat if _FIGURE.fullmatch(flat) else _escaped(flat)


def unescaped(cell: str) -> str:
    """Return a cell without the apostrophe that `table_text` put before it; one that a person typed stays."""
    return _ESCAPED_FORMULA.sub(r"\1", cell)


def _escaped(cell: str) -> str:
    return _BEGINS_FORMULA.sub(r"'\1", cell)


def decimal_text(value: float | None) -> str:
    """Return a share with four decimals and a point, or an empty cell."""
    return "" if value is None else f"{value:.4f}"


def _content(path: Path, most_bytes: int | None) -> bytes:
    try:
        if most_bytes is not None and path.stat().st_size > most_bytes:
            text = marked("{path} is too large for a table. The limit is {size} MB.")
            raise UserError(message(text, path=str(path), size=most_bytes // 10**6))
        return read_bytes(path)
    except Unreadable as error:
        text = marked("{path} cannot be read: {reason}")
        raise UserError(message(text, path=str(path), reason=error.text)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError(message(marked("{path} cannot be read: {reason}."), path=str(path), reason=reason)) from error


def _decoded(content: bytes, path: Path, errors: str, fallback: str | None) -> str:
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return content.decode("utf-16")
        try:
            return content.decode("utf-8-sig", errors)
        except UnicodeDecodeError:
            if fallback is None:
                raise
            return content.decode(fallback)
    except UnicodeDecodeError as error:
        raise not_text(path) from error


def not_text(path: Path) -> UserError:
    """Return the error of a file that is no text."""
    return UserError(message(marked("{path} is not text. Save the table as CSV UTF-8."), path=str(path)))
