"""How long adapting and classifying take, with the device's work included."""

from statistics import median
from time import perf_counter

import torch
from torch import Tensor

from workbench.learning.approach import Classifier
from workbench.learning.episode import Support
from workbench.learning.evaluation import Adapt


def moment(device: str) -> float:
    """Return the time in seconds, once the device has done all that it was given."""
    if device == "cuda":
        torch.cuda.synchronize()
    elif device == "mps":
        torch.mps.synchronize()
    return perf_counter()


class Stopwatch:
    """Adapts as `adapt` does, and keeps how long adapting to each support took, and classifying each query."""

    def __init__(self, adapt: Adapt, device: str) -> None:
        self._adapt = adapt
        self._device = device
        self._adapting: list[float] = []  # seconds
        self._classifying: list[float] = []  # seconds for each query

    def __call__(self, support: Support) -> Classifier:
        """Return the classifier that `adapt` makes, which is timed as well."""
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
        """The median milliseconds of adapting to a support; 0 before the first."""
        return 1000 * median(self._adapting or [0.0])

    @property
    def query_ms(self) -> float:
        """The median milliseconds of classifying a query, those of an episode together; 0 before the first."""
        return 1000 * median(self._classifying or [0.0])
