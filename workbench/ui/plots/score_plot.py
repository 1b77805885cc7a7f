"""The score of a problem by episode: in training, and validations with their intervals, the best marked."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLocale

from workbench.operations.runs.curve import CurvePoints, Values
from workbench.operations.runs.training_events import ValidationResult
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import mixed
from workbench.ui.plots.curve_plots import across, episode_tick
from workbench.ui.plots.plot_area import PlotArea
from workbench.ui.plots.plot_saving import PlotData, figure_text
from workbench.ui.services.translation import tr

_AROUND = 0.06  # of what is shown, as room above and below
_NONE = np.zeros(0)


class ScorePlot(PlotArea):
    """The score in training, raw faint and smoothed strong, and validations; the axis holds what was measured."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Score by episode"), (tr("Episode"), ""), below=episode_tick, beside=_figure)
        self._raw, self._smooth = (pg.PlotDataItem(antialias=True, skipFiniteCheck=True) for _ in range(2))
        self.intervals = pg.ErrorBarItem(x=np.zeros(0), y=np.zeros(0))
        self.checks = pg.ScatterPlotItem(size=8, pxMode=True)
        self.star = pg.ScatterPlotItem(size=16, symbol="star", pxMode=True)
        for item in (self._raw, self._smooth, self.intervals, self.checks, self.star):
            self.view.addItem(item, ignoreBounds=True)
        self._drawn: tuple[CurvePoints | None, Sequence[ValidationResult]] = (None, ())
        self.renew_colors()
        self.show_curve(None, (), None)

    def show_curve(
        self, points: CurvePoints | None, checked: Sequence[ValidationResult], best: ValidationResult | None
    ) -> None:
        """Show a curve, and which of its validations is the best."""
        self._drawn = points, tuple(checked)
        episodes, raw, smooth = (
            (_NONE, _NONE, _NONE) if points is None else (points.episodes, points.accuracy, points.smoothed_accuracy)
        )
        self._raw.setData(episodes, raw)
        self._smooth.setData(episodes, smooth)
        at = np.array([result.episode for result in checked], np.float64)
        scores = np.array([result.accuracy for result in checked], np.float64)
        halves = np.array([result.ci95 for result in checked], np.float64)
        self.checks.setData(x=at, y=scores)
        self.intervals.setData(x=at, y=scores, top=halves, bottom=halves)
        self.intervals.setVisible(bool(checked))
        self.star.setVisible(best is not None)
        if best is not None:
            self.star.setData(x=[best.episode], y=[best.accuracy])
        last = max((float(places[-1]) for places in (episodes, at) if len(places)), default=0.0)
        self.show_whole(across(last), _range(smooth, np.concatenate([scores - halves, scores + halves])))

    def data(self) -> PlotData:
        """Return the points that are drawn, by episode: those of training, and the validations among them."""
        points, checked = self._drawn
        each = () if points is None else zip(points.episodes.tolist(), points.accuracy.tolist(), strict=True)
        trained = {episode: figure_text(score) for episode, score in each}
        validated = {result.episode: (result.accuracy, result.ci95) for result in checked}
        rows = [
            [str(episode), trained.get(episode, ""), *map(figure_text, validated.get(episode, ()))]
            for episode in sorted(trained.keys() | validated.keys())
        ]
        columns = ("episode", "score", "validation_score", "validation_ci95")
        return PlotData(columns, [row + [""] * (len(columns) - len(row)) for row in rows])

    def renew_colors(self) -> None:
        super().renew_colors()
        colors = self._theme.colors
        self._raw.setPen(pg.mkPen(mixed(colors.panel, colors.accent, 0.28), width=1))
        self._smooth.setPen(pg.mkPen(colors.accent, width=2))
        self.intervals.setData(pen=pg.mkPen(colors.text, width=1))
        for item in (self.checks, self.star):
            item.setPen(pg.mkPen(colors.panel))
            item.setBrush(pg.mkBrush(colors.text))
        self.star.setBrush(pg.mkBrush(colors.good))


def _range(trained: Values, validated: Values) -> tuple[float, float]:
    """Return the range of scores to show; a few wild steps of training must not press the rest flat."""
    most_of = np.quantile(trained, [0.02, 0.98]) if len(trained) else trained
    shown = np.concatenate([most_of, validated])
    least, most = (float(shown.min()), float(shown.max())) if len(shown) else (0.0, 1.0)
    room = _AROUND * max(most - least, 1e-3 * abs(most), 1e-6)
    return least - room, most + room


def _figure(value: float, spacing: float) -> str:
    return QLocale().toString(float(value), "g", 4 if abs(value) > 10 * spacing else 3)
