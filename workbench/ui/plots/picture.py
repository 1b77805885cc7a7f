"""A widget as a picture: pixels, or lines and letters that stay sharp at any size.

pyqtgraph's own exporters save one plot without the key beside it, thin lines at high resolutions, and have misplaced
axes in drawings; Qt draws any widget as it is seen.
"""

from collections.abc import Generator
from contextlib import contextmanager

import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView, QWidget

_SHARP = 2.0  # pixels for one of the screen's, at print size
_MOST = 5000  # pixels of a side; only what is larger on the screen has more


def pixels_of(widget: QWidget) -> QImage:
    """Return the widget as it is seen, with twice as many pixels as on the screen where that is not too many."""
    longest = max(widget.width(), widget.height(), 1)
    scale = max(1.0, min(_SHARP, _MOST / longest))
    image = QImage(widget.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(widget, painter)
    painter.end()
    return image


def drawing_of(widget: QWidget, title: str) -> bytes:
    """Return the widget as it is seen as an SVG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The older version knows no clipping: what is beyond the axes would be seen.
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setTitle(title)
    generator.setSize(widget.size())
    generator.setViewBox(QRectF(widget.rect()))
    generator.setResolution(widget.logicalDpiX())
    painter = QPainter(generator)
    _draw(widget, painter)
    painter.end()
    return bytes(buffer.data().data())


def _draw(widget: QWidget, painter: QPainter) -> None:
    painter.fillRect(widget.rect(), widget.palette().base())
    with _in_shapes(widget):
        # Not the scene of a plot alone, which is what a view of its own would draw, and on no page's ground.
        QWidget.render(widget, painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)


@contextmanager
def _in_shapes(widget: QWidget) -> Generator[None]:
    """Let plots draw their points as shapes, not as the small pictures that are quick on the screen."""
    views = [*widget.findChildren(QGraphicsView), *([widget] if isinstance(widget, QGraphicsView) else [])]
    items = [item for view in views for item in view.scene().items() if isinstance(item, pg.GraphicsObject)]
    for item in items:
        item.setExportMode(True, {"antialias": True, "resolutionScale": 1.0})
    # The ground that a view keeps is a picture of its own.
    kept = [(view, view.cacheMode()) for view in views]
    for view in views:
        view.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
    try:
        yield
    finally:
        for view, mode in kept:
            view.setCacheMode(mode)
        for item in items:
            item.setExportMode(False)
