"""How sure a proposal is, so that of those called sure as many are right as they say: fitted on held-out episodes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from workbench import learning

Scores = NDArray[np.float64]
Shares = NDArray[np.float64]  # (n, way), of class shares

# A pile of which all look known may still hold some strangers: scores overlap, and differ from pile to pile.
_MOST_KNOWN = 0.85
_IMAGES_BEFORE = 20.0  # as if so many of a pile's images had been seen, and that share of them were known
_ROUNDS = 50


@dataclass(frozen=True, eq=False)
class HeldOutEpisode:
    """The familiarity of the images of known and of unknown classes, and the class shares of the known ones.

    `classes` and `unknown_classes` number the classes alike in all episodes.
    """

    known: Scores  # (q,)
    unknown: Scores  # (u,)
    shares: NDArray[np.float64]  # (q, way)
    answers: NDArray[np.int64]  # (q,), as the shares number them
    classes: NDArray[np.int64]  # (q,)
    unknown_classes: NDArray[np.int64]  # (u,)


@dataclass(frozen=True)
class ConfidenceScale:
    """Turns a run's class shares into the probability that the class is right, strangers among the pile included.

    Shares are softened or sharpened by one temperature (Guo et al., 2017, "On Calibration of Modern Neural Networks",
    section 4.2). An image is of one of the classes with a probability that is logistic in its familiarity, `slope` and
    `offset` being fitted to as many known as unknown images. `most_known` is the share of images that are of one of the
    classes at most, before anything is known of them; of a pile, it is learned from the pile where that is wanted.
    """

    temperature: float
    slope: float
    offset: float
    most_known: float = _MOST_KNOWN
    learns_from_pile: bool = True

    def calibrated(self, shares: Shares, familiarity: Scores | None, *, use_pile: bool = True) -> Shares:
        """Return for images (n,) of a pile the probability (n, way) of each class; what lacks to 1 is for none.

        `use_pile` is as in `known`. Without `familiarity`, where examples do not tell how a stranger looks, each image
        is as likely to be one.
        """
        probabilities = learning.at_temperature(shares, self.temperature)
        if familiarity is None:
            return probabilities * self.most_known
        return probabilities * self.known(familiarity, use_pile=use_pile)[:, None]

    def known(self, familiarity: Scores, *, use_pile: bool = True) -> Scores:
        """Return the probability (n,) that each image of a pile is of one of the classes.

        With `use_pile`, how many are is estimated from the pile itself (Saerens et al., 2002, "Adjusting the Outputs of
        a Classifier to New a Priori Probabilities", equation 2.6), from a prior that is worth twenty images; never more
        than 85 % are taken to be (`decisions/strangers_among_the_sure.md`).
        """
        evidence = self.slope * familiarity + self.offset
        share = self.most_known
        known: Scores = scipy.special.expit(evidence + scipy.special.logit(share))
        for _ in range(_ROUNDS if use_pile and self.learns_from_pile else 0):
            share = (known.sum() + self.most_known * _IMAGES_BEFORE) / (len(known) + _IMAGES_BEFORE)
            share = min(share, self.most_known)
            known = scipy.special.expit(evidence + scipy.special.logit(share))
        return known


def fit_confidence(episodes: Sequence[HeldOutEpisode]) -> ConfidenceScale:
    """Fit the temperature and the odds of being known to episodes in which all classes were held out."""
    shares = np.concatenate([episode.shares for episode in episodes])
    answers = np.concatenate([episode.answers for episode in episodes])
    known, unknown = (
        np.concatenate(scores) for scores in zip(*((one.known, one.unknown) for one in episodes), strict=True)
    )
    slope, offset = _fitted_odds(known, unknown)
    return ConfidenceScale(learning.fitted_temperature(shares, answers), slope, offset)


def _fitted_odds(known: Scores, unknown: Scores) -> tuple[float, float]:
    """Return slope and offset of the log odds of being known, as if there were as many known as unknown images."""
    scores = np.concatenate([known, unknown])
    middle, scale = float(scores.mean()), float(scores.std()) or 1.0
    units = (scores - middle) / scale
    truth = np.concatenate([np.ones(len(known)), np.zeros(len(unknown))])
    weights = np.where(truth == 1, 0.5 / max(1, len(known)), 0.5 / max(1, len(unknown))) * len(scores)

    def surprise(line: NDArray[np.float64]) -> float:
        odds = line[0] * units + line[1]
        return float((weights * (np.logaddexp(0.0, odds) - truth * odds)).sum() + line[0] ** 2 / 200)

    slope, offset = scipy.optimize.minimize(surprise, np.zeros(2)).x
    # More familiar is never less likely to be known.
    slope = max(0.0, float(slope)) / scale
    return slope, float(offset) - slope * middle
