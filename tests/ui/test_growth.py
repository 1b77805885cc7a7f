"""The window does not grow over rounds of opening, training, labelling and closing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LEFT_BEHIND = 7.0  # megabytes a round while closed pages stayed in memory


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="freed memory is given back by glibc's own means")
def test_rounds_of_all_its_work_leave_nothing_behind() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.memory", "--images", "1050", "--rounds", "6"],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False, env=dict(os.environ),
    )  # fmt: skip
    held = [float(line.split()[-2]) for line in ran.stdout.splitlines() if line.startswith("round")]
    assert len(held) == 6, ran.stderr
    assert held[-1] - held[2] < 3 * LEFT_BEHIND / 2, held
