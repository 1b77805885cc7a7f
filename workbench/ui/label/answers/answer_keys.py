"""Connects the keys of the grid, and the buttons beside the large image, with the answers that they give."""

from workbench.ui.label.answering import Answering
from workbench.ui.label.image_inspector import ImageInspector
from workbench.ui.label.label_grid import LabelGrid
from workbench.ui.label.label_popups import LabelPopups
from workbench.ui.label.shown_images import ShownImages


def connect_answers(
    grid: LabelGrid, inspector: ImageInspector, *, answering: Answering, popups: LabelPopups, shown: ShownImages
) -> None:
    """Let each key and button answer for the images that are chosen."""
    grid.opened.connect(popups.enlarge)
    grid.accept_requested.connect(lambda: answering.accept(shown.chosen()))
    grid.class_requested.connect(lambda index: answering.give_class_at(shown.chosen(), index))
    grid.search_requested.connect(lambda typed: popups.search(shown.chosen(), typed))
    grid.unknown_requested.connect(lambda: answering.unknown(shown.chosen()))
    grid.reject_requested.connect(lambda: answering.reject(shown.chosen()))
    grid.withdraw_requested.connect(lambda: answering.withdraw(shown.chosen()))
    grid.example_requested.connect(lambda: popups.search_for_example(shown.chosen()))
    grid.help_requested.connect(popups.list_keys)
    inspector.accept_requested.connect(grid.accept_requested)
    inspector.unknown_requested.connect(grid.unknown_requested)
    inspector.reject_requested.connect(grid.reject_requested)
    inspector.withdraw_requested.connect(grid.withdraw_requested)
