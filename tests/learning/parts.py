"""Small made pools, encoders and approaches for the tests of learning."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import torch
from torch import Tensor, nn

from workbench.learning.approach import Approach
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.networks.encoders import Conv4, Encoder, FrozenFeatures, Takes
from workbench.learning.sampling import EpisodeSampler, Pool

SIZE = 16
FEATURES = 32
CLASSES = 20
TRAITS = 6
SHAPE = EpisodeShape(way=5, shot=2, query=3, training_classes=CLASSES, traits=TRAITS)


class Flat(Encoder):
    """One linear layer on the pixels, with dropout where randomness in training matters."""

    def __init__(self, dimension: int = 8, dropout: float = 0.0) -> None:
        super().__init__()
        self.dimension = dimension
        self.linear = nn.Linear(SIZE * SIZE, dimension)
        self.dropout = nn.Dropout(dropout)

    def forward(self, images: Tensor) -> Tensor:
        return self.dropout(self.linear(images.flatten(1).to(self.linear.weight.dtype) / 255))


class AsGiven(Encoder):
    """Vectors as they come."""

    takes: Takes = "features"

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.dimension = dimension

    def forward(self, features: Tensor) -> Tensor:
        return features


def encoder_for(takes: Takes) -> Encoder:
    return Conv4(SIZE, 1) if takes == "images" else FrozenFeatures(FEATURES)


def seed_weights(seed: int) -> None:
    """Seed what is drawn on the processor; `torch.manual_seed` also keeps a call stack for a GPU that never comes."""
    torch.default_generator.manual_seed(seed)


def build(kind: type[Approach], encoder: Encoder, *, seed: int = 0, shape: EpisodeShape = SHAPE) -> Approach:
    seed_weights(seed)
    return kind(encoder, shape, kind.options_kind())


def training_shape_of(approach: Approach) -> EpisodeShape:
    return approach.training_shape(approach.shape, approach.options)


def made_pool(
    takes: Takes = "images", *, classes: int = CLASSES, per_class: int = 8, tasks: int = 1, seed: int = 0
) -> Pool:
    """Classes that are a random picture (or vector) of their own, under some noise, with random traits."""
    draw = np.random.default_rng(seed)
    form = (1, SIZE, SIZE) if takes == "images" else (FEATURES,)
    class_of = np.repeat(np.arange(classes), per_class)
    values = draw.normal(size=(classes, *form))[class_of] + 0.5 * draw.normal(size=(len(class_of), *form))
    traits = torch.from_numpy(np.random.default_rng(seed + 1).normal(size=(classes, TRAITS))).float()
    return Pool(_as_taken(values, takes), class_of, np.arange(classes) % tasks, traits=traits)


def _as_taken(values: np.ndarray, takes: Takes) -> Tensor:
    if takes == "images":
        return torch.from_numpy((127 + 50 * values).clip(0, 255).astype(np.uint8))
    return torch.from_numpy(values.astype(np.float32))


def numbered_pool(counts: Sequence[int], tasks: Sequence[int], specimen: Sequence[int] | None = None) -> Pool:
    """A pool whose every value is its own row number, with so many rows in each class."""
    class_of = np.repeat(np.arange(len(counts)), counts)
    rows = torch.arange(len(class_of), dtype=torch.float32)[:, None]
    return Pool(rows, class_of, np.array(tasks), None if specimen is None else np.array(specimen))


def sampler_of(pool: Pool, shape: EpisodeShape = SHAPE, *, seed: int = 0, mix_tasks: bool = True) -> EpisodeSampler:
    return EpisodeSampler(pool, shape, seed=seed, mix_tasks=mix_tasks)


def support_of(pool: Pool, shots: Sequence[int], first_class: int = 0) -> Support:
    """So many examples of each of the pool's classes from `first_class` on, with their traits."""
    rows = [np.flatnonzero(pool.class_of == first_class + label)[:shot] for label, shot in enumerate(shots)]
    labels = np.repeat(np.arange(len(shots)), shots)
    traits = None if pool.traits is None else pool.traits[first_class : first_class + len(shots)]
    return Support(pool.images[np.concatenate(rows)], torch.from_numpy(labels), len(shots), traits)


@cache
def begun(kind: type[Approach], takes: Takes) -> Approach:
    """An approach a step into its meta-training, so that nothing in it is still what it began as; not to be changed."""
    pool = made_pool(takes)
    approach = build(kind, encoder_for(takes))
    approach.encoder.calibrate(pool.images)
    optimizer = approach.train().optimizer(1e-3)
    approach.fit_episodes([sampler_of(pool, training_shape_of(approach)).episode(1)])
    optimizer.step()
    optimizer.zero_grad()
    return approach.eval()


def gradients(approach: Approach) -> dict[str, Tensor]:
    return {name: weight.grad.clone() for name, weight in approach.named_parameters() if weight.grad is not None}


def same_episode(left: Episode, right: Episode) -> bool:
    return all(
        torch.equal(one, other)
        for one, other in (
            (left.support.images, right.support.images),
            (left.support.labels, right.support.labels),
            (left.queries, right.queries),
            (left.answers, right.answers),
            (left.classes, right.classes),
            (left.support_rows, right.support_rows),
            (left.query_rows, right.query_rows),
        )
    )
