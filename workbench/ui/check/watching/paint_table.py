"""Paints a table: a row for each query, a column for each class or example, the stronger the darker."""

from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from workbench.operations.evaluation.watching.watched import NumberTable
from workbench.ui.check.watching.class_names import cut_names
from workbench.ui.check.watching.paint_points import PointsView
from workbench.ui.look.marks import paint_mark
from workbench.ui.look.tokens import TINY, Colors, mixed
from workbench.ui.services.translation import decimal

ROW_HEIGHT = 15  # the least height of a row
HEAD_HEIGHT = 20
_MOST_ROW = 28
_LEFT = 40  # of a query's number and mark
_MARK = 10
_NUMBERED = 30  # pixels of a cell in which a number can be read
_LEAST_PLACES = 2  # where there is no room for more


@dataclass(frozen=True)
class TableLayout:
    """Where the cells are."""

    box: QRect
    across: float
    down: float

    @classmethod
    def of(cls, box: QRect, table: NumberTable) -> "TableLayout":
        """Return the layout of a table in a box."""
        rows, columns = len(table.values), len(table.values[0])
        down = min(max((box.height() - HEAD_HEIGHT) / rows, ROW_HEIGHT), _MOST_ROW)
        return cls(box, (box.width() - _LEFT - 1) / columns, down)

    def cell(self, row: int, column: int) -> QRectF:
        """Return where a cell is."""
        left = self.box.left() + _LEFT + column * self.across
        return QRectF(left, self.box.top() + HEAD_HEIGHT + row * self.down, self.across, self.down)

    def at(self, point: QPoint) -> tuple[int, int]:
        """Return row and column at a point, -1 for what is before the first."""
        across, down = point.x() - self.box.left() - _LEFT, point.y() - self.box.top() - HEAD_HEIGHT
        return floor(down / self.down), max(-1, floor(across / self.across))


def paint_table(painter: QPainter, layout: TableLayout, table: NumberTable, view: PointsView, colors: Colors) -> None:
    """Paint a table of an episode, with the row of the query that is marked framed."""
    watched, query = view.watched, view.query
    labels = [one.label for one in watched.examples] if table.of_examples else list(range(len(watched.classes)))
    room = int(layout.across) - _MARK - 2 * TINY
    names = [""] * len(labels) if table.of_examples else cut_names(watched.classes, painter.fontMetrics(), room)
    places = _places_with_room(painter.fontMetrics(), layout, table)
    for column, label in enumerate(labels):
        box = layout.cell(0, column)
        _paint_column_head(painter, QRectF(box.left(), box.top() - HEAD_HEIGHT, box.width(), HEAD_HEIGHT), label,
                           names[column], colors)  # fmt: skip
    for row, image in enumerate(watched.queries):
        _paint_row_head(painter, layout, row, image.label, colors)
        for column in range(len(labels)):
            box = layout.cell(row, column)
            ground = QColor(mixed(colors.panel, colors.accent, min(1.0, table.shades[row][column])))
            painter.fillRect(box.adjusted(0, 0, -1, -1), ground)
            if places is not None:
                painter.setPen(_readable_on(ground, colors))
                words = decimal(table.values[row][column], places)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    if query is not None and query < len(watched.queries):
        painter.setPen(QPen(QColor(colors.text), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(layout.cell(query, 0).united(layout.cell(query, len(labels) - 1)).adjusted(0, 0, -1, -1))


def _places_with_room(metrics: QFontMetrics, layout: TableLayout, table: NumberTable) -> int | None:
    """Return the decimals that all cells have room for; None where they have none for numbers."""
    if layout.across < _NUMBERED:
        return None
    for places in range(table.places, min(table.places, _LEAST_PLACES) - 1, -1):
        widths = (metrics.horizontalAdvance(decimal(value, places)) for row in table.values for value in row)
        if max(widths, default=0) < layout.across:
            return places
    return None


def _readable_on(ground: QColor, colors: Colors) -> QColor:
    """Return the colour of letters that differs more from the ground."""
    letters = QColor(colors.text), QColor(colors.on_accent)
    return max(letters, key=lambda color: abs(color.lightnessF() - ground.lightnessF()))


def _paint_column_head(painter: QPainter, box: QRectF, label: int, name: str, colors: Colors) -> None:
    room = box.width() - _MARK - 2 * TINY
    has_name = bool(name) and room >= min(2 * _MARK, painter.fontMetrics().horizontalAdvance(name))
    left = box.left() + (TINY if has_name else (box.width() - _MARK) / 2)
    paint_mark(painter, QRectF(left, box.center().y() - _MARK / 2, _MARK, _MARK), label)
    if has_name:
        painter.setPen(QColor(colors.muted))
        line = QRectF(left + _MARK + TINY, box.top(), room, box.height())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)


def _paint_row_head(painter: QPainter, layout: TableLayout, row: int, label: int, colors: Colors) -> None:
    box = layout.cell(row, 0)
    line = QRectF(layout.box.left(), box.top(), _LEFT, box.height())
    painter.setPen(QColor(colors.muted))
    number = line.adjusted(0, 0, -_MARK - 2 * TINY, 0)
    painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(row + 1))
    paint_mark(painter, QRectF(line.right() - _MARK - TINY, box.center().y() - _MARK / 2, _MARK, _MARK), label)
