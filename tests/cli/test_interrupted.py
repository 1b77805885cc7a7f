"""Ctrl-C at any moment of a command ends it with a sentence."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.made_images import make_classes
from workbench.operations.project.opening import new_project

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.4, 0.8, 1.6])
def test_ctrl_c_ends_a_training_with_a_sentence(tmp_path: Path, after: float) -> None:
    make_classes(tmp_path / "images")
    new_project(tmp_path / "p.mlwb").close()
    importing = [sys.executable, "main.py", "import", str(tmp_path / "p.mlwb"), str(tmp_path / "images")]
    subprocess.run(importing, cwd=ROOT, check=True, capture_output=True)
    command = [
        sys.executable,
        "main.py",
        "train",
        str(tmp_path / "p.mlwb"),
        "--approach",
        "maml",
        "--episodes",
        "99999",
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as training:
        with pytest.raises(subprocess.TimeoutExpired):
            training.wait(after)
        training.send_signal(signal.SIGINT)
        said = training.communicate(timeout=60)[1]
    assert training.returncode == 130
    assert said.splitlines()[-1].startswith("Stopped.")
    assert "Traceback" not in said


@pytest.mark.parametrize("module", ["workbench\n", "workbench.errors"])
def test_ctrl_c_in_the_first_moments_ends_it_with_a_sentence(module: str) -> None:
    # Python says on standard error what it has just imported.
    command = [sys.executable, "-X", "importtime", "main.py", "approaches"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as begun:
        assert begun.stderr is not None
        assert any(module in line for line in begun.stderr)
        begun.send_signal(signal.SIGINT)
        said = begun.stderr.read()
    assert begun.returncode == 130
    assert said.splitlines()[-1].startswith("Stopped.")
    assert "Traceback" not in said
