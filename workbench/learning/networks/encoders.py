"""Encoders: networks that map images to vectors."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from workbench.errors import UserError
from workbench.learning.networks.conv_block import ConvBlock, StridedBlock
from workbench.learning.networks.normalisation import BatchNorm
from workbench.words import marked, message

Takes = Literal["images", "features", "numbers"]


class Encoder(nn.Module):
    """Maps the images of an episode to vectors (n, dimension).

    `takes` says what it expects: uint8 images (n, channels, size, size), the features (n, inputs) of a frozen network,
    computed once per image, or the numbers (n, inputs) of a problem.
    """

    takes: Takes = "images"
    dimension: int
    unadapted: tuple[str, ...] = ()  # What the names begin with of weights that an inner loop leaves as they are.
    kept_in_eight_bits: tuple[str, ...] = ()  # Matrices that a finished run keeps as `learning.finished_bytes` does.
    bf16: bool = False  # Whether its convolutions are in bfloat16, as in `learning.accelerator.bfloat16`.

    def calibrate(self, inputs: Tensor) -> None:
        """Fit the input normalisation before meta-training, on meta-train images only.

        `inputs` is what the encoder takes: (n, channels, size, size) or (n, inputs).
        """


class Standardise(nn.Module):
    """Standardises each channel of uint8 images (n, channels, height, width) to mean 0 and standard deviation 1.

    Mean and deviation are those of the images given to `fit`; before, they are 127 and 128.
    """

    mean: Tensor  # (1, channels, 1, 1)
    deviation: Tensor  # (1, channels, 1, 1)
    any_format = False  # As in `accelerator.many_tasks`.

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.register_buffer("mean", torch.full((1, channels, 1, 1), 127.0))
        self.register_buffer("deviation", torch.full((1, channels, 1, 1), 128.0))

    def fit(self, images: Tensor, sample: int = 2000) -> None:
        """Measure mean and deviation on at most `sample` of images (n, channels, height, width), evenly spaced."""
        subset = images[:: max(1, -(-len(images) // sample))].float()
        self.mean.copy_(subset.mean((0, 2, 3), keepdim=True))
        self.deviation.copy_(subset.std((0, 2, 3), keepdim=True).clamp(min=1.0))

    def forward(self, images: Tensor) -> Tensor:
        if self.any_format:
            return (images - self.mean) / self.deviation
        # On a CPU, convolution and pooling are up to twice as fast in the channels-last format. `contiguous` leaves
        # images of one channel, which have both formats at once, as they are, and all that follows in the other.
        standardised = torch.empty_like(images, dtype=self.mean.dtype, memory_format=torch.channels_last)
        return standardised.copy_(images).sub_(self.mean).div_(self.deviation)


class ConvEncoder(Encoder):
    """An encoder of standardised images by blocks of convolutions."""

    def __init__(self, channels: int, blocks: nn.Sequential) -> None:
        super().__init__()
        self.standardise = Standardise(channels)
        self.blocks = blocks

    def calibrate(self, inputs: Tensor) -> None:
        self.standardise.fit(inputs)

    def maps(self, images: Tensor) -> Tensor:
        """Return the last block's maps of images."""
        standardised = self.standardise(images)
        if not self.bf16:
            return self.blocks(standardised)
        with torch.autocast(images.device.type, torch.bfloat16):
            return self.blocks(standardised).float()


