"""What a repair did, table by table and row by row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from workbench.store.models import Checkpoint, Example, Image, Label
from workbench.store.row_digests import CHAINED
from workbench.words import Message, marked, message


class RowOutcome(StrEnum):
    """What became of a row that was damaged."""

    RESTORED = "restored"
    OLDER = "older"
    KEPT = "kept"
    STAND_IN = "stand_in"
    UNPROVEN = "unproven"
    UNLINKED = "unlinked"
    LOST = "lost"
    ORPHANED = "orphaned"
    REFUSED = "refused"


_WORDS = {
    RowOutcome.RESTORED: marked("as it was saved, from the backup {backup}"),
    RowOutcome.OLDER: marked("from the backup {backup}; it may have been changed or removed since"),
    RowOutcome.KEPT: marked("kept as it was found, because others refer to it and no backup has it: look at it"),
    RowOutcome.STAND_IN: marked("lost: what is known of it is kept, as a person's decisions refer to it: look at it"),
    RowOutcome.UNPROVEN: marked("kept as it was found: its digest is lost, and no backup has it"),
    RowOutcome.UNLINKED: marked("whole, but what it referred to is lost"),
    RowOutcome.LOST: marked("lost: no backup has it"),
    RowOutcome.ORPHANED: marked("left out, because what it refers to is lost"),
    RowOutcome.REFUSED: marked("left out, because another row has its place"),
}


# What a person decided, what that is about, and what took long to learn.
_FIRST = (Label.__tablename__, Example.__tablename__, Image.__tablename__, Checkpoint.__tablename__)
_LOST = (RowOutcome.LOST, RowOutcome.ORPHANED, RowOutcome.REFUSED, RowOutcome.STAND_IN)


@dataclass(frozen=True)
class CellDifference:
    """A value that was damaged, and the one in its place, both as text."""

    column: str
    damaged: str
    repaired: str


@dataclass(frozen=True)
class RepairedRow:
    """What became of one row; `backup` is the file name of the backup that it came from.

    `known` is what can be read of a decision that is not in the new file, or of the image in whose place another
    stands, by "image", "sha256", "class", "decision", "who" and "when".
    """

    table: str
    id: int
    outcome: RowOutcome
    backup: str | None = None
    differences: tuple[CellDifference, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def is_lost(self) -> bool:
        """Whether it is not in the new file, or only what is known of it."""
        return self.outcome in _LOST

    @property
    def words(self) -> Message:
        """What became of it, in words."""
        return message(_WORDS[self.outcome], backup=self.backup or "")


@dataclass(frozen=True)
class TableSummary:
    """How many rows of a table were whole, came from a backup, are as they were found, and are lost."""

    table: str
    whole: int
    from_backup: int
    as_found: int
    lost: int


@dataclass(frozen=True)
class RepairReport:
    """The new file, and by table how many rows of the original were whole, how many were not, and how many of these
    came from a backup; `rows` are those that were not."""

    original: Path
    output: Path
    whole: Mapping[str, int]
    damaged: Mapping[str, int]
    from_backup: Mapping[str, int]
    rows: tuple[RepairedRow, ...]
    log: Path | None = None  # what lay beside the original under its former name, and is in the new file, too

    @property
    def whole_rows(self) -> int:
        """How many rows of the original were whole."""
        return sum(self.whole.values())

    @property
    def backup_rows(self) -> int:
        """How many rows came from a backup."""
        return sum(self.from_backup.values())

    @property
    def other_rows(self) -> int:
        """How many damaged rows came from no backup: lost, left out, or kept as they were found."""
        return sum(self.damaged.values()) - self.backup_rows

    @cached_property
    def lost_decisions(self) -> tuple[RepairedRow, ...]:
        """The labels and examples that are not in the new file."""
        return tuple(row for row in self.rows if row.table in CHAINED and row.is_lost)

    @cached_property
    def tables(self) -> tuple[TableSummary, ...]:
        """What became of the rows of each table that has any, a person's decisions first."""
        return tuple(
            self._summary(table)
            for table in sorted(self.whole, key=_weight_of_table)
            if self.whole[table] or self.damaged[table]
        )

    @cached_property
    def worst_first(self) -> tuple[RepairedRow, ...]:
        """The rows that were damaged: those that are lost first, and of these a person's decisions."""
        return tuple(sorted(self.rows, key=lambda row: (_weight(row), _weight_of_table(row.table))))

    def _summary(self, table: str) -> TableSummary:
        weights = [_weight(row) for row in self.rows if row.table == table]
        return TableSummary(
            table, self.whole[table], self.from_backup[table], weights.count(_AS_FOUND), weights.count(_GONE)
        )

    @property
    def complete(self) -> bool:
        """Whether everything is as it was saved."""
        return all(row.outcome == RowOutcome.RESTORED for row in self.rows)


_GONE, _AS_FOUND, _FROM_BACKUP = range(3)


def _weight(row: RepairedRow) -> int:
    if row.is_lost:
        return _GONE
    return _FROM_BACKUP if row.outcome in (RowOutcome.RESTORED, RowOutcome.OLDER) else _AS_FOUND


def _weight_of_table(table: str) -> int:
    return _FIRST.index(table) if table in _FIRST else len(_FIRST)
