"""Evaluating an approach in the middle of its training without changing its state."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.operations.deferred import torch

if TYPE_CHECKING:
    from torch import nn


@contextmanager
def preserve_module_state(approach: "nn.Module") -> Generator[None]:
    """Evaluate without gradients; afterwards the modes and torch's random state are restored."""
    modes = [(module, module.training) for module in approach.modules()]
    on_cuda = any(weight.device.type == "cuda" for weight in approach.parameters())
    approach.eval()
    try:
        with torch.random.fork_rng([torch.cuda.current_device()] if on_cuda else []), torch.no_grad():
            yield
    finally:
        for module, mode in modes:
            module.training = mode
