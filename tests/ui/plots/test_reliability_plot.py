"""The diagram of confidence has room for the names of its axes also in a low window."""

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.ui.languages import LANGUAGES, spoken
from workbench.ui.look.theme import Theme
from workbench.ui.plots.reliability_plot import ReliabilityPlot


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_an_axis_is_cut_off_in_the_lowest_window(qtbot: QtBot, theme: Theme, language: str) -> None:
    with spoken(language):
        plot = ReliabilityPlot(theme)
        qtbot.addWidget(plot)
        plot.resize(440, 250)
        with qtbot.waitExposed(plot):
            plot.show()
        QCoreApplication.processEvents()
        axes = [area.axis(side) for area in (plot.area, plot.counts) for side in ("left", "bottom")]
        assert [axis.title for axis in axes if axis.label and axis.label.isVisible() and axis.label.toolTip()] == []
        assert [axis.title for axis in axes].count("") == 1
