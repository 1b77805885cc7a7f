"""A search in the project: its progress and its trials, each written in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import func, select, update

from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.operations.search.search_request import SearchRequest
from workbench.operations.search.setting import Setting, setting_as_json, setting_from_json
from workbench.operations.serialisation import as_json, from_json
from workbench.store.models import Measurement, Role, Run, RunState
from workbench.store.project import Project
from workbench.store.search_models import Search, Trial, TrialState

FAILURE = "failure"  # in the plan of a search: why it failed
ENDED_EARLY = "ended_early"  # in a plan: whether a person told it to try nothing more


@dataclass(frozen=True)
class Rung:
    """A validation of a trial: after how many episodes, its accuracy with its 95 % interval, the seconds by then.

    `spent` is the seconds of the whole search by then, None where they are not known.
    """

    episode: int
    accuracy: float
    ci95: float
    seconds: float
    spent: float | None = None


@dataclass(frozen=True)
class TrialFacts:
    """One setting that was tried; `run` is its meta-training, None for what is not trained or was removed since."""

    number: int
    stage: int
    setting: Setting
    run: int | None
    state: TrialState
    rungs: tuple[Rung, ...]
    accuracy: float | None
    ci95: float | None
    seconds: float
    reason: Fact | None = None

    @property
    def named(self) -> Fact:
        """What a sentence calls it; a training that was refused has no episodes, and is one all the same."""
        return self.setting.named if self.stage == 1 else self.setting.named_as("search.trained")


class SearchRecord:
    """Saves one search while it goes on; it is the only one that writes its rows."""

    def __init__(self, project: Project, number: int) -> None:
        self.project = project
        self.id = number

    def begin_trial(self, setting: Setting, *, stage: int, run: Run | None = None) -> TrialFacts:
        """Write a trial that begins now, with its run where it is a training, and return what is known of it."""
        with self.project.write() as session:
            if run is not None:
                session.add(run)
                session.flush()
            row = Trial(
                search_id=self.id,
                run_id=None if run is None else run.id,
                number=session.scalar(select(func.count()).where(Trial.search_id == self.id)) or 0,
                stage=stage,
                settings=setting_as_json(setting),
                state=TrialState.RUNNING,
                rungs=[],
                seconds=0.0,
            )
            session.add(row)
            session.flush()
            return _facts(row)

    def keep_trial(self, trial: TrialFacts) -> None:
        """Write what is known of a trial now."""
        best = max(trial.rungs, key=lambda rung: rung.accuracy, default=None)
        with self.project.write() as session:
            row = session.scalars(select(Trial).where(Trial.search_id == self.id, Trial.number == trial.number)).one()
            row.state, row.run_id, row.seconds = trial.state, trial.run, trial.seconds
            row.rungs = [[rung.episode, rung.accuracy, rung.ci95, rung.seconds, rung.spent] for rung in trial.rungs]
            row.accuracy, row.ci95 = (best.accuracy, best.ci95) if best else (None, None)
            row.reason = None if trial.reason is None else as_json(trial.reason)

    def trials(self) -> tuple[TrialFacts, ...]:
        """Read the trials in the order of their numbers."""
        with self.project.read() as session:
            rows = session.scalars(select(Trial).where(Trial.search_id == self.id).order_by(Trial.number))
            return tuple(_facts(row) for row in rows)

    def plan(self) -> dict[str, Any]:
        """Read what was decided for the search so far."""
        with self.project.read() as session:
            return dict(session.get_one(Search, self.id).plan)

    def keep_plan(self, plan: Mapping[str, Any]) -> None:
        """Write what was decided."""
        self._update(plan=dict(plan))

    def keep_failure(self, reason: Fact | None) -> None:
        """Write why it failed, or that it did not: None."""
        plan = {name: value for name, value in self.plan().items() if name != FAILURE}
        self.keep_plan(plan if reason is None else plan | {FAILURE: as_json(reason)})

    def keep_progress(self, seconds: float, state: RunState, found: Mapping[str, Any] | None = None) -> None:
        """Write how long it has taken so far, and at the end what it found."""
        values: dict[str, Any] = {"seconds": seconds, "state": state}
        self._update(**values if found is None else values | {"found": dict(found)})

    def keep_request(self, request: SearchRequest) -> None:
        """Write the request anew, as when it is to go on for longer."""
        self._update(settings=msgspec.to_builtins(request))

    def request(self) -> SearchRequest:
        """Read the request."""
        with self.project.read() as session:
            return msgspec.convert(session.get_one(Search, self.id).settings, SearchRequest)

    def seconds(self) -> float:
        """Read how long it has taken so far."""
        with self.project.read() as session:
            return session.get_one(Search, self.id).seconds

    def is_over(self) -> bool:
        """Read whether it has found something, or that there is nothing to find."""
        with self.project.read() as session:
            return session.get_one(Search, self.id).state is RunState.FINISHED

    def found(self) -> dict[str, Any] | None:
        """Read what it found, None before its end."""
        with self.project.read() as session:
            return session.get_one(Search, self.id).found

    def _update(self, **values: Any) -> None:
        with self.project.write() as session:
            session.execute(update(Search).where(Search.id == self.id).values(**values))


def begin_search(
    project: Project, request: SearchRequest, classes: Mapping[Role, Sequence[int]], versions: Mapping[str, str]
) -> SearchRecord:
    """Write a new search and return its record."""
    search = Search(
        settings=msgspec.to_builtins(request),
        roles={role.value: list(numbers) for role, numbers in classes.items()},
        plan={},
        versions=dict(versions),
        state=RunState.RUNNING,
    )
    with project.write() as session:
        session.add(search)
        session.flush()
        return SearchRecord(project, search.id)


def newest_search(project: Project) -> SearchRecord:
    """Return the record of the newest search. Raises UserError when there is none."""
    with project.read() as session:
        number = session.scalar(select(func.max(Search.id)))
    if number is None:
        raise UserError(fact("search.none_yet"))
    return SearchRecord(project, number)


def measured_rungs(project: Project, run: int, until: int) -> tuple[Rung, ...]:
    """Return the validations of a run up to an episode, as it measured them."""
    query = (
        select(Measurement)
        .where(Measurement.run_id == run, Measurement.episode <= until, Measurement.validation_accuracy.is_not(None))
        .order_by(Measurement.episode)
    )
    with project.read() as session:
        return tuple(
            Rung(row.episode, row.validation_accuracy or 0.0, row.validation_ci95 or 0.0, row.seconds)
            for row in session.scalars(query)
        )


def _facts(row: Trial) -> TrialFacts:
    return TrialFacts(
        row.number,
        row.stage,
        setting_from_json(row.settings),
        row.run_id,
        row.state,
        tuple(Rung(*values) for values in row.rungs),
        row.accuracy,
        row.ci95,
        row.seconds,
        None if row.reason is None else from_json(row.reason),
    )
