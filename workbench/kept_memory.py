"""Freed memory is kept for the next large tensor, and given back when work is over.

Glibc maps every large block anew and unmaps it when it is freed; the kernel then clears each page again at every layer
of a network, which takes a third to a half of its time. Other C libraries are left as they are. `mallopt(3)` and
`malloc_trim(3)` of the Linux manual.
"""

import ctypes
import os
import sys
from functools import cache

_LARGEST_KEPT = 2**30  # bytes; larger blocks are mapped as before
_NEVER = 2**31 - 1  # bytes at the heap's end from which on it would be shortened
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # as in malloc.h


@cache
def _glibc() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "gnu_get_libc_version") else None


def keep_freed_memory() -> None:
    """Keep it from now on; to be called before there are threads, as each would get a heap of its own.

    Where the person has set glibc's own variables (MALLOC_...), those hold.
    """
    library = _glibc()
    if library is None or any(name.startswith("MALLOC_") for name in os.environ):
        return
    library.mallopt(_M_MMAP_THRESHOLD, _LARGEST_KEPT)
    library.mallopt(_M_TRIM_THRESHOLD, _NEVER)
    library.mallopt(_M_ARENA_MAX, 1)


def give_back_freed_memory() -> None:
    """Give what is kept back to the system; other threads that need memory wait, a tenth of a second for a gigabyte."""
    library = _glibc()
    if library is not None:
        library.malloc_trim(0)
