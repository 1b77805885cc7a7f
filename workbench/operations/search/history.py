"""A search as it is shown: what it tried, what it found, which options matter, and the best accuracy over time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import select

from workbench.operations.search.found import Found
from workbench.operations.search.importance import importances
from workbench.operations.search.search_record import SearchRecord, TrialFacts
from workbench.operations.search.search_request import SearchRequest
from workbench.operations.search.study import TriedSetting
from workbench.operations.search.trainings import STAGE, reached
from workbench.operations.serialisation import restored
from workbench.store.models import RunState
from workbench.store.project import Project
from workbench.store.search_models import Search


@dataclass(frozen=True)
class SearchFacts:
    """A search: its request, complete, its state, the seconds that it took so far, and its trials in their order."""

    id: int
    request: SearchRequest
    state: RunState
    seconds: float
    created_at: datetime
    found: Found | None
    trials: tuple[TrialFacts, ...]

    @property
    def resumable(self) -> bool:
        """Whether it was stopped before it found anything."""
        return self.state in (RunState.STOPPED, RunState.FAILED)


@dataclass(frozen=True)
class BestSoFar:
    """The best accuracy on validation classes after so many seconds of all trials, one after another."""

    seconds: float
    accuracy: float
    number: int  # of the trial


def describe_search(project: Project, number: int) -> SearchFacts:
    """Describe one search."""
    with project.read() as session:
        row = session.get_one(Search, number)
        request, state, seconds = msgspec.convert(row.settings, SearchRequest), row.state, row.seconds
        created_at, found = row.created_at, row.found
    trials = SearchRecord(project, number).trials()
    return SearchFacts(number, request, state, seconds, created_at, _found(found), trials)


def describe_searches(project: Project) -> tuple[SearchFacts, ...]:
    """Describe all searches, oldest first."""
    with project.read() as session:
        numbers = list(session.scalars(select(Search.id).order_by(Search.id)))
    return tuple(describe_search(project, number) for number in numbers)


def what_matters(search: SearchFacts) -> dict[str, float]:
    """Return the share of each parameter in how good the trainings are; nothing where too few were tried."""
    trials = [trial for trial in search.trials if trial.stage == STAGE]
    return importances([TriedSetting(trial.setting, trial.state, reached(trial)) for trial in trials])


def best_so_far(search: SearchFacts) -> tuple[BestSoFar, ...]:
    """Return each moment at which a trial was better than all before it."""
    moments: list[BestSoFar] = []
    before, best = 0.0, 0.0
    for trial in search.trials:
        for rung in trial.rungs:
            if rung.accuracy > best:
                best = rung.accuracy
                moments.append(BestSoFar(before + rung.seconds, best, trial.number))
        before += trial.seconds
    return tuple(moments)


def _found(stored: dict[str, Any] | None) -> Found | None:
    return None if stored is None else restored(Found, stored)
