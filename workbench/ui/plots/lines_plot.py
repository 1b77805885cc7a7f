"""A plot of several lines with intervals, each with its own colour and shape, and a key that names them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolTip, QVBoxLayout

from workbench.ui.controls.text import Elided, plain
from workbench.ui.look.marks import mark_icon
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL, TINY, class_color, class_shape
from workbench.ui.plots.plot_area import PlotArea
from workbench.ui.plots.plot_saving import PlotData, figure_text
from workbench.ui.services.translation import number, percent, tr

_MARGIN = 0.06
_TOP = 1.02
_BELOW = 0.05  # how far below the lowest interval the plot begins
_APART = 0.05  # between lines, so that their intervals do not overlap; in counts
_KEYS = 2  # names beside each other
_NEAR = 12  # pixels
_MOST_TICKS = 12


@dataclass(frozen=True)
class Line:
    """A name and its points: where they lie across, their accuracy (0 to 1) and its 95 % interval."""

    name: str
    across: tuple[int, ...]
    accuracy: tuple[float, ...]
    ci95: tuple[float, ...]

    def words(self, point: int) -> str:
        """Return the figures of a point in words."""
        return f"{self.name}, {number(self.across[point])}: {percent(self.accuracy[point], self.ci95[point])}"


class LinesPlot(QFrame):
    """Shows accuracies against a count, all counts evenly spaced; a point shows its figures on hover."""

    def __init__(self, theme: Theme, name: str, below: str) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme = theme
        titles = below, tr("Accuracy (%)")
        self.area = PlotArea(theme, name, titles, below=lambda value, spacing: "", beside=_percent)
        self.lines: tuple[Line, ...] = ()
        self._chance_level = 0.0
        self._counts: list[int] = []
        self._items: list[pg.GraphicsObject] = []
        self._chance = pg.InfiniteLine(angle=0, movable=False)
        self.area.view.addItem(self._chance, ignoreBounds=True)
        self._keys = QGridLayout()
        self._keys.setHorizontalSpacing(SMALL)
        self._keys.setVerticalSpacing(TINY)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(TINY)
        column.addWidget(self.area, 1)
        column.addLayout(self._keys)
        self.area.pointed.connect(self._on_pointed)
        self.area.renew_colors()
        theme.changed.connect(self._renew_chance)
        self._renew_chance()

    def show_lines(self, lines: Sequence[Line], chance: float) -> None:
        """Show other lines; `chance` is what guessing gets right (0 to 1)."""
        self.lines, self._chance_level = tuple(lines), chance
        self._counts = sorted({count for line in lines for count in line.across})
        for item in self._items:
            self.area.view.removeItem(item)
        self._items = []
        for index, line in enumerate(self.lines):
            self._add(index, line)
        self._chance.setValue(chance)
        self._name_lines()
        self._name_places()
        last = max(len(self._counts) - 1, 1)
        lowest = [value - half for line in lines for value, half in zip(line.accuracy, line.ci95, strict=True)]
        least = max(0.0, min([chance, *lowest]) - _BELOW)
        self.area.show_whole((-_MARGIN * last, last * (1 + _MARGIN)), (least, _TOP))
        # A screen reader cannot read a drawing.
        points = [line.words(point) for line in self.lines for point in range(len(line.across))]
        self.area.setAccessibleDescription("; ".join(points))

    def points_of(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        """Return where the points of a line are drawn, across and up."""
        line = self.lines[index]
        aside = _APART * (index - (len(self.lines) - 1) / 2)
        across = np.array([self._counts.index(value) for value in line.across], np.float64)
        return across + aside, np.array(line.accuracy)

    def data(self, across: str) -> PlotData:
        """Return the figures; `across` is what the column of counts is called."""
        rows = [
            [line.name, str(count), *map(figure_text, (accuracy, half, self._chance_level))]
            for line in self.lines
            for count, accuracy, half in zip(line.across, line.accuracy, line.ci95, strict=True)
        ]
        return PlotData(("model", across, "accuracy", "ci95", "chance"), rows)

    def _add(self, index: int, line: Line) -> None:
        color = class_color(index)
        across, up = self.points_of(index)
        half = np.array(line.ci95)
        drawn = pg.PlotDataItem(
            across, up, pen=pg.mkPen(color, width=2), symbol=class_shape(index), symbolSize=10, symbolBrush=color,
            symbolPen=None, antialias=True,
        )  # fmt: skip
        # Not beyond what can be: no accuracy is above 100 %.
        over, under = np.minimum(half, 1 - up), np.minimum(half, up)
        bars = pg.ErrorBarItem(x=across, y=up, top=over, bottom=under, beam=0.04, pen=pg.mkPen(color, width=1))
        for item in (bars, drawn):
            self.area.view.addItem(item, ignoreBounds=True)
            self._items.append(item)

    def _name_lines(self) -> None:
        while (item := self._keys.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for index, line in enumerate(self.lines):
            mark = QLabel()
            mark.setPixmap(mark_icon(index).pixmap(12, 12))
            row, column = divmod(index, _KEYS)
            self._keys.addWidget(mark, row, 2 * column)
            self._keys.addWidget(Elided(line.name, "small", cut=Qt.TextElideMode.ElideRight), row, 2 * column + 1)
            self._keys.setColumnStretch(2 * column + 1, 1)

    def _name_places(self) -> None:
        # Every count that was tried is named, as long as there is room.
        step = 1 + (len(self._counts) - 1) // _MOST_TICKS
        named = [(float(at), number(count)) for at, count in enumerate(self._counts) if at % step == 0]
        self.area.axis("bottom").setTicks([named])

    def _on_pointed(self, where: QPointF) -> None:
        nearest, words = float(_NEAR), ""
        for index, line in enumerate(self.lines):
            for point, (across, up) in enumerate(zip(*self.points_of(index), strict=True)):
                away = self.area.view.mapViewToScene(QPointF(across, up)) - where
                if away.manhattanLength() < nearest:
                    nearest, words = away.manhattanLength(), line.words(point)
        QToolTip.showText(QCursor.pos(), plain(words), self.area)

    def _renew_chance(self) -> None:
        self._chance.setPen(pg.mkPen(self._theme.colors.muted, width=1, style=Qt.PenStyle.DashLine))


def _percent(value: float, spacing: float) -> str:
    return percent(value, places=0 if spacing >= 0.01 else 1) if -1e-9 <= value <= 1 + 1e-9 else ""
