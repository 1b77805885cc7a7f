"""Encoders give vectors of the size they say, standardised by what they were fitted to."""

from collections.abc import Callable

import pytest
import torch
from torch.nn import functional

from workbench.errors import UserError
from workbench.learning.networks.encoders import (
    ENCODERS,
    Conv4,
    ConvEncoder,
    Encoder,
    EncoderKind,
    FrozenFeatures,
    Standardise,
    StridedConv4,
    build_encoder,
    encoder_kind,
)


def some_images(count: int, size: int, channels: int) -> torch.Tensor:
    return torch.randint(0, 256, (count, channels, size, size), dtype=torch.uint8)


@pytest.mark.parametrize(
    ("name", "size", "channels", "dimension"),
    [
        ("conv4", 28, 1, 64),
        ("conv4", 16, 3, 64),
        ("conv4", 47, 1, 256),
        ("conv4-strided", 28, 1, 256),
        ("conv4-strided", 16, 3, 64),
        ("conv4-strided", 47, 1, 576),
        ("resnet12", 16, 3, 640),
    ],
)
def test_images_become_vectors_of_the_dimension_it_says(name: str, size: int, channels: int, dimension: int) -> None:
    encoder = build_encoder(encoder_kind(name), size, channels)
    vectors = encoder(some_images(2, size, channels))
    assert encoder.takes == "images"
    assert encoder.dimension == dimension
    assert vectors.shape == (2, dimension)
    assert vectors.isfinite().all()


@pytest.fixture(params=ENCODERS, ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> EncoderKind:
    return request.param


def inputs_of(kind: EncoderKind, encoder: Encoder, count: int = 6) -> torch.Tensor:
    if encoder.takes == "features":
        return torch.rand(count, 1280)
    return some_images(count, kind.least_size, kind.channels)


def test_a_vector_does_not_depend_on_its_neighbours_once_it_is_trained(kind: EncoderKind) -> None:
    encoder = build_encoder(kind, kind.least_size, kind.channels)
    inputs = inputs_of(kind, encoder)
    encoder.calibrate(inputs)
    encoder.train()(inputs)
    encoder.eval()
    before = {name: value.clone() for name, value in encoder.state_dict().items()}
    vectors = encoder(inputs)
    assert vectors.shape == (len(inputs), encoder.dimension)
    assert vectors.isfinite().all()
    torch.testing.assert_close(torch.cat([encoder(one) for one in inputs.split(1)]), vectors, rtol=1e-4, atol=1e-5)
    assert all(torch.equal(before[name], value) for name, value in encoder.state_dict().items())


def test_every_weight_that_is_learned_is_reached_by_the_loss(kind: EncoderKind) -> None:
    encoder = build_encoder(kind, kind.least_size, kind.channels).train()
    vectors = encoder(inputs_of(kind, encoder))
    (vectors * torch.randn_like(vectors)).sum().backward()
    assert all(weight.grad is not None and weight.grad.isfinite().all() for weight in encoder.parameters())


def test_the_same_seed_draws_the_same_encoder_and_its_weights_load_into_another(kind: EncoderKind) -> None:
    encoders: list[Encoder] = []
    for seed in (0, 0, 1):
        torch.manual_seed(seed)
        encoders.append(build_encoder(kind, kind.least_size, kind.channels).eval())
    inputs = inputs_of(kind, encoders[0])
    assert torch.equal(encoders[0](inputs), encoders[1](inputs))
    encoders[2].load_state_dict(encoders[0].state_dict())
    assert torch.equal(encoders[0](inputs), encoders[2](inputs))


def test_the_fast_network_begins_as_its_authors_draw_it() -> None:
    torch.manual_seed(0)
    convolutions = [part for part in StridedConv4(28, 1).modules() if isinstance(part, torch.nn.Conv2d)]
    assert [part.stride for part in convolutions] == [(2, 2)] * 4
    # Uniform within the square root of 6 / (fan in + fan out).
    for part, fans in zip(convolutions, [9 + 9 * 64, *3 * [2 * 9 * 64]], strict=True):
        assert part.bias is not None
        assert not part.bias.any()
        assert part.weight.abs().max().item() == pytest.approx((6 / fans) ** 0.5, rel=0.02)


def test_images_too_small_are_refused_with_the_least_size(kind: EncoderKind) -> None:
    with pytest.raises(UserError) as refused:
        build_encoder(kind, kind.least_size - 1, kind.channels)
    limits = {"name": kind.name, "least": kind.least_size, "size": kind.least_size - 1}
    assert dict(refused.value.text.values) == limits
    assert build_encoder(kind, kind.least_size, kind.channels).dimension > 0


def test_an_unknown_encoder_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError, match=r"no encoder vgg\. .* conv4, conv4-strided, resnet12"):
        encoder_kind("vgg")


