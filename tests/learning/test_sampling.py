"""Episodes come out the same for the same seed and number, and never show a query among the examples."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from tests.fact_codes import code_of, refused
from tests.learning.parts import made_pool, numbered_pool, same_episode, sampler_of
from workbench.learning.episode import Episode, EpisodeShape
from workbench.learning.sampling import Pool

SHAPE = EpisodeShape(way=3, shot=2, query=3)


def rows_of(episode: Episode) -> tuple[list[int], list[int]]:
    """Return which rows of a numbered pool the episode shows as examples and as queries."""
    support, queries = episode.support.images.flatten(), episode.queries.flatten()
    return support.int().tolist(), queries.int().tolist()


def test_an_episode_is_the_same_in_whatever_order_it_is_drawn() -> None:
    pool = made_pool(tasks=4)
    forwards = [sampler_of(pool, SHAPE, seed=3).episode(number) for number in range(6)]
    sampler = sampler_of(pool, SHAPE, seed=3)
    backwards = [sampler.episode(number) for number in reversed(range(6))][::-1]
    assert all(same_episode(*pair) for pair in zip(forwards, backwards, strict=True))


def test_another_number_or_another_seed_is_another_episode() -> None:
    pool = made_pool()
    first = sampler_of(pool, SHAPE, seed=0).episode(0)
    assert not same_episode(first, sampler_of(pool, SHAPE, seed=0).episode(1))
    assert not same_episode(first, sampler_of(pool, SHAPE, seed=1).episode(0))


def test_labels_classes_and_rows_of_an_episode_belong_together() -> None:
    pool = numbered_pool([7, 6, 9, 5, 8], [0] * 5)
    sampler = sampler_of(pool, SHAPE)
    for number in range(50):
        episode = sampler.episode(number)
        examples, queries = rows_of(episode)
        assert queries == episode.query_rows.tolist()
        assert not set(examples) & set(queries)
        assert len({*examples, *queries}) == len(examples) + len(queries) == SHAPE.way * (SHAPE.shot + SHAPE.query)
        assert torch.from_numpy(pool.class_of[examples]).equal(episode.classes[episode.support.labels])
        assert torch.from_numpy(pool.class_of[queries]).equal(episode.classes[episode.answers])
        assert episode.support.labels.bincount().tolist() == [SHAPE.shot] * SHAPE.way


def test_every_class_and_every_image_comes_up_on_both_sides() -> None:
    sampler = sampler_of(numbered_pool([6] * 5, [0] * 5), SHAPE)
    sides = [rows_of(sampler.episode(number)) for number in range(100)]
    assert {row for examples, _ in sides for row in examples} == set(range(30))
    assert {row for _, queries in sides for row in queries} == set(range(30))


def test_a_specimen_never_stands_on_both_sides() -> None:
    draw = np.random.default_rng(1)
    counts = [4, 7, 12, 20, 30]
    specimen = draw.integers(-1, 6, sum(counts))
    specimen[:4] = [2, 2, 2, 3]
    pool = numbered_pool(counts, [0] * 5, specimen.tolist())
    sampler = sampler_of(pool, SHAPE)
    for number in range(200):
        examples, queries = rows_of(sampler.episode(number))
        assert not set(examples) & set(queries)
        assert not named_specimens(pool, examples) & named_specimens(pool, queries)


def named_specimens(pool: Pool, rows: list[int]) -> set[tuple[int, int]]:
    """Return the specimens of those images as class and number; images that stand for themselves have none."""
    assert pool.specimen is not None
    return {(int(pool.class_of[row]), int(pool.specimen[row])) for row in rows if pool.specimen[row] >= 0}


def test_a_class_of_one_specimen_is_left_out_and_noted() -> None:
    pool = numbered_pool([4, 4, 4], [0] * 3, [0, 0, 0, 0, 1, 1, 2, 2, -1, -1, -1, -1])
    sampler = sampler_of(pool, EpisodeShape(3, 1, 1))
    assert {number for place in range(20) for number in sampler.episode(place).classes.tolist()} == {1, 2}
    assert dict(sampler.notes[0].values) == {"count": 1}


def test_images_without_a_specimen_stand_for_themselves_beside_specimens() -> None:
    pool = numbered_pool([6, 6], [0, 0], [0, 0, -1, -1, -1, -1] * 2)
    sampler = sampler_of(pool, EpisodeShape(2, 3, 3))
    episodes = [rows_of(sampler.episode(number)) for number in range(20)]
    assert any({2, 3, 4, 5} & set(examples) and {2, 3, 4, 5} & set(queries) for examples, queries in episodes)


def test_with_few_specimens_and_many_shots_a_query_is_left() -> None:
    sampler = sampler_of(numbered_pool([8, 8], [0, 0], [0, 0, 0, 0, 1, 1, 1, 1] * 2), EpisodeShape(2, 9, 1))
    for number in range(20):
        episode = sampler.episode(number)
        assert episode.support.labels.bincount().tolist() == [4, 4]
        assert episode.answers.bincount().tolist() == [1, 1]


def test_specimens_leave_all_the_examples_where_there_are_enough() -> None:
    pool = numbered_pool([20] * 3, [0] * 3, [row // 2 for row in range(60)])
    episode = sampler_of(pool, EpisodeShape(3, 5, 10)).episode(0)
    assert episode.support.labels.bincount().tolist() == [5] * 3
    assert episode.answers.bincount().tolist() == [10] * 3


def test_within_a_task_an_episode_draws_from_one_task() -> None:
    pool = numbered_pool([6] * 12, [number // 4 for number in range(12)])
    sampler = sampler_of(pool, SHAPE, mix_tasks=False)
    tasks = [set(pool.task_of[sampler.episode(number).classes.numpy()].tolist()) for number in range(60)]
    assert all(len(drawn) == 1 for drawn in tasks)
    assert set.union(*tasks) == {0, 1, 2}


def test_mixing_tasks_an_episode_draws_from_all_of_them() -> None:
    pool = numbered_pool([6] * 12, [number // 4 for number in range(12)])
    sampler = sampler_of(pool, SHAPE, mix_tasks=True)
    assert any(len(set(pool.task_of[sampler.episode(number).classes.numpy()])) > 1 for number in range(10))


def test_a_task_with_fewer_classes_than_ways_gives_what_there_is_and_says_so() -> None:
    sampler = sampler_of(numbered_pool([6] * 6, [0, 0, 1, 1, 1, 1]), EpisodeShape(4, 2, 3), mix_tasks=False)
    assert {sampler.episode(number).support.way for number in range(30)} == {2, 4}
    assert [dict(note.values) for note in sampler.notes] == [{"way": 4}]


def test_a_class_alone_in_its_task_is_left_out_and_noted() -> None:
    sampler = sampler_of(numbered_pool([6] * 4, [0, 0, 0, 1]), SHAPE, mix_tasks=False)
    assert all(3 not in sampler.episode(number).classes for number in range(30))
    assert [dict(note.values) for note in sampler.notes] == [{"count": 1}]
    assert code_of(sampler.notes[0]) == "episodes.lone_classes_left_out"


def test_a_class_with_few_images_gives_what_there_is_and_says_so() -> None:
    sampler = sampler_of(numbered_pool([2, 4, 9], [0] * 3), SHAPE)
    assert [dict(note.values) for note in sampler.notes] == [{"count": 2, "need": 5, "shots": 1, "queries": 1}]
    counts = set()
    for number in range(20):
        episode = sampler.episode(number)
        shots, queries = episode.support.labels.bincount().tolist(), episode.answers.bincount().tolist()
        counts |= set(zip(episode.classes.tolist(), shots, queries, strict=True))
    assert counts == {(0, 1, 1), (1, 2, 2), (2, 2, 3)}


def test_the_examples_that_episodes_have_at_most_are_those_of_the_largest_class() -> None:
    assert sampler_of(numbered_pool([2, 4, 9], [0] * 3), SHAPE).shot == 2
    assert sampler_of(numbered_pool([2, 4, 9], [0] * 3), EpisodeShape(3, 500, 3)).shot == 8
    assert sampler_of(numbered_pool([2, 4, 9], [0] * 3), EpisodeShape(3, 0, 3)).shot == 0


def test_a_class_with_a_single_image_is_left_out_and_noted() -> None:
    sampler = sampler_of(numbered_pool([1, 6, 0, 6], [0] * 4), SHAPE)
    assert {drawn for number in range(20) for drawn in sampler.episode(number).classes.tolist()} == {1, 3}
    assert sampler.notes[0].values["count"] == 2


def test_where_nothing_is_scarce_nothing_is_noted() -> None:
    assert sampler_of(numbered_pool([5] * 3, [0] * 3), SHAPE).notes == ()


@pytest.mark.parametrize(
    ("counts", "tasks", "mix_tasks"),
    [([6], [0], True), ([6, 1], [0, 0], True), ([1, 1, 1], [0] * 3, True), ([6, 6], [0, 1], False), ([], [], True)],
)
def test_fewer_than_two_usable_classes_are_refused(counts: list[int], tasks: list[int], mix_tasks: bool) -> None:
    with refused("episodes.too_few_classes"):
        sampler_of(numbered_pool(counts, tasks), SHAPE, mix_tasks=mix_tasks)


def rotated_pool() -> Pool:
    plain = made_pool(classes=5, per_class=6)
    return Pool(plain.images, plain.class_of, plain.task_of, rotate_classes=True)


def test_rotated_each_class_counts_for_four() -> None:
    sampler = sampler_of(rotated_pool(), EpisodeShape(8, 2, 3))
    assert sampler.classes == 20
    assert {drawn for number in range(60) for drawn in sampler.episode(number).classes.tolist()} == set(range(20))


def test_rotated_one_class_of_images_is_enough_for_an_episode() -> None:
    plain = made_pool(classes=1, per_class=6)
    sampler = sampler_of(Pool(plain.images, plain.class_of, plain.task_of, rotate_classes=True), EpisodeShape(4, 2, 3))
    assert sorted(sampler.episode(0).classes.tolist()) == [0, 1, 2, 3]


def test_rotated_classes_show_their_images_rotated_and_their_number_names_the_base() -> None:
    pool = rotated_pool()
    sampler = sampler_of(pool, EpisodeShape(8, 2, 3))
    for number in range(10):
        episode = sampler.episode(number)
        for image, row, answer in zip(episode.queries, episode.query_rows, episode.answers, strict=True):
            numbered = int(episode.classes[answer])
            assert pool.class_of[row] == numbered // 4
            assert torch.equal(image, torch.rot90(pool.images[row], numbered % 4, (-2, -1)))
        for image, label in zip(episode.support.images, episode.support.labels, strict=True):
            numbered = int(episode.classes[label])
            base = pool.images[torch.from_numpy(pool.class_of == numbered // 4)]
            assert any(torch.equal(torch.rot90(one, numbered % 4, (-2, -1)), image) for one in base)


def test_drawing_leaves_the_pool_as_it_was() -> None:
    pool = rotated_pool()
    before = pool.images.clone()
    sampler_of(pool, EpisodeShape(8, 2, 3)).episode(0)
    assert torch.equal(pool.images, before)


def test_without_examples_a_class_of_one_image_is_drawn_for_its_queries() -> None:
    pool = numbered_pool([1, 3, 6], [0] * 3, [-1, 0, 0, 0, 1, 1, 2, 2, -1, -1])
    sampler = sampler_of(pool, EpisodeShape(3, 0, 4))
    for number in range(20):
        episode = sampler.episode(number)
        examples, queries = rows_of(episode)
        assert examples == []
        assert queries == episode.query_rows.tolist()
        assert sorted(episode.answers.bincount().tolist()) == [1, 3, 4]
    with refused("episodes.too_few_classes_to_query"):
        sampler_of(numbered_pool([5], [0]), EpisodeShape(3, 0, 4))


def test_an_episode_has_the_traits_of_its_classes_and_is_the_same_with_and_without() -> None:
    pool = made_pool()
    assert pool.traits is not None
    for shot in (0, 2):
        shape = EpisodeShape(4, shot, 3)
        with_traits, without = (sampler_of(drawn, shape).episode(5) for drawn in (pool, replace(pool, traits=None)))
        assert same_episode(with_traits, without)
        assert with_traits.support.traits is not None
        assert torch.equal(with_traits.support.traits, pool.traits[with_traits.classes])
        assert without.support.traits is None


def test_rotated_classes_share_the_traits_of_their_class() -> None:
    pool = replace(made_pool(), rotate_classes=True)
    assert pool.traits is not None
    episode = sampler_of(pool, SHAPE).episode(0)
    assert episode.support.traits is not None
    assert torch.equal(episode.support.traits, pool.traits[episode.classes // 4])


def with_content(pool: Pool, content: list[int]) -> Pool:
    return replace(pool, content=np.array(content))


def test_no_content_is_in_two_classes_of_an_episode() -> None:
    # Class 1 is a copy of class 0, classes 2 and 3 have one image in common, class 4 has none with others.
    contents = [0, 1, 2, 3, 0, 1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14]
    sampler = sampler_of(with_content(numbered_pool([4] * 5, [0] * 5), contents), EpisodeShape(5, 1, 3))
    assert [code_of(note) for note in sampler.notes[:2]] == [
        "episodes.copies_of_classes",
        "episodes.images_of_several_classes",
    ]
    assert sampler.way == 4
    for number in range(30):
        episode = sampler.episode(number)
        examples, queries = rows_of(episode)
        drawn = [contents[row] for row in [*examples, *queries]]
        assert len(set(drawn)) == len(drawn)
        assert 7 not in drawn
        assert 1 not in episode.classes.tolist()


def test_one_content_in_classes_of_two_tasks_may_be_drawn_within_each() -> None:
    pool = with_content(numbered_pool([3] * 4, [0, 0, 1, 1]), [0, 1, 2, 3, 4, 5, 0, 1, 2, 6, 7, 8])
    assert sampler_of(pool, EpisodeShape(2, 1, 2), mix_tasks=False).notes == ()
    assert sampler_of(pool, EpisodeShape(4, 1, 2), mix_tasks=True).way == 3


def test_classes_that_are_all_copies_are_refused() -> None:
    pool = with_content(numbered_pool([3, 3], [0, 0]), [0, 1, 2, 0, 1, 2])
    with refused("episodes.too_few_classes"):
        sampler_of(pool, EpisodeShape(2, 1, 2))
