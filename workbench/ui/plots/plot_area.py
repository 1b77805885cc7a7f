"""A plot in the window's colours and the person's language, whose zoom survives whatever is drawn anew."""

from collections.abc import Callable
from html import escape

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsGridLayout, QGraphicsSceneResizeEvent

from workbench.ui.controls.text import icon_button, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL, SMALL_TEXT, TINY
from workbench.ui.services.translation import tr

TickText = Callable[[float, float], str]  # A value and the distance between ticks -> what stands at the tick.
Range = tuple[float, float]
AxisTitles = tuple[str, str]  # Of the axis below and of the one beside, with their units where they have any.
_BESIDE = 12  # pixels


class Axis(pg.AxisItem):
    """An axis with a title, shortened where there is no room, whose numbers are written by a function, if by one."""

    def __init__(self, side: str, title: str, write: TickText | None) -> None:
        self.title, self._color = title, ""
        super().__init__(side)
        self._write = write
        self.enableAutoSIPrefix(False)
        font = QFont()
        font.setPixelSize(SMALL_TEXT)
        self.setTickFont(font)
        # A number at the end of the axis may stand out a little; there is room beside the plot.
        self.setStyle(hideOverlappingLabels=_BESIDE)
        self.setStyle(showValues=write is not None, tickLength=-TINY)

    def set_title_color(self, color: str) -> None:
        """Write the title in a colour."""
        self._color = color
        self.setLabel(self._title_as_html(self.title))
        self.showLabel(bool(self.title))  # One without a title takes no room for it.
        self._fit_title()

    def resizeEvent(self, ev: QGraphicsSceneResizeEvent | None = None) -> None:  # noqa: N802 - Qt's name
        self._fit_title()
        super().resizeEvent(ev)

    def _fit_title(self) -> None:
        if not self._color or self.label is None:  # None once it is closed.
            return
        font = QFont()
        font.setPixelSize(SMALL_TEXT)
        room = self.size().height() if self.orientation == "left" else self.size().width()
        shown = QFontMetrics(font).elidedText(self.title, Qt.TextElideMode.ElideRight, max(int(room), 1))
        self.label.setHtml(self._title_as_html(shown))
        set_tooltip(self.label, self.title if shown != self.title else "")

    def _title_as_html(self, title: str) -> str:
        # pyqtgraph takes HTML.
        return f'<span style="color: {self._color}; font-size: {SMALL_TEXT}px">{escape(title)}</span>'

    def tickValues(  # noqa: N802 - its name
        self,
        minVal: float,  # noqa: N803 - its names
        maxVal: float,  # noqa: N803
        size: float,
    ) -> list[tuple[float, list[float]]]:
        """Mark no place that has no number: nothing is above 100 %."""
        levels = super().tickValues(minVal, maxVal, size)
        write = self._write
        if write is None:
            return levels
        return [(spacing, [value for value in values if write(value, spacing)]) for spacing, values in levels]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802 - its name
        return [self._write(value * scale, spacing * scale) for value in values] if self._write else []


