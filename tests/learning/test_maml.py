"""MAML's meta-gradients are those of its steps unrolled, and its options change what they say they do."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from math import exp
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from tests.fact_codes import refused
from tests.learning.parts import (
    FEATURES,
    SHAPE,
    AsGiven,
    encoder_for,
    gradients,
    made_pool,
    sampler_of,
    seed_weights,
    support_of,
)
from workbench.learning.approach import Approach
from workbench.learning.approaches.maml import Maml, MamlOptions
from workbench.learning.embedded import on_embeddings
from workbench.learning.episode import Episode, Support
from workbench.learning.networks.encoders import Encoder, FrozenFeatures
from workbench.learning.networks.normalisation import BatchNorm
from workbench.learning.networks.step_sizes import StepSizes
from workbench.learning.options import describe_options
from workbench.learning.training import Plan, Training, train

WAY, PIXELS, MAPS = 3, 6, 2
# Small steps on tiny networks in double precision, so that finite differences are exact to many places.
PLAIN: dict[str, Any] = {"centred": False, "rates": "none", "inner_rate": 0.1, "head_rate": 0.07, "inner_steps": 3}
HEADS = pytest.mark.parametrize("head", ["copied", "numbered"])
ORDERS = pytest.mark.parametrize("order", ["first", "second"])


class Tiny(Encoder):
    """A convolution with batch normalisation, then means over rows; smooth, so that differences are gradients."""

    def __init__(self) -> None:
        super().__init__()
        self.dimension = MAPS * PIXELS
        self.convolution = nn.Conv2d(1, MAPS, 3, padding=1)
        self.norm = BatchNorm(MAPS)

    def forward(self, images: Tensor) -> Tensor:
        return self.norm(self.convolution(images)).tanh().mean(3).flatten(1)


def maml(encoder: Encoder, **options: Any) -> Maml:
    seed_weights(1)
    return Maml(encoder, replace(SHAPE, way=WAY), MamlOptions(**options))


def by_layer(approach: Maml) -> StepSizes:
    assert isinstance(approach.step_sizes, StepSizes)
    return approach.step_sizes


def tiny(**options: Any) -> Maml:
    """An approach on the tiny encoder in double precision, training, with nothing in it that is zero."""
    seed_weights(2)
    approach = maml(Tiny(), **PLAIN | options).double().train()
    with torch.no_grad():
        for weight in approach.head.parameters():
            weight.copy_(0.5 * torch.randn_like(weight))
    return approach


def tiny_episode(seed: int = 3, shots: int = 2) -> Episode:
    seed_weights(seed)
    labels, answers = torch.arange(WAY).repeat(shots), torch.arange(WAY).repeat(2)
    classes = torch.randn(WAY, 1, PIXELS, PIXELS, dtype=torch.float64)
    images, queries = (
        classes[held] + 0.5 * torch.randn(len(held), 1, PIXELS, PIXELS, dtype=torch.float64)
        for held in (labels, answers)
    )
    return Episode(Support(images, labels, WAY), queries, answers, torch.arange(WAY), labels, answers)


def meta_gradients(approach: Approach, episode: Episode) -> dict[str, Tensor]:
    approach.zero_grad()
    approach.episode_loss(episode).loss.backward()
    return gradients(approach)


def unrolled(approach: Maml, episode: Episode, *, inner: str = "all", order: str = "second") -> dict[str, Tensor]:
    """The meta-gradient on the tiny encoder, from the equations of the paper and nothing of the program's."""
    start = {name: value.detach().clone().requires_grad_() for name, value in approach.named_parameters()}
    support, way = episode.support, episode.support.way
    names = ("convolution.weight", "convolution.bias", "norm.weight", "norm.bias")
    weights = [start["encoder." + name] for name in names]
    weights += [start["head.weight"].expand(way, -1), start["head.bias"].expand(way)]

    def logits(weights: list[Tensor], images: Tensor) -> Tensor:
        def maps_of(images: Tensor) -> Tensor:
            return functional.conv2d(images, weights[0], weights[1], padding=1)

        measured = maps_of(support.images)
        mean = measured.mean((0, 2, 3), keepdim=True)
        deviation = ((measured - mean).square().mean((0, 2, 3), keepdim=True) + 1e-5).sqrt()
        normal = (maps_of(images) - mean) / deviation
        bent = (normal * weights[2][:, None, None] + weights[3][:, None, None]).tanh()
        return bent.mean(3).flatten(1) @ weights[4].T + weights[5]

    def loss(weights: list[Tensor], images: Tensor, labels: Tensor) -> Tensor:
        return -logits(weights, images).log_softmax(1)[torch.arange(len(labels)), labels].mean()

    fixed = 0 if inner == "all" else 4
    sizes = [*[PLAIN["inner_rate"]] * 4, *[PLAIN["head_rate"] * 64 / approach.encoder.dimension] * 2][fixed:]
    for _ in range(PLAIN["inner_steps"]):
        slopes = torch.autograd.grad(loss(weights, support.images, support.labels), weights[fixed:], create_graph=True)
        if order == "first":
            slopes = tuple(slope.detach() for slope in slopes)
        moving = zip(weights[fixed:], sizes, slopes, strict=True)
        weights = weights[:fixed] + [weight - size * slope for weight, size, slope in moving]
    loss(weights, episode.queries, episode.answers).backward()
    return {name: value.grad for name, value in start.items() if value.grad is not None}


