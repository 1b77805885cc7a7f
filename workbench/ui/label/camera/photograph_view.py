"""What the camera sees, or the photograph that was taken, as large as there is room; or a sentence in its place."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from workbench.ui.controls.text import set_kind
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import HUGE, RADIUS

_LEAST = QSize(480, 320)


class PhotographView(QFrame):
    """Shows a picture whole, in its proportions."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.image = QImage()
        self.words = ""
        set_kind(self, "panel")
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage, name: str) -> None:
        """Show a picture; a screen reader says `name`."""
        self.image, self.words = image, ""
        if self.accessibleName() != name:  # Or a screen reader would be told at each picture of the camera.
            self.setAccessibleName(name)
        self.update()

    def say(self, words: str) -> None:
        """Show a sentence and no picture."""
        self.image, self.words = QImage(), words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        if self.image.isNull():
            painter.setPen(QColor(self._theme.colors.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(HUGE, HUGE, -HUGE, -HUGE), int(flags), self.words)
            return
        room = self.rect().adjusted(RADIUS, RADIUS, -RADIUS, -RADIUS)
        size = self.image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = room.center() - QPoint(size.width() // 2, size.height() // 2)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(corner, size), self.image)
