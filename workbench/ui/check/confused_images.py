"""The images behind one confusion, under a heading that says which."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.operations.evaluation.evaluations import confused_images
from workbench.operations.tasks.images import ImageFacts, images_of
from workbench.ui.check.confusion_words import Confusion, cell_heading
from workbench.ui.controls.text import label
from workbench.ui.grid.card_view import CardView
from workbench.ui.grid.cards import Cards, Section
from workbench.ui.look.tokens import SMALL, TINY
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr

_PICTURE = 80
_LEAST = 64  # pixels of height


class ConfusedImages(QWidget):
    """Shows the images of a class that were predicted as another, the most frequently confused first."""

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        self.heading = label("", "strong", wrap=True)
        self.note = label("", "small", wrap=True)
        self.cards = CardView(context.theme, context.thumbnails, picture=_PICTURE)
        self.cards.setAccessibleName(tr("Images of the selected cell"))
        self.cards.setMinimumHeight(_LEAST)
        for widget in (self.heading, self.note):
            column.addWidget(widget)
        column.addSpacing(SMALL - TINY)
        column.addWidget(self.cards, 1)
        self.clear()

    def clear(self, words: str = "") -> None:
        """Show no images, and say how to see some, or why there are none to be seen."""
        self.heading.setText(tr("Images"))
        self.note.setText(words or tr("Choose a cell or a row to see its images here."))
        self.cards.replace_cards(Cards())

    def show_confusion(self, evaluation: int, cell: Confusion, truth: int, named: int) -> None:
        """Read and show the images of class `truth` that were predicted as class `named`, both class ids."""
        project = self._context.project
        self._context.jobs.start(
            tr("Load images"),
            lambda report: images_of(project, confused_images(project, evaluation, truth, named)),
            owner=self,
            done=lambda images: self._show(cell, images),
            newest="images",
        )

    def _show(self, cell: Confusion, images: Sequence[ImageFacts]) -> None:
        self.heading.setText(cell_heading(cell))
        self.note.setText(self._note(cell, len(images)))
        right = np.full(len(images), cell.truth == cell.named)
        self.cards.replace_cards(Cards(images, (Section("", len(images)),), right=right))

    def _note(self, cell: Confusion, image_count: int) -> str:
        if not cell.count:
            return tr("This did not occur in this test.")
        if not image_count:
            return tr("The images are no longer in the project, or the test is from an older version.")
        return tr("{count} images, the most frequent first", count=image_count)
