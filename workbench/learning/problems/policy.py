"""What a policy of continuous actions is asked for: to do more of what earned more than was expected.

Outputs are the means of a Gaussian and the logarithms of its deviations, which are kept within bounds. The loss is
minus the mean of the advantages, each times the ratio of an action's likelihood to that when it was drawn: its gradient
there is the policy gradient (Williams, 1992, "Simple Statistical Gradient-Following Algorithms for Connectionist
Reinforcement Learning"), and differentiated through a step on it, the ratio gives the meta-gradient that the logarithm
would give in part only (Rothfuss, Lee, Clavera, Asfour & Abbeel, 2019, "ProMP: Proximal Meta-Policy Search", section
5).
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from workbench.learning.objective import Objective
from workbench.learning.problems.trust_region import TrustRegion

_LEAST, _MOST = -4.0, 1.0  # logarithms of a deviation


@dataclass(frozen=True)
class Acted:
    """Columns of what a policy did, as labels (n, 3 actions + 3) have them; an episode's unused steps count nothing."""

    actions: Tensor  # (n, actions), as drawn
    outputs: Tensor  # (n, 2 actions), of the policy that drew them
    advantages: Tensor  # (n,)
    counted: Tensor  # (n,), 1.0, or 0.0 after an episode's end
    rewards: Tensor  # (n,)

    def labels(self) -> Tensor:
        """Return them as labels."""
        columns = torch.stack([self.advantages, self.counted, self.rewards], 1)
        return torch.cat([self.actions, self.outputs, columns], 1)


def acted(labels: Tensor) -> Acted:
    """Return what labels (n, 3 actions + 3) hold."""
    actions = (labels.shape[1] - 3) // 3
    return Acted(labels[:, :actions], labels[:, actions:-3], labels[:, -3], labels[:, -2], labels[:, -1])


@dataclass(frozen=True)
class Gaussian:
    """What actions are drawn from."""

    means: Tensor  # (n, actions)
    logs: Tensor  # (n, actions), of the deviations

    @classmethod
    def of(cls, outputs: Tensor) -> "Gaussian":
        """Return that of a policy's outputs (n, 2 actions)."""
        means, logs = outputs.chunk(2, 1)
        return cls(means, logs.clamp(_LEAST, _MOST))

    def drawn(self, noise: Tensor) -> Tensor:
        """Return actions (n, actions) for noise (n, actions) of mean 0 and deviation 1."""
        return self.means + self.logs.exp() * noise

    def log_likelihood(self, actions: Tensor) -> Tensor:
        """Return that of actions (n, actions), but for a constant, (n,)."""
        away = (actions - self.means) * (-self.logs).exp()
        return -(away.square() / 2 + self.logs).sum(1)

    def divergence_from(self, other: "Gaussian") -> Tensor:
        """Return the Kullback-Leibler divergence of this one from another, where actions are the other's, (n,)."""
        shift, ratio = (self.means - other.means).square(), (2 * (other.logs - self.logs)).exp()
        return (self.logs - other.logs + (ratio + shift * (-2 * self.logs).exp() - 1) / 2).sum(1)


class Policy(Objective):
    """A Gaussian policy: policy gradient, and the mean return of an episode as the score."""

    def __init__(self, horizon: int) -> None:
        self.horizon = horizon  # rows of an episode

    @property
    def outer(self) -> TrustRegion:
        """Steps within a trust region."""
        return TrustRegion(self)

    def loss(self, outputs: Tensor, answers: Tensor) -> Tensor:
        done = acted(answers)
        then, now = (Gaussian.of(each).log_likelihood(done.actions) for each in (done.outputs, outputs))
        ratios = (now - then).exp()
        return -(done.counted * ratios * done.advantages).sum() / done.counted.sum()

    def score(self, outputs: Tensor, answers: Tensor) -> Tensor:
        return acted(answers).rewards.sum() * self.horizon / len(answers)

    def divergence(self, before: Tensor, outputs: Tensor, answers: Tensor) -> Tensor:
        """Return the mean Kullback-Leibler divergence, in nats, of a policy's outputs (n, 2 actions) from another's."""
        counted = acted(answers).counted
        return (counted * Gaussian.of(outputs).divergence_from(Gaussian.of(before))).sum() / counted.sum()
