"""Killed without warning while importing, labelling, and training."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from sqlalchemy import func, select

from tests.cli.test_killed import Child
from tests.faults.dying import NEVER, Say, Steps, in_a_child, killed_after
from tests.faults.oracle import digests_under, hold_goes_on, hold_labels, hold_names, hold_sound, hold_unchanged
from tests.faults.row import Place, Row, hold
from tests.faults.scenes import Scene, home_of_scenes, imported, to_label
from tests.made_images import make_classes
from tests.operations.conftest import SHORT
from tests.operations.runs.test_training_runs import curve, weights
from workbench.facts.decision import Decision
from workbench.operations.labelling.accept_labels import accept_labels
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.label_table import LabelRow, write_label_table
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project, open_to_read, open_to_work
from workbench.operations.runs.training import resume_run, train_approach
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.store.models import Image
from workbench.words import Message

EPISODES = 120
MOST_KILLS = 4  # of one training
CHECKPOINT_SECONDS = 0.05


class Acknowledges:
    """Says how many rows are saved, after they were said to be, as a window would show it."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def report(self, share: float | None, text: Message) -> None:
        if text.template.endswith("saved"):
            self._say(text.values["done"])


@cache
def _many_images() -> tuple[Path, dict[Path, str]]:
    folder = make_classes(home_of_scenes() / "many", classes=16, images=20)
    return folder, digests_under(folder)


@cache
def _steps_of_an_import() -> int:
    folder, _ = _many_images()
    home = home_of_scenes() / "import-steps"
    home.mkdir()
    return int(_import(home / "made.mlwb", folder, NEVER)[-1])


def _import(project: Path, folder: Path, step: int) -> tuple[str, ...]:
    """Import in a child that is killed at a step; return what it acknowledged."""
    new_project(project).close()

    def work(say: Say) -> None:
        steps = Steps(project.parent, step)
        with open_to_work(project) as opened:
            import_images(opened, folder, ImportRequest(), Acknowledges(say))
        if step == NEVER:
            say(steps.count)

    return in_a_child(work).said


def kill_an_import(place: Place) -> str:
    folder, images = _many_images()
    project = place.folder / "made.mlwb"
    if place.number % 5 == 0:
        new_project(project).close()
        lines = Child(project, "import", folder).killed_after(place.chance.randint(2, 20))
        said, what = [line.split(":")[1].split(",")[0] for line in lines if line.endswith("saved")], "a process"
    else:
        step = place.chance.randint(1, _steps_of_an_import())
        said, what = list(_import(project, folder, step)), f"step {step} of {_steps_of_an_import()}"
    acknowledged = max((int(done) for done in said), default=0)
    with open_to_read(project) as opened, opened.read() as session:
        there = session.scalar(select(func.count()).select_from(Image)) or 0
    hold(that=there >= acknowledged, otherwise=f"{acknowledged} images were said to be saved, {there} are there")
    hold_sound(project)
    with open_to_work(project) as opened:
        report = import_images(opened, folder, ImportRequest(), Silent())
    hold(that=report.added + report.known == len(images), otherwise=f"importing again: {report}")
    if place.number % 10 == 0:
        hold_goes_on(project)
    hold_unchanged(images)
    hold_names(project.parent, ["made.mlwb"])
    return f"{what}, {acknowledged} acknowledged, {there} there"


def _label_one_by_one(project: Path, step: int) -> tuple[str, ...]:
    """Decide about image after image in a child that is killed at a step; return what it acknowledged."""

    def work(say: Say) -> None:
        steps = Steps(project.parent, step)
        with open_to_work(project) as opened:
            classes = labelling_classes(opened)
            waiting = [image for image in list_images(opened) if image.path.parent.name == "pile"]
            for number, image in enumerate(waiting):
                chosen = classes[number % len(classes)]
                decide(opened, [Decided(image.id, chosen.id, Decision.CORRECTED, chosen.name, 0.5)])
                say(f"{image.path.name}\t{chosen.name}")
        if step == NEVER:
            say(steps.count)

    return in_a_child(work).said


