"""A search as it is shown: what it tried, what it found, which options matter, and the best accuracy over time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Select, func, select

from workbench.facts import Fact
from workbench.operations.search.found import Found
from workbench.operations.search.importance import importances
from workbench.operations.search.search_record import ENDED_EARLY, FAILURE, SearchRecord, TrialFacts
from workbench.operations.search.search_request import SearchRequest
from workbench.operations.search.study import TriedSetting
from workbench.operations.search.trainings import TRAININGS_STAGE, reached
from workbench.operations.serialisation import from_json, restored
from workbench.store.models import Run, RunState
from workbench.store.project import Project
from workbench.store.search_models import Search, Trial

_LEAST_LONGER = 300.0  # seconds


@dataclass(frozen=True)
class SearchFacts:
    """A search: its request, complete, its state, the seconds that it took so far, and its trials in their order.

    `trouble` is why it failed, None where it did not, or that was not kept.
    """

    id: int
    request: SearchRequest
    state: RunState
    seconds: float
    created_at: datetime
    found: Found | None
    trials: tuple[TrialFacts, ...]
    trouble: Fact | None = None
    ended_early: bool = False  # A person told it to try nothing more.

    @property
    def resumable(self) -> bool:
        """Whether it was stopped or killed before its end; one that goes on now is as if killed."""
        return self.state is not RunState.FINISHED

    @property
    def left(self) -> float:
        """Seconds of its time that are left."""
        return max(0.0, self.request.seconds - self.seconds)

    @property
    def longer(self) -> float:
        """Seconds in all where it goes on for as long again, and for five minutes at least."""
        return max(self.seconds, self.request.seconds) + max(self.request.seconds, _LEAST_LONGER)


@dataclass(frozen=True)
class ListedSearch:
    """A search as one of several: its number, its state, and when it began."""

    id: int
    state: RunState
    created_at: datetime


@dataclass(frozen=True)
class BestSoFar:
    """The best accuracy on validation classes after so many seconds of the search."""

    seconds: float
    accuracy: float
    number: int  # of the trial


@dataclass(frozen=True)
class MadeBySearch:
    """The search that made a run, and whether it is the one that it recommends."""

    search: int
    recommended: bool


def describe_search(project: Project, number: int) -> SearchFacts:
    """Describe one search."""
    with project.read() as session:
        row = session.get_one(Search, number)
        request, state, seconds = msgspec.convert(row.settings, SearchRequest), row.state, row.seconds
        created_at, found, plan = row.created_at, row.found, dict(row.plan)
    failure = plan.get(FAILURE)
    trials = SearchRecord(project, number).trials()
    trouble = None if failure is None else from_json(failure)
    ended_early = bool(plan.get(ENDED_EARLY))
    return SearchFacts(number, request, state, seconds, created_at, _found(found), trials, trouble, ended_early)


def list_searches(project: Project) -> tuple[ListedSearch, ...]:
    """List all searches, newest first, without their trials."""
    with project.read() as session:
        rows = session.execute(select(Search.id, Search.state, Search.created_at).order_by(Search.id.desc()))
        return tuple(ListedSearch(*row) for row in rows)


def is_past(facts: SearchFacts, seconds: float | None) -> bool:
    """Whether a search that is over took so many seconds already, so that nothing is left to go on with."""
    return seconds is not None and not facts.resumable and facts.seconds >= seconds


def describe_newest_search(project: Project) -> SearchFacts | None:
    """Describe the search that began last, None where there is none."""
    with project.read() as session:
        number = session.scalar(select(func.max(Search.id)))
    return None if number is None else describe_search(project, number)


def runs_of_searches(project: Project) -> dict[int, MadeBySearch]:
    """Return for each run that a search made which search it was."""
    query = select(Trial.run_id, Trial.search_id, Search.found).join(Search).where(Trial.run_id.is_not(None))
    with project.read() as session:
        rows = session.execute(query).all()
    return {run: MadeBySearch(search, bool(found) and found["run"] == run) for run, search, found in rows if run}


def made_last(project: Project, search: int) -> bool:
    """Say whether the newest run of the project was made by that search, or by nobody."""
    newest = select(func.max(Run.id)).scalar_subquery()
    with project.read() as session:
        return session.scalar(select(func.count()).where(Run.id == newest, Run.id.not_in(_runs_of(search)))) == 0


def _runs_of(search: int) -> Select[int | None]:
    return select(Trial.run_id).where(Trial.search_id == search, Trial.run_id.is_not(None))


def describe_searches(project: Project) -> tuple[SearchFacts, ...]:
    """Describe all searches, oldest first."""
    with project.read() as session:
        numbers = list(session.scalars(select(Search.id).order_by(Search.id)))
    return tuple(describe_search(project, number) for number in numbers)


def what_matters(search: SearchFacts) -> dict[str, float]:
    """Return the share of each parameter in how good the trainings are; nothing where too few were tried."""
    trials = [trial for trial in search.trials if trial.stage == TRAININGS_STAGE]
    return importances([TriedSetting(trial.setting, trial.state, reached(trial)) for trial in trials])


def best_so_far(search: SearchFacts) -> tuple[BestSoFar, ...]:
    """Return each moment at which a trial was better than all before it."""
    timed = [(rung.spent or 0.0, rung.accuracy, trial.number) for trial in search.trials for rung in trial.rungs]
    moments: list[BestSoFar] = []
    for seconds, accuracy, number in sorted(timed):
        if not moments or accuracy > moments[-1].accuracy:
            moments.append(BestSoFar(seconds, accuracy, number))
    return tuple(moments)


def _found(stored: dict[str, Any] | None) -> Found | None:
    return None if stored is None else restored(Found, stored)
