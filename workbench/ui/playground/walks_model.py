"""What is tried on the bench of movement: a goal, two networks, and how they walk there."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from workbench.operations.playground.goals import GOAL_KINDS, INSIDE, Goal, draw_goal
from workbench.operations.playground.pair_training import PairPlan
from workbench.operations.playground.starts import StartPair
from workbench.operations.playground.walked_pair import WalkedPair, walk_pair
from workbench.ui.playground.pair_model import Adapting, PairModel
from workbench.ui.services.job_report import Report
from workbench.ui.services.jobs import Jobs


class WalksModel(PairModel):
    """A goal that was drawn, or put by the person; the walks before the first update are there before the others."""

    def __init__(self, jobs: Jobs, parent: QObject, plan: PairPlan, shipped: Path) -> None:
        super().__init__(jobs, parent, plan, shipped)
        self.kind: str | None = None  # None: the goal is the person's own.
        self.goal: Goal | None = None
        self._numbers = dict.fromkeys(GOAL_KINDS, 0)  # of the next goal of each kind

    @property
    def walked(self) -> WalkedPair | None:
        """What became of the goal, as far as it is known."""
        return self.pair if isinstance(self.pair, WalkedPair) else None

    @property
    def can_adapt(self) -> bool:
        return super().can_adapt or (self.pair is not None and not self.is_asking)

    @property
    def wanted_step(self) -> int:
        return self.step if self.can_adapt and not self.is_asking else 0

    @property
    def shown_step(self) -> int:
        return 0 if self.pair is None else min(self.wanted_step, len(self.pair.learner) - 1)

    def draw(self, kind: str) -> None:
        """Draw another goal of a kind, and ask which of the two will be nearer."""
        self.kind, self.goal = kind, draw_goal(kind, self._numbers[kind])
        self._numbers[kind] += 1
        self._ask()

    def place(self, across: float, up: float) -> None:
        """Put the goal somewhere else."""
        goal = Goal(across, up)
        if goal != self.goal:
            self.kind, self.goal = None, goal
            self._adapt()

    def _draw_first(self) -> None:
        self.draw(INSIDE)

    def _adapting(self, start: StartPair) -> Adapting:
        return partial(_walked, start, self.goal or Goal(0.0, 0.0))


def _walked(start: StartPair, goal: Goal, report: Report) -> WalkedPair:
    pairs = walk_pair(start, goal)
    pair = next(pairs)
    for more in pairs:
        report.send(pair)
        pair = more
    return pair
