"""Images and features as arrays: decoded once, kept in the cache, read from it ever after."""

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
from workbench.folders import cache_folder
from workbench.imaging.cache import RecordCache
from workbench.imaging.decode import Unreadable, decode
from workbench.imaging.reading import in_threads, read_known
from workbench.operations.deferred import torch
from workbench.operations.progress import Reporter
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from workbench.learning.pretrained import EfficientNetLite0

_FEATURE_BATCH = 32
_SHARE_OF_MEMORY = 0.6  # Training needs room beside the images.

Channels = Literal[1, 3]


@dataclass(frozen=True, slots=True)
class ImageRef:
    """An image to load: where it was last seen and what its content was."""

    path: Path
    sha256: bytes


@dataclass(frozen=True)
class Loaded:
    """Arrays of those images that could be loaded; `kept` says which, as places in what was asked for."""

    values: NDArray[Any]  # uint8 images or float32 vectors
    kept: NDArray[np.int64]
    troubles: tuple[FileReason[Fact], ...]


def load_images(wanted: Sequence[ImageRef], size: int, channels: Channels, reporter: Reporter) -> Loaded:
    """Return uint8 images (n, channels, size, size).

    Raises UserError, with the size that would fit, when they do not fit in memory.
    """
    refuse_too_much(len(wanted), size, channels)
    return through_cache(
        image_cache(size, channels), wanted, lambda missing: decoded(missing, size, channels), reporter, _decoding
    )


def load_features(wanted: Sequence[ImageRef], size: int, device: str, reporter: Reporter) -> Loaded:
    """Return the shipped network's features, float32 (n, 1280), of images shown to it at `size` pixels."""
    network = learning.load_pretrained().to(device)
    return through_cache(feature_cache(size), wanted, lambda missing: seen(missing, size, network), reporter, _looking)


def image_cache(size: int, channels: Channels) -> RecordCache:
    """Return where decoded images of that size are kept."""
    return RecordCache(cache_folder() / "images", f"decoded-{size}x{channels}", np.uint8, (channels, size, size))


def feature_cache(size: int) -> RecordCache:
    """Return where the features of images that the shipped network saw at that size are kept."""
    return RecordCache(
        cache_folder() / "features", f"efficientnet-lite0-two-looks-{size}", np.float32, (learning.DIMENSION,)
    )


Made = tuple[ImageRef, NDArray[Any] | FileReason[Fact]]


def through_cache(
    cache: RecordCache,
    wanted: Sequence[ImageRef],
    make: Callable[[Sequence[ImageRef]], Iterator[Made]],
    reporter: Reporter,
    words: Callable[[int, int], Message],
) -> Loaded:
    """Return what the cache has for each image, having made and stored what it lacks, each content once."""
    keys = [each.sha256 for each in wanted]
    absent = cache.rows(keys) < 0
    missing = list({each.sha256: each for each, gone in zip(wanted, absent, strict=True) if gone}.values())
    troubles: dict[bytes, FileReason[Fact]] = {}

    def fresh() -> Iterator[tuple[bytes, NDArray[Any]]]:
        for number, (each, made) in enumerate(make(missing), 1):
            reporter.report(number / len(missing), words(number, len(missing)))
            if isinstance(made, FileReason):
                troubles[each.sha256] = made
            else:
                yield each.sha256, made

    if missing:
        cache.add(fresh())
    rows = cache.rows(keys)
    kept = np.flatnonzero(rows >= 0)
    # Several files may share a content that cannot be decoded; each is named.
    lost = tuple(replace(troubles[image.sha256], path=image.path) for image in wanted if image.sha256 in troubles)
    return Loaded(cache.get(rows[kept]), kept, lost)


def decoded(missing: Sequence[ImageRef], size: int, channels: Channels) -> Iterator[Made]:
    """Give each image as uint8 (channels, size, size), or why there is none."""

    def one(each: ImageRef) -> Made:
        try:
            return each, decode(read_known(each.path, each.sha256), size, channels)
        except Unreadable as error:
            return each, FileReason(each.path, reason_of(error))

    with closing(in_threads(one, missing)) as made:
        yield from made


def seen(missing: Sequence[ImageRef], size: int, network: "EfficientNetLite0") -> Iterator[Made]:
    """Give each image's features, float32 (1280,), or why there are none; they are made a batch at a time."""
    batch: list[tuple[ImageRef, NDArray[Any]]] = []

    def looked_at() -> Iterator[Made]:
        if batch:
            found = learning.features(torch.from_numpy(np.stack([image for _, image in batch])), network).numpy()
            yield from zip([each for each, _ in batch], found, strict=True)
            batch.clear()

    for each, value in decoded(missing, size, 3):
        if isinstance(value, FileReason):
            yield each, value
        else:
            batch.append((each, value))
        if len(batch) == _FEATURE_BATCH:
            yield from looked_at()
    yield from looked_at()


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


def _looking(done: int, total: int) -> Message:
    return message(marked("{done} of {total} images embedded"), done=done, total=total)
