"""The bench of curves: points on a plane, and two networks that adapt to them side by side."""

from pathlib import Path

from workbench.operations.playground.curve_tasks import FAMILIES
from workbench.operations.playground.pair_training import SHORT, PairPlan
from workbench.operations.playground.seen import seen_before, what_was_seen
from workbench.operations.playground.starts import SHIPPED_STARTS
from workbench.ui.controls.text import button, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.playground.curve_half import CurveHalf
from workbench.ui.playground.curves_model import CurvesModel
from workbench.ui.playground.pair_bench import PairBench
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import say, tr


class CurvesBench(PairBench[CurvesModel, CurveHalf]):
    """Shows points and curves in two halves, and what a person can do with them."""

    key = "curves"

    def __init__(
        self, theme: Theme, jobs: Jobs, *, plan: PairPlan = SHORT["curves"], shipped: Path = SHIPPED_STARTS
    ) -> None:
        super().__init__(theme, jobs)
        model = CurvesModel(jobs, self, plan, shipped)
        self.families = {family: button("") for family in FAMILIES}
        self.own = button("")
        self._attach(model, *(CurveHalf(theme, model, is_twin=is_twin) for is_twin in (False, True)))
        self._lay_out((*self.families.values(), self.own))
        for act in self.families.values():
            act.clicked.connect(self._draw)
        self.own.clicked.connect(model.clear)
        self.setFocusProxy(self.learner.plane)

    @classmethod
    def bench_name(cls) -> str:
        return tr("Curves")

    def speak(self) -> None:
        words = dict(zip(FAMILIES, (tr("A sine curve"), tr("A straight line"), tr("A sum of two")), strict=True))
        for family, act in self.families.items():
            act.setText(words[family])
            act.setAccessibleName(words[family])
        self.own.setText(tr("My own points"))
        self.own.setAccessibleName(self.own.text())
        set_tooltip(self.own, tr("Removes the curve and all points"))
        self.hint.setText(tr("Click to add a point, drag to move it, right-click to remove it."))
        set_tooltip(
            self.hint,
            tr("By keyboard: arrows move the cursor, Enter adds a point, Page Down chooses one, Delete removes it."),
        )
        self.step_title.setText(tr("Steps on these points"))
        self.moment_title.setText(tr("Curves learned from before"))
        super().speak()

    def _renew(self) -> None:
        model = self.model
        for family, act in self.families.items():
            act.setChecked(model.task is not None and model.task.family == family)
        self.own.setChecked(model.task is None and not model.is_loading)
        super()._renew()

    def _seen(self) -> str:
        model = self.model
        family = None if model.task is None else model.task.family
        seen = None if model.pair is None else what_was_seen(model.pair, model.shown_step, family)
        if seen is None:
            return tr("Put a point on either plane, and both adapt to it.")
        if model.known is None or family not in FAMILIES[1:] or not model.shown_step:
            return say(seen)
        return f"{say(seen)} {say(seen_before(model.known, model.shown_step))}"

    def _draw(self) -> None:
        (family,) = (family for family, act in self.families.items() if act is self.sender())
        self.model.draw(family)
