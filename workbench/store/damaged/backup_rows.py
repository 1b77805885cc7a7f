"""The rows of a project's backups that are whole, at the schema of a file that is repaired with them."""

import shutil
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from workbench.store.digest_check import Newest, RowVerdict, chain_state, judged_row, judged_rows
from workbench.store.file_identity import header_damage, read_header
from workbench.store.integrity import file_faults
from workbench.store.rebuilding import bring_up_to_date
from workbench.store.row_digests import StoredValue
from workbench.store.salvage import Salvage, StoredRow, salvaging


@dataclass(frozen=True)
class BackupRows:
    """One backup: `name` is its file's name."""

    name: str
    salvage: Salvage
    newest: Newest

    def row(self, table: str, number: int) -> StoredRow | None:
        """Return the values of a row that is whole here."""
        row = judged_row(self.salvage, table, number, self.newest)
        return row.values if row is not None and row.verdict in (RowVerdict.WHOLE, RowVerdict.DIGEST) else None

    def ids(self, table: str) -> list[int]:
        """Return the ids of all rows of a table that are here."""
        return [row.id for row in judged_rows(self.salvage, table, self.newest) if row.verdict != RowVerdict.LOST]

    def cell(self, table: str, column: str, number: int) -> StoredValue:
        """Return one value that is not read with the others because of its size."""
        return self.salvage.cell(table, column, number)


class Backups:
    """Backups in the order given, each opened when it is first needed."""

    def __init__(self, paths: Iterable[Path], schema: int, workplace: Path, stack: ExitStack) -> None:
        self._paths = iter(paths)
        self._schema = schema
        self._workplace = workplace
        self._stack = stack
        self._opened: list[BackupRows] = []

    def __iter__(self) -> Iterator[BackupRows]:
        yield from self._opened
        for path in self._paths:
            opened = self._open(path)
            if opened is not None:
                self._opened.append(opened)
                yield opened

    def newest(self) -> BackupRows | None:
        """Return the newest that can be read."""
        return next(iter(self), None)

    def _open(self, path: Path) -> BackupRows | None:
        usable = _at_schema(path, self._schema, self._workplace)
        if usable is None:
            return None
        salvage = self._stack.enter_context(salvaging(usable))
        return BackupRows(path.name, salvage, chain_state(salvage).newest)


@contextmanager
def backups_to_read(paths: Iterable[Path], schema: int, workplace: Path) -> Generator[Backups]:
    """Read backups, of which older ones are copied to `workplace` and migrated there; in the order given."""
    with ExitStack() as stack:
        yield Backups(paths, schema, workplace, stack)


def _at_schema(backup: Path, schema: int, workplace: Path) -> Path | None:
    if header_damage(backup, read_header(backup)) is not None:
        return None
    with salvaging(backup) as salvage:
        own = salvage.schema
    if own == schema:
        return backup
    # One that is damaged itself cannot be migrated, and a newer one is another project's.
    if own is None or own > schema or file_faults(backup):
        return None
    copy = workplace / backup.name
    shutil.copyfile(backup, copy)
    bring_up_to_date(copy, schema)
    return copy
