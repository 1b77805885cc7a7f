"""Reptile moves its start towards what ordinary training on each task reaches."""

import copy
from dataclasses import replace
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from tests.fact_codes import refused
from tests.learning.parts import (
    SHAPE,
    AsGiven,
    Flat,
    encoder_for,
    gradients,
    made_pool,
    sampler_of,
    seed_weights,
    support_of,
    training_shape_of,
)
from workbench.errors import UserError
from workbench.learning.approaches.reptile import Reptile, ReptileOptions, batches
from workbench.learning.checkpoint import approach_bytes, load_approach
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.events import TrainingStep
from workbench.learning.networks.encoders import Encoder, Takes
from workbench.learning.networks.inner_descent import Adam
from workbench.learning.options import parse_options
from workbench.learning.training import NotFinite, Plan, Training, train

OPTIMIZERS = pytest.mark.parametrize("inner_optimizer", ["adam", "sgd"])
HEADS = pytest.mark.parametrize("head", ["copied", "numbered"])


def reptile(encoder: Encoder, **options: Any) -> Reptile:
    seed_weights(0)
    return Reptile(encoder, SHAPE, ReptileOptions(**options))


def precise(**options: Any) -> Reptile:
    """One that sees flat images, in double precision, and begins with a head that is not zero."""
    seed_weights(0)
    approach = reptile(Flat(8), **options).double()
    nn.init.normal_(approach.head.weight, std=0.3)
    return approach.train()


def episodes(count: int = 3) -> list[Episode]:
    sampler = sampler_of(made_pool())
    return [sampler.episode(number) for number in range(count)]


class Straight(nn.Module):
    """The same network written out, with a row of its own for each class."""

    def __init__(self, approach: Reptile, way: int) -> None:
        super().__init__()
        self.encoder = copy.deepcopy(approach.encoder)
        head = {name: value.detach().clone() for name, value in approach.head.start(way).items()}
        self.weight, self.bias = nn.Parameter(head["head.weight"]), nn.Parameter(head["head.bias"])

    def forward(self, images: Tensor) -> Tensor:
        return functional.linear(self.encoder(images), self.weight, self.bias)


def solver_of(network: Straight, options: ReptileOptions) -> torch.optim.Optimizer:
    pace = options.head_pace if options.head == "copied" else 1.0
    groups = [
        {"params": [*network.encoder.parameters()]},
        {"params": [network.weight, network.bias], "lr": options.inner_rate * pace},
    ]
    if options.inner_optimizer == "sgd":
        return torch.optim.SGD(groups, lr=options.inner_rate)
    return torch.optim.Adam(groups, lr=options.inner_rate, betas=(0.0, 0.999))


def reached(network: Straight, episode: Episode, options: ReptileOptions) -> Straight:
    """Train on all images of the episode with an optimiser of torch's."""
    solver = solver_of(network, options)
    images = torch.cat([episode.support.images, episode.queries])
    labels = torch.cat([episode.support.labels, episode.answers])
    for rows in batches(len(labels), options.inner_batch, options.inner_steps):
        solver.zero_grad()
        functional.cross_entropy(network(images[rows]), labels[rows]).backward()
        solver.step()
    return network


@HEADS
@OPTIMIZERS
def test_gradients_are_start_minus_reached_averaged_over_tasks(inner_optimizer: str, head: str) -> None:
    options = ReptileOptions(inner_optimizer=inner_optimizer, head=head, inner_rate=0.02, keep_squares=False)
    approach = precise(inner_optimizer=inner_optimizer, head=head, inner_rate=0.02, keep_squares=False)
    seed_weights(3)
    ends = [reached(Straight(approach, 5), episode, options) for episode in episodes()]
    seed_weights(3)
    approach.fit_episodes(episodes())
    added = gradients(approach)
    for name, start in approach.encoder.named_parameters():
        expected = torch.stack([start - end.encoder.get_parameter(name) for end in ends]).mean(0)
        torch.testing.assert_close(added["encoder." + name], expected)
    moved = approach.head.weight - torch.stack([end.weight for end in ends]).mean(0)
    expected = moved.mean(0, keepdim=True) if head == "copied" else moved
    torch.testing.assert_close(added["head.weight"], expected)


