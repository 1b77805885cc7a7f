"""The protocol of an approach: one way to learn to learn."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from torch import Tensor, nn
from torch.nn import functional
from torch.optim import Adam, AdamW, Optimizer
from torch.optim.lr_scheduler import CosineAnnealingLR, LRScheduler, StepLR

from workbench.learning.encoders import Encoder
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.options import Options
from workbench.words import Message, marked, message

Classifier = Callable[[Tensor], Tensor]  # images (n, ...) -> logits (n, way)
Family = Literal["model", "metric", "optimisation", "baseline"]

_STEPS_UNTIL_HALF = 2000


@dataclass(frozen=True)
class Outcome:
    """How one or several episodes went: their mean loss, still with its graph, and the share of right answers."""

    loss: Tensor  # scalar
    accuracy: float


class Approach(nn.Module, ABC):
    """A way to learn, built on an encoder, for tasks of a shape.

    Evaluation mode promises: `adapt` leaves the approach as it was, classifiers do not disturb each other, and
    an image's logits depend on no other query. Training mode may update running statistics.
    """

    name: ClassVar[str]
    title: ClassVar[str]  # The name as people write it, marked for translation.
    family: ClassVar[Family]
    paper: ClassVar[str]
    summary: ClassVar[str]  # Two plain sentences, marked for translation.
    choose_when: ClassVar[str]  # When it is the one to choose, marked for translation.
    cannot: ClassVar[str]  # What it cannot do, or does badly, marked for translation.
    options_kind: ClassVar[type[Options]] = Options
    # It learns from a support's traits, too, so that a class without an example can be told apart.
    uses_traits: ClassVar[bool] = False
    # Adapting and classifying see images only through an encoder that they leave as it is, so that they may be given
    # the encoder's vectors instead.
    adapts_embeddings: bool = False
    # The optimiser of meta-training takes the learning rate that a person chooses.
    uses_learning_rate: ClassVar[bool] = True
    # Adapting goes step by step, and `adapting` gives a classifier after each.
    adapts_iteratively: bool = False
    # A paper's figure may rest on seeing all queries of an episode together. Only a test may do that, and only where
    # the option says so: whoever labels turns it off.
    transductive: bool = False

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: Options) -> None:
        super().__init__()
        self.encoder = encoder
        self.shape = shape
        self.options = options

    @abstractmethod
    def adapt(self, support: Support) -> Classifier:
        """Return the function that tells the support's classes apart. Raises UserError for classes it cannot."""

    def adapting(self, support: Support) -> Iterator[Classifier]:
        """Give the classifier before adapting, then after 1, 2, … steps; the last is what `adapt` returns."""
        yield self.adapt(support)

    def episode_loss(self, episode: Episode) -> Outcome:
        """Return the loss that meta-training lowers: cross-entropy of the adapted classifier on the queries."""
        return outcome(self.adapt(episode.support)(episode.queries), episode.answers)

    def fit_episodes(self, episodes: Sequence[Episode]) -> tuple[float, float]:
        """Add the gradients of the mean loss over `episodes`; return mean loss and mean accuracy."""
        losses, accuracies = [], []
        for episode in episodes:
            result = self.episode_loss(episode)
            (result.loss / len(episodes)).backward()
            losses.append(result.loss.item())
            accuracies.append(result.accuracy)
        return sum(losses) / len(losses), sum(accuracies) / len(accuracies)

    def training_shape(self) -> EpisodeShape:
        """Return the shape of the episodes to meta-train on, which some papers choose unlike the test's."""
        return self.shape

    def seen_in_training(self, shape: EpisodeShape) -> tuple[int, int]:
        """Return how many examples and how many queries a meta-training episode of that shape sends to the encoder.

        An image sent again counts again. The cost of a large episode is reckoned from that of smaller ones by it.
        """
        return shape.way * shape.shot, shape.way * shape.query

    def training_way(self, drawn: int) -> int:
        """Return among how many classes meta-training tells an image apart, in episodes of `drawn` classes."""
        return drawn

    def optimizer(self, rate: float) -> Optimizer:
        """Return the optimiser of meta-training, starting at learning rate `rate`."""
        weights = [weight for weight in self.parameters() if weight.requires_grad]
        if self.options.weight_decay:
            return AdamW(weights, lr=rate, weight_decay=self.options.weight_decay)
        return Adam(weights, lr=rate)

    def schedule(self, optimizer: Optimizer, steps: int) -> LRScheduler | None:
        """Return how the rate changes over that many steps of the optimiser."""
        if self.options.decay == "cosine":
            return CosineAnnealingLR(optimizer, max(1, steps))
        if self.options.decay == "halving":
            return StepLR(optimizer, _STEPS_UNTIL_HALF, gamma=0.5)
        return None

    def divergence_hint(self, rate: float) -> Message:
        """Say how to train more calmly than with that rate, for a person whose loss is no longer a number."""
        return message(marked("Try a lower learning rate than {rate}."), rate=float(f"{rate:.3g}"))

    def embed(self, images: Tensor) -> Tensor:
        """Return the vectors (n, dimension) that an embedding plot shows."""
        return self.encoder(images)

    @classmethod
    def unsupported_reason(cls, shape: EpisodeShape, options: Options) -> Message | None:
        """Say why this approach cannot learn tasks of that shape, or None."""
        return None


def outcome(logits: Tensor, answers: Tensor) -> Outcome:
    """Return cross-entropy and share of right answers of logits (queries, way)."""
    right = (logits.detach().argmax(1) == answers).float().mean()
    return Outcome(functional.cross_entropy(logits, answers), float(right))


def class_means(vectors: Tensor, labels: Tensor, way: int) -> Tensor:
    """Return the mean vector (way, dimension) of each class of vectors (n, dimension)."""
    # A product with the membership matrix, because adding by index is not reproducible on a GPU.
    members = functional.one_hot(labels, way).to(vectors.dtype)
    return (members / members.sum(0, keepdim=True)).T @ vectors


def squared_distances(left: Tensor, right: Tensor) -> Tensor:
    """Return the squared Euclidean distances (n, m) between rows of (n, d) and of (m, d)."""
    return left.square().sum(1, keepdim=True) - 2 * left @ right.T + right.square().sum(1)
