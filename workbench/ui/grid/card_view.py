"""A grid of cards that is used as lists are: arrows, Shift, Ctrl, Ctrl+A, and dragging."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from workbench.ui.grid.card_grid import CardGrid
from workbench.ui.grid.cards import Cards
from workbench.ui.grid.grid_layout import GAP
from workbench.ui.look.theme import Theme
from workbench.ui.services.thumbnails import Thumbnails

IMAGE_IDS = "application/x-workbench-image-ids"
KeyHandler = Callable[[QKeyEvent], bool]
_Flag = QItemSelectionModel.SelectionFlag


class CardView(CardGrid):
    """Moves the current card with the arrows, and selects as lists do.

    `on_key` gets a key first and returns whether it has handled it. Cards may be dragged as image ids (`IMAGE_IDS`,
    decimal, separated by commas).
    """

    opened = Signal(int)  # The row that was double-clicked, or on which Space was pressed.
    selection_moved = Signal()

    def __init__(self, theme: Theme, thumbnails: Thumbnails, *, picture: int = 128) -> None:
        super().__init__(theme, thumbnails, picture=picture)
        self._anchor = 0
        self._pressed: QPoint | None = None
        self.on_key: KeyHandler = lambda event: False
        self.selectionModel().selectionChanged.connect(self.selection_moved)
        self.selectionModel().currentChanged.connect(self.selection_moved)

    def show_cards(self, cards: Cards) -> None:
        """Show other cards; the current card, the selection and what lies under the pointer stay where they can."""
        before, selected = self.cards.ids, self.selected_rows()
        row, offset = self.current_row(), self.offset_of_current()
        scrolled = self.verticalOffset()
        self.replace_cards(cards)
        self.verticalScrollBar().setValue(scrolled)
        if 0 <= row < len(before) and len(cards.images):
            self._bring_back(before, np.array(selected, np.int64), row)
            self._scroll_current_to(offset)
            if offset is not None and self.current_id() != before[row]:
                # Another card, perhaps the first of its section: its heading should be visible, too.
                self.scrollTo(self.currentIndex())

    def selected_rows(self) -> list[int]:
        """Return the selected rows in order."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        runs = [np.arange(selected.top(), selected.bottom() + 1) for selected in ranges]
        return np.unique(np.concatenate(runs)).tolist() if runs else []

    def selected_ids(self) -> list[int]:
        """Return the image ids of the selected cards, in order."""
        return self._cards.ids(self.selected_rows())

    def select_rows(self, first: int, last: int) -> None:
        """Select the rows from first to last, and no others; the last becomes the current one."""
        self._select(first, last, _Flag.ClearAndSelect)
        self._move_current(last)

    def select_ids(self, ids: Sequence[int]) -> None:
        """Select the images of those ids that are shown, and no others; the first becomes the current one."""
        rows = np.flatnonzero(np.isin(self.cards.ids, np.array(ids, np.int64)))
        if len(rows):
            self._choose(rows)
            self._anchor = int(rows[0])
            self._move_current(int(rows[0]))

    def go_back_to(self, current: int, selected: Sequence[int], offset: int | None) -> None:
        """Select images as they were selected in another grid, by id, the current one where it stood in the view."""
        self.select_ids([current])
        rows = np.flatnonzero(np.isin(self.cards.ids, np.array(selected, np.int64)))
        if len(rows):
            self._choose(rows)
        self._scroll_current_to(offset)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        return self._cards.index(self._target(action))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.on_key(event):
            event.accept()
            return
        action = _ACTIONS.get(Qt.Key(event.key()))
        if action is not None and self.cards.images:
            self._move(self._target(action), extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Space and self.current_row() >= 0:
            self.opened.emit(self.current_row())
        elif event.key() == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.selectAll()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.setFocus()
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            self.clearSelection()
            return
        row = index.row()
        self._pressed = event.position().toPoint()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._move(row, extend=True)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._anchor = row
            self._select(row, row, _Flag.Toggle)
            self._move_current(row)
        elif not self.selectionModel().isSelected(index):
            self._move(row, extend=False)
        else:
            # It may be the beginning of a drag of all that is selected.
            self._anchor = row
            self._move_current(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        moved = self._pressed is not None and (event.position().toPoint() - self._pressed).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and moved and moved >= QApplication.startDragDistance():
            self._pressed = None
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self.indexAt(event.position().toPoint())
        if self._pressed is not None and index.isValid() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._move(index.row(), extend=False)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(index.row())

    def _drag(self) -> None:
        ids = self.selected_ids()
        if not ids:
            return
        data = QMimeData()
        data.setData(IMAGE_IDS, ",".join(str(number) for number in ids).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        image = self.cards.images[self.current_row()]
        picture = self._thumbnails.picture(image.path, image.sha256)
        if picture is not None:
            drag.setPixmap(picture.scaled(64, 64, Qt.AspectRatioMode.KeepAspectRatio))
        drag.exec(Qt.DropAction.CopyAction)

    def _target(self, action: QAbstractItemView.CursorAction) -> int:
        moves = QAbstractItemView.CursorAction
        row, last = max(self.current_row(), 0), len(self.cards.images) - 1
        page = max(1, self.viewport().height() // (self._layout.cell_height + GAP) - 1)
        lines = {moves.MoveUp: -1, moves.MoveDown: 1, moves.MovePageUp: -page, moves.MovePageDown: page}
        if action in lines:
            return self._layout.beside(row, lines=lines[action])
        if action in (moves.MoveHome, moves.MoveEnd):
            return 0 if action == moves.MoveHome else last
        return min(max(row + (1 if action in (moves.MoveRight, moves.MoveNext) else -1), 0), last)

    def _move(self, row: int, *, extend: bool) -> None:
        if not extend:
            self._anchor = row
        self._anchor = min(self._anchor, len(self.cards.images) - 1)
        self._select(min(self._anchor, row), max(self._anchor, row), _Flag.ClearAndSelect)
        self._move_current(row)

    def _move_current(self, row: int) -> None:
        self.selectionModel().setCurrentIndex(self._cards.index(row), _Flag.NoUpdate)
        self.scrollTo(self._cards.index(row))
        self.viewport().update()

    def _select(self, first: int, last: int, how: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().select(QItemSelection(self._cards.index(first), self._cards.index(last)), how)
        self.viewport().update()

    def _bring_back(self, before: NDArray[np.int64], selected: NDArray[np.int64], row: int) -> None:
        """Find the current card and the selection of the cards before, `row` and rows in their ids, in those now."""
        now = self.cards.ids
        target = _row_of_nearest(before, row, now)
        kept = np.flatnonzero(np.isin(now, before[selected]))
        self._choose(kept if len(kept) else np.array([target]))
        self._anchor = target
        self.selectionModel().setCurrentIndex(self._cards.index(target), _Flag.NoUpdate)

    def _choose(self, rows: NDArray[np.int64]) -> None:
        """Select rows, given in order, and no others."""
        chosen = QItemSelection()
        for run in np.split(rows, np.flatnonzero(np.diff(rows) != 1) + 1):
            chosen.select(self._cards.index(int(run[0])), self._cards.index(int(run[-1])))
        self.selectionModel().select(chosen, _Flag.ClearAndSelect)
        self.viewport().update()


_NEAR = 8  # cards, each looked for by itself, which is quicker than looking for all


def _row_of_nearest(before: NDArray[np.int64], row: int, now: NDArray[np.int64]) -> int:
    """Return the new row of the card at `row`; if it is gone, of the next one that stayed, else of the one before.

    So the next card to decide becomes the current one. Where none stayed, it is the same row, if there is one.
    """
    for card in before[row : row + _NEAR]:
        places = np.flatnonzero(now == card)
        if len(places):
            return int(places[0])
    stayed = np.isin(before, now)
    after, earlier = np.flatnonzero(stayed[row:]), np.flatnonzero(stayed[:row])
    if not len(after) and not len(earlier):
        return min(row, len(now) - 1)
    nearest = before[row + after[0]] if len(after) else before[earlier[-1]]
    return int(np.flatnonzero(now == nearest)[0])


_ACTIONS = {
    Qt.Key.Key_Left: QAbstractItemView.CursorAction.MoveLeft,
    Qt.Key.Key_Right: QAbstractItemView.CursorAction.MoveRight,
    Qt.Key.Key_Up: QAbstractItemView.CursorAction.MoveUp,
    Qt.Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    Qt.Key.Key_PageUp: QAbstractItemView.CursorAction.MovePageUp,
    Qt.Key.Key_PageDown: QAbstractItemView.CursorAction.MovePageDown,
    Qt.Key.Key_Home: QAbstractItemView.CursorAction.MoveHome,
    Qt.Key.Key_End: QAbstractItemView.CursorAction.MoveEnd,
}
