"""What spoke for a proposal, as a row of thumbnails with the share of each under it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workbench.operations.labelling.evidence.evidence import Voice, VoiceKind
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL, SMALL_TEXT, TINY, mixed
from workbench.ui.services.thumbnails import Thumbnails
from workbench.ui.services.translation import percent

_SIDE, _WORDS = 48, 16


class VoiceStrip(QWidget):
    """Shows voices, the largest share first; the arrows left and right or a click choose one, Delete takes it out.

    Those that are neither examples nor labels have a dashed frame.
    """

    changed = Signal()  # Another voice is chosen, or others are shown.
    remove_requested = Signal()

    def __init__(self, theme: Theme, thumbnails: Thumbnails, tip: Callable[[Voice], str]) -> None:
        super().__init__()
        self._theme = theme
        self._thumbnails = thumbnails
        self._tip = tip
        self.voices: tuple[Voice, ...] = ()
        self._chosen: int | None = None
        self.setFixedHeight(_SIDE + _WORDS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # A click leaves the keyboard with the grid.
        thumbnails.arrived.connect(self.update)
        theme.changed.connect(self.update)

    @property
    def chosen(self) -> Voice | None:
        """The voice chosen, if any is."""
        return None if self._chosen is None else self.voices[self._chosen]

    def show_voices(self, voices: tuple[Voice, ...]) -> None:
        """Show other voices, of which none is chosen."""
        self.voices = voices
        self._choose(None)

    def choose(self, index: int | None) -> None:
        """Choose a voice by its index; None chooses none."""
        self._choose(None if index is None else max(0, min(index, self.shown - 1)))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names
        return QSize(3 * (_SIDE + SMALL), _SIDE + _WORDS)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._choose(self._chosen)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if self._chosen is None:
            self._choose(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            before = -1 if self._chosen is None else self._chosen
            self.choose(before + (1 if key == Qt.Key.Key_Right else -1))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._chosen is not None:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._choose(self._index_at(event.position().toPoint()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            index = self._index_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if index is None else self._tip(self.voices[index]), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        font = QFont(self.font())
        font.setPixelSize(SMALL_TEXT)
        painter.setFont(font)
        for index in range(self.shown):
            self._paint(painter, index)

    def _paint(self, painter: QPainter, index: int) -> None:
        voice, cell, colors = self.voices[index], self.cell(index), self._theme.colors
        picture = self._thumbnails.picture(voice.image.path, voice.image.sha256)
        if picture is None:
            painter.fillRect(cell, QColor(mixed(colors.panel, colors.muted, 0.14)))
        else:
            # The dashes around a neighbour are seen only where they do not lie on its picture.
            room = cell.size().shrunkBy(QMargins(4, 4, 4, 4)) if voice.kind is VoiceKind.NEIGHBOUR else cell.size()
            size = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            box = QRect(0, 0, size.width(), size.height())
            box.moveCenter(cell.center())
            painter.drawPixmap(box, picture)
        is_neighbour, is_chosen = voice.kind is VoiceKind.NEIGHBOUR, index == self._chosen
        if is_neighbour or is_chosen:
            color = colors.accent if is_chosen else colors.muted
            line = Qt.PenStyle.DashLine if is_neighbour else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(color), 3 if is_chosen and self.hasFocus() else 2 if is_chosen else 1, line))
            painter.drawRect(cell.adjusted(1, 1, -2, -2) if is_chosen else cell.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(colors.muted if is_neighbour else colors.text))
        words = QRect(cell.x() - TINY, cell.bottom() + 1, cell.width() + 2 * TINY, _WORDS)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, percent(voice.share))

    @property
    def shown(self) -> int:
        """How many voices there is room for."""
        return max(0, min(len(self.voices), (self.width() + SMALL) // (_SIDE + SMALL)))

    def _choose(self, index: int | None) -> None:
        self._chosen = index if index is not None and index < self.shown else None
        self.update()
        self.changed.emit()

    def _index_at(self, point: QPoint) -> int | None:
        here = [index for index in range(self.shown) if self.cell(index).adjusted(0, 0, 0, _WORDS).contains(point)]
        return here[0] if here else None

    def cell(self, index: int) -> QRect:
        """Return where the thumbnail of a voice is painted."""
        return QRect(index * (_SIDE + SMALL), 0, _SIDE, _SIDE)
