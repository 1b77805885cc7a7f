"""Opens the playground from anywhere in the window, and leads back to what was shown before."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.deferred_module import DeferredModule
from workbench.ui.frame.door import Door

if TYPE_CHECKING:
    from workbench.ui.frame.main_window import MainWindow
    from workbench.ui.playground.playground_page import PlaygroundPage

_playground = DeferredModule("workbench.ui.playground.playground_page")  # The window is up before it.


class PlaygroundDoor(Door):
    """Makes the playground when it is first opened; it stays as it was left until the window is closed."""

    def __init__(self, window: "MainWindow", work: QWidget) -> None:
        super().__init__(window)
        self._work = work  # The start page or the open project.
        self._places = QStackedWidget()
        self._places.addWidget(work)
        window.setCentralWidget(self._places)
        self.page: PlaygroundPage | None = None

    @property
    def is_open(self) -> bool:
        """Whether the window shows the playground."""
        return self._places.currentWidget() is not self._work

    def open(self) -> None:
        """Show the playground."""
        page = self.page or self._make()
        self._places.setCurrentWidget(page)
        page.entered()

    def leave(self) -> None:
        """Show again what was shown before."""
        if not self.is_open:
            return
        self._places.setCurrentWidget(self._work)
        workspace = self.window.workspace
        door = self.window.start.playground if workspace is None else workspace.rail.playground
        door.setFocus()

    def greet_start(self) -> None:
        self.window.start.playground_requested.connect(self.open)

    def greet_project(self) -> None:
        if self.window.workspace is not None:
            self.window.workspace.playground_requested.connect(self.open)

    def _make(self) -> "PlaygroundPage":
        page: PlaygroundPage = _playground.PlaygroundPage(self.window.theme, self.window.jobs)
        page.back_requested.connect(self.leave)
        page.guide_requested.connect(self.window.guide.open)
        page.settings_requested.connect(self.window.show_settings)
        self._places.addWidget(page)
        self.page = page
        return page
