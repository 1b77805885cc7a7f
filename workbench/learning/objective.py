"""What a learner is asked for: the loss that its outputs are trained by, and the score that they are judged by."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

from torch import Tensor
from torch.nn import functional

if TYPE_CHECKING:
    from workbench.learning.episode import Episode, Support


@dataclass(frozen=True)
class Outcome:
    """The mean loss of one or several episodes, with its graph, and the score of their answers."""

    loss: Tensor  # scalar
    # Scalar, on the device: reading a number would let the device wait for the processor. For classes, 0 to 1.
    accuracy: Tensor


# A learner of the inputs of all tasks, one after the other, equally many of each.
LearnerOfAll = Callable[[Tensor], Tensor]
# Shows the examples of all tasks to such a learner at a step.
ShowAll = Callable[[LearnerOfAll, int], "Sequence[Support]"]
# Learns all tasks, each from its own examples.
LearnAll = Callable[[ShowAll], LearnerOfAll]


class OuterStep(Protocol):
    """Turns the loss of adapted learners into a step of their start, where a gradient alone would lead too far."""

    def fit(self, weights: Sequence[Tensor], learn: LearnAll, episodes: "Sequence[Episode]") -> tuple[Tensor, Tensor]:
        """Leave start minus reached as gradients of the weights; return the loss and the score before, both (1,).

        `learn` returns what all tasks' learners learned, with the graph of the weights.
        """
        ...


class Objective(ABC):
    """A loss and a score of a learner's outputs (n, outputs) for answers (n, ...)."""

    lower_is_better: ClassVar[bool] = False  # of scores

    @property
    def outer(self) -> OuterStep | None:
        """What takes the outer steps of a learner; None: its optimiser."""
        return None

    @abstractmethod
    def loss(self, outputs: Tensor, answers: Tensor) -> Tensor:
        """Return the mean loss, a scalar that can be differentiated."""

    @abstractmethod
    def score(self, outputs: Tensor, answers: Tensor) -> Tensor:
        """Return the mean score, a scalar without a graph."""

    def outcome(self, outputs: Tensor, answers: Tensor) -> Outcome:
        """Return loss and score of outputs (n, outputs) for answers (n, ...)."""
        score = self.score(outputs, answers)
        return Outcome(self.loss(outputs, answers), score)


class Classification(Objective):
    """To name the class: cross-entropy and accuracy of logits (n, way) for classes (n,)."""

    def loss(self, outputs: Tensor, answers: Tensor) -> Tensor:
        return functional.cross_entropy(outputs, answers)

    def score(self, outputs: Tensor, answers: Tensor) -> Tensor:
        return (outputs.detach().argmax(1) == answers).float().mean()


class Regression(Objective):
    """To come near values: mean squared error of outputs (n, values) for answers (n, values)."""

    lower_is_better = True

    def loss(self, outputs: Tensor, answers: Tensor) -> Tensor:
        return functional.mse_loss(outputs, answers)

    def score(self, outputs: Tensor, answers: Tensor) -> Tensor:
        return functional.mse_loss(outputs.detach(), answers)


CLASSIFICATION = Classification()
REGRESSION = Regression()
