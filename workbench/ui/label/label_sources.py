"""What can be labelled, and what can propose: folders of images and runs, as choices."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.facts.decision import Decision
from workbench.operations.labelling.decisions import decided_images
from workbench.operations.labelling.labelling_set import tasks_to_label
from workbench.operations.project.opening import Project
from workbench.operations.project.sample import sample_examples
from workbench.operations.runs.listing import RunFacts, deleted_numbers, list_runs
from workbench.operations.runs.planning.usual_run import UsualRun, usual_run
from workbench.operations.runs.trained import PRETRAINED
from workbench.operations.tasks.images import ImageFacts, list_images
from workbench.operations.tasks.task_facts import TaskFacts, describe_tasks
from workbench.ui.services.run_words import Titles, called, joined, name_or_number
from workbench.ui.services.translation import number, percent, tr

_UNSEEN = "meta-test"  # the role of classes that no run has learned from


@dataclass(frozen=True)
class Sources:
    """The folders without classes and those with some, the runs that can propose, and the example's.

    Finished runs come before those that were stopped on their way, and the newest first. `usual` is the one that
    proposes where nobody chose one.
    """

    piles: tuple[TaskFacts, ...]
    folders: tuple[TaskFacts, ...]
    runs: tuple[RunFacts, ...]
    sample: Path | None
    damaged: tuple[int, ...] = ()  # the runs that are damaged
    deleted: tuple[int, ...] = ()  # the runs that were deleted
    usual: UsualRun | None = None

    def task(self, task_id: int | None) -> TaskFacts | None:
        """Return the folder of that id."""
        return next((task for task in (*self.piles, *self.folders) if task.id == task_id), None)

    def reads_traits(self, run: str | None) -> bool:
        """Whether the run of that id knows classes by the table of traits, too."""
        return any(str(facts.id) == run and facts.settings.traits is not None for facts in self.runs)


@dataclass(frozen=True)
class Pile:
    """The readable images of one folder, and what is decided of them."""

    task: int
    images: tuple[ImageFacts, ...]
    decided: Mapping[int, tuple[Decision, int | None]]


@dataclass(frozen=True)
class Choice:
    """One line of a choice."""

    text: str
    value: str


def read_sources(project: Project, path: Path) -> Sources:
    """Read what can be labelled and what can propose."""
    tasks, to_label = describe_tasks(project), set(tasks_to_label(project))
    listed = list_runs(project)
    runs = sorted((run for run in reversed(listed.runs) if run.is_usable), key=lambda run: run.state != "finished")
    return Sources(
        tuple(task for task in tasks if task.id in to_label),
        tuple(task for task in tasks if task.classes and task.images),
        tuple(runs),
        sample_examples(path),
        listed.damaged,
        deleted_numbers(project),
        usual_run(project),
    )


def read_pile(project: Project, task: int) -> Pile:
    """Read the images of a folder, and what is decided of them."""
    images = tuple(image for image in list_images(project, tasks=[task]) if image.status == "ready")
    return Pile(task, images, decided_images(project, [task]))


def task_choices(sources: Sources) -> list[Choice]:
    """Return the folders as choices: those without classes first, as they wait for labels."""
    piles = [Choice(f"{task.name} · {number(task.images)}", str(task.id)) for task in sources.piles]
    others = [
        Choice(tr("{name} (has classes) · {images}", name=task.name, images=task.images), str(task.id))
        for task in sources.folders
    ]
    return piles + others


def run_choices(runs: Sequence[RunFacts], titles: Titles) -> list[Choice]:
    """Return what can propose as choices."""
    measured = [_measured(run) for run in runs]
    alike = len({shown.shot for shown in measured if shown is not None}) < 2
    names = Counter(name_or_number(run) for run in runs)
    choices = [
        # What distinguishes runs comes first: a long name is cut at its end where there is little room.
        Choice(
            joined(
                name_or_number(run),
                # Of several runs with one name, the number says which.
                tr("Run {run}", run=str(run.id)) if names[name_or_number(run)] > 1 else "",
                "" if shown is None else shown.words(alike=alike),
                called(run.approach, titles),
            ),
            str(run.id),
        )
        for run, shown in zip(runs, measured, strict=True)
    ]
    return [*choices, Choice(tr("Pretrained network (no training needed)"), PRETRAINED)]


@dataclass(frozen=True)
class _Measured:
    """The accuracy by which a run is chosen, and with how many examples of each class it was measured."""

    accuracy: float
    shot: int
    tested: bool

    def words(self, *, alike: bool) -> str:
        """Return the accuracy and where it comes from; with its shots, unless those of all runs are `alike`."""
        accuracy = (
            tr("tested {accuracy}", accuracy=percent(self.accuracy, places=1))
            if self.tested
            else tr("validation {accuracy}", accuracy=percent(self.accuracy))
        )
        return accuracy if alike else tr("{accuracy} with {count} examples", accuracy=accuracy, count=self.shot)


def _measured(run: RunFacts) -> _Measured | None:
    """Return the accuracy of the longest test on classes never seen, before there is one that of the best validation.

    A test with examples says little of a run that learned to do without, and the other way round.
    """
    tests = [test for test in run.evaluations if test.role == _UNSEEN]
    if tests:
        # Of two as long, the newer.
        best = max(reversed(tests), key=lambda test: (bool(test.shot) == bool(run.settings.shot), test.episodes))
        return _Measured(best.accuracy, best.shot, tested=True)
    return None if run.best_accuracy is None else _Measured(run.best_accuracy, run.settings.shot, tested=False)
