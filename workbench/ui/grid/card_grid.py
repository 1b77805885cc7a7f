"""A grid of image cards in sections, of which only the visible ones are painted; a view over `CardModel`."""

from collections.abc import Callable
from math import isnan

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from workbench.ui.controls.text import plain
from workbench.ui.grid.card_painter import HEADING, CardState, cell_size, paint_card, paint_heading
from workbench.ui.grid.cards import CardModel, Cards, Index
from workbench.ui.grid.grid_layout import GAP, GridLayout
from workbench.ui.look.theme import Theme
from workbench.ui.services.thumbnails import Thumbnails

_BESIDE_TITLE = 70  # per cent of a heading that the widget beside its title takes up at most


class CardGrid(QAbstractItemView):
    """Shows cards and scrolls; `CardView` adds what the keyboard and the mouse do.

    `heading` makes the widget in the heading of a section that acts, or None; it is called when that becomes visible.
    """

    def __init__(self, theme: Theme, thumbnails: Thumbnails, *, picture: int = 128) -> None:
        super().__init__()
        self._theme = theme
        self._thumbnails = thumbnails
        self._cards = CardModel()
        self._picture = picture
        self._headings: dict[int, QWidget | None] = {}
        self.heading: Callable[[int], QWidget | None] = lambda section: None
        self._layout = self._laid_out()
        self.setProperty("kind", "cards")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self._cards)
        self.setMinimumSize(160, 120)
        thumbnails.arrived.connect(self.viewport().update)
        theme.changed.connect(self.viewport().update)

    @property
    def cards(self) -> Cards:
        """What is shown."""
        return self._cards.cards

    def replace_cards(self, cards: Cards) -> None:
        """Show other cards, with nothing selected, from the top."""
        self._cards.show(cards)
        self._renew_headings()
        self._renew_layout()
        self.verticalScrollBar().setValue(0)

    def set_picture_size(self, pixels: int) -> None:
        """Make the pictures so many pixels wide; the current card stays where it is."""
        offset = self.offset_of_current()
        self._picture = pixels
        self._renew_layout()
        self._scroll_current_to(offset)

    def current_row(self) -> int:
        """Return the row of the current card, -1 without one."""
        return self.currentIndex().row()

    def current_id(self) -> int | None:
        """Return the image id of the current card."""
        row = self.current_row()
        return int(self.cards.ids[row]) if 0 <= row < len(self.cards.images) else None

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's names, here and below
        if not index.isValid() or index.row() >= len(self.cards.images):
            return QRect()
        return self._rect(index.row())

    def scrollTo(  # noqa: N802
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        if rect.isNull():
            return
        # The heading of its section belongs to a card of the first line.
        top = rect.top() - self._layout.heading_above(index.row())
        if hint == QAbstractItemView.ScrollHint.PositionAtTop or top < GAP:
            bar.setValue(bar.value() + top - GAP)
        elif rect.bottom() > self.viewport().height() - GAP:
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height() + GAP)

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        row = self._layout.row_at(point.x(), point.y() + self.verticalOffset())
        return self._cards.index(row) if row >= 0 else QModelIndex()

    def horizontalOffset(self) -> int:  # noqa: N802
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:  # noqa: N802
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        return QRegion(self.viewport().rect())

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QHelpEvent) and not self.indexAt(event.pos()).isValid():
            heading = self._layout.heading_at(event.pos().y() + self.verticalOffset())
            # A long title may be cut.
            QToolTip.showText(event.globalPos(), plain(self.cards.sections[heading].title) if heading >= 0 else "")
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self.verticalScrollBar().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._renew_layout()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        self._place_headings()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        top, height = self.verticalOffset(), self.viewport().height()
        for number, section in enumerate(self.cards.sections):
            y = self._layout.tops[number] - top
            if section.title and -HEADING < y < height:
                act = self._headings.get(number)
                beside = act if self._layout.heading_of(number) == HEADING else None
                right = beside.x() if beside is not None else self.viewport().width()
                line = QRect(2 * GAP, y, right - 3 * GAP, HEADING)
                paint_heading(painter, line, section, self._theme.colors)
        selection, current = self.selectionModel(), self.current_row()
        for rows in self._layout.visible(top, top + height):
            for row in rows:
                state = self._state(row, current, selected=selection.isSelected(self._cards.index(row)))
                paint_card(painter, self._rect(row), state, self._theme.colors)

    def _state(self, row: int, current: int, *, selected: bool) -> CardState:
        cards = self.cards
        image = cards.images[row]
        return CardState(
            self._thumbnails.picture(image.path, image.sha256),
            self._thumbnails.trouble(image.sha256),
            self._cards.caption(row),
            selected,
            row == current and self.hasFocus(),
            None if cards.confidence is None or isnan(cards.confidence[row]) else float(cards.confidence[row]),
            None if cards.right is None or cards.right[row] < 0 else bool(cards.right[row]),
            0 if cards.picked is None else int(cards.picked[row]),
        )

    def offset_of_current(self) -> int | None:
        """Return how many pixels below the top of the view the current card begins, None where it is out of sight."""
        rect = self.visualRect(self.currentIndex())
        return rect.top() if not rect.isNull() and rect.intersects(self.viewport().rect()) else None

    def _scroll_current_to(self, offset: int | None) -> None:
        if offset is not None and self.current_row() >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._rect(self.current_row()).top() - offset)

    def _rect(self, row: int) -> QRect:
        left, top = self._layout.position(row)
        return QRect(left, top - self.verticalOffset(), self._layout.cell_width, self._layout.cell_height)

    def _laid_out(self) -> GridLayout:
        return GridLayout(self.cards, self.viewport().width(), *cell_size(self._picture), HEADING)

    def _renew_layout(self) -> None:
        self._layout = self._laid_out()
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep((self._layout.cell_height + GAP) // 3)
        bar.setRange(0, max(0, self._layout.height - self.viewport().height()))
        self._place_headings()
        self.viewport().update()

    def _renew_headings(self) -> None:
        for widget in self._headings.values():
            if widget is not None:
                if widget.hasFocus():
                    # What is typed next is meant for the cards, not for the next widget in the tab order.
                    self.setFocus()
                widget.hide()
                widget.deleteLater()
        self._headings.clear()

    def _place_headings(self) -> None:
        for number, top in enumerate(self._layout.tops):
            y = top - self.verticalOffset()
            visible = -self._layout.heading_of(number) < y < self.viewport().height()
            if visible and number not in self._headings:
                self._headings[number] = widget = self.heading(number)
                if widget is not None:
                    widget.setParent(self.viewport())
            widget = self._headings.get(number)
            if widget is not None:
                widget.setGeometry(self._place_of(widget, number, y))
                widget.setVisible(visible)

    def _place_of(self, widget: QWidget, section: int, y: int) -> QRect:
        """Return where the widget of a heading stands: beside the title, or below it where there is little room."""
        size, room = widget.sizeHint(), self.viewport().width() - 3 * GAP
        below = self._layout.heading_of(section) > HEADING
        width = min(size.width(), room if below else _BESIDE_TITLE * room // 100)
        height = max(size.height(), widget.heightForWidth(width))
        if below:
            return QRect(2 * GAP, y + HEADING - GAP // 2, width, height)
        return QRect(2 * GAP + room - width, y + (HEADING - height) // 2, width, height)
