"""What a person answers about chosen images, in words, and refused in words where it cannot be."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from workbench.ui.bench import Bench
from workbench.ui.deciding import Deciding
from workbench.ui.models.label_desk import Desk
from workbench.ui.models.verdict import REJECTED, UNKNOWN, Verdict
from workbench.ui.translation import say, tr

Rows = NDArray[np.int64]


class Answering:
    """Turns answers about rows of the desk into decisions; `run` says whose proposals are on the desk."""

    def __init__(self, bench: Bench, desk: Desk, deciding: Deciding, run: Callable[[], int | None]) -> None:
        self._bench = bench
        self._desk = desk
        self._deciding = deciding
        self._run = run

    def refused(self) -> bool:
        """Return whether nothing can be changed here, and say so."""
        if self._bench.read_only is not None:
            self._bench.voice.say(say(self._bench.read_only))
        return self._bench.read_only is not None

    def give(self, rows: Rows, class_id: int, name: str) -> None:
        """Give a class."""
        if not self.refused():
            self._decide(self._desk.give(rows, class_id), self._given(rows, name))

    def accept(self, rows: Rows) -> None:
        """Accept what is proposed, of those that are not decided yet."""
        if self.refused():
            return
        verdict = self._desk.accept(rows)
        if verdict is None:
            words = tr("There is no proposal to accept here. A digit or the first letters of a class give that class.")
            self._bench.voice.say(words)
            return
        given = np.unique(verdict.given)
        found = self._desk.class_of(int(given[0])) if len(given) == 1 else None
        rows = self._desk.rows_of(verdict.image_ids)
        several = tr("{count} proposals accepted", count=len(rows))
        self._decide(verdict, self._given(rows, found.name) if found is not None else several)

    def unknown(self, rows: Rows) -> None:
        """Say that the images do not tell."""
        if not self.refused():
            one = tr("{image} marked as unknown", image=self._first(rows))
            several = tr("{count} images marked as unknown", count=len(rows))
            self._decide(self._desk.mark(rows, UNKNOWN), one if len(rows) == 1 else several)

    def reject(self, rows: Rows) -> None:
        """Say that the images are of none of the classes."""
        if not self.refused():
            one = tr("{image} is none of the classes", image=self._first(rows))
            several = tr("{count} images are none of the classes", count=len(rows))
            self._decide(self._desk.mark(rows, REJECTED), one if len(rows) == 1 else several)

    def _decide(self, verdict: Verdict | None, text: str) -> None:
        if verdict is not None:
            self._deciding.decide(verdict, text, self._run())

    def _given(self, rows: Rows, name: str) -> str:
        if len(rows) == 1:
            return tr("{image} is {name}", image=self._first(rows), name=name)
        return tr("{count} images are {name}", count=len(rows), name=name)

    def _first(self, rows: Rows) -> str:
        return self._desk.images[int(rows[0])].path.name if len(rows) else ""
