"""A folder of examples: one sub-folder for each class, its files the examples."""

from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UserError
from workbench.imaging.grouping import Grouping
from workbench.imaging.scan import Layout, PassedOver, scan
from workbench.words import marked, message


@dataclass(frozen=True)
class ExampleFile:
    """A file that may be an example, and the class its folder stands for."""

    path: Path
    class_name: str


def find_examples(folder: Path) -> tuple[list[ExampleFile], list[PassedOver]]:
    """Return the files of every class in a folder, and what is passed over.

    Raises UserError when the folder cannot be read or holds no examples.
    """
    found, passed_over = [], []
    for each in scan(folder, Layout.CLASSES, Grouping.parse("none")):
        if isinstance(each, PassedOver):
            passed_over.append(each)
        elif each.class_name is not None:
            found.append(ExampleFile(each.path, each.class_name))
    if not found:
        text = marked("{folder} holds no examples. It needs one sub-folder for each class, with at least one image.")
        raise UserError(message(text, folder=str(folder)))
    return found, passed_over
