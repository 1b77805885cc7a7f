"""When Python looks for garbage, and on which thread: whichever looks also deletes what it finds."""

import gc
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager

_EVERYTHING = 20.0  # seconds between two looks at objects of any age
_LONGEST = 0.05  # seconds; where a look at everything took longer, the next one waits until a project is closed


class _Collector:
    """The one collector of this program; it looks by itself unless somebody does that by hand."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._by_hand, self._at_rest = 0, 0
        self._looked_at_everything, self._took = time.monotonic(), 0.0

    def take_over(self, count: int) -> None:
        with self._lock:
            self._by_hand += count
            self._renew()

    def rest(self, count: int) -> None:
        with self._lock:
            self._at_rest += count
            self._renew()

    def look(self) -> None:
        """Look as far as Python would have by itself."""
        if self._at_rest:
            return
        counts, limits = gc.get_count(), gc.get_threshold()
        if counts[0] <= limits[0]:
            return
        is_due = time.monotonic() - self._looked_at_everything > _EVERYTHING
        if is_due and counts[2] > limits[2] and self._took < _LONGEST:
            self.look_at_everything()
        else:
            gc.collect(1 if counts[1] > limits[1] else 0)

    def look_at_everything(self) -> None:
        began = time.monotonic()
        gc.collect(2)
        self._looked_at_everything = time.monotonic()
        self._took = self._looked_at_everything - began

    def _renew(self) -> None:
        if self._by_hand or self._at_rest:
            gc.disable()
        else:
            gc.enable()


_COLLECTOR = _Collector()


@contextmanager
def collector_at_rest() -> Generator[None]:
    """Pause the collector while many objects are made, none of them garbage.

    It takes half the time of reading fifty thousand images, and stops all other threads meanwhile.
    """
    _COLLECTOR.rest(1)
    try:
        yield
    finally:
        _COLLECTOR.rest(-1)


def collect_by_hand() -> None:
    """Collect nothing from now on but in `collect_what_is_due`, until `collect_by_itself` was called as often.

    A window does so: its widgets must be deleted by its own thread, and a worker's would delete those that it finds.
    """
    _COLLECTOR.take_over(1)


def collect_by_itself() -> None:
    """Take back one `collect_by_hand`."""
    _COLLECTOR.take_over(-1)


def collect_what_is_due() -> None:
    """Look for garbage on this thread where so much was made that Python would; at everything now and then."""
    _COLLECTOR.look()


def spare_what_is_loaded() -> None:
    """Exempt all present objects from collection, as after loading large libraries, which stay for good."""
    gc.freeze()


def collect_what_was_closed() -> None:
    """Look at everything once a project was closed, and exempt what is left: libraries, and the window itself."""
    _COLLECTOR.look_at_everything()
    gc.freeze()
