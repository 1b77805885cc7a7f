"""Fast weights: made of gradients by small networks, they are a second path beside a layer's own weights.

Munkhdalai & Yu, 2017, "Meta Networks", section 3 with figure 2. Both readers see one number at a time and are the same
for all; their last layer starts at zero, and so do the weights they make.
"""

from collections.abc import Callable
from math import exp

import torch
from torch import Tensor, nn
from torch.nn import functional

_LEAST_POWER = 10.0  # Gradients below exp(-10) are told apart by their size, others by its logarithm.
_AT_ONCE = 1 << 18  # numbers read together, so that the memory for a large support has a bound


class Augmented(nn.Module):
    """A dense layer with two paths: what its slow and its fast weights make of the inputs is activated, then added.

    The activation is ELU: through the paper's ReLU, flat at zero, weights that begin at zero would never learn.
    """

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.slow = nn.Linear(inputs, outputs, bias=False)

    def forward(self, inputs: Tensor, fast: Tensor) -> Tensor:
        """Return (n, outputs) for inputs (n, inputs); `fast` is as in `through`."""
        return functional.elu(self.slow(inputs)) + functional.elu(through(fast, inputs))


class ExampleReader(nn.Module):
    """The paper's m: makes the fast weights of one example of its gradients."""

    def __init__(self, units: int) -> None:
        super().__init__()
        self.hidden = nn.Sequential(nn.Linear(2, units), nn.ReLU(), nn.Linear(units, units), nn.ReLU())
        self.out = zero_linear(units)

    def forward(self, gradients: Tensor) -> Tensor:
        """Return weights of the shape of the gradients."""
        parts = split_gradients(gradients.flatten()).split(_AT_ONCE)
        return torch.cat([self.out(self.hidden(part)) for part in parts]).view_as(gradients)


class TaskReader(nn.Module):
    """The paper's d, an LSTM: makes the fast weights of a task of the gradients of its examples, one after another."""

    def __init__(self, units: int) -> None:
        super().__init__()
        self.lstm = nn.LSTM(2, units)
        self.out = zero_linear(units)

    def forward(self, gradients: Tensor) -> Tensor:
        """Return weights (...) for gradients (steps, ...)."""
        read, _ = self.lstm(split_gradients(gradients.flatten(1)))
        return self.out(read[-1]).view(gradients.shape[1:])


def zero_linear(units: int) -> nn.Linear:
    """Return a layer with one output that is zero until it has learned."""
    layer = nn.Linear(units, 1)
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer


def split_gradients(gradients: Tensor) -> Tensor:
    """Return magnitude and sign (..., 2), both in -1 .. 1 for gradients (...) not above exp(10).

    Andrychowicz et al., 2016, "Learning to learn by gradient descent by gradient descent", appendix A, with p = 10.
    """
    least = exp(-_LEAST_POWER)
    magnitude = gradients.abs().clamp(min=least).log() / _LEAST_POWER
    return torch.stack([magnitude, (gradients / least).clamp(-1, 1)], -1)


def through(fast: Tensor, inputs: Tensor) -> Tensor:
    """Return the product (n, outputs) of inputs (n, inputs) with weights (outputs, inputs), or (n, outputs, inputs)."""
    return (fast @ inputs[:, :, None]).squeeze(2)


def read(attention: Tensor, stored: Tensor) -> Tensor:
    """Return (queries, ...), for each query the sum of what is stored (n, ...) weighed by attention (queries, n)."""
    return (attention @ stored.flatten(1)).unflatten(1, stored.shape[1:])


def slopes(loss: Callable[[Tensor], Tensor], sums: Tensor) -> Tensor:
    """Return the gradient (n, outputs) of a loss for the sums of a dense layer, without its graph.

    Where the loss is a sum over examples, the gradient for the layer's weights is, of each, the outer product of its
    row with its inputs: one pass back gives those of all examples.
    """
    with torch.enable_grad():
        held = sums.detach().requires_grad_()
        return torch.autograd.grad(loss(held), held)[0]


def outer(rows: Tensor, inputs: Tensor) -> Tensor:
    """Return the outer products (n, outputs, inputs) of rows (n, outputs) with inputs (n, inputs)."""
    return rows[:, :, None] * inputs[:, None]
