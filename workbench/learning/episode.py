"""What learning to learn is made of: a support, an episode, and the shape of the tasks."""

from dataclasses import dataclass

import torch
from torch import Tensor

from workbench.errors import UserError
from workbench.words import Message, marked, message


@dataclass(frozen=True)
class EpisodeShape:
    """The tasks an approach is made for: `way` classes, `shot` examples and `query` queries of each.

    `training_classes` counts the classes meta-training draws from; 0 when nothing will be meta-trained. `traits` counts
    the numbers that describe each class; with these there may be no examples, a `shot` of 0.
    """

    way: int
    shot: int
    query: int
    training_classes: int = 0
    traits: int = 0


@dataclass(frozen=True)
class Support:
    """A few labelled images of each class, and its traits if any: what an approach adapts to.

    Classes may have different numbers of images. `images` holds what the encoder takes: uint8 images
    (n, channels, height, width), or the features (n, dimension) of a frozen network. The traits of a class that has
    none are all NaN.
    """

    images: Tensor
    labels: Tensor  # (n,) int64, each in 0 .. way - 1
    way: int
    traits: Tensor | None = None  # (way, traits)

    def require_images(self) -> None:
        """Raise UserError unless every class has at least one image."""
        counts = torch.bincount(self.labels, minlength=self.way)
        if self.way < 1 or len(counts) > self.way or bool((counts == 0).any()):
            raise UserError(
                message(marked("Every class needs at least one example image. Add one, or take the class out."))
            )

    def has_traits(self) -> Tensor:
        """Return which classes (way,) have traits."""
        if self.traits is None:
            return torch.zeros(self.way, dtype=torch.bool, device=self.labels.device)
        return ~self.traits.isnan().any(1)

    def require_images_or_traits(self) -> None:
        """Raise UserError unless every class has at least one image, or traits."""
        counts = torch.bincount(self.labels, minlength=self.way)
        if self.way < 1 or len(counts) > self.way or bool(((counts == 0) & ~self.has_traits()).any()):
            text = marked(
                "Every class needs at least one example image, or traits. Add one of them, or take the class out."
            )
            raise UserError(Message(text))

    def subset(self, label: int) -> Tensor:
        """Return the images of one class, (shots, ...)."""
        return self.images[self.labels == label]


@dataclass(frozen=True)
class Episode:
    """A support and queries with known answers, drawn to train or to test."""

    support: Support
    queries: Tensor  # (queries, ...), as support.images
    answers: Tensor  # (queries,) int64, each in 0 .. way - 1
    classes: Tensor  # (way,) int64, the pool's number of each class
    support_rows: Tensor  # (n,) int64, the pool's row of each of the support's images
    query_rows: Tensor  # (queries,) int64, the pool's row of each query's image
