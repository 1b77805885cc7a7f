"""Images and features as arrays: decoded once, then read from the cache."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from math import isqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import psutil
from numpy.typing import NDArray

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact, reason_of
from workbench.facts.file_reason import FileReason
from workbench.facts.fit import Fit
from workbench.folders import cache_folder
from workbench.imaging.cache import RecordCache
from workbench.imaging.decode import DECODER_VERSION, decode
from workbench.imaging.memory_budget import DECODING
from workbench.imaging.reading import in_threads, read_picture
from workbench.imaging.unreadable import Unreadable
from workbench.operations.deferred import torch
from workbench.operations.features.shared_work import share_work
from workbench.operations.progress import Reporter
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.networks.pretrained import EfficientNetLite0

_FEATURE_BATCH = 32
_KEY = 32  # bytes
_SHARE_OF_MEMORY = 0.6  # Training needs room beside the images.

Channels = Literal[1, 3]


@dataclass(frozen=True, slots=True)
class ImageRef:
    """An image to load: where it was last seen and what its content was.

    `sha256` is the picture's key: the hash of the content, followed by the page and channels where some were chosen.
    """

    path: Path
    sha256: bytes


@dataclass(frozen=True)
class Loaded:
    """Arrays of those images that could be loaded; `kept` says which, as indices into those requested."""

    values: NDArray[Any]  # uint8 images or float32 vectors
    kept: NDArray[np.int64]
    troubles: tuple[FileReason[Fact], ...]


def load_images(
    refs: Sequence[ImageRef], size: int, channels: Channels, reporter: Reporter, *, fit: Fit = "stretch"
) -> Loaded:
    """Return uint8 images (n, channels, size, size).

    Raises UserError, with the size that would fit, when they do not fit in memory.
    """
    refuse_too_much(len(refs), size, channels)
    return through_cache(
        image_cache(size, channels, fit),
        refs,
        lambda missing: decoded(missing, size, channels, fit),
        reporter,
        _decoding,
    )


def load_features(
    refs: Sequence[ImageRef], size: int, device: str, reporter: Reporter, *, fit: Fit = "stretch"
) -> Loaded:
    """Return the shipped network's features, float32 (n, 1280), of images at `size` pixels."""
    network = learning.load_pretrained().to(device)
    return through_cache(
        feature_cache(size, fit), refs, lambda missing: extracted(missing, size, network, fit), reporter, _extracting
    )


def image_cache(size: int, channels: Channels, fit: Fit) -> RecordCache:
    """Return the cache of decoded images of that size, fitted to a square in that way."""
    name = f"decoded-{size}x{channels}{suffix_of(fit)}"
    return RecordCache(cache_folder() / "images", name, np.uint8, (channels, size, size))


def feature_cache(size: int, fit: Fit) -> RecordCache:
    """Return the cache of the shipped network's features of images at that size, fitted to a square in that way."""
    name = f"efficientnet-lite0-two-looks-{size}{suffix_of(fit)}"
    return RecordCache(cache_folder() / "features", name, np.float32, (learning.DIMENSION,))


def suffix_of(fit: Fit) -> str:
    """Return the end of the name of a cache of images fitted to a square in that way, as the decoder now makes them."""
    return f"-decoder{DECODER_VERSION}" if fit == "stretch" else f"-{fit}-decoder{DECODER_VERSION}"


def record_key(ref: ImageRef) -> bytes:
    """Return the 32 bytes under which a cache keeps what is made of an image: its picture's key, or the hash of it."""
    return ref.sha256 if len(ref.sha256) == _KEY else hashlib.sha256(ref.sha256).digest()


Prepared = tuple[ImageRef, NDArray[Any] | FileReason[Fact]]


def through_cache(
    cache: RecordCache,
    refs: Sequence[ImageRef],
    make: Callable[[Sequence[ImageRef]], Iterator[Prepared]],
    reporter: Reporter,
    words: Callable[[int, int], Message],
) -> Loaded:
    """Return the cached array of each image; what the cache lacks is made and stored first, each content once.

    What another job is making for the same cache is waited for.
    """
    preparation = _Preparation(cache, list({ref.sha256: ref for ref in _absent(cache, refs)}.values()), make)
    preparation.run(lambda done, total: reporter.report(done / total, words(done, total)))
    rows = cache.rows([record_key(ref) for ref in refs])
    kept_indices = np.flatnonzero(rows >= 0)
    troubles = preparation.troubles
    # Several files may share a content that cannot be decoded; each is named.
    lost = tuple(replace(troubles[image.sha256], path=image.path) for image in refs if image.sha256 in troubles)
    return Loaded(cache.get(rows[kept_indices]), kept_indices, lost)


