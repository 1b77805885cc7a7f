"""Freed memory is kept while there is work, and given back afterwards."""

import subprocess
import sys
from pathlib import Path

import pytest

# A process of its own, as all that is measured belongs to the whole process.
PROGRAM = """
import sys
from workbench.kept_memory import give_back_freed_memory, keep_freed_memory
import numpy as np
if sys.argv[1] == "kept":
    keep_freed_memory()
def held():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS"))
before = held()
np.ones(5_000_000)
after = held()
give_back_freed_memory()
print(after - before, held() - before)
"""


def measured(how: str) -> list[int]:
    """Return how many kilobytes more are held after an array was freed, and after freed memory was given back."""
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, how],
        cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [int(number) for number in ran.stdout.split()]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="of glibc alone")
def test_memory_is_used_again_and_given_back() -> None:
    (usual, _), (kept, given_back) = measured("usual"), measured("kept")
    assert usual < 10_000
    assert kept > 30_000
    assert given_back < 10_000


WINDOW = """
import sys
from workbench.kept_memory import keep_freed_memory
keep_freed_memory()
import numpy as np
from PySide6.QtCore import QCoreApplication, QTimer
from workbench.ui.services.jobs import Jobs
application = QCoreApplication([])
jobs = Jobs()
def held():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS"))
def work(report):
    np.ones(5_000_000)
    return held()
def look():
    if held() < after[0] - 30_000:
        application.quit()
before, after = held(), []
jobs.start("work", work, owner=jobs, done=after.append)
looking = QTimer(interval=50)
looking.timeout.connect(lambda: after and look())
looking.start()
QTimer.singleShot(20_000, application.quit)
application.exec()
print(after[0] - before, held() - before)
jobs.close(1)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="of glibc alone")
def test_a_window_at_rest_gives_memory_back() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WINDOW], cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True
    )
    kept, given_back = map(int, ran.stdout.split())
    assert kept > 30_000
    assert given_back < 10_000
