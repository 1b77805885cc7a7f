"""Listening to what a module returns while others use it, so that a step can be shown without being done twice."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from torch import nn


@contextmanager
def watched(module: nn.Module) -> Generator[list[Any]]:
    """Within this context, collect what the module returns."""
    returned: list[Any] = []

    def hear(heard: nn.Module, given: Any, result: Any) -> None:
        returned.append(result)

    handle = module.register_forward_hook(hear)
    try:
        yield returned
    finally:
        handle.remove()
