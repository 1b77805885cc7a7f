"""What speaks for and against expecting as much of a run tomorrow as its tests show today."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.errors import UserError
from workbench.operations.contestants import CompareWish
from workbench.operations.domain_distance import DistanceWish, domain_distance
from workbench.operations.learning_gap import GapWish, learning_gap
from workbench.operations.progress import Reporter
from workbench.operations.task_diversity import task_diversity
from workbench.operations.trained import PRETRAINED
from workbench.store.project import Project
from workbench.words import Message, marked, message

_EPISODES = 200


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

    The imported folders are compared too, as the run places them. What cannot be found out says why. Raises Cancelled
    when asked to stop.
    """
    run = next((key for key in wish.runs if key.isdecimal()), None)
    found = []
    if run is not None:
        gap = GapWish(run, wish.way, wish.shot, wish.query, _EPISODES, wish.seed, wish.device)
        found.append(_tried(_BY_HEART, lambda: _gap(project, gap, reporter)))
        distance = DistanceWish(run, role=wish.role, device=wish.device)
        found.append(_tried(_NEAR, lambda: _distance(project, distance, reporter)))
    found.append(_tried(_FOLDERS, lambda: _diversity(project, run or PRETRAINED, wish.device, reporter)))
    return Expectations(None if run is None else int(run), tuple(found), _sentence(run, found))


_BY_HEART = Message(marked("Learned, or learned by heart?"))
_NEAR = Message(marked("How near are the new classes?"))
_FOLDERS = Message(marked("How different are the imported folders?"))


def _tried(title: Message, find: Callable[[], tuple[Message, bool]]) -> Expectation:
    try:
        sentence, warns = find()
    except UserError as error:
        return Expectation(title, error.text, known=False)
    return Expectation(title, sentence, warns)


def _sentence(run: str | None, found: Sequence[Expectation]) -> Message:
    if run is None:
        return Message(marked("No run is chosen, so only the imported folders were looked at."))
    warned, known = sum(each.warns for each in found), sum(each.known for each in found)
    if not known:
        return message(marked("Nothing of this could be found out about run {run}."), run=run)
    if not warned:
        text = marked("Nothing that was found speaks against expecting of run {run} what its tests show.")
        return message(text, run=run)
    text = marked("{count} of {total} findings about run {run} ask for caution.")
    return message(text, count=warned, total=known, run=run)


def _gap(project: Project, wish: GapWish, reporter: Reporter) -> tuple[Message, bool]:
    found = learning_gap(project, wish, reporter)
    return found.sentence, found.is_large or found.is_growing


def _distance(project: Project, wish: DistanceWish, reporter: Reporter) -> tuple[Message, bool]:
    found = domain_distance(project, wish, reporter)
    return found.sentence, found.is_far


def _diversity(project: Project, run: str, device: str, reporter: Reporter) -> tuple[Message, bool]:
    found = task_diversity(project, reporter, run=run, device=device)
    return found.sentence, found.is_low
