"""Every approach can be watched: its trace gives the answers that it gives, and changes nothing."""

import copy
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args

import pytest
import torch
from torch import Tensor

from tests.fact_codes import refused
from tests.learning.parts import (
    SHAPE,
    begun,
    encoder_for,
    made_pool,
    sampler_of,
    seed_weights,
)
from workbench.learning.approach import Approach
from workbench.learning.approaches import APPROACHES, approach_named
from workbench.learning.episode import Episode, Support
from workbench.learning.networks.encoders import Takes
from workbench.learning.one_pass import OnVectors
from workbench.learning.tracing.beside import transfer_beside
from workbench.learning.tracing.trace import (
    Attention,
    DecisionAlone,
    Distances,
    InnerStep,
    MemoryUse,
    PairSimilarities,
    Placed,
    Prototypes,
    SlowAndFast,
    TraceStep,
    TraitPlaces,
)

KINDS = [pytest.param(kind, marks=pytest.mark.slow if kind.name == "reptile" else ()) for kind in APPROACHES]
of_all = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
on_all = pytest.mark.parametrize("takes", get_args(Takes))


@cache
def made_episode(takes: Takes) -> Episode:
    return sampler_of(made_pool(takes)).episode(0)


def one_of(name: str, takes: Takes = "images") -> Approach:
    return copy.deepcopy(begun(approach_named(name), takes))


def numbers_in(value: Any) -> list[Tensor]:
    """Every number of a step, however deep."""
    if isinstance(value, Tensor):
        return [value]
    if is_dataclass(value):
        return [number for field in fields(value) for number in numbers_in(getattr(value, field.name))]
    return [torch.tensor(value)] if isinstance(value, int | float) else []


@of_all
@on_all
def test_a_trace_ends_with_the_very_answers_of_the_approach(kind: type[Approach], takes: Takes) -> None:
    approach, episode = copy.deepcopy(begun(kind, takes)), made_episode(takes)
    with torch.no_grad():
        wanted = approach.adapt(episode.support)(episode.queries)
    trace = approach.trace(episode)
    assert torch.equal(trace.logits.argmax(1), wanted.argmax(1))
    torch.testing.assert_close(trace.logits, wanted)
    assert trace.steps[-1].logits is not None


@of_all
@on_all
def test_tracing_leaves_every_parameter_and_buffer_as_it_was(kind: type[Approach], takes: Takes) -> None:
    approach, episode = copy.deepcopy(begun(kind, takes)), made_episode(takes)
    before = {name: value.clone() for name, value in approach.state_dict().items()}
    seed_weights(7)
    drawn = torch.random.get_rng_state()
    approach.trace(episode)
    transfer_beside(approach, episode)
    assert all(torch.equal(before[name], value) for name, value in approach.state_dict().items())
    assert all(weight.grad is None for weight in approach.parameters())
    assert not any(module._forward_hooks for module in approach.modules())
    assert torch.equal(torch.random.get_rng_state(), drawn)


@of_all
@on_all
def test_all_that_a_trace_shows_is_finite_and_of_the_episode(kind: type[Approach], takes: Takes) -> None:
    episode = made_episode(takes)
    for step in copy.deepcopy(begun(kind, takes)).trace(episode).steps:
        assert all(bool(number.isfinite().all()) for number in numbers_in(step))
        if isinstance(step.shown, Placed):
            assert step.shown.examples.shape == (len(episode.support.labels), 2)
            assert step.shown.queries.shape == (len(episode.queries), 2)
            assert 0 <= step.shown.share <= 1 + 1e-9


