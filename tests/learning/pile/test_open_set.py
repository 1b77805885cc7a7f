"""Which vectors look like none of the classes."""

import torch

from tests.learning.pile.test_pile_graph import clusters
from workbench.learning.pile.open_set import familiarity


def test_strangers_look_less_familiar_than_what_is_known() -> None:
    vectors, labels = clusters([30, 30, 30, 30, 30], spread=0.3)
    examples, numbers = clusters([1, 1, 1], spread=0.1)
    scores = familiarity(vectors, examples, numbers, 3)
    known, strangers = scores[labels < 3], scores[labels >= 3]
    assert (known[:, None] > strangers[None]).float().mean() > 0.95


def test_the_pile_sharpens_what_a_single_odd_example_says() -> None:
    vectors, labels = clusters([40, 40, 40, 40], spread=0.3)
    examples, numbers = clusters([1, 1], spread=0.6)
    scores = familiarity(vectors, examples, numbers, 2)
    known, strangers = scores[labels < 2], scores[labels >= 2]
    assert (known[:, None] > strangers[None]).float().mean() > 0.9


def test_a_class_without_an_example_is_not_looked_for() -> None:
    vectors, labels = clusters([20, 20], spread=0.1)
    examples, numbers = clusters([2], spread=0.1)
    scores = familiarity(vectors, examples, numbers, 2)
    assert scores[labels == 0].min() > scores[labels == 1].max()
    assert bool(torch.isfinite(scores).all())
