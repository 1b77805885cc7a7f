"""An external memory whose rows are read by what is in them and written where they were used least.

Santoro et al., 2016, "Meta-Learning with Memory-Augmented Neural Networks", section 3: equations (2) to (8).
"""

from dataclasses import dataclass

import torch
from torch import Tensor

_SMALLEST_LENGTH = 1e-6  # so that an empty row is like nothing instead of undefined


@dataclass(frozen=True)
class Memory:
    """What is in the memories of a batch, and how it was used so far."""

    rows: Tensor  # (batch, rows, width)
    usage: Tensor  # (batch, rows)
    last_read: Tensor  # (batch, heads, rows), the weights of the last reading

    def repeated(self, times: int) -> "Memory":
        """Return every memory of the batch so many times in a row."""
        parts = (self.rows, self.usage, self.last_read)
        return Memory(*(part.repeat_interleave(times, 0) for part in parts))


@dataclass(frozen=True)
class Access:
    """What a controller wants of the memories at one step."""

    keys: Tensor  # (batch, heads, width), to look for and to write
    gates: Tensor  # (batch, heads), in 0 .. 1: how much goes where was read last, the rest where was used least
    sharpness: Tensor  # (heads,), by which similarities are multiplied


def empty_memory(form: tuple[int, int, int], heads: int, like: Tensor) -> Memory:
    """Return empty memories of form (batch, rows, width), on the device and of the precision of `like`."""
    batch, rows, _ = form
    return Memory(like.new_zeros(form), like.new_zeros(batch, rows), like.new_zeros(batch, heads, rows))


def write_then_read(memory: Memory, access: Access, decay: float) -> tuple[Tensor, Memory]:
    """Write the keys, then look for them in what is there: the order of the paper's equations.

    Returns what was read (batch, heads, width), and the memories after.
    """
    rows, write = _written(memory, access)
    read = read_weights(access, rows)
    return read @ rows, Memory(rows, usage_after(memory.usage, read, write, decay), read)


def read_then_write(memory: Memory, access: Access, decay: float) -> tuple[Tensor, Memory]:
    """Look for the keys, then write them, to where was just read or was used least.

    Returns what was read (batch, heads, width), and the memories after.
    """
    read = read_weights(access, memory.rows)
    rows, write = _written(Memory(memory.rows, memory.usage, read), access)
    return read @ memory.rows, Memory(rows, usage_after(memory.usage, read, write, decay), read)


def read_weights(access: Access, rows: Tensor) -> Tensor:
    """Return how much each row is read (batch, heads, rows): a softmax over cosines, equations (2) and (3)."""
    lengths = access.keys.norm(dim=2)[..., None] * rows.norm(dim=2)[:, None]
    cosines = access.keys @ rows.mT / (lengths + _SMALLEST_LENGTH)
    return (access.sharpness[:, None] * cosines).softmax(2)


def least_used(usage: Tensor, heads: int) -> Tensor:
    """Return the row used least for each head as a one among zeros (batch, heads, rows), equation (6)."""
    chosen = usage.detach().argsort(dim=1, stable=True)[:, :heads, None]
    return torch.zeros_like(usage)[:, None].repeat(1, heads, 1).scatter(2, chosen, 1.0)


def usage_after(usage: Tensor, read: Tensor, write: Tensor, decay: float) -> Tensor:
    """Return the usage (batch, rows) after reading and writing with those weights, equation (5)."""
    # It only ever decides which rows are used least, so that no gradient is lost.
    return decay * usage + (read + write).detach().sum(1)


def _written(memory: Memory, access: Access) -> tuple[Tensor, Tensor]:
    """Return the rows after writing, and the weights (batch, heads, rows) of that, equations (7) and (8)."""
    least = least_used(memory.usage, access.keys.shape[1])
    gates = access.gates[..., None]
    write = gates * memory.last_read + (1 - gates) * least
    kept = memory.rows * (1 - least.sum(1))[..., None]
    return kept + write.mT @ access.keys, write
