"""Repair a damaged project: write a new file, and leave the original as it is."""

import secrets
import shutil
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from workbench.errors import UserError
from workbench.facts.table_words import name_of_table
from workbench.folders import backups_folder
from workbench.operations.progress import Reporter
from workbench.operations.project.repair.repair_report import RepairReport
from workbench.operations.project.repair.row_repair import RowRepair, TableRepair
from workbench.store.backups import all_backups
from workbench.store.damaged.backup_rows import Backups, backups_to_read
from workbench.store.damaged.first_page import with_sound_first_page
from workbench.store.digest_check import chain_state
from workbench.store.durable import publish_file
from workbench.store.failures import in_words
from workbench.store.file_identity import SCHEMA, refuse_no_file, refuse_other_names
from workbench.store.integrity import no_project
from workbench.store.lock import take_lock
from workbench.store.rebuilding import rebuilding
from workbench.store.row_digests import COVERED
from workbench.store.salvage import Salvage, salvaging
from workbench.store.unclaimed_logs import joined_with_log, unclaimed_log
from workbench.words import Message, marked, message, printable

_ROWS_A_REPORT = 500


def repair_project(path: Path, output: Path, reporter: Reporter) -> RepairReport:
    """Make a new project at `output` of all rows that are whole, and of the newest backups that have the others.

    The original is only read. Raises UserError when it is open, there is something at `output`, the disk does not
    take it, or nothing can be read of it and of no backup; and Cancelled. Nothing is left at `output` then.
    """
    refuse_no_file(path)
    refuse_other_names(path)
    refuse_other_names(output)
    _refuse_taken(output)
    stored = all_backups(path, backups_folder())
    refusal = None if stored else no_project(path)
    if refusal is not None:
        raise UserError(refusal)
    reporter.report(None, message(marked("Reading {path}"), path=path.name))
    with (
        _nobody_else_in(path),
        _workplace(output) as workplace,
        in_words(output, needed=path.stat().st_size),
        _with_its_log(path, workplace) as (source, log),
        salvaging(with_sound_first_page(source, workplace / "first page")) as damaged,
    ):
        schema = _schema_of(path, damaged)
        new = workplace / output.name
        with backups_to_read(stored, schema, workplace) as backups:
            if not damaged.columns and backups.newest() is None:
                text = marked("Nothing can be read of {path}, and there is no backup of it. It was left as it is.")
                raise UserError(message(text, path=printable(path)))
            tables = _rebuilt(damaged, backups, new, schema, reporter)
        publish_file(new, output)
    return RepairReport(
        path,
        output,
        {table.table: table.whole for table in tables},
        {table.table: len(table.rows) for table in tables},
        {table.table: table.from_backup() for table in tables},
        tuple(row for table in tables for row in table.rows),
        log,
    )


def free_name_beside(path: Path) -> Path:
    """Return a name for the repaired project in the folder of the damaged one, which nothing has."""
    for number in range(1, 10_000):
        name = f"{path.stem} repaired{'' if number == 1 else f' {number}'}{path.suffix}"
        if not (path.with_name(name).exists() or path.with_name(name).is_symlink()):
            return path.with_name(name)
    return path.with_name(f"{path.stem} {secrets.token_hex(8)}{path.suffix}")


def _rebuilt(damaged: Salvage, backups: Backups, new: Path, schema: int, reporter: Reporter) -> list[TableRepair]:
    with rebuilding(new, schema) as rows:
        repair = RowRepair(damaged, chain_state(damaged).newest, backups, rows)
        for number, table in enumerate(COVERED):
            repair.repair(table, _reporting(reporter, table, number / len(COVERED)))
    return list(repair.tables.values())


def _reporting(reporter: Reporter, table: str, share: float) -> Callable[[int], None]:
    name = name_of_table(table)

    def on_row(count: int) -> None:
        if count % _ROWS_A_REPORT == 1:
            reporter.report(share, message(marked("Repairing {table}: row {number}"), table=name, number=count))

    return on_row


def _schema_of(path: Path, damaged: Salvage) -> int:
    schema = damaged.schema or SCHEMA
    if schema > SCHEMA:
        raise UserError(
            message(marked("{path} was made by a newer version of the program. Update it first."), path=printable(path))
        )
    return max(schema, 1)


def _refuse_taken(output: Path) -> None:
    if output.exists() or output.is_symlink():
        text = marked("{path} already exists and was left as it is. Choose another name.")
        raise UserError(message(text, path=printable(output)))


@contextmanager
def _with_its_log(path: Path, workplace: Path) -> Generator[tuple[Path, Path | None]]:
    """Yield what to read: the project, or a copy of it with the commits that lie beside it under a former name."""
    log = unclaimed_log(path)
    if log is None:
        yield path, None
        return
    folder = workplace / "with its log"
    folder.mkdir()
    yield joined_with_log(path, log, folder), log


@contextmanager
def _nobody_else_in(path: Path) -> Generator[None]:
    try:
        lock = take_lock(path)
    except OSError:
        yield  # In a folder that cannot be written nobody writes.
        return
    if lock is None:
        text = marked("{path} is open in another window or command. Close it there first.")
        raise UserError(message(text, path=printable(path)))
    try:
        yield
    finally:
        lock.let_go()


@contextmanager
def _workplace(output: Path) -> Generator[Path]:
    """Make a folder beside `output` for what is unfinished, and remove it in the end."""
    folder = output.absolute().parent / f".{output.name[:80]}.{secrets.token_hex(4)}.repair"
    try:
        folder.mkdir(0o700)
    except OSError as error:
        raise UserError(_cannot_write(output, error)) from error
    try:
        yield folder
    except OSError as error:
        raise UserError(_cannot_write(output, error)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _cannot_write(output: Path, error: OSError) -> Message:
    text = marked("{path} cannot be written: {reason}. Choose another place.")
    return message(text, path=printable(output), reason=error.strerror or type(error).__name__)
