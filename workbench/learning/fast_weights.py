"""Fast weights: generated from gradients by small networks, they form a second path beside a layer's slow weights.

Munkhdalai & Yu, 2017, "Meta Networks", section 3 with figure 2. Both generating networks read one number of a gradient
at a time and are shared by all weights; their last layers start at zero, and so do the fast weights.
"""

from collections.abc import Callable
from math import exp

import torch
from torch import Tensor, nn
from torch.nn import functional

_LEAST_POWER = 10.0  # Gradients below exp(-10) are encoded linearly, others by their logarithm.
_AT_ONCE = 1 << 18  # numbers read at once, which bounds the memory for a large support


class Augmented(nn.Module):
    """A dense layer with two paths: the activations of its slow and of its fast weights are added.

    The activation is ELU (Clevert et al., 2016, "Fast and Accurate Deep Network Learning by Exponential Linear Units"):
    with the paper's ReLU, whose gradient at zero is zero, fast weights that start at zero would never learn.
    """

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.slow = nn.Linear(inputs, outputs, bias=False)

    def forward(self, inputs: Tensor, fast: Tensor) -> Tensor:
        """Return (n, outputs) for inputs (n, inputs); `fast` is as in `through`."""
        return functional.elu(self.slow(inputs)) + functional.elu(through(fast, inputs))


class ExampleReader(nn.Module):
    """The paper's m: generates the fast weights of an example from its gradients."""

    def __init__(self, units: int) -> None:
        super().__init__()
        self.hidden = nn.Sequential(nn.Linear(2, units), nn.ReLU(), nn.Linear(units, units), nn.ReLU())
        self.out = zero_linear(units)

    def forward(self, gradients: Tensor) -> Tensor:
        """Return fast weights (...) for gradients (...) of any shape."""
        parts = torch.split(split_gradients(gradients.flatten()), _AT_ONCE)
        return torch.cat([self.out(self.hidden(part)) for part in parts]).view_as(gradients)


class TaskReader(nn.Module):
    """The paper's d, an LSTM: generates the fast weights of an episode from its examples' gradients in sequence."""

    def __init__(self, units: int) -> None:
        super().__init__()
        self.lstm = nn.LSTM(2, units)
        self.out = zero_linear(units)

    def forward(self, gradients: Tensor) -> Tensor:
        """Return fast weights (...) for gradients (steps, ...)."""
        read, _ = self.lstm(split_gradients(gradients.flatten(1)))
        return self.out(read[-1]).view(gradients.shape[1:])


def zero_linear(units: int) -> nn.Linear:
    """Return a linear layer with one output whose weights and bias start at zero."""
    layer = nn.Linear(units, 1)
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer


def split_gradients(gradients: Tensor) -> Tensor:
    """Return magnitude and sign (..., 2), both from -1 to 1 for gradients (...) up to exp(10).

    Andrychowicz et al., 2016, "Learning to learn by gradient descent by gradient descent", appendix A, with p = 10.
    """
    least = exp(-_LEAST_POWER)
    magnitude = gradients.abs().clamp(min=least).log() / _LEAST_POWER
    return torch.stack([magnitude, (gradients / least).clamp(-1, 1)], -1)


def through(fast: Tensor, inputs: Tensor) -> Tensor:
    """Return the product (n, outputs) of inputs (n, inputs) and weights (outputs, inputs) or (n, outputs, inputs)."""
    return (fast @ inputs[:, :, None]).squeeze(2)


def read(attention: Tensor, stored: Tensor) -> Tensor:
    """Return, for each query, the sum (queries, ...) of `stored` (n, ...) weighted by attention (queries, n)."""
    return (attention @ stored.flatten(1)).reshape(len(attention), *stored.shape[1:])


def slopes(loss: Callable[[Tensor], Tensor], sums: Tensor) -> Tensor:
    """Return the gradient (n, outputs) of a scalar loss for a dense layer's outputs (n, outputs), without its graph.

    If the loss is a sum over examples, an example's gradient for the layer's weights is the outer product of its row
    and its inputs, so that one backward pass gives those of all examples.
    """
    with torch.enable_grad():
        held = sums.detach().requires_grad_()
        return torch.autograd.grad(loss(held), held)[0]


def outer(rows: Tensor, inputs: Tensor) -> Tensor:
    """Return the outer products (n, outputs, inputs) of rows (n, outputs) and inputs (n, inputs)."""
    return rows[:, :, None] * inputs[:, None]
