"""Whether test accuracy should hold for other classes: the generalisation gap, domain distance and task diversity."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from workbench.errors import UserError
from workbench.facts import Fact, reason_of
from workbench.operations.evaluation.candidates import ComparisonRequest, candidates_of
from workbench.operations.evaluation.comparisons import keep_result, newest_result
from workbench.operations.evaluation.domain_distance import DistanceRequest, DomainDistance, domain_distance
from workbench.operations.evaluation.generalisation_gap import GapRequest, LearningGap, generalisation_gap
from workbench.operations.evaluation.task_diversity import TaskDiversity, task_diversity
from workbench.operations.progress import Reporter
from workbench.store.project import Project
from workbench.words import Message, marked, message

_Result = TypeVar("_Result")


@dataclass(frozen=True)
class RunDoubts:
    """Two figures of a run, each None where it cannot be measured, with the reason why."""

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
    """Measure the gap and the distance of each run, and the diversity of the folders, and keep them in the project.

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
        gap, no_gap = _or_reason(lambda gap_request=gap_request: generalisation_gap(project, gap_request, reporter))
        distance, no_distance = _or_reason(
            lambda distance_request=distance_request: domain_distance(project, distance_request, reporter)
        )
        runs.append(RunDoubts(row.run, row.shown, gap, distance, no_gap, no_distance))
    diversity = task_diversity(project, reporter, device=request.device)
    doubts = Doubts(tuple(runs), diversity)
    with project.write() as session:
        keep_result(session, "doubts", request, doubts)
    return doubts


def newest_reliability(project: Project) -> Doubts | None:
    """Return the newest figures, or None."""
    return newest_result(project, "doubts", Doubts)


def _or_reason(ask: Callable[[], _Result]) -> tuple[_Result | None, Fact | None]:
    try:
        return ask(), None
    except UserError as error:
        return None, reason_of(error)


@dataclass(frozen=True)
class Expectation:
    """One figure in words; `warns` where it calls for caution, `known` is False where it could not be determined."""

    title: Message
    sentence: Message
    warns: bool = False
    known: bool = True


@dataclass(frozen=True)
class Expectations:
    """The findings on a run; None where none was chosen, and then only those on the folders."""

    run: int | None
    found: tuple[Expectation, ...]
    sentence: Message


def describe_expectations(project: Project, request: ComparisonRequest, reporter: Reporter) -> Expectations:
    """Describe the first chosen run: whether it overfits, and how far the tested classes are from its training classes.

    The imported folders are compared too. The findings on a run are kept; what cannot be determined says why. Raises
    Cancelled when asked to stop.
    """
    run = next((key for key in request.runs if key.isdecimal()), None)
    if run is None:
        expectations = (_folders(task_diversity(project, reporter, device=request.device)),)
        return Expectations(None, expectations, _sentence(None, ()))
    return _in_words(measure_reliability(project, replace(request, runs=(run,)), reporter))


def newest_expectations(project: Project) -> Expectations | None:
    """Return the newest findings on a run, or None."""
    doubts = newest_reliability(project)
    return _in_words(doubts) if doubts is not None and doubts.runs else None


_OVERFITTING = Message(marked("Is it overfitting?"))
_DISTANCE = Message(marked("How different are the new classes?"))
_DIVERSITY = Message(marked("How different are the imported folders?"))
_UNKNOWN = Message(marked("This could not be determined."))


def _in_words(doubts: Doubts) -> Expectations:
    first = doubts.runs[0]
    expectations = (*_of_run(first), _folders(doubts.diversity))
    return Expectations(first.run, expectations, _sentence(first.run, expectations))


def _of_run(doubts: RunDoubts) -> tuple[Expectation, Expectation]:
    gap, distance = doubts.gap, doubts.distance
    return (
        Expectation(_OVERFITTING, gap.sentence, gap.is_guessing or gap.is_large or gap.may_be_large or gap.is_growing)
        if gap
        else Expectation(_OVERFITTING, doubts.gap_reason or _UNKNOWN, known=False),
        Expectation(_DISTANCE, distance.sentence, distance.is_far)
        if distance
        else Expectation(_DISTANCE, doubts.distance_reason or _UNKNOWN, known=False),
    )


def _folders(diversity: TaskDiversity) -> Expectation:
    return Expectation(_DIVERSITY, diversity.sentence, diversity.is_low, known=diversity.value is not None)


def _sentence(run: int | None, expectations: Sequence[Expectation]) -> Message:
    if run is None:
        return Message(marked("No run is selected, so only the imported folders were compared."))
    warnings, determined = (
        sum(expectation.warns for expectation in expectations),
        sum(expectation.known for expectation in expectations),
    )
    if not determined:
        return message(marked("None of this could be determined for run {run}."), run=str(run))
    if not warnings:
        text = marked("No warnings: the test accuracy of run {run} should hold.")
        return message(text, run=str(run))
    text = marked("{count} of {total} findings about run {run} call for caution.")
    return message(text, count=warnings, total=determined, run=str(run))
