"""What every bench is tried with."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.ui.languages import spoken
from workbench.ui.look.theme import Theme
from workbench.ui.playground.movement_bench import MovementBench
from workbench.ui.playground.ratings_bench import RatingsBench
from workbench.ui.services.jobs import Jobs

PATIENCE = 60_000

Bench = TypeVar("Bench", MovementBench, RatingsBench)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.cancel_all()
    qtbot.waitUntil(lambda: not jobs.listed, timeout=PATIENCE)
    jobs.close(0)


def settle(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: not jobs.listed, timeout=PATIENCE)


@contextmanager
def benches(kind: type[Bench], height: int, qtbot: QtBot, theme: Theme, jobs: Jobs) -> Iterator[Callable[..., Bench]]:
    """Makes benches of a kind at which a person arrives; they train as little as a test says."""
    made: list[Bench] = []

    def make(**options: Any) -> Bench:
        bench = kind(theme, jobs, **options)
        made.append(bench)
        bench.resize(976, height)
        bench.speak()
        bench.show()
        bench.entered()
        settle(qtbot, jobs)
        return bench

    with spoken("en"):
        yield make
        jobs.cancel_all()
        settle(qtbot, jobs)
        for bench in made:
            shiboken6.delete(bench)
