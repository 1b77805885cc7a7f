"""Which run labels where nobody chose one, and why: the one that a person would take."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from workbench.facts import Fact, fact
from workbench.operations.runs.listing import RunFacts, list_runs
from workbench.store.models import Role, RunState
from workbench.store.project import Project
from workbench.store.search_models import Search, Trial
from workbench.words import Decimal

USUAL_RUN = "auto"  # in the place of a run's number


@dataclass(frozen=True)
class UsualRun:
    """A run, and a sentence that says that it labels and why."""

    run: int
    why: Fact


def usual_run(project: Project) -> UsualRun | None:
    """Return the run to label with, None where no run can be used.

    It is the one that the newest finished search found, unless a person trained one here since that learned from other
    classes, or did better with as many classes and as few examples. Without a search, it is the best on validation
    classes among those that can be compared with the newest: of the same classes, ways and shots. Runs that finished go
    before those that were stopped, and a person's own before those that searches tried.
    """
    runs = [run for run in list_runs(project).runs if run.is_usable and run.state != RunState.RUNNING.value]
    tried, number = _tried_by_searches(project), _found_by_the_newest(project)
    own = [run for run in runs if run.id not in tried]
    found = next((run for run in runs if run.id == number), None)
    if found is not None:
        since = max(tried.get(number, ()), default=0)
        return _newer_than_found([run for run in own if run.id > since], found)
    if not runs:
        return None
    finished = [run for run in own or runs if run.state == RunState.FINISHED.value]
    return _best_like_the_newest(finished or own or runs)


def _newer_than_found(newer: Sequence[RunFacts], found: RunFacts) -> UsualRun:
    """Return the one of newer runs that a person would rather label with than what a search found, or that.

    Half as accurate with one example says nothing against what was found with five, but nothing for it either. What
    comes from another project was measured on classes that nobody here knows.
    """
    here = [run for run in newer if run.settings.validated_on]
    of_others = [run for run in here if _classes(run) != _classes(found)]
    if of_others:
        number = _best_like_the_newest(of_others).run
        return UsualRun(number, fact("run.usual_of_others", run=str(number)))
    better = [run for run in here if _did_better(run, found)]
    if better:
        best = max(better, key=_score)
        return UsualRun(best.id, fact("run.usual_better", run=str(best.id)))
    return UsualRun(found.id, fact("run.usual_found", run=str(found.id)))


def _did_better(run: RunFacts, other: RunFacts) -> bool:
    is_as_hard = run.settings.way >= other.settings.way and run.settings.shot <= other.settings.shot
    return is_as_hard and (run.best_accuracy or 0.0) > (other.best_accuracy or 0.0)


def _score(run: RunFacts) -> tuple[float, int]:
    return run.best_accuracy or 0.0, run.id


def _best_like_the_newest(runs: Sequence[RunFacts]) -> UsualRun:
    newest = runs[-1]
    alike = [run for run in runs if _kind(run) == _kind(newest) and run.best_accuracy is not None]
    # Accuracies of a run that comes from elsewhere were measured on classes that nobody here knows.
    if len(alike) < 2 or newest.best_accuracy is None or not newest.settings.validated_on:
        return UsualRun(newest.id, fact("run.usual_newest", run=str(newest.id)))
    best = max(alike, key=_score)
    accuracy = Decimal(100 * (best.best_accuracy or 0.0))
    return UsualRun(best.id, fact("run.usual_best", run=str(best.id), compared=len(alike), accuracy=accuracy))


def _kind(run: RunFacts) -> tuple[object, ...]:
    """Return what has to be the same for accuracies to be compared."""
    return (run.settings.way, run.settings.shot, *_classes(run))


def _classes(run: RunFacts) -> tuple[frozenset[int], ...]:
    """Return the classes that it learned from and was validated on."""
    roles = (Role.META_TRAIN, Role.META_VALIDATION)
    return tuple(frozenset(run.settings.classes.get(role, ())) for role in roles)


def _tried_by_searches(project: Project) -> dict[int, tuple[int, ...]]:
    """Return for each run that a search made those of the same search."""
    with project.read() as session:
        rows = session.execute(select(Trial.search_id, Trial.run_id).where(Trial.run_id.is_not(None))).all()
    by_search: dict[int, list[int]] = {}
    for search, run in rows:
        by_search.setdefault(search, []).append(run or 0)
    return {run: tuple(group) for group in by_search.values() for run in group}


def _found_by_the_newest(project: Project) -> int:
    """Return the run that the newest finished search found, 0 where there is none."""
    query = select(Search.found).where(Search.state == RunState.FINISHED).order_by(Search.id.desc()).limit(1)
    with project.read() as session:
        found = session.scalar(query)
    return found["run"] if found else 0