class Conv4(ConvEncoder):
    """Four blocks of 3×3 convolution, batch normalisation, ReLU and 2×2 max pooling, then flattened.

    Maps images (n, channels, size, size) to vectors (n, dimension), where the dimension of a 28-pixel image is 64.
    Vinyals et al., 2016, "Matching Networks for One Shot Learning", section 4.1, and Snell et al., 2017, "Prototypical
    Networks for Few-shot Learning", section 3: 64 filters.
    """

    def __init__(self, size: int, channels: int, filters: int = 64) -> None:
        widths = (channels, filters, filters, filters, filters)
        super().__init__(channels, nn.Sequential(*(ConvBlock(before, after) for before, after in pairwise(widths))))
        self.dimension = filters * (size // 16) ** 2

    def forward(self, images: Tensor) -> Tensor:
        return self.maps(images).flatten(1)


class StridedConv4(ConvEncoder):
    """Four blocks of 3×3 convolution of stride 2, batch normalisation and ReLU, then flattened.

    Maps images (n, channels, size, size) to vectors (n, dimension), where the dimension of a 28-pixel image is 256.
    Nichol et al., 2018, "On First-Order Meta-Learning Algorithms", in their code for Omniglot; in that of Finn et al.,
    2017, "Model-Agnostic Meta-Learning for Fast Adaptation of Deep Networks", the last maps are averaged to 64 numbers.
    """

    def __init__(self, size: int, channels: int, filters: int = 64) -> None:
        widths = (channels, filters, filters, filters, filters)
        super().__init__(channels, nn.Sequential(*(StridedBlock(before, after) for before, after in pairwise(widths))))
        self.dimension = filters * (-(-size // 16)) ** 2

    def forward(self, images: Tensor) -> Tensor:
        return self.maps(images).flatten(1)


class ResNet12(ConvEncoder):
    """Four residual blocks of three 3×3 convolutions with leaky ReLU and 2×2 max pooling, then averaged.

    Maps images (n, channels, size, size) to vectors (n, 640). Lee et al., 2019, "Meta-Learning with Differentiable
    Convex Optimization", section 4.1, with widths 64, 160, 320 and 640, but without its DropBlock.
    """

    def __init__(self, size: int, channels: int) -> None:
        widths = (channels, 64, 160, 320, 640)
        super().__init__(channels, nn.Sequential(*(_Residual(before, after) for before, after in pairwise(widths))))
        self.dimension = widths[-1]

    def forward(self, images: Tensor) -> Tensor:
        return self.maps(images).mean((2, 3))


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
    """Normalises the features of a frozen network and adds a learned residual linear layer.

    Maps features (n, inputs) to vectors (n, inputs) of length 1. Features are centred and divided by the square root of
    their standard deviation, both measured on the training images, and scaled to length 1; the linear layer starts at
    zero, so that it has no effect before training. Centring and scaling to length 1 are CL2N of Wang et al., 2019,
    "SimpleShot: Revisiting Nearest-Neighbor Classification for Few-Shot Learning"; why the rest:
    workbench/decisions/features_of_the_shipped_network.md.
    """

    takes: Takes = "features"
    kept_in_eight_bits: tuple[str, ...] = ("bend.weight",)
    mean: Tensor  # (1, inputs)
    damping: Tensor  # (1, inputs)

    def __init__(self, inputs: int) -> None:
        super().__init__()
        self.dimension = inputs
        self.register_buffer("mean", torch.zeros(1, inputs))
        self.register_buffer("damping", torch.ones(1, inputs))
        self.bend = _FromZero(inputs, inputs, bias=False)

    def calibrate(self, inputs: Tensor) -> None:
        self.mean.copy_(inputs.mean(0, keepdim=True))
        # The small number keeps features that hardly vary from being amplified.
        self.damping.copy_((inputs.std(0, correction=0, keepdim=True) + 0.05).rsqrt())

    def forward(self, features: Tensor) -> Tensor:
        vectors = functional.normalize((features - self.mean) * self.damping, dim=1)
        # Before any training the product is zero, but would take nine tenths of the time.
        if not torch.is_grad_enabled() and not self.bend.weight.any():
            return vectors
        return functional.normalize(vectors + self.bend(vectors), dim=1)


class _FromZero(nn.Linear):
    """A linear layer that starts at zero, and is built without drawing random numbers."""

    def reset_parameters(self) -> None:
        nn.init.zeros_(self.weight)


@dataclass(frozen=True)
class EncoderKind:
    """One choice of encoder: its names, and the image size and channels it takes by default."""

    name: str
    title: str  # The name shown to users, marked for translation.
    size: int  # pixels
    channels: int
    least_size: int  # pixels
    summary: str  # One plain sentence, marked for translation.
    pretrained: bool = False

    def refuse(self, size: int, channels: int) -> None:
        """Raise UserError if `size` (pixels) is too small for it, or it cannot take that many channels."""
        if size < self.least_size:
            text = marked("{name} needs images of at least {least} pixels, not {size}. Choose a larger image size.")
            raise UserError(message(text, name=self.name, least=self.least_size, size=size))
        if self.pretrained and channels != self.channels:
            raise UserError(message(marked("{name} takes colour images: choose 3 channels."), name=self.name))


ENCODERS = (
    EncoderKind(
        "conv4",
        marked("Small network"),
        28,
        1,
        16,
        marked("Small and fast: trained on your images alone, also without a GPU."),
    ),
    EncoderKind(
        "conv4-strided",
        marked("Small network without pooling"),
        28,
        1,
        16,
        marked(
            "Faster to train than the small network: its convolutions skip pixels instead of pooling them, as in the "
            "papers on MAML and Reptile."
        ),
    ),
    EncoderKind(
        "resnet12",
        marked("Large network"),
        84,
        3,
        16,
        marked("Larger and usually more accurate: trained on your images alone, and slow without a GPU."),
    ),
    EncoderKind(
        "efficientnet-lite0",
        marked("Pretrained network"),
        224,
        3,
        32,
        marked("Pretrained on a million photographs: the best start when there are few images."),
        pretrained=True,
    ),
)


def encoder_kind(name: str) -> EncoderKind:
    """Return the encoder kind of that name. Raises UserError for an unknown one."""
    for kind in ENCODERS:
        if kind.name == name:
            return kind
    names = ", ".join(kind.name for kind in ENCODERS)
    raise UserError(message(marked("There is no encoder {name}. Available: {names}."), name=name, names=names))


def build_encoder(kind: EncoderKind, size: int, channels: int) -> Encoder:
    """Build an encoder with weights drawn from torch's random state; the pretrained one takes features.

    Raises UserError as `EncoderKind.refuse` does.
    """
    kind.refuse(size, channels)
    if kind.pretrained:
        return FrozenFeatures(1280)
    return {"conv4": Conv4, "conv4-strided": StridedConv4, "resnet12": ResNet12}[kind.name](size, channels)
