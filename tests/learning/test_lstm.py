"""The LSTM meta-learner steps as the paper says, begins as gradient descent, and is trained by the paper's gradient."""

from collections.abc import Callable
from dataclasses import replace
from math import exp, log
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from tests.fact_codes import refused
from tests.learning.parts import AsGiven, made_pool, sampler_of
from workbench.learning.approaches.lstm import LstmLearner, LstmOptions, Rule, size_and_sign
from workbench.learning.embedded import on_embeddings
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.networks.encoders import Conv4, Encoder

WAY = 3
ADAPTS = pytest.mark.parametrize("adapts", ["head", "last", "all"])
FORGET = 1 / (1 + exp(-5))
RATE = 0.2


class Tiny(Encoder):
    """Two linear layers on four numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.dimension = 2
        self.blocks = nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 2))

    def forward(self, images: Tensor) -> Tensor:
        return self.blocks(images)


def learner(encoder: Encoder | None = None, **options: Any) -> LstmLearner:
    chosen = LstmOptions(**{"steps": 3, "rate": RATE, "units": 2, **options})
    return LstmLearner(encoder or Tiny(), EpisodeShape(WAY, 2, 2), chosen).double().eval()


def at_random(approach: LstmLearner) -> LstmLearner:
    """Let the gates heed all of their input, and the classes' start be no special one."""
    for weight in (*approach.rule.parameters(), *approach.head.parameters()):
        nn.init.normal_(weight, std=0.7)
    return approach


def an_episode(way: int = WAY, numbers: int = 4) -> Episode:
    labels = torch.arange(way).repeat_interleave(2)
    images, queries = torch.randn(2, len(labels), numbers, dtype=torch.float64)
    nowhere = torch.zeros(0, dtype=torch.int64)
    return Episode(Support(images, labels, way), queries, labels, torch.arange(way), nowhere, nowhere)


def weights_of(approach: LstmLearner) -> dict[str, Tensor]:
    """The weights that a task of three classes starts from, by layer, the classifier's last."""
    assert isinstance(approach.encoder, Tiny)
    first, last = approach.encoder.blocks[0], approach.encoder.blocks[2]
    assert isinstance(first, nn.Linear)
    assert isinstance(last, nn.Linear)
    head = [weight.expand(WAY, *weight.shape[1:]) for weight in (approach.head.weight, approach.head.bias)]
    names = ("first", "first bias", "last", "last bias", "head", "head bias")
    return dict(zip(names, (first.weight, first.bias, last.weight, last.bias, *head), strict=True))


def answers(weights: dict[str, Tensor], images: Tensor) -> Tensor:
    hidden = functional.linear(images, weights["first"], weights["first bias"]).tanh()
    vectors = functional.linear(hidden, weights["last"], weights["last bias"])
    return functional.linear(vectors, weights["head"], weights["head bias"])


def governed(adapts: str) -> tuple[str, ...]:
    """The beginnings of the names of the weights that adapt."""
    return {"head": ("head",), "last": ("last", "head"), "all": ("first", "last", "head")}[adapts]


def slopes(weights: dict[str, Tensor], support: Support) -> tuple[dict[str, Tensor], Tensor]:
    """Return the gradients of the support's loss, and the loss, as constants."""
    held = {name: weight.detach().requires_grad_() for name, weight in weights.items()}
    with torch.enable_grad():
        loss = functional.cross_entropy(answers(held, support.images), support.labels)
        gradients = torch.autograd.grad(loss, list(held.values()))
    return dict(zip(held, gradients, strict=True)), loss.detach()


def descended(approach: LstmLearner, support: Support, keep: float, rate: float, steps: int = 3) -> dict[str, Tensor]:
    weights = {name: weight.detach() for name, weight in weights_of(approach).items()}
    for _ in range(steps):
        gradients, _ = slopes(weights, support)
        for name in [name for name in weights if name.startswith(governed(approach.chosen.adapts))]:
            weights[name] = keep * weights[name] - rate * gradients[name]
    return weights


@ADAPTS
@pytest.mark.parametrize("head", ["copied", "numbered"])
def test_untrained_it_is_gradient_descent_that_forgets_a_little(adapts: str, head: str) -> None:
    approach, episode = learner(adapts=adapts, head=head), an_episode()
    expected = answers(descended(approach, episode.support, FORGET, RATE), episode.queries)
    torch.testing.assert_close(approach.adapt(episode.support)(episode.queries), expected)


@ADAPTS
def test_with_gates_held_at_one_and_a_rate_it_is_gradient_descent(adapts: str) -> None:
    approach, episode = learner(adapts=adapts), an_episode()
    nn.init.constant_(approach.rule.forget.bias, 50.0)
    nn.init.constant_(approach.rule.admit.bias, log(0.7 / 0.3))
    expected = answers(descended(approach, episode.support, 1.0, 0.7), episode.queries)
    torch.testing.assert_close(approach.adapt(episode.support)(episode.queries), expected)


