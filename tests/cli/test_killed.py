"""Killed at random moments: nothing acknowledged is lost, and a killed training ends as an unkilled one."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.made_images import make_classes, make_nested_tasks, make_pile
from tests.operations.conftest import SHORT
from tests.operations.runs.test_training_runs import curve, weights
from workbench.operations.labelling.label_table import LabelRow, write_label_table
from workbench.operations.labelling.labels import current_labels
from workbench.operations.progress import Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.opening import new_project, open_to_read, open_to_work
from workbench.operations.runs.training import train_approach
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.store.models import Image

KILLS = 20

# Acknowledgements go out after the operation reported, as a window would show them.
CHILD = """
import os, sys
from dataclasses import replace
from pathlib import Path
from workbench.operations.project.opening import open_to_work
from tests.operations.conftest import SHORT

class Acknowledges:
    def report(self, share, text):
        kind = " saved" if text.template.endswith("saved") else ""
        os.write(1, (str(dict(text.values)) + kind + "\\n").encode())

project, job, *rest = sys.argv[1:]
with open_to_work(Path(project)) as opened:
    if job == "import":
        from workbench.operations.tasks.import_images import ImportRequest, import_images
        import_images(opened, Path(rest[0]), ImportRequest(), Acknowledges())
    elif job == "accept":
        from workbench.operations.labelling.accept_labels import accept_labels
        accept_labels(opened, Path(rest[0]), 0.0, Acknowledges())
    else:
        from workbench.operations.runs.training import resume_run, train_approach
        if job == "train":
            train_approach(opened, replace(SHORT, episodes=int(rest[0])), Acknowledges(), checkpoint_seconds=0.05)
        else:
            resume_run(opened, "latest", Acknowledges(), checkpoint_seconds=0.05)
os.write(1, b"done\\n")
"""


class Child:
    """A process at work on a project, to be killed after so many acknowledgements."""

    def __init__(self, project: Path, job: str, *rest: object) -> None:
        command = [sys.executable, "-c", CHILD, str(project), job, *map(str, rest)]
        root = Path(__file__).parents[2]
        environment = os.environ | {"PYTHONPATH": str(root)}
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, cwd=root)

    def lines(self) -> Iterator[str]:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            yield line.decode().strip()

    def killed_after(self, acknowledgements: int, of: str = "") -> list[str]:
        """Kill the process once it has acknowledged so many lines with `of` in them; return all it acknowledged."""
        seen = []
        with self._process:
            for line in self.lines():
                seen.append(line)
                if of in line and sum(of in earlier for earlier in seen) == acknowledgements:
                    self._process.send_signal(signal.SIGKILL)
        return seen


def sound(project: Path) -> bool:
    return check_project(project, Silent()).sound


@pytest.fixture
def project(tmp_path: Path) -> Path:
    new_project(tmp_path / "made.mlwb").close()
    return tmp_path / "made.mlwb"


@pytest.mark.slow
def test_a_killed_import_loses_nothing_it_had_acknowledged(project: Path, tmp_path: Path) -> None:
    folder = make_classes(tmp_path / "many", classes=60, images=40)
    draw = random.Random(1)
    least = 0
    for kill in range(KILLS):
        # Between two that are saved, and right after one.
        moment = (draw.randint(2, 60), "") if kill % 2 else (draw.randint(1, 3), "saved")
        seen = Child(project, "import", folder).killed_after(*moment)
        saved = [eval(line.removesuffix("saved")) for line in seen if line.endswith("saved")]  # noqa: S307 - our own words
        acknowledged = max((event["done"] for event in saved), default=0)
        least = max(least, acknowledged)
        with open_to_read(project) as opened, opened.read() as session:
            assert (session.scalar(select(func.count()).select_from(Image)) or 0) >= acknowledged
        assert sound(project)
    assert least > 0
    with open_to_work(project) as opened:
        report = import_images(opened, folder, ImportRequest(), Silent())
    assert report.added + report.known == 2400


@pytest.mark.slow
def test_a_killed_accept_loses_no_label_it_had_acknowledged(project: Path, tmp_path: Path) -> None:
    truth = make_pile(tmp_path / "pile", classes=30, images=50)
    draw = random.Random(2)
    for kill in range(KILLS):
        table = tmp_path / f"labels_{kill}.csv"
        rows = [LabelRow(tmp_path / "pile" / name, f"{label}-{kill}", 1.0) for name, label in truth.items()]
        write_label_table(table, rows)
        seen = Child(project, "accept", table).killed_after(draw.randint(1, 23))
        saved = [eval(line.removesuffix("saved"))["done"] for line in seen if line.endswith("saved")]  # noqa: S307 - our own words
        with open_to_read(project) as opened:
            labels = {label.path.name: label.label for label in current_labels(opened)}
        for row in rows[: max(saved, default=0)]:
            assert labels[row.path.name] == row.label
        assert sound(project)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_training_killed_again_and_again_ends_bit_equal_to_one_that_was_not(project: Path, tmp_path: Path) -> None:
    with open_to_work(project) as opened:
        import_images(opened, make_nested_tasks(tmp_path / "images"), ImportRequest(), Silent())
    reference = tmp_path / "reference.mlwb"
    reference.write_bytes(project.read_bytes())
    draw = random.Random(3)
    kills = 0
    finished = "done" in Child(project, "train", 800).killed_after(draw.randint(10, 40), "episode")
    while not finished:
        kills += 1
        assert kills <= KILLS
        assert sound(project)
        seen = Child(project, "resume").killed_after(draw.randint(8, 60) if kills < KILLS else -1, "episode")
        finished = "done" in seen
    assert kills >= KILLS
    with open_to_work(reference) as opened:
        whole = train_approach(opened, replace(SHORT, episodes=800), Silent())
        expected = weights(opened, whole.id), curve(opened, whole.id)
    with open_to_read(project) as opened:
        assert (weights(opened, 1), curve(opened, 1)) == expected


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals are sent differently")
@pytest.mark.parametrize("request_to_stop", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_request_to_stop_saves_a_checkpoint_and_ends_with_130(
    project: Path, tmp_path: Path, request_to_stop: str
) -> None:
    with open_to_work(project) as opened:
        import_images(opened, make_nested_tasks(tmp_path / "images"), ImportRequest(), Silent())
    main = Path(__file__).parents[2] / "main.py"
    command = [sys.executable, str(main), "train", str(project), "--approach", "prototypical", "--image-size", "16"]
    # A bar is drawn as it goes only where a terminal shows it.
    terminal = os.environ | {"TTY_COMPATIBLE": "1", "TTY_INTERACTIVE": "1", "COLUMNS": "200"}
    command += ["--episodes", "1000000"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=terminal) as training:
        assert training.stderr is not None
        printed = b""
        while b"Episode " not in printed:
            more = os.read(training.stderr.fileno(), 4096)
            assert more, printed.decode()
            printed += more
        training.send_signal(getattr(signal, request_to_stop))
        printed += training.stderr.read()
    assert training.returncode == 130
    assert b"`resume`" in printed
    listed = subprocess.run(
        [sys.executable, str(main), "runs", str(project), "--json"], capture_output=True, check=True
    )
    run = json.loads(listed.stdout.splitlines()[-1])["runs"][0]
    assert (run["state"], run["resumable"]) == ("stopped", True)
    assert run["episode"] > 0
