"""Takes photographs and makes them examples: see, take, look at it, use it or take it again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.ui.controls.file_dialogs import choose_folder
from workbench.ui.controls.text import button, label
from workbench.ui.label.camera.camera_source import CameraSource
from workbench.ui.label.camera.photograph_file import photograph_folder, remember_photograph_folder
from workbench.ui.label.camera.photograph_view import PhotographView
from workbench.ui.look.tokens import HUGE, MEDIUM, SMALL
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr


class PhotographDialog(QDialog):
    """Stays open after a photograph was used, for the next."""

    used = Signal(LabellingClassFacts, QImage)  # A photograph is to be an example of that class.

    def __init__(
        self, context: ProjectContext, classes: Sequence[LabellingClassFacts], chosen: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._classes = context, classes
        self._is_taken = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Photographs as examples"))
        self.source = CameraSource(self)
        self.camera, self.image_class = QComboBox(), QComboBox()
        self.camera.setAccessibleName(tr("Camera"))
        self.image_class.setAccessibleName(tr("Class"))
        self.image_class.addItems([image_class.name for image_class in classes])
        self.image_class.setCurrentIndex(chosen)
        for box in (self.camera, self.image_class):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.view = PhotographView(context.theme)
        self.folder = label("", "small", wrap=True)
        self.change = button(tr("Change folder…"))
        self.notice = label("", "muted", wrap=True)
        self.take, self.again = button(tr("Take"), primary=True), button(tr("Again"))
        self.use = button(tr("Use"), primary=True)
        self.ending = button(tr("Close"))
        self._lay_out()
        self._connect()
        self._show_folder()
        self._show_cameras()

    def say(self, words: str) -> None:
        """Say below the picture what became of a photograph."""
        self.notice.setText(words)

    def done(self, result: int) -> None:
        self.source.stop()
        super().done(result)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(MEDIUM)
        form = QFormLayout()
        form.setSpacing(SMALL)
        form.addRow(tr("Camera"), self.camera)
        form.addRow(tr("Class"), self.image_class)
        column.addLayout(form)
        column.addWidget(self.view, 1)
        column.addWidget(self.notice)
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.change)
        column.addLayout(where)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.ending)
        row.addStretch(1)
        for act in (self.again, self.take, self.use):
            row.addWidget(act)
        column.addLayout(row)

    def _connect(self) -> None:
        self.source.frame_came.connect(self._on_frame)
        self.source.failed.connect(self._on_failed)
        self.source.cameras_changed.connect(self._show_cameras)
        self.camera.activated.connect(self._start)
        self.take.clicked.connect(self._take)
        self.again.clicked.connect(self._see)
        self.use.clicked.connect(self._use)
        self.change.clicked.connect(self._ask_where)
        self.ending.clicked.connect(self.accept)

    def _show_folder(self) -> None:
        self.folder.setText(tr("Photographs are saved in {folder}", folder=str(photograph_folder(self._context))))

    def _ask_where(self) -> None:
        choose_folder(self, self._context.settings, tr("Where to save photographs"), self._save_in)

    def _save_in(self, folder: Path) -> None:
        remember_photograph_folder(self._context, folder)
        self._show_folder()

    def _show_cameras(self) -> None:
        """List the cameras; the one that is shown stays so while it is connected, and so does what was taken."""
        before, names = self.camera.currentText(), self.source.cameras()
        self.camera.clear()
        self.camera.addItems(names)
        self.camera.setEnabled(bool(names))
        if self._is_taken:
            return
        self.camera.setCurrentIndex(max(0, self.camera.findText(before)) if names else -1)
        self._start()

    def _start(self) -> None:
        if self.camera.currentIndex() < 0:
            self.source.stop()
            self._see_nothing(tr("No camera is connected. Once one is, its picture appears here."))
            return
        self._see_nothing(tr("The camera is starting…"))
        self.source.start(self.camera.currentIndex())

    def _see_nothing(self, words: str) -> None:
        self.view.say(words)
        self._see()

    def _see(self) -> None:
        """Show what the camera sees, not what was taken."""
        self._is_taken = False
        self._renew_buttons()

    def _renew_buttons(self) -> None:
        self.take.setVisible(not self._is_taken)
        self.take.setEnabled(not self.view.image.isNull())
        for act in (self.again, self.use):
            act.setVisible(self._is_taken)

    def _on_frame(self, image: QImage) -> None:
        if not self._is_taken:
            self.view.show_image(image, tr("What the camera sees"))
            self.take.setEnabled(True)

    def _on_failed(self, words: str) -> None:
        if not self._is_taken:
            name = self.camera.currentText()
            text = tr("The camera {name} gives no picture: {reason}. Another program may be using it.", name=name,
                      reason=words.rstrip("."))  # fmt: skip
            self._see_nothing(text)

    def _take(self) -> None:
        self._is_taken = True
        self.view.setAccessibleName(tr("The photograph taken"))
        self.say("")
        self._renew_buttons()
        self.use.setFocus()

    def _use(self) -> None:
        image = self.view.image
        self._see()
        self.take.setFocus()
        self.used.emit(self._classes[self.image_class.currentIndex()], image)