@ADAPTS
def test_a_classifier_comes_before_the_first_and_after_every_step(adapts: str) -> None:
    approach, episode = learner(adapts=adapts), an_episode()
    logits = [classify(episode.queries) for classify in approach.adapting(episode.support)]
    expected = [
        answers(descended(approach, episode.support, FORGET, RATE, steps), episode.queries) for steps in range(4)
    ]
    torch.testing.assert_close(logits, expected)
    assert torch.equal(logits[-1], approach.adapt(episode.support)(episode.queries))


def test_steps_on_new_classes_may_be_others_than_in_training() -> None:
    episode = an_episode()
    approach = learner(test_steps=5)
    count = {training: len(list(approach.train(training).adapting(episode.support))) for training in (True, False)}
    assert count == {True: 1 + 3, False: 1 + 5}


@pytest.mark.slow
@pytest.mark.parametrize("value", [0.0, 1e-30, 1e-6, 4.4e-5, 1e-3, 0.5, 1.0, 7.0, 1e9])
@pytest.mark.parametrize("sign", [1, -1])
def test_numbers_are_split_into_size_and_sign(value: float, sign: int) -> None:
    expected = [log(value) / 10, float(sign)] if value >= exp(-10) else [-1.0, sign * exp(10) * value]
    split = size_and_sign(torch.tensor([sign * value], dtype=torch.float64))
    torch.testing.assert_close(split, torch.tensor([expected], dtype=torch.float64))


def test_the_rule_is_the_same_for_every_weight() -> None:
    approach = at_random(learner())
    weights, gradients = torch.randn(2, 9, dtype=torch.float64)
    order = torch.randperm(9)

    def stepped(weights: Tensor, gradients: Tensor) -> Tensor:
        memory, loss = approach.rule.memory(weights), weights.new_tensor(0.4)
        for _ in range(3):
            weights, memory = approach.rule(weights, gradients, loss, memory)
        return weights

    torch.testing.assert_close(stepped(weights, gradients)[order], stepped(weights[order], gradients[order]))
    torch.testing.assert_close(stepped(weights, gradients)[:1], stepped(weights[:1], gradients[:1]))


def as_in_the_paper(rule: Rule, read: tuple[Tensor, Tensor], weights: Tensor, state: list[Tensor]) -> list[Tensor]:
    """The gates (n,) of a step, written out, given gradients and loss; `state` is carried over, and changed."""

    def split(values: Tensor) -> Tensor:
        big = values.abs() >= exp(-10)
        size = torch.where(big, values.abs().clamp(min=1e-99).log() / 10, -torch.ones_like(values))
        return torch.stack([size, torch.where(big, values.sign(), exp(10) * values)], 1)

    said, cell, forget, admit = state
    surprise = torch.cat([split(read[0]), split(read[1][None]).repeat(len(weights), 1)], 1)
    reader = rule.reader
    sums = surprise @ reader.weight_ih.T + reader.bias_ih + said @ reader.weight_hh.T + reader.bias_hh
    into, keep, content, out = sums.split(2, 1)
    cell = keep.sigmoid() * cell + into.sigmoid() * content.tanh()
    said = out.sigmoid() * cell.tanh()
    gates = []
    for gate, before in ((rule.forget, forget), (rule.admit, admit)):
        seen = torch.column_stack([said, weights, before])
        gates.append((seen @ gate.weight[0] + gate.bias).sigmoid())
    state[:] = said, cell, *gates
    return gates


Slopes = tuple[dict[str, Tensor], Tensor]


def loss_of_queries(approach: LstmLearner, episode: Episode, known: list[Slopes]) -> Tensor:
    """The queries' loss after steps along gradients that are constants: those `known`, or, added to it, those found."""
    weights = weights_of(approach)
    names = [name for name in weights if name.startswith(governed(approach.chosen.adapts))]
    sizes = [weights[name].numel() for name in names]
    state = [torch.zeros(sum(sizes), *more).double() for more in ((2,), (2,), (), ())]
    for step in range(approach.chosen.steps):
        if len(known) == step:
            known.append(slopes(weights, episode.support))
        gradients, loss = known[step]
        flat, gradient = (torch.cat([named[name].flatten() for name in names]) for named in (weights, gradients))
        forget, admit = as_in_the_paper(approach.rule, (gradient, loss), flat, state)
        pieces = (forget * flat - admit * gradient).split(sizes)
        weights |= {name: piece.view_as(weights[name]) for name, piece in zip(names, pieces, strict=True)}
    return functional.cross_entropy(answers(weights, episode.queries), episode.answers)


