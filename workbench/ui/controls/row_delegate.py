"""Paints a cell of a table: its text, a second line where there is one, and a bar where there is a share."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.ui.controls.row_model import CUT_END, DETAIL, MUTED, SHARE
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL, SMALL_TEXT, TINY

_INSET = SMALL + 3  # as far as the words of headings and of cells that Qt paints
_BAR = 6  # height
_BAR_WIDTH = 48
_NUMBERS = 44  # width that is left for the text beside a bar


class RowDelegate(QStyledItemDelegate):
    """Paints cells in the theme's colours."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        hint = super().sizeHint(option, index)
        detail = index.data(DETAIL)
        if detail:
            # In whole pixels, as what is elided is measured in fractions of them.
            second = ceil(QFontMetricsF(_small(option.font)).horizontalAdvance(detail)) + 1
            return QSize(max(hint.width(), second + 2 * _INSET), hint.height())
        bar = _BAR_WIDTH if index.data(SHARE) is not None else 0
        return QSize(hint.width() + bar, hint.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        ground.state &= ~QStyle.StateFlag.State_HasFocus
        style = ground.widget.style() if ground.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget)
        inside = option.rect.adjusted(_INSET, TINY, -_INSET, -TINY)
        share = index.data(SHARE)
        if share is not None:
            self._paint_bar(painter, inside.adjusted(0, 0, -_NUMBERS, 0), share)
        self._paint_texts(painter, inside, ground.font, index)

    def _paint_texts(
        self, painter: QPainter, inside: QRect, font: QFont, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colors, detail = self._theme.colors, index.data(DETAIL)
        cut = Qt.TextElideMode.ElideRight if index.data(CUT_END) else Qt.TextElideMode.ElideMiddle
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))

        def write(box: QRect, text: str, color: str) -> None:
            flat = " ".join(text.split("\n"))
            shown = QFontMetrics(painter.font()).elidedText(flat, cut, box.width())
            _paint_line(painter, box, shown, alignment, color)

        upper = QRect(inside)
        if detail:
            upper.setHeight(inside.height() // 2)
            painter.setFont(_small(font))
            write(inside.adjusted(0, inside.height() // 2, 0, 0), detail, colors.muted)
        painter.setFont(font)
        write(upper, index.data(Qt.ItemDataRole.DisplayRole), colors.muted if index.data(MUTED) else colors.text)

    def _paint_bar(self, painter: QPainter, inside: QRect, share: float) -> None:
        colors = self._theme.colors
        track = QRectF(inside.left(), inside.center().y() - _BAR / 2 + 0.5, inside.width() - SMALL, _BAR)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.line))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        if share > 0:
            track.setWidth(max(_BAR, track.width() * share))
            painter.setBrush(QColor(colors.accent))
            painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        painter.restore()


def _small(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPixelSize(SMALL_TEXT)
    return smaller


def _paint_line(painter: QPainter, box: QRect, text: str, alignment: Qt.AlignmentFlag, color: str) -> None:
    painter.save()
    painter.setPen(QColor(color))
    painter.drawText(box, int(alignment) | Qt.TextFlag.TextSingleLine, text)
    painter.restore()
