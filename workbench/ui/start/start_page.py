"""The first page: make a project, open one, or try the example; nothing slow is imported before it is up."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.folders import free_example_folder
from workbench.ui.controls.drop_zone import dropped_paths, take_copy
from workbench.ui.controls.file_dialogs import choose_file, choose_new
from workbench.ui.controls.text import button, label
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import HUGE, LARGE, MEDIUM, SMALL
from workbench.ui.services.job import Job, Title
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import tr
from workbench.ui.start.busy_row import BusyRow
from workbench.ui.start.recent_cards import RecentCards
from workbench.ui.start.tour_offer import TourOffer

PROJECT_SUFFIX = ".mlwb"


class StartPage(QWidget):
    """Introduces the program, and asks which project to work on."""

    new_requested = Signal(Path)
    open_requested = Signal(Path)
    example_requested = Signal(Path)  # A folder that is not there yet.
    settings_requested = Signal()
    playground_requested = Signal()
    guide_requested = Signal(str)  # One of its pages, empty for the one read last.
    tour_requested = Signal()
    painted = Signal()  # Once: the page is on the screen.

    def __init__(self, settings: Settings, theme: Theme, jobs: Jobs) -> None:
        super().__init__()
        self._settings = settings
        self._theme = theme
        self._is_painted = False
        self.setProperty("kind", "page")
        self.setAcceptDrops(True)
        whole = QHBoxLayout(self)
        whole.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        whole.addLayout(column, 10)
        whole.addStretch(1)
        column.addStretch(2)
        column.addWidget(label(tr("Meta-Learning Workbench"), "title"))
        text = tr(
            "Train it on the image classes you have; it then labels new ones from a few examples, and you decide."
        )
        column.addWidget(label(text, wrap=True))
        self.offer = TourOffer(settings, theme)
        self.offer.taken.connect(self.tour_requested)
        column.addWidget(self.offer)
        column.addLayout(self._doors())
        self.busy = BusyRow(theme)
        column.addWidget(self.busy)
        self._heading = label(tr("Recent projects"), "section")
        column.addWidget(self._heading)
        self.recent = RecentCards(settings, theme, jobs)
        self.recent.open_requested.connect(self.open_requested)
        self.recent.changed.connect(self.renew)
        column.addWidget(self.recent)
        column.addStretch(3)
        column.addLayout(self._foot())
        self.renew()

    def renew(self) -> None:
        """Say that there are recent projects, where there are."""
        for part in (self._heading, self.recent):
            part.setVisible(bool(self.recent.cards))

    def set_busy(self, title: Title) -> None:
        """Show what is being done, with all buttons disabled; an empty text when it is over."""
        self.busy.say(title)
        for act in (self.new, self.open, self.example, self.recent, self.offer.show_tour):
            act.setEnabled(not title)
        if not title and self._is_painted:
            self.recent.look()  # What could not be opened may be damaged.

    def follow(self, job: Job) -> None:
        """Show how far a job is that opens or makes a project, once it takes a while, with a button to cancel it."""
        self.busy.follow(job)

    def take_over(self, before: "StartPage") -> None:
        """Go on showing what the page before shows, of another language."""
        self.set_busy(before.busy.title)
        if before.busy.job is not None:
            self.follow(before.busy.job)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's names
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()
            self.recent.look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if any(path.suffix == PROJECT_SUFFIX for path in dropped_paths(event.mimeData())):
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        take_copy(event)
        self.open_requested.emit(
            next(path for path in dropped_paths(event.mimeData()) if path.suffix == PROJECT_SUFFIX)
        )

    def _doors(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(MEDIUM)
        self.new = button(tr("New project…"), primary=True)
        self.open = button(tr("Open project…"))
        self.example = button(tr("Try the example"))
        self.new.clicked.connect(self._ask_new)
        self.open.clicked.connect(self._ask_open)
        self.example.clicked.connect(self._ask_example)
        self.playground = button(tr("Playground"))
        self.playground.clicked.connect(self.playground_requested)
        doors = (
            (self.new, tr("One file for all your work, except the images themselves.")),
            (self.open, tr("Continue where you left off.")),
            (self.example, tr("Synthetic alphabets drawn by the program: the whole workflow in a few minutes.")),
            (self.playground, tr("See what learning to learn is, with a few points and no images.")),
        )
        for line, (door, words) in enumerate(doors):
            door.setMinimumWidth(168)
            grid.addWidget(door, line, 0)
            grid.addWidget(label(words, "muted", wrap=True), line, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._shield())
        row.addWidget(label(tr("Nothing leaves this computer. Your images are never changed."), "muted"))
        row.addStretch(1)
        settings = button(tr("Settings"), flat=True, icon=self._theme.icon("settings"))
        settings.clicked.connect(self.settings_requested)
        guide = button(tr("Guide"), flat=True, icon=self._theme.icon("help"))
        guide.clicked.connect(self._ask_for_guide)
        row.addWidget(guide)
        row.addWidget(settings)
        return row

    def _shield(self) -> QLabel:
        sign = QLabel()
        sign.setPixmap(self._theme.icon("lock", self._theme.colors.good).pixmap(16, 16))
        return sign

    def _ask_new(self) -> None:
        kinds = tr("Projects (*.mlwb)")
        title, name = tr("Where to put the new project"), tr("My project") + PROJECT_SUFFIX
        choose_new(self, self._settings, title, self.new_requested.emit, suggestion=name, kinds=kinds)

    def _ask_open(self) -> None:
        choose_file(self, self._settings, tr("Open a project"), self.open_requested.emit, kinds=tr("Projects (*.mlwb)"))

    def _ask_for_guide(self) -> None:
        self.guide_requested.emit("")

    def _ask_example(self) -> None:
        self.example_requested.emit(free_example_folder(tr("Workbench example")))
