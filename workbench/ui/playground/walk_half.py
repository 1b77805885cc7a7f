"""One half of the bench of movement: the plane, with the goal and the walks of a network, and how they ended."""

from workbench.ui.controls.text import label
from workbench.ui.look.theme import Theme
from workbench.ui.playground.adapting_picture import AdaptingPicture, error_shown
from workbench.ui.playground.pair_half import PairHalf, half_color
from workbench.ui.playground.walk_plane import WalkPlane, WalksView
from workbench.ui.playground.walks_model import WalksModel
from workbench.ui.services.translation import decimal, tr


class WalkHalf(PairHalf):
    """Shows the learner or its twin, as the model has them."""

    def __init__(self, theme: Theme, model: WalksModel, *, is_twin: bool) -> None:
        color = half_color(is_twin=is_twin)
        super().__init__(_LostReturns(theme, color), is_twin=is_twin)
        self._model = model
        self.plane, self.ends = WalkPlane(theme, color), label("", "muted")
        self._lay_out(self.plane, self.ends)
        self.plane.placed.connect(model.place)

    def speak(self) -> None:
        super().speak()
        self.plane.speak(tr("Plane of: {title}", title=self.title.text()))
        self.renew()

    def learned(self) -> str:
        if self.is_twin:
            return tr("The same network, which learned one way for all goals")
        return tr("Learned to learn (MAML): its start was made so that one update leads far")

    def renew(self) -> None:
        model = self._model
        self._show_adapting(model)
        known = [] if model.walked is None else list(model.walked.twin if self.is_twin else model.walked.learner)
        steps = known[: model.shown_step + 1]
        self.plane.show_view(WalksView(model.goal, tuple(step.paths for step in steps)))
        if model.walked is None or not steps or model.is_asking:
            self._show_error("", "")
            self.ends.setText(" ")
            return
        lost = steps[-1].loss or 0.0
        self._show_error(decimal(-lost, 2), tr("mean return of its walks"))
        away, best = decimal(steps[-1].away, 2), decimal(model.walked.best, 2)
        self.ends.setText(tr("They end {away} from the goal. Straight there: {best}.", away=away, best=best))


class _LostReturns(AdaptingPicture):
    """What walks lose is minus what they earn."""

    def titled(self, error: float | None) -> str:
        if error is None:
            return tr("Minus the return")
        return tr("Minus the return: {error}", error=error_shown(error))
