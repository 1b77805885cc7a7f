"""What a step of an episode says and shows."""

from dataclasses import replace

import pytest
import torch

from workbench.learning.tracing.trace import Cosines, Gates, InnerStep, MemoryUse, PairSimilarities, Placed, TraceStep
from workbench.operations.evaluation.watching.scene import Scene, StepView
from workbench.operations.evaluation.watching.step_views import view_of_step
from workbench.operations.evaluation.watching.watched import Bars, NumberTable


def test_a_memory_shows_how_much_of_it_is_of_each_class() -> None:
    scene = Scene(("oak", "fir"), labels=(0, 0, 1), answers=(0, 1), named=(0, 1), before=None)
    held = torch.tensor([[1.0, 0.0, 0.0], [0.25, 0.25, 0.5]])  # two rows of three examples
    use = MemoryUse(2, 3, 3, 1.0, 8, held, torch.full((2, 3), 1 / 3))
    view = view_of_step(TraceStep(use), scene)
    (bars,) = (drawing for drawing in view.drawings if isinstance(drawing, Bars))
    assert list(map(str, bars.names)) == ["oak", "fir"]
    assert bars.values == pytest.approx((0.75, 0.25))
    assert "written to 1 of the memory's 8 rows" in str(view.sentence)


def scored(values: list[list[float]], named: tuple[int, ...] = (0, 1)) -> StepView:
    """A step with the cosines of two queries, of an oak and a fir."""
    scene = Scene(("oak", "fir"), labels=(0, 1), answers=(0, 1), named=named, before=None)
    return view_of_step(TraceStep(Cosines(torch.tensor(values))), scene)


def test_a_close_call_is_given_with_the_decimals_that_tell_it() -> None:
    view = scored([[0.0213, 0.0208], [0.1, 0.9]])
    assert "oak with 0.0213 against fir with 0.0208" in str(view.sentence)
    (table,) = (drawing for drawing in view.drawings if isinstance(drawing, NumberTable))
    assert table.places == 4


def test_figures_that_differ_keep_few_decimals_and_equal_ones_gain_none() -> None:
    (table,) = scored([[0.5, 0.5], [0.1, 0.9]]).drawings
    assert isinstance(table, NumberTable)
    assert table.places == 2
    assert "0.90 against" not in str(scored([[0.5, 0.7], [0.1, 0.9]]).sentence)


def test_it_says_when_every_query_is_taken_for_one_class() -> None:
    values = [[0.1, 0.9], [0.2, 0.8]]
    assert "every query is taken for fir" in str(scored(values, named=(1, 1)).sentence)
    assert "every query" not in str(scored(values).sentence)


@pytest.mark.parametrize(("similar", "said"), [([[1.0, 0.999], [0.998, 1.0]], True), ([[0.9, 0.2], [0.1, 0.8]], False)])
def test_pairs_that_are_all_alike_are_said_to_tell_hardly_anything(similar: list[list[float]], said: bool) -> None:
    scene = Scene(("oak", "fir"), labels=(0, 1), answers=(0, 1), named=(0, 1), before=None)
    sentence = str(view_of_step(TraceStep(PairSimilarities(torch.tensor(similar))), scene).sentence)
    assert ("hardly tells pairs apart" in sentence) is said
    assert ("from 99.8 % to 100.0 %" in sentence) is said


def test_pairs_that_differ_little_are_given_with_the_decimals_that_tell_it() -> None:
    scene = Scene(("oak", "fir"), labels=(0, 1), answers=(0, 1), named=(0, 1), before=None)
    step = TraceStep(PairSimilarities(torch.tensor([[1.0, 0.972], [1.0, 0.974]])))
    assert "98.7 % on average, pairs of two classes with 98.6 %" in str(view_of_step(step, scene).sentence)


@pytest.mark.parametrize("gates", [None, Gates(0.999, 0.0004)])
def test_a_step_says_how_many_queries_changed_their_class(gates: Gates | None) -> None:
    points = torch.tensor([[0.0, 0.0], [1.0, 1.0]])
    step = TraceStep(InnerStep(2, 3, Placed(points, points, 1.0), gates))
    scene = Scene(("oak", "fir"), labels=(0, 1), answers=(0, 1), named=(0, 1), before=(0, 0))
    assert str(view_of_step(step, scene).sentence).endswith("1 query changed its class.")
    assert str(view_of_step(step, replace(scene, before=(1, 0))).sentence).endswith("2 queries changed their class.")
    same = str(view_of_step(step, replace(scene, before=(0, 1))).sentence)
    assert same.startswith("Step 2 changes no decision: 2 of 2")


def test_the_first_step_of_a_learned_rule_says_what_the_rule_does() -> None:
    points = torch.tensor([[0.0, 0.0], [1.0, 1.0]])
    step = TraceStep(InnerStep(1, 3, Placed(points, points, 1.0), Gates(0.999, 0.0004)))
    scene = Scene(("oak", "fir"), labels=(0, 1), answers=(0, 1), named=(0, 1), before=(0, 0))
    assert "kept 99.9 % of each weight and took 0.04 % of its gradient" in str(view_of_step(step, scene).sentence)
