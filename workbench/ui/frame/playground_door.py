"""Opens the playground from anywhere in the window, and leads back to what was shown before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.deferred_module import DeferredModule

if TYPE_CHECKING:
    from workbench.ui.frame.main_window import MainWindow
    from workbench.ui.playground.playground_page import PlaygroundPage

_playground = DeferredModule("workbench.ui.playground.playground_page")  # The window is up before it.


class PlaygroundDoor(QObject):
    """Makes the playground when it is first opened; it stays as it was left until the window is closed."""

    def __init__(self, window: "MainWindow", work: QWidget) -> None:
        super().__init__(window)
        self._window = window
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
        workspace = self._window.workspace
        door = self._window.start.playground if workspace is None else workspace.rail.playground
        door.setFocus()

    def _make(self) -> "PlaygroundPage":
        page: PlaygroundPage = _playground.PlaygroundPage(self._window.theme, self._window.jobs)
        page.back_requested.connect(self.leave)
        page.guide_requested.connect(self._window.guide.open)
        page.settings_requested.connect(self._window.show_settings)
        self._places.addWidget(page)
        self.page = page
        return page
