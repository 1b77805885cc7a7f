"""Walks that are looked at: they obey the world, earn what is said, and are those that updates learn from."""

import numpy as np
import pytest
import torch

from tests.learning.parts import seed_weights
from workbench.learning.approach import AdaptedNetwork, Approach
from workbench.learning.problems.movement import UPDATES, Movement, Walks
from workbench.learning.problems.point_world import FASTEST, HORIZON, REACHED, returns_of, straight
from workbench.learning.problems.shown_walks import oracle_return, walks_by_update

MOVEMENT = Movement()
WALKS = 6
GOAL = (0.3, -0.2)


@pytest.fixture(params=["maml", "transfer"])
def approach(request: pytest.FixtureRequest) -> Approach:
    seed_weights(0)
    return MOVEMENT.build(request.param, MOVEMENT.shape(WALKS, WALKS), {"test_steps": 3}).eval()


def test_each_walk_obeys_the_world_and_earns_what_its_path_says(approach: Approach) -> None:
    shown = list(walks_by_update(approach, GOAL, WALKS))
    assert len(shown) == len(UPDATES)
    for walked in shown:
        assert len(walked.paths) == len(walked.returns) == WALKS
        for path, earned in zip(walked.paths, walked.returns, strict=True):
            assert path[0].tolist() == [0.0, 0.0]
            assert np.abs(np.diff(path, axis=0)).max() <= FASTEST + 1e-5
            squares = np.square(path[1:] - GOAL).sum(1)
            assert earned == pytest.approx(-squares.sum(), rel=1e-3)
            assert len(path) == HORIZON + 1 or squares[-1] < 1.01 * REACHED**2


def test_an_update_learns_from_the_walks_that_are_shown(approach: Approach) -> None:
    goals = torch.tensor(GOAL).expand(WALKS, 2)
    alike = Walks(torch.zeros(WALKS, 2), goals, MOVEMENT.outputs, goal=GOAL, seeds=(0, 0))
    for walked, policy in zip(walks_by_update(approach, GOAL, WALKS), approach.adapting(alike), strict=True):
        assert isinstance(policy, AdaptedNetwork)
        for name, weight in policy.weights.items():
            torch.testing.assert_close(walked.weights[name], weight)


def test_the_oracle_earns_what_going_straight_does() -> None:
    assert oracle_return(GOAL) == pytest.approx(float(returns_of(np.array([GOAL], np.float32), straight)[0]))
