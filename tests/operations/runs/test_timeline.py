"""The earlier moments of a training are few, evenly spread, and found again by their episode."""

from dataclasses import dataclass
from itertools import pairwise

from workbench.operations.runs.timeline import MOST_MOMENTS, Timeline


@dataclass(frozen=True)
class Shown:
    episode: int


def test_a_long_training_keeps_a_hundred_moments_from_its_first_to_its_newest() -> None:
    moments = Timeline(Shown(episode) for episode in range(0, 20_000, 10))
    episodes = moments.episodes
    assert len(moments) == MOST_MOMENTS == 100
    assert (episodes[0], episodes[-1]) == (0, 19_990)
    gaps = [later - earlier for earlier, later in pairwise(episodes)]
    assert max(gaps) < 4 * 19_990 / 99


def test_a_moment_is_the_latest_that_was_there() -> None:
    moments = Timeline(map(Shown, (10, 20, 40)))
    assert [moments.at(episode) for episode in (5, 10, 39, 1000)] == [None, Shown(10), Shown(20), Shown(40)]
    assert moments.newest == Shown(40)


def test_what_came_after_the_episode_that_a_run_resumes_at_goes() -> None:
    moments = Timeline(map(Shown, (10, 20, 40)))
    moments.go_back_to(20)
    moments.add(Shown(20))
    assert moments.episodes == (10, 20)
