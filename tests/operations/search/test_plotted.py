"""What the plots of a search show, and which run belongs to which search."""

import pytest

from tests.operations.search.made_searches import ACCURACIES, TRAINED, found_run, make_search
from workbench.operations.search.budget import left_of
from workbench.operations.search.heads import HEADS
from workbench.operations.search.history import (
    MadeBySearch,
    SearchFacts,
    describe_newest_search,
    made_last,
    runs_of_searches,
)
from workbench.operations.search.plotted import PlottedSearch, plotted
from workbench.store.models import RunState
from workbench.store.project import Project


def facts_of(project: Project) -> SearchFacts:
    facts = describe_newest_search(project)
    assert facts is not None
    return facts


@pytest.fixture
def shown(imported: Project) -> PlottedSearch:
    make_search(imported)
    return plotted(facts_of(imported))


def test_accuracy_over_time_is_in_the_order_of_time_and_the_best_never_falls(shown: PlottedSearch) -> None:
    times = shown.over_time
    assert [point.seconds for point in times.points] == sorted(point.seconds for point in times.points)
    assert len(times.points) == len(HEADS) + 3 * len(ACCURACIES)
    assert [moment.accuracy for moment in times.best] == sorted(moment.accuracy for moment in times.best)
    assert times.best[-1].accuracy == pytest.approx(max(ACCURACIES))
    assert times.baseline == pytest.approx(0.7)


def test_what_was_tried_of_each_option_is_with_its_accuracy(shown: PlottedSearch) -> None:
    by_name = {by_value.name: by_value for by_value in shown.by_value}
    assert shown.by_value[0].name == "learner"
    assert len(by_name["learner"].values) == len(HEADS) + len(ACCURACIES)
    rates = by_name["learning_rate"]
    assert rates.is_scale
    measured = [setting.learning_rate for setting in TRAINED[: len(ACCURACIES)]]
    assert dict(zip(rates.values, rates.accuracies, strict=True)) == pytest.approx(
        dict(zip(measured, ACCURACIES, strict=True))
    )
    decay = by_name["r2-d2.weight_decay"]
    assert not decay.is_scale  # 0 has no place on a logarithmic scale.
    assert sorted(decay.values) == [0.0, 0.01, 0.01]


def test_a_run_is_of_the_search_that_made_it(trained: Project) -> None:
    assert runs_of_searches(trained) == {}
    make_search(trained, found=found_run(1), run=1)
    assert runs_of_searches(trained) == {1: MadeBySearch(1, recommended=True)}
    assert made_last(trained, 1)
    make_search(trained)
    assert not made_last(trained, 2)


@pytest.mark.parametrize("state", [RunState.RUNNING, RunState.STOPPED, RunState.FAILED])
def test_a_search_that_has_not_ended_can_go_on(imported: Project, state: RunState) -> None:
    make_search(imported, state=state)
    facts = facts_of(imported)
    assert facts.resumable
    assert facts.left == pytest.approx(180)


def test_time_is_kept_for_the_test() -> None:
    assert left_of(300.0, 2, 100.0) == pytest.approx(70)
    assert left_of(300.0, 3, 30.0) == pytest.approx(30)
    assert left_of(300.0, 2, 10.0) == 0.0
