"""A segment of a meta-training: from its beginning or a checkpoint to an episode, wherever it is computed.

It needs no project: arrays go in, a checkpoint and measurements come out, and whoever asked for it writes them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, reason_of
from workbench.learning.events import Event, RunNote, TrainingStep, ValidationProgress, ValidationResult
from workbench.machine_errors import machine_error
from workbench.operations.progress import Cancelled, Reporter
from workbench.operations.runs.portable_material import PortableMaterial
from workbench.operations.runs.run_settings import RunSettings
from workbench.operations.runs.saved_training import SavedTraining, finished_training, restore_saved, saved_training
from workbench.operations.runs.training_data import Drawn
from workbench.operations.runs.training_request import fresh_training, plan_of
from workbench.store.models import RunState
from workbench.words import Decimal, Message, marked, message

if TYPE_CHECKING:
    from workbench.learning.training import Training

_DIVERGED = "run.diverged"


@dataclass(frozen=True)
class SegmentRequest:
    """A segment of the training of a run with these settings, which are complete.

    It ends right after the first validation at or after episode `until`, or at the plan's end; where nothing validates,
    after that episode. It also ends at the first step after so many `seconds`. `already` is the training time before.
    Where it is `timing`, only how fast it is matters, and its number of episodes means nothing to a person.
    """

    settings: RunSettings
    start: SavedTraining | None  # None: the beginning
    until: int
    seconds: float = inf
    already: float = 0.0
    timing: bool = False


@dataclass(frozen=True)
class Segment:
    """What a segment brought: its events without progress, and the training as it is now.

    `seconds` is the training time so far. Of one that failed, `saved` is the last state to go on from.
    """

    events: tuple[Event, ...]
    saved: SavedTraining
    episode: int
    seconds: float
    finished: bool
    failure: Fact | None
    cancelled: bool = False  # The reporter asked to stop.
    device: str | None = None  # what people call it

    @property
    def state(self) -> RunState:
        """The state that it leaves the run in."""
        if self.failure is not None:
            return RunState.FAILED if self.failure.code == _DIVERGED else RunState.STOPPED
        if self.cancelled:
            return RunState.STOPPED
        return RunState.FINISHED if self.finished else RunState.RUNNING


def train_segment(
    material: PortableMaterial,
    request: SegmentRequest,
    device: str,
    reporter: Reporter,
    on_event: Callable[[Event], None] | None = None,
) -> Segment:
    """Train a segment; a run trained in segments has the very weights of one trained in one go.

    `on_event` is called with its events, on the same thread. Cancel ends it early. Raises UserError where no episode
    can be drawn, or the start does not fit the settings; what goes wrong later is the segment's failure.
    """
    drawn = material.drawn(request.settings, device)
    training = fresh_training(request.settings, drawn.sampler, plan_of(request.settings))
    if request.start is not None:
        restore_saved(training, request.start)
    training.seconds = request.already
    course = _Course(training, request, drawn)
    try:
        for event in course.events():
            course.take(event)
            if on_event is not None:
                on_event(event)
            reporter.report(*_progress(training, event, timing=request.timing))
    except Cancelled:
        return course.so_far(cancelled=True)
    except UserError as error:
        return course.failed(error)
    except (MemoryError, RuntimeError) as error:
        of_the_machine = machine_error(error)
        if of_the_machine is None:
            raise
        return course.failed(of_the_machine)
    return course.so_far()


class _Course:
    """A segment under way: the training, what it said, and the newest state that can be gone on from."""

    def __init__(self, training: "Training", request: SegmentRequest, drawn: Drawn) -> None:
        self._training, self._request, self._drawn = training, request, drawn
        self._taken: list[Event] = []
        self._saved = request.start or saved_training(training)
        self._best = self._saved.best
        self._is_saved = True  # The training is as it was saved.
        self._is_over = False

    def events(self) -> Iterator[Event]:
        """Yield the notes of a training that begins, and its events to the end of the segment."""
        if self._request.start is None:
            yield from map(RunNote, self._drawn.notes)
        if self._reached():
            return
        for event in learning.train(self._training, self._drawn.sampler, self._drawn.validation):
            yield event
            if self._ends_after(event):
                return
        self._is_over = True

    def take(self, event: Event) -> None:
        """Keep an event, and the state of the training where it is the best so far."""
        if not isinstance(event, ValidationProgress):
            self._taken.append(event)
        if isinstance(event, TrainingStep | ValidationResult):
            self._is_saved = isinstance(event, ValidationResult) and event.best
        if self._is_saved and isinstance(event, ValidationResult):
            self._saved = saved_training(self._training, best=True)
            self._best = self._saved.best

    def so_far(self, *, cancelled: bool = False) -> Segment:
        """Return the segment as it ended."""
        if self._is_over and not cancelled:
            return self._segment(finished_training(self._training, self._best), finished=True)
        if self._is_saved:
            return self._segment(self._saved, cancelled=cancelled)
        return self._segment(replace(saved_training(self._training), best=self._best), cancelled=cancelled)

    def failed(self, error: UserError) -> Segment:
        """Return the segment that failed; the weights that led there are no good, those saved before are the last."""
        return self._segment(self._saved, failure=reason_of(error))

    def _segment(
        self, saved: SavedTraining, *, finished: bool = False, failure: Fact | None = None, cancelled: bool = False
    ) -> Segment:
        return Segment(
            tuple(self._taken), saved, saved.episode, self._training.seconds, finished, failure, cancelled,
            self._drawn.device.shown,
        )  # fmt: skip

    def _ends_after(self, event: Event) -> bool:
        """Whether the segment ends with an event, though the training may not."""
        training, validates = self._training, self._drawn.validation is not None
        if training.finished and not (validates and isinstance(event, TrainingStep)):
            return False  # It ends by itself, and says so.
        if isinstance(event, TrainingStep) and training.seconds - self._request.already >= self._request.seconds:
            return True
        return isinstance(event, TrainingStep | ValidationResult) and self._reached()

    def _reached(self) -> bool:
        """Whether the training has come to where the segment is to end."""
        training = self._training
        done = training.episode if self._drawn.validation is None else training.validated_at
        return done >= self._request.until and training.episode > 0


def _progress(training: "Training", event: Event, *, timing: bool) -> tuple[float | None, Message]:
    if timing:
        return None, Message(marked("Timing a training step"))
    return share_trained(training), training_progress(training, event)


def share_trained(training: "Training") -> float:
    """Return how much of a training is done, 0 to 1."""
    return training.episode / training.plan.episodes if training.plan.episodes else 1.0


def training_progress(training: "Training", event: Event) -> Message:
    """Say how far a training is."""
    episode, total = training.episode, training.plan.episodes
    if not total:
        share = event.share if isinstance(event, ValidationProgress) else 1.0
        return message(marked("Validation {share} % done"), share=Decimal(100 * share, 0))
    if isinstance(event, ValidationProgress):
        text = marked("Episode {episode} of {total}, validation {share} % done")
        return message(text, episode=episode, total=total, share=Decimal(100 * event.share, 0))
    if training.validated_at < 0:
        return message(marked("Episode {episode} of {total}"), episode=episode, total=total)
    if training.approach.shape.objective is not learning.CLASSIFICATION:
        text = marked("Episode {episode} of {total}, best {best} at {at}")
        best = Decimal(training.best_accuracy, 3)
        return message(text, episode=episode, total=total, best=best, at=training.best_episode)
    text = marked("Episode {episode} of {total}, best {best} % at {at}")
    best = Decimal(100 * training.best_accuracy)
    return message(text, episode=episode, total=total, best=best, at=training.best_episode)
