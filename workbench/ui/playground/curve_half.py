"""One half of the bench of curves: a network's name, its error, the plane, and what the steps do to it."""

from collections.abc import Sequence
from math import isfinite

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from workbench.operations.playground.adapted_pair import AdaptedPair, AdaptedStep
from workbench.ui.controls.text import Elided, label
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import MEDIUM, SMALL, TINY
from workbench.ui.playground.adapting_picture import AdaptingPicture, AdaptingView, error_shown
from workbench.ui.playground.curve_plane import CurvePlane, PlaneView
from workbench.ui.playground.curves_model import CurvesModel
from workbench.ui.services.translation import tr


class CurveHalf(QFrame):
    """Shows the learner or its twin, as the model has them."""

    def __init__(self, theme: Theme, model: CurvesModel, *, is_twin: bool) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._model, self._is_twin = model, is_twin
        color = "warn" if is_twin else "accent"
        self.title, self.subtitle = label("", "section"), Elided("", "muted", cut=Qt.TextElideMode.ElideRight)
        self.error, self.error_words = label("", "title"), label("", "muted")
        self.plane, self.picture = CurvePlane(theme, color), AdaptingPicture(theme, color)
        self._lay_out()
        self.plane.added.connect(model.add)
        self.plane.moved.connect(model.move)
        self.plane.removed.connect(model.remove)
        self.plane.selected.connect(model.select)

    def speak(self) -> None:
        """Say everything in the language that the window speaks now."""
        if self._is_twin:
            self.title.setText(tr("Its twin"))
            self.subtitle.setText(tr("The same network, which learned all curves at once"))
        else:
            self.title.setText(tr("The learner"))
            self.subtitle.setText(tr("Learned to learn (MAML): its start was made so that one step leads far"))
        self.plane.speak(tr("Plane of: {title}", title=self.title.text()))
        self.picture.speak()
        self.renew()

    def renew(self) -> None:
        """Show what the model has now."""
        model, steps = self._model, self._steps(self._model.pair)
        step = model.shown_step
        now = steps[step] if steps else None
        start = steps[0].outputs if steps else None
        truth = None if model.task is None else model.task.truth
        outputs = None if now is None or step == 0 else now.outputs
        self.plane.show_view(PlaneView(model.points, model.selected, truth, start, outputs))
        error = None if now is None else now.loss if truth is None else now.error
        self.error.setText("" if error is None or model.is_asking else error_shown(error))
        words = tr("mean squared error") if truth is not None else tr("mean squared error at the points")
        self.error_words.setText(words if self.error.text() else "")
        self.picture.show_view(_adapting(model, steps, step))

    def _steps(self, pair: AdaptedPair | None) -> Sequence[AdaptedStep]:
        if pair is None:
            return ()
        return pair.twin if self._is_twin else pair.learner

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(TINY)
        for left, right in ((self.title, self.error), (self.subtitle, self.error_words)):
            row = QHBoxLayout()
            row.addWidget(left, 1)
            row.addWidget(right)
            column.addLayout(row)
        self.error.setMinimumHeight(self.error.fontMetrics().height())
        column.addWidget(self.plane, 1)
        column.addWidget(self.picture)


def _adapting(model: CurvesModel, steps: Sequence[AdaptedStep], step: int) -> AdaptingView:
    if not steps or model.pair is None or model.is_asking or steps[0].loss is None:
        return AdaptingView()
    both = (*model.pair.learner, *model.pair.twin)
    losses = [each.loss for each in both if each.loss is not None and isfinite(each.loss)]
    moved = [share for each in both for share in each.moved if isfinite(share)]
    own = tuple(each.loss if each.loss is not None else 0.0 for each in steps)
    return AdaptingView(own, step, steps[step].moved, max(losses, default=1.0), max(moved, default=1.0))
