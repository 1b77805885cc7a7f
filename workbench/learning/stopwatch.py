"""Timing adaptation and classification, including the work queued on the device."""

from statistics import median
from time import perf_counter

import torch
from torch import Tensor

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
    """Wraps `adapt`, and records how long it takes to adapt to each support and to classify each query."""

    def __init__(self, adapt: Adapt, device: str) -> None:
        self._adapt = adapt
        self._device = device
        self._adapting: list[float] = []  # seconds
        self._classifying: list[float] = []  # seconds per query

    def __call__(self, support: Support) -> Classifier:
        """Return the classifier that `adapt` returns, to logits (n, way), timed as well."""
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
    def query_ms(self) -> float:
        """The median time of classifying one query of a batch, in milliseconds; 0 before the first."""
        return 1000 * median(self._classifying or [0.0])
