"""Matching Networks attend to examples as the paper says, with and without full-context embeddings."""

from typing import Any

import pytest
import torch
from torch import nn
from torch.nn import functional

from tests.learning.parts import SHAPE, AsGiven, Flat, encoder_for, made_pool, sampler_of, support_of
from workbench.learning.approach import outcome
from workbench.learning.approaches.matching import FullContext, Matching, MatchingOptions
from workbench.learning.embedded import on_embeddings
from workbench.learning.episode import Support
from workbench.learning.events import TrainingStep
from workbench.learning.networks.encoders import Encoder, Takes
from workbench.learning.training import Plan, Training, train

CONTEXTS = pytest.mark.parametrize("full_context", [False, True], ids=["each alone", "full context"])


def matching(encoder: Encoder, **options: Any) -> Matching:
    torch.manual_seed(0)
    return Matching(encoder, SHAPE, MatchingOptions(**options)).double().eval()


def a_support(shots: list[int], dimension: int = 6) -> Support:
    """Random vectors, so many of each class."""
    labels = torch.arange(len(shots)).repeat_interleave(torch.tensor(shots))
    return Support(torch.randn(len(labels), dimension, dtype=torch.float64), labels, len(shots))


def cosines(queries: torch.Tensor, examples: torch.Tensor) -> torch.Tensor:
    return functional.cosine_similarity(queries[:, None], examples[None], dim=2)


def queries(dimension: int = 6) -> torch.Tensor:
    return torch.randn(7, dimension, dtype=torch.float64)


@pytest.mark.parametrize(("scale", "factor"), [("none", 1), ("learned", 10)])
def test_with_one_example_a_class_probabilities_are_the_softmax_of_cosines(scale: str, factor: float) -> None:
    support, seen = a_support([1, 1, 1, 1]), queries()
    probabilities = matching(AsGiven(6), scale=scale).adapt(support)(seen).exp()
    torch.testing.assert_close(probabilities, (factor * cosines(seen, support.images)).softmax(1))


@pytest.mark.parametrize("shots", [[2, 2, 2], [1, 4, 2], [9, 1]], ids=str)
def test_a_class_gets_the_attention_of_all_its_examples_as_equation_1_says(shots: list[int]) -> None:
    support, seen = a_support(shots), queries()
    probabilities = matching(AsGiven(6), scale="none").adapt(support)(seen).exp()
    one_hot = functional.one_hot(support.labels, support.way).double()
    torch.testing.assert_close(probabilities, cosines(seen, support.images).softmax(1) @ one_hot)


@CONTEXTS
def test_logits_are_logarithms_of_probabilities(full_context: bool) -> None:
    logits = matching(AsGiven(6), full_context=full_context).adapt(a_support([3, 1, 2]))(queries())
    torch.testing.assert_close(logits.exp().sum(1), torch.ones(7, dtype=torch.float64))


def test_cross_entropy_is_the_papers_loss() -> None:
    support, seen, answers = a_support([2, 1, 3]), queries(), torch.tensor([0, 1, 2, 0, 1, 2, 0])
    logits = matching(AsGiven(6)).adapt(support)(seen)
    expected = -logits[range(7), answers].mean()
    torch.testing.assert_close(outcome(logits, answers).loss, expected)


def test_a_class_that_gets_next_to_no_attention_still_has_a_finite_logit_and_gradient() -> None:
    approach = Matching(AsGiven(2), SHAPE, MatchingOptions())
    nn.init.constant_(approach.log_scale, 6.0)  # exp(-800) is zero in single precision.
    support = Support(torch.tensor([[1.0, 0.0], [-1.0, 0.0]]), torch.tensor([0, 1]), 2)
    logits = approach.adapt(support)(torch.tensor([[1.0, 0.0]]))
    logits.sum().backward()
    assert logits.isfinite().all()
    assert approach.log_scale.grad is not None
    assert approach.log_scale.grad.isfinite()


def test_the_length_of_a_vector_does_not_matter() -> None:
    support, seen = a_support([2, 3]), queries()
    approach = matching(AsGiven(6))
    longer = Support(5 * support.images, support.labels, support.way)
    torch.testing.assert_close(approach.adapt(longer)(3 * seen), approach.adapt(support)(seen))


def test_the_order_of_the_examples_matters_only_with_full_context() -> None:
    support, seen = a_support([2, 1, 3]), queries()
    turned = Support(support.images.flip(0), support.labels.flip(0), support.way)
    alone, together = (matching(AsGiven(6), full_context=chosen) for chosen in (False, True))
    torch.testing.assert_close(alone.adapt(turned)(seen), alone.adapt(support)(seen))
    change = together.adapt(turned)(seen) - together.adapt(support)(seen)
    assert 1e-4 < change.abs().max() < 5


