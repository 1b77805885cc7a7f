"""A plot of rows, one below the other, each with its name at the left, shortened where there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent

from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL_TEXT
from workbench.ui.plots.plot_area import PlotArea, Range
from workbench.ui.services.translation import percent

_MOST_OF_WIDTH = 0.45  # for the names
_BESIDE = 16  # pixels between a name and the plot
_LEAST_ROWS = 6  # A few rows are not drawn apart.
_HALF = 0.6  # of a row above the first, and below the last


class NamedRows(PlotArea):
    """Row 0 is the uppermost, at height 0; row n is at height -n. Across are shares, 0 to 1."""

    def __init__(self, theme: Theme, name: str, below: str) -> None:
        super().__init__(theme, name, (below, ""), below=_percent, beside=lambda value, spacing: "")
        self.names: tuple[str, ...] = ()
        self.view.setMouseEnabled(x=False, y=False)

    def show_names(self, names: Sequence[str], across: Range) -> None:
        """Show as many rows as there are names."""
        self.names = tuple(names)
        self._write_names()
        self.show_whole(across, (-max(len(names), _LEAST_ROWS) + 1 - _HALF, _HALF))

    def resizeEvent(self, ev: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(ev)
        # pyqtgraph resizes it in its own constructor, before there are names.
        if hasattr(self, "names"):
            self._write_names()

    def _write_names(self) -> None:
        font = QFont()
        font.setPixelSize(SMALL_TEXT)
        metrics, most = QFontMetrics(font), int(_MOST_OF_WIDTH * self.width())
        shown = [metrics.elidedText(name, Qt.TextElideMode.ElideRight, most) for name in self.names]
        self.axis("left").setWidth(max((metrics.horizontalAdvance(name) for name in shown), default=0) + _BESIDE)
        self.axis("left").setTicks([[(-float(row), name) for row, name in enumerate(shown)]])


def _percent(value: float, spacing: float) -> str:
    return percent(value, places=0 if spacing >= 0.01 else 1) if -1e-9 <= value <= 1 + 1e-9 else ""
