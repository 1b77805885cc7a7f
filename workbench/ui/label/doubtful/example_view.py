"""An example of a class in the right column of the page Label: large, with what speaks against it and its remedies."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from workbench.operations.labelling.examples import ExampleFacts
from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.operations.tasks.thumbnails import image_at_full_size
from workbench.ui.controls.text import Elided, button, label, set_kind, set_tooltip
from workbench.ui.grid.preview import Picture
from workbench.ui.label.doubtful.doubtful_examples import Misgiving
from workbench.ui.look.marks import mark_icon
from workbench.ui.look.tokens import LARGE, MEDIUM, SMALL, TINY
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.thumbnails import as_image
from workbench.ui.services.translation import say, tr

_LONGEST = 1200  # pixels; the column is never wider on any screen


class ExampleView(QFrame):
    """Shows one example; its buttons request what is to be done with it."""

    take_out_requested = Signal()
    move_requested = Signal()

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._context = context
        self._shown: int | None = None  # image id
        self._move_text = ""
        set_kind(self, "panel")
        self.setAccessibleName(tr("Example"))
        self.picture = Picture()
        self.picture.setMinimumSize(120, 96)
        self.name = Elided("", "strong")
        self.folder = Elided("", "small")
        self.mark = QLabel()
        self.of = Elided("", "strong", cut=Qt.TextElideMode.ElideRight)
        self.doubt = label("", "warn", wrap=True)
        self.reason = label("", "small", wrap=True)
        self.move_over = button("")
        self.take_out = button(tr("Take out"))
        self._lay_out()
        read_only = context.read_only
        set_tooltip(self.take_out, tr("Take the example out of its class (Delete)") if read_only is None else "")
        for act in (self.move_over, self.take_out):
            act.setEnabled(read_only is None)
            act.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            if read_only is not None:
                set_tooltip(act, say(read_only))
        self.move_over.clicked.connect(self.move_requested)
        self.take_out.clicked.connect(self.take_out_requested)

    def show_example(
        self, image_class: LabellingClassFacts, number: int, example: ExampleFacts, misgiving: Misgiving | None
    ) -> None:
        """Show an example of the class of that number, counted from 0, and what speaks against it."""
        image = example.image
        self.name.setText(image.path.name)
        self.folder.setText(str(image.path.parent))
        self.mark.setPixmap(mark_icon(number).pixmap(16, 16))
        self.of.setText(tr("Example of {name}", name=image_class.name))
        for words in (self.doubt, self.reason):
            words.setVisible(misgiving is not None)
        self.move_over.setVisible(misgiving is not None and misgiving.can_move)
        if misgiving is not None:
            self.doubt.setText(misgiving.about_example())
            self.reason.setText(misgiving.reason())
            self._move_text = tr("Move to {name}", name=misgiving.other.name)
            self.move_over.setAccessibleName(self._move_text)
            if self._context.read_only is None:
                set_tooltip(self.move_over, self._move_text)
            self._fit_words()
        if image.id != self._shown:
            self._shown = image.id
            self._load(example)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's names
        super().resizeEvent(event)
        self._fit_words()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, 240)

    def _fit_words(self) -> None:
        room = self.width() - 2 * MEDIUM - 2 * LARGE
        metrics = self.move_over.fontMetrics()
        self.move_over.setText(metrics.elidedText(self._move_text, Qt.TextElideMode.ElideRight, room))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(TINY)
        column.addWidget(self.picture, 1)
        column.addSpacing(SMALL)
        column.addWidget(self.name)
        column.addWidget(self.folder)
        column.addSpacing(SMALL)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.mark.setFixedSize(16, 16)
        row.addWidget(self.mark)
        row.addWidget(self.of, 1)
        column.addLayout(row)
        column.addWidget(self.doubt)
        column.addWidget(self.reason)
        column.addSpacing(SMALL)
        column.addWidget(self.move_over)
        column.addWidget(self.take_out)

    def _load(self, example: ExampleFacts) -> None:
        image = example.image
        small = self._context.thumbnails.picture(image.path, image.sha256)
        # Takes up the room of the image itself, so that nothing moves when that is loaded.
        known = small is not None and image.width and image.height
        size = QSize(image.width or 0, image.height or 0) if known else None
        self.picture.show_image(small.toImage() if small is not None else QImage(), size)
        self._context.jobs.start(
            tr("Show an image"),
            lambda report: as_image(image_at_full_size(image.path, image.sha256, _LONGEST)),
            owner=self,
            done=self.picture.show_image,
            failed=lambda error: self.picture.show_image(QImage()),
            newest="preview",
        )
