import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from tests.fact_codes import refused
from tests.learning.parts import Flat, build, made_pool, support_of
from workbench.learning.approaches.prototypical import Prototypical
from workbench.learning.inner_loop import ClassHead, Learner, detached, gradients_of
from workbench.learning.networks.encoders import Conv4
from workbench.learning.networks.normalisation import BatchNorm, BatchStatistics, normalised_by


@pytest.fixture
def maps() -> Tensor:
    torch.manual_seed(0)
    return torch.randn(6, 3, 5, 5, dtype=torch.float64)


@pytest.fixture
def layer() -> BatchNorm:
    made = BatchNorm(3).double()
    nn.init.normal_(made.weight)
    nn.init.normal_(made.bias)
    return made


def test_moments_of_a_batch_normalise_it_as_training_does(layer: BatchNorm, maps: Tensor) -> None:
    with normalised_by(layer, BatchStatistics()):
        normalised = layer(maps)
    usual = functional.batch_norm(maps, None, None, layer.weight, layer.bias, training=True)
    torch.testing.assert_close(normalised, usual)


def test_images_seen_later_are_normalised_by_the_first_ones(layer: BatchNorm, maps: Tensor) -> None:
    statistics = BatchStatistics()
    with normalised_by(layer, statistics):
        together = layer(maps)
        alone = torch.cat([layer(image) for image in maps.split(1)])
    torch.testing.assert_close(alone, together)


def test_learning_reaches_the_images_that_were_measured(layer: BatchNorm, maps: Tensor) -> None:
    measured, statistics = maps.clone().requires_grad_(), BatchStatistics()
    with normalised_by(layer, statistics):
        layer(measured)
        layer(maps).square().sum().backward()
    assert measured.grad is not None
    assert bool(measured.grad.any())


def test_moments_hold_only_as_long_as_they_are_in_force(layer: BatchNorm, maps: Tensor) -> None:
    layer.eval()
    before = layer(maps)
    with pytest.raises(ZeroDivisionError), normalised_by(layer, BatchStatistics()):
        raise ZeroDivisionError
    assert torch.equal(layer(maps), before)


def test_running_statistics_follow_only_while_training(layer: BatchNorm, maps: Tensor) -> None:
    mean = layer.running_mean
    assert mean is not None
    with normalised_by(layer.eval(), BatchStatistics()):
        layer(maps)
    assert not mean.any()
    with normalised_by(layer.train(), BatchStatistics()):
        layer(maps)
    torch.testing.assert_close(mean, 0.1 * maps.mean((0, 2, 3)))


def test_classes_with_a_copied_start_are_alike_however_many_there_are() -> None:
    head = ClassHead(4, 2, copied=True)
    nn.init.normal_(head.weight)
    weight, bias = head.start(7).values()
    assert weight.shape == (7, 4)
    assert torch.equal(weight, weight[:1].expand(7, -1))
    assert bias.shape == (7,)


def test_more_classes_than_outputs_are_refused() -> None:
    head = ClassHead(4, 3, copied=False)
    assert torch.equal(head.start(2)["head.weight"], head.weight[:2])
    with refused("approach.one_output_per_class", way=4):
        head.start(4)


def test_a_learner_starts_as_its_encoder_and_follows_the_weights_it_is_handed() -> None:
    encoder = Flat()
    learner = Learner(encoder, ClassHead(encoder.dimension, 5, copied=False))
    images = made_pool().images[:4]
    start = learner.start(5)
    torch.testing.assert_close(learner.vectors(start, images, BatchStatistics()), encoder(images))
    moved = {name: weight + 1 for name, weight in start.items()}
    assert not torch.allclose(learner.vectors(moved, images, BatchStatistics()), encoder(images))
    torch.testing.assert_close(learner.vectors(start, images, BatchStatistics()), encoder(images))


def test_gradients_are_those_of_backward_and_zero_where_a_weight_has_no_part() -> None:
    pool = made_pool()
    learner = Learner(Conv4(16, 1), ClassHead(64, 5, copied=False))
    weights = detached(learner.start(3)) | {"apart": torch.ones(2, requires_grad=True)}
    loss = learner.loss(weights, support_of(pool, [2, 1, 3]))
    gradients = gradients_of(loss, weights, keep_graph=True)
    loss.backward()
    assert not gradients["apart"].any()
    for name, weight in weights.items():
        if name != "apart":
            assert weight.grad is not None
            torch.testing.assert_close(gradients[name], weight.grad)


def test_copies_of_weights_do_not_reach_the_originals() -> None:
    approach = build(Prototypical, Flat())
    learner = Learner(approach.encoder, ClassHead(approach.encoder.dimension, 5, copied=True))
    learner.loss(detached(learner.start(3)), support_of(made_pool(), [2, 2, 2])).backward()
    assert all(weight.grad is None for weight in approach.parameters())
