"""The definitions of a project's tables as they lie in its file, found without the first page that leads to them.

Each is a record of https://sqlite.org/fileformat2.html, 2.1: a header of its values' types, then the values, of a row
of the table of definitions, 2.6, on a leaf, 1.6.
"""

import mmap
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from workbench.store.row_digests import COVERED

_LEAF = 13  # the type of a page of a table that holds rows
_TREES = (2, 5, 10, 13)  # the types of all pages of tables and indexes
_CELL = range(3, 12)  # bytes that a cell may begin before its record: lengths and the number of the row
_TABLES = (*COVERED, "row_digests", "digest_chain", "alembic_version", "sqlite_sequence")
_OVERLAP = 200  # bytes: more than a trace has
_PIECE = 2**20  # bytes

# Names that no other program gives a table; a file in which none is defined has nothing of ours.
_OURS = b"labelling_sets|labelling_classes|trait_tables|measurements|checkpoints|row_digests|digest_chain"
_TRACE = re.compile(rb'CREATE TABLE "?(?:' + _OURS + rb')"?\s*\(')


class SavedDefinition(NamedTuple):
    """A row of the table of definitions; `sql` is None for an index that SQLite makes by itself."""

    kind: str
    name: str
    table: str
    root: int
    sql: str | None


def has_traces(path: Path) -> bool:
    """Whether any table of ours is defined in a file, whatever else it is. Raises OSError."""
    before = b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            if _TRACE.search(before + piece):
                return True
            before = piece[-_OVERLAP:]
    return False


def definitions_in(path: Path, page_size: int) -> list[SavedDefinition]:
    """Return the definitions of tables, and of what SQLite needs to read them, that lie in a file. Raises OSError."""
    if not path.stat().st_size:
        return []
    names = [("table", table, table) for table in _TABLES]
    names += [("index", f"sqlite_autoindex_{table}_{number}", table) for table in _TABLES for number in (1, 2)]
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        found = [next(iter(_found(content, page_size, name)), None) for name in names]
    tables = {definition.name for definition in found if definition is not None and definition.kind == "table"}
    return [definition for definition in found if definition is not None and definition.table in tables]


def _found(content: mmap.mmap, page_size: int, name: tuple[str, str, str]) -> Iterator[SavedDefinition]:
    kind, own, table = name
    is_table = kind == "table"
    types = bytes((_text_type(kind), _text_type(own), _text_type(table)))
    sql_type = rb"([\x80-\xff]{0,2}[\x00-\x7f])" if is_table else rb"(\x00)"
    words = f"{kind}{own}{table}".encode()
    pattern = rb"[\x06-\x08]" + re.escape(types) + rb"([\x01-\x04])" + sql_type + re.escape(words)
    for match in re.finditer(pattern, content, re.DOTALL):
        root_end = match.end() + match[1][0]
        root = int.from_bytes(content[match.end() : root_end])
        sql = content[root_end : root_end + (_varint(match[2]) - 13) // 2].decode("utf-8", "replace")
        if _is_row(content, page_size, match.start()) and _is_tree(content, page_size, root):
            yield SavedDefinition(kind, own, table, root, sql if is_table else None)


def _text_type(text: str) -> int:
    return 13 + 2 * len(text)


def _varint(encoded: Iterable[int]) -> int:
    number = 0
    for byte in encoded:
        number = number << 7 | byte & 0x7F
    return number


def _is_row(content: mmap.mmap, page_size: int, at: int) -> bool:
    """Whether a record is that of a row; what was changed or removed may still lie there, too."""
    page = at // page_size * page_size
    head = page + (100 if page == 0 else 0)
    if content[head] != _LEAF:
        return False
    count = int.from_bytes(content[head + 3 : head + 5])
    pointers = content[head + 8 : min(head + 8 + 2 * count, page + page_size)]
    cells = (int.from_bytes(pointers[number : number + 2]) for number in range(0, len(pointers) - 1, 2))
    return any(at - page - cell in _CELL for cell in cells)


def _is_tree(content: mmap.mmap, page_size: int, number: int) -> bool:
    start = (number - 1) * page_size
    return number > 1 and start + page_size <= len(content) and content[start] in _TREES
