"""Meta Networks make fast weights of gradients as algorithm 1 says, and begin as their slow learner."""

from collections.abc import Callable
from functools import partial
from math import exp
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from tests.fact_codes import refused
from tests.learning.parts import SHAPE, AsGiven, Flat, encoder_for, gradients, made_pool, sampler_of, support_of
from workbench.learning.approaches.metanet import MetaNet, MetaNetOptions
from workbench.learning.episode import EpisodeShape, Support
from workbench.learning.events import TrainingStep
from workbench.learning.fast_weights import Augmented, ExampleReader, TaskReader, outer, read, slopes, split_gradients
from workbench.learning.networks.encoders import Encoder
from workbench.learning.training import Plan, Training, train

HEADS = pytest.mark.parametrize("head", ["copied", "numbered"])
SHOTS = pytest.mark.parametrize("shots", [[1, 1, 1], [2, 1, 3], [4, 4, 4, 4]], ids=str)
READERS = pytest.mark.parametrize("kind", [ExampleReader, TaskReader])


def random_numbers(*shape: int) -> Tensor:
    return torch.randn(*shape, dtype=torch.float64)


def a_support(shots: list[int], dimension: int = 6) -> Support:
    """Random vectors, so many of each class."""
    labels = torch.arange(len(shots)).repeat_interleave(torch.tensor(shots))
    return Support(random_numbers(len(labels), dimension), labels, len(shots))


def fresh(encoder: Encoder | None = None, way: int = 5, **options: Any) -> MetaNet:
    torch.manual_seed(0)
    shape = EpisodeShape(way, 1, 3)
    return MetaNet(encoder or AsGiven(6), shape, MetaNetOptions(**{"width": 7, **options})).double().eval()


def experienced(encoder: Encoder | None = None, way: int = 5, **options: Any) -> MetaNet:
    """A network whose fast weights are not zero: every weight has moved at random."""
    approach = fresh(encoder, way, **options)
    with torch.no_grad():
        for weight in approach.parameters():
            weight.add_(torch.randn_like(weight), alpha=0.3)
    return approach


def made_reader(kind: type[ExampleReader | TaskReader]) -> ExampleReader | TaskReader:
    reader = kind(3).double()
    nn.init.normal_(reader.out.weight)
    return reader


def elu(numbers: Tensor) -> Tensor:
    return torch.where(numbers > 0, numbers, numbers.exp() - 1)


def test_gradients_are_split_into_magnitude_and_sign_as_in_the_appendix() -> None:
    small, large = 0.25 * exp(-10), exp(-3)
    split = split_gradients(torch.tensor([large, -large, small, -small, 0.0], dtype=torch.float64))
    expected = torch.tensor([[-0.3, 1], [-0.3, -1], [-1, 0.25], [-1, -0.25], [-1, 0]], dtype=torch.float64)
    torch.testing.assert_close(split, expected)


@READERS
def test_fast_weights_begin_at_zero(kind: type[ExampleReader | TaskReader]) -> None:
    assert not kind(4)(torch.randn(5, 3, 2)).any()


@READERS
def test_every_number_is_read_alike_wherever_it_stands(kind: type[ExampleReader | TaskReader]) -> None:
    reader, seen, moved = made_reader(kind), random_numbers(4, 3, 5), torch.randperm(15)
    elsewhere = seen.flatten(1)[:, moved].view(4, 3, 5)
    made, made_elsewhere = (reader(numbers).view(-1, 15) for numbers in (seen, elsewhere))
    assert made.std() > 0.01
    torch.testing.assert_close(made_elsewhere, made[:, moved])


def test_each_example_is_read_alone_but_a_tasks_examples_one_after_another() -> None:
    seen = random_numbers(4, 3, 5)
    alone, together = made_reader(ExampleReader), made_reader(TaskReader)
    torch.testing.assert_close(alone(seen.flip(0)), alone(seen).flip(0))
    assert together(seen).shape == (3, 5)
    assert not torch.allclose(together(seen.flip(0)), together(seen))


@torch.no_grad()
def test_the_task_reader_is_an_lstm_written_out() -> None:
    reader, seen = made_reader(TaskReader), random_numbers(3, 2, 2)
    assert isinstance(reader, TaskReader)
    weight_in, weight_back, bias_in, bias_back = reader.lstm.parameters()
    expected = torch.empty(2, 2, dtype=torch.float64)
    for place in ((0, 0), (0, 1), (1, 0), (1, 1)):
        said = state = torch.zeros(3, dtype=torch.float64)
        for step in range(3):
            inputs = split_gradients(seen[step])[place]
            gates = weight_in @ inputs + bias_in + weight_back @ said + bias_back
            enter, forget, new, leave = gates.chunk(4)
            state = forget.sigmoid() * state + enter.sigmoid() * new.tanh()
            said = leave.sigmoid() * state.tanh()
        expected[place] = (reader.out.weight @ said + reader.out.bias)[0]
    torch.testing.assert_close(reader(seen), expected)


