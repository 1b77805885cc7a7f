"""Confidence says how often a proposal is right, strangers included."""

import numpy as np
import pytest
import scipy
from numpy.typing import NDArray

from workbench.facts.confidence import SURE
from workbench.operations.labelling.confidence import ConfidenceScale, HeldOutEpisode, fit_confidence

WAY = 5


def made_episode(draw: np.random.Generator, sharpness: float, queries: int = 100) -> HeldOutEpisode:
    """Answers are drawn from shares, which are then stated as much surer than they are as `sharpness` says."""
    logits = draw.normal(0, 1.5, (queries, WAY))
    answers = (logits + draw.gumbel(size=logits.shape)).argmax(1)
    shares = scipy.special.softmax(sharpness * logits, axis=1)
    return HeldOutEpisode(draw.normal(2, 1, queries), draw.normal(0, 1, queries), shares, answers, answers, answers)


def fitted(sharpness: float, seed: int = 0) -> ConfidenceScale:
    draw = np.random.default_rng(seed)
    return fit_confidence([made_episode(draw, sharpness) for _ in range(40)])


@pytest.mark.parametrize("sharpness", [0.5, 1.0, 3.0])
def test_shares_that_are_too_sure_or_not_sure_enough_are_put_right(sharpness: float) -> None:
    assert fitted(sharpness).temperature == pytest.approx(sharpness, rel=0.1)


@pytest.mark.parametrize("strangers", [0, 100, 400])
def test_of_those_called_sure_as_many_are_right_as_they_say(strangers: int) -> None:
    draw, scale = np.random.default_rng(1), fitted(3.0)
    pile = made_episode(draw, 3.0, queries=2000)
    shares = np.concatenate([pile.shares, pile.shares[:strangers]])
    familiarity = np.concatenate([pile.known, draw.normal(0, 1, strangers)])
    calibrated = scale.calibrated(shares, familiarity)
    is_right = np.zeros(len(shares), bool)
    is_right[: len(pile.answers)] = calibrated[: len(pile.answers)].argmax(1) == pile.answers
    for least, most in ((0.5, 0.7), (0.7, 0.9), (0.9, 1.0)):
        band = (calibrated.max(1) >= least) & (calibrated.max(1) < most)
        assert is_right[band].mean() == pytest.approx(calibrated.max(1)[band].mean(), abs=0.07)


def test_the_share_of_strangers_is_seen_in_the_pile() -> None:
    draw, scale = np.random.default_rng(2), fitted(1.0)
    known, unknown = draw.normal(2, 1, 500), draw.normal(0, 1, 500)
    assert scale.known(known).mean() > 0.9
    assert scale.known(np.concatenate([known, unknown])).mean() == pytest.approx(0.5, abs=0.07)


def test_where_all_look_known_some_may_be_strangers_all_the_same() -> None:
    draw, scale = np.random.default_rng(4), fitted(1.0)
    overlapping = np.concatenate([draw.normal(2.2, 1, 500), draw.normal(1, 1, 100)])
    sure = scale.known(overlapping) >= SURE
    assert sure[500:].sum() / sure.sum() <= 0.1


def test_a_stranger_looking_image_is_less_sure_and_stays_of_the_same_class() -> None:
    scale, shares = fitted(1.0), np.tile([0.9, 0.06, 0.04, 0.0, 0.0], (3, 1))
    calibrated = scale.calibrated(shares, np.array([-1.0, 1.0, 3.0]))
    assert (np.diff(calibrated[:, 0]) > 0).all()
    assert (calibrated.argmax(1) == 0).all()


@pytest.mark.parametrize("familiarity", [[], [0.3]])
def test_a_pile_of_none_or_one_image_has_a_confidence(familiarity: list[float]) -> None:
    shares: NDArray[np.float64] = np.tile([0.6, 0.4], (len(familiarity), 1))
    calibrated = fitted(1.0).calibrated(shares, np.array(familiarity))
    assert calibrated.shape == (len(familiarity), 2)
    assert np.isfinite(calibrated).all()


def test_familiarity_that_tells_nothing_apart_changes_nothing() -> None:
    draw = np.random.default_rng(3)
    answers = np.arange(100) % WAY
    shares = np.full((100, WAY), 1 / WAY)
    same = [HeldOutEpisode(np.ones(100), np.ones(100), shares, answers, answers, answers) for _ in range(3)]
    known = fit_confidence(same).known(draw.normal(1, 1, 50))
    assert known == pytest.approx(np.full(50, 0.85), abs=0.01)
