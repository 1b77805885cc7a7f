"""The cost of the frozen network for each image, which cached features would hide."""

from statistics import median

from workbench import learning
from workbench.operations.deferred import torch

_BATCH = 8  # as many as a small support
_ROUNDS = 3


def frozen_ms(size: int, device: str) -> float:
    """Return the milliseconds that the shipped network takes for an image of `size` pixels, once it is warm."""
    network = learning.load_pretrained().to(device)
    images = torch.full((_BATCH, 3, size, size), 127, dtype=torch.uint8)
    times: list[float] = []
    for _ in range(_ROUNDS + 1):
        began = learning.moment(device)
        learning.features(images, network)
        times.append(learning.moment(device) - began)
    return 1000 * median(times[1:]) / _BATCH


def frozen_bytes() -> int:
    """Return the size of the shipped network's weights."""
    network = learning.load_pretrained()
    return sum(parameter.nbytes for parameter in (*network.parameters(), *network.buffers()))
