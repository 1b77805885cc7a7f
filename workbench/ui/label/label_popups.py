"""What opens over the page Label: the search for a class, one image enlarged, and the list of keys."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.ui.grid.preview import PreviewDialog
from workbench.ui.label.answering import Answering
from workbench.ui.label.class_editing import ClassEditing, ask_if_alike
from workbench.ui.label.class_popup import ClassPopup
from workbench.ui.label.keys_help import KeysHelp
from workbench.ui.label.label_cards import Picked
from workbench.ui.label.label_grid import LabelGrid
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr


class LabelPopups:
    """Opens them at the current card; what a person chooses is about the images that were chosen when they opened."""

    def __init__(
        self,
        context: ProjectContext,
        labelling: LabellingState,
        *,
        grid: LabelGrid,
        answering: Answering,
        editing: ClassEditing,
        page: QWidget,
    ) -> None:
        self._context = context
        self._labelling = labelling
        self._grid = grid
        self._answering = answering
        self._editing = editing
        self._page = page

    def search(self, rows: NDArray[np.int64], typed: str, at: QPoint | None = None) -> None:
        """Ask which class some rows are of, `at` a point of the screen or at the current card; it may be a new one."""
        ids = self._labelling.ids[rows]

        def give(class_id: int, name: str) -> None:
            still = self._labelling.rows_of(ids)
            self._answering.give(still[still >= 0], class_id, name)

        def make(name: str) -> None:
            still = self._labelling.rows_of(ids)
            self._answering.name_class(still[still >= 0], name)

        def add(name: str) -> None:
            ask_if_alike(
                self._page,
                self._labelling.classes,
                name,
                lambda: make(name),
                use=lambda image_class: give(image_class.id, image_class.name),
            )

        if len(ids) and not self._answering.refused():
            title = tr("Which class is it?") if len(ids) == 1 else tr("Which class are these {count}?", count=len(ids))
            self._open(title, lambda image_class: give(image_class.id, image_class.name), add, typed, at)

    def search_for_example(self, rows: NDArray[np.int64]) -> None:
        """Ask of which class some rows are to be examples."""
        ids = self._labelling.ids[rows].tolist()
        if ids and not self._answering.refused():
            title = tr("An example of which class?")
            self._open(title, lambda image_class: self._editing.add_images(image_class, ids), None, "")

    def enlarge(self, row: int) -> None:
        """Show the image of a card as large as the window allows; the current card follows the preview."""
        facts = self._labelling.images
        images = Picked(self._labelling.rows_of(self._grid.cards.ids), lambda row: facts[row])
        dialog = PreviewDialog(self._context, images, row, self._page)
        dialog.moved.connect(lambda moved: self._grid.select_ids([images[moved].id]))
        dialog.open()

    def list_keys(self) -> None:
        """Show what the keys do."""
        dialog = KeysHelp(self._page)
        dialog.finished.connect(lambda code: self._grid.setFocus())
        dialog.open()

    def _open(
        self,
        title: str,
        chosen: Callable[[LabellingClassFacts], None],
        added: Callable[[str], None] | None,
        typed: str,
        at: QPoint | None = None,
    ) -> None:
        popup = ClassPopup(title, self._labelling.classes, chosen, added, self._page)
        below = self._grid.visualRect(self._grid.currentIndex()).bottomLeft()
        popup.open_at(self._grid.viewport().mapToGlobal(below) if at is None else at, typed)
