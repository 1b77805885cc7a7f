"""What happens to a running process: another window, a stop, a wrong clock, no memory, numbers that are lost."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache

import torch

from tests.cli.test_killed import CHILD
from tests.faults.oracle import hold_goes_on, hold_names, hold_sound, hold_unchanged
from tests.faults.row import Place, Row, hold
from tests.faults.scenes import home_of_scenes, imported
from tests.operations.conftest import SHORT
from tests.operations.runs.test_training_runs import weights
from tests.store.parts import ROOT, another_program, line_of, task_names
from tests.store.test_two_windows import ADDS, WRITES_FOR_EVER
from workbench.errors import UserError
from workbench.folders import backups_folder
from workbench.operations.labelling.labels import current_labels
from workbench.operations.progress import Silent
from workbench.operations.project.opening import open_to_read, open_to_work
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.training import resume_run, train_approach
from workbench.store.backups import all_backups


def race_for_a_project(place: Place) -> str:
    """Start windows at once while another one, which is killed, holds the project: never do two write."""
    path = imported().copied(place.folder)
    arguments = str(path), str(place.folder.parent / "backups")
    with ExitStack() as windows:
        holder = windows.enter_context(another_program(WRITES_FOR_EVER, *arguments))
        saved = [int(line_of(holder)) for _ in range(place.chance.randint(1, 5))]
        second = windows.enter_context(another_program(ADDS, *arguments))
        hold(that="another window" in line_of(second), otherwise="a second window may write")
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        racers = [windows.enter_context(another_program(ADDS, *arguments)) for _ in range(3)]
        said = [line_of(racer) for racer in racers]
        for racer in racers:
            racer.wait()
    with open_to_read(path) as project:
        names = task_names(project)
    hold(that=names.count("later") >= len(saved), otherwise="what the killed window saved is lost")
    hold(that="None" in said, otherwise=f"the lock of the killed window is not taken: {said}")
    added = names.count("by another")
    hold(that=added == said.count("None"), otherwise=f"{said} said, {added} rows")
    open_to_work(path).close()
    hold_sound(path)
    hold_names(place.folder, ["made.mlwb"])
    return f"{len(saved)} commits, then {said.count('None')} of 3 might write"


def suspend(place: Place) -> str:
    """Stop a training a few times with SIGSTOP, and let it go on."""
    path, stops = imported().copied(place.folder), place.chance.randint(1, 4)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", CHILD, str(path), "train", "60"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, cwd=ROOT, text=True) as training:
        assert training.stdout is not None
        for _ in range(stops):
            for _ in range(place.chance.randint(1, 8)):
                training.stdout.readline()
            training.send_signal(signal.SIGSTOP)
            os.waitid(os.P_PID, training.pid, os.WSTOPPED)
            training.send_signal(signal.SIGCONT)
        rest = training.stdout.read()
    hold(that=training.returncode == 0 and rest.endswith("done\n"), otherwise=f"it ended with {training.returncode}")
    with open_to_read(path) as project:
        hold(that=weights(project, 1) == _undisturbed(60), otherwise="its weights are others than undisturbed")
    hold_sound(path)
    return f"stopped {stops} times"


@cache
def _undisturbed(episodes: int) -> str:
    folder = home_of_scenes() / f"undisturbed-{episodes}"
    folder.mkdir()
    with open_to_work(imported().copied(folder)) as project:
        return weights(project, train_approach(project, replace(SHORT, episodes=episodes), Silent()).id)


SHIFTED = """
import datetime, sys, time
seconds = float(sys.argv.pop(1))
class Shifted(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=seconds)
datetime.datetime = Shifted
plain = time.time
time.time = lambda: plain() + seconds
time.time_ns = lambda: int((plain() + seconds) * 1e9)
"""
DECIDES = """
from pathlib import Path
from workbench.facts.decision import Decision
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.progress import Silent
from workbench.operations.project.opening import open_to_work
from workbench.operations.runs.training import train_approach
from workbench.operations.tasks.images import list_images
from tests.operations.conftest import SHORT
with open_to_work(Path(sys.argv[1])) as project:
    known = [one for one in labelling_classes(project) if one.name == sys.argv[2]]
    number = known[0].id if known else add_class(project, sys.argv[2]).class_id
    image = list_images(project)[0]
    decide(project, [Decided(image.id, number, Decision.CORRECTED, "other", 0.5)])
    print(train_approach(project, SHORT, Silent()).seconds)
