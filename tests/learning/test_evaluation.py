"""Accuracy, its interval and the confusions are what their names say."""

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.learning.parts import SHAPE, made_pool, sampler_of
from workbench.learning.approach import Classifier
from workbench.learning.episode import Support
from workbench.learning.evaluation import EpisodeResult, nearest_pixels, summary, try_episodes


def test_the_interval_is_students_over_episodes() -> None:
    accuracies = np.random.default_rng(0).random(50)
    result = summary([EpisodeResult(accuracy, (), (), (), 5) for accuracy in accuracies.tolist()])
    assert result.accuracy == pytest.approx(accuracies.mean())
    assert result.ci95 == pytest.approx(2.0096 * accuracies.std(ddof=1) / np.sqrt(50), rel=1e-4)
    assert result.episodes == 50


def test_one_episode_has_no_interval() -> None:
    assert summary([EpisodeResult(0.5, (3, 4), (3, 3), (0, 1), 2)]).ci95 == 0


def test_confusions_count_queries_over_all_episodes() -> None:
    results = [EpisodeResult(2 / 3, (7, 7, 2), (7, 2, 2), (0, 1, 2), 2), EpisodeResult(0.0, (7, 5), (2, 7), (1, 3), 3)]
    summarised = summary(results)
    assert summarised.confusion == {(7, 7): 1, (7, 2): 2, (2, 2): 1, (5, 7): 1}
    assert summarised.by_class() == {2: (1, 1), 5: (0, 1), 7: (1, 3)}


def test_the_images_of_a_confusion_are_those_named_so_most_often_first_each_once_and_at_most_sixty() -> None:
    twice, once = EpisodeResult(0.0, (7,) * 3, (2,) * 3, (5, 9, 5), 2), EpisodeResult(0.0, (7,), (2,), (9,), 2)
    assert summary([once, twice, EpisodeResult(0.0, (7,), (2,), (5,), 2)]).images == {(7, 2): (5, 9)}
    many = EpisodeResult(1.0, (7,) * 100, (7,) * 100, tuple(range(100)), 2)
    assert len(summary([many]).images[7, 7]) == 60


def test_a_classifier_that_names_the_first_class_is_right_by_chance() -> None:
    def name_the_first(support: Support) -> Classifier:
        return lambda images: torch.eye(support.way)[0].expand(len(images), -1)

    sampler = sampler_of(made_pool())
    results = list(try_episodes(name_the_first, sampler, range(4)))
    summarised = summary(results)
    assert summarised.accuracy == pytest.approx(1 / SHAPE.way)
    assert summarised.ci95 == pytest.approx(0)
    for number, result in enumerate(results):
        episode = sampler.episode(number)
        assert result.truth == tuple(episode.classes[episode.answers].tolist())
        assert set(result.named) == {int(episode.classes[0])}
        assert result.rows == tuple(episode.query_rows.tolist())


def test_gradients_are_off_while_trying_episodes() -> None:
    seen = []

    def adapt(support: Support) -> Classifier:
        seen.append(torch.is_grad_enabled())
        return nearest_pixels(support)

    assert len(list(try_episodes(adapt, sampler_of(made_pool()), [5, 9]))) == 2
    assert seen == [False, False]
    assert torch.is_grad_enabled()


def test_nearest_pixels_names_the_class_of_the_nearest_example() -> None:
    images = torch.tensor([0, 10, 100, 250], dtype=torch.uint8).reshape(4, 1, 1, 1).expand(-1, 1, 2, 2)
    classify = nearest_pixels(Support(images, torch.tensor([0, 1, 1, 0]), 2))
    queries = torch.tensor([4, 30, 190], dtype=torch.uint8).reshape(3, 1, 1, 1).expand(-1, 1, 2, 2)
    expected = -torch.tensor([[8.0, 12.0], [60.0, 40.0], [120.0, 180.0]])
    torch.testing.assert_close(classify(queries), expected)
    assert named(classify, queries) == [0, 1, 0]


def named(classify: Classifier, images: Tensor) -> list[int]:
    return classify(images).argmax(1).tolist()
