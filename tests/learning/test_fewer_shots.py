"""Fewer examples of the same episode, and adapting step by step, both timed and not."""

from collections.abc import Iterator

import torch

from tests.learning.parts import SHAPE, Flat, made_pool, sampler_of, support_of
from workbench.learning.approach import Approach, Capabilities, Classifier, class_means, squared_distances
from workbench.learning.approaches.prototypical import Prototypical, PrototypicalOptions
from workbench.learning.episode import EpisodeShape, Support
from workbench.learning.evaluation import nearest_pixels, try_episodes
from workbench.learning.fewer_shots import first_of_each, with_shots
from workbench.learning.options import Options
from workbench.learning.stepwise import try_steps
from workbench.learning.stopwatch import Stopwatch


class Walker(Approach):
    """Walks from the middle of all examples to the middle of each class, a third of the way at each step."""

    name = "walker"
    capabilities = Capabilities(adapts_iteratively=True)

    def adapt(self, support: Support) -> Classifier:
        *_, last = self.adapting(support)
        return last

    def adapting(self, support: Support) -> Iterator[Classifier]:
        vectors = support.images.flatten(1).float()
        means = class_means(vectors, support.labels, support.way)
        for step in range(4):
            share = step / 3
            middles = share * means + (1 - share) * vectors.mean(0)
            yield lambda images, middles=middles: -squared_distances(images.flatten(1).float(), middles)


def test_fewer_examples_are_the_first_of_each_class() -> None:
    support = support_of(made_pool(), (3, 1, 4))
    fewer = first_of_each(support, 2)
    assert fewer.labels.tolist() == [0, 0, 1, 2, 2]
    assert torch.equal(fewer.images, support.images[[0, 1, 3, 4, 5]])
    assert fewer.way == 3


def test_examples_that_are_mixed_are_counted_class_by_class() -> None:
    images = torch.arange(6, dtype=torch.float32)[:, None]
    fewer = first_of_each(Support(images, torch.tensor([1, 0, 1, 0, 1, 0]), 2), 2)
    assert fewer.images.flatten().tolist() == [0, 1, 2, 3]


def test_no_example_leaves_the_traits() -> None:
    traits = torch.ones(2, 3)
    fewer = first_of_each(Support(torch.ones(2, 5), torch.tensor([0, 1]), 2, traits), 0)
    assert fewer.images.shape == (0, 5)
    assert fewer.traits is traits


def test_the_queries_stay_the_same_with_fewer_examples() -> None:
    sampler = sampler_of(made_pool(), EpisodeShape(5, 4, 3))
    one, all_of_them = ([*try_episodes(with_shots(nearest_pixels, shots), sampler, range(3))] for shots in (1, 4))
    assert [result.rows for result in one] == [result.rows for result in all_of_them]
    support, queries = (episode := sampler.episode(0)).support, episode.queries
    fewer = nearest_pixels(first_of_each(support, 1))(queries)
    assert torch.equal(with_shots(nearest_pixels, 1)(support)(queries), fewer)
    assert not torch.equal(nearest_pixels(support)(queries), fewer)


def test_a_stopwatch_changes_no_answer_and_has_a_time_for_each() -> None:
    sampler = sampler_of(made_pool())
    watch = Stopwatch(nearest_pixels, "cpu")
    assert (watch.adapt_ms, watch.query_ms) == (0.0, 0.0)
    assert [*try_episodes(watch, sampler, range(3))] == [*try_episodes(nearest_pixels, sampler, range(3))]
    assert watch.adapt_ms > 0
    assert watch.query_ms > 0


def test_a_stopwatch_tells_embedding_from_adapting_where_the_network_only_embeds() -> None:
    sampler = sampler_of(made_pool())
    approach = Prototypical(Flat(), SHAPE, PrototypicalOptions()).eval()
    watch = Stopwatch(approach.adapt, "cpu", approach.encoder)
    assert [*try_episodes(watch, sampler, range(3))] == [*try_episodes(approach.adapt, sampler, range(3))]
    assert watch.embed_ms is not None
    assert 0 < watch.embed_ms < watch.adapt_ms
    assert Stopwatch(nearest_pixels, "cpu").embed_ms is None


def test_steps_are_followed_from_chance_to_what_adapting_gives() -> None:
    sampler = sampler_of(made_pool())
    walker = Walker(Flat(), SHAPE, Options())
    walks = [*try_steps(walker, sampler, range(5), "cpu")]
    adapted = [result.accuracy for result in try_episodes(walker.adapt, sampler, range(5))]
    assert all(len(walk.results) == len(walk.milliseconds) == 4 for walk in walks)
    assert [walk.results[-1].accuracy for walk in walks] == adapted
    assert all(walk.results[0].accuracy < walk.results[-1].accuracy for walk in walks)
    assert all(list(walk.milliseconds) == sorted(walk.milliseconds) for walk in walks)
