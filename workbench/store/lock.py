"""The locks that make one program at a time a project's writer; they are released when their holder dies."""

import errno
import os
import struct
import sys
import threading
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

if sys.platform == "linux":
    import fcntl

# Longer than another program needs to tidy up after closing, so that it does not look like the writer.
_PATIENCE = 0.3  # seconds
_MARK = b"A project is open in the Meta-Learning Workbench.\n"
# Far from the bytes that SQLite locks, and beyond the end of any project.
_BYTE = 1 << 61

Identity = tuple[int, int]  # what a file is, whatever its name: its device and its inode

_held: set[Identity] = set()
_held_guard = threading.Lock()


class Lock:
    """A project's lock: on its name, by a file beside it, and where the system can, on the file itself."""

    def __init__(self, name: FileLock, *, made: bool) -> None:
        self._name = name
        self._made = made
        self._content: tuple[int, Identity] | None = None  # a handle that stays open

    def hold_content(self, path: Path) -> bool:
        """Lock the file at `path` whatever its names; False where it is open to be written by another name of it.

        A hard link, or a folder mounted twice, has a lock file of its own. Only Linux has locks that SQLite's own do
        not disturb; elsewhere this is always True.
        """
        if sys.platform != "linux":
            return True
        identity = identity_of(path)
        if identity is None:
            return True
        with _held_guard:
            # Any handle that this process closes drops the locks that SQLite has on the file in this process.
            if identity in _held:
                return False
            handle = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
            try:
                fcntl.fcntl(handle, fcntl.F_OFD_SETLK, struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, _BYTE, 1, 0))
            except OSError as error:
                os.close(handle)
                # Some network disks have no such locks: there the name is all that can be locked.
                return error.errno not in (errno.EAGAIN, errno.EACCES)
            _held.add(identity)
            self._content = handle, identity
        return True

    def has_a_name(self) -> bool:
        """Whether the file that is locked still has a name; True where that is not known."""
        return self._content is None or os.fstat(self._content[0]).st_nlink > 0

    def let_go(self) -> None:
        """Release everything, and remove the lock's file if it is ours; only after the project's connections."""
        if self._content is not None:
            handle, identity = self._content
            with _held_guard:
                os.close(handle)
                _held.discard(identity)
            self._content = None
        if os.name == "posix":
            # Removed before it is released, never after: whoever opened this file and then gets the lock on it
            # sees that it has no name any more and starts over with the file that has.
            file = Path(self._name.lock_file)
            if self._made or _is_marked(file):
                file.unlink(missing_ok=True)
        self._name.release()


def take_lock(path: Path) -> Lock | None:
    """Lock the name of the project at `path`, or return None when another holds it.

    A file of a person's that has the lock's name is neither changed nor removed. Raises OSError where no lock can be
    made.
    """
    # No soft lock where the system has no other kind: it is only a file, and would outlive a killed holder.
    name = FileLock(f"{path}.lock", timeout=_PATIENCE, thread_local=False, fallback_to_soft=False)
    file = Path(name.lock_file)
    before = _birth_of(file)
    if before is None:
        _make_marked(file)
    try:
        name.acquire()
    except Timeout:
        return None
    made = _birth_of(file) != before and not file.stat().st_size
    if made:
        # On a full disk it stays empty, and is known as ours for as long as we hold it.
        with suppress(OSError):
            file.write_bytes(_MARK)
    return Lock(name, made=made)


def _make_marked(file: Path) -> None:
    """Make the file with its mark at once, where the system can: a kill leaves none that nobody knows as ours."""
    if sys.platform != "linux":
        return
    with suppress(OSError):
        handle = os.open(file.parent, os.O_TMPFILE | os.O_WRONLY | os.O_CLOEXEC, 0o644)
        try:
            os.write(handle, _MARK)
            # Only with a folder's handle does Python follow the link to the file that has no name yet.
            os.link(f"/proc/self/fd/{handle}", file, src_dir_fd=handle, follow_symlinks=True)
        finally:
            os.close(handle)


def identity_of(path: Path) -> Identity | None:
    """Return what a file is, whatever its name; None where there is none."""
    try:
        facts = os.stat(path)
    except OSError:
        return None
    return facts.st_dev, facts.st_ino


def _birth_of(file: Path) -> tuple[int, int, int] | None:
    """Return what tells a file from the next one of its name, which may get the same inode; None for no file."""
    try:
        facts = os.stat(file, follow_symlinks=False)
    except OSError:
        return None
    return facts.st_dev, facts.st_ino, facts.st_ctime_ns


def _is_marked(file: Path) -> bool:
    try:
        with open(file, "rb") as opened:
            return opened.read(len(_MARK) + 1) == _MARK
    except OSError:
        return False
