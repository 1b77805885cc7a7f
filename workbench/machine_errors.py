"""What the machine lacks or loses, whatever was under way: memory, and the device that computes."""

import sys

from workbench.errors import UserError
from workbench.facts import fact

_OF_TORCH = {"OutOfMemoryError": "machine.device_memory", "AcceleratorError": "machine.device_lost"}


def machine_error(error: BaseException) -> UserError | None:
    """Return in a sentence that memory is full or a device was lost; None for other errors."""
    # What torch raises has been raised by a torch that is imported; one that still is being imported lacks the names.
    torch = sys.modules.get("torch")
    for name, code in _OF_TORCH.items():
        kind = getattr(torch, name, None)
        if kind is not None and isinstance(error, kind):
            return UserError(fact(code))
    return UserError(fact("machine.memory")) if isinstance(error, MemoryError) else None
