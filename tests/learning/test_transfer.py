"""Transfer learning fits its classifier to the minimum and learns its encoder by classification."""

import copy
from itertools import pairwise
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from tests.learning.parts import CLASSES, SHAPE, AsGiven, Flat, encoder_for, made_pool, sampler_of, support_of
from workbench.learning.approach import Classifier
from workbench.learning.approaches.transfer import Transfer, TransferOptions
from workbench.learning.checkpoint import approach_bytes, load_approach
from workbench.learning.embedded import on_embeddings
from workbench.learning.episode import EpisodeShape, Support
from workbench.learning.events import TrainingStep
from workbench.learning.networks.encoders import FrozenFeatures, Takes
from workbench.learning.options import options_as_json, options_from_json
from workbench.learning.training import Plan, Training, train

HEADS = ("linear", "cosine")


def three_clouds(spread: float) -> Support:
    """Twelve vectors of length about one in four dimensions, four around each of three axes."""
    labels = torch.arange(3).repeat_interleave(4)
    return Support(functional.one_hot(labels, 4) + spread * torch.randn(12, 4), labels, 3)


@pytest.mark.parametrize("head", HEADS)
def test_either_head_separates_what_can_be_separated(head: str) -> None:
    support = three_clouds(0.1)
    classify = Transfer(AsGiven(4), SHAPE, TransferOptions(head=head)).adapt(support)
    assert torch.equal(classify(support.images).argmax(1), support.labels)
    assert torch.equal(classify(three_clouds(0.1).images).argmax(1), support.labels)


@pytest.mark.parametrize("head", HEADS)
def test_either_head_takes_one_example_a_class(head: str) -> None:
    pool = made_pool("features")
    support = support_of(pool, [1] * 5)
    classify = Transfer(FrozenFeatures(32), SHAPE, TransferOptions(head=head)).adapt(support)
    assert torch.equal(classify(support.images).argmax(1), support.labels)


def test_the_cosine_head_does_not_see_the_length_of_a_vector() -> None:
    support = three_clouds(0.3)
    classify = Transfer(AsGiven(4), SHAPE, TransferOptions(head="cosine")).adapt(support)
    torch.testing.assert_close(classify(7 * support.images), classify(support.images))
    assert classify(support.images).abs().max() <= 20


def test_the_linear_head_sees_the_length_of_a_vector_only_where_asked_to() -> None:
    support = three_clouds(0.3)
    for unit_length in (True, False):
        classify = Transfer(AsGiven(4), SHAPE, TransferOptions(unit_length=unit_length)).adapt(support)
        change = (classify(7 * support.images) - classify(support.images)).abs().max()
        assert (change < 1e-4) == unit_length


@pytest.mark.parametrize(("spread", "steps"), [(0.1, 30), (1.0, 100)])
def test_the_linear_head_is_fitted_to_the_minimum_of_its_loss(spread: float, steps: int) -> None:
    support = three_clouds(spread)
    options = TransferOptions(fit_steps=steps)
    weights, bias = head_of(Transfer(AsGiven(4), SHAPE, options).adapt(support), options.scale)
    vectors = functional.normalize(support.images, dim=1)

    def slope(weights: Tensor, bias: Tensor) -> float:
        held = weights.detach().requires_grad_(), bias.detach().requires_grad_()
        wrong = functional.cross_entropy(options.scale * vectors @ held[0].T + held[1], support.labels)
        gradients = torch.autograd.grad(wrong + options.penalty * held[0].square().sum(), held)
        return max(float(gradient.abs().max()) for gradient in gradients)

    assert slope(weights, bias) < 1e-3 * slope(torch.zeros(3, 4), torch.zeros(3))


def test_a_penalty_changes_nothing_of_the_cosine_head() -> None:
    support = three_clouds(1.0)
    free, held = (TransferOptions(head="cosine", penalty=penalty) for penalty in (0.0, 10.0))
    first, second = (Transfer(AsGiven(4), SHAPE, options).adapt(support) for options in (free, held))
    assert torch.equal(first(support.images), second(support.images))


