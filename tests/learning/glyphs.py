"""Made classes that pixels tell apart badly: slanted, shifted strokes, or vectors under strong nuisances.

The traits of a class say through which parts of the paper its strokes run, or what is the middle of its vectors.
"""

from itertools import pairwise

import numpy as np
import torch
from torch import Tensor

from tests.learning.parts import FEATURES, SIZE
from workbench.learning.networks.encoders import Takes
from workbench.learning.sampling import Pool

_TELLING = 8  # Of the features, so many tell the classes apart; the others only disturb.
_PARTS = 4  # to a side


def hard_pool(takes: Takes, *, classes: int, per_class: int, seed: int) -> Pool:
    draw = np.random.default_rng(seed)
    class_of = np.repeat(np.arange(classes), per_class)
    values, traits = _drawn(draw, classes, class_of) if takes == "images" else _disturbed(draw, classes, class_of)
    return Pool(values, class_of, np.zeros(classes, np.int64), traits=torch.from_numpy(traits.astype("f4")))


def _drawn(draw: np.random.Generator, classes: int, class_of: np.ndarray) -> tuple[Tensor, np.ndarray]:
    strokes = draw.uniform(-0.8, 0.8, (classes, 4, 2))  # Four corners of a line, in -1 .. 1.
    shares = np.linspace(0, 1, 12)[:, None]
    lines = [[one + shares * (other - one) for one, other in pairwise(path)] for path in strokes]
    points = np.array(lines).reshape(classes, -1, 2)[class_of]
    slants = np.eye(2) + draw.normal(0, 0.15, (len(class_of), 2, 2))
    places = (points @ slants + draw.uniform(-0.25, 0.25, (len(class_of), 1, 2)) + 1) * (SIZE - 1) / 2
    axis = np.arange(SIZE)
    near = np.exp(-((places[..., :1] - axis) ** 2)), np.exp(-((places[..., 1:] - axis) ** 2))
    ink = np.einsum("npx,npy->npxy", *near).max(1)
    return torch.from_numpy((255 * ink).astype(np.uint8))[:, None], _passed(np.array(lines).reshape(classes, -1, 2))


def _passed(points: np.ndarray) -> np.ndarray:
    """Return how much of each line (classes, points, 2) runs through each part of the paper, standardised."""
    column, row = ((points + 1) * _PARTS / 2).astype(int).clip(0, _PARTS - 1).transpose(2, 0, 1)
    shares = np.array([np.bincount(part, minlength=_PARTS**2) for part in _PARTS * row + column])
    return (shares - 2.25) / 3


def _disturbed(draw: np.random.Generator, classes: int, class_of: np.ndarray) -> tuple[Tensor, np.ndarray]:
    spread = np.where(np.arange(FEATURES) < _TELLING, 0.4, 1.5)
    centres = draw.normal(size=(classes, FEATURES)) * (np.arange(FEATURES) < _TELLING)
    values = centres[class_of] + spread * draw.normal(size=(len(class_of), FEATURES))
    return torch.from_numpy(values.astype("f4")), centres[:, :_TELLING]
