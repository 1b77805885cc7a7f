"""One half of the bench of ratings: the pictures in a network's order, and why the first is first."""

from workbench.operations.playground.adapted_ratings import ranked
from workbench.ui.look.theme import Theme
from workbench.ui.playground.adapting_picture import AdaptingPicture, error_shown
from workbench.ui.playground.pair_half import PairHalf, half_color
from workbench.ui.playground.picture_sheet import PictureSheet
from workbench.ui.playground.ranked_pictures import RankedPictures
from workbench.ui.playground.ratings_model import RatingsModel
from workbench.ui.playground.why_row import WhyRow
from workbench.ui.services.translation import tr


class RatingHalf(PairHalf):
    """Shows the learner or its twin, as the model has them."""

    def __init__(self, theme: Theme, model: RatingsModel, sheet: PictureSheet, *, is_twin: bool) -> None:
        color = half_color(is_twin=is_twin)
        super().__init__(_StarsPicture(theme, color), is_twin=is_twin)
        self._model = model
        self.list, self.why = RankedPictures(theme, color, sheet), WhyRow(theme, sheet)
        self._lay_out(self.list, self.why)

    def speak(self) -> None:
        super().speak()
        self.list.speak(tr("Pictures that were not rated, in the order of: {title}", title=self.title.text()))
        self.why.speak()
        self.renew()

    def learned(self) -> str:
        if self.is_twin:
            return tr("The same network, everybody at once")
        return tr("Learned to learn a taste (MeLU, by MAML)")

    def renew(self) -> None:
        model, steps = self._model, self._steps(self._model)
        now = self._show_adapting(model)
        truth = None if model.person is None or model.is_asking else model.person.given
        self.list.show_ranked(ranked(steps, model.shown_step, truth) if steps else ())
        why = None if model.why is None else model.why.twin if self.is_twin else model.why.learner
        self.why.show_reasons(() if why is None else why[model.shown_step])
        error = None if now is None else now.loss if truth is None else now.error
        words = tr("stars off, on average") if truth is not None else tr("stars off at the ratings")
        self._show_error("" if error is None or model.is_asking else error_shown(error), words)


class _StarsPicture(AdaptingPicture):
    """Shows errors in stars."""

    def titled(self, error: float | None) -> str:
        if error is None:
            return tr("Error at the ratings")
        return tr("Error at the ratings: {error}", error=error_shown(error))
