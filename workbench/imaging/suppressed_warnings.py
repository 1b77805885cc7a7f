"""Suppressing what Pillow and its libraries write to the terminal about odd files."""

import ctypes
import logging
import threading
import warnings
from collections.abc import Generator
from contextlib import contextmanager, suppress

from PIL import _imaging

# Without handlers of their own, what these log of odd files would end on the terminal.
for _library in ("PIL", "tifffile", "pi_heif"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


class _Silence:
    """Switches warnings off for the first thread that comes in, on again for the last that leaves.

    Python's warning filters belong to the whole process: were each thread to save and restore them, one would
    restore what another had set.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._saved = warnings.catch_warnings()

    def enter(self) -> None:
        with self._lock:
            if self._inside == 0:
                self._saved = warnings.catch_warnings()
                self._saved.__enter__()
                warnings.simplefilter("ignore")
            self._inside += 1

    def leave(self) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0:
                self._saved.__exit__(None, None, None)


_silence = _Silence()


@contextmanager
def suppress_warnings() -> Generator[None]:
    """Suppress warnings inside this block, in whichever thread it runs."""
    _silence.enter()
    try:
        yield
    finally:
        _silence.leave()


def _silence_libtiff() -> None:
    """Keep libtiff's own messages off standard error, where the library can be reached."""
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(_imaging.__file__)
        for setter in (library.TIFFSetErrorHandler, library.TIFFSetWarningHandler):
            setter.argtypes = [ctypes.c_void_p]
            setter.restype = ctypes.c_void_p
            setter(None)


_silence_libtiff()
