"""Whether test accuracy should hold for other classes: the generalisation gap, domain distance and task diversity."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from workbench.errors import UserError
from workbench.facts import Fact, reason_of
from workbench.operations.evaluation.candidates import ComparisonRequest, candidates_of
from workbench.operations.evaluation.comparisons import keep_found, newest_found
from workbench.operations.evaluation.domain_distance import DistanceRequest, DomainDistance, domain_distance
from workbench.operations.evaluation.generalisation_gap import GapRequest, LearningGap, generalisation_gap
from workbench.operations.evaluation.task_diversity import TaskDiversity, task_diversity
from workbench.operations.progress import Reporter
from workbench.store.project import Project
from workbench.words import Message, marked, message

_Found = TypeVar("_Found")


@dataclass(frozen=True)
class RunDoubts:
    """Two figures of a run, each None where it cannot be had, with the reason why."""

    run: int
    shown: Fact
    gap: LearningGap | None
    distance: DomainDistance | None
    gap_reason: Fact | None = None
    distance_reason: Fact | None = None


@dataclass(frozen=True)
class Doubts:
    """The figures of runs, and how different the imported folders are."""

    runs: tuple[RunDoubts, ...]
    diversity: TaskDiversity


def measure_reliability(project: Project, request: ComparisonRequest, reporter: Reporter) -> Doubts:
    """Look at each run of a comparison request, and at the folders, and keep what is found in the project.

    Raises UserError for a run that is not there, Cancelled when asked to stop.
    """
    runs: list[RunDoubts] = []
    for row in candidates_of(project, request):
        if row.run is None:
            continue
        gap_request = GapRequest(
            str(row.run), request.way, request.shot, request.query, seed=request.seed, device=request.device
        )
        distance_request = DistanceRequest(str(row.run), role=request.role, device=request.device)
        gap, no_gap = _or_reason(lambda asked=gap_request: generalisation_gap(project, asked, reporter))
        distance, no_distance = _or_reason(lambda asked=distance_request: domain_distance(project, asked, reporter))
        runs.append(RunDoubts(row.run, row.shown, gap, distance, no_gap, no_distance))
    diversity = task_diversity(project, reporter, device=request.device)
    found = Doubts(tuple(runs), diversity)
    with project.write() as session:
        keep_found(session, "doubts", request, found)
    return found


def newest_reliability(project: Project) -> Doubts | None:
    """Return what was found last, or None."""
    return newest_found(project, "doubts", Doubts)


def _or_reason(ask: Callable[[], _Found]) -> tuple[_Found | None, Fact | None]:
    try:
        return ask(), None
    except UserError as error:
        return None, reason_of(error)


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


def describe_expectations(project: Project, request: ComparisonRequest, reporter: Reporter) -> Expectations:
    """Look at the first run that is chosen: whether it learned by heart, and how near the tested classes are to it.

    The imported folders are compared too. What is found of a run is kept; what cannot be found out says why. Raises
    Cancelled when asked to stop.
    """
    run = next((key for key in request.runs if key.isdecimal()), None)
    if run is None:
        found = (_folders(task_diversity(project, reporter, device=request.device)),)
        return Expectations(None, found, _sentence(None, ()))
    return _in_words(measure_reliability(project, replace(request, runs=(run,)), reporter))


def newest_expectations(project: Project) -> Expectations | None:
    """Return what was found of a run last, or None."""
    doubts = newest_reliability(project)
    return _in_words(doubts) if doubts is not None and doubts.runs else None


_BY_HEART = Message(marked("Is it overfitting?"))
_NEAR = Message(marked("How different are the new classes?"))
_FOLDERS = Message(marked("How different are the imported folders?"))
_UNKNOWN = Message(marked("This could not be determined."))


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
        return Message(marked("No run is selected, so only the imported folders were compared."))
    warned, known = sum(each.warns for each in found), sum(each.known for each in found)
    if not known:
        return message(marked("None of this could be determined for run {run}."), run=str(run))
    if not warned:
        text = marked("No warnings: the test accuracy of run {run} should hold.")
        return message(text, run=str(run))
    text = marked("{count} of {total} findings about run {run} call for caution.")
    return message(text, count=warned, total=known, run=str(run))
