"""The made ratings: thirty pictures that the program can draw, and two hundred people with hidden tastes.

A person's taste is a mixture of three leanings that all people share in different measure, so that a few ratings tell
much of it: what meta-learning can find, and an average cannot.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np

from workbench.learning.recommender.rating_set import Attribute, AttributeKind, Indices, RatingSet, RatingValues

PICTURES, PEOPLE = 30, 200
SHAPES = ("circle", "square", "triangle", "star")
COLOURS = ("red", "blue", "green", "yellow", "violet")
PATTERNS = ("plain", "striped", "dotted")
SIZES = ("small", "middle", "large")
MOST_COUNT = 5

_LEANINGS = 3
_AGES = (18, 80)
_STRENGTH, _NOISE, _GENEROUS, _LIKED = 1.0, 0.4, 0.3, 0.25


@dataclass(frozen=True)
class MadePicture:
    """What a picture shows: so many shapes of one kind, colour, pattern and size."""

    shape: str
    colour: str
    pattern: str
    size: str
    count: int

    @property
    def name(self) -> str:
        """The picture in words."""
        return f"{self.count} {self.size} {self.pattern} {self.colour} {self.shape}"


def made_pictures(seed: int = 0) -> tuple[MadePicture, ...]:
    """Return thirty different pictures."""
    every = list(product(SHAPES, COLOURS, PATTERNS, SIZES, range(1, MOST_COUNT + 1)))
    chosen: Indices = np.random.default_rng(seed).permutation(len(every))[:PICTURES]
    return tuple(MadePicture(*every[int(number)]) for number in chosen)


def made_ratings(seed: int = 0) -> RatingSet:
    """Return what two hundred people give thirty pictures, from 1 to 5: the same for the same seed."""
    pictures, draw = made_pictures(seed), _draw(seed)
    seen = _seen(pictures)
    leanings, directions = _leanings(draw, seen)
    liking: RatingValues = leanings @ directions @ (seen - seen.mean(0)).T
    liking = liking * (_STRENGTH / float(liking.std()))
    liking = liking + draw.normal(scale=_GENEROUS, size=(PEOPLE, 1)) + draw.normal(scale=_LIKED, size=PICTURES)
    given = _stars(liking, draw)
    person, item = np.divmod(np.arange(PEOPLE * PICTURES), PICTURES)
    ages = draw.integers(*_AGES, size=PEOPLE)
    # What a person is tells a little of what they like.
    groups = np.array(["painter", "baker", "sailor"])[leanings.argmax(1)]
    groups[draw.random(PEOPLE) < 0.5] = "other"
    return RatingSet(
        tuple(f"person {number:03d}" for number in range(1, PEOPLE + 1)),
        tuple(picture.name for picture in pictures),
        person,
        item,
        given.ravel(),
        of_people=(
            Attribute("age", AttributeKind.NUMBER, tuple(map(str, ages))),
            Attribute("work", AttributeKind.CATEGORY, tuple(map(str, groups))),
        ),
        of_items=(
            *(
                Attribute(name, AttributeKind.CATEGORY, tuple(getattr(picture, name) for picture in pictures))
                for name in ("shape", "colour", "pattern", "size")
            ),
            Attribute("count", AttributeKind.NUMBER, tuple(str(picture.count) for picture in pictures)),
        ),
    )


def made_stranger(number: int, seed: int = 0) -> RatingValues:
    """Return what somebody gives the thirty pictures, (pictures,), whose taste is of a kind that nobody of the set has.

    It is of the same attributes and as strong, but at right angles to all that the three leanings say of the pictures.
    """
    seen = _seen(made_pictures(seed))
    _, directions = _leanings(_draw(seed), seen)
    apart = seen - seen.mean(0)
    said: RatingValues = np.linalg.svd(directions @ apart.T, full_matrices=False)[2]  # (leanings, pictures)
    draw = np.random.default_rng([seed, 2, number])
    taste: RatingValues = draw.normal(size=(1, seen.shape[1])) @ apart.T
    unsaid: RatingValues = (taste - taste @ said.T @ said)[0]
    return _stars(unsaid * (_STRENGTH / float(unsaid.std())), draw)


def _draw(seed: int) -> np.random.Generator:
    return np.random.default_rng([seed, 1])


def _leanings(draw: np.random.Generator, seen: RatingValues) -> tuple[RatingValues, RatingValues]:
    """Return how much each person has of each leaning, and how much each leaning has of what is seen."""
    return draw.normal(size=(PEOPLE, _LEANINGS)), draw.normal(size=(_LEANINGS, seen.shape[1]))


def _stars(liking: RatingValues, draw: np.random.Generator) -> RatingValues:
    noisy: RatingValues = 3 + liking + draw.normal(scale=_NOISE, size=liking.shape)
    return np.clip(np.rint(noisy), 1, 5)


def _seen(pictures: tuple[MadePicture, ...]) -> RatingValues:
    """Return what a taste is of, (pictures, features)."""
    rows = [
        [
            *(picture.shape == shape for shape in SHAPES),
            *(picture.colour == colour for colour in COLOURS),
            *(picture.pattern == pattern for pattern in PATTERNS),
            SIZES.index(picture.size) - 1,
            (picture.count - 3) / 2,
        ]
        for picture in pictures
    ]
    return np.array(rows, np.float64)
