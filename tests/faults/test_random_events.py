"""Ten thousand random events, or as many as three minutes allow, leave the window whole and the project undamaged."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.store.parts import ROOT


def thrown(*arguments: str) -> dict[str, Any]:
    """Return what was found by a program of its own, which an abort of Qt cannot take the tests with it."""
    command = [sys.executable, "-m", "tests.faults.random_events", "--json", *arguments]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode in (0, 1), ended.stderr[-3000:]
    assert ended.stdout, ended.stderr[-3000:]
    return json.loads(ended.stdout.splitlines()[-1])


@pytest.mark.slow
def test_random_events_raise_nothing_and_damage_nothing() -> None:
    found = thrown("--seed", "14", "--events", "10000", "--seconds", "170")
    assert found["exceptions"] == {}
    assert found["damage"] == []
    assert sum(found["events"].values()) >= 200
