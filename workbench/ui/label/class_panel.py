"""The left column of the page Label: the classes to give, and how to add some."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.ui.controls.drop_zone import dropped_paths
from workbench.ui.controls.file_dialogs import choose_folder
from workbench.ui.controls.text import button, icon_button, label, set_kind, set_tooltip
from workbench.ui.grid.card_view import IMAGE_IDS
from workbench.ui.label.camera.camera_source import qt_multimedia
from workbench.ui.label.camera.photograph_button import PhotographButton
from workbench.ui.label.class_editing import ClassEditing, ask_if_alike
from workbench.ui.label.class_list import ClassList
from workbench.ui.label.class_rows import ClassRows
from workbench.ui.label.keys_help import LOOK_AGAIN_KEY
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.look.tokens import MEDIUM, SMALL
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr


class ClassPanel(QFrame):
    """Shows the classes; what a person changes of them goes to `editing`. `learn` is checked where labels count too."""

    done_here = Signal()  # The grid should have the keyboard again.

    def __init__(
        self, context: ProjectContext, labelling: LabellingState, editing: ClassEditing, learn: QCheckBox
    ) -> None:
        super().__init__()
        self._context = context
        self._editing = editing
        self._sample: Path | None = None
        set_kind(self, "panel")
        can = context.read_only is None
        self.rows = ClassRows(labelling.labelled_count, learn.isChecked, labelling.doubtful, editable=can)
        learn.toggled.connect(self.rows.renew)
        self.list = ClassList(self.rows, context.theme, context.thumbnails, editable=can)
        self.look_at = button("", icon=context.theme.icon("warning"))
        self.look_at.setProperty("kind", "chip")
        set_tooltip(
            self.look_at, tr("Examples that may be of another class, most doubtful first ({key})", key=LOOK_AGAIN_KEY)
        )
        self.look_at.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.look_at.hide()
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name of a new class"))
        self.name.setAccessibleName(tr("Name of a new class"))
        self.add = icon_button(context.theme.icon("add"), tr("Add class"))
        self.ways = self._ways()
        self.hint = self._steps()
        self.about_traits = label(
            tr("This run uses the table of traits: a class listed there needs no examples, its name is enough."),
            "muted",
            wrap=True,
        )
        self.about_traits.hide()
        self._lay_out()
        self._connect()
        if context.read_only is not None:
            for widget in (self.name, self.add, *self.ways):
                widget.setEnabled(False)
                set_tooltip(widget, say(context.read_only))
        self.show_classes(())

    def show_classes(self, classes: tuple[LabellingClassFacts, ...]) -> None:
        """Show the classes as they are now."""
        self.rows.show(classes)
        self.list.setVisible(bool(classes))
        self.hint.setVisible(not classes)
        self._offer_sample()

    def show_doubtful(self, count: int) -> None:
        """Show which examples may be wrong, and how many."""
        self.rows.renew()
        text = tr("{count} examples to look at", count=count)
        self.look_at.setText(text)
        self.look_at.setAccessibleName(text)
        self.look_at.setVisible(count > 0)

    def show_sample(self, folder: Path | None) -> None:
        """Offer the examples that came with the example project, until there are some."""
        self._sample = folder
        self._offer_sample()

    def _ways(self) -> list[QPushButton]:
        """Return the buttons that add examples."""
        self.from_folder = button(tr("Examples from folder…"))
        set_tooltip(self.from_folder, tr("Each sub-folder becomes a class, with its images as examples."))
        self.from_sample = button(tr("Use the included examples"), primary=True)
        set_tooltip(self.from_sample, tr("The example project includes a few images of each new character."))
        if qt_multimedia() is None:
            return [self.from_folder, self.from_sample]
        return [self.from_folder, PhotographButton(self._context, self._editing, self.list), self.from_sample]

    def _offer_sample(self) -> None:
        bare = not any(image_class.examples for image_class in self.rows.classes)
        self.from_sample.setVisible(self._sample is not None and bare)

    @staticmethod
    def _steps() -> QWidget:
        steps = QWidget()
        column = QVBoxLayout(steps)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for words in (
            tr("1.  Name the new classes below."),
            tr("2.  Give each a few examples: drop files on it, or drag images there from the grid."),
            tr("3.  Review the proposals. Without examples, label some images with the keys 1 to 9."),
        ):
            column.addWidget(label(words, "muted", wrap=True))
        column.addStretch(1)
        return steps

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(label(tr("Classes"), "section"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint, 1)
        column.addWidget(self.look_at)
        column.addWidget(self.about_traits)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        column.addLayout(row)
        for act in self.ways:
            act.setSizePolicy(self.name.sizePolicy())
            column.addWidget(act)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        widest = max(act.sizeHint().width() for act in self.ways)
        return QSize(max(200, widest + 2 * MEDIUM + 2), 240)

    def _connect(self) -> None:
        editing = self._editing
        self.name.returnPressed.connect(self._add_class)
        self.add.clicked.connect(self._add_class)
        self.from_folder.clicked.connect(self._ask_folder)
        self.from_sample.clicked.connect(self._use_sample)
        self.rows.renamed.connect(self._rename)
        self.rows.dropped.connect(self._on_dropped)
        self._context.theme.changed.connect(self._paint_icons)
        self.list.remove_requested.connect(editing.remove)
        self.list.move_requested.connect(editing.move)
        self.list.left.connect(self.done_here)
        self.list.example_remove_requested.connect(
            lambda image_class, number: editing.remove_examples(image_class, [number])
        )

    def _paint_icons(self) -> None:
        self.add.setIcon(self._context.theme.icon("add"))
        self.look_at.setIcon(self._context.theme.icon("warning"))

    def _add_class(self) -> None:
        name = self.name.text().strip()
        if not name:
            return
        self.name.clear()
        ask_if_alike(self, self.rows.classes, name, lambda: self._editing.add(name), use=self._choose)

    def _choose(self, image_class: LabellingClassFacts) -> None:
        self.list.choose(image_class.id)

    def _rename(self, image_class: LabellingClassFacts, name: str) -> None:
        ask_if_alike(
            self, self.rows.classes, name, lambda: self._editing.rename(image_class, name), renamed=image_class
        )

    def _ask_folder(self) -> None:
        title = tr("Choose a folder with one sub-folder of examples per class")
        choose_folder(self, self._context.settings, title, self._editing.add_folder)

    def _use_sample(self) -> None:
        if self._sample is not None:
            self.from_sample.hide()
            self._editing.add_folder(self._sample)
            self.done_here.emit()

    def _on_dropped(self, image_class: LabellingClassFacts | None, data: QMimeData) -> None:
        paths = dropped_paths(data)
        if image_class is None:
            self._add_folders(paths)
        elif data.hasFormat(IMAGE_IDS):
            numbers = bytes(data.data(IMAGE_IDS).data()).decode()
            self._editing.add_images(image_class, [int(number) for number in numbers.split(",")])
        else:
            self._editing.add_files(image_class, paths)

    def _add_folders(self, paths: Sequence[Path]) -> None:
        folders = [path for path in paths if path.is_dir()]
        for folder in folders:
            self._editing.add_folder(folder)
        if not folders:
            self._context.notifier.say(tr("Drop files on a class, or a folder with one sub-folder per class here."))