def test_a_rate_of_one_moves_the_start_to_the_average_reached() -> None:
    options = ReptileOptions(inner_rate=0.02)
    approach = precise(inner_rate=0.02)
    seed_weights(3)
    end = reached(Straight(approach, 5), episodes()[0], options)
    seed_weights(3)
    solver = approach.optimizer(0.5)
    approach.fit_episodes(episodes(1))
    solver.step()
    for name, weight in approach.encoder.named_parameters():
        torch.testing.assert_close(weight, end.encoder.get_parameter(name))
    torch.testing.assert_close(approach.head.weight, end.weight.mean(0, keepdim=True))


def test_from_task_to_task_adam_goes_on_as_one_that_was_never_forgotten() -> None:
    approach, options = precise(head="numbered"), ReptileOptions(head="numbered")
    network = Straight(approach, 5)
    seed_weights(3)
    start, solver = copy.deepcopy(network.state_dict()), solver_of(network, options)
    for episode in episodes():
        network.load_state_dict(start)
        images = torch.cat([episode.support.images, episode.queries])
        labels = torch.cat([episode.support.labels, episode.answers])
        for rows in batches(len(labels), options.inner_batch, options.inner_steps):
            solver.zero_grad()
            functional.cross_entropy(network(images[rows]), labels[rows]).backward()
            solver.step()
    seed_weights(3)
    approach.fit_episodes(episodes())
    states = [solver.state[weight]["exp_avg_sq"].flatten() for weight in network.encoder.parameters()]
    states += [solver.state[weight]["exp_avg_sq"].flatten() for weight in (network.weight, network.bias)]
    torch.testing.assert_close(approach.squares, torch.cat(states))
    assert approach.taken == 15


def test_forgetting_adam_leaves_nothing_behind() -> None:
    approach = precise(keep_squares=False)
    approach.fit_episodes(episodes())
    assert not approach.squares.any()
    assert approach.taken == 0


def test_adam_is_torchs_with_beta1_zero() -> None:
    weights = {"one": torch.randn(4, 3).double(), "two": torch.randn(5).double()}
    theirs = [weight.clone().requires_grad_() for weight in weights.values()]
    solver = torch.optim.Adam(
        [{"params": theirs[:1], "lr": 0.1}, {"params": theirs[1:], "lr": 0.01}], betas=(0.0, 0.999)
    )
    squares = {name: torch.zeros_like(weight) for name, weight in weights.items()}
    descent = Adam({"one": 0.1, "two": 0.01}, squares, 0)
    for _ in range(7):
        slopes = {name: torch.randn_like(weight) for name, weight in weights.items()}
        weights = descent.step(weights, slopes)
        for weight, gradient in zip(theirs, slopes.values(), strict=True):
            weight.grad = gradient
        solver.step()
    for ours, weight in zip(weights.values(), theirs, strict=True):
        torch.testing.assert_close(ours, weight)


@HEADS
@pytest.mark.parametrize("sizes", [[3], [2, 1], [1, 1, 1]], ids=str)
def test_in_parts_the_step_is_the_same_as_at_once(sizes: list[int], head: str) -> None:
    whole, parted = precise(head=head), precise(head=head)
    seed_weights(5)
    whole.fit_episodes(episodes())
    seed_weights(5)
    done = 0
    for size in sizes:  # As the training loop weighs chunks.
        for weight in parted.parameters():
            if weight.grad is not None:
                weight.grad *= done / size
        parted.fit_episodes(episodes()[done : done + size])
        for weight in parted.parameters():
            if weight.grad is not None:
                weight.grad *= size / (done + size)
        done += size
    expected, in_parts = gradients(whole), gradients(parted)
    assert in_parts.keys() == expected.keys() == {name for name, _ in whole.named_parameters()}
    for name in expected:
        torch.testing.assert_close(in_parts[name], expected[name])
    torch.testing.assert_close(parted.squares, whole.squares)


