"""Timing adaptation and classification, including the work queued on the device."""

from collections.abc import Generator
from contextlib import contextmanager
from statistics import median
from time import perf_counter

import torch
from torch import Tensor, nn

from workbench.learning.approach import Classifier
from workbench.learning.episode import Support
from workbench.learning.evaluation import Adapt


def moment(device: str) -> float:
    """Return the time in seconds after the device has finished its queued work."""
    if device == "cuda":
        torch.cuda.synchronize()
    elif device == "mps":
        torch.mps.synchronize()
    return perf_counter()


class Stopwatch:
    """Wraps `adapt`, and records how long it takes to adapt to each support and to classify each query.

    `encoder` is the network whose share of adapting is recorded as well: it only embeds the support. Where adapting
    changes the network, there is no such share, and it is None.
    """

    def __init__(self, adapt: Adapt, device: str, encoder: nn.Module | None = None) -> None:
        self._adapt = adapt
        self._device = device
        self._encoder = encoder
        self._embedding: list[float] = []  # seconds
        self._adapting: list[float] = []  # seconds
        self._classifying: list[float] = []  # seconds per query

    def __call__(self, support: Support) -> Classifier:
        """Return the classifier that `adapt` returns, to logits (n, way), timed as well."""
        with self._embedding_watched():
            began = moment(self._device)
            classifier = self._adapt(support)
            self._adapting.append(moment(self._device) - began)

        def timed(images: Tensor) -> Tensor:
            began = moment(self._device)
            logits = classifier(images)
            self._classifying.append((moment(self._device) - began) / max(1, len(images)))
            return logits

        return timed

    @property
    def adapt_ms(self) -> float:
        """The median time of adapting to a support, in milliseconds; 0 before the first."""
        return 1000 * median(self._adapting or [0.0])

    @property
    def embed_ms(self) -> float | None:
        """The median time of embedding a support, which `adapt_ms` includes; None without an encoder to watch."""
        return None if self._encoder is None else 1000 * median(self._embedding or [0.0])

    @property
    def query_ms(self) -> float:
        """The median time of classifying one query of a batch, in milliseconds; 0 before the first."""
        return 1000 * median(self._classifying or [0.0])

    @contextmanager
    def _embedding_watched(self) -> Generator[None]:
        """Record how long the encoder takes, in all, within."""
        if self._encoder is None:
            yield
            return
        began, taken = list[float](), list[float]()

        def begin(*_: object) -> None:
            began.append(moment(self._device))

        def end(*_: object) -> None:
            taken.append(moment(self._device) - began.pop())

        hooks = (self._encoder.register_forward_pre_hook(begin), self._encoder.register_forward_hook(end))
        try:
            yield
        finally:
            for hook in hooks:
                hook.remove()
        self._embedding.append(sum(taken))