"""


def shift_the_clock(place: Place) -> str:
    """Decide twice, the second time with a clock that was set: the newer decision holds, durations are sound."""
    path = imported().copied(place.folder)
    shift = place.chance.choice([-1, 1]) * place.chance.choice([90, 3600, 86_400, 400 * 86_400])
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for seconds, name in ((0, "first"), (shift, "second")):
        command = [sys.executable, "-c", SHIFTED + DECIDES, str(seconds), str(path), name]
        ended = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
        hold(that=ended.returncode == 0, otherwise=ended.stderr[-300:])
        hold(that=0 < float(ended.stdout) < 300, otherwise=f"a training took {ended.stdout} s")
    with open_to_work(path) as project:
        hold(that=[label.label for label in current_labels(project)] == ["second"], otherwise="the older label holds")
        hold(that=[run.id for run in describe_runs(project)] == [1, 2], otherwise="runs are out of order")
        backup = project.back_up(backups_folder())
    newest, *_ = all_backups(path, backups_folder())
    hold(that=newest == backup, otherwise="the newest backup is taken for an older one")
    hold_sound(path)
    return f"{shift} seconds"


def lose_the_numbers(place: Place) -> str:
    """Train with a rate that is far too high."""
    path = imported().copied(place.folder)
    rate = 10.0 ** place.chance.randint(9, 35)
    with open_to_work(path) as project:
        before = weights(project, train_approach(project, SHORT, Silent()).id)
        try:
            train_approach(project, replace(SHORT, learning_rate=rate, seed=place.number), Silent())
            said = ""
        except UserError as error:
            said = str(error)
        runs = describe_runs(project)
        kept = weights(project, runs[0].id) == before
    hold(that=kept, otherwise="the run before it was changed")
    hold(that=not said or runs[-1].state == "failed", otherwise=f"the run is {runs[-1].state}")
    hold(that=not said or "learning rate" in said, otherwise=f"it does not say what to change: {said}")
    hold_sound(path)
    hold_goes_on(path)
    return f"rate {rate:.0e}: {said or 'finite to the end'}"


@contextmanager
def _device_fails_at(step: int, times: int, error: Exception) -> Iterator[None]:
    """Let the library's own call for a loss raise what it does where memory is not enough, or the device is lost."""
    plain, calls = torch.nn.functional.cross_entropy, iter(range(10**9))

    def failing(*given: object, **named: object) -> object:
        if step <= next(calls) < step + times:
            raise error
        return plain(*given, **named)  # pyright: ignore[reportArgumentType]

    torch.nn.functional.cross_entropy = failing
    try:
        yield
    finally:
        torch.nn.functional.cross_entropy = plain


def run_out_of_memory(place: Place) -> str:
    """Raise it at a random step, once or for good."""
    path = imported().copied(place.folder)
    times = place.chance.choice([1, 1, 10**6])
    said = ""
    with (
        open_to_work(path) as project,
        _device_fails_at(place.chance.randrange(10), times, torch.OutOfMemoryError("made for a test")),
    ):
        try:
            train_approach(project, replace(SHORT, episodes_per_step=4), Silent())
        except (UserError, MemoryError) as error:
            said = str(error)
        run = describe_runs(project)[-1]
    notes = " ".join(str(note) for note in run.notes)
    states = ("failed", "stopped") if said else ("finished",)
    hold(that=run.state in states, otherwise=f"the run is {run.state}: {said}")
    hold(that="memory" in notes, otherwise=f"{said or 'it was trained'} The run's record does not say so: {notes}")
    hold_sound(path)
    hold_goes_on(path)
    hold_unchanged(imported().images)
    return f"{'once' if times == 1 else 'for good'}: {said or notes}"[:200]


def lose_the_device(place: Place) -> str:
    """Raise at a random step what a GPU raises that has stopped, and go on with the run as a new program does."""
    path, said = imported().copied(place.folder), ""
    lost = torch.AcceleratorError("CUDA error: unspecified launch failure")
    with open_to_work(path) as project, _device_fails_at(place.chance.randrange(12), 10**6, lost):
        try:
            train_approach(project, SHORT, Silent(), checkpoint_seconds=0.0)
        except UserError as error:
            said = str(error)
    with open_to_work(path) as project:
        run = describe_runs(project)[-1]
        hold(that="GPU" in said, otherwise=f"it does not say what happened: {said}")
        hold(that=run.state == "stopped", otherwise=f"the run is {run.state}")
        hold(that="GPU" in " ".join(map(str, run.notes)), otherwise="the run's record does not say so")
        gone_on = resume_run(project, str(run.id), Silent(), device="cpu")
        hold(that=gone_on.state == "finished", otherwise=f"continued, it is {gone_on.state}")
        hold(that=weights(project, run.id) == _undisturbed(SHORT.episodes), otherwise="its weights are others")
    hold_sound(path)
    return f"at episode {run.episode}: {said}"[:200]


ROWS = (
    Row("two-windows", "two windows on one project race after the holder was killed", 2, 50, race_for_a_project),
    Row("suspend", "a training stopped by SIGSTOP and continued", 1, 10, suspend),
    Row("clock", "clock set back or forward", 1, 8, shift_the_clock),
    Row("nan-loss", "a loss that is not a number", 2, 10, lose_the_numbers),
    Row("memory", "out of memory raised at a random step", 2, 10, run_out_of_memory),
    Row("lost-device", "GPU lost: what it raises then, at a random step", 2, 10, lose_the_device),
)
