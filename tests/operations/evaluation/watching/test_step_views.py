"""What a step of an episode says and shows."""

import pytest
import torch

from workbench.learning.tracing.trace import MemoryUse, TraceStep
from workbench.operations.evaluation.watching.scene import Scene
from workbench.operations.evaluation.watching.step_views import view_of_step
from workbench.operations.evaluation.watching.watched import Bars


def test_a_memory_shows_how_much_of_it_is_of_each_class() -> None:
    scene = Scene(("oak", "fir"), labels=(0, 0, 1), answers=(0, 1), named=(0, 1), before=None)
    held = torch.tensor([[1.0, 0.0, 0.0], [0.25, 0.25, 0.5]])  # two rows of three examples
    use = MemoryUse(2, 3, 3, 1.0, held, torch.full((2, 3), 1 / 3))
    view = view_of_step(TraceStep(use), scene)
    (bars,) = (drawing for drawing in view.drawings if isinstance(drawing, Bars))
    assert list(map(str, bars.names)) == ["oak", "fir"]
    assert bars.values == pytest.approx((0.75, 0.25))
