"""The images of what is chosen: a grid of cards with their number and a slider for their size."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.operations.tasks.images import ImageFacts
from workbench.ui.controls.text import Elided, label
from workbench.ui.grid.card_view import CardView
from workbench.ui.grid.cards import Cards
from workbench.ui.grid.preview import PreviewDialog
from workbench.ui.grid.size_slider import SizeSlider
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr

_USUAL = 112  # pixels of a picture
_ROOMY = 360  # pixels of this pane from which on the number of images has room beside the title


class ImagePane(QWidget):
    """Shows cards; a double click or Space shows one of them large."""

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._context = context
        self._images: Sequence[ImageFacts] = ()
        self.title = Elided("", "section")
        self.count = label("", "muted")
        self.grid = CardView(context.theme, context.thumbnails)
        self.grid.setAccessibleName(tr("Images"))
        self.grid.opened.connect(self.open_preview)
        self.slider = SizeSlider(self.grid, context.settings, "images.picture", _USUAL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.title, 1)
        row.addWidget(self.count)
        row.addWidget(self.slider)
        column.addLayout(row)
        column.addWidget(self.grid, 1)

    def show_images(self, title: str, images: Sequence[ImageFacts], cards: Cards, *, same: bool) -> None:
        """Show cards of images; `same` says that they are of what was shown before, so that nothing moves."""
        self._images = images
        self.title.setText(title)
        self.count.setText(tr("{count} images", count=len(images)))
        if same:
            self.grid.show_cards(cards)
        else:
            self.grid.replace_cards(cards)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        # Where both do not fit, the title matters more: the table beside it has the numbers.
        self.count.setVisible(event.size().width() >= _ROOMY)

    def open_preview(self, row: int) -> PreviewDialog:
        """Show the image of a row large."""
        dialog = PreviewDialog(self._context, self._images, row, self)
        dialog.moved.connect(lambda row: self.grid.select_rows(row, row))
        dialog.open()
        return dialog
