"""Train many runs on an engine: each comes into the project as it is trained, a minute of training at a time."""

from collections import deque
from collections.abc import Generator, Hashable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact
from workbench.operations.engines.choose_engine import EngineName, engine_of
from workbench.operations.engines.engine import Engine, Shared
from workbench.operations.engines.training_plan import TrainingPlan
from workbench.operations.features.choose_fit import choose_fit
from workbench.operations.progress import Cancelled, Reporter
from workbench.operations.runs.begin_run import begin_run
from workbench.operations.runs.listing import RunFacts, describe_run, describe_runs
from workbench.operations.runs.portable_material import PortableMaterial, material_key
from workbench.operations.runs.record import RunRecord
from workbench.operations.runs.run_settings import RunSettings
from workbench.operations.runs.segment import Segment, SegmentRequest
from workbench.operations.runs.training import versions_here
from workbench.operations.runs.training_data import run_settings
from workbench.store.models import RunState
from workbench.store.project import Project
from workbench.words import Message, marked, message

_OVER = {RunState.FINISHED.value, RunState.FAILED.value}
_PATIENCE = 0.2  # seconds between two looks, so that Cancel is heard


@dataclass(frozen=True)
class EngineChoice:
    """Which engine, as `engine_of` takes it."""

    name: EngineName = "local"
    workers: int = 1
    address: str | None = None
    device: str = "auto"


@dataclass(frozen=True)
class ManyTrained:
    """The runs of a plan in its order, how many of them were finished before, and those that failed, by number."""

    runs: tuple[RunFacts, ...]
    finished_before: int
    failed: tuple[int, ...]


def train_all(
    project: Project,
    plan: TrainingPlan,
    choice: EngineChoice,
    reporter: Reporter,
    *,
    resume: bool = False,
    checkpoint_seconds: float = 60.0,
) -> ManyTrained:
    """Train all runs of a plan; with `resume`, those begun before, by their settings, go on, and finished ones stay.

    Each run is saved whenever so many seconds of training are done. A run that fails says so in its notes, and the
    others go on. Raises UserError when a run of the plan cannot begin,
    before any does, and Cancelled when stopped, with what was trained so far saved.
    """
    plan.refuse_untrainable(project)
    jobs = _jobs(project, plan, choice, reporter)
    before = _begun_before(project, jobs) if resume else 0
    progress = _Progress(reporter, [job for job in jobs if not job.is_over])
    if progress.jobs:
        with engine_of(choice.name, choice.workers, choice.address, choice.device, reporter=progress) as engine:
            _Driver(project, engine, choice.device, progress, seconds=checkpoint_seconds).train()
    runs = [describe_run(project, job.record.id) for job in jobs if job.record is not None]
    failed = tuple(run.id for run in runs if run.state != RunState.FINISHED.value)
    return ManyTrained(tuple(runs), before, failed)


@dataclass(eq=False)
class _Job:
    """A run of the plan: its settings, what is to be noted, and its record once it has begun."""

    settings: RunSettings
    notes: tuple[Fact, ...] = ()
    record: RunRecord | None = None
    is_over: bool = False
    share: float = 0.0  # how much of it is trained


def _jobs(project: Project, plan: TrainingPlan, choice: EngineChoice, reporter: Reporter) -> list[_Job]:
    """Return the runs of the plan; what is common to all that leave it open is chosen once."""
    jobs = [_Job(run_settings(project, request)) for request in plan.requests]
    chosen = None
    for job, request in zip(jobs, plan.requests, strict=True):
        if request.fit is None:
            chosen = chosen or choose_fit(project, learning.choose_device(choice.device).name, reporter)
            job.settings, job.notes = replace(job.settings, fit=chosen.fit), chosen.notes
    return jobs


def _begun_before(project: Project, jobs: Sequence[_Job]) -> int:
    """Give each job the newest run of the same settings that no other has; return how many are finished."""
    left, finished = [run for run in describe_runs(project) if not run.given_up], 0
    for job in jobs:
        run = next((run for run in reversed(left) if _asked(run.settings) == _asked(job.settings)), None)
        if run is not None:
            left.remove(run)
            # One that diverged would do so again.
            job.record, job.is_over = RunRecord(project, run.id), run.state in _OVER
            finished += run.state == RunState.FINISHED.value
    return finished