def assert_alike(actual: dict[str, Tensor], expected: dict[str, Tensor]) -> None:
    assert actual.keys() == expected.keys()
    for name, gradient in actual.items():
        torch.testing.assert_close(gradient, expected[name], rtol=1e-6, atol=1e-9, msg=name)


@HEADS
@ORDERS
def test_the_meta_gradient_is_that_of_the_steps_unrolled(head: str, order: str) -> None:
    approach, episode = tiny(head=head, order=order), tiny_episode()
    assert_alike(meta_gradients(approach, episode), unrolled(approach, episode, order=order))


@HEADS
def test_of_anil_it_is_that_of_steps_of_the_classifier_unrolled(head: str) -> None:
    # Transduction off or on, maps are normalised by what they are part of; the support's are the ones written out.
    approach, episode = tiny(head=head, inner="head", transduction=True).inductive(), tiny_episode()
    assert_alike(meta_gradients(approach, episode), unrolled(approach, episode, inner="head"))


@HEADS
def test_exact_and_approximate_gradients_differ_once_there_is_curvature(head: str) -> None:
    episode = tiny_episode()
    second, first = (meta_gradients(tiny(head=head, order=order), episode) for order in ("second", "first"))
    assert not torch.allclose(second["encoder.convolution.weight"], first["encoder.convolution.weight"], rtol=1e-3)


EVERYTHING: dict[str, dict[str, Any]] = {
    "as in the paper": {"head": "numbered", "transduction": True},
    "classes that start alike": {},
    "centred": {"centred": True},
    "sizes of steps for each layer": {"rates": "layer"},
    "sizes of steps for each layer and step": {"rates": "step", "centred": True},
    "the classifier alone": {"inner": "head", "rates": "step", "head": "numbered"},
}


@pytest.mark.parametrize("options", EVERYTHING.values(), ids=EVERYTHING)
def test_the_meta_gradient_is_that_of_finite_differences(options: dict[str, Any]) -> None:
    approach, episode = tiny(**options), tiny_episode()
    computed = meta_gradients(approach, episode)
    for name, weight in approach.named_parameters():
        if weight.requires_grad:
            direction = torch.randn_like(weight)
            slope = _slope(lambda: approach.episode_loss(episode).loss, weight, direction)
            assert float((computed[name] * direction).sum()) == pytest.approx(slope, rel=1e-5, abs=1e-8), name


def _slope(loss: Callable[[], Tensor], weight: Tensor, direction: Tensor, width: float = 1e-5) -> float:
    sides = []
    for sign in (1, -1, -1, 1):
        sides.append(loss().item())
        with torch.no_grad():
            weight += sign * width * direction
    return (sides[1] - sides[3]) / (2 * width)


def test_what_all_classes_start_with_cancels_out_and_the_first_step_leaves_the_encoder_as_it_was() -> None:
    approach, episode = tiny(inner_steps=1), tiny_episode()
    computed = unrolled(approach, episode)
    assert computed["head.weight"].abs().max() < 1e-15
    classified = approach.eval().adapting(episode.support)
    assert torch.equal(next(classified)(episode.queries).argmax(1), torch.zeros(2 * WAY, dtype=torch.int64))
    whole, alone = (
        list(tiny(inner=inner, transduction=True).eval().adapting(episode.support)) for inner in ("all", "head")
    )
    torch.testing.assert_close(whole[1](episode.queries), alone[1](episode.queries))
    assert not torch.allclose(whole[2](episode.queries), alone[2](episode.queries))