def test_the_pretrained_encoder_refuses_grey_images() -> None:
    with pytest.raises(UserError, match="3 channels"):
        build_encoder(encoder_kind("efficientnet-lite0"), 224, 1)


def test_the_pretrained_encoder_takes_the_networks_features() -> None:
    encoder = build_encoder(encoder_kind("efficientnet-lite0"), 224, 3)
    assert encoder.takes == "features"
    assert encoder(torch.rand(2, 1280)).shape == (2, 1280)


def test_frozen_features_begin_as_the_networks_own_at_length_one() -> None:
    features = torch.rand(6, 10)
    encoder = FrozenFeatures(10)
    torch.testing.assert_close(encoder(features), functional.normalize(features, dim=1))


def test_frozen_features_are_centred_and_damped_as_the_training_images_ask() -> None:
    features = torch.rand(6, 10) * torch.linspace(0.1, 5, 10)
    encoder = FrozenFeatures(10)
    encoder.calibrate(features)
    expected = (features - features.mean(0)) / (features.std(0, correction=0) + 0.05).sqrt()
    torch.testing.assert_close(encoder(features), functional.normalize(expected, dim=1))


def test_frozen_features_of_the_mean_itself_are_finite() -> None:
    encoder = FrozenFeatures(10)
    encoder.calibrate(torch.ones(3, 10))
    vectors = encoder(torch.ones(1, 10))
    vectors.sum().backward()
    assert vectors.isfinite().all()
    assert all(weight.grad is not None and bool(weight.grad.isfinite().all()) for weight in encoder.parameters())


@pytest.mark.parametrize("channels", [1, 3])
def test_standardised_channels_have_mean_0_and_deviation_1(channels: int) -> None:
    images = some_images(50, 8, channels)
    standardise = Standardise(channels)
    standardise.fit(images)
    standardised = standardise(images)
    torch.testing.assert_close(standardised.mean((0, 2, 3)), torch.zeros(channels), atol=1e-4, rtol=0)
    torch.testing.assert_close(standardised.std((0, 2, 3)), torch.ones(channels), atol=1e-4, rtol=0)


def test_before_it_is_fitted_pixels_lie_between_minus_one_and_one() -> None:
    assert Standardise(1)(torch.tensor([[[[0, 255]]]], dtype=torch.uint8)).flatten().tolist() == [-127 / 128, 1.0]


def test_images_of_one_grey_stay_finite() -> None:
    standardise = Standardise(1)
    standardise.fit(torch.full((4, 1, 8, 8), 200, dtype=torch.uint8))
    assert standardise(torch.full((1, 1, 8, 8), 200, dtype=torch.uint8)).eq(0).all()


def test_no_more_images_than_the_sample_are_measured_from_the_first_on() -> None:
    images = torch.arange(19, dtype=torch.uint8).reshape(19, 1, 1, 1)
    standardise = Standardise(1)
    standardise.fit(images, sample=10)
    assert standardise.mean.item() == 9
    assert standardise.deviation.item() == pytest.approx(torch.arange(0.0, 19, 2).std().item())


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("build", [Conv4, StridedConv4])
def test_maps_stay_in_the_format_that_is_fast_on_a_processor(build: Callable[..., ConvEncoder], channels: int) -> None:
    encoder = build(28, channels)
    maps = encoder.standardise(torch.zeros(4, channels, 28, 28, dtype=torch.uint8))
    for block in list(encoder.blocks)[:3]:
        maps = block(maps)
        assert maps.is_contiguous(memory_format=torch.channels_last)
        assert not maps.is_contiguous()
