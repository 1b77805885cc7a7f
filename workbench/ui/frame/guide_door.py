"""Opens the guide from anywhere, and shows in the window what its links speak of."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from workbench.deferred_module import DeferredModule
from workbench.ui.services.translation import tr

if TYPE_CHECKING:
    from workbench.ui.frame.main_window import MainWindow
    from workbench.ui.frame.workspace import Workspace
    from workbench.ui.guide.guide_links import PlaceLink
    from workbench.ui.guide.guide_window import GuideWindow

_guide = DeferredModule("workbench.ui.guide.guide_window")  # The window is up before what nobody asked for yet.


class GuideDoor(QObject):
    """Makes the guide's window when it is first opened."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._wanted: PlaceLink | None = None  # What is to be shown once the example is open.
        self.guide: GuideWindow | None = None
        QShortcut(QKeySequence("F1"), window, self.open_here)

    def open(self, page: str = "") -> None:
        """Show the guide, with a page, or with the one read last."""
        guide = self.guide or self._make()
        guide.open_at(page)

    def open_here(self) -> None:
        """Show the page of the guide that fits what the window shows."""
        workspace = self._window.workspace
        if self._window.playground.is_open:
            self.open("playground")
            return
        self.open(workspace.page.guide_page() if workspace is not None else "")

    def speak(self) -> None:
        """Say the guide in the language that the window speaks now."""
        if self.guide is not None:
            self.guide.speak()

    def leave(self) -> None:
        """Remember what is to be remembered of the guide: the window is about to go."""
        if self.guide is not None and self.guide.isVisible():
            self.guide.close()

    def show_place(self, link: "PlaceLink") -> None:
        """Show the place that a link speaks of; where no project is open, in the example."""
        workspace = self._window.workspace
        if link.kind == "playground":
            self._window.playground.open()
            return
        self._window.playground.leave()
        if workspace is None:
            self._wanted = link
            if self._window.start.example.isEnabled():
                self._window.start.example.click()
            self._say(tr("The example is being opened."))
        elif link.kind == "example":
            self._say(tr("A project is open. The example can be tried once it is closed."))
        else:
            self._show_in(workspace, link)

    def take_in(self, workspace: "Workspace") -> None:
        """Show in a project that was just opened what a link spoke of."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._say("")
            self._show_in(workspace, wanted)

    def _show_in(self, workspace: "Workspace", link: "PlaceLink") -> None:
        step = "learn" if link.kind == "approach" else link.name or "images"
        waits_for = workspace.rail.steps[step].waits_for
        if waits_for:
            self._say(waits_for)
            return
        workspace.show_page(step)
        if link.kind == "approach":
            workspace.page.show_part(link.name)

    def _make(self) -> "GuideWindow":
        guide: GuideWindow = _guide.GuideWindow(self._window.settings, self._window.theme, self._window)
        guide.place_requested.connect(self.show_place)
        self.guide = guide
        return guide

    def _say(self, text: str) -> None:
        if self.guide is not None:
            self.guide.say(text)
