"""The first page: make a project, open one, or try the example; it needs nothing that is slow to import."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workbench.ui.controls.drop_zone import dropped_paths, take_copy
from workbench.ui.controls.file_dialogs import choose_file, choose_folder, choose_new
from workbench.ui.controls.text import Elided, button, icon_button, label, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import HUGE, LARGE, MEDIUM, SMALL, TINY
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import tr

PROJECT_SUFFIX = ".mlwb"


class StartPage(QWidget):
    """Introduces the program, and asks which project to work on."""

    new_requested = Signal(Path)
    open_requested = Signal(Path)
    example_requested = Signal(Path)
    settings_requested = Signal()
    painted = Signal()  # Once: the page is on the screen.

    def __init__(self, settings: Settings, theme: Theme) -> None:
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
        column.addLayout(self._doors())
        self.busy = label("", "muted", wrap=True)
        column.addWidget(self.busy)
        column.addWidget(self._recent_list())
        column.addStretch(3)
        column.addLayout(self._foot())
        self.renew()

    def renew(self) -> None:
        """Show the recent projects anew."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        recent = self._settings.recent()
        if recent:
            self._recent.addWidget(label(tr("Recent projects"), "section"))
        for path in recent:
            self._recent.addWidget(self._recent_row(path))

    def set_busy(self, text: str) -> None:
        """Show what is being done, with all buttons disabled; an empty text when it is over."""
        self.busy.setText(text)
        for act in (self.new, self.open, self.example):
            act.setEnabled(not text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's names
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

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
        doors = (
            (self.new, tr("One file for all your work, except the images themselves.")),
            (self.open, tr("Continue where you left off.")),
            (self.example, tr("Synthetic alphabets drawn by the program: the whole workflow in a few minutes.")),
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
        row.addWidget(settings)
        return row

    def _shield(self) -> QLabel:
        sign = QLabel()
        sign.setPixmap(self._theme.icon("lock", self._theme.colors.good).pixmap(16, 16))
        return sign

    def _recent_list(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("kind", "inside")
        self._recent = QVBoxLayout(inside)
        self._recent.setContentsMargins(0, 0, 0, 0)
        self._recent.setSpacing(TINY)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _recent_row(self, path: Path) -> QWidget:
        line = QFrame()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        here = path.is_file()
        opener: QPushButton = button(path.stem, flat=True, icon=self._theme.icon("file"))
        set_tooltip(opener, str(path) if here else tr("{path} no longer exists.", path=str(path)))
        opener.setEnabled(here)
        opener.clicked.connect(lambda: self.open_requested.emit(path))
        forget = icon_button(self._theme.icon("close"), tr("Remove {name} from this list", name=path.stem))
        forget.clicked.connect(lambda: self._forget(path))
        folder = Elided(str(path.parent), "small")
        folder.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(opener)
        row.addWidget(folder, 1)
        row.addWidget(forget)
        return line

    def _forget(self, path: Path) -> None:
        self._settings.forget(path)
        self.renew()

    def _ask_new(self) -> None:
        kinds = tr("Projects (*.mlwb)")
        title, name = tr("Where to put the new project"), tr("My project") + PROJECT_SUFFIX
        choose_new(self, self._settings, title, self.new_requested.emit, suggestion=name, kinds=kinds)

    def _ask_open(self) -> None:
        choose_file(self, self._settings, tr("Open a project"), self.open_requested.emit, kinds=tr("Projects (*.mlwb)"))

    def _ask_example(self) -> None:
        title = tr("Where to put the example (a new folder is created in it)")
        choose_folder(self, self._settings, title, self.example_requested.emit)
