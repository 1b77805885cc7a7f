"""One half of the bench of curves: the plane, with the points, the true curve, and that of a network."""

from workbench.ui.look.theme import Theme
from workbench.ui.playground.adapting_picture import AdaptingPicture, error_shown
from workbench.ui.playground.curve_plane import CurvePlane, PlaneView
from workbench.ui.playground.curves_model import CurvesModel
from workbench.ui.playground.pair_half import PairHalf, half_color
from workbench.ui.services.translation import tr


class CurveHalf(PairHalf):
    """Shows the learner or its twin, as the model has them."""

    def __init__(self, theme: Theme, model: CurvesModel, *, is_twin: bool) -> None:
        color = half_color(is_twin=is_twin)
        super().__init__(AdaptingPicture(theme, color), is_twin=is_twin)
        self._model = model
        self.plane = CurvePlane(theme, color)
        self._lay_out(self.plane)
        self.plane.added.connect(model.add)
        self.plane.moved.connect(model.move)
        self.plane.removed.connect(model.remove)
        self.plane.selected.connect(model.select)

    def speak(self) -> None:
        super().speak()
        self.plane.speak(tr("Plane of: {title}", title=self.title.text()))
        self.renew()

    def learned(self) -> str:
        if self.is_twin:
            return tr("The same network, which learned all curves at once")
        return tr("Learned to learn (MAML): its start was made so that one step leads far")

    def renew(self) -> None:
        model, steps = self._model, self._steps(self._model)
        now = self._show_adapting(model)
        start = steps[0].outputs if steps else None
        truth = None if model.task is None else model.task.truth
        outputs = None if now is None or model.shown_step == 0 else now.outputs
        self.plane.show_view(PlaneView(model.points, model.selected, truth, start, outputs))
        error = None if now is None else now.loss if truth is None else now.error
        words = tr("mean squared error") if truth is not None else tr("mean squared error at the points")
        self._show_error("" if error is None or model.is_asking else error_shown(error), words)
