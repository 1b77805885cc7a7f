"""The blocks of Conv-4: convolution, batch normalisation, ReLU, and 2×2 max pooling or strides, in less memory traffic.

Normalisation by a scale that is not negative and ReLU keep the order of a channel's values, so that the largest of four
is found first and the rest is done for a quarter of them: the same numbers, and the same gradients. On a processor,
where maps are channels-last, training goes through them in parts that stay in its cache.
"""

from collections.abc import Iterator
from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.autograd.function import once_differentiable
from torch.nn import functional

from workbench.learning.networks.normalisation import BatchNorm

_PART = 2**20  # bytes of maps at a time; two or three such parts fit into a core's cache


class ConvBlock(nn.Sequential):
    """3×3 convolution, batch normalisation, ReLU, 2×2 max pooling: (n, before, h, w) to (n, after, h // 2, w // 2)."""

    any_format = False  # As in `accelerator.many_tasks`.

    def __init__(self, before: int, after: int) -> None:
        super().__init__(
            nn.Conv2d(before, after, 3, padding=1), BatchNorm(after), nn.ReLU(inplace=True), nn.MaxPool2d(2)
        )

    def forward(self, input: Tensor) -> Tensor:
        norm = cast("BatchNorm", self[1])
        maps = self[0](input)
        by_itself = norm.statistics is None and self.training
        slow = self.any_format or not _is_channels_last(maps)
        if slow or bool((norm.weight < 0).any()) or (by_itself and not torch.is_grad_enabled()):
            return self[3](self[2](norm(maps)))
        if by_itself:
            cast("Tensor", norm.num_batches_tracked).add_(1)  # As the layer itself does.
            result = cast("Tensor", NormPoolRelu.apply(_of_channels_last(maps), norm.weight, norm.bias, norm))
            return _of_channels_first(result)
        mean, variance = norm.moments(maps)
        scale = norm.weight * (variance + norm.eps).rsqrt()
        pooled = _of_channels_last(functional.max_pool2d(maps, 2))
        return _of_channels_first(torch.addcmul(norm.bias - mean * scale, pooled, scale).relu_())


class StridedBlock(nn.Sequential):
    """3×3 convolution of stride 2, batch normalisation, ReLU: (n, before, h, w) to (n, after, (h + 1) // 2, …).

    Weights are drawn as Finn et al., 2017, and Nichol et al., 2018, draw them in their code: by Glorot & Bengio, 2010,
    "Understanding the difficulty of training deep feedforward neural networks", equation (16), with biases of zero.
    Normalisation makes their size matter for nothing but how far a step of a given length goes.
    """

    def __init__(self, before: int, after: int) -> None:
        convolution = nn.Conv2d(before, after, 3, stride=2, padding=1)
        nn.init.xavier_uniform_(convolution.weight)
        nn.init.zeros_(cast("Tensor", convolution.bias))
        super().__init__(convolution, BatchNorm(after), nn.ReLU(inplace=True))

    def forward(self, input: Tensor) -> Tensor:
        norm = cast("BatchNorm", self[1])
        maps = self[0](input)
        by_itself = norm.statistics is None and self.training
        if not _is_channels_last(maps) or by_itself:
            return self[2](norm(maps))
        mean, variance = norm.moments(maps)
        scale = norm.weight * (variance + norm.eps).rsqrt()
        return _of_channels_first(torch.addcmul(norm.bias - mean * scale, _of_channels_last(maps), scale).relu_())


