"""A project: the one SQLite file that holds all of a person's work, opened, read and written here only."""

import os
import sqlite3
import threading
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from workbench.errors import ProjectClosed, UserError
from workbench.facts import fact
from workbench.store.access import Access, tidy_up
from workbench.store.backups import write_backup
from workbench.store.connections import empty_log, empty_log_of, log_of, reader, remove_empty_log, writer
from workbench.store.damage_behind import damage_in_words
from workbench.store.failures import in_words
from workbench.store.file_size import GoingOn, shrink_file
from workbench.store.idle import IdleCheckpoints
from workbench.store.integrity import DamagedProject
from workbench.store.lock import identity_of
from workbench.store.opening import make_file, prepare_file
from workbench.words import Message, marked, message, printable


class Project:
    """An open project; only `open_project` and `create_project` make one, and whoever has it closes it.

    Any thread may read and write. Across threads go ids and plain values, never mapped objects.
    """

    def __init__(self, access: Access, backups: Path | None = None) -> None:
        self.path: Path = access.path
        self.backups = backups  # Where its backups are, as far as whoever opened it said.
        self.read_only: bool = not access.writable
        self.read_only_reason: Message | None = access.reason
        self.shared: bool = access.shared  # Another program is its writer.
        self.not_backed_up: Message | None = None  # Why the backup that was due at its opening could not be written.
        self._access = access
        self._reader = reader(access.address)
        self._writer = writer(access.path) if access.writable else None
        self._writing = threading.Lock()
        self._idle = IdleCheckpoints(self._idle_checkpoint) if access.writable else None
        self._closed = False
        self._identity = identity_of(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.close()
            return
        try:
            self._raise_as_damage(error)
        finally:
            # The error being raised matters; that a full disk also hinders closing would hide it.
            with suppress(UserError):
                self.close()

    def _raise_as_damage(self, error: BaseException) -> None:
        """Raise DamagedProject where damage may be what led to an error of the work with this project."""
        try:
            with damage_in_words(self):
                raise error
        except DamagedProject:
            raise
        except BaseException as same:
            if same is not error:
                raise

    def naming_damage(self) -> AbstractContextManager[None]:
        """Turn errors of work with this project into DamagedProject where damage to it is behind them."""
        return damage_in_words(self)

    @contextmanager
    def read(self) -> Generator[Session]:
        """Yield a session that sees one snapshot of the project and can change nothing."""
        self._refuse_when_closed()
        with (
            damage_in_words(self),
            in_words(self.path, reading=True),
            Session(self._reader, expire_on_commit=False) as session,
        ):
            yield session

    @contextmanager
    def write(self) -> Generator[Session]:
        """Yield the one session that may write; leaving it saves everything, an error saves nothing.

        Never nest it: there is one writer at a time. Raises UserError when the project is read-only, its file is no
        longer where it was opened, or the disk does not take the change; the project stays usable after that.
        """
        engine = self._engine_to_write()
        with damage_in_words(self), self._writing, in_words(self.path):
            self._refuse_when_closed()
            self._refuse_when_gone()
            with Session(engine, expire_on_commit=False) as session, session.begin():
                yield session
        if self._has_other_names():
            # Whoever copies the other name, as a backup, gets what is in the one file.
            self.checkpoint()
        if self._idle is not None:
            self._idle.wrote()

    def checkpoint(self) -> bool:
        """Bring everything saved into the one file; False while a reader still uses an earlier snapshot.

        A file that was renamed or moved on its disk while it was open is brought up to date where it now lies. Raises
        UserError when the disk does not take it, and it stays saved beside the file, or when the file was deleted.
        """
        if self._writer is None:
            return False
        try:
            with self._writing:
                if identity_of(self.path) == self._identity:
                    return empty_log(self.path)
                # Moved meanwhile: what is open still is that file, wherever it now lies.
                emptied = empty_log_of(self._writer)
        except sqlite3.Error as error:
            text = marked(
                "Everything in {path} is saved, but part of it is still in {log}, because writing to the "
                "disk failed ({reason}). Keep the two files together, free some space and open the project "
                "again."
            )
            log = printable(log_of(self.path))
            raise UserError(message(text, path=printable(self.path), log=log, reason=str(error))) from error
        if not self._access.has_a_name():
            self._refuse_when_gone()
        return emptied

    def shrink(self, going_on: GoingOn) -> None:
        """Give the space of what was deleted back to the disk; `going_on` is called meanwhile and may raise to end it.

        It gets the share that is done, and is called several times a second. The disk holds the project up to three
        times for a moment. Raises UserError when the project is read-only or the disk does not take it; nothing is
        lost then.
        """
        self._engine_to_write()
        size = self.path.stat().st_size
        try:
            with damage_in_words(self), self._writing, in_words(self.path, needed=2 * size):
                self._refuse_when_closed()
                self._refuse_when_gone()
                shrink_file(self.path, going_on)
        finally:
            # Also where it was ended: what it wrote so far lies beside the file, and is no longer needed.
            self.checkpoint()

    def back_up(self, folder: Path) -> Path:
        """Write a backup under `folder` and return it; raises UserError when it cannot be written."""
        self._engine_to_write()
        self._refuse_when_gone()
        return write_backup(self.path, folder)

    def close(self) -> None:
        """Checkpoint, so that the one file is the whole project, and release the lock.

        Raises UserError, after closing, when the disk did not take what is still beside the file; the next
        opening finds it there.
        """
        with self._writing:
            if self._closed:
                return
            self._closed = True
        if self._idle is not None:
            self._idle.stop()
        try:
            self.checkpoint()
        finally:
            self._reader.dispose()
            if self._writer is not None:
                self._writer.dispose()
                remove_empty_log(self.path)
            self._access.give_up()
            if self._access.shared:
                tidy_up(self.path)

    def _engine_to_write(self) -> Engine:
        if self._writer is None:
            text = marked("{path} is open read-only, so nothing can be changed in it.")
            raise UserError(self.read_only_reason or message(text, path=printable(self.path)))
        return self._writer

    def _refuse_when_closed(self) -> None:
        # The engines would open the file again, without the lock.
        if self._closed:
            raise ProjectClosed("the project is closed")

    def _refuse_when_gone(self) -> None:
        # A file without a name takes every change, and is gone with it when it is closed.
        if identity_of(self.path) != self._identity:
            raise UserError(fact("project.moved", path=printable(self.path)))

    def _has_other_names(self) -> bool:
        try:
            return os.stat(self.path).st_nlink > 1
        except OSError:
            return False  # Moved this very moment.

    def _idle_checkpoint(self) -> bool:
        try:
            return self.checkpoint()
        except UserError:
            # A full disk: everything saved is safe beside the file, and the next try may have space.
            return False


def create_project(path: Path) -> Project:
    """Make a new project and open it; raises UserError, leaving nothing behind, when it cannot be made."""
    return _opened(make_file(Path(os.path.realpath(path))))


def open_project(
    path: Path, *, backups: Path, read_only: bool = False, stopped: Callable[[], bool] | None = None
) -> Project:
    """Open a project, migrated to the current schema after a backup under `backups` when it is older.

    It opens read-only, with `read_only_reason`, when another program has it open or it cannot be written.
    Raises DamagedProject, which names the newest good backup, or UserError for a file that is not a project
    or is a newer program's; either way the file is left as it is. While the file is examined `stopped` is asked
    every few milliseconds; Interrupted is raised once it says so.
    """
    return _opened(prepare_file(Path(os.path.realpath(path)), backups, read_only=read_only, stopped=stopped), backups)


def _opened(access: Access, backups: Path | None = None) -> Project:
    try:
        return Project(access, backups)
    except BaseException:
        access.give_up()
        raise
