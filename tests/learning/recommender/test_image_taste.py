"""Images are ordered by a few picks: what looks like the wanted ones comes first, and others' picks can teach."""

import numpy as np
import pytest

from workbench.learning.recommender.image_taste import LEAST_TEACHERS, ImageTaste, RowsPicked

CLASSES, IMAGES = 12, 30
_CLASS_OF = np.repeat(np.arange(CLASSES), IMAGES)


def vectors(seed: int, *, noise: float = 0.4, distraction: int = 0) -> np.ndarray:
    """Return vectors of classes, some of whose directions say nothing of them but vary more than all others."""
    draw = np.random.default_rng(seed)
    centres = draw.normal(size=(CLASSES, 24))
    found = centres[_CLASS_OF] + noise * draw.normal(size=(CLASSES * IMAGES, 24))
    found = np.concatenate([found, 3.0 * draw.normal(size=(len(found), distraction))], 1)
    return (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float32)


def picked(draw: np.random.Generator, classes: tuple[int, int], each: int) -> RowsPicked:
    wanted = np.concatenate([draw.choice(np.flatnonzero(one == _CLASS_OF), each, replace=False) for one in classes])
    return RowsPicked(wanted, draw.choice(np.flatnonzero(~np.isin(_CLASS_OF, classes)), each, replace=False))


def share_wanted(taste: ImageTaste, rows: RowsPicked, classes: tuple[int, int], start: object = None) -> float:
    wanted = taste.wanted_most(rows, start)  # pyright: ignore[reportArgumentType]
    wanted[np.concatenate([rows.wanted, rows.unwanted])] = -np.inf
    return float(np.isin(_CLASS_OF[np.argsort(-wanted)[:20]], classes).mean())


def test_who_wants_two_unlike_kinds_is_shown_both() -> None:
    rows = picked(np.random.default_rng(0), (2, 7), 2)
    taste = ImageTaste(vectors(0))
    wanted = taste.wanted_most(rows)
    assert share_wanted(taste, rows, (2, 7)) == 1.0
    first = np.argsort(-wanted)[:40]
    assert {2, 7} == set(_CLASS_OF[first].tolist())
    assert wanted[rows.wanted].min() > 0.5
    assert wanted[rows.unwanted].max() < -0.5


def test_what_is_not_wanted_pushes_away_what_looks_like_it() -> None:
    taste = ImageTaste(vectors(0))
    wanted = np.flatnonzero(_CLASS_OF == 2)[:2]
    alike = np.flatnonzero(_CLASS_OF == 5)
    before = taste.wanted_most(RowsPicked(wanted, alike[:0]))[alike[3:]].mean()
    assert taste.wanted_most(RowsPicked(wanted, alike[:3]))[alike[3:]].mean() < before - 0.1


def test_too_few_people_teach_nothing() -> None:
    taste, draw = ImageTaste(vectors(0)), np.random.default_rng(1)
    others = [picked(draw, (0, 1), 4) for _ in range(LEAST_TEACHERS - 1)]
    lone = RowsPicked(np.array([0, 1]), np.array([100]))
    assert taste.learned_start([*others, lone]) is None
    assert taste.learned_start([*others, others[0]]) is not None


@pytest.mark.slow
def test_what_others_picked_teaches_which_directions_matter() -> None:
    taste, draw = ImageTaste(vectors(3, distraction=8)), np.random.default_rng(2)
    pairs = [tuple(draw.choice(CLASSES, 2, replace=False).tolist()) for _ in range(24)]
    start = taste.learned_start([picked(draw, pair, 8) for pair in pairs[:12]])
    people = [(picked(draw, pair, 2), pair) for pair in pairs[12:]]
    alone = np.mean([share_wanted(taste, rows, pair) for rows, pair in people])
    taught = np.mean([share_wanted(taste, rows, pair, start) for rows, pair in people])
    assert taught > alone + 0.02
