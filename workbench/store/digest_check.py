"""Which rows of a project are as they were saved, judged by their digests."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.store.models import Checkpoint, Label
from workbench.store.row_digests import CHAINED, COVERED, StoredValue, digest_of, link
from workbench.store.salvage import Salvage, StoredRow, UnreadableIds

Newest = Mapping[str, Mapping[int, bytes | None]]  # by table and row, the digest that the chain has of it last


_ROWS_AT_ONCE = 1_000


class RowVerdict(StrEnum):
    """What its digest says of a row.

    `lost` is gone, or cannot be read; `unproven` has no digest; of `digest` the row is whole, and one of its two
    digests is not.
    """

    WHOLE = "whole"
    DIGEST = "digest"
    CHANGED = "changed"
    WEIGHTS = "weights"
    LOST = "lost"
    UNPROVEN = "unproven"


@dataclass(frozen=True)
class JudgedRow:
    """A row, `values` None where there are none, and the digests that it should have."""

    id: int
    verdict: RowVerdict
    values: StoredRow | None
    digests: tuple[bytes, ...]


@dataclass(frozen=True)
class ChainState:
    """The chain of labels and examples: `broken` are entries that do not follow from the one before them.

    `cut` is how many are gone at its end, `labels_cut` how many labels are, of which none was ever taken away, and
    `newest` has the digests that it has of rows.
    """

    entries: int
    broken: tuple[int, ...]
    cut: int
    labels_cut: int
    newest: Newest


@dataclass(frozen=True)
class TableState:
    """How many rows of a table are as they were saved, and the ids of those that are not, by what is wrong."""

    table: str
    whole: int
    rows: Mapping[RowVerdict, tuple[int, ...]]
    unreadable: tuple[UnreadableIds, ...] = ()

    @property
    def damaged(self) -> int:
        """How many rows are not as they were saved, or cannot be proven to be."""
        return sum(len(ids) for ids in self.rows.values())


@dataclass(frozen=True)
class DigestReport:
    """What the digests say of a whole project; `schema_holds`: the definitions of its tables are as they were."""

    tables: tuple[TableState, ...]
    chain: ChainState
    schema_holds: bool


@dataclass(frozen=True)
class _Expected:
    """A row that there should be, and its digests; `agree`: both that a label or an example has are there and equal."""

    id: int
    digests: tuple[bytes, ...]
    agree: bool = True


def check_digests(salvage: Salvage, going_on: Callable[[], None], tables: Sequence[str] = COVERED) -> DigestReport:
    """Judge every row of every table, or of those named, the chain, and the definitions of the tables.

    `going_on` is called now and then; what it raises ends the check.
    """
    chain = chain_state(salvage)
    states: list[TableState] = []
    for table in tables:
        whole, rows = 0, dict[RowVerdict, list[int]]()
        for count, row in enumerate(judged_rows(salvage, table, chain.newest)):
            if count % _ROWS_AT_ONCE == 0:
                going_on()
            if row.verdict == RowVerdict.WHOLE:
                whole += 1
            else:
                rows.setdefault(row.verdict, []).append(row.id)
        ids = {verdict: tuple(numbers) for verdict, numbers in rows.items()}
        states.append(TableState(table, whole, ids, tuple(salvage.gaps.get(table, ()))))
    return DigestReport(tuple(states), chain, salvage.schema_holds())


def judged_rows(salvage: Salvage, table: str, newest: Newest) -> Iterator[JudgedRow]:
    """Judge the rows of a table, by ascending id.

    A row that going through the table does not meet is looked for by its id: a torn id may look like the table's end.
    In a file from before there were digests, what can be read is whole.
    """
    expected = _expected(salvage, table, newest.get(table, {}))
    wanted = next(expected, None)
    for number, values in salvage.rows(table):
        while wanted is not None and wanted.id < number:
            yield _looked_for(salvage, table, wanted)
            wanted = next(expected, None)
        if wanted is not None and wanted.id == number:
            row, wanted = wanted, next(expected, None)
        else:
            row = _joined(table, number, salvage.digest(table, number), newest.get(table, {}).get(number))
        yield JudgedRow(number, _verdict(salvage, table, row, values), values, row.digests)
    while wanted is not None:
        yield _looked_for(salvage, table, wanted)
        wanted = next(expected, None)


def _looked_for(salvage: Salvage, table: str, row: _Expected) -> JudgedRow:
    values = salvage.row(table, row.id)
    if values is None:
        return JudgedRow(row.id, RowVerdict.LOST, None, row.digests)
    return JudgedRow(row.id, _verdict(salvage, table, row, values), values, row.digests)


def judged_row(salvage: Salvage, table: str, number: int, newest: Newest) -> JudgedRow | None:
    """Judge one row as `judged_rows` does; None where it is not there or cannot be read."""
    values = salvage.row(table, number)
    if values is None:
        return None
    expected = _joined(table, number, salvage.digest(table, number), newest.get(table, {}).get(number))
    return JudgedRow(number, _verdict(salvage, table, expected, values), values, expected.digests)


def chain_state(salvage: Salvage) -> ChainState:
    """Follow the chain from its beginning to its end."""
    newest: dict[str, dict[int, bytes | None]] = {table: {} for table in CHAINED}
    broken: list[int] = []
    before, number, entries = None, 0, 0
    for number, table, row, digest, chained in salvage.chain():
        entries += 1
        if link(before, table, row, digest) != chained:
            broken.append(number)
        elif table in newest:
            newest[table][row] = digest
        before = chained
    labels = newest[Label.__tablename__]
    return ChainState(
        entries,
        tuple(broken),
        cut=max(0, (salvage.last_given("digest_chain") or 0) - number),
        labels_cut=max(0, (salvage.last_given(Label.__tablename__) or 0) - max(labels, default=0)) if entries else 0,
        newest=newest,
    )


def _expected(salvage: Salvage, table: str, newest: Mapping[int, bytes | None]) -> Iterator[_Expected]:
    """Yield the rows that there should be, by ascending id."""
    if table not in CHAINED:
        yield from (_Expected(number, (digest,)) for number, digest in salvage.digests(table))
        return
    kept = dict(salvage.digests(table))
    chained = {number: digest for number, digest in newest.items() if digest is not None}
    for number in sorted(kept.keys() | chained.keys()):
        yield _joined(table, number, kept.get(number), chained.get(number))


def _joined(table: str, number: int, kept: StoredValue, chained: StoredValue) -> _Expected:
    digests = tuple(dict.fromkeys(digest for digest in (kept, chained) if isinstance(digest, bytes)))
    return _Expected(number, digests, agree=table not in CHAINED or kept == chained)


def _verdict(salvage: Salvage, table: str, row: _Expected, values: StoredRow) -> RowVerdict:
    if row.digests and digest_of(*values) not in row.digests:
        return RowVerdict.CHANGED
    if table == Checkpoint.__tablename__ and not _weights_hold(salvage, row.id, values):
        return RowVerdict.WEIGHTS
    if not row.digests:
        return RowVerdict.WHOLE if salvage.predates_digests else RowVerdict.UNPROVEN
    return RowVerdict.WHOLE if row.agree else RowVerdict.DIGEST


def _weights_hold(salvage: Salvage, number: int, values: StoredRow) -> bool:
    sha256: StoredValue = values[salvage.columns[Checkpoint.__tablename__].index("sha256")]
    weights = salvage.cell(Checkpoint.__tablename__, "weights", number)
    return isinstance(weights, bytes) and hashlib.sha256(weights).digest() == sha256
