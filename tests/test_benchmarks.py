"""What measures runs at a small size, so that it is not found broken on the day it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def printed(*arguments: str) -> list[str]:
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.mark.slow
def test_the_table_for_a_gpu_has_a_line_for_each_loop() -> None:
    lines = printed("tests.benchmarks.gpu", "--small")
    names = ("prototypical", "maml second order", "maml first order", "reptile")
    assert [line.split("  ")[0] for line in lines[2:]] == list(names)
    assert all("ratio" in line and "of the peak" in line for line in lines[2:])


@pytest.mark.slow
def test_an_import_is_measured_beside_bare_decoding() -> None:
    lines = printed("tests.benchmarks.importing", "--small", "60", "--photographs", "4", "--rounds", "1")
    assert [line.split()[0] for line in lines[1:]] == ["small", "photographs"]
    assert all(line.endswith("%") for line in lines[1:])
