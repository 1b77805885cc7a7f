"""Movement: a world as gymnasium's, rewards by hand, an exact meta-gradient, and walks that come nearer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from gymnasium.vector.utils import batch_space
from gymnasium.wrappers.vector import RecordEpisodeStatistics
from torch import Tensor
from torch.distributions import Normal, kl_divergence
from torch.nn import functional

from tests.learning.parts import seed_weights
from workbench.learning.approach import Approach
from workbench.learning.approaches.maml import Maml
from workbench.learning.checkpoint import approach_bytes
from workbench.learning.episode import Episode, Support
from workbench.learning.objective import LearnAll
from workbench.learning.problems import problem as problems
from workbench.learning.problems.drawn import Held, hold
from workbench.learning.problems.movement import UPDATES, Movement, Walks
from workbench.learning.problems.point_world import FARTHEST, HORIZON, PointWorld, aimless, returns_of, straight
from workbench.learning.problems.policy import Gaussian, Policy, acted
from workbench.learning.problems.rollouts import DISCOUNT, advantages, roll_out
from workbench.learning.problems.trust_region import TrustRegion, conjugate_gradient
from workbench.learning.problems.twin import Twin
from workbench.learning.training import Plan, Training, train

MOVEMENT = Movement()
SHAPE = MOVEMENT.shape(4, 6)
STEP = 1e-9  # of finite differences: what walks far out have taught bends the loss within a hundred thousandth
SPREAD = (-0.5, 0.2)  # logarithms of deviations
GOALS = np.array([[0.25, 0.0], [-0.5, 0.1], [0.005, 0.0]], np.float32)


def to_the_right(inputs: Tensor) -> Tensor:
    return torch.tensor([1.0, 0.0, *SPREAD]).expand(len(inputs), 4)


def still(inputs: Tensor) -> Tensor:
    return torch.tensor([0.0, 0.0, *SPREAD]).expand(len(inputs), 4)


def fresh(learner: str = "maml", **options: Any) -> Approach:
    seed_weights(0)
    return MOVEMENT.build(learner, SHAPE, options).train()


def learn_all(approach: Approach) -> LearnAll:
    """Return how all tasks are learned at once: MAML from their walks, the twin not at all."""
    if isinstance(approach, Maml):
        return approach._learn_all
    assert isinstance(approach, Twin)
    return lambda _: (
        lambda inputs: functional.linear(approach.encoder(inputs), approach.head.weight, approach.head.bias)
    )


def parameters(approach: Approach) -> list[Tensor]:
    return [weight for weight in approach.parameters() if weight.requires_grad]


def doubled(several: Sequence[Support]) -> list[Support]:
    return [replace(each, images=each.images.double(), labels=each.labels.double()) for each in several]


def episodes(count: int) -> list[Episode]:
    return [MOVEMENT.tasks(SHAPE, 0).episode(number) for number in range(count)]


def test_the_world_has_spaces_and_a_clock_as_gymnasium_wants_them() -> None:
    world = RecordEpisodeStatistics(PointWorld(GOALS))
    assert world.observation_space == batch_space(world.single_observation_space, 3)
    assert world.action_space == batch_space(world.single_action_space, 3)
    at, _ = world.reset(seed=1)
    world.action_space.seed(1)
    earned, late, infos = np.zeros(3), np.zeros(3, np.bool_), dict[str, Any]()
    for step in range(1, HORIZON + 1):
        assert at in world.observation_space
        at, rewards, reached, late, infos = world.step(world.action_space.sample())
        earned += rewards
        assert rewards.shape == reached.shape == late.shape == (3,)
        assert not (reached & late).any()
        assert late.any() == (step == HORIZON)
    np.testing.assert_allclose(infos["episode"]["r"][late], earned[late], rtol=1e-4)


def test_rewards_clipping_and_the_end_are_those_of_the_paper() -> None:
    world = PointWorld(GOALS)
    world.reset()
    at, rewards, reached, late, _ = world.step(np.array([[5.0, 0.0], [-0.05, 0.1], [0.0, 0.0]], np.float32))
    np.testing.assert_allclose(at, [[0.1, 0.0], [-0.05, 0.1], [0.0, 0.0]], atol=1e-7)
    np.testing.assert_allclose(rewards, [-(0.15**2), -(0.45**2), -(0.005**2)], rtol=1e-5)
    assert reached.tolist() == [False, False, True]
    assert not late.any()
    at, rewards, reached, _, _ = world.step(np.full((3, 2), 0.1, np.float32))
    assert at[2].tolist() == [0.0, 0.0], "a walk that has ended stays where it is"
    assert rewards[2] == 0.0
    assert reached[2], "and remains ended"


def test_only_the_points_of_the_mask_begin_again() -> None:
    world = PointWorld(GOALS)
    world.reset()
    world.step(np.full((3, 2), 0.1, np.float32))
    at, _ = world.reset(options={"reset_mask": np.array([True, False, True])})
    np.testing.assert_allclose(at, [[0, 0], [0.1, 0.1], [0, 0]])


def test_the_oracle_earns_what_a_hand_reckons_and_the_aimless_less_than_it() -> None:
    np.testing.assert_allclose(returns_of(GOALS[:1], straight), [-(0.15**2) - 0.05**2], rtol=1e-4)
    assert (returns_of(GOALS, straight) >= returns_of(GOALS, aimless(0))).all()


def test_an_advantage_is_what_is_earned_from_there_on_less_what_is_expected() -> None:
    noise = np.stack([Walks(torch.zeros(20, 2), torch.zeros(20, 2), 4, seeds=(task,)).noise(0) for task in range(2)])
    rollouts = roll_out(GOALS[:2], noise, to_the_right)
    gained = advantages(rollouts)
    for task in range(2):
        counted = rollouts.counted[task] > 0
        assert gained[task][counted].mean() == pytest.approx(0, abs=1e-5)
        earned = np.zeros((20, HORIZON))
        for walk in range(20):
            for step in range(HORIZON):
                later = rollouts.rewards[task, walk, step:]
                earned[walk, step] = (later * DISCOUNT ** np.arange(len(later))).sum()
        x, y = rollouts.observations[task].astype(np.float64).reshape(-1, 2).T
        time = np.tile(np.arange(HORIZON) / HORIZON, 20)
        rows = counted.ravel()
        known = np.stack([x, y, x * x, y * y, time, time**2, time**3, np.ones_like(x)], 1)[rows]
        left = earned.ravel()[rows] - known @ np.linalg.lstsq(known, earned.ravel()[rows])[0]
        scale = max(1.0, left.std())
        np.testing.assert_allclose(gained[task].ravel()[rows], (left - left.mean()) / scale, atol=2e-3)


def test_walks_of_many_goals_together_are_those_of_each_alone() -> None:
    several = [
        Walks(torch.zeros(4, 2), torch.zeros(4, 2), 4, goal=goal, seeds=(0, row))
        for row, goal in enumerate(((0.3, 0.1), (-0.2, 0.4)))
    ]
    for together, alone in zip(several[0].seen_together(several, to_the_right, 1), several, strict=True):
        seen = alone.seen_by(to_the_right, 1)
        torch.testing.assert_close(together.images, seen.images)
        torch.testing.assert_close(together.labels, seen.labels)


def test_walks_are_the_same_again_and_others_at_another_step_or_for_another_policy() -> None:
    walks = MOVEMENT.tasks(SHAPE, 0).episode(3).support
    seen = walks.seen_by(still)
    assert torch.equal(seen.labels, walks.seen_by(still).labels)
    assert not torch.equal(seen.images, walks.seen_by(still, 1).images)
    assert not torch.equal(seen.images, walks.seen_by(to_the_right).images)


def test_the_loss_falls_where_the_policy_gradient_says() -> None:
    labels = MOVEMENT.tasks(SHAPE, 0).episode(0).support.seen_by(still).labels.double()
    done = acted(labels)
    outputs = done.outputs.clone().requires_grad_()
    policy = Policy(HORIZON)
    (slope,) = torch.autograd.grad(policy.loss(outputs, labels), outputs)
    again = done.outputs.clone().requires_grad_()
    normal = Normal(again[:, :2], again[:, 2:].exp())
    (likelihood,) = torch.autograd.grad(normal.log_prob(done.actions).sum(), again)
    torch.testing.assert_close(slope, -(done.counted * done.advantages)[:, None] * likelihood / done.counted.sum())


def test_the_divergence_is_that_of_one_gaussian_from_another() -> None:
    labels = MOVEMENT.tasks(SHAPE, 0).episode(0).support.seen_by(still).labels.double()
    before, policy = acted(labels).outputs, Policy(HORIZON)
    now = before + torch.tensor([0.3, -0.4, 0.2, -0.1])
    assert policy.divergence(before, before, labels) == 0
    expected = kl_divergence(*(Normal(each[0, :2], each[0, 2:].exp()) for each in (before, now))).sum()
    assert policy.divergence(before, now, labels) == pytest.approx(expected.item())


def test_a_deviation_is_kept_within_bounds() -> None:
    gaussian = Gaussian.of(torch.tensor([[0.0, 0.0, -90.0, 90.0]]))
    drawn = gaussian.drawn(torch.ones(1, 2))
    assert 0 < drawn[0, 0] < 0.05
    assert 1 < drawn[0, 1] < 5


@pytest.mark.parametrize("options", [{}, {"rates": "weight"}, {"inner_steps": 2}, {"inner": "head"}], ids=str)
def test_the_outer_gradient_is_that_of_finite_differences(options: dict[str, Any]) -> None:
    approach = fresh(inner_rate=0.01, head_rate=0.01, **options)
    learn = learn_all(approach)
    seen = hold(learn, episodes(2))
    held = Held(tuple(map(doubled, seen.steps)), doubled(seen.asked))
    approach.double()
    weights = parameters(approach)

    def loss() -> Tensor:
        return MOVEMENT.objective.loss(*held.outputs(learn))

    slopes = torch.autograd.grad(loss(), weights, allow_unused=True, materialize_grads=True)
    draw = torch.Generator().manual_seed(0)
    along = [torch.randn(weight.shape, generator=draw, dtype=torch.float64) for weight in weights]
    ends: list[float] = []
    for side in (STEP, -2 * STEP):
        with torch.no_grad():
            for weight, part in zip(weights, along, strict=True):
                weight.add_(side * part)
        ends.append(loss().item())
    expected = (ends[0] - ends[1]) / (2 * STEP)
    found = sum((slope * part).sum().item() for slope, part in zip(slopes, along, strict=True))
    assert found == pytest.approx(expected, rel=1e-5)


def test_conjugate_gradients_solve_a_linear_system() -> None:
    draw = torch.Generator().manual_seed(0)
    root = torch.randn(6, 6, generator=draw, dtype=torch.float64)
    matrix, wanted = root @ root.T + torch.eye(6), torch.randn(6, generator=draw, dtype=torch.float64)
    found = conjugate_gradient(lambda vector: matrix @ vector, wanted, 6)
    torch.testing.assert_close(matrix @ found, wanted)


@pytest.mark.parametrize("learner", ["maml", "transfer"])
def test_an_outer_step_lowers_the_loss_and_changes_what_learners_do_no_more_than_allowed(learner: str) -> None:
    approach = fresh(learner)
    learn, policy = learn_all(approach), Policy(HORIZON)
    held = hold(learn, episodes(4))
    before, answers = held.outputs(learn)
    approach.accumulate(episodes(4))
    approach.optimizer(1e-3).step()
    after, _ = held.outputs(learn)
    assert policy.loss(after, answers) < policy.loss(before, answers)
    assert 0 < policy.divergence(before, after, answers) <= TrustRegion(policy).farthest * 1.01


@pytest.mark.parametrize("options", [{}, {"inner_steps": 2}, {"inner": "head"}], ids=str)
def test_learned_at_once_or_one_after_the_other_walks_are_the_same(options: dict[str, Any]) -> None:
    approach = fresh(inner_rate=0.01, head_rate=0.01, **options)
    held = hold(learn_all(approach), episodes(2))
    for episode, asked in zip(episodes(2), held.asked, strict=True):
        observations, _ = episode.asked(approach.adapt(episode.support))
        torch.testing.assert_close(observations, asked.images, atol=1e-3, rtol=1e-3)


def test_goals_are_drawn_from_the_square_and_differ() -> None:
    goals = torch.stack([MOVEMENT.tasks(SHAPE, 0).episode(number).support.labels[0] for number in range(200)])
    assert goals.abs().max() <= FARTHEST
    assert goals.abs().max() > 0.9 * FARTHEST
    assert goals.std(0).min() > 0.2


def test_training_leads_to_the_very_same_weights_again() -> None:
    def weights() -> bytes:
        approach = fresh()
        list(train(Training(approach, Plan(4, 2, 1e-3, 4, 1)), MOVEMENT.tasks(SHAPE, 0), None))
        return approach_bytes(approach)

    assert weights() == weights()


def test_a_test_has_returns_by_update_beside_the_oracle_and_the_aimless() -> None:
    tested = [each for each in MOVEMENT.tested(fresh(test_steps=3).eval(), 3, 0) if isinstance(each, problems.Tested)]
    under = {each.under for each in tested}
    assert under == {(), ("random",), ("oracle",)}
    for name in under:
        assert [each.at for each in tested if each.under == name] == [(str(update),) for update in UPDATES]
    best = next(each.mean for each in tested if each.under == ("oracle",))
    assert all(each.mean <= best < 0 for each in tested)


@pytest.mark.slow
def test_a_learned_start_earns_more_after_an_update_than_before() -> None:
    shape = MOVEMENT.shape(10, 10)
    seed_weights(0)
    approach = MOVEMENT.build("maml", shape, {"test_steps": 1})
    list(train(Training(approach, Plan(150, 10, 1e-3, 150, 1)), MOVEMENT.tasks(shape, 0), None))
    tasks = MOVEMENT.tasks(shape, 1)
    before, after = np.array([tasks.scores_by_step(approach.eval(), number) for number in range(20)]).mean(0)
    assert after > before + 2
    assert after > -1 / 6 * HORIZON, "whoever stays at the start earns minus the mean squared distance, 1/6, a step"
