"""A photograph as a new file, in a folder of its own beside the project; nothing is ever written over."""

from datetime import datetime
from itertools import count
from pathlib import Path

from PySide6.QtGui import QImage

from workbench.errors import UserError
from workbench.operations.free_names import folder_stem
from workbench.operations.written_files import write_whole
from workbench.ui.look.png_file import png_of
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr
from workbench.words import marked, message

_FOLDER = "photographs"


def photograph_folder(context: ProjectContext) -> Path:
    """Return the folder that the person chose for this project's photographs, or the usual one beside it."""
    chosen = context.settings.text_of(context.path, _FOLDER)
    return Path(chosen) if chosen else context.path.with_name(tr("{project} photographs", project=context.path.stem))


def remember_photograph_folder(context: ProjectContext, folder: Path) -> None:
    """Go on with that folder, whatever language the window speaks next time."""
    context.settings.remember_text_of(context.path, _FOLDER, str(folder))


def save_photograph(image: QImage, folder: Path, class_name: str, at: datetime) -> Path:
    """Write a photograph as PNG under the name of its class and the time; return where it is.

    The folder is made where it is missing. Raises UserError where nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stem = f"{folder_stem(class_name)[:80]} {at:%Y-%m-%d %H.%M.%S}"
        names = (stem if number == 1 else f"{stem} ({number})" for number in count(1))
        path = next(path for path in (folder / f"{name}.png" for name in names) if not path.exists())
    except OSError as error:
        text = marked("A photograph cannot be saved in {folder}: {reason}. Choose another folder.")
        raise UserError(message(text, folder=str(folder), reason=error.strerror or type(error).__name__)) from error
    write_whole(path, png_of(image))
    return path
