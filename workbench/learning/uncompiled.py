"""Torch's optimisers without its compiler, which they import when they are first used: that takes most of a second.

Nothing here is compiled, so that what they ask the compiler for, to be left alone by it, they have anyway.
"""

from torch.optim import Optimizer


def leave_out_compiler() -> None:
    """Let the functions of `Optimizer` run as they are; a torch that has none to be left out stays as it is."""
    for function in vars(Optimizer).values():
        own = getattr(function, "__wrapped__", None)
        if own is not None and not hasattr(own, "__dynamo_disable"):
            own.__dynamo_disable = own
