"""The bench of movement: a goal on a plane, and two networks that learn to walk there side by side."""

from pathlib import Path

from workbench.operations.playground.goals import GOAL_KINDS
from workbench.operations.playground.pair_training import SHORT, PairPlan
from workbench.operations.playground.starts import SHIPPED_STARTS
from workbench.operations.playground.walks_seen import what_walks_showed
from workbench.ui.controls.text import button, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.playground.pair_bench import PairBench
from workbench.ui.playground.walk_half import WalkHalf
from workbench.ui.playground.walks_model import WalksModel
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import say, tr


class MovementBench(PairBench[WalksModel, WalkHalf]):
    """Shows a goal and walks in two halves, and what a person can do with them."""

    key = "movement"

    def __init__(
        self, theme: Theme, jobs: Jobs, *, plan: PairPlan = SHORT["movement"], shipped: Path = SHIPPED_STARTS
    ) -> None:
        super().__init__(theme, jobs)
        model = WalksModel(jobs, self, plan, shipped)
        self.kinds = {kind: button("") for kind in GOAL_KINDS}
        self._attach(model, *(WalkHalf(theme, model, is_twin=is_twin) for is_twin in (False, True)))
        self._lay_out(tuple(self.kinds.values()))
        for act in self.kinds.values():
            act.clicked.connect(self._draw)
        self.setFocusProxy(self.learner.plane)

    @classmethod
    def bench_name(cls) -> str:
        return tr("Movement")

    def speak(self) -> None:
        words = dict(zip(GOAL_KINDS, (tr("A goal in the square"), tr("A goal far outside")), strict=True))
        for kind, act in self.kinds.items():
            act.setText(words[kind])
            act.setAccessibleName(words[kind])
        self.hint.setText(tr("Click or drag to put the goal somewhere else."))
        set_tooltip(self.hint, tr("By keyboard: arrows move the goal, with Shift further."))
        self.step_title.setText(tr("Updates, each from 20 walks"))
        self.moment_title.setText(tr("Goals learned from before"))
        super().speak()
        self.question.words.setText(tr("Whose walks will earn more after one update?"))

    def _renew(self) -> None:
        for kind, act in self.kinds.items():
            act.setChecked(self.model.kind == kind)
        super()._renew()

    def _seen(self) -> str:
        walked = self.model.walked
        return "" if walked is None else say(what_walks_showed(walked, self.model.shown_step))

    def _draw(self) -> None:
        (kind,) = (kind for kind, act in self.kinds.items() if act is self.sender())
        self.model.draw(kind)
