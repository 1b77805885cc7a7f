"""Paints one card of a grid: the picture, its caption, its confidence, and whether it is right."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from workbench.ui.grid.cards import Section
from workbench.ui.look.icons import pixmap
from workbench.ui.look.marks import paint_mark
from workbench.ui.look.tokens import BODY_TEXT, SECTION_TEXT, SMALL, SMALL_TEXT, Colors, mixed

HEADING = 40  # height of a section's heading
_CAPTION = 22
_EDGE = 4


@dataclass(frozen=True)
class CardState:
    """How one card is to be painted."""

    picture: QPixmap | None
    trouble: str
    caption: str
    selected: bool = False
    current: bool = False
    confidence: float | None = None
    right: bool | None = None
    picked: int = 0


def cell_size(picture: int) -> tuple[int, int]:
    """Return the width and height of a card whose picture is `picture` pixels wide."""
    return picture + 2 * _EDGE, picture + 2 * _EDGE + _CAPTION


def paint_card(painter: QPainter, cell: QRect, state: CardState, colors: Colors) -> None:
    """Paint a card into its cell."""
    _paint_ground(painter, cell, state, colors)
    frame = QRect(cell.x() + _EDGE, cell.y() + _EDGE, cell.width() - 2 * _EDGE, cell.width() - 2 * _EDGE)
    if state.picture is not None:
        _paint_picture(painter, frame, state.picture)
    else:
        painter.fillRect(frame, QColor(mixed(colors.panel, colors.muted, 0.14)))
        if state.trouble:
            drawn = pixmap("warning", colors.warn, 32)
            painter.drawPixmap(frame.center().x() - 10, frame.center().y() - 10, 20, 20, drawn)
    if state.right is not None:
        _paint_verdict(painter, frame, colors, right=state.right)
    if state.picked:
        _paint_pick(painter, frame, colors, wanted=state.picked > 0)
    _paint_caption(painter, cell, state, colors)


def paint_heading(painter: QPainter, line: QRect, section: Section, colors: Colors) -> None:
    """Paint the heading of a section: its class's mark, its title and what more is said of it."""
    painter.save()
    left = line.x()
    if section.mark is not None:
        paint_mark(painter, QRectF(left, line.y() + (HEADING - 14) / 2, 14, 14), section.mark)
        left += 14 + SMALL
    title, detail = QFont(painter.font()), QFont(painter.font())
    title.setPixelSize(SECTION_TEXT)
    title.setWeight(QFont.Weight.DemiBold)
    detail.setPixelSize(BODY_TEXT)
    room = line.right() - left - SMALL - QFontMetrics(detail).horizontalAdvance(section.detail)
    elided = QFontMetrics(title).elidedText(section.title, Qt.TextElideMode.ElideRight, room)
    painter.setFont(title)
    painter.setPen(QColor(colors.text))
    painter.drawText(QRect(left, line.y(), line.right() - left, HEADING), Qt.AlignmentFlag.AlignVCenter, elided)
    left += painter.fontMetrics().horizontalAdvance(elided) + SMALL
    painter.setFont(detail)
    painter.setPen(QColor(colors.muted))
    painter.drawText(QRect(left, line.y(), line.right() - left, HEADING), Qt.AlignmentFlag.AlignVCenter, section.detail)
    painter.restore()


def _paint_ground(painter: QPainter, cell: QRect, state: CardState, colors: Colors) -> None:
    if not state.selected and not state.current:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = mixed(colors.panel, colors.accent, 0.22 if state.selected else 0.0)
    painter.setBrush(QColor(ground))
    painter.setPen(QPen(QColor(colors.accent), 2) if state.current else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 6, 6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_picture(painter: QPainter, frame: QRect, picture: QPixmap) -> None:
    size = picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(
        frame.x() + (frame.width() - size.width()) // 2,
        frame.y() + (frame.height() - size.height()) // 2,
        size.width(),
        size.height(),
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, picture.width() > target.width())
    painter.drawPixmap(target, picture)


def _paint_verdict(painter: QPainter, frame: QRect, colors: Colors, *, right: bool) -> None:
    color = colors.good if right else colors.bad
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(color), 2))
    painter.drawRect(frame.adjusted(1, 1, -1, -1))
    corner = QRect(frame.right() - 17, frame.y() + 1, 17, 17)
    painter.fillRect(corner, QColor(color))
    painter.drawPixmap(corner.adjusted(2, 2, -2, -2), pixmap("done" if right else "close", colors.panel, 32))


def _paint_pick(painter: QPainter, frame: QRect, colors: Colors, *, wanted: bool) -> None:
    corner = QRect(frame.x(), frame.y(), 18, 18)
    painter.fillRect(corner, QColor(colors.accent if wanted else colors.muted))
    painter.setPen(QPen(QColor(colors.panel), 2))
    middle = corner.center()
    painter.drawLine(middle.x() - 4, middle.y(), middle.x() + 5, middle.y())
    if wanted:
        painter.drawLine(middle.x(), middle.y() - 4, middle.x(), middle.y() + 5)


def _paint_caption(painter: QPainter, cell: QRect, state: CardState, colors: Colors) -> None:
    line = QRect(cell.x() + _EDGE, cell.bottom() - _CAPTION + 1, cell.width() - 2 * _EDGE, _CAPTION - 2)
    font = QFont(painter.font())
    font.setPixelSize(SMALL_TEXT)
    painter.setFont(font)
    painter.setPen(QColor(colors.text if state.selected else colors.muted))
    text = QFontMetrics(font).elidedText(state.caption, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line.adjusted(0, 0, 0, -3), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    if state.confidence is not None:
        bar = QRectF(line.x(), line.bottom() - 2, line.width(), 3)
        painter.fillRect(bar, QColor(colors.line))
        bar.setWidth(bar.width() * state.confidence)
        painter.fillRect(bar, QColor(colors.accent))