@pytest.mark.parametrize(("inner", "head"), [("all", "copied"), ("all", "numbered"), ("head", "copied")])
def test_adapting_gives_what_so_many_steps_give(inner: str, head: str) -> None:
    options = {"inner": inner, "head": head, "rates": "step"}
    episode = tiny_episode()
    walked = [classify(episode.queries) for classify in tiny(**options).eval().adapting(episode.support)]
    assert len(walked) == 1 + PLAIN["inner_steps"]
    for steps in (1, 2, 3):
        fewer = tiny(**options, test_steps=steps).eval()
        torch.testing.assert_close(fewer.adapt(episode.support)(episode.queries), walked[steps])
        assert not torch.allclose(walked[steps], walked[steps - 1])


def test_each_step_lowers_the_loss_of_the_examples() -> None:
    support = tiny_episode().support
    approach = tiny(test_steps=40, head="numbered").eval()
    losses = [functional.cross_entropy(at(support.images), support.labels).item() for at in approach.adapting(support)]
    assert all(after < before for before, after in pairwise(losses))
    assert losses[-1] < 0.5 * losses[0]


def test_training_and_tests_take_steps_of_their_own_number() -> None:
    episode = tiny_episode()
    few, many = tiny(test_steps=1), tiny(test_steps=9)
    assert torch.equal(few.episode_loss(episode).loss, many.episode_loss(episode).loss)
    few, many = (approach.eval().adapt(episode.support)(episode.queries) for approach in (few, many))
    assert not torch.allclose(few, many)


def test_in_evaluation_it_answers_as_it_learned_to() -> None:
    approach, episode = tiny(centred=True, rates="layer"), tiny_episode()
    trained = approach.train().adapt(episode.support)(episode.queries)
    torch.testing.assert_close(approach.eval().adapt(episode.support)(episode.queries), trained)


@pytest.mark.parametrize(("inner", "stays"), [("head", True), ("all", False)])
def test_only_anil_answers_by_a_linear_classifier_on_the_encoder_as_it_is(inner: str, stays: bool) -> None:
    approach, images = tiny(inner=inner, inner_rate=1.0).eval(), torch.randn(60, 1, PIXELS, PIXELS).double()
    with torch.no_grad():
        vectors = functional.pad(approach.encoder(images), (0, 1), value=1.0)
        logits = approach.adapt(tiny_episode().support)(images)
    rest = logits - vectors @ torch.linalg.lstsq(vectors, logits).solution
    assert (rest.abs().max().item() < 1e-9) == stays


@pytest.mark.parametrize(("rates", "steps"), [("layer", 1), ("step", 3)])
def test_sizes_of_steps_are_learned_for_each_layer_and_used(rates: str, steps: int) -> None:
    approach, episode = tiny(rates=rates, head="numbered"), tiny_episode()
    gradient = meta_gradients(approach, episode)["step_sizes.logs"]
    assert gradient.shape == (steps, 3)
    assert bool((gradient != 0).all())
    plain = approach.episode_loss(episode).loss
    torch.testing.assert_close(plain, tiny(head="numbered").episode_loss(episode).loss)
    for column in range(3):
        with torch.no_grad():
            by_layer(approach).logs[-1, column] += 1
        assert not torch.allclose(approach.episode_loss(episode).loss, plain)
        plain = approach.episode_loss(episode).loss


def test_a_step_beyond_those_trained_is_as_large_as_the_last() -> None:
    approach, episode = tiny(rates="step", test_steps=5), tiny_episode()
    longer = tiny(rates="step", inner_steps=5)
    with torch.no_grad():
        by_layer(approach).logs.add_(torch.randn_like(by_layer(approach).logs))
        by_layer(longer).logs.copy_(by_layer(approach).logs[[0, 1, 2, 2, 2]])
    logits, expected = (learner.eval().adapt(episode.support)(episode.queries) for learner in (approach, longer))
    torch.testing.assert_close(logits, expected)


def test_fixed_sizes_are_not_learned_and_learned_ones_learn_faster_than_weights() -> None:
    fixed, learned = maml(Tiny(), rates="none"), maml(Tiny())
    assert [group["lr"] for group in fixed.optimizer(0.001).param_groups] == [0.001]
    weights, sizes = learned.optimizer(0.001).param_groups
    assert (weights["lr"], sizes["lr"]) == (0.001, 0.01)
    assert sizes["params"] == [learned.step_sizes.logs]
    assert len(weights["params"]) == len(list(learned.parameters())) - 1
    assert not any(weight is learned.step_sizes.logs for weight in weights["params"])