def _accept_a_table(project: Path, step: int) -> tuple[str, ...]:
    """Accept a table in a child that is killed at a step; return what it acknowledged."""
    with open_to_read(project) as opened:
        waiting = [image.path for image in list_images(opened) if image.path.parent.name == "pile"]
    rows = [LabelRow(path, f"new {number % 7}", 1.0) for number, path in enumerate(waiting)]
    table = project.parent.parent / "labels.csv"
    write_label_table(table, rows)

    def work(say: Say) -> None:
        steps = Steps(project.parent, step)
        with open_to_work(project) as opened:
            accept_labels(opened, table, 0.0, Acknowledges(say))
        if step == NEVER:
            say(steps.count)

    said = in_a_child(work).said
    if step == NEVER:
        return said
    done = max((int(line) for line in said), default=0)
    return tuple(f"{row.path.name}\t{row.label}" for row in rows[:done])


@cache
def _steps_of_labelling(number: int) -> int:
    folder = home_of_scenes() / f"label-steps-{number}" / "work"
    folder.mkdir(parents=True)
    return int(_WAYS_TO_LABEL[number](to_label().copied(folder), NEVER)[-1])


_WAYS_TO_LABEL = (_label_one_by_one, _accept_a_table)


def kill_labelling(place: Place) -> str:
    scene, way = to_label(), place.number % 2
    project = scene.copied(place.folder)
    step = place.chance.randint(1, _steps_of_labelling(way))
    said = dict(line.split("\t") for line in _WAYS_TO_LABEL[way](project, step))
    hold_labels(project, said)
    hold_sound(project)
    _finish(project, scene, place, [step % 10 == 0])
    return f"step {step} of {_steps_of_labelling(way)}, {len(said)} acknowledged"


def _finish(project: Path, scene: Scene, place: Place, trains: list[bool]) -> None:
    if any(trains):
        hold_goes_on(project)
    hold_unchanged(scene.images)
    hold_names(place.folder, ["made.mlwb"])


@cache
def _never_killed() -> tuple[object, ...]:
    """Return the weights and the curve of a run that nothing disturbed."""
    folder = home_of_scenes() / "never-killed"
    folder.mkdir()
    with open_to_work(imported().copied(folder)) as opened:
        run = train_approach(opened, replace(SHORT, episodes=EPISODES), Silent())
        return weights(opened, run.id), tuple(curve(opened, run.id))


class _SaysEpisodes:
    """Says a line for each report of episodes."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def report(self, share: float | None, text: Message) -> None:
        if "episode" in text.values:
            self._say(text.values["episode"])


def _train(project: Path, say: Say) -> None:
    with open_to_work(project) as opened:
        train_approach(
            opened, replace(SHORT, episodes=EPISODES), _SaysEpisodes(say), checkpoint_seconds=CHECKPOINT_SECONDS
        )
    say("done")


def _resume(project: Path, say: Say) -> None:
    with open_to_work(project) as opened:
        resume_run(opened, "latest", _SaysEpisodes(say), checkpoint_seconds=CHECKPOINT_SECONDS)
    say("done")


def _killed(project: Path, place: Place, job: str, after: int) -> list[str]:
    if place.number % 10 == 0:  # A process as a person starts it; the others are forks, which need no set-up.
        return Child(project, job, EPISODES).killed_after(after, "episode")
    work = _train if job == "train" else _resume
    return killed_after(lambda say: work(project, say), after)


def kill_a_training(place: Place) -> str:
    """Kill after so many reports, most of which come just before a checkpoint, which is saved every 50 ms."""
    project, kills = imported().copied(place.folder), 0
    lines = _killed(project, place, "train", place.chance.randint(1, 60))
    while "done" not in lines:
        kills += 1
        hold_sound(project)
        lines = _killed(project, place, "resume", place.chance.randint(1, 40) if kills < MOST_KILLS else -1)
    with open_to_read(project) as opened:
        ended = weights(opened, 1), tuple(curve(opened, 1))
    names = ("best weights", "curve")
    differ = [name for name, ours, whole in zip(names, ended, _never_killed(), strict=True) if ours != whole]
    hold(that=not differ, otherwise=f"after {kills} kills, {differ} differ from those of a run that nothing disturbed")
    _finish(project, imported(), place, [True])
    return f"{kills} kills"


ROWS = (
    Row("kill-import", "kill -9 while importing", 30, 1000, kill_an_import),
    Row("kill-labelling", "kill -9 while labelling, one by one or from a table", 30, 1000, kill_labelling),
    Row("kill-training", "kill -9 while training and saving a checkpoint", 0, 300, kill_a_training),
)
