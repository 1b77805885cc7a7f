"""Encoders: networks that turn an image into a vector."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from workbench.errors import UserError
from workbench.learning.normalisation import BatchNorm
from workbench.words import marked, message

Takes = Literal["images", "features"]


class Encoder(nn.Module):
    """Turns what an episode holds into vectors (n, dimension).

    `takes` says what that is: uint8 images (n, channels, size, size), or the features (n, inputs) of a
    frozen network, computed once for each image.
    """

    takes: Takes = "images"
    dimension: int

    def calibrate(self, inputs: Tensor) -> None:
        """Learn the mean and the spread of the inputs, before meta-training, from meta-train images only."""


class Standardise(nn.Module):
    """Shifts and scales each channel of uint8 images to mean 0 and deviation 1 over the training images."""

    mean: Tensor
    deviation: Tensor

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.register_buffer("mean", torch.full((1, channels, 1, 1), 127.0))
        self.register_buffer("deviation", torch.full((1, channels, 1, 1), 128.0))

    def fit(self, images: Tensor, sample: int = 2000) -> None:
        """Measure at most `sample` images, evenly spread over `images`."""
        some = images[:: max(1, -(-len(images) // sample))].float()
        self.mean.copy_(some.mean((0, 2, 3), keepdim=True))
        self.deviation.copy_(some.std((0, 2, 3), keepdim=True).clamp(min=1.0))

    def forward(self, images: Tensor) -> Tensor:
        # On a CPU, convolutions and pooling are up to twice as fast when the channels of a pixel lie together.
        return ((images.float() - self.mean) / self.deviation).contiguous(memory_format=torch.channels_last)


class Conv4(Encoder):
    """Four blocks of 3×3 convolution, batch normalisation, ReLU and 2×2 pooling, flattened.

    Vinyals et al., 2016, section 4.1, and Snell et al., 2017, section 3: 64 filters, 64 numbers for a
    28-pixel image.
    """

    def __init__(self, size: int, channels: int, filters: int = 64) -> None:
        super().__init__()
        self.standardise = Standardise(channels)
        widths = (channels, filters, filters, filters, filters)
        self.blocks = nn.Sequential(*(_conv_block(before, after) for before, after in pairwise(widths)))
        self.dimension = filters * (size // 16) ** 2

    def calibrate(self, inputs: Tensor) -> None:
        self.standardise.fit(inputs)

    def forward(self, images: Tensor) -> Tensor:
        return self.blocks(self.standardise(images)).flatten(1)


def _conv_block(before: int, after: int) -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(before, after, 3, padding=1), BatchNorm(after), nn.ReLU(inplace=True), nn.MaxPool2d(2)
    )


class ResNet12(Encoder):
    """Four residual blocks of three 3×3 convolutions with leaky ReLU and 2×2 pooling, averaged over the image.

    Lee et al., 2019, "Meta-Learning with Differentiable Convex Optimization", section 4.1, with widths
    64, 160, 320 and 640; without its DropBlock.
    """

    def __init__(self, size: int, channels: int) -> None:
        super().__init__()
        self.standardise = Standardise(channels)
        widths = (channels, 64, 160, 320, 640)
        self.blocks = nn.Sequential(*(_Residual(before, after) for before, after in pairwise(widths)))
        self.dimension = widths[-1]

    def calibrate(self, inputs: Tensor) -> None:
        self.standardise.fit(inputs)

    def forward(self, images: Tensor) -> Tensor:
        return self.blocks(self.standardise(images)).mean((2, 3))


class _Residual(nn.Module):
    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for inputs in (before, after, after):
            layers += [
                nn.Conv2d(inputs, after, 3, padding=1, bias=False),
                BatchNorm(after),
                nn.LeakyReLU(0.1),
            ]
        self.body = nn.Sequential(*layers[:-1])
        self.short = nn.Sequential(nn.Conv2d(before, after, 1, bias=False), BatchNorm(after))

    def forward(self, maps: Tensor) -> Tensor:
        return functional.max_pool2d(functional.leaky_relu(self.body(maps) + self.short(maps), 0.1), 2)


class FrozenFeatures(Encoder):
    """Features of a frozen network, made comparable and then bent by what meta-training learns.

    Features (n, inputs) are centred, those that vary much are damped (divided by the root of their deviation), both
    as measured on the training images; they are given length 1 and mapped by a residual linear layer that starts at
    zero: before any training the vectors are the network's own, of length 1.
    """

    takes: Takes = "features"
    mean: Tensor
    damping: Tensor

    def __init__(self, inputs: int) -> None:
        super().__init__()
        self.dimension = inputs
        self.register_buffer("mean", torch.zeros(1, inputs))
        self.register_buffer("damping", torch.ones(1, inputs))
        # It starts at zero, so no random numbers are drawn for it.
        self.bend = nn.Linear(inputs, inputs, bias=False, device="meta").to_empty(device="cpu")
        nn.init.zeros_(self.bend.weight)

    def calibrate(self, inputs: Tensor) -> None:
        self.mean.copy_(inputs.mean(0, keepdim=True))
        # The small number keeps features that hardly ever vary from being blown up.
        self.damping.copy_((inputs.std(0, correction=0, keepdim=True) + 0.05).rsqrt())

    def forward(self, features: Tensor) -> Tensor:
        vectors = functional.normalize((features - self.mean) * self.damping, dim=1)
        # Before any training the product is with zeros, and takes nine tenths of the time.
        if not torch.is_grad_enabled() and not self.bend.weight.any():
            return vectors
        return functional.normalize(vectors + self.bend(vectors), dim=1)


@dataclass(frozen=True)
class EncoderKind:
    """One choice of encoder: its names and the image size and channels it takes unless told otherwise."""

    name: str
    title: str  # What people call it, marked for translation.
    size: int
    channels: int
    least_size: int
    summary: str  # One plain sentence, marked for translation.
    pretrained: bool = False


ENCODERS = (
    EncoderKind(
        "conv4",
        marked("Small network"),
        28,
        1,
        16,
        marked("Small and fast: learns from your images alone, also without a GPU."),
    ),
    EncoderKind(
        "resnet12",
        marked("Large network"),
        84,
        3,
        16,
        marked("Larger and usually more accurate: learns from your images alone, and is slow without a GPU."),
    ),
    EncoderKind(
        "efficientnet-lite0",
        marked("Pretrained network"),
        224,
        3,
        32,
        marked("Was trained on a million photographs before: the best start when you have few images."),
        pretrained=True,
    ),
)


def encoder_kind(name: str) -> EncoderKind:
    """Return the encoder of that name. Raises UserError for an unknown one."""
    for kind in ENCODERS:
        if kind.name == name:
            return kind
    names = ", ".join(kind.name for kind in ENCODERS)
    raise UserError(message(marked("There is no encoder {name}. The encoders are: {names}."), name=name, names=names))


def build_encoder(kind: EncoderKind, size: int, channels: int) -> Encoder:
    """Build an encoder with fresh weights from torch's random state; the pretrained one takes its features.

    Raises UserError when the images are too small for it, or it cannot take that many channels.
    """
    if size < kind.least_size:
        text = marked("{name} needs images of at least {least} pixels, not {size}. Choose a larger image size.")
        raise UserError(message(text, name=kind.name, least=kind.least_size, size=size))
    if kind.pretrained and channels != kind.channels:
        raise UserError(message(marked("{name} takes colour images: choose 3 channels."), name=kind.name))
    if kind.name == "conv4":
        return Conv4(size, channels)
    if kind.name == "resnet12":
        return ResNet12(size, channels)
    return FrozenFeatures(1280)
