"""The pictures of the bench of ratings: in words, and as they are painted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from workbench.operations.playground.rating_people import RatedPicture
from workbench.ui.services.translation import tr


class PictureSheet:
    """The pictures by number, none until they are drawn."""

    def __init__(self) -> None:
        self._pictures: tuple[RatedPicture, ...] = ()
        self._whole: list[QPixmap] = []
        self._small: dict[tuple[int, int], QPixmap] = {}

    def take(self, pictures: tuple[RatedPicture, ...]) -> None:
        """Have these pictures; they do not change any more."""
        if pictures and not self._whole:
            self._pictures = pictures
            for picture in pictures:
                whole = QPixmap()
                whole.loadFromData(picture.png)
                self._whole.append(whole)

    def words(self, number: int) -> str:
        """Return what a picture shows, in the person's language."""
        return _words(self._pictures[number]) if self._pictures else ""

    def paint(self, painter: QPainter, number: int, box: QRectF, edge: str) -> None:
        """Paint a picture into a square, with an edge of a colour."""
        ratio = painter.device().devicePixelRatioF()
        side = max(1, round(box.width() * ratio))
        if self._whole:
            painter.drawPixmap(box, self._at(number, side), QRectF(0, 0, side, side))
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def _at(self, number: int, side: int) -> QPixmap:
        if (number, side) not in self._small:
            mode = Qt.TransformationMode.SmoothTransformation
            self._small[number, side] = self._whole[number].scaled(side, side, mode=mode)
        return self._small[number, side]


def _words(picture: RatedPicture) -> str:
    shapes = {"circle": tr("circle"), "square": tr("square"), "triangle": tr("triangle"), "star": tr("star")}
    colours = {
        "red": tr("red"),
        "blue": tr("blue"),
        "green": tr("green"),
        "yellow": tr("yellow"),
        "violet": tr("violet"),
    }
    patterns = {"plain": tr("plain"), "striped": tr("striped"), "dotted": tr("dotted")}
    sizes = {"small": tr("small"), "middle": tr("middle-sized"), "large": tr("large")}
    return tr(
        "{shape} × {number}, {colour}, {pattern}, {size}",
        shape=shapes[picture.shape],
        number=picture.count,
        colour=colours[picture.colour],
        pattern=patterns[picture.pattern],
        size=sizes[picture.size],
    )