def _asked(settings: RunSettings) -> RunSettings:
    """Return the settings without what only the images read determine, and without the device."""
    known = {"training_classes": 0, "images_digest": None, "training_way": None, "validation_way": None}
    return replace(settings, device="auto", **known)


class _Progress:
    """Reports how many runs are trained, also while one of this very process is."""

    def __init__(self, reporter: Reporter, jobs: Sequence[_Job]) -> None:
        self.jobs, self._reporter = jobs, reporter

    def report(self, share: float | None, text: Message) -> None:
        """Pass on what the engine says of the one run it trains. Raises Cancelled once asked to stop."""
        self._say(share or 0.0, marked("{done} of {total} trained. {now}"), now=text)

    def going_on(self, under_way: int) -> None:
        """Say how many runs are trained, and how many are being trained. Raises Cancelled once asked to stop."""
        self._say(0.0, marked("{done} of {total} trained, {now} under way"), now=under_way)

    def _say(self, more: float, text: str, *, now: Message | int) -> None:
        done, total = sum(job.is_over for job in self.jobs), len(self.jobs)
        share = min(1.0, (sum(job.share for job in self.jobs) + more) / total)
        self._reporter.report(share, message(text, done=done, total=total, now=now))


class _Driver:
    """The one that writes: it hands segments to an engine and puts what comes back into the project."""

    def __init__(self, project: Project, engine: Engine, device: str, progress: _Progress, *, seconds: float) -> None:
        self._project, self._engine, self._device, self._progress = project, engine, device, progress
        self._seconds = seconds  # of a segment
        self._shared: dict[Hashable, tuple[PortableMaterial, Shared]] = {}
        self._under_way: dict[Future[Segment], _Job] = {}

    def train(self) -> None:
        """Train all. Raises Cancelled when stopped; what was trained by then is saved."""
        # Those of the same images come after one another, so that few are held at a time.
        places = {key: place for place, key in enumerate(dict.fromkeys(map(_key, self._progress.jobs)))}
        waiting = deque(sorted(self._progress.jobs, key=lambda job: places[_key(job)]))
        with self._stopping():
            while waiting or self._under_way:
                while waiting and len(self._under_way) < self._engine.capacity:
                    self._submit(waiting.popleft())
                    self._progress.going_on(len(self._under_way))
                done, _ = wait(self._under_way, _PATIENCE, FIRST_COMPLETED)
                for future in done:
                    job = self._under_way[future]
                    self._take(job, future)
                    del self._under_way[future]
                    if not job.is_over:
                        waiting.appendleft(job)
                self._progress.going_on(len(self._under_way))

    def _submit(self, job: _Job) -> None:
        """Begin a run, or go on with it from where it was last saved."""
        material, shared = self._material(job)
        if job.record is None:
            job.settings = material.completed(job.settings)
            shown = learning.choose_device(self._device).shown
            job.record = begin_run(self._project, job.settings, versions=versions_here(), device=shown)
            for text in job.notes:
                job.record.note(text)
        facts, saved = job.record.facts(), job.record.saved()
        job.record.drop_measurements_after(saved.episode if saved else 0)
        request = SegmentRequest(facts.settings, saved, facts.settings.episodes, self._seconds, facts.seconds)
        self._under_way[self._engine.submit(shared, request)] = job

    def _take(self, job: _Job, future: Future[Segment]) -> None:
        if job.record is None:
            raise RuntimeError("a run that has not begun was trained")
        try:
            segment = future.result()
        except UserError as error:
            job.record.stop(error)
            job.is_over, job.share = True, 1.0
            return
        job.record.keep(segment)
        if segment.cancelled:
            raise Cancelled
        job.is_over = segment.finished or segment.failure is not None
        job.share = 1.0 if job.is_over else segment.episode / max(1, job.settings.episodes)

    def _material(self, job: _Job) -> tuple[PortableMaterial, Shared]:
        key = _key(job)
        if key not in self._shared:
            material = PortableMaterial.load(self._project, job.settings, self._device, self._progress)
            self._shared = {key: (material, self._engine.share(material))}
        return self._shared[key]

    @contextmanager
    def _stopping(self) -> Generator[None]:
        """Whatever ends this, no run stays behind as if it were still trained."""
        try:
            yield
        except BaseException:
            for job in self._progress.jobs:
                if job.record is not None and not job.is_over:
                    job.record.stop()
            raise


def _key(job: _Job) -> Any:
    return material_key(job.settings)
