"""Everything that is wrong with a project, and how much of it is whole."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.store.connections import plain_connection
from workbench.store.digest_check import RowVerdict, TableState, chain_state, check_digests, judged_rows
from workbench.store.digest_faults import digest_faults
from workbench.store.file_identity import header_damage, read_header
from workbench.store.integrity import file_faults, project_faults
from workbench.store.row_digests import text_as_it_is
from workbench.store.salvage import Salvage, salvaging
from workbench.words import Message

if TYPE_CHECKING:
    from workbench.store.project import Project


@dataclass(frozen=True)
class ProjectCheck:
    """What is wrong, and of each table how many rows are as they were saved."""

    faults: tuple[Message, ...]
    tables: tuple[TableState, ...]


def check_open_project(
    project: "Project", going_on: Callable[[], None] = lambda: None, stopped: Callable[[], bool] | None = None
) -> ProjectCheck:
    """Check all of an open project except its images; `going_on` is called now and then, and may raise to end it.

    Raises Interrupted once `stopped`.
    """
    faults = project_faults(project, stopped)
    with project.read() as session:
        connection = plain_connection(session)
        with text_as_it_is(connection):
            report = check_digests(Salvage(connection), going_on)
    return ProjectCheck((*faults, *digest_faults(report)), report.tables)


def damaged_rows(project: "Project", *tables: str) -> int:
    """Return how many rows of those tables are not as they were saved; quick where the tables are small."""
    with project.read() as session:
        connection = plain_connection(session)
        with text_as_it_is(connection):
            salvage = Salvage(connection)
            newest = chain_state(salvage).newest
            rows = (row for table in tables for row in judged_rows(salvage, table, newest))
            return sum(row.verdict not in (RowVerdict.WHOLE, RowVerdict.DIGEST) for row in rows)


def check_damaged_file(
    path: Path, going_on: Callable[[], None] = lambda: None, stopped: Callable[[], bool] | None = None
) -> ProjectCheck:
    """Check a file that does not open as a project, and see how much of it can be read; it is left as it is.

    `going_on` and `stopped` are as in `check_open_project`.
    """
    faults = file_faults(path, stopped)
    if header_damage(path, read_header(path)) is not None:
        return ProjectCheck(tuple(faults), ())
    with salvaging(path) as salvage:
        report = check_digests(salvage, going_on)
    return ProjectCheck((*faults, *digest_faults(report)), report.tables)
