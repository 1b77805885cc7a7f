"""Paints named amounts as bars."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from workbench.operations.evaluation.watching.watched import Bars
from workbench.ui.look.tokens import SMALL, TINY, Colors
from workbench.ui.services.translation import decimal, say

BAR_HEIGHT = 22
_THICK = 10


def paint_bars(painter: QPainter, box: QRect, bars: Bars, colors: Colors) -> None:
    """Paint bars below each other, with their names before and their numbers after them."""
    metrics = QFontMetrics(painter.font())
    names = [say(name) for name in bars.names]
    numbers = [decimal(value, bars.places) for value in bars.values]
    left = min(max(map(metrics.horizontalAdvance, names)) + 2, box.width() * 2 // 3) + SMALL
    right = max(map(metrics.horizontalAdvance, numbers)) + SMALL
    middle = Qt.AlignmentFlag.AlignVCenter
    for row, (name, value, shown) in enumerate(zip(names, bars.values, numbers, strict=True)):
        line = QRectF(box.left(), box.top() + row * BAR_HEIGHT, box.width(), BAR_HEIGHT)
        painter.setPen(QColor(colors.text))
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, left - SMALL)
        painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignLeft), text)
        whole = QRectF(box.left() + left, line.center().y() - _THICK / 2, box.width() - left - right, _THICK)
        painter.fillRect(whole, QColor(colors.line))
        whole.setWidth(whole.width() * min(1.0, value / bars.most))
        painter.fillRect(whole, QColor(colors.accent))
        painter.setPen(QColor(colors.text))
        painter.drawText(line.adjusted(0, 0, -TINY, 0), int(middle | Qt.AlignmentFlag.AlignRight), shown)
