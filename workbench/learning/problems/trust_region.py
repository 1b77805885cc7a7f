"""Outer steps within a trust region: as far as a policy may change, and no farther.

Schulman, Levine, Moritz, Jordan & Abbeel, 2015, "Trust Region Policy Optimization", section 6 and appendix C, as Finn,
Abbeel & Levine, 2017, take them for meta-gradients (section 5.3): the conjugate gradient method finds the direction in
which the loss falls most for the change of the adapted policies, and a line search how far it falls along it. The
change is the mean Kullback-Leibler divergence. For the direction it is measured on a part of the examples, which need
not include the start of an episode more than others; for the line search on all.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor

from workbench.learning.approach import Accumulated
from workbench.learning.episode import Episode
from workbench.learning.objective import LearnAll
from workbench.learning.problems.drawn import hold

_EVERY = 11  # no divisor of the length of an episode, or the same moments would be left out of each
_DAMPING = 1e-4
_CONJUGATE_STEPS = 8
_SHORTER = 0.6
_LENGTHS = 15  # that the line search tries

Product = Callable[[Tensor], Tensor]


class Diverging(Protocol):
    """An objective of outputs that are a distribution."""

    def loss(self, outputs: Tensor, answers: Tensor) -> Tensor:
        """Return the mean loss."""
        ...

    def score(self, outputs: Tensor, answers: Tensor) -> Tensor:
        """Return the mean score."""
        ...

    def divergence(self, before: Tensor, outputs: Tensor, answers: Tensor) -> Tensor:
        """Return the mean Kullback-Leibler divergence, in nats, of the distributions of outputs from those before."""
        ...


@dataclass(frozen=True)
class TrustRegion:
    """Takes outer steps in which what learners do after adapting changes by at most `farthest`, in nats."""

    objective: Diverging
    farthest: float = 0.01

    def fit(self, weights: Sequence[Tensor], learn: LearnAll, episodes: Sequence[Episode]) -> Accumulated:
        """Leave start minus reached as gradients of the weights; return the loss and the score before, both (1,)."""
        held = hold(learn, episodes)
        outputs, answers = held.outputs(learn)
        loss, score = self.objective.loss(outputs, answers), self.objective.score(outputs, answers)
        slope, before = _gradient(loss, weights), outputs.detach()
        product = self._product(weights, *held.outputs(learn, _EVERY))
        direction = conjugate_gradient(product, slope)
        curvature = direction @ product(direction)

        def is_allowed() -> bool:
            now = held.outputs(learn)[0].detach()
            lower = self.objective.loss(now, answers) < loss.detach()
            return bool(lower & (self.objective.divergence(before, now, answers) <= self.farthest))

        if bool(curvature > 0):
            _search(weights, direction * (2 * self.farthest / curvature).sqrt(), is_allowed)
        return loss.detach()[None], score[None]

    def _product(self, weights: Sequence[Tensor], outputs: Tensor, answers: Tensor) -> Product:
        """Return the product of a vector (weights,) with the curvature of the divergence, damped."""
        change = self.objective.divergence(outputs.detach(), outputs, answers)
        slopes = _gradient(change, weights, keep_graph=True)
        return lambda vector: _gradient(slopes @ vector, weights, retain=True) + _DAMPING * vector


def _search(weights: Sequence[Tensor], step: Tensor, is_allowed: Callable[[], bool]) -> None:
    """Leave as gradients the longest part of a step, of those tried, that is allowed; else none."""
    start = [weight.detach().clone() for weight in weights]
    parts = _parted(step, weights)
    for length in (_SHORTER**tried for tried in range(_LENGTHS)):
        _put(weights, (here - length * part for here, part in zip(start, parts, strict=True)))
        if is_allowed():
            break
    else:
        length = 0.0
    _put(weights, start)
    for weight, part in zip(weights, parts, strict=True):
        weight.grad = length * part if weight.grad is None else weight.grad + length * part


def conjugate_gradient(product: Product, wanted: Tensor, steps: int = _CONJUGATE_STEPS) -> Tensor:
    """Return x (n,) whose product with a positive definite matrix is about `wanted` (n,), after so many steps at most.

    Hestenes & Stiefel, 1952, "Methods of Conjugate Gradients for Solving Linear Systems".
    """
    found, left = torch.zeros_like(wanted), wanted.clone()
    along, square = left, left @ left
    for _ in range(steps):
        if not bool(square > 0):
            break
        image = product(along)
        length = square / (along @ image)
        found, left = found + length * along, left - length * image
        after = left @ left
        along, square = left + after / square * along, after
    return found


def _gradient(value: Tensor, weights: Sequence[Tensor], *, keep_graph: bool = False, retain: bool = False) -> Tensor:
    """Return the gradient (weights,) of a scalar."""
    parts = torch.autograd.grad(
        value, weights, create_graph=keep_graph, retain_graph=keep_graph or retain, allow_unused=True,
        materialize_grads=True,
    )  # fmt: skip
    return torch.cat([part.flatten() for part in parts])


def _parted(flat: Tensor, weights: Sequence[Tensor]) -> list[Tensor]:
    parts = torch.split(flat, [weight.numel() for weight in weights])
    return [part.view_as(weight) for part, weight in zip(parts, weights, strict=True)]


@torch.no_grad()
def _put(weights: Iterable[Tensor], values: Iterable[Tensor]) -> None:
    for weight, value in zip(weights, values, strict=True):
        weight.copy_(value)
