"""When Python's collector of garbage may look: not while many objects are made that are no garbage."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Generator[None]:
    """Keep the collector from looking again and again at many new objects, none of them garbage.

    It takes half the time of reading fifty thousand images, and no other thread goes on while it looks. Of several
    threads in here the one that switched it off switches it on.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def spare_what_is_loaded() -> None:
    """Let the collector pass over all there is now, as after large libraries were loaded, which stay for good."""
    gc.freeze()
