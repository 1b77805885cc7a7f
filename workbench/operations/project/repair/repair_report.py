"""What a repair did, table by table and row by row."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workbench.words import Message, marked, message


class RowOutcome(StrEnum):
    """What became of a row that was damaged."""

    RESTORED = "restored"
    OLDER = "older"
    KEPT = "kept"
    UNPROVEN = "unproven"
    UNLINKED = "unlinked"
    LOST = "lost"
    ORPHANED = "orphaned"
    REFUSED = "refused"


_WORDS = {
    RowOutcome.RESTORED: marked("as it was saved, from the backup {backup}"),
    RowOutcome.OLDER: marked("from the backup {backup}; it may have been changed or removed since"),
    RowOutcome.KEPT: marked("kept as it was found, because others refer to it and no backup has it: look at it"),
    RowOutcome.UNPROVEN: marked("kept as it was found: its digest is lost, and no backup has it"),
    RowOutcome.UNLINKED: marked("whole, but what it referred to is lost"),
    RowOutcome.LOST: marked("lost: no backup has it"),
    RowOutcome.ORPHANED: marked("left out, because what it refers to is lost"),
    RowOutcome.REFUSED: marked("left out, because another row has its place"),
}


@dataclass(frozen=True)
class CellDifference:
    """A value that was damaged, and the one in its place, both as text."""

    column: str
    damaged: str
    repaired: str


@dataclass(frozen=True)
class RepairedRow:
    """What became of one row; `backup` is the file name of the backup that it came from."""

    table: str
    id: int
    outcome: RowOutcome
    backup: str | None = None
    differences: tuple[CellDifference, ...] = ()

    @property
    def words(self) -> Message:
        """What became of it, in words."""
        return message(_WORDS[self.outcome], backup=self.backup or "")


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

    @property
    def complete(self) -> bool:
        """Whether everything is as it was saved."""
        return all(row.outcome == RowOutcome.RESTORED for row in self.rows)
