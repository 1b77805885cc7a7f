"""Supports with fewer examples of each class, so that the same queries can be asked after one example or ten."""

from dataclasses import replace

import torch

from workbench.learning.approach import Classifier
from workbench.learning.episode import Support
from workbench.learning.evaluation import Adapt


def first_of_each(support: Support, shots: int) -> Support:
    """Return the first `shots` examples of each class, or all where there are fewer; traits stay."""
    membership = torch.nn.functional.one_hot(support.labels, support.way)
    place = (membership.cumsum(0) * membership).sum(1)  # (n,) counted from 1 in its class
    kept = place <= shots
    return replace(support, images=support.images[kept], labels=support.labels[kept])


def with_shots(adapt: Adapt, shots: int) -> Adapt:
    """Return `adapt` as a function that is shown at most `shots` examples of each class."""

    def adapted(support: Support) -> Classifier:
        return adapt(first_of_each(support, shots))

    return adapted