def head_of(classify: Classifier, scale: float) -> tuple[Tensor, Tensor]:
    """Read weights and bias of a linear classifier of four numbers off its answers."""
    bias = classify(torch.zeros(1, 4))[0]
    return (classify(torch.eye(4)) - bias).T / scale, bias


@pytest.mark.slow
@pytest.mark.parametrize("head", HEADS)
def test_training_lowers_the_loss_of_telling_the_training_classes_apart(head: str) -> None:
    approach = Transfer(Flat(32), SHAPE, TransferOptions(head=head))
    plan = Plan(episodes=200, episodes_per_step=4, rate=0.003, validate_every=200, validation_episodes=2)
    steps = [
        event
        for event in train(Training(approach, plan), sampler_of(made_pool()), None)
        if isinstance(event, TrainingStep)
    ]
    first, last = steps[:5], steps[-5:]
    assert max(step.loss for step in last) < min(step.loss for step in first)
    assert min(step.accuracy for step in last) > max(step.accuracy for step in first)


def test_rotated_classes_are_training_classes_of_their_own() -> None:
    approach = Transfer(Flat(), EpisodeShape(5, 2, 3, training_classes=4 * CLASSES), TransferOptions())
    episode = sampler_of(made_pool()).episode(0)
    assert approach.episode_loss(episode).loss.isfinite()
    assert len(approach.training_bias) == 4 * CLASSES


def test_without_training_classes_it_still_adapts_and_is_saved() -> None:
    approaches = [Transfer(AsGiven(4), EpisodeShape(5, 1, 1), TransferOptions()) for _ in range(2)]
    load_approach(approaches[1], approach_bytes(approaches[0]))
    support = three_clouds(0.1)
    assert torch.equal(approaches[1].adapt(support)(support.images).argmax(1), support.labels)


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_training_classes_are_objected_to(count: int) -> None:
    unsupported_reason = Transfer.unsupported_reason(EpisodeShape(5, 1, 1, training_classes=count), TransferOptions())
    assert "at least two classes" in str(unsupported_reason)


def test_a_batch_is_few_images_of_many_classes_as_many_as_the_episode_has() -> None:
    for shape, counts in (
        (EpisodeShape(20, 1, 5, 900), (60, 1, 1)),
        (EpisodeShape(5, 1, 15, 900), (40, 1, 1)),
        (EpisodeShape(5, 5, 15, 12), (12, 1, 7)),
        (EpisodeShape(2, 1, 1, 50), (2, 1, 1)),
        (EpisodeShape(5, 1, 15, 3), (3, 1, 15)),
    ):
        drawn = Transfer.training_shape(shape, TransferOptions())
        assert (drawn.way, drawn.shot, drawn.query) == counts


def test_the_images_of_a_step_are_one_batch() -> None:
    encoder = Flat()
    seen = list[int]()
    encoder.register_forward_hook(lambda _module, _given, vectors: seen.append(len(vectors)))
    approach = Transfer(encoder, SHAPE, TransferOptions())
    sampler = sampler_of(made_pool(), Transfer.training_shape(SHAPE, TransferOptions()))
    episodes = [sampler.episode(number) for number in range(3)]
    loss, _ = approach.fit_episodes(episodes)
    assert seen == [3 * 24]
    alone = [approach.episode_loss(episode).loss.item() for episode in episodes]
    assert loss == pytest.approx(sum(alone) / 3, rel=1e-5)


