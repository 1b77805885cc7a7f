"""What a pile of unlabelled vectors adds: classes follow its clusters, whatever their sizes."""

import pytest
import torch

from workbench.learning.pile import neighbours as neighbours_module
from workbench.learning.pile.neighbours import Neighbours, along_axes, axes_to_compare, nearest_neighbours
from workbench.learning.pile.pile_graph import PileGraph
from workbench.learning.pile.propagation import passing_graph, propagated_shares
from workbench.learning.pile.smoothing import closest_graph, smoothed_logits


def clusters(sizes: list[int], spread: float = 0.25) -> tuple[torch.Tensor, torch.Tensor]:
    """Return vectors around one axis for each cluster, and their clusters; far from the origin, as features are."""
    draw = torch.Generator().manual_seed(0)
    labels = torch.cat([torch.full((size,), number) for number, size in enumerate(sizes)])
    noise = spread * torch.randn(len(labels), 12, generator=draw)
    return 3 + torch.eye(12)[labels] + noise, labels


def indifferent(count: int, way: int) -> torch.Tensor:
    return torch.full((count, way), 1 / way)


@pytest.mark.parametrize("sizes", [[40, 40, 40], [100, 15, 8]])
def test_one_example_is_passed_on_through_its_cluster(sizes: list[int]) -> None:
    vectors, labels = clusters(sizes)
    graph = PileGraph(vectors)
    examples, numbers = clusters([1, 1, 1], spread=0.1)
    shares = graph.shares(indifferent(len(labels), 3), examples, numbers)
    assert (shares.argmax(1) == labels).float().mean() > 0.9
    torch.testing.assert_close(shares.sum(1), torch.ones(len(labels)))


def test_the_approach_is_heard_where_the_pile_says_nothing() -> None:
    vectors = torch.eye(4)
    own = torch.tensor([[0.9, 0.1], [0.8, 0.2], [0.2, 0.8], [0.1, 0.9]])
    shares = PileGraph(vectors).shares(
        own, torch.stack([vectors[0] + vectors[1], vectors[2] + vectors[3]]), torch.arange(2)
    )
    assert shares.argmax(1).tolist() == [0, 0, 1, 1]


def test_an_image_of_the_pile_that_is_an_example_keeps_its_class() -> None:
    vectors, labels = clusters([20, 20, 20])
    odd = torch.full((60,), -1)
    odd[0] = 2
    examples, numbers = clusters([1, 1, 1], spread=0.1)
    shares = PileGraph(vectors).shares(indifferent(60, 3), examples, numbers, odd)
    assert shares[0].argmax() == 2
    assert (shares.argmax(1) == labels)[1:].float().mean() > 0.9


def test_a_class_without_an_example_keeps_the_word_of_the_approach() -> None:
    vectors, labels = clusters([20, 20, 20], spread=0.2)
    own = torch.nn.functional.one_hot(labels, 3) * 0.5 + 0.5 / 3
    examples, _ = clusters([1, 1], spread=0.1)
    shares = PileGraph(vectors).shares(own, examples, torch.arange(2))
    assert (shares.argmax(1) == labels).all()


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_a_small_pile_is_answered_too(count: int) -> None:
    vectors = torch.randn(count, 6, generator=torch.Generator().manual_seed(1))
    examples = torch.randn(4, 6, generator=torch.Generator().manual_seed(2))
    shares = PileGraph(vectors).shares(indifferent(count, 2), examples, torch.tensor([0, 0, 1, 1]))
    assert shares.shape == (count, 2)
    assert bool(shares.isfinite().all())


def test_equal_images_do_no_harm() -> None:
    shares = PileGraph(torch.ones(30, 5)).shares(indifferent(30, 2), torch.ones(2, 5), torch.arange(2))
    assert bool(shares.isfinite().all())


def test_neighbours_are_the_nearest_others_by_cosine() -> None:
    units = torch.nn.functional.normalize(torch.randn(50, 8, generator=torch.Generator().manual_seed(0)), dim=1)
    cosines = units @ units.T - 3 * torch.eye(50)
    assert nearest_neighbours(units, 4).rows.tolist() == cosines.topk(4, dim=1).indices.tolist()


def test_principal_components_find_nearly_the_same_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors, _ = clusters([60, 60, 60], spread=0.2)
    units = torch.nn.functional.normalize(vectors - vectors.mean(0), dim=1)
    assert along_axes(units, axes_to_compare(units)) is units
    exact = nearest_neighbours(units, 5).rows
    monkeypatch.setattr(neighbours_module, "_EXACT", 10)
    assert nearest_neighbours(along_axes(units, axes_to_compare(units)), 5).rows.tolist() == exact.tolist()


def test_smoothing_draws_an_odd_answer_to_its_neighbours() -> None:
    logits = torch.tensor([[2.0, 0.0], [2.0, 0.0], [0.0, 0.1]])
    neighbours = Neighbours(torch.tensor([[1], [0], [0]]), torch.ones(3, 1))
    assert smoothed_logits(logits, closest_graph(neighbours), 5.0).argmax(1).tolist() == [0, 0, 0]
    assert smoothed_logits(logits, closest_graph(neighbours), 0.0).argmax(1).tolist() == [0, 0, 1]


def test_labels_reach_what_is_connected_and_nothing_else() -> None:
    # 0 and 1 hang on the first example (3), 2 on the second (4).
    neighbours = Neighbours(torch.tensor([[3], [0], [4], [0], [2]]), torch.ones(5, 1))
    shares = propagated_shares(passing_graph(neighbours), torch.tensor([-1, -1, -1, 0, 1]), 2)
    assert shares.argmax(1).tolist() == [0, 0, 1, 0, 1]
    assert shares[1, 1] < 1e-6