@of_all
def test_a_class_without_examples_is_refused_in_words_by_all_that_need_them(kind: type[Approach]) -> None:
    episode = made_episode("images")
    kept = episode.support.labels != 1
    support = Support(episode.support.images[kept], episode.support.labels[kept], episode.support.way)
    lacking = copy.copy(episode)
    object.__setattr__(lacking, "support", support)
    approach = copy.deepcopy(begun(kind, "images"))
    with refused("support.class_unknown" if kind.capabilities.uses_traits else "support.class_without_example"):
        approach.trace(lacking)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("prototypical", [Placed, Prototypes, Distances]),
        ("feat", [Placed, Prototypes, Prototypes, Distances]),
        ("siamese", [Placed, PairSimilarities]),
        ("metanet", [Placed, SlowAndFast, Attention]),
        ("zero-shot", [Placed, TraitPlaces, Prototypes, Distances]),
        ("mann", [MemoryUse] * 10),
        ("maml", [InnerStep] * 4),
        ("lstm", [InnerStep] * 13),
    ],
)
def test_what_an_approach_has_to_show_is_shown(name: str, shown: list[type]) -> None:
    assert [type(step.shown) for step in one_of(name).trace(made_episode("images")).steps] == shown


def test_distances_are_those_to_the_class_means() -> None:
    approach, episode = one_of("prototypical"), made_episode("images")
    with torch.no_grad():
        vectors, queries = approach.encoder(episode.support.images), approach.encoder(episode.queries)
    means = torch.stack([vectors[episode.support.labels == label].mean(0) for label in range(5)])
    shown = approach.trace(episode).steps[-1].shown
    assert isinstance(shown, Distances)
    torch.testing.assert_close(shown.values, torch.cdist(queries, means).square(), rtol=1e-3, atol=1e-3)


def test_attention_is_shared_among_the_examples() -> None:
    for name in ("matching", "metanet"):
        trace = one_of(name).trace(made_episode("images"))
        (shown,) = (step.shown for step in trace.steps if isinstance(step.shown, Attention))
        torch.testing.assert_close(shown.weights.sum(1), torch.ones(15))


def test_a_plane_is_shared_by_all_inner_steps_and_an_image_moves_on_it() -> None:
    steps = [step.shown for step in one_of("maml").trace(made_episode("images")).steps]
    first, last = steps[0], steps[-1]
    assert isinstance(first, InnerStep)
    assert isinstance(last, InnerStep)
    assert first.places.share == last.places.share
    assert not torch.equal(first.places.queries, last.places.queries)


def test_the_gates_of_a_learned_rule_begin_near_gradient_descent() -> None:
    first, *others = (step.shown for step in one_of("lstm").trace(made_episode("images")).steps)
    assert isinstance(first, InnerStep)
    assert first.gates is None
    for step in others:
        assert isinstance(step, InnerStep)
        assert step.gates is not None
        assert step.gates.kept == pytest.approx(0.993, abs=0.01)
        assert step.gates.admitted == pytest.approx(0.1, abs=0.05)


def test_a_memory_holds_what_was_written_and_queries_read_from_it() -> None:
    uses = [step.shown for step in one_of("mann").trace(made_episode("images")).steps]
    assert all(isinstance(use, MemoryUse) for use in uses)
    for seen, use in enumerate(uses, start=1):
        assert isinstance(use, MemoryUse)
        assert use.seen == seen
        assert use.rows_written >= 1
        torch.testing.assert_close(use.held.sum(1), torch.ones(len(use.held)))
        assert bool((use.read.sum(1) <= 1 + 1e-4).all())
        # From examples that were not read yet nothing can be read.
        assert int((use.read.sum(0) > 0).sum()) <= seen


def test_an_approach_with_nothing_more_to_show_shows_its_decision() -> None:
    class Plain(OnVectors):
        def classifier(self, examples: Tensor, support: Support) -> Any:
            return lambda vectors: vectors[:, : support.way]

    approach = Plain(encoder_for("features"), SHAPE, approach_named("prototypical").options_kind()).eval()
    shown: list[TraceStep] = list(approach.trace(made_episode("features")).steps)
    assert isinstance(shown[-1].shown, DecisionAlone)


@of_all
def test_transfer_learning_stands_beside_every_approach(kind: type[Approach]) -> None:
    episode = made_episode("images")
    logits = transfer_beside(copy.deepcopy(begun(kind, "images")), episode)
    assert logits.shape == (len(episode.queries), episode.support.way)
    assert bool(logits.isfinite().all())
