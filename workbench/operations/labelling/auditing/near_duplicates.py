"""Images of different classes whose vectors are nearly the same, as of a photograph saved twice."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from workbench.operations.labelling._supports import Supports
from workbench.operations.runs.session_features import SessionFeatures

# Above every pair of different images of one class, as a wrong label makes such a pair one of two classes. Measured on
# the images to label of the sample and on the made images of the tests; of two classes, pairs reach 0.60 and 0.78.
# - The pretrained network, calibrated: 0.88. A picture saved again as JPEG reaches 0.90 (half of them), cropped by 2 %
#   0.97.
NEARLY_THE_SAME = 0.9
# - Runs, which learn to draw the images of a class together: 0.97 on the sample, 0.9975 on made images that differ by
#   noise alone. A picture saved again as JPEG reaches 0.9983 to 0.9999.
NEARLY_THE_SAME_TO_A_RUN = 0.998
_ROWS_AT_ONCE = 1024


def near_duplicates(features: SessionFeatures, supports: Supports) -> list[tuple[int, int, float]]:
    """Return the pairs of indices of different contents, and their cosine, most alike first; equal contents are none.

    The inputs of all images are loaded, and calibrated where they have to be.
    """
    if len(set(supports.labels)) < 2:
        return []
    images, labels = supports.images, np.array(supports.labels, np.int64)
    vectors = features.vectors(features.inputs(images))
    least = NEARLY_THE_SAME if features.trained.needs_calibration else NEARLY_THE_SAME_TO_A_RUN
    pairs = alike_across_classes(vectors, labels, least)
    different = [pair for pair in pairs if images[pair[0]].sha256 != images[pair[1]].sha256]
    return sorted(different, key=lambda pair: -pair[2])


def alike_across_classes(
    vectors: NDArray[np.float32], labels: NDArray[np.int64], least: float
) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of rows of different classes whose cosine is at least `least`, and the cosine.

    `vectors` (n, dimension) are centred first: those of many encoders are never negative and point the same way, so
    that images of two classes reach 0.98.
    """
    centred = vectors - vectors.mean(0)
    units = centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-12)
    for start in range(0, len(units), _ROWS_AT_ONCE):
        cosines = units[start : start + _ROWS_AT_ONCE] @ units[start:].T
        is_other = labels[start : start + _ROWS_AT_ONCE, None] != labels[None, start:]
        for row, column in np.argwhere(np.triu((cosines >= least) & is_other)):
            yield start + int(row), start + int(column), float(cosines[row, column])
