"""Supports with fewer shots, so that the same queries can be classified after one example or ten."""

from dataclasses import replace

import torch

from workbench.learning.approach import Classifier
from workbench.learning.episode import Support
from workbench.learning.evaluation import Adapt


def first_of_each(support: Support, shots: int) -> Support:
    """Return the support with the first `shots` examples of each class, or all if there are fewer.

    Its images become (kept, ...) and its labels (kept,), in the same order; traits stay.
    """
    membership = torch.nn.functional.one_hot(support.labels, support.way)
    position = (membership.cumsum(0) * membership).sum(1)  # (n,) position within its class, from 1
    kept = position <= shots
    return replace(support, images=support.images[kept], labels=support.labels[kept])


def with_shots(adapt: Adapt, shots: int) -> Adapt:
    """Return `adapt` limited to the first `shots` examples of each class."""

    def adapted(support: Support) -> Classifier:
        return adapt(first_of_each(support, shots))

    return adapted
