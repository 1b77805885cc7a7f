"""Sampling episodes from labelled images on the device, reproducibly from a seed and a number.

Vinyals et al., 2016, "Matching Networks for One Shot Learning", section 2.2. Why an episode depends on its seed and
number only: workbench/decisions/episodes_by_number.md.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import torch
from torch import Tensor

from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.learning.accelerator.copies import rows_of, to_device
from workbench.learning.augmentation import augmented
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.networks.encoders import Encoder
from workbench.learning.shared_contents import PoolRows, shared_contents

ImagesOf = Callable[[PoolRows, PoolRows], Tensor]

_AUGMENTING = 1  # Separates the random numbers of augmentation from those that choose images.


@dataclass(frozen=True)
class Pool:
    """Labelled images to sample episodes from, resident on the device where they fit (`accelerator/copies.py`).

    `class_of` numbers the classes 0, 1, … without gaps; `task_of` is the task that each class belongs to. Images of the
    same specimen of a class are never in both support and queries of an episode. If `rotate_classes`, each class
    rotated by 90°, 180° and 270° is a class of its own (Santoro et al., 2016, "Meta-Learning with Memory-Augmented
    Neural Networks"): class c rotated r times is number 4c + r. `traits` are as in a support; rotated classes share
    them. `content` numbers what the images show, the same for files that are byte by byte the same; without it, all are
    different.
    """

    images: Tensor  # (n, channels, size, size) uint8, or (n, dimension) features
    class_of: PoolRows  # (n,)
    task_of: PoolRows  # (classes,)
    specimen: PoolRows | None = None  # (n,), 0 or more; -1 for an image that is a specimen of its own
    rotate_classes: bool = False
    traits: Tensor | None = None  # (classes, traits)
    content: PoolRows | None = None  # (n,)
    computes_on: str | None = None  # The device of episodes; None: where the images are.

    @property
    def device(self) -> torch.device:
        """The device that episodes are on."""
        return self.images.device if self.computes_on is None else torch.device(self.computes_on)

    @property
    def rotations(self) -> int:
        """Number of classes that each class of images yields: 4 with rotations, else 1."""
        return 4 if self.rotate_classes else 1


def turned_images(pool: Pool, rows: PoolRows, turns: PoolRows) -> Tensor:
    """Return the images (n, ...) of rows (n,) of a pool, each turned by so many quarters (n,)."""
    images = rows_of(pool.images, rows, pool.device)
    for turn in range(1, pool.rotations):
        (chosen,) = to_device(np.flatnonzero(turns == turn), device=pool.device)
        images[chosen] = torch.rot90(images[chosen], turn, (-2, -1))
    return images


class EpisodeSampler:
    """Samples episodes: for the same pool and arguments, `sampler.episode(7)` is always the same.

    An episode's classes are of one task unless `mix_tasks`. No content is in two of them: of classes that are copies
    of each other one is drawn, and what else several have is left out. With `augment`, every image is augmented anew
    in each episode (see `augmentation.py`), which does not affect the choice of images. `notes` says where episodes
    are smaller than requested. Raises UserError if no episode can be sampled.
    """

    def __init__(self, pool: Pool, shape: EpisodeShape, *, seed: int, mix_tasks: bool, augment: bool = False) -> None:
        self.pool = pool
        self.shape = shape
        self.seed = seed
        self.augment = augment
        shared = shared_contents(
            pool.content, pool.class_of, np.zeros_like(pool.task_of) if mix_tasks else pool.task_of
        )
        self._members = _members(pool, shared.left_out)
        # In zero-shot episodes a class needs queries only.
        least = 2 if shape.shot else 1
        sides = [_sides(pool, rows) for rows in self._members]
        copies = set(shared.copies)
        usable = np.array(
            [number for number, count in enumerate(sides) if count >= least and number not in copies], np.int64
        )
        tasks = [usable] if mix_tasks else [usable[pool.task_of[usable] == task] for task in np.unique(pool.task_of)]
        sources = [_rotated(classes, pool.rotations) for classes in tasks]
        self._sources = [classes for classes in sources if len(classes) > 1]
        if not self._sources:
            raise UserError(_too_few(shape.shot))
        alone = sum(len(classes) == 1 for classes in sources)
        self.notes = (*shared.notes, *self._shortages(usable, alone=alone, copies=len(copies)))

    @property
    def device(self) -> torch.device:
        """The device that episodes are on."""
        return self.pool.device

    def calibrate(self, encoder: Encoder) -> None:
        """Fit an encoder's input normalisation to the pool."""
        encoder.calibrate(self.pool.images)

    @property
    def classes(self) -> int:
        """Number of classes in the pool, rotated ones included."""
        return len(self.pool.task_of) * self.pool.rotations

    @property
    def way(self) -> int:
        """Number of classes in the largest episodes: as requested, or as many as there are."""
        return min(self.shape.way, max(len(source) for source in self._sources))

    @property
    def has_uneven_tasks(self) -> bool:
        """Whether tasks of different numbers of classes are kept apart, each being drawn as often as the others."""
        return len({len(source) for source in self._sources}) > 1

    @property
    def shot(self) -> int:
        """Largest number of examples per class: as requested, or as many as there are."""
        usable = {int(number) // self.pool.rotations for source in self._sources for number in source}
        return max(self._counts(number)[0] for number in usable)

    def episode(self, number: int, images_of: ImagesOf | None = None) -> Episode:
        """Return episode `number` of this seed, with its tensors on the pool's device.

        With `images_of`, its images are what that returns for their rows (n,) and quarter turns (n,).
        """
        draw = np.random.default_rng([self.seed, number])
        source = self._sources[int(draw.integers(len(self._sources)))]
        classes = draw.choice(source, min(self.shape.way, len(source)), replace=False)
        pairs = [self._split(draw, int(image_class) // self.pool.rotations) for image_class in classes]
        support, labels = _joined([first for first, _ in pairs])
        queries, answers = _joined([second for _, second in pairs])
        rotations = classes % self.pool.rotations
        on_device = to_device(labels, answers, classes, support, queries, device=self.pool.device)
        labels_there, answers_there, classes_there, *rows_there = on_device
        if images_of is None:
            augmenting = np.random.default_rng([self.seed, number, _AUGMENTING]) if self.augment else None
            images_of = partial(self._images, augmenting)
        return Episode(
            Support(
                images_of(support, rotations[labels]),
                labels_there,
                len(classes),
                self._traits(classes // self.pool.rotations),
            ),
            images_of(queries, rotations[answers]),
            answers_there,
            classes_there,
            *rows_there,
        )

    def _split(self, draw: np.random.Generator, number: int) -> tuple[PoolRows, PoolRows]:
        rows = draw.permutation(self._members[number])
        specimen = _specimens(self.pool, rows)
        if specimen is None:
            shots = min(self.shape.shot, len(rows) - 1)
            return rows[:shots], rows[shots : shots + self.shape.query]
        if not self.shape.shot:
            return rows[:0], rows[: self.shape.query]
        kinds = draw.permutation(np.unique(specimen))
        support_specimens = round(len(kinds) * self.shape.shot / (self.shape.shot + self.shape.query))
        examples = np.isin(specimen, kinds[: min(max(support_specimens, 1), len(kinds) - 1)])
        return rows[examples][: self.shape.shot], rows[~examples][: self.shape.query]

    def _counts(self, number: int) -> tuple[int, int]:
        """Return the examples and queries of a class in one episode; unequal specimens make them vary."""
        examples, queries = self._split(np.random.default_rng(0), number)
        return len(examples), len(queries)

    def _images(self, augmenting: np.random.Generator | None, rows: PoolRows, turns: PoolRows) -> Tensor:
        images = turned_images(self.pool, rows, turns)
        return images if augmenting is None else augmented(images, augmenting)

    def _traits(self, classes: PoolRows) -> Tensor | None:
        traits = self.pool.traits
        return None if traits is None else traits[to_device(classes, device=traits.device)[0]]

    def _shortages(self, usable: PoolRows, *, alone: int, copies: int) -> tuple[Fact, ...]:
        need = self.shape.shot + self.shape.query
        few = [number for number in map(int, usable) if len(self._members[number]) < need]
        unusable = len(self._members) - len(usable) - copies
        narrow = sum(len(source) < self.shape.way for source in self._sources)
        notes: list[Fact] = []
        if unusable:
            notes.append(fact("episodes.single_images_left_out", count=unusable))
        if alone:
            notes.append(fact("episodes.lone_classes_left_out", count=alone))
        if few:
            shots, queries = self._counts(min(few, key=lambda number: len(self._members[number])))
            notes.append(fact("episodes.few_images", count=len(few), need=need, shots=shots, queries=queries))
        if narrow:
            notes.append(fact("episodes.fewer_ways", way=self.shape.way))
        return tuple(notes)


def _too_few(shot: int) -> Fact:
    if shot:
        return fact("episodes.too_few_classes")
    return fact("episodes.too_few_classes_to_query")


def _members(pool: Pool, left_out: PoolRows) -> list[PoolRows]:
    order = np.argsort(pool.class_of, kind="stable").astype(np.int64)
    order = order[~np.isin(order, left_out)] if len(left_out) else order
    ends = np.cumsum(np.bincount(pool.class_of[order], minlength=len(pool.task_of)))
    return np.split(order, ends[:-1]) if len(ends) else []


def _specimens(pool: Pool, rows: PoolRows) -> PoolRows | None:
    if pool.specimen is None or (pool.specimen[rows] < 0).all():
        return None
    known = pool.specimen[rows]
    # An image without a specimen number is its own specimen: give it an unused number.
    return np.where(known < 0, known.max() + 1 + np.arange(len(known)), known)


def _sides(pool: Pool, rows: PoolRows) -> int:
    specimen = _specimens(pool, rows) if len(rows) else None
    return len(rows) if specimen is None else len(np.unique(specimen))


def _rotated(classes: PoolRows, rotations: int) -> PoolRows:
    return (classes[:, None] * rotations + np.arange(rotations)).reshape(-1)


def _joined(parts: list[PoolRows]) -> tuple[PoolRows, PoolRows]:
    return np.concatenate(parts), np.repeat(np.arange(len(parts)), [len(part) for part in parts])