def test_a_run_from_before_there_were_such_batches_goes_on_with_its_own() -> None:
    stored = {name: value for name, value in options_as_json(TransferOptions()).items() if name != "batch"}
    options = options_from_json(TransferOptions, stored)
    assert options == TransferOptions(batch="episodes")
    assert Transfer.training_shape(SHAPE, options) == SHAPE
    seen = list[int]()
    approach = Transfer(Flat(), SHAPE, options)
    approach.encoder.register_forward_hook(lambda _module, _given, vectors: seen.append(len(vectors)))
    approach.fit_episodes([sampler_of(made_pool()).episode(number) for number in range(3)])
    assert seen == [25, 25, 25]


def fine_tuned(steps: int, **options: Any) -> Transfer:
    """One that sees flat images in double precision, the same whatever its options."""
    torch.manual_seed(0)
    return Transfer(Flat(6), SHAPE, TransferOptions(fine_tune=steps, **options)).double().eval()


def test_without_fine_tuning_adapting_takes_no_steps_and_may_be_shown_vectors() -> None:
    approach, support = fine_tuned(0), support_of(made_pool(), [2, 2, 2])
    assert not approach.capabilities.adapts_iteratively
    assert len([*approach.adapting(support)]) == 1
    assert on_embeddings(approach).name == "transfer"


def test_fine_tuning_needs_images_and_gives_a_classifier_after_each_step() -> None:
    approach, plain, support = fine_tuned(3), fine_tuned(0), support_of(made_pool(), [2, 2, 2])
    assert approach.capabilities.adapts_iteratively
    with pytest.raises(ValueError, match="needs images"):
        on_embeddings(approach)
    answers = [classify(support.images) for classify in [*approach.adapting(support)]]
    assert torch.equal(answers[0], plain.adapt(support)(support.images))
    assert torch.equal(answers[3], approach.adapt(support)(support.images))
    for before, after in pairwise(answers):
        assert not torch.equal(before, after)


@pytest.mark.parametrize("head", HEADS)
def test_fine_tuning_is_adam_on_the_encoder_and_the_fitted_head(head: str) -> None:
    approach, support = fine_tuned(4, head=head, fine_tune_rate=0.01), support_of(made_pool(), [2, 1, 3])
    encoder = copy.deepcopy(approach.encoder)
    vectors = functional.normalize(encoder(support.images).float(), dim=1).detach()
    weights, bias = (nn.Parameter(weight) for weight in approach._fitted(vectors, support.labels, 3))
    solver = torch.optim.Adam([*encoder.parameters(), weights, bias], lr=0.01)

    def logits() -> Tensor:
        seen = functional.normalize(encoder(support.images).float(), dim=1)
        if head == "cosine":
            return 20 * seen @ functional.normalize(weights, dim=1).T
        return 20 * seen @ weights.T + bias

    for _ in range(4):
        solver.zero_grad()
        penalty = 0 if head == "cosine" else 0.001 * weights.square().sum()
        (functional.cross_entropy(logits(), support.labels) + penalty).backward()
        solver.step()
    torch.testing.assert_close(approach.adapt(support)(support.images), logits(), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("takes", ["images", "features"])
def test_fine_tuned_it_keeps_what_every_approach_promises(takes: Takes, head: str) -> None:
    pool = made_pool(takes)
    approach = Transfer(encoder_for(takes), SHAPE, TransferOptions(head=head, fine_tune=3, fine_tune_rate=0.001)).eval()
    before = {name: value.clone() for name, value in approach.state_dict().items()}
    support, images = support_of(pool, [1, 3, 2, 1]), pool.images[:6]
    classify = approach.adapt(support)
    together = classify(images)
    alone = torch.cat([classify(image) for image in images.split(1)])
    torch.testing.assert_close(alone, together, rtol=1e-4, atol=1e-4)
    with torch.no_grad():
        again = approach.adapt(support)
        approach.adapt(support_of(pool, [2, 2], first_class=9))
        torch.testing.assert_close(again(images), together)
    assert not together.requires_grad
    assert all(torch.equal(before[name], value) for name, value in approach.state_dict().items())
    assert all(weight.grad is None for weight in approach.parameters())
