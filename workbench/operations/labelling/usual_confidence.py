"""How sure a proposal is where no classes of a person's own were there to measure that on.

Shares of classes say which class is likeliest, never whether an image is of any: an image of none of them may have all
of one. So they are multiplied by the probability of being known at all, logistic in familiarity as on the classes it
was fitted to, photographs that nobody's project holds (`decisions/confidence_without_classes_of_ones_own.md`).
"""

from collections.abc import Sequence
from math import log

import numpy as np

from workbench.operations.labelling.confidence import ConfidenceScale
from workbench.operations.labelling.known_scale import KnownScale

# By examples of a class: the more there are, the better familiarity tells strangers apart.
_SHOTS = (1.0, 2.0, 5.0)
_SLOPES = (3.8, 4.7, 6.5)
_OFFSETS = (-2.0, -3.0, -4.9)
_MOST_KNOWN = 0.8  # Lower than where it is measured, as the images may differ from those it was fitted to.


def confidence_scale(scale: KnownScale | None, labels: Sequence[int]) -> ConfidenceScale:
    """Return how shares become confidence, from the scale that was measured, if any, and each example's class.

    One that was measured on the sample says how the sample looks: photographs are nearer to the photographs that the
    usual one was fitted to, and so the same whether or not a person has had the sample drawn.
    """
    if scale is not None and scale.measured_on == "own":
        return scale.confidence
    shots = len(labels) / max(1, len(set(labels)))
    slope, offset = (float(np.interp(log(max(shots, 1.0)), np.log(_SHOTS), fitted)) for fitted in (_SLOPES, _OFFSETS))
    # Nothing is sharpened that was not measured.
    return ConfidenceScale(1.0, slope, offset, most_known=_MOST_KNOWN, learns_from_pile=False)


def tell_strangers(labels: Sequence[int], way: int) -> bool:
    """Say whether familiarity tells strangers apart: of two classes or more, each has an example (their `labels`)."""
    return way > 1 and len(set(labels)) == way