def test_an_augmented_layer_adds_what_its_slow_and_its_fast_weights_say() -> None:
    layer, inputs, fast = Augmented(4, 3).double(), random_numbers(5, 4), random_numbers(5, 3, 4)
    outputs = [elu(layer.slow.weight @ one) + elu(own @ one) for one, own in zip(inputs, fast, strict=True)]
    torch.testing.assert_close(layer(inputs, fast), torch.stack(outputs))
    same = [elu(layer.slow.weight @ one) + elu(fast[0] @ one) for one in inputs]
    torch.testing.assert_close(layer(inputs, fast[0]), torch.stack(same))


def test_fast_weights_that_are_zero_still_learn() -> None:
    layer, fast = Augmented(4, 3).double(), torch.zeros(3, 4, dtype=torch.float64, requires_grad=True)
    layer(random_numbers(5, 4), fast).sum().backward()
    assert fast.grad is not None
    assert (fast.grad != 0).all()


def test_gradients_of_every_example_are_outer_products_as_autograd_finds_them() -> None:
    weight, outputs, inputs = random_numbers(3, 4), random_numbers(5, 3), random_numbers(6, 4)
    answers = torch.tensor([0, 1, 2, 3, 4, 0])
    products = outer(
        slopes(
            lambda sums: functional.cross_entropy(elu(sums) @ outputs.T, answers, reduction="sum"), inputs @ weight.T
        ),
        inputs,
    )
    for number in range(6):
        own = weight.clone().requires_grad_()
        loss = functional.cross_entropy(elu(inputs[number] @ own.T) @ outputs.T, answers[number])
        torch.testing.assert_close(products[number], torch.autograd.grad(loss, own)[0])


@pytest.mark.parametrize(("scale", "factor"), [("none", 1), ("learned", 10)])
def test_the_memory_is_read_by_the_softmax_of_cosines(scale: str, factor: float) -> None:
    seen, keys, stored = random_numbers(4, 7), random_numbers(3, 7), random_numbers(3, 2, 5)
    values = read(fresh(scale=scale).attention(seen, keys), stored)
    for query, row in zip(seen.numpy(), values.detach().numpy(), strict=True):
        cosines = [query @ key / np.linalg.norm(query) / np.linalg.norm(key) for key in keys.numpy()]
        weights = np.exp(factor * np.array(cosines))
        expected = sum(weight * one for weight, one in zip(weights / weights.sum(), stored.numpy(), strict=True))
        np.testing.assert_allclose(row, expected, rtol=1e-6)


def test_before_any_training_it_is_its_slow_learner() -> None:
    approach, support, queries = fresh(head="numbered"), a_support([2, 1, 3]), random_numbers(9, 6)
    nn.init.normal_(approach.outputs.bias)
    hidden = elu(6**0.5 * queries @ approach.hidden.slow.weight.T)
    slow = hidden @ approach.outputs.weight[:3].T + approach.outputs.bias[:3]
    torch.testing.assert_close(approach.adapt(support)(queries), slow)


def test_before_any_training_classes_that_start_alike_are_equally_likely() -> None:
    logits = fresh().adapt(a_support([2, 1, 3]))(random_numbers(9, 6))
    torch.testing.assert_close(logits, logits[:, :1].expand(-1, 3))


def gradient(loss: Callable[[Tensor], Tensor], weight: Tensor) -> Tensor:
    held = weight.clone().requires_grad_()
    return torch.autograd.grad(loss(held), held)[0]


def representation_loss(approach: MetaNet, support: Support, number: int, weight: Tensor) -> Tensor:
    """As much of the embedding's loss as depends on one example."""
    examples, answers = 6**0.5 * support.images, support.labels
    own = elu(weight @ examples[number])
    if not approach.outputs.copied and len(answers) == support.way:
        return functional.cross_entropy(approach.class_vectors[: support.way] @ own, answers[number])
    others = elu(examples @ approach.embedding.slow.weight.detach().T)
    alike = (answers == answers[number]).double()
    errors = (functional.cosine_similarity(own[None], others) - alike).square()
    # Of all pairs each stands there twice, as one and the other, and counts by half.
    return (errors.sum() - errors[number]) / len(answers)


