"""The plots of a search: what is drawn is what was measured, in both appearances."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from workbench.operations.search.history import BestSoFar
from workbench.operations.search.plotted import MeasuredPoint, OverTime
from workbench.ui.look.theme import Theme
from workbench.ui.plots.importance_plot import ImportancePlot
from workbench.ui.plots.search_time_plot import SearchTimePlot
from workbench.ui.plots.value_plot import NamedValue, ValuePlot

POINTS = (
    MeasuredPoint(30.0, 0.7, 0.02, 0, trained=False),
    MeasuredPoint(60.0, 0.5, 0.05, 1, trained=True),
    MeasuredPoint(90.0, 0.8, 0.03, 1, trained=True),
)
BEST = (BestSoFar(30.0, 0.7, 0), BestSoFar(90.0, 0.8, 1))


def test_the_best_stays_what_it_is_until_something_is_better(qtbot: QtBot, theme: Theme) -> None:
    plot = SearchTimePlot(theme)
    qtbot.addWidget(plot)
    plot.show_times(OverTime(POINTS, BEST, 0.7), 120.0, 300.0)
    across, up = plot.best.getData()
    assert across is not None
    assert up is not None
    assert across.tolist() == [0.5, 0.5, 1.5, 1.5, 2.0]
    assert up.tolist() == [0.7, 0.7, 0.7, 0.8, 0.8]
    assert len(plot.heads.points()) == 1
    assert len(plot.trainings.points()) == 2
    assert plot.baseline.value() == pytest.approx(0.7)
    assert plot.end.value() == pytest.approx(5.0)


def test_once_it_is_over_the_time_that_it_might_have_taken_is_no_part_of_the_plot(qtbot: QtBot, theme: Theme) -> None:
    plot = SearchTimePlot(theme)
    qtbot.addWidget(plot)
    plot.show_times(OverTime(POINTS, BEST, None), 120.0, 300.0, is_over=True)
    assert not plot.baseline.isVisible()
    (_, end), _ = plot.view.viewRange()
    assert end < 2.5


def test_the_bars_are_as_long_as_the_shares_and_named(qtbot: QtBot, theme: Theme) -> None:
    plot = ImportancePlot(theme)
    qtbot.addWidget(plot)
    plot.show_shares({"Learning rate": 0.6, "Approach and network": 0.2})
    assert np.asarray(plot.bars.opts["width"]).tolist() == [0.6, 0.2]
    assert plot.names == ("Learning rate", "Approach and network")
    assert "60 %" in plot.accessibleDescription()


def test_names_are_rows_with_the_best_uppermost_and_numbers_a_scale(qtbot: QtBot, theme: Theme) -> None:
    plot = ValuePlot(theme)
    qtbot.addWidget(plot)
    plot.show_named([NamedValue("worse", (0.4, 0.5)), NamedValue("better", (0.9, 0.3))])
    assert plot.currentWidget() is plot.rows
    assert plot.rows.names == ("better", "worse")
    assert sorted(zip(*plot.row_points.getData(), strict=True)) == [(0.3, 0.0), (0.4, -1.0), (0.5, -1.0), (0.9, 0.0)]
    plot.show_numbers([0.001, 0.1], [0.5, 0.6])
    assert plot.currentWidget() is plot.scale
    across, _ = plot.scale_points.getData()
    assert across.tolist() == [-3.0, -1.0]


def test_no_accuracy_above_100_percent_is_marked(qtbot: QtBot, theme: Theme) -> None:
    plot = ValuePlot(theme)
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    plot.show()
    plot.show_numbers([0.001, 0.1], [0.93, 1.0])
    low, high = plot.scale.view.viewRange()[1]
    marked = [value for _, values in plot.scale.axis("left").tickValues(low, high, 300) for value in values]
    assert max(marked) == pytest.approx(1.0)
    assert high > 1.0  # A dot at 100 % is whole.
    plot.show_numbers([0.001, 0.1], [0.5, 0.9])
    assert plot.scale.view.viewRange()[1][1] == pytest.approx(1.0)


def test_a_name_that_has_no_room_is_shortened(qtbot: QtBot, theme: Theme) -> None:
    plot = ValuePlot(theme)
    qtbot.addWidget(plot)
    plot.resize(300, 200)
    plot.show()
    plot.show_named([NamedValue("a very long name of an approach on a network " * 3, (0.5,))])
    assert plot.rows.axis("left").width() <= 0.5 * plot.width()