class NormPoolRelu(torch.autograd.Function):
    """Batch normalisation by the maps' own statistics, max pooling and ReLU of maps (n, height, width, channels).

    Scales must not be negative. The gradient is that of Ioffe & Szegedy, 2015, "Batch Normalization", section 3, where
    the gradient for the normalised maps is zero but at the largest of each four. It cannot be differentiated again.
    """

    @staticmethod
    def forward(ctx: Any, maps: Tensor, weight: Tensor, bias: Tensor, norm: BatchNorm) -> Tensor:
        """Return the block's maps (n, height // 2, width // 2, channels), and update the running mean and variance."""
        running = norm.running_mean, norm.running_var
        mean, variance = torch.batch_norm_update_stats(_of_channels_first(maps), *running, norm.momentum or 0.1)
        deviation = (variance + norm.eps).rsqrt()
        scale = weight * deviation
        count, height, width, channels = maps.shape
        largest = maps.new_empty(count, height // 2, width // 2, channels)
        result = torch.empty_like(largest)
        for part in _in_parts(maps):
            _, columns = _largest_of_rows(maps[part])
            torch.maximum(columns[:, :, :, 0], columns[:, :, :, 1], out=largest[part])
            torch.addcmul(bias - mean * scale, largest[part], scale, out=result[part]).relu_()
        ctx.save_for_backward(maps, largest, result, scale, mean, deviation)
        return result

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the gradients for the maps, the weight and the bias."""
        maps, largest, result, scale, mean, deviation = ctx.saved_tensors
        channels = maps.shape[3]
        slopes = torch.ops.aten.threshold_backward(gradients[0].contiguous(), result, 0)
        of_bias = slopes.reshape(-1, channels).sum(0, dtype=scale.dtype)
        of_weight = (slopes * largest).view(-1, channels).sum(0, dtype=scale.dtype)
        of_weight = (of_weight - mean * of_bias) * deviation
        # The maps reach the loss by the statistics, too: that is a multiple of them and a constant, for each channel.
        share = maps.numel() // channels
        factor = -scale * deviation * of_weight / share
        constant = -scale * of_bias / share - mean * factor
        of_maps = torch.empty_like(maps)
        for part in _in_parts(maps):
            torch.addcmul(constant, maps[part], factor, out=of_maps[part])
            _add_to_largest(of_maps[part], maps[part], slopes[part] * scale)
        return of_maps, of_weight, of_bias, None


def _add_to_largest(of_maps: Tensor, maps: Tensor, slopes: Tensor) -> None:
    """Add each slope (n, h, w, channels) to the gradient of the first largest of its four values."""
    rows, columns = _largest_of_rows(maps)
    right = torch.ops.aten.threshold_backward(slopes, columns[:, :, :, 1] - columns[:, :, :, 0], 0)
    of_rows = torch.stack([slopes.sub_(right), right], 3).flatten(2, 3)
    lower = torch.ops.aten.threshold_backward(of_rows, rows[:, :, 1] - rows[:, :, 0], 0)
    targets = _in_pairs_of_rows(of_maps)
    targets[:, :, 0] += of_rows.sub_(lower)
    targets[:, :, 1] += lower


def _largest_of_rows(maps: Tensor) -> tuple[Tensor, Tensor]:
    """Return pairs of rows (n, h, 2, w, channels), and the larger of each, in pairs (n, h, w, 2, channels)."""
    rows = _in_pairs_of_rows(maps)
    count, height, _, width, channels = rows.shape
    return rows, torch.maximum(rows[:, :, 0], rows[:, :, 1]).view(count, height, width // 2, 2, channels)


def _in_pairs_of_rows(maps: Tensor) -> Tensor:
    # A last odd row or column is in no window.
    height, width = maps.shape[1] // 2, maps.shape[2] // 2 * 2
    return maps[:, : 2 * height, :width].view(len(maps), height, 2, width, maps.shape[3])


def _in_parts(maps: Tensor) -> Iterator[slice]:
    step = max(1, _PART // (maps[0].numel() * maps.element_size())) if len(maps) else 1
    return (slice(first, first + step) for first in range(0, len(maps), step))


def _is_channels_last(maps: Tensor) -> bool:
    return maps.device.type == "cpu" and maps.is_contiguous(memory_format=torch.channels_last) and maps.shape[2] > 1


def _of_channels_last(maps: Tensor) -> Tensor:
    return maps.permute(0, 2, 3, 1)


def _of_channels_first(maps: Tensor) -> Tensor:
    return maps.permute(0, 3, 1, 2)
