"""A search replayed: the program's own decisions, with an engine that answers from records and a clock that it turns.

Heads, advice, which setting is next, who is given up, how long trainings are and which of the best is used are decided
by the code that a search runs. What differs: a training's accuracy after each ninth is the recorded one, whatever its
length and its options, as only one setting of each approach on a network was recorded; reading images and keeping
trainings (0.1 s to a second of a real one) takes no time.
"""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from math import inf
from types import TracebackType
from typing import Any, Self

from tests.benchmarks.searching.records import Kept, Recorded, RecordedTask
from workbench.learning.events import Event, TrainingStep, ValidationResult
from workbench.learning.paired import Difference, mean_with_interval
from workbench.operations.engines.engine import Shared
from workbench.operations.evaluation.differences import MeasuredAccuracy
from workbench.operations.features.episode_pool import class_ids_of
from workbench.operations.progress import Silent
from workbench.operations.runs.planning.cost_estimate import Cost
from workbench.operations.runs.portable_material import PortableMaterial
from workbench.operations.runs.saved_training import SavedTraining
from workbench.operations.runs.segment import Segment, SegmentRequest
from workbench.operations.runs.training import versions_here
from workbench.operations.search.advice import Advice, Asked, advise
from workbench.operations.search.budget import Budget
from workbench.operations.search.events import SearchEvent, TrialChanged
from workbench.operations.search.final_test import Contender, cheapest_of_the_best
from workbench.operations.search.heads import HEADS_STAGE, try_heads
from workbench.operations.search.pace import TrainingLength
from workbench.operations.search.past_tasks import PastTask
from workbench.operations.search.search_record import TrialFacts, begin_search
from workbench.operations.search.search_request import SearchRequest, completed_request
from workbench.operations.search.setting import LAST_RUNG, Setting
from workbench.operations.search.time_of_test import CONTENDERS
from workbench.operations.search.trainings import TRAININGS_STAGE, Trainings
from workbench.operations.search.trials import Trials
from workbench.store.models import Role
from workbench.store.project import Project

_ESTIMATE = 1.0  # seconds; half a second to five in a search
_SLOW = "resnet12"  # A step takes longer than there is time for.
_ENDLESS = 10**6  # episodes: only the pace is measured


@dataclass
class Clock:
    """The time of a replay, in seconds."""

    now: float = 0.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


@dataclass(frozen=True)
class Chosen:
    """What a search would use if it ended now: after so many seconds, what was recorded of it, its validation."""

    seconds: float
    kept: Kept
    accuracy: float


@dataclass
class Replayed:
    """A replayed search: what it would have used at each moment that this changed, by validation, and at its end."""

    moments: list[Chosen] = field(default_factory=list[Chosen])
    end: Kept | None = None


