"""Half-precision numbers in an encoder: nearly the same vectors and gradients, and only where they pay."""

import pytest
import torch
from torch import Tensor, nn

from workbench.learning.accelerator.bfloat16 import in_bfloat16, pays_in_bfloat16, processor_gain
from workbench.learning.device import Device, bf16_notes
from workbench.learning.networks.encoders import Encoder, build_encoder, encoder_kind


def encoder_of(name: str) -> Encoder:
    torch.manual_seed(0)
    return build_encoder(encoder_kind(name), 28, 1).train()


@pytest.fixture(scope="module")
def images() -> Tensor:
    coarse = torch.rand(24, 1, 7, 7, generator=torch.Generator().manual_seed(1))
    return (255 * nn.functional.interpolate(coarse, size=28, mode="bilinear")).to(torch.uint8)


def vectors_and_gradient(encoder: Encoder, images: Tensor, *, bf16: bool) -> tuple[Tensor, Tensor]:
    with in_bfloat16(encoder, enabled=bf16):
        vectors = encoder(images)
    likeness = vectors @ vectors.T / vectors.square().sum(1)
    gradients = torch.autograd.grad(likeness.square().mean(), list(encoder.parameters()), allow_unused=True)
    return vectors.detach(), torch.cat([part.flatten() for part in gradients if part is not None])


@pytest.mark.parametrize("name", ["conv4", "conv4-strided", "resnet12"])
def test_vectors_and_gradients_are_nearly_those_of_single_precision(name: str, images: Tensor) -> None:
    exact, slope = vectors_and_gradient(encoder_of(name), images, bf16=False)
    rounded, rounded_slope = vectors_and_gradient(encoder_of(name), images, bf16=True)
    assert rounded.dtype == torch.float32
    assert not torch.equal(rounded, exact)
    assert (rounded - exact).norm() < 0.05 * exact.norm()
    assert torch.cosine_similarity(slope, rounded_slope, dim=0) > 0.95


def test_an_encoder_is_exact_again_afterwards(images: Tensor) -> None:
    encoder = encoder_of("conv4").eval()
    before = encoder(images)
    with in_bfloat16(encoder, enabled=True):
        assert not torch.equal(encoder(images), before)
    assert torch.equal(encoder(images), before)


def test_it_is_used_where_it_pays_and_the_run_says_so() -> None:
    (note,) = bf16_notes(Device("cpu", "CPU", None))
    assert note.code == ("device.bf16_on_processor" if pays_in_bfloat16("cpu") else "device.bf16_not_on_processor")
    assert pays_in_bfloat16("cpu") == (processor_gain() >= 1.2)
    assert pays_in_bfloat16("cuda")
    assert not pays_in_bfloat16("mps")
    assert [fact.code for fact in bf16_notes(Device("mps", "Apple GPU", None))] == ["device.no_bf16"]
