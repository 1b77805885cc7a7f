"""Many runs of a plan: trained here or in processes, killed and gone on with, and refused before any begins."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.operations.conftest import SHORT
from tests.operations.runs.test_segments import ANSWERED, stored
from tests.operations.runs.test_training_runs import curve
from workbench.errors import UserError
from workbench.operations.engines.train_many import EngineChoice, train_all
from workbench.operations.engines.training_plan import read_plan
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project, open_to_work
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.training import train_approach
from workbench.words import Message

HERE = EngineChoice("local", 1, None, "cpu")
ENTRY: dict[str, Any] = {
    "approach": "prototypical", "image-size": 16, "query": 3, "episodes": 12, "episodes-per-step": 2,
    "validate_every": 6, "validation_episodes": 4, "fit": "stretch",
}  # fmt: skip
ENTRIES = [ENTRY, ENTRY | {"approach": "maml", "options": {"inner_steps": 2}}, ENTRY | {"seed": 1, "image-size": 20}]


def plan_of(folder: Path, entries: object) -> Path:
    path = folder / "plan.json"
    path.write_text(json.dumps(entries))
    return path


def test_all_runs_of_a_plan_are_those_that_train_makes_one_by_one(imported: Project, tmp_path: Path) -> None:
    plan = read_plan(plan_of(tmp_path, ENTRIES), "cpu")
    done = train_all(imported, plan, HERE, Silent(), checkpoint_seconds=0.0)
    assert [(run.state, run.approach) for run in done.runs] == [
        ("finished", "prototypical"), ("finished", "maml"), ("finished", "prototypical"),
    ]  # fmt: skip
    for run, request in zip(done.runs, plan.requests, strict=True):
        alone = train_approach(imported, request, Silent())
        assert stored(imported, run.id) == stored(imported, alone.id)
        assert curve(imported, run.id) == curve(imported, alone.id)
        assert (run.settings, run.notes) == (alone.settings, alone.notes)


def test_an_entry_is_named_as_the_options_of_train_are(tmp_path: Path) -> None:
    plan = read_plan(plan_of(tmp_path, [ENTRY]), "cpu")
    assert plan.requests == (replace(SHORT, fit="stretch", device="cpu"),)


@pytest.mark.parametrize(
    ("entries", "what"),
    [
        ({}, "plan.json"),
        ([], "plan.json"),
        ([ENTRY, {"way": 5}], "Entry 2"),
        ([ENTRY, 3], "Entry 2"),
        ([ENTRY | {"approach": "magic"}], "magic"),
        ([ENTRY, ENTRY, ENTRY | {"wey": 5}], "Entry 3.*wey"),
        ([ENTRY | {"way": "five"}], 'Entry 1.*way.*"five"'),
        ([ENTRY | {"device": "cpu"}], "Entry 1.*device"),
        ([ENTRY | {"options": {"decay": "never"}}], "Entry 1.*never"),
        ([ENTRY | {"options": 5}], "Entry 1"),
        ([ENTRY | {"fit": "squeeze"}], "Entry 1.*fit"),
    ],
)
def test_what_is_no_plan_is_refused_with_the_number_of_the_entry(tmp_path: Path, entries: object, what: str) -> None:
    with pytest.raises(UserError, match=what):
        read_plan(plan_of(tmp_path, entries), "cpu")


def test_what_is_no_file_of_json_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nowhere"):
        read_plan(tmp_path / "nowhere.json", "cpu")
    (tmp_path / "words.json").write_text("[{")
    with pytest.raises(UserError, match="JSON"):
        read_plan(tmp_path / "words.json", "cpu")


def test_nothing_begins_where_one_run_of_a_plan_cannot(imported: Project, tmp_path: Path) -> None:
    plan = read_plan(plan_of(tmp_path, [ENTRY, ENTRY | {"way": 1}]), "cpu")
    with pytest.raises(UserError, match="Entry 2"):
        train_all(imported, plan, HERE, Silent())
    assert describe_runs(imported) == ()


def test_a_run_that_diverges_does_not_keep_the_others_from_being_trained(imported: Project, tmp_path: Path) -> None:
    wild = ENTRY | {"learning_rate": 1e30, "episodes": 40}
    plan = read_plan(plan_of(tmp_path, [wild, ENTRY]), "cpu")
    done = train_all(imported, plan, HERE, Silent())
    assert ([run.state for run in done.runs], done.failed) == (["failed", "finished"], (1,))
    again = train_all(imported, plan, HERE, Silent(), resume=True)
    assert ([run.id for run in again.runs], again.finished_before, again.failed) == ([1, 2], 1, (1,))


class StopsOnce:
    """Asks to stop when the second run is under way."""

    def report(self, share: float | None, text: Message) -> None:
        if text.values.get("done") == 1 and "Episode 6 of" in str(text.values.get("now")):
            raise Cancelled


def test_a_plan_that_was_stopped_goes_on_where_it_was(imported: Project, tmp_path: Path) -> None:
    plan = read_plan(plan_of(tmp_path, ENTRIES), "cpu")
    with pytest.raises(Cancelled):
        train_all(imported, plan, HERE, StopsOnce())
    assert [run.state for run in describe_runs(imported)] == ["finished", "stopped"]
    done = train_all(imported, plan, HERE, Silent(), resume=True)
    assert ([run.id for run in done.runs], done.finished_before) == ([1, 2, 3], 1)
    assert {run.state for run in done.runs} == {"finished"}
    alone = train_approach(imported, plan.requests[1], Silent())
    assert stored(imported, 2) == stored(imported, alone.id)
    assert curve(imported, 2) == curve(imported, alone.id)
    last = train_all(imported, plan, HERE, Silent(), resume=True)
    assert last.finished_before == 3
    assert train_all(imported, plan, HERE, Silent()).runs[0].id > alone.id  # without resume, all anew


CHILD = """
import os, sys
from pathlib import Path
from workbench.operations.engines.train_many import EngineChoice, train_all
from workbench.operations.engines.training_plan import read_plan
from workbench.operations.project.opening import open_to_work

