"""Gradient descent on a copy of the weights: what adapting is to the approaches that learn by optimising."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.func import functional_call
from torch.nn import functional

from workbench.errors import UserError
from workbench.learning.encoders import Encoder
from workbench.learning.episode import Support
from workbench.learning.normalisation import BatchStatistics, normalised_by
from workbench.learning.options import option
from workbench.words import marked, message

Weights = dict[str, Tensor]
HEAD = ("head.weight", "head.bias")

_ENCODER = "encoder."


class ClassHead(nn.Module):
    """Where the linear classifier of every task starts.

    `copied` is one vector for whatever class, so that any number of classes can be told apart and their order does not
    matter (Ye & Chao, 2022, "How to Train Your MAML to Excel in Few-Shot Classification", section 5); otherwise each of
    `way` outputs has a start of its own, as in the papers.
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
            text = marked(
                "This run has an output for each of {most} classes and cannot tell {way} apart. Choose fewer classes, "
                "or train one whose classes start alike."
            )
            raise UserError(message(text, most=len(self.weight), way=way))
        return dict(zip(HEAD, (self.weight[:way], self.bias[:way]), strict=True))


def head_option(*, basic: bool = False) -> Any:
    """Declare the option of an approach that says whether its `ClassHead` is copied."""
    return option(
        "copied",
        marked("Classes start"),
        choices={"copied": marked("All alike, in any number"), "numbered": marked("Each on its own, as in the paper")},
        basic=basic,
    )


@dataclass(frozen=True)
class Learner:
    """An encoder with a linear classifier on it, as a function of weights that are handed in."""

    encoder: Encoder
    head: ClassHead

    def start(self, way: int) -> Weights:
        """Return the weights that adapting begins with: those of the encoder that learn, and the head's."""
        learned = {_ENCODER + name: weight for name, weight in self.encoder.named_parameters() if weight.requires_grad}
        return learned | self.head.start(way)

    def vectors(self, weights: Mapping[str, Tensor], images: Tensor, moments: BatchStatistics) -> Tensor:
        """Return the encoder's vectors (n, dimension); its maps are normalised by `moments`."""
        own = {name.removeprefix(_ENCODER): weight for name, weight in weights.items() if name.startswith(_ENCODER)}
        with normalised_by(self.encoder, moments):
            return functional_call(self.encoder, own, (images,))

    def logits(self, weights: Mapping[str, Tensor], images: Tensor, moments: BatchStatistics) -> Tensor:
        """Return logits (n, way). New `BatchStatistics()` measure these images."""
        return functional.linear(self.vectors(weights, images, moments), *(weights[name] for name in HEAD))

    def loss(self, weights: Mapping[str, Tensor], support: Support) -> Tensor:
        """Return the cross-entropy of the support, its maps normalised by its own statistics."""
        return functional.cross_entropy(self.logits(weights, support.images, BatchStatistics()), support.labels)


def gradients_of(loss: Tensor, weights: Mapping[str, Tensor], *, keep_graph: bool = False) -> Weights:
    """Return the gradient of `loss` for each weight, zeros for one that has no part in it.

    With `keep_graph` the gradients can be differentiated again.
    """
    found = torch.autograd.grad(
        loss, list(weights.values()), create_graph=keep_graph, allow_unused=True, materialize_grads=True
    )
    return dict(zip(weights, found, strict=True))


def detached(weights: Mapping[str, Tensor]) -> Weights:
    """Return copies of the weights to take gradients of, which do not reach the originals."""
    return {name: weight.detach().clone().requires_grad_() for name, weight in weights.items()}
