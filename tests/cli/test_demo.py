"""The demo: the whole job on the sample, better than pixels and good enough to believe in."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_demo_learns_the_sample_and_labels_new_characters(tmp_path: Path) -> None:
    main = Path(__file__).parents[2] / "main.py"
    # The learning is large enough for threads, unlike that of the other tests.
    environment = {name: value for name, value in os.environ.items() if name != "OMP_NUM_THREADS"}
    command = [sys.executable, str(main), "demo", "--folder", str(tmp_path / "demo")]
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    values = json.loads(done.stdout.splitlines()[-1])
    assert values["accuracy"] >= 0.90
    assert values["accuracy"] >= values["pixels"] + 0.10
    assert values["labels"] == 120
    assert values["labelled_right"] >= 0.9 * values["labels"]
    for name in ("labels.csv", "demo.mlwb"):
        assert (tmp_path / "demo" / name).stat().st_size > 0
