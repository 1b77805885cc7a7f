"""What the digests say of a project's rows, in words for the person."""

from collections.abc import Iterable, Sequence

from workbench.facts.table_words import name_of_table
from workbench.store.digest_check import ChainState, DigestReport, RowVerdict, TableState
from workbench.words import Message, marked, message

_MOST_SHOWN = 10

_WORDS = {
    RowVerdict.CHANGED: marked("{table}: {damaged} of {total} rows are not as they were saved (ids {ids})."),
    RowVerdict.LOST: marked("{table}: {damaged} of {total} rows are gone or cannot be read (ids {ids})."),
    RowVerdict.UNPROVEN: marked(
        "{table}: {damaged} of {total} rows have no digest, so that nobody can tell whether they are as they were "
        "saved (ids {ids})."
    ),
    RowVerdict.DIGEST: marked(
        "{table}: the digests of {damaged} of {total} rows are damaged, the rows are not (ids {ids})."
    ),
}


def digest_faults(report: DigestReport) -> list[Message]:
    """List what is damaged, one message for each table and kind of damage.

    Weights that have changed are left out: whoever checks a project names them by their run.
    """
    faults = [fault for table in report.tables for fault in _table_faults(table)]
    if not report.schema_holds:
        faults.append(Message(marked("The definitions of the project's tables are not as they were saved.")))
    return faults + _chain_faults(report.chain)


def _table_faults(table: TableState) -> list[Message]:
    name, total = name_of_table(table.table), table.whole + table.damaged
    faults = [
        message(text, table=name, damaged=len(table.rows[kind]), total=total, ids=_shown(table.rows[kind]))
        for kind, text in _WORDS.items()
        if kind in table.rows
    ]
    if table.unreadable:
        text = marked("{table}: what has the ids {ids} lies on pages that cannot be read.")
        faults.append(message(text, table=name, ids=_shown(_ranges(table.unreadable))))
    return faults


def _chain_faults(chain: ChainState) -> list[Message]:
    faults: list[Message] = []
    if chain.broken:
        text = marked("Labels and examples: {damaged} of {total} links of their chain do not hold (links {ids}).")
        faults.append(message(text, damaged=len(chain.broken), total=chain.entries, ids=_shown(chain.broken)))
    if chain.cut:
        text = marked("Labels and examples: the end of their chain is gone (links: {number}).")
        faults.append(message(text, number=chain.cut))
    if chain.labels_cut:
        faults.append(message(marked("Labels: those given last are gone ({number})."), number=chain.labels_cut))
    return faults


def _ranges(gaps: Iterable[tuple[int, int]]) -> list[str]:
    """Return ranges of ids as text, those that touch as one."""
    joined: list[list[int]] = []
    for low, high in sorted(gaps):
        if joined and low <= joined[-1][1] + 1:
            joined[-1][1] = high
        else:
            joined.append([low, high])
    return [str(low) if low == high else f"{low}-{high}" for low, high in joined]


def _shown(ids: Sequence[object]) -> str:
    return ", ".join(map(str, ids[:_MOST_SHOWN])) + (", …" if len(ids) > _MOST_SHOWN else "")
