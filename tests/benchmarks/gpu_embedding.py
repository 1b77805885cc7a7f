"""The row of `tests.benchmarks.gpu` for embedding: decoded photographs to features of the shipped network."""

from collections.abc import Iterator
from functools import cache
from itertools import count

import torch
from torch import Tensor

from workbench import learning

BATCH = 32
_BATCHES = 4  # of an embedding, after which it begins anew


@cache
def _photographs(size: int) -> list[Tensor]:
    draw = torch.Generator().manual_seed(0)
    shape = (BATCH, 3, size, size)
    return [torch.randint(0, 256, shape, generator=draw, dtype=torch.uint8) for _ in range(_BATCHES)]


def streamed(device: str, size: int) -> Iterator[float]:
    """Yield the mean feature of batch after batch, as the program embeds."""
    network, photographs = learning.load_pretrained().to(device), _photographs(size)
    batches = ((number, photographs[number % _BATCHES]) for number in count())
    for _, features in learning.streamed(batches, lambda images: learning.two_views(images, network), device):
        yield 0.0 if features is None else features.mean().item()


def one_by_one(device: str, size: int) -> Iterator[float]:
    """Yield the same, each batch copied, embedded and copied back before the next one is begun."""
    network, photographs = learning.load_pretrained().to(device), _photographs(size)
    for number in count():
        yield learning.two_views(photographs[number % _BATCHES].to(device), network).cpu().mean().item()


def resident(device: str, size: int) -> Iterator[float]:
    """Yield the same of photographs that lie on the device already."""
    network, photographs = learning.load_pretrained().to(device), [each.to(device) for each in _photographs(size)]
    for number in count():
        yield learning.two_views(photographs[number % _BATCHES], network).cpu().mean().item()


def network_alone(device: str, size: int) -> Iterator[float]:
    """Let the network work on one batch on the device, and copy nothing back."""
    network, images = learning.load_pretrained().to(device), _photographs(size)[0].to(device)
    while True:
        learning.two_views(images, network)
        yield 0.0
