"""Which vectors look like none of the classes."""

import torch

from tests.learning.pile.test_pile_graph import clusters, indifferent
from workbench.learning.pile.open_set import familiarity


def test_strangers_look_less_familiar_than_what_is_known() -> None:
    vectors, labels = clusters([30, 30, 30, 30, 30])
    examples, _ = clusters([1, 1, 1], spread=0.1)
    scores = familiarity(vectors, examples, torch.full((150,), 0.5))
    known, strangers = scores[labels < 3], scores[labels >= 3]
    assert (known[:, None] > strangers[None]).float().mean() > 0.95


def test_what_is_proposed_with_more_confidence_looks_more_familiar() -> None:
    vectors = torch.ones(2, 4) + torch.eye(2, 4)
    scores = familiarity(vectors, torch.ones(1, 4), torch.tensor([0.9, 0.2]))
    assert scores[0] > scores[1]


def test_without_examples_the_confidence_is_all_there_is() -> None:
    confidence = indifferent(3, 2)[:, 0]
    assert torch.equal(familiarity(torch.ones(3, 4), torch.empty(0, 4), confidence), confidence)


def test_an_image_alone_looks_about_as_familiar_as_among_others() -> None:
    draw = torch.Generator().manual_seed(5)
    centres = 3 * torch.randn(5, 32, generator=draw) + 2
    examples = centres.repeat_interleave(4, 0) + torch.randn(20, 32, generator=draw)
    pile = centres.repeat_interleave(20, 0) + torch.randn(100, 32, generator=draw)
    among = familiarity(pile, examples, torch.ones(100))
    alone = torch.cat([familiarity(pile[row : row + 1], examples, torch.ones(1)) for row in range(100)])
    assert (among - alone).abs().max() < 0.2
