"""The bench of ratings: stars for twelve pictures, and two networks that put the others in order."""

from pathlib import Path

from workbench.operations.playground.pair_training import SHORT, PairPlan
from workbench.operations.playground.rating_people import PERSON_KINDS
from workbench.operations.playground.ratings_seen import known_before, ratings_seen
from workbench.operations.playground.starts import SHIPPED_STARTS
from workbench.ui.controls.text import button, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.playground.pair_bench import PairBench
from workbench.ui.playground.picture_sheet import PictureSheet
from workbench.ui.playground.rating_half import RatingHalf
from workbench.ui.playground.ratings_model import RatingsModel
from workbench.ui.playground.star_row import StarRow
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import say, tr


class RatingsBench(PairBench[RatingsModel, RatingHalf]):
    """Shows twelve pictures to rate, and the others in two halves, each in a network's order."""

    key = "ratings"

    def __init__(
        self, theme: Theme, jobs: Jobs, *, plan: PairPlan = SHORT["ratings"], shipped: Path = SHIPPED_STARTS
    ) -> None:
        super().__init__(theme, jobs)
        model, self._sheet = RatingsModel(jobs, self, plan, shipped), PictureSheet()
        self.people = {kind: button("") for kind in PERSON_KINDS}
        self.own = button("")
        self.stars = StarRow(theme, self._sheet)
        self._attach(model, *(RatingHalf(theme, model, self._sheet, is_twin=is_twin) for is_twin in (False, True)))
        self._lay_out((*self.people.values(), self.own), self.stars)
        for act in self.people.values():
            act.clicked.connect(self._draw)
        self.own.clicked.connect(model.clear)
        self.stars.rated.connect(model.rate)
        self.setFocusProxy(self.stars)

    @classmethod
    def bench_name(cls) -> str:
        return tr("Ratings")

    def speak(self) -> None:
        words = dict(zip(PERSON_KINDS, (tr("A person of the set"), tr("Another kind of taste")), strict=True))
        for kind, act in self.people.items():
            act.setText(words[kind])
            act.setAccessibleName(words[kind])
        self.own.setText(tr("My own ratings"))
        self.own.setAccessibleName(self.own.text())
        set_tooltip(self.own, tr("Removes the person and all stars"))
        self.hint.setText(tr("Click a star to give it, the last one again to take them away."))
        set_tooltip(self.hint, tr("By keyboard: arrows choose a picture, 1 to 5 give stars, 0 takes them away."))
        self.step_title.setText(tr("Steps on these ratings"))
        self.moment_title.setText(tr("Episodes learned from before"))
        self.stars.speak()
        super().speak()

    def _renew(self) -> None:
        model = self.model
        self._sheet.take(model.pictures)
        for kind, act in self.people.items():
            act.setChecked(model.person is not None and model.person.kind == kind)
        self.own.setChecked(model.person is None and not model.is_loading)
        self.stars.show_ratings(model.ratings)
        super()._renew()

    def _seen(self) -> str:
        model = self.model
        kind = None if model.person is None else model.person.kind
        seen = None if model.pair is None else ratings_seen(model.pair, model.shown_step, kind)
        if seen is None:
            return tr("Give a picture some stars, and both put the others in order anew.")
        if model.known is None or kind not in PERSON_KINDS[1:] or not model.shown_step:
            return say(seen)
        return f"{say(seen)} {say(known_before(model.known, model.shown_step))}"

    def _draw(self) -> None:
        (kind,) = (kind for kind, act in self.people.items() if act is self.sender())
        self.model.draw(kind)
