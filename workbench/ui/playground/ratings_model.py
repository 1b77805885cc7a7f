"""What is tried on the bench of ratings: stars, whose they are, two networks, and what became of them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from workbench.operations.playground.adapted_pair import AdaptedPair
from workbench.operations.playground.adapted_ratings import WhyFirst, adapt_to_ratings, why_first
from workbench.operations.playground.pair_training import PairPlan
from workbench.operations.playground.rating_people import (
    PERSON_KINDS,
    RATED,
    RatedPerson,
    RatedPicture,
    draw_person,
    rated_pictures,
)
from workbench.operations.playground.starts import StartPair
from workbench.ui.playground.pair_model import Adapting, PairModel
from workbench.ui.services.job import Job
from workbench.ui.services.job_report import Report
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import tr

# Numbers of the first person of each kind: those of whom much is seen.
_FIRST: tuple[int, ...] = (5, 6)
_NOTHING = (0,) * len(RATED)


class RatingsModel(PairModel):
    """Stars that are given to twelve pictures, by a person who was drawn or by whoever sits here."""

    def __init__(self, jobs: Jobs, parent: QObject, plan: PairPlan, shipped: Path) -> None:
        super().__init__(jobs, parent, plan, shipped)
        self.pictures: tuple[RatedPicture, ...] = ()
        self.ratings: tuple[int, ...] = _NOTHING  # of the pictures of `RATED`; 0 where there is none
        self.person: RatedPerson | None = None  # None: the ratings are the person's own.
        self.known: AdaptedPair | None = None  # what became of the newest person of the set
        self.why: WhyFirst | None = None  # None: not known yet
        self._weighing: Job | None = None
        self._numbers = dict(zip(PERSON_KINDS, _FIRST, strict=True))  # of the next person of each kind

    def draw(self, kind: str) -> None:
        """Draw another person of a kind, with what they gave, and ask which of the two will be nearer."""
        work = partial(_draw, kind, self._numbers[kind])
        self._jobs.start(tr("Draw a person"), work, owner=self, done=self._take_person, newest="person")

    def clear(self) -> None:
        """Remove all stars, and the person: the next ones are those of whoever sits here."""
        self.person, self.ratings = None, _NOTHING
        self._show_own()

    def rate(self, place: int, stars: int) -> None:
        """Give a picture of `RATED` some stars, by its place; 0 takes them away."""
        if self.ratings[place] != stars:
            self.ratings = (*self.ratings[:place], stars, *self.ratings[place + 1 :])
            self._adapt()

    def _draw_first(self) -> None:
        self._jobs.start(tr("Draw the pictures"), _pictures, owner=self, done=self._take_pictures)
        self.draw(PERSON_KINDS[0])

    def _adapting(self, start: StartPair) -> Adapting:
        truth = None if self.person is None else self.person.given
        return partial(_adapted, start, self.ratings, truth)

    def _adapt(self) -> None:
        if self._weighing is not None:  # What it would say is of other ratings, and it takes time from the answer.
            self._weighing.cancel()
            self._weighing = None
        super()._adapt()

    def _keep(self, pair: AdaptedPair) -> None:
        super()._keep(pair)
        self.why = None
        if self._is_due:  # It is of ratings that have changed since.
            return
        if self.person is not None and self.person.kind == PERSON_KINDS[0]:
            self.known = pair
        work = partial(_why, self.starts[self.moment], self.ratings, pair)
        self._weighing = self._jobs.start(tr("Weigh each rating"), work, owner=self, done=self._take_why)

    def _take_pictures(self, pictures: tuple[RatedPicture, ...]) -> None:
        self.pictures = pictures
        self.changed.emit()

    def _take_person(self, person: RatedPerson) -> None:
        self._numbers[person.kind] = person.number + 1
        self.person, self.ratings = person, person.ratings
        self._ask()

    def _take_why(self, found: tuple[AdaptedPair, WhyFirst]) -> None:
        self._weighing = None
        if found[0] is self.pair:
            self.why = found[1]
            self.changed.emit()


def _draw(kind: str, number: int, report: Report) -> RatedPerson:
    return draw_person(kind, number)


def _pictures(report: Report) -> tuple[RatedPicture, ...]:
    return rated_pictures()


def _adapted(pair: StartPair, ratings: tuple[int, ...], truth: tuple[int, ...] | None, report: Report) -> AdaptedPair:
    return adapt_to_ratings(pair, ratings, truth)


def _why(
    pair: StartPair, ratings: tuple[int, ...], adapted: AdaptedPair, report: Report
) -> tuple[AdaptedPair, WhyFirst]:
    return adapted, why_first(pair, ratings, adapted, report)