class Tells:
    def report(self, share, text):
        os.write(1, f"{text.values.get('done', 0)}\\n".encode())

with open_to_work(Path(sys.argv[1])) as project:
    choice = EngineChoice("local", 2, None, "cpu")
    train_all(project, read_plan(Path(sys.argv[2]), "cpu"), choice, Tells(), resume=True, checkpoint_seconds=0.2)
os.write(1, b"done\\n")
"""


def told(process: "subprocess.Popen[bytes]") -> Iterator[str]:
    assert process.stdout is not None
    for line in process.stdout:
        yield line.decode().strip()


@pytest.mark.slow
def test_killing_the_one_that_writes_loses_no_finished_run(imported: Project, tmp_path: Path) -> None:
    entries = [ENTRY | {"seed": seed, "episodes": 60} for seed in range(5)]
    path, project = plan_of(tmp_path, entries), imported.path
    imported.close()
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", CHILD, str(project), str(path)]
    environment = os.environ | {"PYTHONPATH": str(root), "OMP_NUM_THREADS": "1"}
    for until in ("1", "3", "done"):
        with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE) as driver:
            seen = [line for line in iter(told(driver)) if line != until or driver.send_signal(signal.SIGKILL)]
            assert until not in seen[:-1]
        with open_to_work(project) as opened:
            runs = describe_runs(opened)
            finished = {run.settings.seed for run in runs if run.state == "finished"}
            assert len(finished) >= (int(until) if until.isdecimal() else 5)
    with open_to_work(project) as opened:
        assert [run.state for run in describe_runs(opened)] == ["finished"] * 5
        alone = train_approach(opened, replace(ANSWERED, seed=2, episodes=60), Silent())
        ours = next(run for run in describe_runs(opened) if run.settings.seed == 2)
        assert curve(opened, ours.id) == curve(opened, alone.id)
