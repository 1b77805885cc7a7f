"""Paints one class of the labelling list: its key, its mark, its name, its counts and its examples."""

from collections.abc import Callable, Collection
from typing import cast

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.ui.label.class_rows import KEYS, ClassRows
from workbench.ui.look.icons import pixmap
from workbench.ui.look.marks import paint_mark
from workbench.ui.look.model_index import Index
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import BODY_TEXT, SMALL, SMALL_TEXT, TINY, Colors, mixed
from workbench.ui.services.thumbnails import Thumbnails
from workbench.ui.services.translation import number, tr

ROW = 84
_KEY, _MARK, _EXAMPLE, _SIGN, _BADGE = 18, 14, 32, 16, 18


class ClassPainter(QStyledItemDelegate):
    """Paints classes as rows of one height; `chosen` returns the index of the example chosen in the current row."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, chosen: Callable[[], int | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._chosen = chosen

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's names
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rows = cast(ClassRows, index.model())
        image_class = rows.classes[index.row()]
        colors, box = self._theme.colors, _rect(option)
        selected, over = _state(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or over:
            painter.setBrush(QColor(mixed(colors.panel, colors.accent, 0.16 if selected else 0.05)))
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), 6, 6)
        self._paint_key(painter, box, index.row(), colors)
        paint_mark(painter, QRectF(box.x() + SMALL + _KEY + SMALL, box.y() + 9, _MARK, _MARK), index.row())
        doubtful = {misgiving.place for misgiving in rows.misgivings(index.row())}
        self._paint_words(painter, box, image_class.name, rows.counts(index.row()), colors, warns=bool(doubtful))
        _paint_in_place_of_examples(painter, box, rows.in_place_of_examples(index.row()), colors)
        self._paint_examples(painter, box, image_class, self._chosen() if selected else None, doubtful)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        editor = QLineEdit(parent)
        editor.setAccessibleName(tr("Class name"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        editor.setGeometry(_name_box(_rect(option)).adjusted(-SMALL, -2, 0, 10))

    @staticmethod
    def example_at(box: QRect, point: QPoint, image_class: LabellingClassFacts, chosen: int | None) -> int | None:
        """Return the index of the example painted at a point of a row's box, None where there is none."""
        strip, count = _strip(box), len(image_class.examples)
        first = _first(strip, count, chosen)
        index = first + (point.x() - strip.x()) // (_EXAMPLE + TINY)
        return index if strip.contains(point) and index < min(count, first + _room(strip)) else None

    def _paint_key(self, painter: QPainter, box: QRect, row: int, colors: Colors) -> None:
        if row >= KEYS:
            return
        key = QRect(box.x() + SMALL, box.y() + 7, _KEY, _KEY)
        painter.setPen(QPen(QColor(mixed(colors.line, colors.muted, 0.4)), 1))
        painter.setBrush(QColor(colors.page))
        painter.drawRoundedRect(key, 4, 4)
        painter.setFont(_font(painter, SMALL_TEXT))
        painter.setPen(QColor(colors.text))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(row + 1))

    @staticmethod
    def _paint_words(painter: QPainter, box: QRect, name: str, counts: str, colors: Colors, *, warns: bool) -> None:
        line = _name_box(box)
        if warns:
            sign = QRect(line.right() - _SIGN, line.y() + 2, _SIGN, _SIGN)
            _paint_sign(painter, sign, colors)
            line.setRight(sign.left() - TINY)
        font = _font(painter, BODY_TEXT, bold=True)
        painter.setFont(font)
        painter.setPen(QColor(colors.text))
        elided = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        font = _font(painter, SMALL_TEXT)
        painter.setFont(font)
        painter.setPen(QColor(colors.muted))
        left = line.x() - _MARK - SMALL
        below = QRect(left, line.bottom() + 1, _name_box(box).right() - left, 16)
        elided = QFontMetrics(font).elidedText(counts, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)

    def _paint_examples(
        self,
        painter: QPainter,
        box: QRect,
        image_class: LabellingClassFacts,
        chosen: int | None,
        doubtful: Collection[int],
    ) -> None:
        colors, strip = self._theme.colors, _strip(box)
        painter.setFont(_font(painter, SMALL_TEXT))
        first, left = _first(strip, len(image_class.examples), chosen), strip.x()
        examples = image_class.examples[first : first + _room(strip)]
        for index, example in enumerate(examples, first):
            cell = QRect(left, strip.y(), _EXAMPLE, _EXAMPLE)
            picture = self._thumbnails.picture(example.image.path, example.image.sha256)
            trouble = self._thumbnails.trouble(example.image.sha256)
            _paint_example(painter, cell, picture, colors, trouble=bool(trouble), chosen=index == chosen)
            if index in doubtful:
                _paint_doubt(painter, cell, colors)
            left += _EXAMPLE + TINY
        more = len(image_class.examples) - first - len(examples)
        if more:
            painter.setPen(QColor(colors.muted))
            rest = QRect(left, strip.y(), strip.right() - left + 1, _EXAMPLE)
            painter.drawText(rest, Qt.AlignmentFlag.AlignCenter, f"+{number(more)}")


def _paint_in_place_of_examples(painter: QPainter, box: QRect, words: str, colors: Colors) -> None:
    painter.setFont(_font(painter, SMALL_TEXT))
    painter.setPen(QColor(colors.muted))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    painter.drawText(_strip(box), int(flags), words)


def _paint_example(
    painter: QPainter, cell: QRect, picture: QPixmap | None, colors: Colors, *, trouble: bool, chosen: bool
) -> None:
    if picture is None:
        painter.fillRect(cell, QColor(mixed(colors.panel, colors.muted, 0.14)))
        if trouble:
            painter.drawPixmap(cell.adjusted(8, 8, -8, -8), pixmap("warning", colors.warn, 32))
    else:
        size = picture.size().scaled(cell.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(cell.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, picture)
    if chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.accent), 2))
        painter.drawRect(cell)


def _paint_doubt(painter: QPainter, cell: QRect, colors: Colors) -> None:
    """Mark an example that may be wrong in its lower right corner, outside the frame of the chosen one."""
    badge = QRect(cell.right() - _BADGE + 3, cell.bottom() - _BADGE + 3, _BADGE, _BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.panel))
    painter.drawEllipse(badge)
    _paint_sign(painter, badge.adjusted(2, 1, -2, -3), colors)


def _paint_sign(painter: QPainter, box: QRect, colors: Colors) -> None:
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(box, pixmap("warning", colors.warn, round(box.width() * ratio)))


def _name_box(box: QRect) -> QRect:
    left = box.x() + SMALL + _KEY + SMALL + _MARK + SMALL
    return QRect(left, box.y() + 4, box.right() - left - SMALL, 20)


def _strip(box: QRect) -> QRect:
    return QRect(box.x() + SMALL, box.y() + 44, box.width() - 2 * SMALL, _EXAMPLE)


def _room(strip: QRect) -> int:
    """Return how many examples a strip shows beside the count of the others."""
    return max(1, (strip.width() - 24) // (_EXAMPLE + TINY))


def _first(strip: QRect, count: int, chosen: int | None) -> int:
    """Return the index of the first example to show, so that the chosen one is visible."""
    room = _room(strip)
    return 0 if chosen is None or chosen < room else min(chosen, count - 1) - room + 1


def _font(painter: QPainter, pixels: int, *, bold: bool = False) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = getattr(option, "rect")  # noqa: B009 - missing in the stubs of Qt
    return rect


def _state(option: QStyleOptionViewItem) -> tuple[bool, bool]:
    """Return whether a row is selected, and whether the pointer is over it."""
    state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009
    return bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
