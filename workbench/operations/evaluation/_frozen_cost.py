"""What the frozen network costs for each image, which features kept in the cache would hide."""

from statistics import median

_BATCH = 8  # as many as a small support
_ROUNDS = 3


def frozen_ms(size: int, device: str) -> float:
    """Return the milliseconds that the shipped network takes for an image of `size` pixels, once it is warm."""
    import torch

    from workbench.learning.pretrained import features, load_pretrained
    from workbench.learning.stopwatch import moment

    network = load_pretrained().to(device)
    images = torch.full((_BATCH, 3, size, size), 127, dtype=torch.uint8)
    times = []
    for _ in range(_ROUNDS + 1):
        began = moment(device)
        features(images, network)
        times.append(moment(device) - began)
    return 1000 * median(times[1:]) / _BATCH


def frozen_bytes() -> int:
    """Return the size of the shipped network's weights."""
    from workbench.learning.pretrained import load_pretrained

    network = load_pretrained()
    return sum(each.nbytes for each in (*network.parameters(), *network.buffers()))
