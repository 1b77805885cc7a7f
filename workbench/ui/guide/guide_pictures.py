"""The guide's pictures, drawn in the colours of light and shown in those of the scheme."""

from dataclasses import astuple
from pathlib import PurePosixPath

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from workbench.ui.guide.guide_pages import HELP
from workbench.ui.look.tokens import LIGHT, Colors


def guide_picture(name: str, width: int, ratio: float, colors: Colors) -> QImage:
    """Return the picture at an address such as `../pictures/tasks.svg`, at most `width` wide; empty if there is none.

    Its words are in the language of the locale: the file has them all.
    """
    file = HELP / "pictures" / PurePosixPath(name).name
    if not file.is_file():
        return QImage()
    renderer = QSvgRenderer(QByteArray(_in_colors(file.read_text(encoding="utf-8"), colors).encode()))
    size = renderer.defaultSize()
    shown = size.scaled(min(width, size.width()), size.height(), Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(shown * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _in_colors(drawing: str, colors: Colors) -> str:
    # Where two meanings have one colour in light, as panels and what is raised above them, the first counts.
    pairs = dict(zip(reversed(astuple(LIGHT)), reversed(astuple(colors)), strict=True))
    for light, shown in pairs.items():
        drawing = drawing.replace(light, shown)
    return drawing
