"""The trials of a search: each a setting that an engine trains or tries, and that is kept in the project as it goes."""

from collections.abc import Hashable
from dataclasses import dataclass, replace

from workbench.learning.events import TrainingStep, ValidationResult
from workbench.operations.engines.engine import Engine, Shared
from workbench.operations.progress import Cancelled, Reporter
from workbench.operations.runs.begin_run import begin_run, run_row
from workbench.operations.runs.planning.cost_estimate import Cost, estimate_cost
from workbench.operations.runs.portable_material import PortableMaterial, material_key
from workbench.operations.runs.run_settings import RunSettings
from workbench.operations.runs.segment import Segment, SegmentRequest
from workbench.operations.runs.training import versions_here
from workbench.operations.runs.training_data import run_settings
from workbench.operations.search.budget import Budget
from workbench.operations.search.events import OnSearchEvent, TrialChanged
from workbench.operations.search.search_record import Rung, SearchRecord, TrialFacts
from workbench.operations.search.search_request import SearchRequest
from workbench.operations.search.setting import Setting, request_for
from workbench.operations.search.time_of_test import time_of_test
from workbench.store.models import RunState
from workbench.store.project import Project
from workbench.store.search_models import TrialState
from workbench.words import Message


@dataclass(frozen=True)
class PreparedTraining:
    """A training as an engine takes it: its settings, complete, and its images, which the engine has."""

    settings: RunSettings
    shared: Shared


class Trials:
    """Tries settings one at a time or several at once, whichever the engine can, and keeps what came of each."""

    def __init__(
        self,
        record: SearchRecord,
        request: SearchRequest,
        engine: Engine,
        budget: Budget,
        reporter: Reporter,
        *,
        channels: int,
        on_event: OnSearchEvent,
    ) -> None:
        self.record, self.request, self.engine, self.budget = record, request, engine, budget
        self._reporter, self._channels, self._on_event = reporter, channels, on_event
        self._materials: dict[Hashable, tuple[PortableMaterial, Shared]] = {}
        self.known: list[TrialFacts] = list(record.trials())
        self._expect_test()

    @property
    def project(self) -> Project:
        """The project that the search is of."""
        return self.record.project

    def say(self, text: Message, share: float | None = None) -> None:
        """Report what is done now. Raises Cancelled when asked to stop."""
        self._reporter.report(share, text)

    def prepare(self, setting: Setting) -> PreparedTraining:
        """Load the images of a setting's training, unless that was done before. Raises UserError, Cancelled."""
        request = request_for(setting, self.request, channels=self._channels)
        settings = run_settings(self.project, request)
        key = material_key(settings)
        if key not in self._materials:
            material = PortableMaterial.load(self.project, settings, request.device, self._reporter)
            self._materials[key] = (material, self.engine.share(material))
        material, shared = self._materials[key]
        return PreparedTraining(material.completed(settings), shared)

    def estimate(self, setting: Setting) -> Cost:
        """Return what the training of a setting would cost here. Raises UserError, Cancelled."""
        request = request_for(setting, self.request, channels=self._channels)
        return estimate_cost(self.project, request, self._reporter)

    def begin(self, setting: Setting, *, stage: int, prepared: PreparedTraining | None = None) -> TrialFacts:
        """Keep that a trial begins, and its run where it is a training."""
        run = None if prepared is None else run_row(prepared.settings, versions=versions_here(), device="")
        trial = self.record.begin_trial(setting, stage=stage, run=run)
        self.known.append(trial)
        self._tell(trial)
        return trial

    def keep(self, trial: TrialFacts) -> TrialFacts:
        """Keep what is known of a trial now, with its best accuracy."""
        trial = replace(trial, rungs=_timed(trial, self.budget.spent))
        best = max(trial.rungs, key=lambda rung: rung.accuracy, default=None)
        trial = replace(trial, accuracy=best.accuracy if best else None, ci95=best.ci95 if best else None)
        self.record.keep_trial(trial)
        self.known[trial.number] = trial
        self._expect_test()
        self.record.keep_progress(self.budget.spent, RunState.RUNNING)
        self._tell(trial)
        return trial

    def try_untrained(self, setting: Setting, *, stage: int) -> TrialFacts:
        """Try a setting as it is built, without training. Raises UserError, Cancelled."""
        trial = self._unfinished(setting, stage) or self.begin(setting, stage=stage)
        return self.keep(ended(trial, self._untrained(self.prepare(setting))))

    def keep_as_run(self, setting: Setting) -> int:
        """Write a run of a setting that is not trained, so that it can be tested and labelled with, and return it."""
        prepared = self.prepare(setting)
        segment = self._untrained(prepared)
        run = begin_run(self.project, prepared.settings, versions=versions_here(), device="")
        run.keep(segment)
        return run.id

    def _untrained(self, prepared: PreparedTraining) -> Segment:
        segment = self.engine.submit(prepared.shared, SegmentRequest(prepared.settings, None, 0)).result()
        if segment.cancelled:
            raise Cancelled
        return segment

    def _unfinished(self, setting: Setting, stage: int) -> TrialFacts | None:
        return next(
            (
                trial
                for trial in self.known
                if (trial.setting, trial.stage, trial.state) == (setting, stage, TrialState.RUNNING)
            ),
            None,
        )

    def _expect_test(self) -> None:
        """Keep as much time for the test as that of the best so far takes."""
        self.budget.expected_test = time_of_test(self.known, self.request).least

    def _tell(self, trial: TrialFacts) -> None:
        self._on_event(TrialChanged(self.record.id, trial, self.budget.left))


def ended(trial: TrialFacts, segment: Segment) -> TrialFacts:
    """Return a trial with what a segment brought, finished or failed where its training is."""
    state = trial.state
    if segment.failure is not None:
        state = TrialState.FAILED
    elif segment.finished:
        state = TrialState.FINISHED
    seconds = {event.episode: event.seconds for event in segment.events if isinstance(event, TrainingStep)}
    rungs = [
        Rung(found.episode, found.accuracy, found.ci95, seconds.get(found.episode, segment.seconds))
        for found in validations(segment)
    ]
    return replace(trial, state=state, rungs=(*trial.rungs, *rungs), seconds=segment.seconds, reason=segment.failure)


def validations(segment: Segment) -> list[ValidationResult]:
    """Return the validations of a segment."""
    return [event for event in segment.events if isinstance(event, ValidationResult)]


def _timed(trial: TrialFacts, spent: float) -> tuple[Rung, ...]:
    """Return the validations, the new ones with the seconds of the search by then, of which so many have passed."""
    return tuple(
        replace(rung, spent=max(0.0, spent - trial.seconds + rung.seconds)) if rung.spent is None else rung
        for rung in trial.rungs
    )
