"""What every bench tries out: a learner and its twin, from which start, after which step, and a guess before."""

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workbench.errors import UserError
from workbench.operations.playground.adapted_pair import AdaptedPair
from workbench.operations.playground.pair_kinds import PAIR_KINDS
from workbench.operations.playground.pair_training import PairPlan, train_pair
from workbench.operations.playground.seen import Side, nearer
from workbench.operations.playground.starts import StartPair, read_starts
from workbench.ui.services.job import Job
from workbench.ui.services.job_report import Report
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import tr
from workbench.words import Message

_LANE = "playground"

Adapting = Callable[[Report], AdaptedPair]


class PairModel(QObject):
    """Adapts both networks whenever a task or the starts change, one adapting after another, the newest last.

    A bench of its own says which task comes first, and how both are adapted to the one that there is.
    """

    changed = Signal()  # Anything.

    def __init__(self, jobs: Jobs, parent: QObject, plan: PairPlan, shipped: Path) -> None:
        super().__init__(parent)
        self._jobs, self._plan, self._folder = jobs, plan, shipped
        self.shipped: tuple[StartPair, ...] = ()
        self.own: tuple[StartPair, ...] = ()  # trained here
        self.is_own = False  # whether those trained here are in use
        self.moment = 0  # which of the starts in use
        self.most_steps = PAIR_KINDS[plan.problem].steps
        self.step = 0
        self.is_asking = False  # whether the answer is hidden until the person has guessed
        self.guess: Side | None = None
        self.found: Side | None = None  # which was nearer when the person guessed
        self.pair: AdaptedPair | None = None
        self.refusal: Message | None = None  # why the shipped starts cannot be used
        self.training: Job | None = None
        self._has_begun = self._is_adapting = self._is_due = False

    @abstractmethod
    def _draw_first(self) -> None:
        """Draw the first task; quick itself."""

    @abstractmethod
    def _adapting(self, start: StartPair) -> Adapting:
        """Return what adapts both to the task that there is now."""

    def _keep(self, pair: AdaptedPair) -> None:
        """Take what became of the newest task."""
        self.pair = pair

    @property
    def starts(self) -> tuple[StartPair, ...]:
        """The starts in use, those of the fewest tasks first."""
        return self.own if self.is_own else self.shipped

    @property
    def shown_step(self) -> int:
        """The step that is shown: none while the answer is hidden, or as long as there is nothing to adapt to."""
        return self.step if self.can_adapt and not self.is_asking else 0

    @property
    def wanted_step(self) -> int:
        """The step that the person wants to see, which may still be under way."""
        return self.shown_step

    @property
    def can_adapt(self) -> bool:
        """Whether there is anything to adapt to, and it was."""
        return self.pair is not None and len(self.pair.learner) > 1

    @property
    def is_loading(self) -> bool:
        """Whether nothing can be shown yet because the networks are being loaded."""
        return self._has_begun and self.pair is None and self.refusal is None

    def begin(self) -> None:
        """Read the shipped starts and draw the first task, once."""
        if not self._has_begun:
            self._has_begun = True
            work, name = partial(_read, self._plan.problem, self._folder), tr("Load the playground")
            self._jobs.start(name, work, owner=self, done=self._take_shipped, failed=self._take_refusal)
            self._draw_first()

    def take_guess(self, guess: Side) -> None:
        """Take which of the two the person thinks will be nearer, or neither, and show it after one step."""
        if self.pair is not None and self.can_adapt:
            self.guess, self.found = guess, nearer(self.pair, 1)
            self.is_asking, self.step = False, 1
            self.changed.emit()

    @property
    def is_right(self) -> bool | None:
        """Whether the person guessed right; None where both were alike or nobody guessed."""
        if self.guess in {None, Side.NEITHER} or self.found is Side.NEITHER:
            return None
        return self.found is self.guess

    def go_to_step(self, step: int) -> None:
        """Show both after so many steps."""
        self.step = min(max(0, step), self.most_steps)
        self.changed.emit()

    def go_to_moment(self, moment: int) -> None:
        """Let both begin as they were at another moment of learning."""
        if moment != self.moment and 0 <= moment < len(self.starts):
            self.moment, self.guess = moment, None
            self._adapt()

    def use(self, *, own: bool) -> None:
        """Use the starts trained here, or those that were shipped."""
        self.is_own = own and bool(self.own)
        self.moment, self.guess = max(0, len(self.starts) - 1), None
        self._adapt()

    def train(self) -> None:
        """Train both here, anew; the starts grow as it goes."""
        if self.training is None:
            if self.is_own:
                self.use(own=False)
            self.own = ()
            work = partial(_train, self._plan)
            self.training = self._jobs.start(
                _training_title, work, owner=self, done=self._end_training, failed=self._end_training, lane=_LANE,
                on_events=self._take_own,
            )  # fmt: skip
            self.changed.emit()

    def stop_training(self) -> None:
        """Stop it; what was learned until then stays."""
        if self.training is not None:
            self.training.cancel()
            self.changed.emit()

    def _take_shipped(self, starts: tuple[StartPair, ...]) -> None:
        self.shipped = starts
        if not self.is_own:
            self.use(own=False)

    def _take_refusal(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refusal = error.text
            self.changed.emit()

    def _take_own(self, pairs: list[StartPair]) -> None:
        was_last = not self.is_own or self.moment == len(self.own) - 1
        self.own = (*self.own, *pairs)
        if was_last:
            self.use(own=True)
        else:
            self.changed.emit()

    def _end_training(self, result: object) -> None:
        self.training = None
        self.changed.emit()

    def _ask(self) -> None:
        """Adapt to a task that is new, and hide what becomes of it until the person has guessed."""
        self.step, self.is_asking, self.guess = 0, True, None
        self._adapt()

    def _show_own(self) -> None:
        """Adapt to what is the person's own, with nothing to guess."""
        self.is_asking, self.guess = False, None
        self.step = max(1, self.step)
        self._adapt()

    def _adapt(self) -> None:
        """Adapt anew; while an adapting is under way, after it, so that a drag shows what it passes."""
        self.changed.emit()
        if self._is_adapting or not self.starts:
            self._is_due = True
            return
        self._is_adapting, self._is_due = True, False
        work = self._adapting(self.starts[self.moment])
        self._jobs.start(
            tr("Adapt"), work, owner=self, done=self._take_pair, failed=self._end_adapting, on_events=self._take_parts
        )  # fmt: skip

    def _take_parts(self, pairs: list[AdaptedPair]) -> None:
        """Take what an adapting that takes long sends before it has taken all steps."""
        if pairs:
            self._keep(pairs[-1])
            self.changed.emit()

    def _take_pair(self, pair: AdaptedPair) -> None:
        self._keep(pair)
        self._end_adapting()

    def _end_adapting(self, error: Exception | None = None) -> None:
        self._is_adapting = False
        if error is not None:
            self._take_refusal(error)
        elif self._is_due:
            self._adapt()
        self.changed.emit()


def _training_title() -> str:
    return tr("Train the playground's networks")


def _read(problem: str, folder: Path, report: Report) -> tuple[StartPair, ...]:
    return read_starts(problem, folder)


def _train(plan: PairPlan, report: Report) -> None:
    train_pair(plan, report, report.send)