def test_the_outer_step_falls_evenly_to_nothing() -> None:
    approach = reptile(Flat(), outer_step=0.8)
    solver = approach.optimizer(1e-3)
    schedule = approach.schedule(solver, 4)
    assert schedule is not None
    rates = []
    for _ in range(4):
        rates.append(solver.param_groups[0]["lr"])
        solver.step()
        schedule.step()
    assert rates == pytest.approx([0.8, 0.6, 0.4, 0.2])
    assert solver.param_groups[0]["lr"] == pytest.approx(0)


def test_the_outer_step_may_stay_as_it_is() -> None:
    approach = reptile(Flat(), decay="none")
    assert approach.schedule(approach.optimizer(1e-3), 4) is None


def test_all_images_come_once_before_any_comes_again() -> None:
    seen = torch.cat([*batches(6, 4, 3)])
    assert seen[:6].sort().values.tolist() == seen[6:].sort().values.tolist() == [0, 1, 2, 3, 4, 5]
    assert [len(rows) for rows in batches(3, 10, 2)] == [3, 3]


def test_a_training_task_has_as_many_images_as_asked_for() -> None:
    assert Reptile.training_shape(SHAPE, ReptileOptions()) == replace(SHAPE, shot=9, query=1)
    assert Reptile.training_shape(SHAPE, ReptileOptions(train_shot=0)) == SHAPE


def test_adapting_gives_the_start_and_then_a_classifier_after_each_step_of_torchs_adam() -> None:
    approach, options = precise(inner_rate=0.01, test_steps=4).eval(), ReptileOptions(inner_rate=0.01)
    support = support_of(made_pool(), [1] * 4)
    network = Straight(approach, 4)
    solver = solver_of(network, options)
    answers = [classify(support.images) for classify in approach.adapting(support)]
    for answer in answers:
        torch.testing.assert_close(answer, network(support.images))
        solver.zero_grad()
        functional.cross_entropy(network(support.images), support.labels).backward()
        solver.step()
    assert len(answers) == 5
    assert torch.equal(approach.adapt(support)(support.images), answers[-1])


def test_adapting_begins_with_the_squares_that_meta_training_left() -> None:
    remembering, forgetting = precise(), precise(keep_squares=False)
    for approach in (remembering, forgetting):
        approach.fit_episodes(episodes())
        approach.eval()
    support = support_of(made_pool(), [2] * 5)
    other = precise().eval()
    load_approach(other, approach_bytes(remembering))
    first, second, third = (learner.adapt(support)(support.images) for learner in (remembering, forgetting, other))
    assert not torch.allclose(first, second)
    assert torch.equal(first, third)


@pytest.mark.parametrize("seen_together", [True, False])
def test_queries_are_seen_together_only_where_the_option_says_so_and_it_is_not_off(
    seen_together: bool,
) -> None:
    pool, approach = made_pool(), reptile(encoder_for("images"), transduction=True, test_steps=2).eval()
    assert approach.capabilities.transductive
    asked = approach if seen_together else approach.inductive()
    classify, queries = asked.adapt(support_of(pool, [2] * 3)), pool.images[60:70]
    alone = torch.cat([classify(query) for query in queries.split(1)])
    assert torch.allclose(alone, classify(queries), rtol=1e-4, atol=1e-4) != seen_together
    assert not reptile(Flat()).capabilities.transductive


def test_with_one_query_seen_together_are_the_examples_and_it() -> None:
    approach = reptile(encoder_for("images"), transduction=True, test_steps=1).eval()
    support, query = support_of(made_pool(), [2] * 3), made_pool().images[60:61]
    start = next(iter(approach.adapting(support)))
    approach.train()
    both = approach.encoder(torch.cat([support.images, query]))[-1:]
    approach.eval()
    expected = functional.linear(both, *approach.head.start(3).values())
    torch.testing.assert_close(start(query), expected, rtol=1e-4, atol=1e-5)


@HEADS
def test_only_classes_that_start_alike_may_be_more_than_trained_for(head: str) -> None:
    approach, support = precise(head=head, test_steps=3).eval(), support_of(made_pool(), [1] * 8)
    if head == "numbered":
        with refused("approach.one_output_per_class", way=8):
            approach.adapt(support)
    else:
        assert approach.adapt(support)(support.images).shape == (8, 8)


