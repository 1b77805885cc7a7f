"""torch, imported when an operation first uses it, so that a window and most commands come up without it.

`from workbench.operations.deferred import torch` costs nothing; `torch.no_grad()` imports torch. Importing takes
Python's own lock, so several threads may be the first at once (`importlib.util.LazyLoader` is not safe before 3.12).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = ["torch"]

if TYPE_CHECKING:
    import torch
else:

    class _Deferred:
        """A module that is imported when an attribute of it is first used."""

        def __init__(self, name: str) -> None:
            self._name = name

        def __getattr__(self, attribute: str) -> Any:
            return getattr(import_module(self._name), attribute)

    torch = _Deferred("torch")
