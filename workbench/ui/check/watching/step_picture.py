"""Draws what a step of a trace holds: a plane of points, a table of numbers, or bars."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.operations.evaluation.watching.watched import Bars, Drawing, NumberTable, PlanePoints, WatchedStep
from workbench.ui.check.watching.episode_layout import Tile, TileKind
from workbench.ui.check.watching.episode_words import tile_words
from workbench.ui.check.watching.paint_bars import BAR_HEIGHT, paint_bars
from workbench.ui.check.watching.paint_points import PointsView, named_at, paint_points
from workbench.ui.check.watching.paint_table import HEAD_HEIGHT, ROW_HEIGHT, TableLayout, paint_table
from workbench.ui.controls.text import set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL, SMALL_TEXT
from workbench.ui.services.translation import decimal, say, tr

_TITLE = 20  # pixels of a drawing's title
_LEAST_PLANE = 150


class StepPicture(QWidget):
    """Shows the drawings of one step below each other; the row of the chosen query is marked in tables and planes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._step: WatchedStep | None = None
        self._view: PointsView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def show_step(self, step: WatchedStep, view: PointsView) -> None:
        """Show the drawings of a step of an episode."""
        self._step, self._view = step, view
        self.setAccessibleName(say(step.title))
        self.setAccessibleDescription(self.described())
        self.updateGeometry()
        self.update()

    def described(self) -> str:
        """Return the numbers of the drawings in words, those of the marked query where there are many."""
        if self._view is None or self._step is None:
            return ""
        return " ".join(_words(drawing, self._view) for drawing in self._step.drawings)

    def make_room(self, steps: Sequence[WatchedStep]) -> None:
        """Be high enough for each of these steps, so that nothing moves between them."""
        self.setMinimumHeight(max(sum(map(_least_height, step.drawings)) for step in steps))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(160, _LEAST_PLANE)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._view is None or self._step is None:
            return
        painter = QPainter(self)
        painter.setFont(self._small())
        for drawing, box in self._boxes():
            self._paint(painter, box, drawing, self._view)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        set_tooltip(self, self.words_at(event.position().toPoint()))

    def words_at(self, point: QPoint) -> str:
        """Return what is at a point: whole names, whatever is written there."""
        if self._view is None:
            return ""
        drawing, box = next(((one, box) for one, box in self._boxes() if box.contains(point)), (None, QRect()))
        if isinstance(drawing, PlanePoints):
            return "\n".join(named_at(QFontMetrics(self._small()), box, drawing, self._view, point))
        if isinstance(drawing, NumberTable):
            return _cell_words(drawing, self._view, *_table_in(box, drawing).at(point))
        return ""

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(SMALL_TEXT)
        return font

    def _boxes(self) -> list[tuple[Drawing, QRect]]:
        """Return the drawings, and where they are."""
        found = list[tuple[Drawing, QRect]]()
        top, drawings = 0, self._step.drawings if self._step is not None else ()
        spare = self.height() - sum(map(_least_height, drawings))
        # What is more than needed goes to the first, as bars gain nothing by it.
        for number, drawing in enumerate(drawings):
            height = _least_height(drawing) + (max(0, spare) if number == 0 else 0)
            found.append((drawing, QRect(0, top, self.width(), height)))
            top += height
        return found

    def _paint(self, painter: QPainter, box: QRect, drawing: Drawing, view: PointsView) -> None:
        colors = self._theme.colors
        if isinstance(drawing, PlanePoints):
            paint_points(painter, box, drawing, view, colors)
            return
        painter.setPen(QColor(colors.muted))
        title = QFontMetrics(painter.font()).elidedText(say(drawing.title), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), title)
        if isinstance(drawing, Bars):
            paint_bars(painter, box.adjusted(0, _TITLE, 0, 0), drawing, colors)
        else:
            paint_table(painter, _table_in(box, drawing), drawing, view, colors)


def _table_in(box: QRect, table: NumberTable) -> TableLayout:
    return TableLayout.of(box.adjusted(0, _TITLE, 0, 0), table)


def _cell_words(table: NumberTable, view: PointsView, row: int, column: int) -> str:
    """Return the whole name of a column or a query, and the number where they meet."""
    watched = view.watched
    examples = [
        tile_words(Tile(image, TileKind.EXAMPLE, number, QRect()), watched.classes, view.named)
        for number, image in enumerate(watched.examples)
    ]
    heads = examples if table.of_examples else watched.classes
    if row >= len(table.values) or column >= len(heads):
        return ""
    query = Tile(watched.queries[row], TileKind.QUERY, row, QRect()) if row >= 0 else None
    lines = [tile_words(query, watched.classes, view.named)] if query is not None else []
    if column >= 0:
        number = "" if row < 0 else f": {decimal(table.values[row][column], table.places)}"
        lines.append(heads[column] + number)
    return "\n".join(lines)


def _words(drawing: Drawing, view: PointsView) -> str:
    if isinstance(drawing, PlanePoints):
        counts = {"examples": len(drawing.examples), "queries": len(drawing.queries)}
        return tr("{examples} examples and {queries} queries as points.", **counts)
    if isinstance(drawing, Bars):
        pairs = zip(drawing.names, drawing.values, strict=True)
        return f"{say(drawing.title)}: " + "; ".join(
            f"{say(name)} {decimal(one, drawing.places)}" for name, one in pairs
        )
    query, names = view.query or 0, view.watched.classes
    columns = [names[one.label] for one in view.watched.examples] if drawing.of_examples else list(names)
    numbers = zip(columns, drawing.values[query], strict=True)
    words = "; ".join(f"{name} {decimal(value, drawing.places)}" for name, value in numbers)
    return tr("{title}, query {query}: {values}", title=say(drawing.title), query=query + 1, values=words)


def _least_height(drawing: Drawing) -> int:
    if isinstance(drawing, PlanePoints):
        return _LEAST_PLANE
    rows = len(drawing.values)
    return _TITLE + SMALL + (rows * BAR_HEIGHT if isinstance(drawing, Bars) else HEAD_HEIGHT + rows * ROW_HEIGHT)