class TableEngine:
    """Answers segments from what was recorded of a task, and turns the clock by the time that they would have taken."""

    capacity = 1

    def __init__(self, task: RecordedTask, clock: Clock) -> None:
        self._task, self._clock = task, clock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def share(self, material: PortableMaterial) -> Shared:
        """Take nothing: the images of the replay are others."""
        return Shared(None)

    def submit(self, shared: Shared, request: SegmentRequest) -> Future[Segment]:
        """Answer at once."""
        future = Future[Segment]()
        future.set_result(self._segment(request))
        return future

    def _segment(self, request: SegmentRequest) -> Segment:
        settings = request.settings
        if settings.episodes == 0:
            head = self._task.head(settings.approach, settings.options)
            self._clock.now += head.seconds
            return _after(request, [ValidationResult(0, *head.validations[-1][1:], True)], 0, head.seconds)
        training = self._task.training(f"{settings.approach}@{settings.encoder}")
        if settings.episodes >= _ENDLESS:
            self._clock.now += request.seconds
            return _after(request, [], max(1, round(request.seconds * training.per_second)), request.seconds)
        return self._trained(request, training)

    def _trained(self, request: SegmentRequest, training: Recorded) -> Segment:
        """Train to the validation at `until`, or as far as there is time; between two validations nothing is new."""
        ninth, times = request.settings.episodes // LAST_RUNG, training.times(request.settings.episodes)
        done = 0 if request.start is None else request.start.episode // ninth
        ends, limit = max(done + 1, request.until // ninth), request.already + request.seconds
        best = max((row[1] for row in training.validations[:done]), default=-1.0)
        events: list[Event] = []
        while done < ends and times[done] <= limit:
            accuracy, interval = training.validations[done][1:]
            done += 1
            events.append(TrainingStep(done * ninth, 0.0, 0.0, request.settings.learning_rate, times[done - 1]))
            events.append(ValidationResult(done * ninth, accuracy, interval, accuracy > best))
            best = max(best, accuracy)
        seconds = times[done - 1] if done == ends else limit
        self._clock.now += seconds - request.already
        return _after(request, events, done * ninth, seconds)


class _RecordedTrials(Trials):
    """Trials of which it is recorded what they cost."""

    def __init__(self, task: RecordedTask, clock: Clock, *handed_on: Any, **named: Any) -> None:
        super().__init__(*handed_on, **named)
        self._task, self._clock = task, clock

    def estimate(self, setting: Setting) -> Cost:
        """Return what a training would cost, and take the time that an estimate does."""
        self._clock.now += _ESTIMATE
        if setting.encoder == _SLOW:
            return Cost(inf, 0, inf)
        training = self._task.training(setting.learner)
        return Cost(training.times(setting.episodes)[-1], 0, setting.episodes_per_step / training.per_second)


def replayed(
    project: Project,
    task: RecordedTask,
    request: SearchRequest,
    past: Sequence[PastTask] | None,
    *,
    among: Sequence[str] = (),
) -> Replayed:
    """Replay a search of a task in a project that has classes enough; `past` None: nothing advises it.

    It chooses among those that are recorded, or among others too: see `RecordedTask.training`.
    """
    clock = Clock()
    budget = Budget(request.seconds, clock=clock)
    clock.now += task.embedding
    request = completed_request(project, request)
    record = begin_search(project, request, {role: class_ids_of(project, role) for role in Role}, versions_here())
    found = Replayed()

    def on_event(event: SearchEvent) -> None:
        if isinstance(event, TrialChanged) and trials.known:
            _take_note(found, clock.now, task, trials.known)

    engine = TableEngine(task, clock)
    trials = _RecordedTrials(
        task,
        clock,
        record,
        request,
        engine,
        budget,
        Silent(),
        channels=3 if task.looks.colour else 1,
        on_event=on_event,
    )
    try_heads(trials)
    seconds = budget.of_a_training()
    asked = Asked(task.looks, request.way, request.shot, task.best_head, seconds)
    possible = tuple(among) or task.learners
    advice = Advice(possible)
    if past is not None:
        advice = advise(asked, past, possible, seconds=budget.for_trainings)
    Trainings(trials, advice, TrainingLength(trials, seconds)).train()
    found.end = _chosen(task, trials.known)
    return found


def kept_of(task: RecordedTask, trial: TrialFacts) -> Kept | None:
    """Return what was recorded of a trial as far as it came."""
    if trial.stage == HEADS_STAGE:
        return task.head(trial.setting.approach, trial.setting.options).kept[-1] if trial.rungs else None
    return task.training(trial.setting.learner).kept_after(len(trial.rungs))


def _take_note(found: Replayed, seconds: float, task: RecordedTask, known: Sequence[TrialFacts]) -> None:
    best = max(known, key=lambda trial: trial.accuracy or 0.0)
    kept, accuracy = kept_of(task, best), best.accuracy or 0.0
    if kept is not None and (not found.moments or found.moments[-1].accuracy < accuracy):
        found.moments.append(Chosen(seconds, kept, accuracy))


def _chosen(task: RecordedTask, known: Sequence[TrialFacts]) -> Kept:
    """Return what a search uses: of the best, on the same other episodes, the cheapest that is not clearly worse."""

    def accuracy(trial: TrialFacts) -> float:
        return trial.accuracy or 0.0

    head = max((trial for trial in known if trial.stage == HEADS_STAGE), key=accuracy)
    learned = [trial for trial in known if trial.stage == TRAININGS_STAGE and trial.rungs]
    best = [head, *sorted(learned, key=accuracy, reverse=True)[:CONTENDERS]]
    kept = {trial.number: found for trial in best if (found := kept_of(task, trial)) is not None}
    contenders = [Contender(trial.number, 0.0 if trial is head else trial.seconds) for trial in best]
    return kept[cheapest_of_the_best({number: _measured(one) for number, one in kept.items()}, contenders)]


def _measured(kept: Kept) -> MeasuredAccuracy:
    hits = tuple(float(ord(character) - ord("0")) for character in kept.choice)
    mean = mean_with_interval(hits)
    # Hits are as good as accuracies to compare by: all episodes have as many queries.
    return MeasuredAccuracy(Difference(mean.mean, mean.ci95), len(hits), hits, "the same", {})


def _after(request: SegmentRequest, events: Sequence[Event], episode: int, seconds: float) -> Segment:
    saved = SavedTraining(b"", {"episode": episode, "best_episode": episode}, b"")
    return Segment(tuple(events), saved, episode, seconds, episode >= request.settings.episodes, None)
