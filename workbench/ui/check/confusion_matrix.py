"""Paints a confusion matrix: one cell for each pair of classes, as dark as the pair is frequent."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLine, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QImage, QPaintEngine, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip

from workbench.ui.check.confusion_colors import matrix_image, shares_of, strength
from workbench.ui.check.matrix_scroll import MatrixScroll
from workbench.ui.controls.text import plain
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL_TEXT, TINY, mixed
from workbench.ui.plots.plot_saving import PlotData

_LINED = 10  # pixels of a cell from which lines stand between cells
_MOST_ENLARGED = 2500  # pixels of a drawing
_NUMBERED = 26  # pixels of a cell in which a count can be read


class ConfusionMatrix(MatrixScroll):
    """Shows counts (n, n) of the row's class predicted as the column's; `words` describes a cell."""

    def __init__(self, theme: Theme, words: Callable[[int, int], str], name: str) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._counts: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        self._shares: NDArray[np.float64] = np.zeros((0, 0))
        self._groups: tuple[int, ...] = ()
        self._image = QImage()
        self.setProperty("kind", "cards")
        self.setAccessibleName(name)
        theme.changed.connect(self._recolor)
        self.cell_moved.connect(lambda row, column: self.setAccessibleDescription(words(row, column)))

    def show_matrix(self, names: tuple[str, ...], counts: NDArray[np.int64], groups: tuple[int, ...]) -> None:
        """Show counts; `groups` are the indices where another folder's classes begin."""
        self._counts, self._shares, self._groups = counts, shares_of(counts), groups
        self._recolor()
        self.show_names(names)

    def whole(self) -> "ConfusionMatrix":
        """Return the same matrix as a widget of its own that shows all of it, however large, with every name."""
        whole = ConfusionMatrix(self._theme, self._words, self.accessibleName())
        whole.fits = False
        # With the letters that it will be drawn in, which decide how wide names are.
        whole.ensurePolished()
        for turn_off in (whole.setHorizontalScrollBarPolicy, whole.setVerticalScrollBarPolicy):
            turn_off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.show_matrix(self.names, self._counts, self._groups)
        edges = 2 * whole.frameWidth() + 2
        whole.setFixedSize(whole.grid.left + whole.grid.side + edges, whole.grid.top + whole.grid.side + edges)
        return whole

    def data(self) -> PlotData:
        """Return the counts: a row for each actual class, a column for each predicted one."""
        rows = [[name, *map(str, counts)] for name, counts in zip(self.names, self._counts.tolist(), strict=True)]
        return PlotData(("actual", *self.names), rows)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self.viewport())
        small = QFont(self.font())
        small.setPixelSize(SMALL_TEXT)
        painter.setFont(small)
        inside = self.viewport().rect().adjusted(self.grid.left, self.grid.top, 0, 0)
        painter.setClipRect(inside)
        rows, columns = self._visible(inside)
        if rows and columns:
            self._paint_cells(painter, rows, columns)
        painter.setClipping(False)
        if self.grid.has_names:
            self._paint_row_names(painter, rows)
            self._paint_column_names(painter, columns)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QHelpEvent):
            cell = self.cell_under(event.pos())
            words, box = (plain(self._words(*cell)), self.cell_rect(*cell)) if cell else ("", QRect())
            QToolTip.showText(event.globalPos() + QPoint(TINY, TINY), words, self.viewport(), box)
            return True
        return super().viewportEvent(event)

    def _recolor(self) -> None:
        self._image = matrix_image(self._shares, self._theme.colors) if len(self._shares) else QImage()
        self.viewport().update()

    def _visible(self, inside: QRect) -> tuple[range, range]:
        """Return the rows and columns of which something shows."""
        first = self.cell_rect(0, 0)
        rows = self._between(inside.top() - first.top(), inside.bottom() - first.top())
        columns = self._between(inside.left() - first.left(), inside.right() - first.left())
        return rows, columns

    def _between(self, first: int, last: int) -> range:
        return range(max(0, first // self.grid.cell), min(len(self.names), last // self.grid.cell + 1))

    def _paint_cells(self, painter: QPainter, rows: range, columns: range) -> None:
        corner = self.cell_rect(rows.start, columns.start)
        box = corner.united(self.cell_rect(rows[-1], columns[-1]))
        part = QRect(columns.start, rows.start, len(columns), len(rows))
        if painter.paintEngine().type() is QPaintEngine.Type.SVG:
            # Whoever shows a drawing may blur a picture that it enlarges; of many cells it would take long.
            cells = self._image.copy(part)
            painter.drawImage(QRectF(box), cells.scaled(box.size()) if box.width() <= _MOST_ENLARGED else cells)
        else:
            painter.drawImage(QRectF(box), self._image, QRectF(part))
        self._paint_lines(painter, box, rows, columns)
        if self.grid.cell >= _NUMBERED:
            self._paint_counts(painter, rows, columns)
        if self.cursor_cell is not None:
            focused = self.hasFocus()
            color = self._theme.colors.text if focused else self._theme.colors.muted
            painter.setPen(QPen(QColor(color), 2))
            painter.drawRect(self.cell_rect(*self.cursor_cell).adjusted(0, 0, -1, -1))

    def _paint_lines(self, painter: QPainter, box: QRect, rows: range, columns: range) -> None:
        colors, size = self._theme.colors, self.grid.cell
        thin, strong = QColor(mixed(colors.panel, colors.line, 0.7)), QColor(mixed(colors.line, colors.muted, 0.5))
        across = {row: box.top() + (row - rows.start) * size for row in range(rows.start, rows.stop + 1)}
        down = {
            column: box.left() + (column - columns.start) * size for column in range(columns.start, columns.stop + 1)
        }
        for color, numbers in ((thin, None if size >= _LINED else ()), (strong, self._groups)):
            lines = [QLine(box.left(), y, box.right(), y) for row, y in across.items() if _among(row, numbers)]
            lines += [QLine(x, box.top(), x, box.bottom()) for column, x in down.items() if _among(column, numbers)]
            painter.setPen(color)
            painter.drawLines(lines)
        painter.setPen(QColor(colors.line))
        painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _paint_counts(self, painter: QPainter, rows: range, columns: range) -> None:
        colors = self._theme.colors
        for row in rows:
            for column in columns:
                if self._counts[row, column]:
                    dark = strength(self._shares[row, column]) > 0.6
                    painter.setPen(QColor(colors.on_accent if dark else colors.text))
                    text = str(self._counts[row, column])
                    painter.drawText(self.cell_rect(row, column), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_row_names(self, painter: QPainter, rows: range) -> None:
        chosen = self.cursor_cell[0] if self.cursor_cell else -1
        painter.setClipRect(0, self.grid.top, self.grid.left, self.viewport().height())
        for row in rows:
            box = self.cell_rect(row, 0)
            box.setLeft(TINY)
            box.setRight(self.grid.left - TINY)
            self._paint_name(painter, box, row, chosen=row == chosen, side=Qt.AlignmentFlag.AlignRight)

    def _paint_column_names(self, painter: QPainter, columns: range) -> None:
        chosen = self.cursor_cell[1] if self.cursor_cell else -1
        painter.setClipRect(self.grid.left, 0, self.viewport().width(), self.grid.top)
        for column in columns:
            box = self.cell_rect(0, column)
            painter.save()
            painter.translate(box.left(), self.grid.top)
            painter.rotate(-90)
            rotated = QRect(TINY, 0, self.grid.top - 2 * TINY, self.grid.cell)
            self._paint_name(painter, rotated, column, chosen=column == chosen, side=Qt.AlignmentFlag.AlignLeft)
            painter.restore()
        painter.setClipping(False)

    def _paint_name(self, painter: QPainter, box: QRect, number: int, *, chosen: bool, side: Qt.AlignmentFlag) -> None:
        painter.setPen(QColor(self._theme.colors.text if chosen else self._theme.colors.muted))
        name = QFontMetrics(painter.font()).elidedText(self.names[number], Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), name)


def _among(number: int, numbers: tuple[int, ...] | None) -> bool:
    return numbers is None or number in numbers
