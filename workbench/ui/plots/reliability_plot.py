"""A reliability diagram: how often answers of each confidence are right, and how many answers there are of each."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFrame, QToolTip, QVBoxLayout

from workbench.operations.evaluation.pile_accuracy import ConfidenceBin
from workbench.ui.controls.text import plain
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL, TINY, mixed
from workbench.ui.plots.plot_area import PlotArea
from workbench.ui.plots.plot_key import PlotKey
from workbench.ui.plots.plot_saving import PlotData, figure_text
from workbench.ui.services.translation import number, percent, tr

_RANGE = (-0.02, 1.02)
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_BAR = 0.08
_AXIS = 66  # pixels beside both plots, so that one stands exactly below the other
_COUNTS = 112  # pixels for the plot of counts
_NEAR = 14  # pixels


class ReliabilityPlot(QFrame):
    """Shows a point for each bin of confidence above its count; answers are as sure as right on the diagonal."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme = theme
        self.bins: tuple[ConfidenceBin, ...] = ()
        # The counts stand below on the same axis: its name, once, leaves a low window room for the other one's.
        titles = "", tr("Right (%)")
        self.area = PlotArea(theme, tr("Share right by confidence"), titles, below=_nothing, beside=_nothing)
        titles = tr("Confidence (%)"), tr("Answers")
        self.counts = PlotArea(theme, tr("Answers by confidence"), titles, below=_nothing, beside=_nothing)
        self.diagonal = pg.PlotDataItem([0.0, 1.0], [0.0, 1.0], antialias=True)
        self._path = pg.PlotDataItem(antialias=True)
        self.points = pg.ScatterPlotItem(size=10, pxMode=True)
        self.bars = pg.BarGraphItem(x=np.zeros(0), height=np.zeros(0), width=_BAR)
        for item in (self.diagonal, self._path, self.points):
            self.area.view.addItem(item, ignoreBounds=True)
        self.counts.view.addItem(self.bars, ignoreBounds=True)
        for area in (self.area, self.counts):
            area.axis("left").setWidth(_AXIS)
            area.axis("bottom").setTicks([[(value, percent(value)) for value in _TICKS]])
            # One stands exactly below the other, as long as neither is dragged or zoomed.
            area.view.setMouseEnabled(x=False, y=False)
        self.area.axis("left").setTicks([[(value, percent(value)) for value in _TICKS]])
        self.counts.setFixedHeight(_COUNTS)
        self.counts.setMinimumHeight(_COUNTS)
        self.key = PlotKey(theme, (("dot", "accent"), ("dashes", "muted")))
        self.key.say(tr("Share of answers that is right"), tr("As often right as it says"))
        self._lay_out()
        self.area.pointed.connect(self._on_pointed)
        theme.changed.connect(self._renew_colors)
        self._renew_colors()

    def show_bins(self, bins: Sequence[ConfidenceBin]) -> None:
        """Show other bins."""
        self.bins = tuple(bins)
        confidence, right = (
            np.array([getattr(inside, name) for inside in self.bins], np.float64) for name in ("confidence", "right")
        )
        counts = np.array([inside.count for inside in self.bins], np.float64)
        self._path.setData(confidence, right)
        self.points.setData(x=confidence, y=right)
        self.bars.setOpts(x=confidence, height=counts, width=_BAR)
        most = max((inside.count for inside in self.bins), default=1)
        self.counts.axis("left").setTicks([[(0.0, number(0)), (float(most), number(most))]])
        self.area.show_whole(_RANGE, _RANGE)
        self.counts.show_whole(_RANGE, (0.0, most * 1.1))
        # A screen reader cannot read a drawing.
        words = "; ".join(map(bin_words, self.bins))
        for area in (self.area, self.counts):
            area.setAccessibleDescription(words)

    def data(self) -> PlotData:
        """Return the figures of all bins."""
        rows = [[figure_text(inside.confidence), figure_text(inside.right), str(inside.count)] for inside in self.bins]
        return PlotData(("confidence", "share_right", "answers"), rows)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(TINY)
        column.addWidget(self.key)
        column.addWidget(self.area, 1)
        column.addWidget(self.counts)

    def _on_pointed(self, where: QPointF) -> None:
        nearest, words = float(_NEAR), ""
        for inside in self.bins:
            away = self.area.view.mapViewToScene(QPointF(inside.confidence, inside.right)) - where
            if away.manhattanLength() < nearest:
                nearest, words = away.manhattanLength(), bin_words(inside)
        QToolTip.showText(QCursor.pos(), plain(words), self.area)

    def _renew_colors(self) -> None:
        colors = self._theme.colors
        for area in (self.area, self.counts):
            area.renew_colors()
        self.diagonal.setPen(pg.mkPen(colors.muted, width=1.5, style=Qt.PenStyle.DashLine))
        self._path.setPen(pg.mkPen(mixed(colors.panel, colors.accent, 0.5), width=1.5))
        self.points.setPen(pg.mkPen(colors.panel))
        self.points.setBrush(pg.mkBrush(colors.accent))
        self.bars.setOpts(brush=pg.mkBrush(mixed(colors.panel, colors.accent, 0.5)), pen=pg.mkPen(None))


def bin_words(inside: ConfidenceBin) -> str:
    """Return the figures of a bin in words."""
    return tr(
        "confidence {confidence}: {right} right, number of answers: {answers}",
        confidence=percent(inside.confidence),
        right=percent(inside.right),
        answers=number(inside.count),
    )


def _nothing(value: float, spacing: float) -> str:
    return ""  # The ticks bring their own words.
