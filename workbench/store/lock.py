"""The lock that makes one program at a time a project's writer; it is released when its holder dies."""

import os
from pathlib import Path

from filelock import BaseFileLock as Lock
from filelock import FileLock, Timeout

# Longer than another program needs to tidy up after closing, so that it does not look like the writer.
_PATIENCE = 0.3  # seconds


def take_lock(path: Path) -> Lock | None:
    """Lock the project at `path`, or return None when another holds it.

    Raises OSError where no lock can be made.
    """
    # No soft lock where the system has no other kind: it is only a file, and would outlive a killed holder.
    lock = FileLock(f"{path}.lock", timeout=_PATIENCE, thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        return None
    return lock


def let_go(lock: Lock) -> None:
    """Release the lock and remove its file."""
    if os.name == "posix":
        # Removed before it is released, never after: whoever opened this file and then gets the lock on it
        # sees that it has no name any more and starts over with the file that has.
        Path(lock.lock_file).unlink(missing_ok=True)
    lock.release()