@pytest.mark.parametrize(("encoder", "expected"), [(Tiny(), 0.4 * 64 / 12), (FrozenFeatures(FEATURES), 0.4 * 64)])
def test_the_classifiers_steps_begin_the_larger_the_shorter_the_vectors(encoder: Encoder, expected: float) -> None:
    sizes = by_layer(maml(encoder, inner_rate=0.3, head_rate=0.4))
    starts = {layer: exp(float(sizes.logs.detach()[0, column])) for layer, column in sizes.columns.items()}
    assert starts.pop("head") == pytest.approx(expected, rel=1e-5)
    assert list(starts.values()) == pytest.approx([0.3] * len(starts), rel=1e-5)


def test_numbered_outputs_refuse_more_classes_and_copied_ones_take_them() -> None:
    pool = made_pool("features")
    support = support_of(pool, [1] * (WAY + 1))
    with refused("approach.one_output_per_class", way=4):
        maml(AsGiven(FEATURES), head="numbered").eval().adapt(support)
    logits = maml(AsGiven(FEATURES), head="copied").eval().adapt(support)(support.images)
    assert torch.equal(logits.argmax(1), support.labels)


def test_classes_that_start_alike_may_come_in_any_order() -> None:
    episode, order = tiny_episode(), torch.tensor([2, 0, 1])
    approach = tiny(centred=True).eval()
    support = episode.support
    before = approach.adapt(support)(episode.queries)
    after = approach.adapt(Support(support.images, order[support.labels], WAY))(episode.queries)
    torch.testing.assert_close(after[:, order], before)


def test_centred_the_answers_do_not_depend_on_what_all_vectors_have_in_common() -> None:
    support = support_of(made_pool("features"), [2, 2, 2])
    beside = Support(support.images + 5, support.labels, 3)
    apart = {}
    for centred in (True, False):
        approach = maml(AsGiven(FEATURES), centred=centred, head_rate=0.001).eval()
        here, there = approach.adapt(support), approach.adapt(beside)
        apart[centred] = (here(support.images) - there(beside.images)).abs().max().item()
    assert apart[True] < 1e-4
    assert apart[False] > 1e-2


@pytest.mark.parametrize("inner", ["all", "head"])
def test_only_transduction_lets_an_answer_depend_on_other_queries(inner: str) -> None:
    pool = made_pool()
    support, queries = support_of(pool, [2, 2, 2]), pool.images[:9]
    shifts = []
    for transduction, labelling in ((True, False), (True, True), (False, False)):
        approach = maml(encoder_for("images"), inner=inner, transduction=transduction).eval()
        assert approach.capabilities.transductive == transduction
        classify = (approach.inductive() if labelling else approach).adapt(support)
        assert approach.capabilities.transductive == transduction
        shifts.append((classify(queries)[:1] - classify(queries[:1])).abs().max().item())
    assert shifts[0] > 0.01
    assert max(shifts[1:]) < 1e-3


@pytest.mark.parametrize("takes", ["images", "features"])
def test_anil_is_shown_vectors_instead_of_images_and_gives_the_same_answers(takes: Any) -> None:
    pool = made_pool(takes)
    approach = maml(encoder_for(takes), inner="head", test_steps=7)
    plan = Plan(episodes=8, episodes_per_step=2, rate=0.01, validate_every=8, validation_episodes=2)
    shape = replace(SHAPE, way=WAY)
    for _ in train(Training(approach, plan), sampler_of(pool, shape), None):
        pass
    approach.eval()
    assert approach.capabilities.adapts_embeddings
    support, queries = support_of(pool, [1, 3, 2, 2]), pool.images[20:40]
    with torch.no_grad():
        vectors = Support(approach.encoder(support.images), support.labels, 4)
        shown = on_embeddings(approach).adapt(vectors)(approach.encoder(queries))
        torch.testing.assert_close(shown, approach.adapt(support)(queries), rtol=1e-4, atol=1e-4)


def test_only_anil_without_transduction_adapts_embeddings() -> None:
    assert maml(Tiny(), inner="head").capabilities.adapts_embeddings
    assert not maml(Tiny(), inner="head", transduction=True).capabilities.adapts_embeddings
    assert not maml(Tiny()).capabilities.adapts_embeddings


def test_a_classifier_keeps_no_graph_of_the_examples() -> None:
    support = tiny_episode().support
    for inner in ("all", "head"):
        classify = tiny(inner=inner, centred=True).eval().adapt(support)
        with torch.no_grad():
            assert not classify(support.images).requires_grad


def test_a_form_shows_three_options_first() -> None:
    basic = [facts.name for facts in describe_options(MamlOptions) if facts.basic]
    assert basic == ["inner", "inner_steps", "test_steps"]
