"""An external memory that is read by content and written to the least used rows.

Santoro et al., 2016, "Meta-Learning with Memory-Augmented Neural Networks", section 3: equations (2) to (8).
"""

from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor

_SMALLEST_LENGTH = 1e-6  # so that the cosine of an empty row is 0 instead of undefined


@dataclass(frozen=True)
class Memory:
    """The memories of a batch of sequences, and how much their rows have been used."""

    rows: Tensor  # (batch, rows, width)
    usage: Tensor  # (batch, rows)
    last_read: Tensor  # (batch, heads, rows), the read weights of the previous step

    def repeated(self, times: int) -> "Memory":
        """Return each memory of the batch repeated `times` times in a row: (batch * times, ...)."""
        parts = (self.rows, self.usage, self.last_read)
        return Memory(*(part.repeat_interleave(times, 0) for part in parts))


@dataclass(frozen=True)
class State:
    """The state of a controller with a memory, for a batch of sequences."""

    hidden: Tensor  # (batch, units)
    cell: Tensor  # (batch, units)
    read: Tensor  # (batch, heads * width)
    memory: Memory

    def repeated(self, times: int) -> "State":
        """Return each state of the batch repeated `times` times in a row: (batch * times, ...)."""
        hidden, cell, read = (part.repeat_interleave(times, 0) for part in (self.hidden, self.cell, self.read))
        return State(hidden, cell, read, self.memory.repeated(times))


@dataclass(frozen=True)
class MemoryAccess:
    """What a controller reads from and writes to the memories in one step."""

    keys: Tensor  # (batch, heads, width), to search for and to write
    gates: Tensor  # (batch, heads), 0 to 1: the share written to the rows read last, the rest to the least used
    sharpness: Tensor  # (heads,), factors of the cosine similarities


def empty_memory(form: tuple[int, int, int], heads: int, like: Tensor) -> Memory:
    """Return memories of zeros (batch, rows, width), with the device and dtype of `like`."""
    batch, rows, _ = form
    return Memory(like.new_zeros(form), like.new_zeros(batch, rows), like.new_zeros(batch, heads, rows))


def write_then_read(memory: Memory, access: MemoryAccess, decay: float) -> tuple[Tensor, Memory]:
    """Write the keys, then read with them, in the order of the paper's equations.

    `decay` is the share of usage kept per step. Returns what was read (batch, heads, width) and the updated memories.
    """
    rows, write = _written(memory, access)
    read = read_weights(access, rows)
    return read @ rows, Memory(rows, usage_after(memory.usage, read, write, decay), read)


def read_then_write(memory: Memory, access: MemoryAccess, decay: float) -> tuple[Tensor, Memory]:
    """Read with the keys, then write them to the rows just read or least used.

    `decay` is the share of usage kept per step. Returns what was read (batch, heads, width) and the updated memories.
    """
    read = read_weights(access, memory.rows)
    rows, write = _written(Memory(memory.rows, memory.usage, read), access)
    return read @ memory.rows, Memory(rows, usage_after(memory.usage, read, write, decay), read)


def read_weights(access: MemoryAccess, rows: Tensor) -> Tensor:
    """Return the read weights (batch, heads, rows) for memory rows (batch, rows, width).

    They are a softmax over cosine similarities, equations (2) and (3).
    """
    lengths = cast("Tensor", access.keys.norm(dim=2)[..., None] * rows.norm(dim=2)[:, None])
    cosines = access.keys @ rows.mT / (lengths + _SMALLEST_LENGTH)
    return (access.sharpness[:, None] * cosines).softmax(2)


def least_used(usage: Tensor, heads: int) -> Tensor:
    """Return, for each head, one of the least used rows as one-hot (batch, heads, rows), equation (6)."""
    chosen = usage.detach().argsort(dim=1, stable=True)[:, :heads, None]
    return torch.zeros_like(usage)[:, None].repeat(1, heads, 1).scatter(2, chosen, 1.0)


def usage_after(usage: Tensor, read: Tensor, write: Tensor, decay: float) -> Tensor:
    """Return the usage (batch, rows) after `read` and `write` weights (batch, heads, rows), equation (5)."""
    # Usage only decides which rows are least used, so detaching loses no gradient.
    return decay * usage + (read + write).detach().sum(1)


def _written(memory: Memory, access: MemoryAccess) -> tuple[Tensor, Tensor]:
    """Return the rows after writing, and the write weights (batch, heads, rows), equations (7) and (8)."""
    least = least_used(memory.usage, access.keys.shape[1])
    gates = access.gates[..., None]
    write = gates * memory.last_read + (1 - gates) * least
    kept = memory.rows * (1 - least.sum(1))[..., None]
    return kept + write.mT @ access.keys, write
