"""Asks for a file or a folder and passes the answer on, without blocking the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from workbench.ui.look.icons import icon
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import tr

PathHandler = Callable[[Path], object]
# The arrows of Qt's own dialog, where the system has none, are black on whatever ground.
_ARROWS = {"backButton": "previous", "forwardButton": "next", "toParentButton": "up"}


def choose_folder(parent: QWidget, settings: Settings, title: str, chosen: PathHandler) -> QFileDialog:
    """Ask for a folder that exists."""
    dialog = _dialog(parent, settings, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog, settings, chosen)


def choose_file(parent: QWidget, settings: Settings, title: str, chosen: PathHandler, *, kinds: str) -> QFileDialog:
    """Ask for a file that exists; `kinds` is Qt's list of filters."""
    dialog = _dialog(parent, settings, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, tr("File name:"))
    dialog.setNameFilter(kinds)
    return _opened(dialog, settings, chosen)


def choose_new(
    parent: QWidget, settings: Settings, title: str, chosen: PathHandler, *, suggestion: str, kinds: str
) -> QFileDialog:
    """Ask where to put a new file; `suggestion` is its name, whose suffix is added where none is given."""
    dialog = _dialog(parent, settings, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, tr("File name:"))
    # Existing files are refused when writing: a question whether to overwrite one would promise too much.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(Path(suggestion).suffix.removeprefix("."))
    # Of several kinds, the one that is chosen then.
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")")))
    dialog.selectFile(suggestion)
    return _opened(dialog, settings, chosen)


def _dialog(parent: QWidget, settings: Settings, title: str) -> QFileDialog:
    places = QStandardPaths.StandardLocation
    usual = [QStandardPaths.writableLocation(location) for location in (places.DocumentsLocation, places.HomeLocation)]
    here = next((folder for folder in (settings.text("folder"), *usual) if folder and Path(folder).is_dir()), "")
    dialog = QFileDialog(parent, title, here)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, tr("Cancel"))
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("File type:"))
    return dialog


def _opened(dialog: QFileDialog, settings: Settings, chosen: PathHandler) -> QFileDialog:
    def answer(name: str) -> None:
        path = Path(name)
        settings.remember_text("folder", str(path.parent))
        chosen(path)

    dialog.fileSelected.connect(answer)
    dialog.open()
    for arrow in dialog.findChildren(QToolButton):
        if arrow.objectName() in _ARROWS:
            arrow.setIcon(icon(_ARROWS[arrow.objectName()]))
    return dialog
