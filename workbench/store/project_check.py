"""Everything that is wrong with a project, and how much of it is whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.store.connections import plain_connection
from workbench.store.digest_check import DigestReport, RowVerdict, TableState, check_digests
from workbench.store.digest_faults import digest_faults
from workbench.store.file_identity import header_damage, read_header
from workbench.store.integrity import file_faults, project_faults
from workbench.store.row_digests import COVERED, text_as_it_is
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
    report = _digest_report(project, going_on, COVERED)
    return ProjectCheck((*faults, *digest_faults(report)), report.tables)


def damaged_rows(project: "Project", tables: Sequence[str], going_on: Callable[[], None]) -> int:
    """Return how many rows of those tables are not as they were saved; `going_on` is as in `check_open_project`."""
    states = _digest_report(project, going_on, tables).tables
    return sum(state.damaged - len(state.rows.get(RowVerdict.DIGEST, ())) for state in states)


def _digest_report(project: "Project", going_on: Callable[[], None], tables: Sequence[str]) -> DigestReport:
    with project.read() as session:
        connection = plain_connection(session)
        with text_as_it_is(connection):
            return check_digests(Salvage(connection), going_on, tables)


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
