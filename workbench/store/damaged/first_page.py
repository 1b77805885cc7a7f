"""The first page of a project's file, and a copy of the file with a sound one where it is damaged.

The layout is that of https://sqlite.org/fileformat2.html: 1.3 the header, 1.6 pages of a tree, 2.1 records, 2.6 the
table of definitions, which begins on the first page. The original is only read.
"""

import shutil
import sqlite3
import struct
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.store.connections import empty_log, log_of
from workbench.store.damaged.definitions import SavedDefinition, definitions_in
from workbench.store.file_identity import APPLICATION_ID, HEADER_BYTES, MAGIC, SCHEMA, read_header
from workbench.store.opening import empty_project
from workbench.store.row_digests import COVERED, SCHEMA_OF_DIGESTS
from workbench.store.salvage import READ_FAULTS, salvaging

_SIZES = (4096, 512, 1024, 2048, 8192, 16384, 32768, 65536)  # of a page, ours first
_FRACTIONS = bytes((0, 64, 32, 32))  # Bytes kept free at the end of a page, and three that never differ.
_FORMAT, _ENCODING = 4, 1  # of definitions, and UTF-8
_FILLING = 2**26  # bytes written in one go


@dataclass(frozen=True, order=True)
class _Readable:
    """Of how many tables the beginning can be read, and whether these are all."""

    tables: int
    all: bool


def with_sound_first_page(path: Path, workplace: Path) -> Path:
    """Return what to read of a project that nobody writes: `path`, or a copy in `workplace`, a folder made for it.

    A copy is made where the first page is damaged and more of the tables can be read with another. Raises OSError.
    """
    found = _readable(path)
    if found.all and _is_sound(path):
        return path
    try:
        return _best_of(path, found, workplace)
    except OSError:
        if not found.tables:
            raise
        return path  # The disk has no room for a copy, and some of the original can be read.


def _best_of(path: Path, found: _Readable, workplace: Path) -> Path:
    workplace.mkdir()
    copy = Path(shutil.copyfile(path, workplace / path.name))
    if _size(log_of(path)):
        shutil.copyfile(log_of(path), log_of(copy))
    # The copy is tried with each size of page, and in the end is that of which most can be read.
    by_size = {size: _readable_with(copy, path, size) for size in _sizes(path)}
    best = max(by_size, key=lambda size: by_size[size])
    _readable_with(copy, path, best)
    if by_size[best].all:
        return copy
    # Not the header alone: the definitions are found where they lie, and the first page is made of them.
    _take_in_log(copy)
    for size in (best,) if by_size[best].tables else _sizes(path):
        rebuilt = workplace / f"{size}.mlwb"
        if _rebuild(copy, rebuilt, size) and _readable(rebuilt) > max(found, by_size[best]):
            return rebuilt
    return copy if by_size[best] > found else path


def _is_sound(path: Path) -> bool:
    """Whether the header is as the program writes it, in all that reading depends on."""
    header = read_header(path)
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC) or not _page_size(header):
        return False
    counted, pages = struct.unpack_from(">II", header, 24)
    form, _, largest, encoding, schema, _, application = struct.unpack_from(">7I", header, 44)
    (valid_for,) = struct.unpack_from(">I", header, 92)
    return (
        {header[18], header[19]} <= {1, 2}
        and header[20:24] == _FRACTIONS
        and (counted != valid_for or pages == path.stat().st_size // _page_size(header))
        and (form, largest, encoding, application) == (_FORMAT, 0, _ENCODING, APPLICATION_ID)
        and 0 < schema <= SCHEMA
    )


def _page_size(header: bytes) -> int:
    """Return the size that a header gives pages, 0 where it gives none."""
    size = int.from_bytes(header[16:18])
    size = 65536 if size == 1 else size
    return size if size in _SIZES else 0


def _sizes(path: Path) -> list[int]:
    """Return the sizes that pages may have, the likeliest first; a log says which it is."""
    if _size(log_of(path)) >= 12:
        with log_of(path).open("rb") as log:
            size = int.from_bytes(log.read(12)[8:])
        if size in _SIZES:
            return [size]
    given = _page_size(read_header(path))
    if _is_sound(path):
        return [given]
    return sorted(_SIZES, key=lambda size: size != given)


def _readable(path: Path) -> _Readable:
    with salvaging(path) as salvage:
        tables = sum(salvage.begins(table) for table in (*salvage.columns, *(["row_digests"] * salvage.has_digests)))
        is_older = 0 < (salvage.schema or SCHEMA) < SCHEMA_OF_DIGESTS
    return _Readable(tables, tables == len(COVERED) + 1 or (is_older and tables > 0))


def _readable_with(copy: Path, path: Path, size: int) -> _Readable:
    """Give a copy the header of a new project with pages of that size, and see what can be read then."""
    header = bytearray(empty_project()[:HEADER_BYTES])
    (counted,) = struct.unpack_from(">I", header, 92)
    struct.pack_into(">H", header, 16, size % 65535)
    header[18:24] = bytes((1, 1)) + _FRACTIONS
    # Pages that are free count for nothing in a file that is only read.
    struct.pack_into(">IIII", header, 24, counted, path.stat().st_size // size, 0, 0)
    with copy.open("r+b") as file:
        file.write(header)
    return _readable(copy)


def _take_in_log(copy: Path) -> None:
    # Where it cannot be taken in, what is in the file is all there is.
    with suppress(sqlite3.Error, *READ_FAULTS):
        empty_log(copy)


def _rebuild(source: Path, target: Path, size: int) -> bool:
    """Write a file with the pages of `source` but the first, and the definitions that lie on them; False without any.

    New pages, for the definitions, come after those of `source`, whose numbers stay as they are.
    """
    definitions = definitions_in(source, size)
    if not definitions:
        return False
    with closing(sqlite3.connect(target, isolation_level=None)) as new:
        new.execute(f"PRAGMA page_size = {size:d}")
        new.execute("PRAGMA journal_mode = OFF")
        new.execute("CREATE TABLE filling (content)")
        _fill(new, size, source.stat().st_size)
        _define(new, definitions)
    with source.open("rb") as old, target.open("r+b") as file:
        old.seek(size)
        file.seek(size)
        shutil.copyfileobj(old, file)
    return True


def _fill(new: sqlite3.Connection, size: int, until: int) -> None:
    """Let a file grow until it is as long as the other, so that what is written next is beyond."""
    while (missing := until - size * new.execute("PRAGMA page_count").fetchone()[0]) > 0:
        new.execute("INSERT INTO filling VALUES (zeroblob(?))", (min(missing, _FILLING),))


def _define(new: sqlite3.Connection, definitions: list[SavedDefinition]) -> None:
    new.execute("PRAGMA writable_schema = ON")
    rows = [(found.kind, found.name, found.table, found.root, found.sql) for found in definitions]
    new.executemany("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", rows)
    new.execute("DELETE FROM sqlite_schema WHERE name = 'filling'")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
