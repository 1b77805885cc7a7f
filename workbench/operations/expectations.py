"""What speaks for and against expecting as much of a run tomorrow as its tests show today."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.operations.contestants import CompareWish
from workbench.operations.progress import Reporter
from workbench.operations.run_doubts import Doubts, RunDoubts, find_doubts, newest_doubts
from workbench.operations.task_diversity import TaskDiversity, task_diversity
from workbench.store.project import Project
from workbench.words import Message, marked, message


@dataclass(frozen=True)
class Expectation:
    """One figure in words; `warns` where it is bad news, and `known` is False where it could not be found out."""

    title: Message
    sentence: Message
    warns: bool = False
    known: bool = True


@dataclass(frozen=True)
class Expectations:
    """What was found for a run; None where none was chosen, and then only the folders are looked at."""

    run: int | None
    found: tuple[Expectation, ...]
    sentence: Message


def describe_expectations(project: Project, wish: CompareWish, reporter: Reporter) -> Expectations:
    """Look at the first run that is chosen: whether it learned by heart, and how near the tested classes are to it.

    The imported folders are compared too. What is found of a run is kept; what cannot be found out says why. Raises
    Cancelled when asked to stop.
    """
    run = next((key for key in wish.runs if key.isdecimal()), None)
    if run is None:
        found = (_folders(task_diversity(project, reporter, device=wish.device)),)
        return Expectations(None, found, _sentence(None, ()))
    return _in_words(find_doubts(project, replace(wish, runs=(run,)), reporter))


def newest_expectations(project: Project) -> Expectations | None:
    """Return what was found of a run last, or None."""
    doubts = newest_doubts(project)
    return _in_words(doubts) if doubts is not None and doubts.runs else None


_BY_HEART = Message(marked("Learned, or learned by heart?"))
_NEAR = Message(marked("How near are the new classes?"))
_FOLDERS = Message(marked("How different are the imported folders?"))
_UNKNOWN = Message(marked("This could not be found out."))


def _in_words(doubts: Doubts) -> Expectations:
    first = doubts.runs[0]
    found = (*_of_run(first), _folders(doubts.diversity))
    return Expectations(first.run, found, _sentence(first.run, found))


def _of_run(doubts: RunDoubts) -> tuple[Expectation, Expectation]:
    gap, distance = doubts.gap, doubts.distance
    return (
        Expectation(_BY_HEART, gap.sentence, gap.is_guessing or gap.is_large or gap.is_growing)
        if gap
        else Expectation(_BY_HEART, doubts.gap_reason or _UNKNOWN, known=False),
        Expectation(_NEAR, distance.sentence, distance.is_far)
        if distance
        else Expectation(_NEAR, doubts.distance_reason or _UNKNOWN, known=False),
    )


def _folders(found: TaskDiversity) -> Expectation:
    return Expectation(_FOLDERS, found.sentence, found.is_low, known=found.value is not None)


def _sentence(run: int | None, found: Sequence[Expectation]) -> Message:
    if run is None:
        return Message(marked("No run is chosen, so only the imported folders were looked at."))
    warned, known = sum(each.warns for each in found), sum(each.known for each in found)
    if not known:
        return message(marked("Nothing of this could be found out about run {run}."), run=str(run))
    if not warned:
        text = marked("Nothing that was found speaks against expecting of run {run} what its tests show.")
        return message(text, run=str(run))
    text = marked("{count} of {total} findings about run {run} ask for caution.")
    return message(text, count=warned, total=known, run=str(run))
