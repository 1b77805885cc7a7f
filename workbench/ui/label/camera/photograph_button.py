"""The button of the page Label that takes photographs as examples; nobody makes one where there can be no camera."""

from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from workbench.errors import UserError
from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.ui.controls.text import set_tooltip
from workbench.ui.label.camera.photograph_dialog import PhotographDialog
from workbench.ui.label.camera.photograph_file import (
    photograph_folder,
    remember_photograph_folder,
    save_photograph,
)
from workbench.ui.label.class_editing import ClassEditing
from workbench.ui.label.class_list import ClassList
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr

_SAVING = "photographs"  # The lane of photographs being saved: two at a time could take the same free name.


class PhotographButton(QPushButton):
    """Opens the dialog for the class that is chosen in the list; what is used there is saved and added as any file."""

    def __init__(self, context: ProjectContext, editing: ClassEditing, classes: ClassList) -> None:
        super().__init__(tr("Take a photograph…"))
        self._context, self._editing, self._list = context, editing, classes
        self.dialog: PhotographDialog | None = None
        self.setAccessibleName(self.text())
        set_tooltip(self, tr("Photograph examples of a class with a camera of this computer."))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        classes = self._list.classes
        if not classes:
            self._context.notifier.say(tr("Name a class first: a photograph is an example of one."))
            return
        chosen = max(0, self._list.currentIndex().row())
        self.dialog = PhotographDialog(self._context, classes, chosen, self.window())
        self.dialog.used.connect(self.use)
        self.dialog.open()

    def use(self, image_class: LabellingClassFacts, image: QImage) -> None:
        """Save a photograph and make it an example."""
        context, folder, at = self._context, photograph_folder(self._context), datetime.now().astimezone()
        remember_photograph_folder(context, folder)

        def done(path: Path) -> None:
            self._editing.add_files(image_class, [path])
            self._tell(tr("Saved as {name}", name=path.name))

        def failed(error: Exception) -> None:
            context.notifier.complain_of(error)
            if isinstance(error, UserError):
                self._tell(say(error.text))

        context.jobs.start(
            tr("Save a photograph"),
            lambda report: save_photograph(image, folder, image_class.name, at),
            owner=context.history,  # It becomes an example even if the page is built anew meanwhile.
            done=done,
            failed=failed,
            lane=_SAVING,
        )

    def _tell(self, words: str) -> None:
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.say(words)
