"""The blocks of Conv-4 give the numbers and gradients of their layers one after the other."""

from collections import OrderedDict

import pytest
import torch
from torch import Tensor, nn

from workbench.learning.networks.conv_block import ConvBlock, StridedBlock
from workbench.learning.networks.normalisation import BatchStatistics, normalised_by

Block = ConvBlock | StridedBlock


def layer_by_layer(block: Block) -> nn.Sequential:
    """The same layers, with the same weights, as torch has them."""
    copied = nn.Sequential(OrderedDict(type(block)(3, 5).double().named_children()))
    copied.load_state_dict(block.state_dict())
    return copied.train(block.training)


def channels_last(count: int, channels: int, size: int) -> Tensor:
    images = torch.empty(count, channels, size, size, dtype=torch.float64, memory_format=torch.channels_last)
    return images.copy_(torch.randn(images.shape)).requires_grad_()


def gradients(network: nn.Module, images: Tensor, weights: Tensor) -> list[Tensor]:
    return list(torch.autograd.grad((network(images) * weights).sum(), [images, *network.parameters()]))


@pytest.fixture(params=[8, 9], ids=["even", "odd"])
def images(request: pytest.FixtureRequest) -> Tensor:
    return channels_last(70, 3, request.param)


@pytest.fixture(params=[ConvBlock, StridedBlock], ids=["pooled", "strided"])
def kind(request: pytest.FixtureRequest) -> type[Block]:
    return request.param


@pytest.fixture(params=["positive", "one negative"])
def block(request: pytest.FixtureRequest, kind: type[Block]) -> Block:
    block = kind(3, 5).double()
    norm = block[1]
    assert isinstance(norm, nn.BatchNorm2d)
    nn.init.uniform_(norm.weight, 0.5, 1.5)
    nn.init.normal_(norm.bias)
    if request.param == "one negative":
        norm.weight.data[2] *= -1
    return block


@pytest.mark.parametrize("training", [True, False])
def test_it_does_what_its_layers_do(block: Block, images: Tensor, training: bool) -> None:
    block.train(training)
    layers = layer_by_layer(block)
    torch.testing.assert_close(block(images), layers(images))
    assert block.state_dict().keys() == layers.state_dict().keys()
    for name, value in layers.state_dict().items():
        torch.testing.assert_close(block.state_dict()[name], value)
    weights = torch.randn_like(layers(images))
    for ours, theirs in zip(gradients(block, images, weights), gradients(layers, images, weights), strict=True):
        torch.testing.assert_close(ours, theirs)


def test_parts_that_fit_the_cache_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    block, images, weights = ConvBlock(3, 5).double(), channels_last(20, 3, 8), torch.randn(20, 5, 4, 4).double()
    whole = gradients(block, images, weights)
    monkeypatch.setattr("workbench.learning.networks.conv_block._PART", 3 * 8 * 8 * 5 * 8)
    for part, all_at_once in zip(gradients(block, images, weights), whole, strict=True):
        torch.testing.assert_close(part, all_at_once)


def test_no_image_at_all_has_no_maps(kind: type[Block]) -> None:
    assert kind(3, 5).eval()(torch.zeros(0, 3, 8, 8)).shape == (0, 5, 4, 4)


@pytest.mark.parametrize("training", [True, False])
def test_statistics_of_others_hold_to_the_second_derivative(block: Block, images: Tensor, training: bool) -> None:
    block.train(training)
    layers = layer_by_layer(block)
    found: list[list[Tensor]] = []
    for network in (block, layers):
        statistics = BatchStatistics()
        with normalised_by(network, statistics):
            network(images[:40])
            first = torch.autograd.grad(network(images[40:]).square().sum(), images, create_graph=True)[0]
        found.append([first.detach(), *torch.autograd.grad(first.square().sum(), list(network.parameters()))])
    for ours, theirs in zip(*found, strict=True):
        torch.testing.assert_close(ours, theirs)


def test_weights_after_fifty_steps_are_those_of_its_layers(kind: type[Block]) -> None:
    block, images, labels = kind(3, 5), torch.randn(60, 3, 8, 8), torch.arange(60) % 5
    layers = nn.Sequential(*kind(3, 5).children())
    layers.load_state_dict(block.state_dict())
    for network in (block, layers):
        optimizer = torch.optim.Adam(network.parameters(), 1e-2)
        for _ in range(50):
            optimizer.zero_grad()
            input = images.contiguous(memory_format=torch.channels_last)
            torch.nn.functional.cross_entropy(network(input).mean((2, 3)), labels).backward()
            optimizer.step()
    # A convolution's bias before a normalisation has a gradient of rounding errors alone.
    for (name, ours), theirs in zip(block.named_parameters(), layers.parameters(), strict=True):
        if name != "0.bias":
            torch.testing.assert_close(ours, theirs, rtol=1e-3, atol=1e-3)
