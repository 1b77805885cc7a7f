"""How the images of a project are best fitted to a square: stretched, padded or cropped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import select

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.facts.fit import FITS, Fit
from workbench.learning.paired import Difference, paired_difference
from workbench.operations.deferred import torch
from workbench.operations.features.episode_pool import (
    PoolImage,
    class_ids_of,
    few_of_each,
    pool_of_images,
    readable_images_of,
    view_of,
)
from workbench.operations.progress import Reporter
from workbench.store.models import Image, Role
from workbench.store.project import Project
from workbench.words import Decimal

if TYPE_CHECKING:
    from workbench.learning.sampling import Pool

_ENCODER = "efficientnet-lite0"
_CLASSES, _IMAGES = 20, 10  # at most, and of a class
_LEAST_CLASSES = 5
_EPISODES = 200
_REASONS: dict[Fit, str] = {"stretch": "fit.stretch", "pad": "fit.pad", "crop": "fit.crop"}
_NEARLY_SQUARE = 1.1  # median of the longer side over the shorter


@dataclass(frozen=True)
class FitChoice:
    """How images are fitted to a square, and the points of accuracy that it gains over stretching them.

    `gain` is None where nothing was measured: images are nearly square, or there are too few validation classes.
    """

    fit: Fit = "stretch"
    gain: Difference | None = None

    @property
    def notes(self) -> tuple[Fact, ...]:
        """What is to be said of the choice."""
        reason = self.as_fact()
        return () if reason is None else (reason,)

    def as_fact(self) -> Fact | None:
        """Return the choice and its reason, None where nothing was measured."""
        if self.gain is None:
            return None
        points, ci95 = 100 * self.gain.mean, 100 * self.gain.ci95
        return fact(_REASONS[self.fit], gain=Decimal(points, 1), ci95=Decimal(ci95, 1))


def choose_fit(project: Project, device: str, reporter: Reporter) -> FitChoice:
    """Choose how images become squares, by the project's validation classes as the shipped network sees them.

    Padding or cropping is chosen where it gains in 1-shot episodes of up to five classes, the same for all three, with
    the whole 95 % interval above zero; else images are stretched. Raises Cancelled when asked to stop.
    """
    held_out = readable_images_of(project, class_ids_of(project, Role.META_VALIDATION))
    rows = few_of_each(held_out, _CLASSES, _IMAGES, least=2)
    if len({row.class_id for row in rows}) < _LEAST_CLASSES or _elongation(project, rows) < _NEARLY_SQUARE:
        return FitChoice()
    try:
        accuracies = {fit: _accuracies(rows, fit, device, reporter) for fit in FITS}
    except UserError:  # No image can be read, or none twice: whoever asks will say so, to better purpose.
        return FitChoice()
    gains: dict[Fit, Difference] = {
        fit: paired_difference(accuracies[fit], accuracies["stretch"]) for fit in FITS if fit != "stretch"
    }
    best, gain = max(gains.items(), key=lambda pair: pair[1].mean)
    return FitChoice(best if gain.is_above else "stretch", gain)


def _elongation(project: Project, rows: Sequence[PoolImage]) -> float:
    """Return the median of the longer side over the shorter."""
    with project.read() as session:
        query = select(Image.width, Image.height).where(Image.id.in_([row.id for row in rows]))
        shapes = session.execute(query).all()
    sides = [(width, height) for width, height in shapes if width and height]
    return float(np.median([max(pair) / min(pair) for pair in sides])) if sides else 1.0


def _accuracies(rows: Sequence[PoolImage], fit: Fit, device: str, reporter: Reporter) -> list[float]:
    view = view_of(_ENCODER, None, None, fit)
    pool = pool_of_images(rows, view, rotate_classes=False, device=device, reporter=reporter).pool
    shape = learning.EpisodeShape(way=5, shot=1, query=5)
    sampler = learning.EpisodeSampler(_centred(pool), shape, seed=0, mix_tasks=True)
    return [result.accuracy for result in learning.try_episodes(learning.nearest_pixels, sampler, range(_EPISODES))]


def _centred(pool: "Pool") -> "Pool":
    """Return the pool with features of unit length about their mean, so that distances compare directions."""
    centred = pool.images - pool.images.mean(0)
    return replace(pool, images=torch.nn.functional.normalize(centred, dim=1))
