"""Paints the images of an episode in their columns."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from workbench.operations.evaluation.watching.watched import WatchedEpisode, WatchedImage
from workbench.ui.check.watching.class_names import cut_names
from workbench.ui.check.watching.episode_layout import LINE_HEIGHT, NAME_HEIGHT, EpisodeLayout, Tile, TileKind
from workbench.ui.look.icons import pixmap
from workbench.ui.look.marks import paint_mark
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL_TEXT, TINY, mixed
from workbench.ui.services.thumbnails import Thumbnails
from workbench.ui.services.translation import tr

_MARK = 12
_SIGN = 14
_LEAST_NAME = 34  # pixels in which a name can be told from another


class EpisodePainter:
    """Draws class names, thumbnails and decisions with the theme's colours."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        self._theme = theme
        self._thumbnails = thumbnails

    def paint(
        self, painter: QPainter, watched: WatchedEpisode, layout: EpisodeLayout, named: tuple[int, ...] | None
    ) -> None:
        """Paint an episode whose queries are taken for the classes `named`, None before a decision."""
        font = QFont(painter.font())
        font.setPixelSize(SMALL_TEXT)
        painter.setFont(font)
        room = layout.columns[0].width() - _MARK - 3 * TINY
        names = cut_names(watched.classes, painter.fontMetrics(), room)
        for label, (column, name) in enumerate(zip(layout.columns, names, strict=True)):
            self._paint_head(painter, column, label, name)
        whole = QRect(0, 0, layout.width, LINE_HEIGHT)
        self._paint_line(painter, whole.translated(0, layout.queries_top), tr("Queries"))
        if layout.taken_top is not None:
            self._paint_line(painter, whole.translated(0, layout.taken_top), tr("Taken out"))
        for tile in layout.tiles:
            self._paint_tile(painter, tile, named)

    def paint_focus(self, painter: QPainter, box: QRect) -> None:
        """Paint the frame around the current image."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.colors.accent), 2))
        painter.drawRect(box.adjusted(-2, -2, 1, 1))

    def paint_dragged(self, painter: QPainter, tile: Tile, point: QPoint, target: QRect | None) -> None:
        """Paint the image that is being dragged, and the column that it would come into."""
        if target is not None:
            painter.setPen(QPen(QColor(self._theme.colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(target.adjusted(1, 1, -2, -2))
        painter.setOpacity(0.7)
        box = QRect(tile.box)
        box.moveCenter(point)
        self._paint_picture(painter, box, tile.image)
        painter.setOpacity(1.0)

    def _paint_head(self, painter: QPainter, column: QRect, label: int, name: str) -> None:
        left = column.left() + TINY
        paint_mark(painter, QRectF(left, (NAME_HEIGHT - _MARK) / 2, _MARK, _MARK), label)
        line = QRect(left + _MARK + TINY, 0, column.right() - left - _MARK - 2 * TINY, NAME_HEIGHT)
        if line.width() < min(_LEAST_NAME, painter.fontMetrics().horizontalAdvance(name)):
            return  # The tooltip has it.
        painter.setPen(QColor(self._theme.colors.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def _paint_line(self, painter: QPainter, line: QRect, text: str) -> None:
        painter.setPen(QColor(self._theme.colors.line))
        painter.drawLine(line.topLeft(), line.topRight())
        painter.setPen(QColor(self._theme.colors.muted))
        painter.drawText(line.adjusted(TINY, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_tile(self, painter: QPainter, tile: Tile, named: tuple[int, ...] | None) -> None:
        self._paint_picture(painter, tile.box, tile.image)
        if tile.part is TileKind.EXAMPLE and tile.image.own != tile.image.label:
            self._paint_frame(painter, tile.box, self._theme.colors.warn, "warning")
        if tile.part is TileKind.QUERY:
            if named is not None:
                right = named[tile.number] == tile.image.label
                color = self._theme.colors.good if right else self._theme.colors.bad
                self._paint_frame(painter, tile.box, color, "done" if right else "close")
            if named is not None and named[tile.number] != tile.image.label:
                self._paint_taken_for(painter, tile.box, named[tile.number])
            self._paint_number(painter, tile.box, tile.number + 1)

    def _paint_picture(self, painter: QPainter, box: QRect, image: WatchedImage) -> None:
        colors = self._theme.colors
        picture: QPixmap | None = self._thumbnails.picture(image.path, image.sha256)
        painter.fillRect(box, QColor(mixed(colors.panel, colors.muted, 0.14)))
        if picture is None:
            return
        size = picture.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(QPoint(), size)
        target.moveCenter(box.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, picture.width() > size.width())
        painter.drawPixmap(target, picture)

    def _paint_frame(self, painter: QPainter, box: QRect, color: str, icon: str) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(color), 2))
        painter.drawRect(box.adjusted(1, 1, -1, -1))
        # Not by colour alone.
        corner = QRect(box.right() - _SIGN, box.top(), _SIGN, _SIGN)
        painter.fillRect(corner, QColor(color))
        painter.drawPixmap(corner.adjusted(1, 1, -1, -1), pixmap(icon, self._theme.colors.panel, 32))

    def _paint_taken_for(self, painter: QPainter, box: QRect, label: int) -> None:
        corner = QRect(box.right() - _SIGN, box.bottom() - _SIGN, _SIGN, _SIGN)
        painter.fillRect(corner, QColor(self._theme.colors.panel))
        paint_mark(painter, QRectF(corner.adjusted(2, 2, -2, -2)), label)

    def _paint_number(self, painter: QPainter, box: QRect, number: int) -> None:
        text = str(number)
        width = QFontMetrics(painter.font()).horizontalAdvance(text) + TINY
        corner = QRect(box.left(), box.bottom() - _SIGN, width, _SIGN + 1)
        painter.fillRect(corner, QColor(self._theme.colors.panel))
        painter.setPen(QColor(self._theme.colors.text))
        painter.drawText(corner, Qt.AlignmentFlag.AlignCenter, text)
