"""Where each row of a repaired project comes from: the damaged file, or the newest backup that has it whole."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from workbench.operations.project.repair.decisions_kept import Decisions, RowValues, name_of_lost, shown, stand_in
from workbench.operations.project.repair.repair_report import CellDifference, RepairedRow, RowOutcome
from workbench.store.damaged.backup_rows import BackupRows, Backups
from workbench.store.digest_check import JudgedRow, Newest, RowVerdict, judged_rows
from workbench.store.models import Image
from workbench.store.rebuilding import Rebuilding, is_readable, referred_to
from workbench.store.row_digests import CHAINED, LEFT_OUT, StoredValue, digest_of
from workbench.store.salvage import Salvage, StoredRow

_SOUND = (RowVerdict.WHOLE, RowVerdict.DIGEST)


@dataclass
class TableRepair:
    """The rows of one table, put into the new file; `rows` are those that were damaged."""

    table: str
    whole: int
    rows: list[RepairedRow]

    def from_backup(self) -> int:
        """Return how many came from a backup."""
        return sum(row.outcome in (RowOutcome.RESTORED, RowOutcome.OLDER) for row in self.rows)


class RowRepair:
    """Puts the rows of a damaged file into a new one, with those of its backups in the place of what is damaged."""

    def __init__(self, damaged: Salvage, newest: Newest, backups: Backups, new: Rebuilding) -> None:
        self._damaged = damaged
        self._newest = newest
        self._backups = backups
        self._new = new
        self._decisions = Decisions(damaged)
        self.tables: dict[str, TableRepair] = {}

    def repair(self, table: str, on_row: Callable[[int], None]) -> None:
        """Repair one table, after those that it refers to; `on_row` is called with each row's number."""
        repair, last = self.tables.setdefault(table, TableRepair(table, 0, [])), 0
        for count, row in enumerate(self._rows(table), 1):
            on_row(count)
            last = max(last, row.id)
            repaired = self._repaired(table, row)
            if repaired is None:
                repair.whole += 1
            else:
                repair.rows.append(repaired)
        if last:
            self._new.never_reuse(table, last)

    def _rows(self, table: str) -> Iterator[JudgedRow]:
        """Yield the rows that there are or should be; where that cannot be read, also all of the newest backup."""
        known: set[int] = set()
        for row in judged_rows(self._damaged, table, self._newest):
            known.add(row.id)
            yield row
        # The digests say which rows there should be; in a file without them only the rows themselves do.
        if self._damaged.is_intact(table if self._damaged.predates_digests else "row_digests"):
            return
        removed = {number for number, digest in self._newest.get(table, {}).items() if digest is None}
        newest = self._backups.newest()
        for number in newest.ids(table) if newest is not None else ():
            if number not in known and number not in removed:
                yield JudgedRow(number, RowVerdict.LOST, None, ())

    def _repaired(self, table: str, row: JudgedRow) -> RepairedRow | None:
        """Put a row in, and return what became of it if it was damaged."""
        if row.verdict in _SOUND and row.values is not None:
            return self._take(table, row)
        for backup in self._backups:
            values = backup.row(table, row.id)
            if values is not None:
                return self._restore(table, row, values, backup)
        if row.values is not None and self._keep(table, row):
            if row.verdict == RowVerdict.CHANGED:
                # Otherwise it would be taken for whole from now on.
                self._new.remember_digest(table, row.id, row.digests[0])
            return RepairedRow(
                table, row.id, RowOutcome.UNPROVEN if row.verdict == RowVerdict.UNPROVEN else RowOutcome.KEPT
            )
        return self._in_place_of(table, row) or self._not_there(
            table, row.id, RowOutcome.LOST, self._readable(table, row)
        )

    def _in_place_of(self, table: str, row: JudgedRow) -> RepairedRow | None:
        """Put something in the place of a lost row that a person's decisions refer to; None of all others."""
        if table == Image.__tablename__ and self._decisions.are_of(row.id):
            return self._stand_in(row)
        if not self._put_in_place_of(table, row.id):
            return None
        if row.digests:
            self._new.remember_digest(table, row.id, row.digests[0])
        return RepairedRow(table, row.id, RowOutcome.STAND_IN)

    def _stand_in(self, row: JudgedRow) -> RepairedRow:
        """Put an image in the place of a lost one that a person labelled, so that the decision has where to be."""
        found = self._readable(Image.__tablename__, row)
        values = stand_in(row.id, found, self._new.nearest(Image.__tablename__, row.id))
        if values is None or not self._has_parents(Image.__tablename__, values):
            return RepairedRow(Image.__tablename__, row.id, RowOutcome.LOST, known=self._decisions.of_image(found))
        if not self._new.put(Image.__tablename__, values):
            values |= {"path": name_of_lost(row.id, values)}
            if not self._new.put(Image.__tablename__, values):
                return RepairedRow(Image.__tablename__, row.id, RowOutcome.REFUSED)
        if row.digests:
            self._new.remember_digest(Image.__tablename__, row.id, row.digests[0])
        return RepairedRow(Image.__tablename__, row.id, RowOutcome.STAND_IN, known=self._decisions.of_image(values))

    def _not_there(self, table: str, number: int, outcome: RowOutcome, values: RowValues) -> RepairedRow:
        """Return what became of a row that is not in the new file, with what is known of it where a person decided."""
        return RepairedRow(table, number, outcome, known=self._decisions.known(table, values))

    def _readable(self, table: str, row: JudgedRow) -> RowValues:
        return {} if row.values is None else dict(zip(self._damaged.columns[table], row.values, strict=True))

    def _take(self, table: str, row: JudgedRow) -> RepairedRow | None:
        values = self._values(self._damaged, table, row.id, row.values or ())
        if not self._has_parents(table, values):
            return self._not_there(table, row.id, RowOutcome.ORPHANED, values)
        forgets = self._new.forgets(table, values)
        if not self._new.put(table, values):
            return self._not_there(table, row.id, RowOutcome.REFUSED, values)
        return RepairedRow(table, row.id, RowOutcome.UNLINKED) if forgets else None

    def _restore(self, table: str, row: JudgedRow, restored: StoredRow, backup: BackupRows) -> RepairedRow | None:
        values = self._values(backup.salvage, table, row.id, restored)
        if not self._has_parents(table, values):
            return self._not_there(table, row.id, RowOutcome.ORPHANED, values)
        if not self._new.put(table, values):
            return self._not_there(table, row.id, RowOutcome.REFUSED, values)
        if row.verdict == RowVerdict.UNPROVEN and row.values == restored:
            return None
        outcome = RowOutcome.RESTORED if digest_of(*restored) in row.digests else RowOutcome.OLDER
        differences = () if row.values is None else self._differences(table, row.values, values)
        return RepairedRow(table, row.id, outcome, backup.name, differences)

    def _has_parents(self, table: str, values: RowValues) -> bool:
        """Whether all that a row refers to is there, if need be from a backup: it may be lost with its digest."""
        while (missing := self._new.lacks(table, values)) is not None:
            parent, number = missing
            if not isinstance(number, int) or not self._fetched(parent, number):
                return False
        return True

    def _fetched(self, table: str, number: int) -> bool:
        for backup in self._backups:
            row = backup.row(table, number)
            values = {} if row is None else self._values(backup.salvage, table, number, row)
            if values and self._has_parents(table, values) and self._new.put(table, values):
                self.tables[table].rows.append(RepairedRow(table, number, RowOutcome.OLDER, backup.name))
                return True
        if self._put_in_place_of(table, number):
            self.tables[table].rows.append(RepairedRow(table, number, RowOutcome.STAND_IN))
            return True
        return False

    def _put_in_place_of(self, table: str, number: int) -> bool:
        """Put in a class, or a set of classes, that is lost but that a person's decisions refer to."""
        values = self._decisions.in_place_of(table, number)
        if values is None or not self._has_parents(table, values):
            return False
        return self._new.put(table, values) or self._new.put(table, values | {"name": f"lost class {number}"})

    def _keep(self, table: str, row: JudgedRow) -> bool:
        """Put in a damaged row that others may refer to, or one that lost only its digest, if it is of any use."""
        # A label or an example has two digests; where both are gone and others are not, so is most likely the row.
        unproven = row.verdict == RowVerdict.UNPROVEN and not (table in CHAINED and self._damaged.has_digests)
        values = self._values(self._damaged, table, row.id, row.values or ())
        return (
            (unproven or referred_to(table))
            and is_readable(table, values)
            and self._has_parents(table, values)
            and self._new.put(table, values)
        )

    def _values(self, source: Salvage, table: str, number: int, row: StoredRow) -> RowValues:
        large = {column: source.cell(table, column, number) for column in LEFT_OUT.get(table, ())}
        return dict(zip(source.columns[table], row, strict=True)) | large

    def _differences(
        self, table: str, damaged: StoredRow, repaired: Mapping[str, StoredValue]
    ) -> tuple[CellDifference, ...]:
        pairs = zip(self._damaged.columns[table], damaged, strict=True)
        return tuple(
            CellDifference(column, shown(value), shown(repaired[column]))
            for column, value in pairs
            if column in repaired and value != repaired[column]
        )
