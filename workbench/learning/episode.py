"""The data of few-shot learning: the shape of an episode, its support, and the episode itself."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol, cast

import torch
from torch import Tensor

from workbench.errors import UserError
from workbench.facts import fact
from workbench.learning.objective import CLASSIFICATION, Objective


@dataclass(frozen=True)
class EpisodeShape:
    """The shape of episodes: `way` classes, with `shot` examples and `query` queries of each.

    `training_classes` is the number of meta-train classes, 0 if nothing will be meta-trained. `traits` is the number of
    numbers that describe each class; with traits, `shot` may be 0. In a problem without classes (`problems/`), `way` is
    the number of outputs, and `shot` and `query` count the examples and queries of an episode.
    """

    way: int
    shot: int
    query: int
    training_classes: int = 0
    traits: int = 0
    objective: Objective = CLASSIFICATION


@dataclass(frozen=True)
class Support:
    """A few labelled images of each class, and the classes' traits if any: what an approach adapts to.

    Classes may differ in their number of images. The traits of a class without any are all NaN.
    """

    images: Tensor  # (n, channels, height, width) uint8, or (n, dimension) features of a frozen network
    labels: Tensor  # (n,) int64, each in 0 .. way - 1
    way: int
    traits: Tensor | None = None  # (way, traits)

    def require_images(self) -> None:
        """Raise UserError unless every class has at least one image."""
        counts = torch.bincount(self.labels, minlength=self.way)
        if self.way < 1 or len(counts) > self.way or bool((counts == 0).any()):
            raise UserError(fact("support.class_without_example"))

    def has_traits(self) -> Tensor:
        """Return which classes have traits, bool (way,)."""
        if self.traits is None:
            return torch.zeros(self.way, dtype=torch.bool, device=self.labels.device)
        return ~self.traits.isnan().any(1)

    def require_images_or_traits(self) -> None:
        """Raise UserError unless every class has at least one image or traits."""
        counts = torch.bincount(self.labels, minlength=self.way)
        if self.way < 1 or len(counts) > self.way or bool(((counts == 0) & ~self.has_traits()).any()):
            raise UserError(fact("support.class_unknown"))

    def seen_by(self, learner: Callable[[Tensor], Tensor], step: int = 0) -> "Support":
        """Return the examples that a learner with these outputs for inputs gets at a step: images are the same for all.

        Where they are not, those of another step are drawn anew.
        """
        return self

    def subset(self, label: int) -> Tensor:
        """Return the images of one class, (shots, ...)."""
        return self.images[self.labels == label]


@dataclass(frozen=True)
class Episode:
    """A support, and queries with known answers, for meta-training or evaluation.

    Vinyals et al., 2016, "Matching Networks for One Shot Learning", section 2.2.
    """

    support: Support
    queries: Tensor  # (queries, ...), as support.images
    answers: Tensor  # (queries,) int64, each in 0 .. way - 1
    classes: Tensor  # (way,) int64, the class's number in the pool
    support_rows: Tensor  # (n,) int64, the row in the pool of each support image
    query_rows: Tensor  # (queries,) int64, the row in the pool of each query

    def together(self) -> Support:
        """Return examples and queries as one support, for learners that train on both alike."""
        images = torch.cat([self.support.images, self.queries])
        return replace(self.support, images=images, labels=torch.cat([self.support.labels, self.answers]))

    def asked(self, learner: Callable[[Tensor], Tensor]) -> tuple[Tensor, Tensor]:
        """Return queries and answers as a learner gets them, given its outputs for inputs."""
        return self.queries, self.answers


class Episodes(Protocol):
    """Gives the episode of a number."""

    def episode(self, number: int) -> Episode:
        """Return episode `number`."""
        ...


def numbers(values: Tensor) -> list[float]:
    """Return the values of a tensor (n,)."""
    return cast("list[float]", values.tolist())  # torch does not say what its lists hold.


def whole_numbers(values: Tensor) -> tuple[int, ...]:
    """Return the values of an integer tensor (n,)."""
    return tuple(cast("list[int]", values.tolist()))
