"""The images of an episode, which can be dragged from class to class; keys do the same."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from workbench.operations.evaluation.watching.watched import WatchedEpisode
from workbench.ui.check.watching.episode_layout import NAME_HEIGHT, EpisodeLayout, Tile, TileKind, laid_out
from workbench.ui.check.watching.episode_painter import EpisodePainter
from workbench.ui.check.watching.episode_words import tile_words
from workbench.ui.controls.text import set_tooltip
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr

_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_OUT = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_NOWHERE = EpisodeLayout((), (), 0, None, 0, 0)


class EpisodeImages(QAbstractScrollArea):
    """Shows examples in columns by class and queries below them, with what the latter were taken for."""

    put = Signal(int, object)  # The image of a row is to be an example of a class (int), or of none (None).
    moved = Signal()  # Another image is the current one.

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._context = context
        self._watched: WatchedEpisode | None = None
        self._layout = _NOWHERE
        self._painter = EpisodePainter(context.theme, context.thumbnails)
        self._cursor = 0
        self._pressed: QPoint | None = None
        self._dragged: QPoint | None = None
        self.named: tuple[int, ...] | None = None
        self.setProperty("kind", "cards")
        self.setAccessibleName(tr("Images of the episode"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 150)
        self.viewport().setMouseTracking(True)
        context.thumbnails.arrived.connect(self.viewport().update)
        context.theme.changed.connect(self.viewport().update)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The images, and where they are."""
        return self._layout.tiles

    @property
    def current(self) -> Tile | None:
        """The image that keys are about."""
        return self.tiles[self._cursor] if self._cursor < len(self.tiles) else None

    def show_episode(self, watched: WatchedEpisode) -> None:
        """Show the images of an episode; the current image stays the current one where it is still there."""
        row = self.current.image.row if self.current is not None else None
        self._watched, self.named = watched, None
        self._lay_out()
        rows = [tile.image.row for tile in self.tiles]
        self.go_to(rows.index(row) if row in rows else 0)

    def show_decisions(self, named: tuple[int, ...] | None) -> None:
        """Show what the queries are taken for, None before they are taken for anything."""
        self.named = named
        self._describe()
        self.viewport().update()

    def go_to(self, number: int) -> None:
        """Make the image of that number the current one."""
        self._cursor = number
        if self.current is not None:
            box = self.current.box
            self._bring_into_view(box)
        self._describe()
        self.viewport().update()
        self.moved.emit()

    # Qt's names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._watched is None:
            return
        painter = QPainter(self.viewport())
        painter.translate(-self._offset())
        self._painter.paint(painter, self._watched, self._layout, self.named)
        if self.hasFocus() and self.current is not None:
            self._painter.paint_focus(painter, self.current.box)
        if self._dragged is not None and self.current is not None:
            label = self._layout.class_at(self._dragged)
            target = self._layout.columns[label] if label is not None else None
            self._painter.paint_dragged(painter, self.current, self._dragged, target)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()
        # The words above may have become higher since it was made the current one.
        if self.current is not None:
            self._bring_into_view(self.current.box)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, current = Qt.Key(event.key()), self.current
        label = event.key() - Qt.Key.Key_1.value
        if current is None:
            super().keyPressEvent(event)
        elif key in _MOVES and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go_to(self._layout.neighbour(self._cursor, *_MOVES[key]))
        elif key in _OUT:
            self.take_out()
        elif self._watched is not None and 0 <= label < len(self._watched.classes):
            self._put(current, label)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        point = event.position().toPoint() + self._offset()
        number = self._layout.tile_at(point)
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = point
            self.go_to(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        point = event.position().toPoint() + self._offset()
        if self._pressed is None:
            set_tooltip(self.viewport(), self._words_at(point))
        elif self._dragged or (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._dragged = point
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        dropped, self._pressed, self._dragged = self._dragged, None, None
        self.viewport().update()
        if dropped is None or self.current is None:
            return
        inside = self.viewport().rect().contains(event.position().toPoint())
        label = self._layout.class_at(dropped) if inside else None
        if label is None:
            self.take_out()
        else:
            self._put(self.current, label)

    def take_out(self) -> None:
        """Take the current image out of the examples, where it is one."""
        if self.current is not None and self.current.part is TileKind.EXAMPLE:
            self.put.emit(self.current.image.row, None)

    def _put(self, tile: Tile, label: int) -> None:
        if tile.part is not TileKind.EXAMPLE or tile.image.label != label:
            self.put.emit(tile.image.row, label)

    def _lay_out(self) -> None:
        if self._watched is None:
            return
        view = self.viewport()
        self._layout = laid_out(
            self._watched, self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()
        )
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._layout.width, view.width()),
            (self.verticalScrollBar(), self._layout.height, view.height()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(20)
        view.update()

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _bring_into_view(self, box: QRect) -> None:
        for bar, first, last in (
            (self.horizontalScrollBar(), box.left(), box.right()),
            # With the names of the classes above the first row.
            (self.verticalScrollBar(), box.top() if box.top() > NAME_HEIGHT else 0, box.bottom()),
        ):
            bar.setValue(min(max(bar.value(), last + SMALL - bar.pageStep()), max(0, first - SMALL)))

    def _describe(self) -> None:
        if self.current is not None:
            self.setAccessibleDescription(self._words_of(self.current))

    def _words_at(self, point: QPoint) -> str:
        number, label = self._layout.tile_at(point), self._layout.class_at(point)
        if number is not None:
            return self._words_of(self.tiles[number])
        return self._watched.classes[label] if self._watched is not None and label is not None else ""

    def _words_of(self, tile: Tile) -> str:
        return tile_words(tile, self._watched.classes, self.named) if self._watched is not None else ""
