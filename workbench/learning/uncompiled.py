"""Torch's optimisers without its compiler, which they import when they are first used.

That takes one to two seconds and 300 MB, for nothing: nothing here is compiled, so that what they ask the compiler for,
to be left alone by it, they have anyway.
"""

from typing import Any

import torch
from torch.optim import SGD, Adam, Optimizer


def leave_out_compiler() -> None:
    """Let the functions of optimisers run as they are; a torch that has nothing to be left out stays as it is."""
    for function in vars(Optimizer).values():
        own = getattr(function, "__wrapped__", None)
        if own is not None and not hasattr(own, "__dynamo_disable"):
            own.__dynamo_disable = own
    kinds: tuple[Any, ...] = (Adam, SGD)
    for kind in kinds:
        step = getattr(kind.step, "__wrapped__", None)
        # Around it stands what sets whether steps have gradients, as here, and breaks the compiler's graph.
        if step is not None and kind.step.__name__ == "step" and "_dynamo" in kind.step.__code__.co_names:
            kind.step = torch.no_grad()(step)
