"""The network of MeLU: what is known of an item and of a person is embedded, then two layers decide.

Lee, Im, Jang, Cho & Chung, 2019, "MeLU: Meta-Learned User Preference Estimator for Cold-Start Recommendation", section
3.1: each attribute is embedded, the embeddings stand side by side, and of the layers only those that decide adapt to a
person. Departure: an item is embedded by its number as well, since most of what sets items apart is in no table.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from workbench.learning.networks.encoders import Encoder, Takes

_FIRST_DEVIATION = 0.1


class Preference(Encoder):
    """Maps rows (n, 1 + the sum of widths) of an item's number and attributes to vectors (n, decided)."""

    takes: Takes = "numbers"
    unadapted = ("base.",)

    def __init__(self, items: int, widths: Sequence[int], embedded: int = 16, decided: int = 64) -> None:
        super().__init__()
        self.widths = tuple(widths)
        self.base = _Base(items, self.widths, embedded)
        self.first = nn.Linear((1 + len(self.widths)) * embedded, decided)
        self.second = nn.Linear(decided, decided)
        self.dimension = decided

    def forward(self, rows: Tensor) -> Tensor:
        return functional.relu(self.second(functional.relu(self.first(self.base(rows)))))


class _Base(nn.Module):
    """The base layer: the embeddings (n, (1 + attributes) * embedded) of rows, side by side."""

    def __init__(self, items: int, widths: tuple[int, ...], embedded: int) -> None:
        super().__init__()
        self.items = nn.Parameter(_FIRST_DEVIATION * torch.randn(items, embedded))
        self.attributes = nn.ModuleList(nn.Linear(width, embedded) for width in widths)
        self.widths = widths

    def forward(self, rows: Tensor) -> Tensor:
        parts = torch.split(rows[:, 1:], list(self.widths), 1)
        embedded = [layer(part) for layer, part in zip(self.attributes, parts, strict=True)]
        return torch.cat([functional.embedding(rows[:, 0].long(), self.items), *embedded], 1)