class PlotArea(pg.GraphicsView):
    """Shows everything until the person zooms or drags; a double click, Home or the button shows everything again.

    Zoom with the wheel or + and -, move by dragging or with the arrows. pyqtgraph's own plot would bring menus
    of some fifty widgets, which nobody sees and each change of style polishes.
    """

    followed = Signal(bool)  # Whether everything is shown again, or no longer.
    pointed = Signal(QPointF)  # Where the pointer is, in the scene.

    def __init__(
        self,
        theme: Theme,
        name: str,
        titles: AxisTitles,
        *,
        below: TickText | None = None,
        beside: TickText | None = None,
    ) -> None:
        super().__init__()
        self.enableMouse(False)  # What is in the view answers the mouse, rather than the whole scene.
        axes = {"bottom": Axis("bottom", titles[0], below), "left": Axis("left", titles[1], beside)}
        view = pg.ViewBox(enableMenu=False)
        self.setCentralItem(_beside_axes(view, axes, right=_BESIDE if below is not None else 0))
        self.view = view  # What is zoomed.
        self._theme = theme
        self._axes = axes
        self.follows = True
        self._whole: tuple[Range, Range] = ((0.0, 1.0), (0.0, 1.0))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 100)
        self.view.disableAutoRange()
        self.view.sigRangeChangedManually.connect(self._stop_following)
        self.all_button = icon_button(theme.icon("search"), tr("Reset zoom"))
        self.all_button.setParent(self)
        self.all_button.setText(tr("Reset zoom"))
        self.all_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.all_button.clicked.connect(self.follow)
        self.all_button.hide()
        theme.changed.connect(self.renew_colors)

    def axis(self, side: str) -> Axis:
        """Return the axis at `bottom` or `left`."""
        return self._axes[side]

    def show_whole(self, across: Range, up: Range) -> None:
        """Set the whole range; it is shown unless the person has zoomed in."""
        self._whole = (across, up)
        if self.follows:
            self.view.setRange(xRange=across, yRange=up, padding=0)

    def follow(self) -> None:
        """Show everything, now and from now on."""
        self.follows = True
        self.all_button.hide()
        self.show_whole(*self._whole)
        self.followed.emit(True)

    def renew_colors(self) -> None:
        """Take the colours from the theme; a subclass colours its own items too."""
        colors = self._theme.colors
        self.setBackground(colors.panel)
        for axis in self._axes.values():
            axis.setPen(pg.mkPen(colors.line))
            axis.setTextPen(pg.mkPen(colors.muted))
            axis.set_title_color(colors.muted)
        self.all_button.setIcon(self._theme.icon("search"))

    def keyPressEvent(self, ev: QKeyEvent) -> None:  # noqa: N802 - Qt's names, here and below
        key = Qt.Key(ev.key())
        if key == Qt.Key.Key_Home:
            self.follow()
        elif key in _ZOOMS:
            self.view.scaleBy((_ZOOMS[key], _ZOOMS[key]))
            self._stop_following()
        elif key in _MOVES:
            across, up = self.view.viewRange()
            right, above = _MOVES[key]
            self.view.translateBy(x=right * (across[1] - across[0]), y=above * (up[1] - up[0]))
            self._stop_following()
        else:
            ev.ignore()

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(ev)
        self.pointed.emit(self.mapToScene(ev.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.follow()
        event.accept()

    def resizeEvent(self, ev: QResizeEvent | None) -> None:  # noqa: N802
        # pyqtgraph resizes it in its own constructor, before there is a button.
        super().resizeEvent(ev)
        if hasattr(self, "all_button"):
            size = self.all_button.sizeHint()
            self.all_button.setGeometry(self.width() - size.width() - SMALL, SMALL, size.width(), size.height())

    def _stop_following(self) -> None:
        if self.follows:
            self.follows = False
            self.all_button.show()
            self.all_button.raise_()
            self.followed.emit(False)


def _beside_axes(view: pg.ViewBox, axes: dict[str, Axis], right: int) -> pg.GraphicsWidget:
    """Lay a view out with its axes, with room at the right for half of the last number (in pixels)."""
    held = pg.GraphicsWidget()
    grid = QGraphicsGridLayout()
    grid.setContentsMargins(1, TINY, 1 + right, 1)
    grid.setSpacing(0)
    grid.addItem(view, 0, 1)
    for side, (row, column) in {"left": (0, 0), "bottom": (1, 1)}.items():
        axes[side].linkToView(view)
        axes[side].setZValue(0.5)  # Above what the view draws at its edge.
        grid.addItem(axes[side], row, column)
    grid.setRowStretchFactor(0, 1)
    grid.setColumnStretchFactor(1, 1)
    held.setLayout(grid)
    return held


_ZOOMS = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}
_MOVES = {
    Qt.Key.Key_Left: (-0.1, 0.0),
    Qt.Key.Key_Right: (0.1, 0.0),
    Qt.Key.Key_Up: (0.0, 0.1),
    Qt.Key.Key_Down: (0.0, -0.1),
}