def test_outputs_without_a_class_in_an_episode_stay_where_they_are() -> None:
    approach = precise(head="numbered")
    sampler = sampler_of(made_pool(), EpisodeShape(3, 2, 3, SHAPE.training_classes))
    approach.fit_episodes([sampler.episode(0)])
    assert approach.head.weight.grad is not None
    assert approach.head.weight.grad[:3].all()
    assert not approach.head.weight.grad[3:].any()


def test_numbering_the_classes_otherwise_only_renumbers_the_answers_where_they_start_alike() -> None:
    approach, support = precise(test_steps=3).eval(), support_of(made_pool(), [1, 1, 1])
    numbers = torch.tensor([2, 0, 1])
    renumbered = Support(support.images, numbers[support.labels], 3)
    logits, other = (approach.adapt(given)(support.images) for given in (support, renumbered))
    torch.testing.assert_close(other[:, numbers], logits)


class Weighed(AsGiven):
    """Features times a weight for each."""

    def __init__(self, dimension: int) -> None:
        super().__init__(dimension)
        self.weight = nn.Parameter(torch.ones(dimension))

    def forward(self, features: Tensor) -> Tensor:
        return features * self.weight


@pytest.mark.parametrize(("dimension", "step", "head_step"), [(64, 0.05, 0.08), (256, 0.0125, 0.04)])
def test_on_features_the_more_numbers_a_step_adds_up_the_shorter_it_is(
    dimension: int, step: float, head_step: float
) -> None:
    approach = reptile(Weighed(dimension), head="numbered", inner_steps=1, inner_rate=0.01).double().train()
    inputs = torch.randn(10, dimension).double()
    labels, rows = torch.arange(5), torch.arange(0)
    approach.fit_episodes([Episode(Support(inputs[:5], labels, 5), inputs[5:], labels, labels, rows, rows)])
    # A first step of Adam is as long as its rate, whatever the gradient.
    for name, expected in (("encoder.weight", step), ("head.weight", head_step)):
        length = gradients(approach)[name].abs()
        torch.testing.assert_close(length, torch.full_like(length, expected), rtol=1e-3, atol=0)


@pytest.mark.slow
@OPTIMIZERS
@pytest.mark.parametrize("takes", ["images", "features"])
def test_training_lowers_the_loss(takes: Takes, inner_optimizer: str) -> None:
    rate = 0.001 if inner_optimizer == "adam" else 0.05
    encoder = Flat(16) if takes == "images" else encoder_for(takes)
    approach = reptile(encoder, inner_optimizer=inner_optimizer, inner_rate=rate)
    sampler = sampler_of(made_pool(takes), training_shape_of(approach))
    plan = Plan(episodes=120, episodes_per_step=4, rate=1e-3, validate_every=200, validation_episodes=2)
    steps = [event for event in train(Training(approach, plan), sampler, None) if isinstance(event, TrainingStep)]
    assert sum(step.loss for step in steps[-5:]) < sum(step.loss for step in steps[:5])


def test_options_are_read_by_name() -> None:
    assert parse_options(ReptileOptions, {"decay": "linear", "head": "numbered"}).decay == "linear"
    with pytest.raises(UserError, match="decay must be"):
        parse_options(ReptileOptions, {"decay": "never"})


def test_a_step_far_too_large_is_named_instead_of_a_rate_that_has_no_part_in_it() -> None:
    approach = reptile(Flat(8), inner_optimizer="sgd", inner_rate=1.0, head_pace=1000.0).train()
    with torch.no_grad():
        approach.head.weight.fill_(1e38)
    with pytest.raises(NotFinite) as stopped:
        list(train(Training(approach, Plan(40, 4, 1e-3, 100, 2)), sampler_of(made_pool()), None))
    assert stopped.value.text.values["advice"] == approach.divergence_hint(1e-3)
    assert dict(approach.divergence_hint(1e-3).values) == {"step": 1.0}
