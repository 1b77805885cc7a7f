"""A queue of trainings: when one has ended the next starts, whatever page is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.services.training_controller import TrainingController
from workbench.ui.services.training_stage import Stage
from workbench.words import Message

_ENDED = (Stage.FINISHED, Stage.FAILED, Stage.IDLE)


@dataclass(frozen=True)
class Missed:
    """A training that could not be carried out, and why."""

    approach: str
    why: Message


class TrainingQueue(QObject):
    """Starts one request after another in the controller; `runs` are the finished ones, `missed` the failed ones.

    Pausing the training pauses the queue with it, and stopping the training ends it. It is not stored: trainings that
    have not started when the program is closed are forgotten.
    """

    changed = Signal()
    completed = Signal()  # All trainings have been tried.

    def __init__(self, controller: TrainingController) -> None:
        super().__init__()
        self._controller = controller
        self._before = controller.stage
        self._skipping = False
        self.requests: tuple[TrainingRequest, ...] = ()
        self.index = 0  # The index of the current request.
        self.runs: tuple[int, ...] = ()
        self.missed: tuple[Missed, ...] = ()
        self.is_under_way = False
        # Everything that listens learns how a training ended before the next starts.
        self._clock = QTimer(self, interval=0, singleShot=True)
        self._clock.timeout.connect(self._go_on)
        controller.state_changed.connect(self._on_stage)

    @property
    def current(self) -> TrainingRequest | None:
        """The current request, None where there is none."""
        return self.requests[self.index] if self.is_under_way and self.index < len(self.requests) else None

    @property
    def can_skip(self) -> bool:
        """Whether the training under way can be left out now."""
        return self.current is not None and self._controller.stage in (Stage.STARTING, Stage.TRAINING, Stage.PAUSED)

    def start(self, requests: Sequence[TrainingRequest]) -> None:
        """Train all of them, one after another, unless something is being trained."""
        if self.is_under_way or self._controller.is_busy or not requests:
            return
        self.requests, self.index, self.runs, self.missed = tuple(requests), 0, (), ()
        self.is_under_way = True
        self._go_on()

    def skip(self) -> None:
        """End the training under way, whose run stays as it is, and begin the next."""
        if self.can_skip:
            self._skipping = True
            self._controller.stop()

    def forget_missed(self) -> None:
        """Forget the trainings that could not be carried out."""
        self.missed = ()
        self.changed.emit()

    def _on_stage(self) -> None:
        before, self._before = self._before, self._controller.stage
        if not self.is_under_way or self._before is before or self._before not in _ENDED:
            return
        request = self.requests[self.index]
        if self._before is Stage.FINISHED and self._controller.outcome is not None:
            self.runs = (*self.runs, self._controller.outcome.id)
        if self._before is Stage.FAILED and self._controller.trouble is not None:
            self.missed = (*self.missed, Missed(request.approach, self._controller.trouble))
        self.index += 1
        if self._goes_on(before):
            self._clock.start()
        else:
            self._end()
        self._skipping = False
        self.changed.emit()

    def _goes_on(self, before: Stage) -> bool:
        if self._skipping:
            return True
        # A pause that comes just after a training has finished pauses nothing; a stop ends the whole queue.
        return self._before is not Stage.IDLE and (before is Stage.PAUSING or not self._controller.interrupted)

    def _go_on(self) -> None:
        request = self.current
        if request is not None:
            self._controller.start(request)
            self.changed.emit()
        elif self.is_under_way:
            self._controller.trained_together = self.runs
            self._end()
            self.completed.emit()

    def _end(self) -> None:
        self.is_under_way = False
        self.changed.emit()
