"""Batch normalisation whose means and variances may be those of other images than the ones at hand."""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn


class BatchStatistics:
    """The mean and variance of every normalised layer's maps over some images: measured once, used for any others.

    They keep their graph, so that learning reaches the images they were measured on.
    """

    def __init__(self) -> None:
        self._known: dict[nn.Module, tuple[Tensor, Tensor]] = {}

    def of(self, layer: "BatchNorm", maps: Tensor) -> tuple[Tensor, Tensor]:
        """Return mean and variance (channels,) for a layer: those of `maps` the first time, the same ever after."""
        if layer not in self._known:
            variance, mean = torch.var_mean(maps, (0, 2, 3), correction=0)
            self._known[layer] = mean, variance
            layer.follow(mean, variance)
        return self._known[layer]


class BatchNorm(nn.BatchNorm2d):
    """Normalises maps (n, channels, height, width) as usual, or by the `BatchStatistics` in force."""

    moments: BatchStatistics | None = None

    def forward(self, input: Tensor) -> Tensor:
        if self.moments is None:
            return super().forward(input)
        mean, variance = self.moments.of(self, input)
        scale = self.weight * (variance + self.eps).rsqrt()
        return input * scale[:, None, None] + (self.bias - mean * scale)[:, None, None]

    @torch.no_grad()
    def follow(self, mean: Tensor, variance: Tensor) -> None:
        """Let the running statistics follow measured ones, while training."""
        if self.training and self.running_mean is not None and self.running_var is not None:
            self.running_mean.lerp_(mean.to(self.running_mean.dtype), self.momentum or 0.1)
            self.running_var.lerp_(variance.to(self.running_var.dtype), self.momentum or 0.1)


@contextmanager
def normalised_by(network: nn.Module, moments: BatchStatistics) -> Iterator[None]:
    """Let every `BatchNorm` of the network normalise by those moments; images seen first are those measured."""
    layers = [layer for layer in network.modules() if isinstance(layer, BatchNorm)]
    before = [layer.moments for layer in layers]
    for layer in layers:
        layer.moments = moments
    try:
        yield
    finally:
        for layer, earlier in zip(layers, before, strict=True):
            layer.moments = earlier