def test_even_with_full_context_numbering_the_classes_otherwise_only_renumbers_the_answers() -> None:
    support, seen, numbers = a_support([2, 1, 3]), queries(), torch.tensor([2, 0, 1])
    approach = matching(AsGiven(6), full_context=True)
    renumbered = Support(support.images, numbers[support.labels], support.way)
    torch.testing.assert_close(approach.adapt(renumbered)(seen)[:, numbers], approach.adapt(support)(seen))


def test_full_context_that_reads_nothing_leaves_every_vector_as_it_is() -> None:
    context = FullContext(6, 3).double()
    for weight in context.parameters():
        nn.init.zeros_(weight)
    support, seen = a_support([1, 2]), queries()
    assert torch.equal(context.examples(support.images), support.images)
    assert torch.equal(context.queries(seen, support.images), seen)


def test_with_full_context_an_example_is_seen_differently_beside_others_and_so_is_a_query() -> None:
    context = FullContext(6, 3).double()
    first, second, seen = a_support([1, 2]).images, a_support([1, 2]).images, queries()
    second[0] = first[0]
    assert not torch.allclose(context.examples(first)[0], context.examples(second)[0])
    assert not torch.allclose(context.queries(seen, first), context.queries(seen, second))


@torch.no_grad()
def test_one_look_is_the_attention_lstm_of_the_appendix_written_out() -> None:
    context, seen, examples = FullContext(4, 2).double(), queries(4), a_support([1, 2], 4).images
    cell = context.attention
    hidden = state = torch.zeros(7, 4, dtype=torch.float64)
    # [h, r] are the two halves of the paper's hidden state; the weights on r lie beside those on the image.
    from_image, from_read = cell.weight_ih.chunk(2, dim=1)
    from_both = torch.cat([cell.weight_hh, from_read], 1)
    for _ in range(2):
        read = torch.einsum("qn,nd->qd", torch.softmax(hidden @ examples.T, 1), examples)
        gates = seen @ from_image.T + torch.cat([hidden, read], 1) @ from_both.T + cell.bias_ih + cell.bias_hh
        enter, forget, new, leave = gates.chunk(4, dim=1)
        state = forget.sigmoid() * state + enter.sigmoid() * new.tanh()
        hidden = leave.sigmoid() * state.tanh() + seen
    torch.testing.assert_close(context.queries(seen, examples), hidden)


@pytest.mark.parametrize("takes", ["images", "features"])
@pytest.mark.parametrize("shots", [[1, 2, 4, 1, 3], [1] * 8], ids=str)
def test_full_context_takes_unequal_shots_and_any_number_of_classes(takes: Takes, shots: list[int]) -> None:
    pool = made_pool(takes)
    approach = Matching(encoder_for(takes), SHAPE, MatchingOptions(full_context=True)).eval()
    classify = approach.adapt(support_of(pool, shots))
    together = classify(pool.images[:4])
    assert together.shape == (4, len(shots))
    alone = torch.cat([classify(image) for image in pool.images[:4].split(1)])
    torch.testing.assert_close(alone, together, rtol=1e-4, atol=1e-4)


@torch.no_grad()
def test_full_context_is_of_vectors_so_that_it_may_be_shown_them_instead_of_images() -> None:
    pool = made_pool()
    approach = Matching(encoder_for("images"), SHAPE, MatchingOptions(full_context=True)).eval()
    support = support_of(pool, [2, 1, 3])
    vectors = Support(approach.encoder(support.images), support.labels, support.way)
    shown = on_embeddings(approach).adapt(vectors)(approach.encoder(pool.images[:6]))
    torch.testing.assert_close(shown, approach.adapt(support)(pool.images[:6]), rtol=1e-4, atol=1e-4)


def test_the_papers_own_cosine_has_nothing_to_learn_and_is_never_sure() -> None:
    approach = matching(AsGiven(6), scale="none")
    assert not approach.log_scale.requires_grad
    support = Support(torch.eye(6, dtype=torch.float64)[:5], torch.arange(5), 5)
    assert approach.adapt(support)(support.images).exp().max() < 0.65
    assert Matching(Flat(), SHAPE, MatchingOptions()).log_scale.exp().item() == pytest.approx(10)


@pytest.mark.slow
@pytest.mark.parametrize("options", [{"scale": "none"}, {"full_context": True, "reading_steps": 1}], ids=str)
def test_training_lowers_the_loss(options: dict[str, Any]) -> None:
    approach = Matching(Flat(16), SHAPE, MatchingOptions(**options))
    plan = Plan(episodes=200, episodes_per_step=4, rate=0.01, validate_every=200, validation_episodes=2)
    steps = [
        event
        for event in train(Training(approach, plan), sampler_of(made_pool()), None)
        if isinstance(event, TrainingStep)
    ]
    assert max(step.loss for step in steps[-5:]) < min(step.loss for step in steps[:5])
