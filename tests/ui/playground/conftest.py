"""What every bench is tried with."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from workbench.ui.services.jobs import Jobs

PATIENCE = 60_000


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.cancel_all()
    qtbot.waitUntil(lambda: not jobs.listed, timeout=PATIENCE)
    jobs.close(0)
