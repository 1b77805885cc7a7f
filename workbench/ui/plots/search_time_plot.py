"""How a search went: the accuracy of each validation against time, and the best so far."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QToolTip

from workbench.operations.search.plotted import MeasuredPoint, OverTime
from workbench.ui.controls.text import plain
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import mixed
from workbench.ui.plots.plot_area import PlotArea
from workbench.ui.services.translation import decimal, duration, percent, tr

_MARGIN = 0.03
_TOP = 1.02
_BELOW = 0.05  # how far below the lowest accuracy the plot begins
_MINUTE = 60
_NEAR = 12  # pixels


class SearchTimePlot(PlotArea):
    """Points of simple heads and of trainings, a line of the best, one of the best simple head, and where time ends."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, tr("Accuracy over time"), (tr("Time (min)"), tr("Accuracy (%)")), below=_minutes, beside=_percent
        )
        self.points: tuple[MeasuredPoint, ...] = ()
        self.heads = pg.ScatterPlotItem(size=8, symbol="s", pxMode=True)
        self.trainings = pg.ScatterPlotItem(size=7, pxMode=True)
        self.best = pg.PlotDataItem(antialias=True)
        self.baseline = pg.InfiniteLine(angle=0, movable=False)
        self.end = pg.InfiniteLine(angle=90, movable=False)
        for item in (self.baseline, self.end, self.best, self.heads, self.trainings):
            self.view.addItem(item, ignoreBounds=True)
        self.pointed.connect(self._on_pointed)
        self.renew_colors()
        self.show_times(OverTime((), (), None), 0.0, 0.0)

    def show_times(self, times: OverTime, passed: float, seconds: float, *, is_over: bool = False) -> None:
        """Show a search of which so many seconds of `seconds` have passed; one that is over leaves no room for more."""
        self.points = times.points
        for item, trained in ((self.heads, False), (self.trainings, True)):
            shown = [point for point in times.points if point.trained == trained]
            item.setData(x=[point.seconds / _MINUTE for point in shown], y=[point.accuracy for point in shown])
        end = max(passed, max((point.seconds for point in times.points), default=0.0))
        self._show_best(times, end)
        self.baseline.setVisible(times.baseline is not None)
        if times.baseline is not None:
            self.baseline.setValue(times.baseline)
        self.end.setValue(seconds / _MINUTE)
        most = max(end, 0.0 if is_over else seconds, 1.0) / _MINUTE
        least = max(0.0, min((point.accuracy for point in times.points), default=0.0) - _BELOW)
        self.show_whole((-_MARGIN * most, most * (1 + _MARGIN)), (least, _TOP))
        # A screen reader cannot read a drawing.
        self.setAccessibleDescription("; ".join(f"{duration(at.seconds)}: {percent(at.accuracy)}" for at in times.best))

    def renew_colors(self) -> None:
        super().renew_colors()
        colors = self._theme.colors
        self.best.setPen(pg.mkPen(colors.accent, width=2))
        self.baseline.setPen(pg.mkPen(colors.muted, width=1, style=Qt.PenStyle.DashLine))
        self.end.setPen(pg.mkPen(colors.line, width=2))
        self.heads.setPen(pg.mkPen(colors.panel))
        self.heads.setBrush(pg.mkBrush(colors.muted))
        self.trainings.setPen(pg.mkPen(colors.panel))
        self.trainings.setBrush(pg.mkBrush(mixed(colors.panel, colors.accent, 0.75)))

    def _show_best(self, times: OverTime, end: float) -> None:
        # Until something is better the best stays what it is.
        across, up = list[float](), list[float]()
        for moment in times.best:
            across += [moment.seconds, moment.seconds]
            up += [up[-1] if up else moment.accuracy, moment.accuracy]
        if up:
            across.append(max(end, across[-1]))
            up.append(up[-1])
        self.best.setData(np.array(across) / _MINUTE, np.array(up))

    def _on_pointed(self, where: QPointF) -> None:
        nearest, words = float(_NEAR), ""
        for point in self.points:
            away = self.view.mapViewToScene(QPointF(point.seconds / _MINUTE, point.accuracy)) - where
            if away.manhattanLength() < nearest:
                nearest, words = away.manhattanLength(), _words(point)
        QToolTip.showText(QCursor.pos(), plain(words), self)


def _words(point: MeasuredPoint) -> str:
    accuracy = percent(point.accuracy, point.ci95)
    return tr("No. {number}: {accuracy} after {time}", number=str(point.trial + 1), accuracy=accuracy,
              time=duration(point.seconds))  # fmt: skip


def _minutes(value: float, spacing: float) -> str:
    return decimal(value, 0 if spacing >= 1 else 1) if value >= -1e-9 else ""


def _percent(value: float, spacing: float) -> str:
    return percent(value, places=0 if spacing >= 0.01 else 1) if -1e-9 <= value <= 1 + 1e-9 else ""
