"""Cells of an LSTM that begin as latches, one for each label, which stay set once their label was presented."""

from typing import cast

import torch
from torch import Tensor, nn

_SHUT, _OPENED = -5.0, 10.0  # of an input gate before the sigmoid, without and by its label
_KEPT = 6.0  # of a forget gate: a step keeps 99.75 %
_SHOWN = 2.0  # of an output gate
_WRITTEN = 2.0  # of a cell's candidate before the tangent, by its label


@torch.no_grad()
def latch_labels(lstm: nn.LSTMCell, columns: slice) -> None:
    """Let the first cells of an LSTM begin as latches of the labels, one-hot in those columns of its input.

    Nothing else reaches them at first; all their weights are learned like the others. An LSTM that begins as usual
    forgets half of everything in each step, and is slow to learn to keep anything for a whole sequence (Jozefowicz,
    Zaremba & Sutskever, 2015, "An Empirical Exploration of Recurrent Network Architectures", section 2.2).
    """
    labels = columns.stop - columns.start
    own = torch.eye(labels)
    gates = zip((_SHUT, _KEPT, 0.0, _SHOWN), (_OPENED, 0.0, _WRITTEN, 0.0), strict=True)  # input, forget, cell, output
    for gate, (bias, by_label) in enumerate(gates):
        rows = slice(gate * lstm.hidden_size, gate * lstm.hidden_size + labels)
        for weights in (lstm.weight_ih, lstm.weight_hh, cast("Tensor", lstm.bias_hh)):
            weights[rows] = 0.0
        lstm.weight_ih[rows, columns] = by_label * own
        cast("Tensor", lstm.bias_ih)[rows] = bias
