"""What a policy of continuous actions is asked for: to do more of what earned more than was expected.

Outputs are the means of a Gaussian whose deviation is fixed. The loss is minus the mean of the advantages, each times
the ratio of an action's likelihood to that when it was drawn: its gradient there is the policy gradient (Williams,
1992, "Simple Statistical Gradient-Following Algorithms for Connectionist Reinforcement Learning"), and differentiated
through a step on it, the ratio gives the meta-gradient that the logarithm would give in part only (Rothfuss, Lee,
Clavera, Asfour & Abbeel, 2019, "ProMP: Proximal Meta-Policy Search", section 5).
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from workbench.learning.objective import Objective
from workbench.learning.problems.trust_region import TrustRegion


@dataclass(frozen=True)
class Acted:
    """Columns of what a policy did, as labels (n, 2 actions + 3) have them; an episode's unused steps count nothing."""

    actions: Tensor  # (n, actions), as drawn
    means: Tensor  # (n, actions), of the policy that drew them
    advantages: Tensor  # (n,)
    counted: Tensor  # (n,), 1.0, or 0.0 after an episode's end
    rewards: Tensor  # (n,)

    def labels(self) -> Tensor:
        """Return them as labels."""
        columns = torch.stack([self.advantages, self.counted, self.rewards], 1)
        return torch.cat([self.actions, self.means, columns], 1)


def acted(labels: Tensor) -> Acted:
    """Return what labels (n, 2 actions + 3) hold."""
    actions = (labels.shape[1] - 3) // 2
    return Acted(labels[:, :actions], labels[:, actions:-3], labels[:, -3], labels[:, -2], labels[:, -1])


class Policy(Objective):
    """A Gaussian policy of fixed deviation: policy gradient, and the mean return of an episode as the score."""

    def __init__(self, deviation: float, horizon: int) -> None:
        self.deviation = deviation
        self.horizon = horizon  # rows of an episode

    @property
    def outer(self) -> TrustRegion:
        """Steps within a trust region."""
        return TrustRegion(self)

    def loss(self, outputs: Tensor, answers: Tensor) -> Tensor:
        done = acted(answers)
        farther = (done.actions - outputs).square().sum(1) - (done.actions - done.means).square().sum(1)
        ratios = (-farther / (2 * self.deviation**2)).exp()
        return -(done.counted * ratios * done.advantages).sum() / done.counted.sum()

    def score(self, outputs: Tensor, answers: Tensor) -> Tensor:
        return acted(answers).rewards.sum() * self.horizon / len(answers)

    def divergence(self, before: Tensor, outputs: Tensor, answers: Tensor) -> Tensor:
        """Return the mean Kullback-Leibler divergence, in nats, of one policy's means (n, actions) from another's."""
        counted = acted(answers).counted
        squares = (outputs - before).square().sum(1)
        return (counted * squares).sum() / counted.sum() / (2 * self.deviation**2)
