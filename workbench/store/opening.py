"""Preparing a file before it is opened as a project: created, or examined and migrated."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import StaticPool, create_engine

from workbench.errors import UserError
from workbench.store.access import Access, gain_access
from workbench.store.backups import all_backups, newest_backup, write_backup
from workbench.store.connections import connect, for_writing, log_of, migrator, plain_connection
from workbench.store.durable import publish
from workbench.store.failures import in_words
from workbench.store.file_identity import (
    APPLICATION_ID,
    SCHEMA,
    header_damage,
    read_header,
    refuse_no_file,
    refuse_other_names,
)
from workbench.store.integrity import (
    DamagedProject,
    Examination,
    examine,
    examine_at_rest,
    no_project,
    refuse_other_schema,
)
from workbench.store.lock import Lock, take_lock
from workbench.store.migrations import NOT_MIGRATED, migrate
from workbench.store.unclaimed_logs import UnclaimedLog, unclaimed_log
from workbench.words import Message, marked, message, printable


def make_file(path: Path) -> Access:
    """Make the file of a new project; raises UserError, leaving nothing behind, when it cannot be made."""
    refuse_other_names(path)
    lock = _lock_for_new(path)
    try:
        publish(empty_project(), path)
        lock.hold_content(path)
    except BaseException:
        lock.let_go()
        raise
    return Access(path, for_writing(path), lock, writable=True)


def prepare_file(path: Path, backups: Path, *, read_only: bool, stopped: Callable[[], bool] | None = None) -> Access:
    """Examine an existing file, and migrate an older one; raises as `open_project`."""
    refuse_other_names(path)
    refuse_no_file(path)
    access = gain_access(path, read_only=read_only)
    try:
        examination = _examine(access, backups, stopped)
        if examination.damage:
            raise DamagedProject(_restore_instructions(path, examination.damage[0], backups))
        if examination.refusal is not None:
            raise UserError(examination.refusal)
        log = None if access.lock is None else unclaimed_log(path)
        if log is not None:
            raise UnclaimedLog(path, log)
        if examination.schema < SCHEMA:
            _migrate_file(access, backups)
    except BaseException:
        access.give_up()
        raise
    return access


def _lock_for_new(path: Path) -> Lock:
    if os.path.lexists(path):
        text = marked("{path} already exists and was left as it is. Choose another name.")
        raise UserError(message(text, path=printable(path)))
    if not path.parent.is_dir():
        text = marked("There is no folder {folder}. Create it first, or choose another.")
        raise UserError(message(text, folder=printable(path.parent)))
    try:
        lock = take_lock(path)
    except OSError as error:
        text = marked("{folder} cannot be written ({reason}). Choose another folder, or a shorter name.")
        reason = error.strerror or str(error)
        raise UserError(message(text, folder=printable(path.parent), reason=reason)) from error
    if lock is None:
        text = marked("{path} is being created in another window. Open it there.")
        raise UserError(message(text, path=printable(path)))
    return lock


def empty_project(schema: int = SCHEMA) -> bytes:
    """Return the content of a new project's file, of today's schema or an earlier one."""
    # In memory, so that a kill leaves no half-made file.
    with closing(connect(":memory:", [f"PRAGMA application_id = {APPLICATION_ID:d}"])) as database:
        engine = create_engine("sqlite://", creator=lambda: database, poolclass=StaticPool)
        with engine.begin() as connection:
            migrate(connection, schema=schema)
        return database.serialize()


def _examine(access: Access, backups: Path, stopped: Callable[[], bool] | None) -> Examination:
    if access.shared:
        # Its writer checked the first bytes; were we to open the file ourselves and the writer were in this
        # process, closing it would drop the writer's locks.
        return examine(access.path, access.address, stopped)
    # Of what was a project once, a backup helps, whatever is in its place now.
    refusal = no_project(access.path)
    if refusal is not None and not all_backups(access.path, backups):
        return Examination((), refusal)
    damage = header_damage(access.path, read_header(access.path))
    if damage is not None:
        return Examination((damage,))
    return examine_at_rest(access.path, stopped)


def _migrate_file(access: Access, backups: Path) -> None:
    if not access.writable:
        text = marked("{path} is from an older version of the program. Open it once with write access.")
        raise UserError(message(text, path=printable(access.path)))
    write_backup(access.path, backups)
    engine = migrator(access.path)
    try:
        with in_words(access.path), engine.begin() as connection:
            migrate(connection)
            refuse_other_schema(plain_connection(connection), access.path)
    except NOT_MIGRATED as error:
        # What an older version never stored: the file was damaged, or made to do harm.
        text = marked("{path} is damaged: what it holds cannot be brought up to date ({reason}).")
        damage = message(text, path=printable(access.path), reason=f"{type(error).__name__}: {error}"[:200])
        raise DamagedProject(_restore_instructions(access.path, damage, backups)) from error
    finally:
        engine.dispose()


def _restore_instructions(path: Path, damage: Message, backups: Path) -> Message:
    backup = newest_backup(path, backups)
    if backup is None:
        text = marked("{damage} It was left as it is. There is no intact backup of it in {folder}.")
        return message(text, damage=damage, folder=printable(backups))
    text = marked(
        "{damage} It was left as it is. The newest intact backup is {backup}: to restore it, move {path} "
        "(and {log}, if it exists) to another folder, then copy the backup to {path}."
    )
    return message(text, damage=damage, backup=printable(backup), path=printable(path), log=printable(log_of(path)))
