"""What a training costs: large episodes extrapolated from smaller ones, and the images to prepare first."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import scipy
from numpy.typing import NDArray

from workbench import learning
from workbench.facts.file_reason import FileReason
from workbench.operations.features.calibration import some_of
from workbench.operations.features.episode_pool import View
from workbench.operations.features.load_images import (
    ImageRef,
    Prepared,
    decoded,
    extracted,
    feature_cache,
    image_cache,
    record_key,
)
from workbench.operations.progress import Reporter
from workbench.words import Message, marked

if TYPE_CHECKING:
    from workbench.learning.episode import EpisodeShape

_SLOW = 1.0  # seconds: an episode that takes longer is not run but estimated from smaller ones
_SLOW_AT_FIRST = (
    3.0  # Until the costs of examples and queries can be separated, one more measurement is worth waiting for.
)
_SEPARABLE = 3


@dataclass(frozen=True)
class CostSample:
    """What an episode took: seconds, and bytes kept for its backward pass."""

    seconds: float
    bytes: int = 0


@dataclass
class CostGrowth:
    """The costs of episodes of growing shapes; `images_encoded` counts the examples and queries that one encodes."""

    images_encoded: "Callable[[EpisodeShape], tuple[int, int]]"
    measured: "list[tuple[EpisodeShape, CostSample]]" = field(default_factory=list["tuple[EpisodeShape, CostSample]"])

    def at(self, shape: "EpisodeShape") -> CostSample:
        """Return what an episode of that shape took, or would take."""
        for measured_shape, sample in self.measured:
            if measured_shape == shape:
                return sample
        seconds = self._extrapolated(shape, [sample.seconds for _, sample in self.measured])
        return CostSample(seconds, round(self._extrapolated(shape, [sample.bytes for _, sample in self.measured])))

    def may_be_tried(self, shape: "EpisodeShape", room: float) -> bool:
        """Return whether an episode of that shape would be quick enough, and its bytes less than `room`."""
        if not self.measured:
            return True
        slowest = _SLOW if len(self.measured) >= _SEPARABLE else _SLOW_AT_FIRST
        expected = self.at(shape)
        return expected.seconds <= slowest and expected.bytes <= room

    def _extrapolated(self, shape: "EpisodeShape", amounts: list[float]) -> float:
        """Return the amount at that shape: so much for the episode, for each example and for each query.

        Inner-loop steps encode the examples many times but the queries once, so that the two cost differently. From a
        single measurement follows only that it is not more than in proportion.
        """
        sizes = np.array([(1, *self.images_encoded(measured_shape)) for measured_shape, _ in self.measured], np.float64)
        size = np.array((1, *self.images_encoded(shape)), np.float64)
        if len(amounts) == 1:
            return amounts[0] * size[1:].sum() / sizes[0, 1:].sum()
        return float(_fitted(sizes, np.array(amounts, np.float64)) @ size)


def grown(
    whole: "EpisodeShape",
    measure: "Callable[[EpisodeShape], CostSample]",
    room: float,
    images_encoded: "Callable[[EpisodeShape], tuple[int, int]]",
) -> CostGrowth:
    """Measure ever larger episodes, up to the whole one, as long as they are quick and fit into `room` bytes."""
    growth = CostGrowth(images_encoded)
    for shape in _growing(whole):
        if not growth.may_be_tried(shape, room):
            break
        growth.measured.append((shape, measure(shape)))
    return growth


def episode_images(shape: "EpisodeShape") -> tuple[int, int]:
    """Return how many examples and queries an episode has."""
    return shape.way * shape.shot, shape.way * shape.query


def _growing(whole: "EpisodeShape") -> "list[EpisodeShape]":
    """Return ever larger shapes that separate an example's cost from a query's, the last of them the whole one."""
    small = replace(whole, way=2, shot=min(1, whole.shot), query=1)
    more_queries = replace(small, query=whole.query)
    shapes = (small, replace(small, way=min(3, whole.way)), more_queries, replace(whole, query=1), whole)
    return list(dict.fromkeys(shapes))


def _fitted(sizes: NDArray[np.float64], amounts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the coefficients, none negative, whose relative errors are the least."""
    scale = np.maximum(amounts, amounts.max() * 1e-3 + 1e-12)[:, None]
    return scipy.optimize.nnls(sizes / scale, amounts / scale[:, 0])[0]


_MOST_LOOKED_UP = 256
_TRIED = 16
_TO_WARM_UP = 2


def seconds_to_prepare(images: Sequence[ImageRef], view: View, device: str, reporter: Reporter) -> float:
    """Return the seconds for those images that the cache does not hold, extrapolated from a few, which it then holds.

    Raises Cancelled when asked to stop.
    """
    is_frozen = learning.encoder_kind(view.encoder).pretrained
    cache = feature_cache(view.size, view.fit) if is_frozen else image_cache(view.size, view.channels, view.fit)
    sampled = some_of(images, _MOST_LOOKED_UP)
    absent = [ref for ref, row in zip(sampled, cache.rows(list(map(record_key, sampled))), strict=True) if row < 0]
    if not absent:
        return 0.0
    make = _maker(view, device, is_frozen=is_frozen)
    tried = some_of(absent, _TRIED)
    # No image twice, unless there are so few.
    for batch in (tried[:_TO_WARM_UP], tried[_TO_WARM_UP:] or tried):
        began, count = time.perf_counter(), len(batch)
        prepared: list[tuple[bytes, NDArray[Any]]] = []
        try:
            for ref, value in make(batch):
                if not isinstance(value, FileReason):
                    prepared.append((record_key(ref), value))
                reporter.report(None, Message(marked("Timing image preparation")))
        finally:
            cache.add(prepared)  # Also when a training that wants them stops this.
    return (time.perf_counter() - began) / count * len(images) * len(absent) / len(sampled)


def _maker(view: View, device: str, *, is_frozen: bool) -> Callable[[Sequence[ImageRef]], Iterator[Prepared]]:
    if not is_frozen:
        return lambda images: decoded(images, view.size, view.channels, view.fit)

    network = learning.load_pretrained().to(device)
    return lambda images: extracted(images, view.size, network, view.fit)
