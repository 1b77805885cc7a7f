"""What is kept between one decision and the next changes no figure: all equals what is computed plainly."""

import pytest
import torch

from tests.learning.pile.plain_reference import plain_familiarity, plain_middle, plain_shares
from tests.learning.pile.test_pile_graph import clusters
from workbench.learning.pile import neighbours as neighbours_module
from workbench.learning.pile.kept_products import KeptProducts
from workbench.learning.pile.neighbours import Neighbours
from workbench.learning.pile.open_set import OpenSet, directions_from
from workbench.learning.pile.pile_graph import KeptGraph, PileGraph


def close(found: torch.Tensor, expected: torch.Tensor) -> None:
    torch.testing.assert_close(found, expected, atol=1e-4, rtol=0)


def test_shares_equal_the_plain_ones_as_examples_and_decisions_come() -> None:
    vectors, _ = clusters([60, 50, 40])
    own = torch.softmax(torch.randn(150, 3, generator=torch.Generator().manual_seed(3)), 1)
    examples, labels = clusters([1, 1, 1], spread=0.4)
    none = torch.full((150,), -1)
    one = none.index_fill(0, torch.tensor([140]), 2)
    graph = PileGraph(vectors)
    for count, decided in ((3, none), (2, one), (3, none)):
        some = examples[:count], labels[:count], decided
        close(graph.shares(own, *some), plain_shares(vectors, own, *some))


@pytest.mark.parametrize("far", [0.0, 30.0])
def test_familiarity_equals_the_plain_one_as_examples_come_and_go(far: float) -> None:
    vectors, _ = clusters([30, 30, 30])
    examples, _ = clusters([2, 2, 2], spread=0.3)
    vectors, examples = vectors + far, examples + far
    sure = torch.linspace(0, 1, 90)
    seen = OpenSet(vectors)
    for chosen in ([0, 2], [0, 2, 4], [4, 1, 1, 3, 2, 5], [3]):
        close(seen.familiarity(examples[chosen], sure), plain_familiarity(vectors, examples[chosen], sure))
        torch.testing.assert_close(seen.middle(examples[chosen]), plain_middle(vectors, examples[chosen]))


def test_an_image_at_the_middle_is_no_number_out_of_bounds() -> None:
    scores = OpenSet(torch.ones(3, 4)).familiarity(torch.ones(1, 4), torch.full((3,), 0.5))
    assert bool(scores.isfinite().all())
    assert bool((directions_from(torch.ones(4), torch.ones(3, 4)) == 0).all())


def test_products_are_those_with_each_in_order() -> None:
    draw = torch.Generator().manual_seed(0)
    vectors, others = torch.randn(7, 5, generator=draw), torch.randn(6, 5, generator=draw)
    kept = KeptProducts(vectors)
    for chosen in ([0, 1], [1, 1, 0, 5], [2]):
        torch.testing.assert_close(torch.stack(kept.rows(others[chosen])), others[chosen] @ vectors.T)
    assert kept.rows(others[:0]) == []


@pytest.mark.parametrize("exact", [20_000, 10])
def test_a_graph_that_was_extended_equals_one_made_anew(exact: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours_module, "_EXACT", exact)
    monkeypatch.setattr(neighbours_module, "_BLOCK", 16)
    vectors, _ = clusters([40, 40, 40])
    first = PileGraph(vectors[:100]).kept
    size, width = 120, first.neighbours.rows.shape[1]
    unknown = KeptGraph(
        first.mean,
        first.axes,
        Neighbours(torch.full((size, width), -1), torch.zeros(size, width)),
        torch.ones(size, dtype=torch.bool),
    )
    rows, cosines = unknown.neighbours.rows.clone(), unknown.neighbours.cosines.clone()
    # One of the old ones lost a neighbour, too.
    rows[:100], cosines[:100] = first.neighbours.rows, first.neighbours.cosines
    rows[7, 2] = -1
    extended = PileGraph(
        vectors, KeptGraph(first.mean, first.axes, Neighbours(rows, cosines), torch.arange(size) >= 100)
    )
    anew = PileGraph(vectors, unknown).kept.neighbours
    assert extended.kept.neighbours.rows.tolist() == anew.rows.tolist()
    close(extended.kept.neighbours.cosines, anew.cosines)