def differences(loss: Callable[[], Tensor], weight: Tensor, small: float = 1e-6) -> Tensor:
    quotients = torch.zeros_like(weight)
    flat = weight.data.view(-1)
    for place in range(len(flat)):
        before = float(flat[place])
        sides = []
        for side in (small, -small):
            flat[place] = before + side
            sides.append(float(loss()))
        flat[place] = before
        quotients.view(-1)[place] = (sides[0] - sides[1]) / (2 * small)
    return quotients


@ADAPTS
@pytest.mark.parametrize("head", ["copied", "numbered"])
def test_it_is_trained_by_the_slope_of_the_queries_loss_along_constant_gradients(adapts: str, head: str) -> None:
    approach = at_random(learner(adapts=adapts, head=head)).train()
    episode, known = an_episode(), list[Slopes]()
    outcome = approach.episode_loss(episode)
    torch.testing.assert_close(outcome.loss, loss_of_queries(approach, episode, known))
    outcome.loss.backward()
    with torch.no_grad():
        for name, weight in approach.named_parameters():
            expected = differences(lambda: loss_of_queries(approach, episode, known), weight)
            torch.testing.assert_close(weight.grad, expected, rtol=1e-5, atol=1e-8, msg=lambda text, n=name: n + text)
            assert expected.any(), name


def test_what_leads_to_the_gates_learns_from_the_first_step_on() -> None:
    approach = learner()
    approach.episode_loss(an_episode()).loss.backward()
    gates = approach.rule.forget, approach.rule.admit
    assert all(bool(gate.weight.grad is not None and gate.weight.grad.any()) for gate in gates)


@ADAPTS
def test_nothing_of_an_episode_stays_for_the_next(adapts: str) -> None:
    approach, (first, other) = at_random(learner(adapts=adapts)), (an_episode(), an_episode())
    before = approach.adapt(first.support)(first.queries)
    approach.adapt(other.support)(other.queries)
    assert torch.equal(approach.adapt(first.support)(first.queries), before)


@pytest.fixture(params=["last", "all"])
def with_images(request: pytest.FixtureRequest) -> LstmLearner:
    encoder = Conv4(16, 1, filters=4)
    return LstmLearner(encoder, EpisodeShape(5, 2, 3), LstmOptions(adapts=request.param, steps=2)).eval()


def test_where_the_encoder_adapts_logits_do_not_depend_on_neighbours(with_images: LstmLearner) -> None:
    episode = sampler_of(made_pool()).episode(0)
    classify = with_images.adapt(episode.support)
    alone = torch.cat([classify(query) for query in episode.queries.split(1)])
    torch.testing.assert_close(alone, classify(episode.queries), rtol=1e-4, atol=1e-4)


def test_where_the_encoder_adapts_it_is_left_as_it_was(with_images: LstmLearner) -> None:
    episode = sampler_of(made_pool()).episode(0)
    before = {name: value.clone() for name, value in with_images.state_dict().items()}
    answers = [with_images.adapt(episode.support)(episode.queries)]
    with torch.no_grad():
        answers.append(with_images.adapt(episode.support)(episode.queries))
    torch.testing.assert_close(*answers)
    assert all(torch.equal(before[name], value) for name, value in with_images.state_dict().items())
    assert all(weight.grad is None for weight in with_images.parameters())


def test_where_the_encoder_adapts_it_cannot_be_given_vectors(with_images: LstmLearner) -> None:
    with pytest.raises(ValueError, match="needs images"):
        on_embeddings(with_images)


@ADAPTS
def test_of_features_only_the_classifier_adapts(adapts: str) -> None:
    approach, support = learner(AsGiven(4), adapts=adapts), an_episode().support
    vectors = functional.normalize(support.images, dim=1)
    classify = on_embeddings(approach).adapt(replace(support, images=vectors))
    torch.testing.assert_close(classify(vectors), approach.adapt(replace(support, images=vectors))(vectors))


def test_classes_that_start_alike_may_be_more_than_in_training_and_in_any_order() -> None:
    approach, episode, order = at_random(learner(adapts="all")), an_episode(way=7), torch.randperm(7)
    logits = approach.adapt(episode.support)(episode.queries)
    renamed = replace(episode.support, labels=order[episode.support.labels])
    torch.testing.assert_close(approach.adapt(renamed)(episode.queries)[:, order], logits)


def test_numbered_classes_are_refused_where_there_are_more_than_in_training() -> None:
    with refused("approach.one_output_per_class", way=4):
        learner(head="numbered").adapt(an_episode(way=4).support)
    assert learner(head="numbered").adapt(an_episode(way=2).support)(an_episode().queries).shape == (6, 2)
