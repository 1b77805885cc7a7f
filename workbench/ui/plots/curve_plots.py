"""The learning curve as two plots: accuracy with its validations, and loss."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLocale, QPointF, Qt

from workbench.operations.runs.curve import CurvePoints
from workbench.operations.runs.training_events import ValidationResult
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import mixed
from workbench.ui.plots.plot_area import PlotArea
from workbench.ui.plots.plot_saving import PlotData, figure_text
from workbench.ui.services.translation import decimal, number, percent, tr

MOST_POINTS = 2000  # More than there are pixels; drawing stays cheap however long a run is.
_MARGIN = 0.02
_EDGE = 2  # pixels that words keep from the edges of the plot
_ABOVE, _BELOW = 1.4, -0.4  # How many heights of words a point is from their upper edge.


class AccuracyPlot(PlotArea):
    """Accuracy in training, raw faint and smoothed strong, and validations with their intervals, the best marked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, tr("Accuracy by episode"), (tr("Episode"), tr("Accuracy (%)")), below=episode_tick, beside=_percent
        )
        self._raw, self._smooth = (pg.PlotDataItem(antialias=True, skipFiniteCheck=True) for _ in range(2))
        self.chance = pg.InfiniteLine(angle=0, movable=False)
        self.intervals = pg.ErrorBarItem(x=np.zeros(0), y=np.zeros(0))
        self.checks = pg.ScatterPlotItem(size=8, pxMode=True)
        self.star = pg.ScatterPlotItem(size=16, symbol="star", pxMode=True)
        self.best = pg.TextItem(anchor=(0.5, 1.5))
        for item in (self._raw, self.chance, self._smooth, self.intervals, self.checks, self.star, self.best):
            self.view.addItem(item, ignoreBounds=True)
        self._drawn: tuple[CurvePoints | None, Sequence[ValidationResult]] = (None, ())
        self._best: ValidationResult | None = None
        self.renew_colors()
        # Where there is room beside a point changes with both.
        self.view.sigRangeChanged.connect(self._place_best)
        self.view.sigResized.connect(self._place_best)
        self.show_curve(None, (), None)

    def show_curve(self, points: CurvePoints | None, checked: Sequence[ValidationResult], way: int | None) -> None:
        """Show a curve; `way` is among how many classes guessing would be right by chance, None while unknown."""
        self._drawn = points, tuple(checked)
        if points is not None:
            self._raw.setData(points.episodes, points.accuracy)
            self._smooth.setData(points.episodes, points.smoothed_accuracy)
        else:
            self._raw.clear()
            self._smooth.clear()
        self.chance.setVisible(way is not None)
        if way is not None:
            self.chance.setValue(1 / way)
        self._show_checked(checked)
        end = float(points.episodes[-1]) if points is not None and len(points.episodes) else 0.0
        # Accuracy is always shown from 0 to 100 %, so that no small fluctuation resembles a leap.
        self.show_whole(across(end), (-_MARGIN, 1 + 2 * _MARGIN))
        self._place_best()

    def renew_colors(self) -> None:
        super().renew_colors()
        colors = self._theme.colors
        self._raw.setPen(pg.mkPen(mixed(colors.panel, colors.accent, 0.28), width=1))
        self._smooth.setPen(pg.mkPen(colors.accent, width=2))
        self.chance.setPen(pg.mkPen(colors.muted, width=1, style=Qt.PenStyle.DashLine))
        self.intervals.setData(pen=pg.mkPen(colors.text, width=1))
        for item in (self.checks, self.star):
            item.setPen(pg.mkPen(colors.panel))
            item.setBrush(pg.mkBrush(colors.text))
        self.star.setBrush(pg.mkBrush(colors.good))
        self.best.setColor(colors.good)
        self.best.fill = pg.mkBrush(colors.panel + "C0")

    def data(self) -> PlotData:
        """Return the points that are drawn, by episode: those of training, and the validations among them."""
        points, checked = self._drawn
        trained = {} if points is None else dict(zip(points.episodes.tolist(), _pairs(points), strict=True))
        validated = {result.episode: (result.accuracy, result.ci95) for result in checked}
        rows = [
            [str(episode), *trained.get(episode, ("", "")), *map(figure_text, validated.get(episode, ()))]
            for episode in sorted(trained.keys() | validated.keys())
        ]
        columns = ("episode", "accuracy", "accuracy_smoothed", "validation_accuracy", "validation_ci95")
        return PlotData(columns, [row + [""] * (len(columns) - len(row)) for row in rows])

    def _show_checked(self, checked: Sequence[ValidationResult]) -> None:
        best = self._best = max(checked, key=lambda result: result.accuracy, default=None)
        episodes = np.array([result.episode for result in checked], np.float64)
        accuracies = np.array([result.accuracy for result in checked], np.float64)
        halves = np.array([result.ci95 for result in checked], np.float64)
        self.checks.setData(x=episodes, y=accuracies)
        self.intervals.setData(x=episodes, y=accuracies, top=halves, bottom=halves)
        self.intervals.setVisible(bool(checked))
        self.star.setVisible(best is not None)
        self.best.setVisible(best is not None)
        if best is not None:
            self.star.setData(x=[best.episode], y=[best.accuracy])
            self.best.setText(percent(best.accuracy))
            self.best.setPos(best.episode, best.accuracy)

    def _place_best(self) -> None:
        """Write the best accuracy beside its point, not on the curve, and within the plot where the point is."""
        if self._best is None or self.view.width() <= 0 or self.view.height() <= 0:
            return
        words, room = self.best.boundingRect(), self.view.rect()
        point = self.view.mapFromView(QPointF(self._best.episode, self._best.accuracy))
        if not room.contains(point):
            return  # Zoomed out of sight.
        first, second = (_BELOW, _ABOVE) if self._is_under_curve(self._best) else (_ABOVE, _BELOW)
        up = next((side for side in (first, second) if _fits(point.y(), words.height(), room.height(), side)), first)
        self.best.setAnchor((
            _within(point.x(), words.width(), room.width(), 0.5),
            _within(point.y(), words.height(), room.height(), up),
        ))  # fmt: skip

    def _is_under_curve(self, best: ValidationResult) -> bool:
        points, _ = self._drawn
        if points is None or not len(points.episodes):
            return False
        return float(np.interp(best.episode, points.episodes, points.smoothed_accuracy)) >= best.accuracy


