"""What speaks against trusting tests of runs: classes learned by heart, far from those trained on, folders alike."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from workbench.errors import UserError
from workbench.operations.comparisons import keep_found, newest_found
from workbench.operations.contestants import CompareWish, contestants_of
from workbench.operations.domain_distance import DistanceWish, DomainDistance, domain_distance
from workbench.operations.learning_gap import GapWish, LearningGap, learning_gap
from workbench.operations.progress import Reporter
from workbench.operations.task_diversity import TaskDiversity, task_diversity
from workbench.store.project import Project
from workbench.words import Message

Found = TypeVar("Found")


@dataclass(frozen=True)
class RunDoubts:
    """Two figures of a run, each None where it cannot be had, with the reason why."""

    run: int
    shown: Message
    gap: LearningGap | None
    distance: DomainDistance | None
    gap_reason: Message | None = None
    distance_reason: Message | None = None


@dataclass(frozen=True)
class Doubts:
    """The figures of runs, and how different the imported folders are."""

    runs: tuple[RunDoubts, ...]
    diversity: TaskDiversity


def find_doubts(project: Project, wish: CompareWish, reporter: Reporter) -> Doubts:
    """Look at each run of a wish to compare, and at the folders, and keep what is found in the project.

    Raises UserError for a run that is not there, Cancelled when asked to stop.
    """
    runs = []
    for row in contestants_of(project, wish):
        if row.run is None:
            continue
        gap_wish = GapWish(str(row.run), wish.way, wish.shot, wish.query, seed=wish.seed, device=wish.device)
        far_wish = DistanceWish(str(row.run), role=wish.role, device=wish.device)
        gap, no_gap = _or_reason(lambda asked=gap_wish: learning_gap(project, asked, reporter))
        distance, no_distance = _or_reason(lambda asked=far_wish: domain_distance(project, asked, reporter))
        runs.append(RunDoubts(row.run, row.shown, gap, distance, no_gap, no_distance))
    diversity = task_diversity(project, reporter, device=wish.device)
    found = Doubts(tuple(runs), diversity)
    with project.write() as session:
        keep_found(session, "doubts", wish, found)
    return found


def newest_doubts(project: Project) -> Doubts | None:
    """Return what was found last, or None."""
    return newest_found(project, "doubts", Doubts)


def _or_reason(ask: Callable[[], Found]) -> tuple[Found | None, Message | None]:
    try:
        return ask(), None
    except UserError as error:
        return None, error.text
