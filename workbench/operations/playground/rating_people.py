"""The people whose ratings the playground shows, and the pictures that they rate: the made set, and strangers to it."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from workbench import learning
from workbench.learning.recommender.made_ratings import PICTURES, made_pictures, made_ratings, made_stranger
from workbench.operations.ratings.made_set import picture_png

if TYPE_CHECKING:
    from workbench.learning.problems.ratings import Ratings

PERSON_KINDS: tuple[str, ...] = ("known", "stranger")  # The first has a taste as those have who were learned from.
RATED = tuple(range(0, PICTURES, 5)) + tuple(range(2, PICTURES, 5))  # of every colour, shape, pattern, size and number
ASKED = tuple(number for number in range(PICTURES) if number not in RATED)
MOST_STARS = 5
_SPLIT = 0


@dataclass(frozen=True)
class RatedPicture:
    """What a picture shows, so many shapes of a colour, a pattern and a size, and itself as a PNG file has it."""

    shape: str
    colour: str
    pattern: str
    size: str
    count: int
    png: bytes


@dataclass(frozen=True)
class RatedPerson:
    """Somebody, and what they give each of the thirty pictures."""

    kind: str
    number: int
    given: tuple[int, ...]

    @property
    def ratings(self) -> tuple[int, ...]:
        """What they give the pictures of `RATED`."""
        return tuple(self.given[picture] for picture in RATED)


@lru_cache(1)
def rating_problem() -> "Ratings":
    """Return the problem of the made set, as the bench learns it: of people nothing is known but what they rated.

    One in ten people are kept apart, as anywhere; those are the ones of `draw_person`.
    """
    data = replace(made_ratings(), of_people=())
    return cast("Ratings", learning.problem_named("ratings").with_data(data, _SPLIT))


def draw_person(kind: str, number: int) -> RatedPerson:
    """Return somebody of a kind: of the set one of those that nothing was learned from, after the last the first."""
    if kind == PERSON_KINDS[0]:
        apart = rating_problem().parts.tested
        rows = rating_problem().data.rows_of_people[int(apart[number % len(apart)])]
        given = dict(zip(rating_problem().data.item[rows].tolist(), rating_problem().data.rating[rows], strict=True))
        return RatedPerson(kind, number, tuple(int(given[picture]) for picture in range(PICTURES)))
    return RatedPerson(kind, number, tuple(int(stars) for stars in made_stranger(number)))


def rated_pictures() -> tuple[RatedPicture, ...]:
    """Return the thirty pictures of the set."""
    return tuple(
        RatedPicture(picture.shape, picture.colour, picture.pattern, picture.size, picture.count, picture_png(picture))
        for picture in made_pictures()
    )
