"""Several trainings in turn: when the desk has ended one the next begins, whatever page is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.operations.train_wish import TrainWish
from workbench.ui.training_desk import Stage, TrainingDesk
from workbench.words import Message

_ENDED = (Stage.FINISHED, Stage.FAILED, Stage.IDLE)


@dataclass(frozen=True)
class Missed:
    """A training that came to nothing, and why."""

    approach: str
    why: Message


class TrainingQueue(QObject):
    """Hands the desk one wish after another; `runs` are those that were finished, `missed` what could not be.

    Pausing the desk pauses the queue with it, and stopping the desk ends it. It is not stored: what has not begun when
    the program is closed is forgotten.
    """

    changed = Signal()
    completed = Signal()  # Every training has had its turn.

    def __init__(self, desk: TrainingDesk) -> None:
        super().__init__()
        self._desk = desk
        self._before = desk.stage
        self._skipping = False
        self.wishes: tuple[TrainWish, ...] = ()
        self.place = 0  # The wish whose turn it is.
        self.runs: tuple[int, ...] = ()
        self.missed: tuple[Missed, ...] = ()
        self.is_under_way = False
        # Everybody hears how a training ended before the next begins.
        self._clock = QTimer(self, interval=0, singleShot=True)
        self._clock.timeout.connect(self._go_on)
        desk.state_changed.connect(self._on_stage)

    @property
    def current(self) -> TrainWish | None:
        """The wish whose turn it is, None where there is none."""
        return self.wishes[self.place] if self.is_under_way and self.place < len(self.wishes) else None

    @property
    def can_skip(self) -> bool:
        """Whether the training under way can be left out now."""
        return self.current is not None and self._desk.stage in (Stage.STARTING, Stage.TRAINING, Stage.PAUSED)

    def start(self, wishes: Sequence[TrainWish]) -> None:
        """Train all of them, one after another, unless something is being trained."""
        if self.is_under_way or self._desk.is_busy or not wishes:
            return
        self.wishes, self.place, self.runs, self.missed = tuple(wishes), 0, (), ()
        self.is_under_way = True
        self._go_on()

    def skip(self) -> None:
        """End the training under way, whose run stays as it is, and begin the next."""
        if self.can_skip:
            self._skipping = True
            self._desk.stop()

    def forget_missed(self) -> None:
        """Say no more of what could not be trained."""
        self.missed = ()
        self.changed.emit()

    def _on_stage(self) -> None:
        before, self._before = self._before, self._desk.stage
        if not self.is_under_way or self._before is before or self._before not in _ENDED:
            return
        wish = self.wishes[self.place]
        if self._before is Stage.FINISHED and self._desk.outcome is not None:
            self.runs = (*self.runs, self._desk.outcome.id)
        if self._before is Stage.FAILED and self._desk.trouble is not None:
            self.missed = (*self.missed, Missed(wish.approach, self._desk.trouble))
        self.place += 1
        if self._goes_on(before):
            self._clock.start()
        else:
            self._end()
        self._skipping = False
        self.changed.emit()

    def _goes_on(self, before: Stage) -> bool:
        if self._skipping:
            return True
        # One that was asked to pause and had just been done pauses nothing; one that was asked to stop ends all.
        return self._before is not Stage.IDLE and (before is Stage.PAUSING or not self._desk.interrupted)

    def _go_on(self) -> None:
        wish = self.current
        if wish is not None:
            self._desk.start(wish)
            self.changed.emit()
        elif self.is_under_way:
            self._desk.trained_together = self.runs
            self._end()
            self.completed.emit()

    def _end(self) -> None:
        self.is_under_way = False
        self.changed.emit()
