"""torch, imported when an operation first uses it, so that a window and most commands come up without it.

`from workbench.operations.deferred import torch` costs nothing; `torch.no_grad()` imports torch.
"""

from typing import TYPE_CHECKING

from workbench.deferred_module import DeferredModule

__all__ = ["torch"]

if TYPE_CHECKING:
    import torch
else:
    torch = DeferredModule("torch")
