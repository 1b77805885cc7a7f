"""What the machine lacks or loses, whatever was under way: memory, and the device that computes."""

import sys

from workbench.errors import UserError
from workbench.facts import fact


def machine_error(error: BaseException) -> UserError | None:
    """Return in a sentence that memory is full or a device was lost; None for other errors."""
    # What torch raises has been raised by a torch that is imported.
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(error, torch.OutOfMemoryError):
        return UserError(fact("machine.device_memory"))
    if torch is not None and isinstance(error, torch.AcceleratorError):
        return UserError(fact("machine.device_lost"))
    return UserError(fact("machine.memory")) if isinstance(error, MemoryError) else None
