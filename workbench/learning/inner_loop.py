"""The inner loop of optimisation-based approaches: gradient descent on a copy of the weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.func import functional_call
from torch.nn import functional

from workbench.errors import UserError
from workbench.facts import fact
from workbench.learning.episode import Support
from workbench.learning.networks.encoders import Encoder
from workbench.learning.networks.normalisation import BatchStatistics, normalised_by
from workbench.learning.objective import CLASSIFICATION, Objective
from workbench.learning.options import option
from workbench.words import marked

Weights = dict[str, Tensor]  # parameters by name, each of its own shape
HEAD = ("head.weight", "head.bias")

_ENCODER = "encoder."


class ClassHead(nn.Module):
    """The initial linear classifier of every episode.

    If `copied`, one vector is copied for every class, so that neither the number nor the order of classes matters (Ye &
    Chao, 2022, "How to Train Your MAML to Excel in Few-Shot Classification", section 5). Otherwise each of `way`
    outputs has its own initial weights, as in the papers. Why: workbench/decisions/one_start_for_all_classes.md.
    """

    def __init__(self, dimension: int, way: int, *, copied: bool) -> None:
        super().__init__()
        self.copied = copied
        self.weight = nn.Parameter(torch.zeros(1 if copied else way, dimension))
        self.bias = nn.Parameter(torch.zeros(1 if copied else way))
        if not copied:
            nn.init.xavier_uniform_(self.weight)

    def start(self, way: int) -> Weights:
        """Return weight (way, dimension) and bias (way,). Raises UserError for more classes than there are outputs."""
        if self.copied:
            return dict(zip(HEAD, (self.weight.expand(way, -1), self.bias.expand(way)), strict=True))
        if way > len(self.weight):
            raise UserError(fact("approach.one_output_per_class", most=len(self.weight), way=way))
        return dict(zip(HEAD, (self.weight[:way], self.bias[:way]), strict=True))


def head_option(*, basic: bool = False) -> Any:
    """Declare the option of an approach that says whether its `ClassHead` is copied."""
    return option(
        "copied",
        marked("Classifier initialisation"),
        choices={
            "copied": marked("Shared, any number of classes"),
            "numbered": marked("Separate for each class, as in the paper"),
        },
        basic=basic,
    )


@dataclass(frozen=True)
class Learner:
    """An encoder with a linear classifier, as a function of their weights.

    The inner loop leaves those as they are that the encoder says are `unadapted`, unless it adapts the `whole`.
    """

    encoder: Encoder
    head: ClassHead
    objective: Objective = CLASSIFICATION
    whole: bool = False

    def start(self, way: int) -> Weights:
        """Return the initial weights of the inner loop: those of the encoder that adapt, and the head's.

        The head's are weight (way, dimension) and bias (way,). Raises UserError for more classes than there are
        outputs.
        """
        return self._adapted() | self.head.start(way)

    def _adapted(self) -> Weights:
        kept = () if self.whole else self.encoder.unadapted
        return {
            _ENCODER + name: weight
            for name, weight in self.encoder.named_parameters()
            if weight.requires_grad and not name.startswith(kept)
        }

    def vectors(self, weights: Mapping[str, Tensor], images: Tensor, statistics: BatchStatistics) -> Tensor:
        """Return vectors (n, dimension) of images (n, channels, height, width), batch-normalised by `statistics`."""
        own = {name.removeprefix(_ENCODER): weight for name, weight in weights.items() if name.startswith(_ENCODER)}
        with normalised_by(self.encoder, statistics):
            return functional_call(self.encoder, own, (images,))

    def logits(self, weights: Mapping[str, Tensor], images: Tensor, statistics: BatchStatistics) -> Tensor:
        """Return logits (n, way) of images (n, channels, height, width).

        New `BatchStatistics()` are measured on these images; those of a support keep queries independent of
        each other.
        """
        return functional.linear(self.vectors(weights, images, statistics), *(weights[name] for name in HEAD))

    def loss(self, weights: Mapping[str, Tensor], support: Support) -> Tensor:
        """Return the loss of the support, a scalar, batch-normalised by its own statistics."""
        return self.objective.loss(self.logits(weights, support.images, BatchStatistics()), support.labels)


@dataclass(frozen=True)
class InnerPoint:
    """A point of the inner loop: the weights, and the support as seen by them, its vectors and its statistics."""

    weights: Weights
    support: Support
    vectors: Tensor  # (n, dimension)
    statistics: BatchStatistics


def gradients_of(loss: Tensor, weights: Mapping[str, Tensor], *, keep_graph: bool = False) -> Weights:
    """Return the gradient of a scalar loss for each weight, of its shape; zeros if the loss does not depend on it.

    With `keep_graph` the gradients can themselves be differentiated.
    """
    gradients = torch.autograd.grad(
        loss, list(weights.values()), create_graph=keep_graph, allow_unused=True, materialize_grads=True
    )
    return dict(zip(weights, gradients, strict=True))


def detached(weights: Mapping[str, Tensor]) -> Weights:
    """Return copies of the weights, of the same shapes, that require gradients but share no graph with them."""
    return {name: weight.detach().clone().requires_grad_() for name, weight in weights.items()}
