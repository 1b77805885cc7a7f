"""The trace of a network with a memory: what each example writes, and what the queries would then read.

No weight of writing is kept by the memory itself, but its usage is: after a step it is the usage before it, decayed,
plus what was read and written (Santoro et al., 2016, "Meta-Learning with Memory-Augmented Neural Networks", equation
(5)), so that what was written is the rest.
"""

from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional

from workbench.learning.episode import Episode, whole_numbers
from workbench.learning.memory import Memory, State, least_used
from workbench.learning.tracing.trace import MemoryUse, Trace, TraceStep
from workbench.learning.tracing.watched import watched

if TYPE_CHECKING:
    from workbench.learning.approaches.mann import Mann

_LEAST = 1e-6  # of a row's contents, from which it holds anything


def memory_use(approach: "Mann", episode: Episode, order: Tensor) -> Trace:
    """Follow the reading of the examples, in the order (length,) of their rows, and ask all queries after each."""
    support = episode.support
    with torch.no_grad():
        with watched(approach.controller) as stepped:
            classify = approach.adapt(support)
        states = [state for _, state in stepped]
        vectors = approach.encoder(episode.queries)
        holding, steps = _Holding(approach, len(support.labels)), list[TraceStep]()
        for seen, (row, state) in enumerate(zip(whole_numbers(order), states, strict=True), start=1):
            rows_written = holding.write(state.memory, row)
            last = functional.one_hot(support.labels[row : row + 1], approach.slots).to(vectors.dtype)
            logits, reading = _asked(approach, vectors, last, state)
            rows = state.memory.usage.shape[1]
            use = MemoryUse(row, seen, len(order), rows_written, rows, holding.rows(), holding.read(reading))
            steps.append(TraceStep(use, logits[:, : support.way]))
        # The very answers of the classifier, which rounding may tell from these.
        steps[-1] = TraceStep(steps[-1].shown, classify(episode.queries))
    return Trace(tuple(steps))


def _asked(approach: "Mann", vectors: Tensor, last: Tensor, state: State) -> tuple[Tensor, Tensor]:
    """Return logits (queries, slots) and weights of reading (queries, rows), given the last label (1, slots)."""
    label = last if approach.chosen.labels == "offset" else torch.zeros_like(last)
    logits, after = approach.controller(vectors, label.expand(len(vectors), -1), state.repeated(len(vectors)))
    return logits, after.memory.last_read.mean(1)


class _Holding:
    """Which examples each row of a memory is from."""

    def __init__(self, approach: "Mann", examples: int) -> None:
        self._decay, self._heads = approach.chosen.usage_decay, approach.chosen.heads
        self._examples = examples
        self._usage: Tensor | None = None  # (1, rows), before the next step
        self._held = torch.zeros(0, examples)

    def write(self, after: Memory, example: int) -> float:
        """Take down what a step wrote; return to how many rows, where each counts by its weight.

        A head writes a little to every row: the number is the squared sum of the weights over the sum of their squares.
        """
        if self._usage is None:
            self._usage = torch.zeros_like(after.usage)
            self._held = after.usage.new_zeros(after.usage.shape[1], self._examples)
        erased = least_used(self._usage, self._heads)[0].sum(0)
        written = (after.usage - self._decay * self._usage - after.last_read.sum(1))[0].clamp(min=0)
        self._held = self._held * (1 - erased)[:, None]
        self._held[:, example] += written
        self._usage = after.usage
        return float(written.sum().square() / written.square().sum().clamp(min=_LEAST))

    def rows(self) -> Tensor:
        """Return the shares of the examples (rows, n) in the rows that hold anything."""
        amounts = self._held.sum(1, keepdim=True)
        return (self._held / amounts.clamp(min=_LEAST))[amounts[:, 0] > _LEAST]

    def read(self, reading: Tensor) -> Tensor:
        """Return the shares of the examples (queries, n) in what is read with weights (queries, rows)."""
        return reading @ (self._held / self._held.sum(1, keepdim=True).clamp(min=_LEAST))
