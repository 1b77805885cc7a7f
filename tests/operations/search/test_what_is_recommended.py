"""What a search recommends of what it tested."""

import pytest

from tests.fact_codes import code_of
from workbench.facts import fact
from workbench.learning.paired import Difference
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.comparisons import CandidateFigures, ComparedRow, ComparisonResult
from workbench.operations.search.found import Found, found_of, why_nothing_was_trained

LEARNED, BASELINE = 3, 9


def row(run: int, accuracy: float, above: Difference | None) -> ComparedRow:
    figures = CandidateFigures(accuracy, 0.01, above, 1.0, 1.0, run, 0.02)
    title = fact("search.failed", reason=str(run))
    return ComparedRow(str(run), run, "matching", "conv4", title, title, above is None, 0.0, 0, 0, (), figures)


def found(above: Difference | None, *, why_none: str = "") -> Found:
    rows = (row(BASELINE, 0.9, None), *([] if above is None else [row(LEARNED, 0.9 + above.mean, above)]))
    sentence = fact("search.nothing_tested")
    result = ComparisonResult(ComparisonRequest(()), 5, 9, 0.2, "CPU", "", rows, None, sentence, ())
    best, learned = (BASELINE, None) if above is None else (LEARNED, LEARNED)
    recommended = found_of(result, best=best, baseline=BASELINE, learned=learned, why_none=why_none)
    assert isinstance(recommended, Found)
    return recommended


def test_what_is_clearly_better_on_test_classes_is_recommended() -> None:
    recommended = found(Difference(0.04, 0.01, 0.02))
    assert (recommended.run, recommended.accuracy) == (LEARNED, pytest.approx(0.94))
    assert code_of(recommended.sentence) == "search.learned_is_best"
    assert not recommended.needs_no_training


@pytest.mark.parametrize("above", [Difference(0.01, 0.005, 0.03), Difference(-0.05, 0.01, 0.01)])
def test_where_nothing_learned_is_clearly_better_the_simple_baseline_is_recommended(above: Difference) -> None:
    recommended = found(above)
    assert (recommended.run, recommended.accuracy, recommended.learned) == (BASELINE, 0.9, LEARNED)
    assert (recommended.difference, recommended.difference_ci95) == (above.mean, above.widest)
    assert code_of(recommended.sentence) == "search.baseline_as_good"
    assert recommended.needs_no_training


@pytest.mark.parametrize(("in_time", "stopped"), [(True, False), (False, False), (False, True)])
def test_why_nothing_was_trained_is_said_as_it_was(in_time: bool, stopped: bool) -> None:
    recommended = found(None, why_none=why_nothing_was_trained(in_time=in_time, stopped=stopped))
    assert recommended.run == BASELINE
    assert recommended.needs_no_training == in_time
    codes = {(True, False): "baseline_only", (False, False): "baseline_no_time", (False, True): "baseline_stopped"}
    assert code_of(recommended.sentence) == f"search.{codes[in_time, stopped]}"
