"""A folder of examples: one sub-folder for each class, its files the examples."""

from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UserError
from workbench.imaging.grouping import Grouping
from workbench.imaging.scan import FoundFile, Layout, scan
from workbench.words import marked, message


@dataclass(frozen=True)
class ExampleFile:
    """A file that may be an example, and the class its folder stands for."""

    path: Path
    class_name: str


def find_examples(folder: Path) -> list[ExampleFile]:
    """Return the files of every class in a folder. Raises UserError when it cannot be read or holds none."""
    found = [
        ExampleFile(each.path, each.class_name)
        for each in scan(folder, Layout.CLASSES, Grouping.parse("none"))
        if isinstance(each, FoundFile) and each.class_name is not None
    ]
    if not found:
        text = marked("{folder} holds no examples. It needs one sub-folder for each class, with at least one image.")
        raise UserError(message(text, folder=str(folder)))
    return found
