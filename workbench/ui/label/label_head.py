"""The head of the page Label: which images are labelled, which run proposes, and help."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.operations.tasks.import_report import ImportRequest, layout_of
from workbench.ui.controls.file_dialogs import choose_folder
from workbench.ui.controls.text import button, icon_button, set_tooltip
from workbench.ui.label.choice_box import ChoiceBox
from workbench.ui.label.fit_button import FitButton
from workbench.ui.label.label_reading import LabelReading
from workbench.ui.label.label_sources import run_choices, task_choices
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.importing import Imported, Importing
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr


class LabelHead(QWidget):
    """Shows the folders and runs of `reading`, chooses among them, and imports folders to label."""

    keys_requested = Signal()

    def __init__(self, context: ProjectContext, reading: LabelReading) -> None:
        super().__init__()
        self._context = context
        self._reading = reading
        self._importing = Importing(context, self)
        self.tasks = ChoiceBox(tr("Images to label"))
        self.tasks.setPlaceholderText(tr("Images to label"))
        self.add_images = button(tr("Add images…"))
        self.runs = ChoiceBox(tr("Model"))
        self.fit = FitButton(context.theme)
        self.fit.show_fit(reading.fit)
        self.keys = icon_button(context.theme.icon("help"), tr("Keyboard shortcuts (?)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for widget in (self.tasks, self.add_images, self.runs, self.fit, self.keys):
            row.addWidget(widget)
        if context.read_only is not None:
            self.add_images.setEnabled(False)
            set_tooltip(self.add_images, say(context.read_only))
        self._connect()

    def ask_images(self) -> None:
        """Ask for a folder to label."""
        title = tr("Choose a folder of images to label")
        choose_folder(self, self._context.settings, title, lambda folder: self.add([folder]))

    def add(self, paths: list[Path]) -> None:
        """Import folders as images to label."""
        folders = [path for path in paths if path.is_dir()]
        if folders:
            self._importing.add(folders, ImportRequest(layout=layout_of("unlabelled")))
        else:
            self._context.notifier.say(tr("Drop a folder, not single files."))

    def show_sources(self) -> None:
        """Show the folders and runs to choose from."""
        sources, reading = self._reading.sources, self._reading
        if sources is not None:
            task = None if reading.task is None else str(reading.task)
            self.tasks.show_choices(task_choices(sources), task)
            self.runs.show_choices(run_choices(sources.runs, self._context.names.titles), reading.run)
            self._explain_run()

    def _explain_run(self) -> None:
        """Say beside the run why it proposes, where it is the one that does so unless another is chosen."""
        sources, run = self._reading.sources, self._reading.run
        usual = None if sources is None else sources.usual
        why = say(usual.why) if usual is not None and str(usual.run) == run else ""
        set_tooltip(self.runs, "\n".join(filter(None, (self.runs.accessibleName(), why))))

    def _connect(self) -> None:
        reading = self._reading
        reading.sources_loaded.connect(self.show_sources)
        reading.run_loaded.connect(self._explain_run)
        self._context.names.came.connect(self.show_sources)
        self.tasks.chosen.connect(lambda value: reading.choose_task(int(value)))
        self.runs.chosen.connect(reading.choose_run)
        self.fit.chosen.connect(reading.choose_fit)
        self.add_images.clicked.connect(self.ask_images)
        self.keys.clicked.connect(self.keys_requested)
        self._importing.imported.connect(self._on_imported)
        self._context.theme.changed.connect(self._paint_icons)

    def _paint_icons(self) -> None:
        self.keys.setIcon(self._context.theme.icon("help"))

    def _on_imported(self, imported: Imported) -> None:
        report = imported.report
        words = [tr("{count} images added", count=report.added)]
        words += [tr("{count} already imported", count=report.known)] if report.known else []
        words += [tr("{count} could not be read", count=len(report.skipped))] if report.skipped else []
        self._context.notifier.say(", ".join(words))
        if report.tasks:
            self._reading.choose_task(report.tasks[0].id)
