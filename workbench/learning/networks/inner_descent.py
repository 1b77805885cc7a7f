"""How an inner loop of ordinary training takes its steps: plainly, or by Adam without momentum."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import torch

from workbench.learning.inner_loop import Weights

_FORGETTING = 0.999  # Adam's beta2
_SMALL = 1e-8  # Adam's epsilon


@dataclass
class Adam:
    """Adam without momentum (beta1 = 0): gradients are divided by the root of their mean square.

    Kingma & Ba, 2015, "Adam: A Method for Stochastic Optimization", algorithm 1.
    """

    rates: Mapping[str, float]  # learning rates, by weight
    squares: Weights  # mean squared gradients, each of its weight's shape
    steps: int  # taken so far

    @torch.no_grad()
    def step(self, weights: Weights, gradients: Weights) -> Weights:
        """Return the weights after one more step, each of its own shape."""
        self.steps += 1
        unbiased = 1 / sqrt(1 - _FORGETTING**self.steps)
        stepped: Weights = {}
        for name, gradient in gradients.items():
            square = self.squares[name].mul_(_FORGETTING).addcmul_(gradient, gradient, value=1 - _FORGETTING)
            root = square.sqrt().mul_(unbiased).add_(_SMALL)
            stepped[name] = weights[name].addcdiv(gradient, root, value=-self.rates[name]).requires_grad_()
        return stepped


@dataclass
class Plain:
    """Plain gradient descent."""

    rates: Mapping[str, float]  # learning rates, by weight

    @torch.no_grad()
    def step(self, weights: Weights, gradients: Weights) -> Weights:
        """Return the weights after one more step, each of its own shape."""
        return {
            name: weights[name].sub(gradient, alpha=self.rates[name]).requires_grad_()
            for name, gradient in gradients.items()
        }
