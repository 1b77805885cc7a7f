"""The page Images: the imported folders, their classes and their images."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from workbench.facts.file_reason import FileReason
from workbench.operations.tasks.class_tables import is_table_file
from workbench.operations.tasks.image_overview import ImageOverview, image_overview
from workbench.operations.tasks.images import ImageFacts, list_images
from workbench.operations.tasks.import_report import ImportRequest, layout_of
from workbench.operations.tasks.skipped_files import damaged_first
from workbench.operations.tasks.task_facts import TaskFacts
from workbench.ui.controls.drop_zone import DropZone, dropped_paths, take_copy
from workbench.ui.controls.file_dialogs import PathHandler, choose_folder
from workbench.ui.controls.page import Page
from workbench.ui.controls.text import button, label, set_tooltip
from workbench.ui.grid.cards import Cards
from workbench.ui.images.class_cards import cards_by_class
from workbench.ui.images.class_decisions import ClassDecisions
from workbench.ui.images.drop_cover import DropCover
from workbench.ui.images.folder_panel import FolderPanel
from workbench.ui.images.image_pane import ImagePane
from workbench.ui.images.images_place import ImagesPlace
from workbench.ui.images.import_dialog import ImportDialog
from workbench.ui.images.import_notice import ImportNotice
from workbench.ui.images.imported_classes import ImportedClasses
from workbench.ui.images.skipped import SkippedDialog
from workbench.ui.look.tokens import MEDIUM, SMALL
from workbench.ui.services.importing import Imported, Importing
from workbench.ui.services.job_report import Report
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr
from workbench.words import Message

_SPLITTER = "images.splitter"
_WIDTHS = (200, 410, 420)
_PAUSE = 60  # milliseconds without a change after which the images of a selection are read
_MANY = 5000  # images; so many are not read again while others are being imported


class ImagesPage(Page):
    """Imports folders, shows what is in them, and lets roles and names of classes be changed."""

    key = "images"

    def __init__(self, context: ProjectContext) -> None:
        super().__init__(context)
        self.overview = ImageOverview((), frozenset(), {}, ())
        self._passed_over: dict[Path, FileReason[Message]] = {}
        self._selection: object = None
        self.importing = Importing(context, self)
        self.decisions = ClassDecisions(context, self)
        self.notice = ImportNotice(context.theme)
        self.shared_roles = label("", "warn", wrap=True)
        self.shared_roles.hide()
        self.folders, self.images, self.classes = FolderPanel(context), ImagePane(context), ImportedClasses(context)
        self._header_buttons()
        self._lay_out()
        self._reading = QTimer(self, interval=_PAUSE, singleShot=True)
        self._reading.timeout.connect(self._read_images)
        self._connect()
        self.setAcceptDrops(context.read_only is None)
        self.cover = DropCover(tr("Drop folders or tables here to import them"), self)
        self._read()

    @classmethod
    def step_name(cls) -> str:
        return tr("Images")

    def entered(self) -> None:
        self.context.thumbnails.forget_troubles()

    def place(self) -> object:
        task = self.folders.folders.task
        return ImagesPlace(None if task is None else task.id, frozenset(self.classes.selected_ids()))

    def go_to(self, place: object) -> None:
        if isinstance(place, ImagesPlace):
            self.folders.folders.expect(place.folder)
            self.classes.expect(place.classes)

    def leave(self) -> None:
        self.context.settings.remember_layout(_SPLITTER, self.splitter.saveState())

    def add_folders(self, paths: list[Path]) -> None:
        """Import folders, and tables with the images beside them, in the usual way; other files are ignored."""
        folders = [path for path in paths if path.is_dir() or is_table_file(path)]
        if len(folders) < len(paths):
            self.context.notifier.complain(
                tr("Only folders and tables can be imported. Put the images in a folder and drop that here.")
            )
        self.importing.add(folders, ImportRequest())
        if folders and self.stack.currentWidget() is self.empty:
            self.stack.setCurrentWidget(self.coming)

    def show_skipped(self) -> SkippedDialog:
        """Show the files that were left out, with the reasons."""
        why = say(self.context.read_only) if self.context.read_only else ""
        dialog = SkippedDialog(self._skipped(), len(self.overview.missing), why, self)
        dialog.locate_requested.connect(self._locate_missing)
        dialog.open()
        return dialog

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's names
        if dropped_paths(event.mimeData()):
            take_copy(event)
            self.cover.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self.cover.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.cover.hide()
        take_copy(event)
        self.add_folders(dropped_paths(event.mimeData()))

    def _header_buttons(self) -> None:
        context = self.context
        self.skipped = button("", flat=True, icon=context.theme.icon("warning", context.theme.colors.warn))
        set_tooltip(self.skipped, tr("Show the skipped files and why"))
        self.skipped.clicked.connect(self.show_skipped)
        self.skipped.hide()
        self.otherwise = button(tr("Import with options…"))
        set_tooltip(self.otherwise, tr("Choose a folder and set its layout and class roles"))
        self.otherwise.clicked.connect(lambda: self._choose(self.ask_how))
        self.add = button(tr("Add folder…"), primary=True)
        self.add.clicked.connect(lambda: self._choose(lambda folder: self.add_folders([folder])))
        for act in (self.skipped, self.otherwise, self.add):
            self.buttons.addWidget(act)
        if context.read_only is not None:
            for act in (self.otherwise, self.add):
                act.setEnabled(False)
                set_tooltip(act, say(context.read_only))

    def _lay_out(self) -> None:
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        for number, (panel, least) in enumerate(((self.folders, 174), (self.images, 278), (self.classes, 324))):
            panel.setMinimumWidth(least)
            self.splitter.addWidget(panel)
            self.splitter.setStretchFactor(number, _WIDTHS[number])
        if not self.splitter.restoreState(self.context.settings.layout(_SPLITTER)):
            self.splitter.setSizes(_WIDTHS)
        # The stored state of a splitter also contains the width of its handles.
        self.splitter.setHandleWidth(SMALL)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.notice)
        column.addWidget(self.shared_roles)
        column.addWidget(self.splitter, 1)
        self.stack = QStackedWidget()
        self.empty = self._invitation()
        self.content = content
        # Nothing is shown until it is known whether there is something.
        self.coming = label(tr("The first images will appear here shortly."), "muted")
        self.coming.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (QWidget(), self.empty, self.coming, content):
            self.stack.addWidget(widget)
        self.body.addWidget(self.stack, 1)

    def _invitation(self) -> DropZone:
        text = tr(
            "A folder with one sub-folder per class, a folder of such folders, or unlabelled images: the "
            "layout is detected automatically; or a table of files and classes beside the images. Images are only "
            "read, never changed or moved."
        )
        choose = button(tr("Choose folder…"))
        choose.clicked.connect(self.add.click)
        choose.setEnabled(self.context.read_only is None)
        zone = DropZone(tr("Drop a folder of images here"), text, [choose])
        zone.setAcceptDrops(False)  # The page around it takes what is dropped.
        return zone

    def _connect(self) -> None:
        self.context.changes.tasks_changed.connect(self._read)
        self.context.changes.classes_changed.connect(self._read)  # A folder may hold examples alone now.
        self.context.jobs.changed.connect(self.folders.renew)
        self.importing.began.connect(self.notice.begin)
        self.importing.imported.connect(self._on_imported)
        self.notice.list_requested.connect(self.show_skipped)
        self.notice.options_requested.connect(self._import_again)
        self.notice.individuals_requested.connect(self._import_individuals)
        self.folders.folders.chosen.connect(self._on_folder)
        self.folders.remove_requested.connect(self.decisions.forget)
        self.folders.locate_requested.connect(self._locate)
        self.classes.chosen.connect(self._reading.start)
        self.classes.rename_requested.connect(self.decisions.rename)
        self.classes.roles_requested.connect(self.decisions.give_role)

    def _read(self) -> None:
        project = self.context.project
        name = tr("Load images")
        self.context.jobs.start(
            name, lambda report: image_overview(project), owner=self, done=self._show, newest="overview"
        )

    def _show(self, overview: ImageOverview) -> None:
        self.overview = overview
        self.folders.show_overview(overview)
        self._show_classes()
        self.shared_roles.setText("\n".join(map(say, overview.shared_roles)))
        self.shared_roles.setVisible(bool(overview.shared_roles))
        skipped = len(self._skipped())
        self.skipped.setText(tr("{count} skipped", count=skipped))
        self.skipped.setVisible(skipped > 0)
        without = self.coming if self.importing.busy else self.empty
        self.stack.setCurrentWidget(self.content if overview.tasks else without)
        if not (self.importing.busy and len(self.images.grid.cards.images) > _MANY):
            self._reading.start()

    def _chosen_tasks(self) -> tuple[TaskFacts, ...]:
        task = self.folders.folders.task
        return self.overview.tasks if task is None else (task,)

    def _on_folder(self) -> None:
        self._show_classes()
        self._reading.start()

    def _show_classes(self) -> None:
        several = self.folders.folders.task is None and len(self.overview.tasks) > 1
        self.classes.show_classes(self._chosen_tasks(), self.overview, with_folder=several)

    def _read_images(self) -> None:
        project, task = self.context.project, self.folders.folders.task
        classes = self.classes.selected_ids() or None
        titles = {row.facts.id: row.title for row in self.classes.classes.rows}
        tasks = [chosen.id for chosen in self._chosen_tasks()]
        selection = (None if task is None else task.id, classes)
        heading = self._heading(classes or [], titles)

        def work(report: Report) -> tuple[tuple[ImageFacts, ...], Cards]:
            images = list_images(project, tasks=tasks, classes=classes)
            return images, cards_by_class(images, titles)

        def done(read: tuple[tuple[ImageFacts, ...], Cards]) -> None:
            images, cards = read
            self.images.show_images(heading, images, cards, same=selection == self._selection)
            self._selection = selection

        self.context.jobs.start(tr("List the images"), work, owner=self, done=done, newest="images")

    def _heading(self, classes: list[int], titles: dict[int, str]) -> str:
        if len(classes) == 1:
            return titles[classes[0]]
        if classes:
            return tr("{count} classes", count=len(classes))
        task = self.folders.folders.task
        return tr("All folders") if task is None else task.name

    def _skipped(self) -> list[FileReason[Message]]:
        """Return what was left out: unusable images of the project first, then files that were not imported."""
        known = {image.path: image for image in self.overview.skipped}
        return damaged_first((self._passed_over | known).values())

    def _on_imported(self, imported: Imported) -> None:
        self._passed_over |= {file.path: file for file in imported.report.skipped}
        self.context.notifier.say(self.notice.add(imported))

    def _choose(self, chosen: PathHandler) -> None:
        choose_folder(self, self.context.settings, tr("Choose a folder of images"), chosen)

    def ask_how(self, folder: Path) -> ImportDialog:
        """Ask how a folder is to be imported, and do it."""
        return self._ask(folder, instead_of=())

    def _import_individuals(self, imported: Imported) -> None:
        before = [task.id for task in imported.report.tasks]
        self.importing.add([imported.folder], ImportRequest(layout_of("individuals")), instead_of=before)

    def _import_again(self, imported: Imported) -> None:
        before = [task.id for task in imported.report.tasks]
        self._ask(imported.folder, instead_of=before)

    def _ask(self, folder: Path, *, instead_of: Sequence[int]) -> ImportDialog:
        dialog = ImportDialog(folder, self.context.settings, self)
        dialog.requested.connect(lambda path, request: self.importing.add([path], request, instead_of=instead_of))
        dialog.open()
        self.importing.look_for_pages(folder.parent if is_table_file(folder) else folder, dialog, dialog.ask_of_pages)
        return dialog

    def _locate(self, task: TaskFacts) -> None:
        self._ask_where(task.folder)

    def _locate_missing(self) -> None:
        folder = self.overview.missing_folder()
        if folder is not None:
            self._ask_where(folder)

    def _ask_where(self, old: Path) -> None:
        title = tr("Where is {folder} now?", folder=str(old))
        choose_folder(self, self.context.settings, title, lambda folder: self.importing.locate(old, folder))