class _Preparation:
    """What a cache lacks, made and stored; `troubles` says what could not be, by content."""

    def __init__(
        self,
        cache: RecordCache,
        missing: Sequence[ImageRef],
        make: Callable[[Sequence[ImageRef]], Iterator[Prepared]],
    ) -> None:
        self.troubles: dict[bytes, FileReason[Fact]] = {}
        self._cache, self._missing, self._make, self._done = cache, missing, make, 0

    def run(self, report: Callable[[int, int], None]) -> None:
        """Make everything, calling `report` with how much is done and how much there is."""
        self._report = lambda: report(self._done, len(self._missing))
        share_work(self._cache.file, self._missing, record_key, self._make_absent, self._report)

    def _make_absent(self, part: Sequence[ImageRef]) -> None:
        absent = _absent(self._cache, part)
        self._done += len(part) - len(absent)
        if absent:
            self._cache.add(self._fresh(absent))

    def _fresh(self, part: Sequence[ImageRef]) -> Iterator[tuple[bytes, NDArray[Any]]]:
        for ref, value in self._make(part):
            self._done += 1
            if isinstance(value, FileReason):
                self.troubles[ref.sha256] = value
            else:
                yield record_key(ref), value
            self._report()  # Not before it is kept: whoever stops the work here finds it done next time.


def _absent(cache: RecordCache, refs: Sequence[ImageRef]) -> list[ImageRef]:
    rows = cache.rows([record_key(ref) for ref in refs])
    return [ref for ref, row in zip(refs, rows, strict=True) if row < 0]


def _decoded(ref: ImageRef, size: int, channels: Channels, fit: Fit) -> NDArray[np.uint8]:
    with DECODING.turn():
        data, choice = read_picture(ref.path, ref.sha256)
        return decode(data, size, channels, fit, choice)


def decoded(missing: Sequence[ImageRef], size: int, channels: Channels, fit: Fit) -> Iterator[Prepared]:
    """Yield each image as uint8 (channels, size, size), or why there is none."""

    def decode_one(ref: ImageRef) -> Prepared:
        try:
            return ref, _decoded(ref, size, channels, fit)
        except Unreadable as error:
            return ref, FileReason(ref.path, reason_of(error))

    with closing(in_threads(decode_one, missing)) as results:
        yield from results


def extracted(missing: Sequence[ImageRef], size: int, network: "EfficientNetLite0", fit: Fit) -> Iterator[Prepared]:
    """Yield each image's features, float32 (1280,), or why there are none, extracted in batches."""
    device = next(network.parameters()).device.type
    batches = _in_batches(decoded(missing, size, 3, fit))
    for ready, features in learning.streamed(batches, lambda images: learning.two_views(images, network), device):
        yield from ready if features is None else zip([ref for ref, _ in ready], features.numpy(), strict=True)


def _in_batches(prepared: Iterator[Prepared]) -> "Iterator[tuple[list[Prepared], Tensor | None]]":
    """Yield images in batches, together as a tensor, and what could not be read as soon as it comes."""
    batch: list[tuple[ImageRef, NDArray[Any]]] = []
    for ref, value in prepared:
        if isinstance(value, FileReason):
            yield [(ref, value)], None
        else:
            batch.append((ref, value))
        if len(batch) == _FEATURE_BATCH:
            yield [*batch], torch.from_numpy(np.stack([image for _, image in batch]))
            batch.clear()
    if batch:
        yield [*batch], torch.from_numpy(np.stack([image for _, image in batch]))


def refuse_too_much(count: int, size: int, channels: int) -> None:
    """Raise UserError, with the size that would fit, when so many images do not fit in memory."""
    room = int(psutil.virtual_memory().available * _SHARE_OF_MEMORY)
    if count * channels * size * size <= room:
        return
    need = f"{count * channels * size * size / 1e9:.1f}"
    fits = isqrt(room // (count * channels))
    raise UserError(
        fact("images.too_much_memory", count=count, size=size, need=need, room=f"{room / 1e9:.1f}", fits=fits)
    )


def _decoding(done: int, total: int) -> Message:
    return message(marked("{done} of {total} images decoded"), done=done, total=total)


def _extracting(done: int, total: int) -> Message:
    return message(marked("{done} of {total} images embedded"), done=done, total=total)
