"""What measures runs at a small size, so that it is not found broken on the day it is needed."""

import subprocess
import sys
from math import isfinite
from pathlib import Path

import pytest
import torch

from tests.benchmarks.gpu import EASYFSL, LEARN2LEARN, OURS, PEAK, ROWS, lines_of, table

ROOT = Path(__file__).parents[1]


def printed(*arguments: str) -> list[str]:
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.mark.slow
def test_the_table_for_a_gpu_has_the_same_losses_on_each_side() -> None:
    measured = table("cpu", small=True)
    assert list(measured) == list(ROWS)
    for row, sides in measured.items():
        assert list(sides) == [OURS, LEARN2LEARN, EASYFSL, PEAK]
        assert all(isfinite(side.rate) and side.rate > 0 for side in sides.values())
        for peer in (LEARN2LEARN, EASYFSL):
            assert sides[peer].losses == pytest.approx(sides[OURS].losses, rel=1e-2), row
    assert len(list(lines_of(measured))) == 1 + len(ROWS)


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU here")
def test_without_a_gpu_its_benchmark_says_that_it_needs_one() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.gpu"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1
    assert not ran.stdout


@pytest.mark.slow
def test_an_import_is_measured_beside_bare_decoding() -> None:
    lines = printed("tests.benchmarks.importing", "--small", "60", "--photographs", "4", "--rounds", "1")
    assert [line.split()[0] for line in lines[1:]] == ["small", "photographs"]
    assert all(line.endswith("%") for line in lines[1:])


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="there is no older program to clone")
def test_an_older_program_is_measured_beside_todays(tmp_path: Path) -> None:
    lines = printed(
        "tests.benchmarks.before_and_after", "--before", "HEAD", str(tmp_path), "--rounds", "1", "--only", "help"
    )
    (row,) = (line for line in lines if "--help" in line)
    before, now, times = (float(cell) for cell in row.strip("| ").split(" | ")[2:])
    assert min(before, now, times) > 0


@pytest.mark.slow
def test_the_dearest_operations_of_an_approach_are_named() -> None:
    row = printed("tests.benchmarks.dearest", "--steps", "1", "--only", "transfer")[-1]
    assert row.startswith("| transfer | convolution_backward")
    assert row.count("%") == 5


@pytest.mark.slow
def test_the_coverage_of_intervals_is_counted_for_each_learner_and_difference() -> None:
    lines = printed("tests.benchmarks.coverage", "--small")
    rows = [line.split("|")[3].strip() for line in lines if line.startswith("| 5 ")]
    assert rows == ["prototypes", "ridge", "poorer", "prototypes − poorer", "prototypes − ridge"]
    assert lines[-1].startswith("| all | | least")