def algorithm_1(approach: MetaNet, support: Support, query: Tensor) -> Tensor:
    """Return the logits of one query, by autograd, one example at a time, where each is a group."""
    image, examples, answers = 6**0.5 * query, 6**0.5 * support.images, support.labels
    slow_q, slow_w = approach.embedding.slow.weight.detach(), approach.hidden.slow.weight.detach()
    softmax = approach.outputs.start(support.way)["head.weight"].detach()

    def of_each(loss: Callable[[int, Tensor], Tensor], weight: Tensor) -> Tensor:
        return torch.stack([gradient(partial(loss, number), weight) for number in range(len(answers))])

    def loss(number: int, weight: Tensor, top: Tensor) -> Tensor:
        return functional.cross_entropy(top @ elu(weight @ examples[number]), answers[number])

    fast_q = approach.task_reader(of_each(partial(representation_loss, approach, support), slow_q))
    fast_top = approach.example_reader(of_each(lambda number, top: loss(number, slow_w, top), softmax))
    in_place = softmax + fast_top.mean(0) if approach.outputs.copied else softmax
    fast_w = approach.example_reader(of_each(lambda number, weight: loss(number, weight, in_place), slow_w))

    keys = torch.stack([elu(slow_q @ example) + elu(fast_q @ example) for example in examples])
    seen = elu(slow_q @ image) + elu(fast_q @ image)
    attention = (approach.log_scale.exp() * functional.cosine_similarity(seen[None], keys)).softmax(0)
    own_w, own_top = (torch.einsum("n,nij->ij", attention, stored) for stored in (fast_w, fast_top))
    hidden = elu(slow_w @ image) + elu(own_w @ image)
    return softmax @ hidden + own_top @ hidden


@HEADS
@SHOTS
def test_it_is_algorithm_1_done_one_example_at_a_time(head: str, shots: list[int]) -> None:
    approach = experienced(head=head, groups=20)
    nn.init.zeros_(approach.outputs.bias)
    support, queries = a_support(shots), random_numbers(4, 6)
    answers = approach.adapt(support)(queries).softmax(1)
    expected = torch.stack([algorithm_1(approach, support, query) for query in queries]).softmax(1)
    assert answers.std() > 0.01
    torch.testing.assert_close(answers, expected)


def test_examples_beyond_the_number_of_groups_are_read_as_means() -> None:
    support = a_support([2, 1, 2])
    shown = 6**0.5 * support.images
    own, dealt = (fresh(groups=groups).task_gradients(shown, support) for groups in (5, 2))
    torch.testing.assert_close(dealt, torch.stack([own[::2].mean(0), own[1::2].mean(0)]))


def test_numbering_the_classes_otherwise_only_renumbers_the_answers() -> None:
    approach, support, seen = experienced(), a_support([2, 1, 3]), random_numbers(9, 6)
    numbers = torch.tensor([2, 0, 1])
    renumbered = Support(support.images, numbers[support.labels], support.way)
    answers, expected = (approach.adapt(given)(seen).softmax(1) for given in (renumbered, support))
    torch.testing.assert_close(answers[:, numbers], expected)


def test_more_classes_than_it_was_trained_for_are_taken_where_they_start_alike_and_else_refused() -> None:
    support, seen = a_support([1] * 8), random_numbers(3, 6)
    assert experienced().adapt(support)(seen).shape == (3, 8)
    with refused("approach.one_output_per_class", way=8):
        experienced(head="numbered").adapt(support)
    assert experienced(head="numbered").adapt(a_support([2, 1]))(seen).shape == (3, 2)


def test_a_crowd_of_queries_gets_the_answers_of_each_alone() -> None:
    approach, seen = experienced(), random_numbers(1100, 6)
    classify = approach.adapt(a_support([1, 2, 1]))
    torch.testing.assert_close(classify(seen)[[0, 600, 1099]], classify(seen[[0, 600, 1099]]))


@HEADS
def test_training_reaches_slow_weights_and_both_readers(head: str) -> None:
    approach = MetaNet(encoder_for("images"), SHAPE, MetaNetOptions(head=head, width=8)).train()
    episodes = [sampler_of(made_pool()).episode(number) for number in range(2)]
    optimizer = approach.optimizer(1e-2)
    # Fast weights that are zero hide from the first step what made them.
    for _ in range(3):
        approach.zero_grad()
        approach.fit_episodes(episodes)
        optimizer.step()
    added = gradients(approach)
    assert added.keys() == {name for name, _ in approach.named_parameters()}
    # What is added to all classes alike changes no probability, nor does what is added before normalising a batch.
    vain = {name for name in added if head == "copied" and name.startswith("outputs.")}
    vain |= {f"encoder.blocks.{block}.0.bias" for block in range(4)}
    assert min(added[name].abs().max() for name in added.keys() - vain) > 1e-8


def test_an_encoder_with_many_numbers_is_narrowed() -> None:
    pool, approach = made_pool(), fresh(Flat(30), width=5)
    assert approach.embedding.slow.weight.shape == approach.hidden.slow.weight.shape == (5, 5)
    assert approach.adapt(support_of(pool, [1, 2]))(pool.images[:4]).shape == (4, 2)


@pytest.mark.slow
@pytest.mark.parametrize("options", [{}, {"head": "numbered"}, {"scale": "none"}], ids=str)
def test_training_lowers_the_loss(options: dict[str, Any]) -> None:
    approach = MetaNet(Flat(16), SHAPE, MetaNetOptions(**options))
    plan = Plan(episodes=120, episodes_per_step=4, rate=0.01, validate_every=200, validation_episodes=2)
    steps = [
        step
        for step in train(Training(approach, plan), sampler_of(made_pool()), None)
        if isinstance(step, TrainingStep)
    ]
    assert max(step.loss for step in steps[-5:]) < min(step.loss for step in steps[:5])
