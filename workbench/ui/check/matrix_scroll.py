"""The part of a matrix view that lays out, scrolls, and keeps a cell cursor; `ConfusionMatrix` paints it."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from workbench.ui.check.matrix_layout import MatrixLayout
from workbench.ui.look.tokens import SMALL

_PAGE = 10  # cells
MatrixCell = tuple[int, int]  # row, column

_MOVES: dict[Qt.Key, MatrixCell] = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_PageUp: (-_PAGE, 0),
    Qt.Key.Key_PageDown: (_PAGE, 0),
}
_CHOICES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MatrixScroll(QAbstractScrollArea):
    """A square of cells; the arrows move a cursor, a click or Enter chooses a cell."""

    cell_moved = Signal(int, int)  # The cursor came to a cell.
    cell_chosen = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.names: tuple[str, ...] = ()
        self.fits = True  # Whether cells are as large as the view allows, rather than as they need to be.
        self.cursor_cell: MatrixCell | None = None
        self.grid = MatrixLayout(0, 1, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self.viewport().setMouseTracking(True)

    def show_names(self, names: tuple[str, ...]) -> None:
        """Show a matrix of these classes; the cursor and the scroll stay where they are the same as before."""
        if names != self.names:
            self.cursor_cell = None
            for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
                bar.setValue(0)
        self.names = names
        self.lay_out()

    def move_cursor(self, row: int, column: int) -> None:
        """Put the cursor on a cell, as near as there is one, and bring it into view."""
        last = len(self.names) - 1
        if last < 0:
            return
        cell = (min(max(row, 0), last), min(max(column, 0), last))
        if cell != self.cursor_cell:
            self.cursor_cell = cell
            self._bring_into_view(cell)
            self.cell_moved.emit(*cell)
            self.viewport().update()

    def cell_rect(self, row: int, column: int) -> QRect:
        """Return where a cell is in the viewport."""
        size = self.grid.cell
        left, top = self._origin()
        return QRect(left + column * size, top + row * size, size, size)

    def cell_under(self, point: QPoint) -> MatrixCell | None:
        """Return the cell at a point of the viewport, None beside the matrix and on its names."""
        if point.x() < self.grid.left or point.y() < self.grid.top:
            return None
        left, top = self._origin()
        return self.grid.cell_at(point.x() - left, point.y() - top)

    def lay_out(self) -> None:
        """Fit the cells into the viewport, or give them the size they need."""
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(name) for name in self.names), default=0) + 2 * SMALL
        view, count = self.maximumViewportSize(), len(self.names)
        fitting = MatrixLayout.fitting(count, view.width(), view.height(), longest)
        self.grid = fitting if self.fits else MatrixLayout.whole(count, longest)
        inside = self.viewport().size()
        room = (inside.width() - self.grid.left, inside.height() - self.grid.top)
        for bar, space in zip((self.horizontalScrollBar(), self.verticalScrollBar()), room, strict=True):
            bar.setRange(0, max(0, self.grid.side - space))
            bar.setPageStep(space)
            bar.setSingleStep(2 * self.grid.cell)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's names, here and below
        key = Qt.Key(event.key())
        row, column = self.cursor_cell or (0, 0)
        if key in _MOVES and self.cursor_cell is None:
            self.move_cursor(0, 0)
        elif key in _MOVES:
            self.move_cursor(row + _MOVES[key][0], column + _MOVES[key][1])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.move_cursor(row, 0 if key == Qt.Key.Key_Home else len(self.names) - 1)
        elif key in _CHOICES and self.cursor_cell is not None:
            self.cell_chosen.emit(row, column)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        cell = self.cell_under(event.position().toPoint())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.move_cursor(*cell)
            self.cell_chosen.emit(*cell)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        self.viewport().update()

    def _origin(self) -> tuple[int, int]:
        scrolled = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self.grid.left - scrolled[0], self.grid.top - scrolled[1]

    def _bring_into_view(self, cell: MatrixCell) -> None:
        bars = (self.verticalScrollBar(), self.horizontalScrollBar())
        for bar, index in zip(bars, cell, strict=True):
            first, last = index * self.grid.cell, (index + 1) * self.grid.cell
            bar.setValue(min(max(bar.value(), last - bar.pageStep()), first))
