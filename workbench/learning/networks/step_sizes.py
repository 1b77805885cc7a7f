"""Step sizes of an inner loop that are learned with the initial weights."""

from collections.abc import Mapping
from math import log

import torch
from torch import nn
from torch.optim import Optimizer

from workbench.learning.inner_loop import Weights

_HASTE = 10.0  # Logarithms of step sizes have further to move than weights; this multiplies their learning rate.


class StepSizes(nn.Module):
    """Inner step sizes per layer, and optionally per step, as logarithms that may be learned.

    Antoniou, Edwards & Storkey, 2019, "How to Train Your MAML".
    """

    def __init__(self, sizes: Mapping[str, float], steps: int, *, learned: bool) -> None:
        super().__init__()
        self.columns = {layer: column for column, layer in enumerate(sizes)}
        logs = torch.tensor([log(size) for size in sizes.values()])
        self.logs = nn.Parameter(logs.repeat(steps, 1), requires_grad=learned)  # (steps, layers)

    def down(self, weights: Weights, gradients: Weights, step: int) -> Weights:
        """Return the weights that have a gradient after a step against it, each of its own shape.

        A step beyond the last known one is of that one's size.
        """
        sizes = self.logs[min(step, len(self.logs) - 1)].exp().unbind()
        return {
            name: weights[name] - sizes[self.columns[layer_of(name)]] * gradient for name, gradient in gradients.items()
        }


def hastened(optimizer: Optimizer, sizes: nn.Module, rate: float) -> Optimizer:
    """Return an optimiser of that learning rate which moves learned logarithms of step sizes faster than the rest."""
    if isinstance(sizes, StepSizes) and sizes.logs.requires_grad:
        group, logs = optimizer.param_groups[0], sizes.logs
        group["params"] = [weight for weight in group["params"] if weight is not logs]
        optimizer.add_param_group({"params": [logs], "lr": _HASTE * rate, "weight_decay": 0.0})
    return optimizer


class WeightSizes(nn.Module):
    """A learned inner step size for every weight, which may become negative.

    Li, Zhou, Chen & Li, 2017, "Meta-SGD: Learning to Learn Quickly for Few-Shot Learning", algorithm 1.
    """

    def __init__(self, sizes: Mapping[str, float], weights: Weights) -> None:
        super().__init__()
        # A parameter's name may not hold a dot.
        self.order = tuple(weights)
        self.sizes = nn.ParameterList(
            nn.Parameter(torch.full_like(weight, sizes[layer_of(name)])) for name, weight in weights.items()
        )

    def down(self, weights: Weights, gradients: Weights, step: int) -> Weights:
        """Return the weights that have a gradient after a step against it, each of its own shape."""
        return {
            name: weights[name] - self.sizes[self.order.index(name)] * gradient for name, gradient in gradients.items()
        }


def layer_of(name: str) -> str:
    """Return the name of the layer that the weight of that name belongs to."""
    return name.rpartition(".")[0]