class LossPlot(PlotArea):
    """Loss in training, raw faint and smoothed strong."""

    _drawn: CurvePoints | None = None

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Loss by episode"), (tr("Episode"), tr("Loss")), below=episode_tick, beside=_loss)
        self._raw, self._smooth = (pg.PlotDataItem(antialias=True, skipFiniteCheck=True) for _ in range(2))
        for item in (self._raw, self._smooth):
            self.view.addItem(item, ignoreBounds=True)
        self.renew_colors()
        self.show_curve(None)

    def show_curve(self, points: CurvePoints | None) -> None:
        """Show a curve."""
        self._drawn = points
        if points is None or not len(points.episodes):
            self._raw.clear()
            self._smooth.clear()
            self.show_whole(across(0), (-_MARGIN, 1.08))
            return
        self._raw.setData(points.episodes, points.loss)
        self._smooth.setData(points.episodes, points.smoothed_loss)
        # A few wild steps must not press the rest flat.
        top = max(*(float(np.quantile(values, 0.98)) for values in (points.loss, points.smoothed_loss)), 1e-3)
        self.show_whole(across(float(points.episodes[-1])), (-_MARGIN * top, top * 1.08))

    def data(self) -> PlotData:
        """Return the points that are drawn."""
        points, rows = self._drawn, list[list[str]]()
        if points is not None:
            each = zip(points.episodes.tolist(), points.loss, points.smoothed_loss, strict=True)
            rows = [[str(episode), figure_text(loss), figure_text(smooth)] for episode, loss, smooth in each]
        return PlotData(("episode", "loss", "loss_smoothed"), rows)

    def renew_colors(self) -> None:
        super().renew_colors()
        colors = self._theme.colors
        self._raw.setPen(pg.mkPen(mixed(colors.panel, colors.accent, 0.28), width=1))
        self._smooth.setPen(pg.mkPen(colors.accent, width=2))


def _pairs(points: CurvePoints) -> list[tuple[str, str]]:
    each = zip(points.accuracy, points.smoothed_accuracy, strict=True)
    return [(figure_text(accuracy), figure_text(smooth)) for accuracy, smooth in each]


def _fits(at: float, size: float, room: float, anchor: float) -> bool:
    """Say whether words of a size lie within a room when so many sizes of them lie before the point (in pixels)."""
    return at - anchor * size >= _EDGE and at + (1 - anchor) * size <= room - _EDGE


def _within(at: float, size: float, room: float, wanted: float) -> float:
    """Return how many sizes of words lie before a point so that none lie beyond the room: as wanted where that does."""
    return min(max(wanted, 1 - (room - _EDGE - at) / size), (at - _EDGE) / size) if size > 0 else wanted


def across(last: float) -> tuple[float, float]:
    """Return the range of episodes to show, with a little room at both ends."""
    end = max(last, 10.0)
    return -_MARGIN * end, end * (1 + 2 * _MARGIN)


def episode_tick(value: float, spacing: float) -> str:
    """Return what stands at a tick of an axis of episodes."""
    return number(round(value)) if value >= 0 and float(value).is_integer() else ""


def _percent(value: float, spacing: float) -> str:
    return percent(value, places=0 if spacing >= 0.01 else 1) if -1e-9 <= value <= 1 + 1e-9 else ""


def _loss(value: float, spacing: float) -> str:
    if value < -1e-9:
        return ""
    if spacing >= 1000:
        return QLocale().toString(float(value), "g", 3)
    return decimal(value, 0 if spacing >= 10 else 1 if spacing >= 0.1 else 2 if spacing >= 0.01 else 4)
