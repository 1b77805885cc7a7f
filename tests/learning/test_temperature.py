"""One temperature makes shares as sure as they are right."""

import numpy as np
import pytest
import scipy

from workbench.learning.temperature import at_temperature, fitted_temperature


@pytest.mark.parametrize("sharpness", [0.5, 1.0, 3.0])
def test_the_temperature_that_shares_were_sharpened_by_is_the_one_fitted(sharpness: float) -> None:
    draw = np.random.default_rng(0)
    logits = draw.normal(0, 1.5, (4000, 5))
    answers = (logits + draw.gumbel(size=logits.shape)).argmax(1)
    shares = scipy.special.softmax(sharpness * logits, axis=1)
    assert fitted_temperature(shares, answers) == pytest.approx(sharpness, rel=0.1)


def test_a_temperature_changes_how_sure_shares_are_and_not_what_they_say() -> None:
    shares = np.array([[0.7, 0.2, 0.1], [0.0, 0.4, 0.6]])
    softer, same, sharper = (at_temperature(shares, temperature) for temperature in (2.0, 1.0, 0.5))
    assert same == pytest.approx(shares)
    assert (softer.max(1) < shares.max(1)).all()
    assert (sharper.max(1) > shares.max(1)).all()
    assert softer.argmax(1).tolist() == sharper.argmax(1).tolist() == [0, 2]
    assert softer.sum(1) == pytest.approx(np.ones(2))
