"""What is tried on the bench of curves: points, the true curve, two networks, and what became of them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workbench.errors import UserError
from workbench.operations.playground.adapted_pair import MOST_STEPS, AdaptedPair, adapt_pair
from workbench.operations.playground.curve_tasks import FAMILIES, CurvePoint, CurveTask, draw_curve
from workbench.operations.playground.pair_training import PairPlan, train_pair
from workbench.operations.playground.seen import Side, nearer
from workbench.operations.playground.starts import StartPair, read_starts
from workbench.ui.services.job import Job
from workbench.ui.services.job_report import Report
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import tr
from workbench.words import Message

_LANE = "playground"
# Numbers of the first curve of each family: one as they usually are, and high enough to be seen.
_FIRST: tuple[int, ...] = (10, 100, 0)


class CurvesModel(QObject):
    """Adapts both networks whenever the points or the starts change, one adapting after another, the newest last."""

    changed = Signal()  # Anything.

    def __init__(self, jobs: Jobs, parent: QObject, plan: PairPlan, shipped: Path) -> None:
        super().__init__(parent)
        self._jobs, self._plan, self._folder = jobs, plan, shipped
        self.points: tuple[CurvePoint, ...] = ()
        self.selected: int | None = None
        self.task: CurveTask | None = None  # None: the points are the person's own.
        self.shipped: tuple[StartPair, ...] = ()
        self.own: tuple[StartPair, ...] = ()  # trained here
        self.is_own = False  # whether those trained here are in use
        self.moment = 0  # which of the starts in use
        self.step = 0
        self.is_asking = False  # whether the answer is hidden until the person has guessed
        self.guess: Side | None = None
        self.found: Side | None = None  # which was nearer when the person guessed
        self.pair: AdaptedPair | None = None
        self.known: AdaptedPair | None = None  # what became of the newest curve of the family learned from
        self.refusal: Message | None = None  # why the shipped starts cannot be used
        self.training: Job | None = None
        self._numbers = dict(zip(FAMILIES, _FIRST, strict=True))  # of the next curve of each family
        self._has_begun = self._is_adapting = self._is_due = False

    @property
    def starts(self) -> tuple[StartPair, ...]:
        """The starts in use, those of the fewest tasks first."""
        return self.own if self.is_own else self.shipped

    @property
    def shown_step(self) -> int:
        """The step that is shown: none while the answer is hidden, or as long as there is no point."""
        return self.step if self.can_adapt and not self.is_asking else 0

    @property
    def can_adapt(self) -> bool:
        """Whether there is anything to adapt to, and it was."""
        return self.pair is not None and len(self.pair.learner) > 1

    @property
    def is_loading(self) -> bool:
        """Whether nothing can be shown yet because the networks are being loaded."""
        return self._has_begun and self.pair is None and self.refusal is None

    def begin(self) -> None:
        """Read the shipped starts and draw the first curve, once."""
        if not self._has_begun:
            self._has_begun = True
            work, name = partial(_read, self._plan.problem, self._folder), tr("Load the playground")
            self._jobs.start(name, work, owner=self, done=self._take_shipped, failed=self._take_refusal)
            self.draw(FAMILIES[0])

    def draw(self, family: str) -> None:
        """Draw another curve of a family, with points of it, and ask which of the two will be nearer."""
        work = partial(_draw, family, self._numbers[family])
        self._jobs.start(tr("Draw a curve"), work, owner=self, done=self._take_task, newest="curve")

    def clear(self) -> None:
        """Remove all points, and the true curve: the next ones are the person's own."""
        self.task, self.points, self.selected = None, (), None
        self.is_asking, self.guess = False, None
        self.step = max(1, self.step)
        self._adapt()

    def add(self, across: float, up: float) -> None:
        """Add a point."""
        self.points, self.selected = (*self.points, CurvePoint(float(across), float(up))), len(self.points)
        self._adapt()

    def move(self, number: int, across: float, up: float) -> None:
        """Move a point."""
        if number < len(self.points):
            before, after = self.points[:number], self.points[number + 1 :]
            self.points = (*before, CurvePoint(across, up), *after)
            self._adapt()

    def remove(self, number: int) -> None:
        """Remove a point."""
        self.points, self.selected = self.points[:number] + self.points[number + 1 :], None
        self._adapt()

    def select(self, number: int | None) -> None:
        """Choose a point, or none."""
        self.selected = number
        self.changed.emit()

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
        self.step = min(max(0, step), MOST_STEPS)
        self.changed.emit()

    def go_to_moment(self, moment: int) -> None:
        """Let both begin as they were at another moment of learning."""
        if moment != self.moment and 0 <= moment < len(self.starts):
            self.moment = moment
            self._adapt()

    def use(self, *, own: bool) -> None:
        """Use the starts trained here, or those that were shipped."""
        self.is_own = own and bool(self.own)
        self.moment = max(0, len(self.starts) - 1)
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

    def _take_task(self, task: CurveTask) -> None:
        self._numbers[task.family] = task.number + 1
        self.task, self.points, self.selected = task, task.points, None
        self.step, self.is_asking, self.guess = 0, True, None
        self._adapt()

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

    def _adapt(self) -> None:
        """Adapt anew; while an adapting is under way, after it, so that a drag shows what it passes."""
        self.changed.emit()
        if self._is_adapting or not self.starts:
            self._is_due = True
            return
        self._is_adapting, self._is_due = True, False
        truth = None if self.task is None else self.task.truth
        work = partial(_adapted, self.starts[self.moment], self.points, truth)
        self._jobs.start(tr("Adapt"), work, owner=self, done=self._take_pair, failed=self._end_adapting)

    def _take_pair(self, pair: AdaptedPair) -> None:
        self.pair = pair
        if self.task is not None and self.task.family == FAMILIES[0]:
            self.known = pair
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


def _draw(family: str, number: int, report: Report) -> CurveTask:
    return draw_curve(family, number)


def _adapted(
    pair: StartPair, points: tuple[CurvePoint, ...], truth: tuple[float, ...] | None, report: Report
) -> AdaptedPair:
    return adapt_pair(pair, points, truth)


def _train(plan: PairPlan, report: Report) -> None:
    train_pair(plan, report, report.send)
