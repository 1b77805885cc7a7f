"""What features are centred on: examples and images to label weigh the same, a few images less."""

import numpy as np
import pytest

from workbench.operations.features.calibration import evenly

EXAMPLES, IMAGE = np.zeros((20, 2), np.float32), np.ones((1, 2), np.float32)


@pytest.mark.parametrize(("images", "share"), [(1, 1 / 21), (10, 1 / 3), (20, 0.5), (1000, 0.5)])
def test_a_few_images_move_the_middle_little(images: int, share: float) -> None:
    assert evenly(EXAMPLES, IMAGE.repeat(images, 0)).mean() == pytest.approx(share, abs=0.01)


def test_one_of_the_two_is_enough() -> None:
    assert evenly(EXAMPLES[:0], IMAGE).mean() == 1
    assert evenly(EXAMPLES, IMAGE[:0]).mean() == 0
