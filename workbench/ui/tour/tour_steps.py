"""What the tour says, and of which parts of the window: one step for each step of the job."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from workbench.ui.check.check_page import CheckPage
from workbench.ui.controls.page import Page
from workbench.ui.export.export_page import ExportPage
from workbench.ui.images.images_page import ImagesPage
from workbench.ui.label.label_page import LabelPage
from workbench.ui.learn.learn_page import LearnPage
from workbench.words import Message, marked


@dataclass(frozen=True)
class TourStep:
    """One step: the key of its page, what is said, and the parts of that page of which the first visible is shown."""

    page: str
    text: Message
    parts: Callable[[Page], tuple[QWidget, ...]]


def _of_images(page: Page) -> tuple[QWidget, ...]:
    return (page.folders, page.add) if isinstance(page, ImagesPage) else ()


def _of_learn(page: Page) -> tuple[QWidget, ...]:
    return (page.tabs,) if isinstance(page, LearnPage) else ()


def _of_check(page: Page) -> tuple[QWidget, ...]:
    return (page.head.act, page.panel) if isinstance(page, CheckPage) else ()


def _of_label(page: Page) -> tuple[QWidget, ...]:
    return (page.panel,) if isinstance(page, LabelPage) else ()


def _of_export(page: Page) -> tuple[QWidget, ...]:
    return (page.go,) if isinstance(page, ExportPage) else ()


TOUR = (
    TourStep(
        "images",
        Message(
            marked(
                "Images come in as folders. Each sub-folder is a class to learn from; a folder without sub-folders is "
                "to be labelled. Images are only read, never changed."
            )
        ),
        _of_images,
    ),
    TourStep(
        "learn",
        Message(
            marked(
                "From the classes you have, the program learns how to tell new ones apart. Leave the choice to it, or "
                "choose how it learns, and press Start. You can also skip this: a pretrained network comes with it."
            )
        ),
        _of_learn,
    ),
    TourStep(
        "check",
        Message(
            marked(
                "A test says how often the answers are right on classes that were never learned from, and what speaks "
                "against trusting that figure."
            )
        ),
        _of_check,
    ),
    TourStep(
        "label",
        Message(
            marked(
                "Name the new classes and give each a few examples. Each image then gets a proposal, which you accept "
                "or correct with a key. Everything can be undone."
            )
        ),
        _of_label,
    ),
    TourStep(
        "export",
        Message(
            marked(
                "Your labels go out as a table, as JSON, or as copies in a folder for each class. That is the whole "
                "job. F1 opens the guide: it explains each page, and has this tour."
            )
        ),
        _of_export,
    ),
)
