"""One image as large as the window allows, with arrows to the next; Escape or Space closes it."""

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.errors import UserError
from workbench.operations.tasks.images import ImageFacts
from workbench.operations.tasks.thumbnails import image_at_full_size
from workbench.ui.controls.text import Elided, icon_button, label
from workbench.ui.look.tokens import LARGE, MEDIUM, SMALL
from workbench.ui.services.job_report import Report
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.thumbnails import as_image
from workbench.ui.services.translation import say, tr

_LONGEST = 2400  # pixels; more than that no screen shows of a preview
_SHARE_OF_WINDOW = 0.85
_PIXELWISE = 2  # times; enlarged less than that, pixels as blocks would only be of uneven sizes
_MOST_ENLARGED = 8  # times; a larger pixel shows nothing more


class Picture(QWidget):
    """An image as large as there is room, in its own proportions; a very small one is enlarged pixel by pixel."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._full: QSize | None = None
        self.setMinimumSize(240, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def image(self) -> QImage:
        """What is shown; a null image while there is nothing."""
        return self._image

    def show_image(self, image: QImage, full: QSize | None = None) -> None:
        """Show an image; `full` is its real size where this is only a small copy of it."""
        self._image, self._full = image, full
        self.update()

    def image_box(self) -> QRect:
        """Return where the image lies in this widget."""
        own = self._full or self._image.size()
        size = own.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if size.width() > _MOST_ENLARGED * own.width():
            size = own * _MOST_ENLARGED
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        return QRect(left, top, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._image.isNull():
            return
        painter = QPainter(self)
        box = self.image_box()
        pixels = box.width() * self.devicePixelRatioF()
        smooth = self._full is not None or pixels < _PIXELWISE * self._image.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(box, self._image)


class PreviewDialog(QDialog):
    """Shows the images of a list one at a time, beginning with a row; `moved` says which row it came to.

    Opened with `open()`, it deletes itself when closed.
    """

    moved = Signal(int)

    def __init__(
        self, context: ProjectContext, images: Sequence[ImageFacts], row: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._images = images
        self.row = row
        self.picture = Picture()
        self.name = Elided("", "section")
        self.folder = Elided("", "small")
        self.facts = label("", "muted")
        self.trouble = label("", "warn", wrap=True)
        self.before = icon_button(context.theme.icon("previous"), tr("Previous image (left arrow)"))
        self.after = icon_button(context.theme.icon("next"), tr("Next image (right arrow)"))
        for step in (self.before, self.after):
            step.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Else the arrow keys would move between these two.
        self.before.clicked.connect(lambda: self.show_row(self.row - 1))
        self.after.clicked.connect(lambda: self.show_row(self.row + 1))
        self._lay_out()
        self.setWindowTitle(tr("Image"))
        if parent is not None:
            self.resize(parent.window().size() * _SHARE_OF_WINDOW)
        self.setFocus()
        self.show_row(row)

    def show_row(self, row: int) -> None:
        """Show the image of a row; one beyond the ends is passed over."""
        if not 0 <= row < len(self._images):
            return
        self.row = row
        image = self._images[row]
        self.name.setText(image.path.name)
        self.folder.setText(str(image.path.parent))
        self.facts.setText(self._words(image))
        self.trouble.hide()
        self.before.setEnabled(row > 0)
        self.after.setEnabled(row + 1 < len(self._images))
        self._show_small(image)
        self._context.jobs.start(
            tr("Show an image"),
            lambda report: _read(report, image),
            owner=self,
            done=self.picture.show_image,
            failed=self._on_failed,
            newest="preview",
        )
        self.moved.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        steps = {
            Qt.Key.Key_Left: self.row - 1,
            Qt.Key.Key_Up: self.row - 1,
            Qt.Key.Key_Right: self.row + 1,
            Qt.Key.Key_Down: self.row + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._images) - 1,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.show_row(steps[key])
        elif key == Qt.Key.Key_Space:
            self.accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self.name)
        column.addWidget(self.folder)
        column.addWidget(self.trouble)
        column.addWidget(self.picture, 1)
        row = QHBoxLayout()
        row.addWidget(self.before)
        row.addStretch(1)
        row.addWidget(self.facts)
        row.addStretch(1)
        row.addWidget(self.after)
        column.addLayout(row)

    def _words(self, image: ImageFacts) -> str:
        caption = tr("{place} of {total}", place=self.row + 1, total=len(self._images))
        if image.width is None or image.height is None:
            return caption
        size = tr("{width} × {height} pixels", width=image.width, height=image.height)
        return f"{caption}  ·  {size}"

    def _show_small(self, image: ImageFacts) -> None:
        """Show the thumbnail until the image itself is there, in the same box, so that nothing jumps."""
        small = self._context.thumbnails.picture(image.path, image.sha256)
        known = small is not None and image.width is not None and image.height is not None
        if small is not None and known:
            self.picture.show_image(small.toImage(), QSize(image.width or 0, image.height or 0))
        else:
            self.picture.show_image(QImage())

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError) and shiboken6.isValid(self):
            self.picture.show_image(QImage())
            self.trouble.setText(say(error.text))
            self.trouble.show()


def _read(report: Report, image: ImageFacts) -> QImage:
    return as_image(image_at_full_size(image.path, image.sha256, _LONGEST))
