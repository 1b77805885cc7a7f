"""Batch normalisation with the statistics of other images than those at hand.

Ioffe & Szegedy, 2015, "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift".
Why queries are normalised by the statistics of the support: workbench/decisions/support_statistics.md; such choices are
compared by Bronskill et al., 2020, "TaskNorm: Rethinking Batch Normalization for Meta-Learning".
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import cast

import torch
from torch import Tensor, nn


class BatchStatistics:
    """The input mean and variance of every batch normalisation layer, measured once and used for all images after.

    They keep their graph, so that gradients reach the images they were measured on.
    """

    def __init__(self) -> None:
        self._known: dict[nn.Module, tuple[Tensor, Tensor]] = {}

    def of(self, layer: "BatchNorm", maps: Tensor) -> tuple[Tensor, Tensor]:
        """Return a layer's mean and variance, each (channels,).

        They are those of `maps` (n, channels, height, width) at the first call, and stay the same.
        """
        if layer not in self._known:
            self._known[layer] = self._measured(layer, maps)
        return self._known[layer]

    def _measured(self, layer: "BatchNorm", maps: Tensor) -> tuple[Tensor, Tensor]:
        mean, variance = measured(maps)
        layer.follow(mean, variance)
        return mean, variance


class TaskStatistics(BatchStatistics):
    """Statistics of one of many tasks that `torch.vmap` computes at once, which running statistics follow later."""

    def of_layers(self, network: nn.Module) -> list[tuple[Tensor, Tensor]]:
        """Return the mean and variance, each (channels,), of every layer of the network that was used, in order."""
        return [self._known[layer] for layer in network.modules() if layer in self._known]

    def _measured(self, layer: "BatchNorm", maps: Tensor) -> tuple[Tensor, Tensor]:
        variance, mean = torch.var_mean(maps, (0, 2, 3), correction=0)
        return mean, variance


def measured(maps: Tensor) -> tuple[Tensor, Tensor]:
    """Return the mean and the variance of each channel, (channels,), of maps (n, channels, height, width)."""
    if maps.device.type != "cpu" or not maps.is_contiguous(memory_format=torch.channels_last):
        variance, mean = torch.var_mean(maps, (0, 2, 3), correction=0)
        return mean, variance
    # `var_mean` takes ten times as long for maps in this format.
    values = maps.permute(0, 2, 3, 1).reshape(-1, maps.shape[1])
    mean = values.mean(0)
    apart = values - mean
    return mean, cast("Tensor", torch.linalg.vecdot(apart, apart, dim=0)) / len(values)


class BatchNorm(nn.BatchNorm2d):
    """Normalises maps (n, channels, height, width) as usual, or by the `BatchStatistics` set with `normalised_by`."""

    statistics: BatchStatistics | None = None

    def moments(self, maps: Tensor) -> tuple[Tensor, Tensor]:
        """Return the mean and variance, each (channels,), that maps (n, channels, height, width) are normalised by.

        That is by the `BatchStatistics` that are set, or else by the running statistics, as in evaluation mode.
        """
        if self.statistics is not None:
            return self.statistics.of(self, maps)
        return cast("Tensor", self.running_mean), cast("Tensor", self.running_var)

    def forward(self, input: Tensor) -> Tensor:
        if self.statistics is None:
            return super().forward(input)
        mean, variance = self.moments(input)
        scale = self.weight * (variance + self.eps).rsqrt()
        return input * scale[:, None, None] + (self.bias - mean * scale)[:, None, None]

    @torch.no_grad()
    def follow(self, mean: Tensor, variance: Tensor) -> None:
        """In training mode, update the running statistics with mean and variance, each (channels,)."""
        if self.training and self.running_mean is not None and self.running_var is not None:
            self.running_mean.lerp_(mean.to(self.running_mean.dtype), self.momentum or 0.1)
            self.running_var.lerp_(variance.to(self.running_var.dtype), self.momentum or 0.1)

    @torch.no_grad()
    def follow_all(self, means: Tensor, variances: Tensor) -> None:
        """Do what `follow` does with each mean and variance, (k, channels), one after the other."""
        if not self.training or self.running_mean is None or self.running_var is None:
            return
        share = self.momentum or 0.1
        ages = torch.arange(len(means) - 1, -1, -1, dtype=self.running_mean.dtype, device=means.device)
        shares = share * (1 - share) ** ages
        for running, values in ((self.running_mean, means), (self.running_var, variances)):
            running.mul_((1 - share) ** len(means)).add_(shares @ values.to(running.dtype))


@contextmanager
def normalised_by(network: nn.Module, statistics: BatchStatistics) -> Generator[None]:
    """Within this context, let every `BatchNorm` of the network normalise by `statistics`.

    If they are new, they are measured on the first images.
    """
    layers = [layer for layer in network.modules() if isinstance(layer, BatchNorm)]
    before = [layer.statistics for layer in layers]
    for layer in layers:
        layer.statistics = statistics
    try:
        yield
    finally:
        for layer, earlier in zip(layers, before, strict=True):
            layer.statistics = earlier
