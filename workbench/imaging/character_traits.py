"""The traits of an invented character: its strokes, corners and crossings, and where its lines run."""

import numpy as np
from numpy.typing import NDArray

from workbench.imaging.handwriting import Character, StrokePoints, outline

PLACES = ("top left", "top", "top right", "left", "centre", "right", "bottom left", "bottom", "bottom right")
TRAIT_COLUMNS = ("strokes", "corners", "crossings", "line", "shape", *PLACES)

_MUCH = 0.25  # of line, in a ninth of the paper: less is ignored
_BEYOND = -1e-9  # Lines that only touch do not cross, whatever a machine makes of the last digit.


def traits_of(character: Character) -> tuple[str, ...]:
    """Return the cells of a character, one for each of `TRAIT_COLUMNS`, as invented, before any hand writes it."""
    lines = [outline(stroke) for stroke in character]
    width, height = np.ptp(np.concatenate(lines), axis=0)
    shape = "wide" if width > 1.25 * height else "tall" if height > 1.25 * width else "square"
    length = sum(float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum()) for line in lines)
    corners = _yes(any(stroke.angular for stroke in character))
    passed = [_yes(amount > _MUCH) for amount in _inks(lines)]
    return (str(len(lines)), corners, str(_crossings(lines)), f"{length:.1f}", shape, *passed)


def _inks(lines: list[StrokePoints]) -> list[float]:
    """Return how much line there is in each ninth of the paper, row by row."""
    amounts = np.zeros(9)
    for line in lines:
        middles, pieces = (line[1:] + line[:-1]) / 2, np.linalg.norm(np.diff(line, axis=0), axis=1)
        columns, rows = (np.clip(((middles + 1) * 1.5).astype(int), 0, 2)).T
        np.add.at(amounts, 3 * rows + columns, pieces)
    return amounts.tolist()


def _crossings(lines: list[StrokePoints]) -> int:
    """Return how often lines cross, themselves included."""
    starts, ends = (np.concatenate([line[part] for line in lines]) for part in (slice(None, -1), slice(1, None)))
    first, second = np.triu_indices(len(starts), 2)
    sides = [
        _side(starts[a], ends[a], starts[b]) * _side(starts[a], ends[a], ends[b])
        for a, b in ((first, second), (second, first))
    ]
    return int(((sides[0] < _BEYOND) & (sides[1] < _BEYOND)).sum())


def _side(start: StrokePoints, end: StrokePoints, point: StrokePoints) -> NDArray[np.float64]:
    along, beside = end - start, point - start
    return along[:, 0] * beside[:, 1] - along[:, 1] * beside[:, 0]


def _yes(true: bool) -> str:
    return "yes" if true else "no"
