"""One temperature that makes class shares as sure as they are right.

Guo, Pleiss, Sun & Weinberger, 2017, "On Calibration of Modern Neural Networks", section 4.2.
"""

import numpy as np
import scipy
from numpy.typing import NDArray

_FLOOR = 1e-12
_TEMPERATURES = (0.2, 5.0)
_SPREAD = 0.5  # of the logarithm of temperatures, before anything is seen

ClassShares = NDArray[np.float64]  # (n, way)


def at_temperature(shares: ClassShares, temperature: float) -> ClassShares:
    """Return class shares (n, way) softened by a temperature above 1, or sharpened by one below."""
    softened: ClassShares = scipy.special.softmax(_logits(shares) / temperature, axis=1)
    return softened


def fitted_temperature(shares: ClassShares, answers: NDArray[np.int64]) -> float:
    """Return the temperature at which shares (n, way) make the answers (n,) likeliest, near 1 where n is small."""
    logits = _logits(shares)

    def surprise(log_temperature: float) -> float:
        scaled = scipy.special.log_softmax(logits / np.exp(log_temperature), axis=1)
        return float(-scaled[np.arange(len(answers)), answers].sum() + (log_temperature / _SPREAD) ** 2 / 2)

    low, high = np.log(_TEMPERATURES)
    return float(np.exp(scipy.optimize.minimize_scalar(surprise, bounds=(low, high), method="bounded").x))


def _logits(shares: ClassShares) -> ClassShares:
    return np.log(np.maximum(shares, _FLOOR))
