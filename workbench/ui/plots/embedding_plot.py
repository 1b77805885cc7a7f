"""Where images lie in an embedding: one colour and shape for each class, and the image itself on hover."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.operations.runs.training_events import ReferenceImages
from workbench.ui.controls.text import label, set_kind
from workbench.ui.look.marks import mark_icon
from workbench.ui.look.tokens import SMALL, TINY, class_color, class_shape
from workbench.ui.plots.embedding_legend import EmbeddingLegend
from workbench.ui.plots.plot_area import PlotArea
from workbench.ui.plots.plot_saving import PlotData, PlotSaving, figure_text
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr

_PICTURE = 96
_WIDEST = 260  # pixels of the card of an image; longer names are wrapped
_NEAR = 10.0  # pixels from the pointer to a point that it means
_LEAST_REACH = 1.5  # Frames have a mean square distance of 1, so nearly all points lie within this.


class EmbeddingPlot(QWidget):
    """Shows the positions of a set of reference images; new frames of the same images move the points."""

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._reference: ReferenceImages | None = None
        self._points = np.zeros((0, 2), np.float32)
        self.items: list[pg.ScatterPlotItem] = []
        self._rows: list[NDArray[np.int64]] = []
        self._reach = _LEAST_REACH
        # Principal components, which have no unit: only which images are near each other says something.
        titles = tr("Component 1"), tr("Component 2")
        self.plot = PlotArea(context.theme, tr("Embedding plot"), titles)
        self.plot.renew_colors()
        self.plot.view.setAspectLocked(True)
        self.popup = ImagePopup(context, self.plot)
        self.plot.pointed.connect(self._hover)
        self.legend = EmbeddingLegend()
        name = tr("Embedding plot")
        self.saving = PlotSaving(context, self.plot, name, picture=lambda: self, data=self.data)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.plot, 1)
        row.addWidget(self.legend)
        self.legend.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._share_room()

    def show_reference(self, reference: ReferenceImages | None) -> None:
        """Set the reference images of the frames to come; there are no points until the first."""
        if reference is self._reference:
            return
        self._reference = reference
        self.popup.hide()
        for item in self.items:
            self.plot.view.removeItem(item)
        self.items, self._rows, self._points, self._reach = [], [], self._points[:0], _LEAST_REACH
        names = reference.classes if reference is not None else ()
        self.legend.setVisible(reference is not None)
        self.legend.show_names(names)
        self._share_room()
        for number in range(len(names)):
            self.items.append(_points_of(number))
            self.plot.view.addItem(self.items[-1], ignoreBounds=True)
        if reference is not None:
            self._rows = [np.flatnonzero(reference.labels == number) for number in range(len(reference.classes))]
        self.plot.follow()

    def show_frame(self, points: NDArray[np.float32]) -> None:
        """Show where the reference images lie: (n, 2), in their order."""
        self._points = points
        for item, rows in zip(self.items, self._rows, strict=True):
            item.setData(x=points[rows, 0], y=points[rows, 1])
        farthest = float(np.abs(points).max()) if len(points) else 0.0
        # It only ever grows: if it changed with every frame, everything would seem to move.
        self._reach = max(self._reach, np.ceil(2.2 * farthest) / 2)
        self.plot.show_whole((-self._reach, self._reach), (-self._reach, self._reach))

    def data(self) -> PlotData:
        """Return where each image lies, and which image it is."""
        columns, rows = ("component_1", "component_2", "class", "path", "sha256"), list[list[str]]()
        reference = self._reference
        if reference is None:
            return PlotData(columns, rows)
        for row, (x, y) in enumerate(self._points):
            name, path = reference.classes[int(reference.labels[row])], reference.paths[row]
            rows.append([figure_text(x), figure_text(y), name, str(path), reference.sha256[row].hex()])
        return PlotData(columns, rows)

    def nearest(self, position: QPointF) -> int | None:
        """Return the row of the image whose point is near a position in the scene, None where there is none."""
        if not len(self._points) or self._reference is None:
            return None
        at = self.plot.view.mapSceneToView(position)
        pixel = np.array(self.plot.view.viewPixelSize())
        away = np.hypot(*((self._points - (at.x(), at.y())) / pixel).T)
        row = int(away.argmin())
        return row if away[row] <= _NEAR else None

    def _share_room(self) -> None:
        """Leave at least half of it to the points."""
        self.legend.setFixedWidth(min(self.legend.full_width(), self.width() // 2))

    def _hover(self, position: QPointF) -> None:
        row = self.nearest(position)
        if row is None or self._reference is None:
            self.popup.hide()
            return
        self.popup.show_image(self._reference, row, self.plot.mapFromScene(position))


class ImagePopup(QFrame):
    """A small card beside the pointer: the image and its class."""

    def __init__(self, context: ProjectContext, over: QWidget) -> None:
        super().__init__(over)
        self._thumbnails = context.thumbnails
        self._over = over
        self._current: tuple[ReferenceImages, int] | None = None
        set_kind(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.picture = QLabel()
        self.picture.setFixedSize(_PICTURE, _PICTURE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.mark = QLabel()
        self.name, self.file = label("", "strong", wrap=True), label("", "small", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(TINY)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(TINY)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(head)
        column.addWidget(self.file)
        self._thumbnails.arrived.connect(self._renew)
        self.hide()

    def show_image(self, reference: ReferenceImages, row: int, at: QPoint) -> None:
        """Show the image of a row beside a position in the widget it lies over."""
        self._current = (reference, row)
        number = int(reference.labels[row])
        self.mark.setPixmap(mark_icon(number).pixmap(12, 12))
        self.name.setText(reference.classes[number])
        self.file.setText(reference.paths[row].name)
        self._renew()
        self._fit()
        self._move_beside(at)
        self.show()
        self.raise_()

    def _fit(self) -> None:
        """Be as wide as the names need where there is room for that, and as high as they need when they are wrapped."""
        beside = self.mark.sizeHint().width() + TINY
        named = self.name.fontMetrics().horizontalAdvance(self.name.text()) + beside + TINY
        widest = max(_PICTURE, named, self.file.fontMetrics().horizontalAdvance(self.file.text()) + TINY)
        self.setFixedWidth(min(widest + 2 * SMALL + 2, _WIDEST, max(self._over.width(), _PICTURE)))
        self.setFixedHeight(self.heightForWidth(self.width()))

    def _renew(self) -> None:
        if self._current is None:
            return
        reference, row = self._current
        picture = self._thumbnails.picture(reference.paths[row], reference.sha256[row])
        if picture is None:
            self.picture.clear()
            return
        size = QSize(_PICTURE, _PICTURE)
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.picture.setPixmap(picture.scaled(size, keep, smooth))

    def _move_beside(self, at: QPoint) -> None:
        over = self._over
        x, y = at.x(), at.y()
        left = x + SMALL if x + SMALL + self.width() <= over.width() else x - SMALL - self.width()
        top = min(max(0, y - self.height() // 2), max(0, over.height() - self.height()))
        self.move(max(0, left), top)


def _points_of(number: int) -> pg.ScatterPlotItem:
    # One item per class, with one brush and no pen: the symbol is drawn once and copied to every point.
    brush = pg.mkBrush(class_color(number))
    return pg.ScatterPlotItem(size=9, symbol=class_shape(number), brush=brush, pen=None, pxMode=True, useCache=True)
