"""Vectors of images by a trained encoder: computed once for each image and encoder, then read from the cache."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from workbench import learning
from workbench.folders import cache_folder
from workbench.imaging.cache import RecordCache
from workbench.operations.deferred import torch
from workbench.operations.features.episode_pool import View
from workbench.operations.features.load_images import ImageRef, Loaded, Prepared, load_images, suffix_of, through_cache
from workbench.operations.progress import Reporter, Silent
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.networks.encoders import Encoder

_BATCH = 256


def load_embeddings(
    refs: Sequence[ImageRef], encoder: "Encoder", view: View, device: str, reporter: Reporter
) -> Loaded:
    """Return the vectors, float32 (n, dimension), that an encoder of images makes of them in evaluation mode.

    Vectors computed before Cancelled are kept. Raises UserError when the cache cannot be used.
    """
    # Other weights are another encoder, also when a run is resumed.
    digest = sha256(learning.approach_bytes(encoder)).hexdigest()[:32]
    name = f"{view.encoder}-{view.size}x{view.channels}{suffix_of(view.fit)}-{digest}"
    cache = RecordCache(cache_folder() / "embeddings", name, np.float32, (encoder.dimension,))
    return through_cache(cache, refs, lambda missing: _embedded(missing, encoder, view, device), reporter, _embedding)


def _embedded(missing: Sequence[ImageRef], encoder: "Encoder", view: View, device: str) -> Iterator[Prepared]:

    def encoded(images: "Tensor") -> "Tensor":
        with torch.no_grad():
            return encoder(images).float()

    for ready, vectors in learning.streamed(_loaded(missing, view), encoded, device):
        yield from ready if vectors is None else zip([ref for ref, _ in ready], vectors.numpy(), strict=True)


def _loaded(missing: Sequence[ImageRef], view: View) -> "Iterator[tuple[list[Prepared], Tensor | None]]":
    """Yield images in batches, together as a tensor, and those that cannot be read without one."""
    for start in range(0, len(missing), _BATCH):
        batch = missing[start : start + _BATCH]
        loaded = load_images(batch, view.size, view.channels, Silent(), fit=view.fit)
        reasons = {trouble.path: trouble for trouble in loaded.troubles}
        yield [(ref, reasons[ref.path]) for ref in batch if ref.path in reasons], None
        if len(loaded.kept):
            refs = [batch[index] for index in map(int, loaded.kept)]
            yield list(zip(refs, loaded.values, strict=True)), torch.from_numpy(loaded.values)


def _embedding(embedded: int, total: int) -> Message:
    return message(marked("{done} of {total} images embedded"), done=embedded, total=total)
