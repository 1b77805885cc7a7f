"""The accuracy of every trial by the value of one option: rows of points for names, points on a scale for numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QStackedWidget

from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import mixed
from workbench.ui.plots.named_rows import NamedRows
from workbench.ui.plots.plot_area import PlotArea
from workbench.ui.services.translation import number_shown, percent, tr

_MARGIN = 0.04
_DOT = 0.02  # Room for a dot at 100 %.
_BELOW = 0.05


@dataclass(frozen=True)
class NamedValue:
    """A value, as it is called, and the accuracies of the trials that had it."""

    name: str
    accuracies: tuple[float, ...]


class ValuePlot(QStackedWidget):
    """Shows either named values, the one with the best trial uppermost, or numbers on a logarithmic scale."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows = NamedRows(theme, tr("Accuracy by value"), tr("Accuracy (%)"))
        titles = tr("Value"), tr("Accuracy (%)")
        self.scale = PlotArea(theme, tr("Accuracy by value"), titles, below=_power, beside=_percent)
        self.row_points, self.scale_points = (pg.ScatterPlotItem(size=9, pxMode=True) for _ in range(2))
        self.rows.view.addItem(self.row_points, ignoreBounds=True)
        self.scale.view.addItem(self.scale_points, ignoreBounds=True)
        for area in (self.rows, self.scale):
            self.addWidget(area)
            area.renew_colors()
        theme.changed.connect(self._renew_colors)
        self._renew_colors()

    def show_named(self, values: Sequence[NamedValue]) -> None:
        """Show the accuracies of named values."""
        ranked = sorted(values, key=lambda value: -max(value.accuracies, default=0.0))
        up = [-float(row) for row, value in enumerate(ranked) for _ in value.accuracies]
        across = [accuracy for value in ranked for accuracy in value.accuracies]
        self.row_points.setData(x=across, y=up)
        self.rows.show_names([value.name for value in ranked], (_least(across), _most(across)))
        words = [f"{value.name}: {', '.join(map(percent, value.accuracies))}" for value in ranked]
        self.rows.setAccessibleDescription("; ".join(words))
        self.setCurrentWidget(self.rows)

    def show_numbers(self, values: Sequence[float], accuracies: Sequence[float]) -> None:
        """Show the accuracies of numbers, which are above 0."""
        across = np.log10(np.array(values, np.float64))
        self.scale_points.setData(x=across, y=np.array(accuracies, np.float64))
        low, high = (float(across.min()), float(across.max())) if len(across) else (-1.0, 0.0)
        room = _MARGIN * max(high - low, 0.1)
        self.scale.show_whole((low - room, high + room), (_least(accuracies), _most(accuracies)))
        pairs = zip(values, accuracies, strict=True)
        words = "; ".join(f"{number_shown(value)}: {percent(accuracy)}" for value, accuracy in pairs)
        self.scale.setAccessibleDescription(words)
        self.setCurrentWidget(self.scale)

    def _renew_colors(self) -> None:
        colors = self._theme.colors
        for points in (self.row_points, self.scale_points):
            points.setPen(pg.mkPen(colors.panel))
            points.setBrush(pg.mkBrush(mixed(colors.panel, colors.accent, 0.75)))


def _least(accuracies: Sequence[float]) -> float:
    return max(0.0, min(accuracies, default=0.0) - _BELOW)


def _most(accuracies: Sequence[float]) -> float:
    return 1 + _DOT if max(accuracies, default=0.0) > 1 - _DOT else 1.0


def _power(value: float, spacing: float) -> str:
    return number_shown(10**value)


def _percent(value: float, spacing: float) -> str:
    return percent(value, places=0 if spacing >= 0.01 else 1) if -1e-9 <= value <= 1 + 1e-9 else ""
