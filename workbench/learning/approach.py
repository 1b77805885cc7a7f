"""The base class of approaches: each is one method of few-shot learning, with its meta-training loss."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim import SGD, Adam, AdamW, Optimizer
from torch.optim.lr_scheduler import CosineAnnealingLR, LRScheduler, StepLR

from workbench.facts import Fact, fact
from workbench.learning.episode import Episode, EpisodeShape, Support, numbers
from workbench.learning.networks.encoders import Encoder
from workbench.learning.objective import CLASSIFICATION, Outcome
from workbench.learning.options import Options
from workbench.learning.tracing.inner_steps import decision_alone, inner_steps
from workbench.learning.tracing.trace import Trace
from workbench.learning.uncompiled import leave_out_compiler
from workbench.words import Message

Classifier = Callable[[Tensor], Tensor]  # images (n, channels, height, width) or vectors (n, d) -> logits (n, way)
# Losses (k,) and accuracies or scores (n,) of episodes, of which the means count.
Accumulated = tuple[Tensor, Tensor]
Accumulate = Callable[[Sequence[Episode]], Accumulated]
Family = Literal["model", "metric", "optimisation", "baseline"]

_STEPS_UNTIL_HALF = 2000

leave_out_compiler()


@dataclass(frozen=True)
class AdaptedNetwork:
    """The classifier that some steps of an inner loop led to, with the weights, by name, that it has."""

    weights: Mapping[str, Tensor]
    classifier: Classifier

    def __call__(self, images: Tensor) -> Tensor:
        """Return the outputs (n, way) of images (n, channels, height, width) or numbers (n, inputs)."""
        return self.classifier(images)


@dataclass(frozen=True)
class Capabilities:
    """What an approach can do and be given, as it is built; the defaults are what most cannot, and need."""

    # It also learns from a support's traits, so that it can recognise a class without examples.
    uses_traits: bool = False
    # It does not adapt the encoder, so it can be given precomputed vectors instead of images.
    adapts_embeddings: bool = False
    # The meta-training optimiser uses the learning rate chosen by the user.
    uses_learning_rate: bool = True
    # It adapts in steps, and `adapting` yields a classifier after each.
    adapts_iteratively: bool = False
    # The queries of an episode are classified together, as in some papers.
    transductive: bool = False


class Approach(nn.Module, ABC):
    """One method of few-shot learning: an encoder, and what it takes to adapt to a support.

    In evaluation mode, `adapt` leaves the approach unchanged, classifiers do not affect one another, and the logits of
    an image do not depend on the other queries, unless it is transductive. In training mode, running statistics
    may be updated. Approaches are meta-trained on episodes (Vinyals et al., 2016, "Matching Networks for One Shot
    Learning", section 2.2).
    """

    name: ClassVar[str]
    family: ClassVar[Family]
    paper: ClassVar[str]
    summary: ClassVar[str]  # Two plain sentences, marked for translation.
    choose_when: ClassVar[str]  # When to choose it, marked for translation.
    cannot: ClassVar[str]  # Its limitations, marked for translation.
    options_kind: ClassVar[type[Options]] = Options
    # Of the class, with its default options; an approach whose options decide on them sets its own when it is built.
    capabilities: Capabilities = Capabilities()
    progress: float = 0.0  # How much of the meta-training is done, 0 to 1; the training loop keeps it up to date.

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: Options) -> None:
        super().__init__()
        self.encoder = encoder
        self.shape = shape
        self.options = options

    @abstractmethod
    def adapt(self, support: Support) -> Classifier:
        """Return the support's classifier, from images (n, channels, height, width) to logits (n, way).

        Raises UserError for classes it cannot adapt to, such as one without an example.
        """

    def adapting(self, support: Support) -> Iterator[Classifier]:
        """Yield the classifiers (logits (n, way)) before adapting and after each step; the last is `adapt`'s."""
        yield self.adapt(support)

    def trace(self, episode: Episode) -> Trace:
        """Return the steps to the decisions on an episode's queries; the last has `adapt(support)(queries)`.

        In evaluation mode it leaves the approach unchanged, as `adapt` does, and raises what it raises.
        """
        return inner_steps(self, episode) if self.capabilities.adapts_iteratively else decision_alone(self, episode)

    def inductive(self) -> Self:
        """Return an approach with these very weights that classifies every query on its own."""
        if not self.capabilities.transductive:
            return self
        approach = copy(self)
        approach.capabilities = replace(self.capabilities, transductive=False)
        return approach

    def episode_loss(self, episode: Episode) -> Outcome:
        """Return the meta-training loss: that of the adapted classifier on the queries."""
        classify = self.adapt(episode.support)
        queries, answers = episode.asked(classify)
        return self.shape.objective.outcome(classify(queries), answers)

    def fit_episodes(self, episodes: Sequence[Episode]) -> tuple[float, float]:
        """Accumulate the gradients of the mean loss over `episodes`; return mean loss and mean accuracy."""
        return means_of(self.accumulate(episodes))

    def accumulate(self, episodes: Sequence[Episode]) -> Accumulated:
        """Accumulate the gradients of the mean loss over `episodes`; return losses and accuracies, on the device."""
        results: list[Outcome] = []
        for episode in episodes:
            result = self.episode_loss(episode)
            (result.loss / len(episodes)).backward()
            results.append(Outcome(result.loss.detach(), result.accuracy))
        return stacked(results)

    def together(self, episodes: Sequence[Episode]) -> Accumulate | None:
        """Return a way to do what `accumulate` does for all episodes at once, or None where there is none.

        A processor gains nothing by it, so it is only tried on a GPU (`accelerator/fastest_way.py`).
        """
        return None

    @classmethod
    def training_shape(cls, shape: EpisodeShape, options: Options) -> EpisodeShape:
        """Return the shape of the meta-training episodes; in some papers it differs from `shape`, the test's."""
        return shape

    def seen_in_training(self, shape: EpisodeShape) -> tuple[int, int]:
        """Return how many support and query images a meta-training episode sends through the encoder.

        An image that is encoded twice counts twice. The cost of large episodes is estimated from that of small ones by
        these counts.
        """
        return shape.way * shape.shot, shape.way * shape.query

    @classmethod
    def training_way(cls, shape: EpisodeShape, drawn: int) -> int:
        """Return how many classes the meta-training loss distinguishes in episodes of `drawn` classes."""
        return drawn

    def optimizer(self, rate: float) -> Optimizer:
        """Return the meta-training optimiser with initial learning rate `rate`: Adam, or AdamW with weight decay.

        Kingma & Ba, 2015, "Adam: A Method for Stochastic Optimization"; Loshchilov & Hutter, 2019, "Decoupled Weight
        Decay Regularization".
        """
        weights = [weight for weight in self.parameters() if weight.requires_grad]
        if self.options.weight_decay:
            return AdamW(weights, lr=rate, weight_decay=self.options.weight_decay)
        return Adam(weights, lr=rate)

    def schedule(self, optimizer: Optimizer, steps: int) -> LRScheduler | None:
        """Return the learning rate schedule over `steps` optimiser steps, None for a constant rate.

        Cosine: Loshchilov & Hutter, 2017, "SGDR: Stochastic Gradient Descent with Warm Restarts", without restarts.
        Halving every 2,000 steps: Snell et al., 2017, "Prototypical Networks for Few-shot Learning".
        """
        if self.options.decay == "cosine":
            return CosineAnnealingLR(optimizer, max(1, steps))
        if self.options.decay == "halving":
            return StepLR(optimizer, _STEPS_UNTIL_HALF, gamma=0.5)
        return None

    def divergence_hint(self, rate: float) -> Fact:
        """Return advice for a user whose loss is no longer finite: a lower learning rate than `rate`."""
        return fact("run.lower_learning_rate", rate=float(f"{rate:.3g}"))

    def embed(self, images: Tensor) -> Tensor:
        """Return the vectors (n, dimension) of images (n, channels, height, width) for an embedding plot."""
        return self.encoder(images)

    @classmethod
    def unsupported_reason(cls, shape: EpisodeShape, options: Options) -> Message | None:
        """Return the reason why this approach cannot learn episodes of that shape, or None."""
        return None


def whole_steps(approach: Approach) -> Optimizer:
    """Return what goes all the way where gradients are start minus reached."""
    return SGD([weight for weight in approach.parameters() if weight.requires_grad], lr=1.0)


def outcome(logits: Tensor, answers: Tensor) -> Outcome:
    """Return the cross-entropy and accuracy of logits (queries, way) for answers (queries,)."""
    return CLASSIFICATION.outcome(logits, answers)


def stacked(results: Sequence[Outcome]) -> Accumulated:
    """Return the losses and the accuracies of several outcomes."""
    losses = torch.stack([result.loss.detach() for result in results])
    return losses, torch.stack([result.accuracy for result in results])


def means_of(fit: Accumulated) -> tuple[float, float]:
    """Return mean loss and mean accuracy, which waits for the device, once."""
    losses, accuracies = (numbers(values) for values in fit)
    return sum(losses) / len(losses), sum(accuracies) / len(accuracies)


def class_means(vectors: Tensor, labels: Tensor, way: int) -> Tensor:
    """Return the class means (way, dimension) of vectors (n, dimension) with labels (n,).

    These are the prototypes of Snell et al., 2017, "Prototypical Networks for Few-shot Learning", equation (1).
    """
    # A product with the membership matrix, because index_add is not deterministic on a GPU.
    members = functional.one_hot(labels, way).to(vectors.dtype)
    return (members / members.sum(0, keepdim=True)).T @ vectors


def squared_distances(left: Tensor, right: Tensor) -> Tensor:
    """Return the squared Euclidean distances (n, m) between the rows of `left` (n, d) and of `right` (m, d)."""
    return left.square().sum(1, keepdim=True) - 2 * left @ right.T + right.square().sum(1)
