"""What is tried on the bench of curves: points, the true curve, two networks, and what became of them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from workbench.operations.playground.adapted_pair import AdaptedPair, adapt_pair
from workbench.operations.playground.curve_tasks import FAMILIES, CurvePoint, CurveTask, draw_curve
from workbench.operations.playground.pair_training import PairPlan
from workbench.operations.playground.starts import StartPair
from workbench.ui.playground.pair_model import Adapting, PairModel
from workbench.ui.services.job_report import Report
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import tr

# Numbers of the first curve of each family: one as they usually are, and high enough to be seen.
_FIRST: tuple[int, ...] = (10, 100, 0)


class CurvesModel(PairModel):
    """Points that are put, moved and removed, of a curve that was drawn or of none."""

    def __init__(self, jobs: Jobs, parent: QObject, plan: PairPlan, shipped: Path) -> None:
        super().__init__(jobs, parent, plan, shipped)
        self.points: tuple[CurvePoint, ...] = ()
        self.selected: int | None = None
        self.task: CurveTask | None = None  # None: the points are the person's own.
        self.known: AdaptedPair | None = None  # what became of the newest curve of the family learned from
        self._numbers = dict(zip(FAMILIES, _FIRST, strict=True))  # of the next curve of each family

    def draw(self, family: str) -> None:
        """Draw another curve of a family, with points of it, and ask which of the two will be nearer."""
        work = partial(_draw, family, self._numbers[family])
        self._jobs.start(tr("Draw a curve"), work, owner=self, done=self._take_task, newest="curve")

    def clear(self) -> None:
        """Remove all points, and the true curve: the next ones are the person's own."""
        self.task, self.points, self.selected = None, (), None
        self._show_own()

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

    def _draw_first(self) -> None:
        self.draw(FAMILIES[0])

    def _adapting(self, start: StartPair) -> Adapting:
        truth = None if self.task is None else self.task.truth
        return partial(_adapted, start, self.points, truth)

    def _keep(self, pair: AdaptedPair) -> None:
        super()._keep(pair)
        if self.task is not None and self.task.family == FAMILIES[0]:
            self.known = pair

    def _take_task(self, task: CurveTask) -> None:
        self._numbers[task.family] = task.number + 1
        self.task, self.points, self.selected = task, task.points, None
        self._ask()


def _draw(family: str, number: int, report: Report) -> CurveTask:
    return draw_curve(family, number)


def _adapted(
    pair: StartPair, points: tuple[CurvePoint, ...], truth: tuple[float, ...] | None, report: Report
) -> AdaptedPair:
    return adapt_pair(pair, points, truth)
