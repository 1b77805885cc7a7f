"""bfloat16 in an encoder while it is trained, where the device computes faster in it than in float32.

Products are rounded to 8 bits and summed in float32; losses, weights and their updates stay in float32. Kalamkar et
al., 2019, "A Study of BFLOAT16 for Deep Learning Training".
"""

import time
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from statistics import median

import torch
from torch.nn import functional

from workbench.learning.networks.encoders import Encoder

_PAYS = 1.2  # times as fast; processors without instructions for it take five times as long
_ROUNDS = 5
_SHAPE = (64, 64, 14, 14)  # of Conv-4's second block in an episode of 64 images


def pays_in_bfloat16(device: str) -> bool:
    """Return whether bfloat16 is worth it on a device: on a CUDA device it is, on a processor it is measured."""
    return device == "cuda" or (device == "cpu" and processor_gain() >= _PAYS)


@cache
def processor_gain() -> float:
    """Return how many times as fast this processor convolves in bfloat16, backwards included; it takes 50 ms or so."""
    draw = torch.Generator().manual_seed(0)
    maps = torch.randn(_SHAPE, generator=draw).contiguous(memory_format=torch.channels_last).requires_grad_()
    weight = torch.randn(_SHAPE[1], _SHAPE[1], 3, 3, generator=draw).requires_grad_()

    def seconds(*, bf16: bool) -> float:
        began = time.perf_counter()
        with torch.enable_grad(), torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            torch.autograd.grad(functional.conv2d(maps, weight, padding=1).sum(), (maps, weight))
        return time.perf_counter() - began

    # The first round sets both up.
    rounds = [(seconds(bf16=False), seconds(bf16=True)) for _ in range(_ROUNDS + 1)][1:]
    return median(plain / half for plain, half in rounds)


@contextmanager
def in_bfloat16(encoder: Encoder, *, enabled: bool) -> Generator[None]:
    """Within this context, let the encoder compute in bfloat16 if `enabled`."""
    encoder.bf16 = enabled
    try:
        yield
    finally:
        encoder.bf16 = False
