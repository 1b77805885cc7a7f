"""The examples that decided what is proposed for an image, as a row of thumbnails."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workbench.operations.tasks.images import ImageFacts
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL, mixed
from workbench.ui.services.thumbnails import Thumbnails
from workbench.ui.services.translation import tr

_SIDE = 56


class DecidedBy(QWidget):
    """Shows the nearest examples, the nearest first; the path of each on hover."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._theme = theme
        self._thumbnails = thumbnails
        self.examples: tuple[ImageFacts, ...] = ()
        self.setFixedHeight(_SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        thumbnails.arrived.connect(self.update)
        theme.changed.connect(self.update)

    def show_examples(self, examples: Sequence[ImageFacts]) -> None:
        """Show other examples."""
        self.examples = tuple(examples)
        names = ", ".join(example.path.name for example in self.examples)
        self.setAccessibleName(tr("Decided by {names}", names=names) if names else "")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names
        return QSize(3 * (_SIDE + SMALL), _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index, example in enumerate(self.examples):
            cell = self._cell(index)
            picture = self._thumbnails.picture(example.path, example.sha256)
            if picture is None:
                painter.fillRect(cell, QColor(mixed(self._theme.colors.panel, self._theme.colors.muted, 0.14)))
                continue
            size = picture.size().scaled(cell.size(), Qt.AspectRatioMode.KeepAspectRatio)
            box = QRect(0, 0, size.width(), size.height())
            box.moveCenter(cell.center())
            painter.drawPixmap(box, picture)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            under = [example for index, example in enumerate(self.examples) if self._cell(index).contains(event.pos())]
            QToolTip.showText(event.globalPos(), str(under[0].path) if under else "", self)
            return True
        return super().event(event)

    def _cell(self, index: int) -> QRect:
        return QRect(index * (_SIDE + SMALL), 0, _SIDE, _SIDE)
