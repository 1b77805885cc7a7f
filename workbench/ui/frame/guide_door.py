"""Opens the guide from anywhere, and shows in the window what its links speak of."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from workbench.deferred_module import DeferredModule
from workbench.ui.frame.door import Door
from workbench.ui.services.translation import tr

if TYPE_CHECKING:
    from workbench.ui.frame.main_window import MainWindow
    from workbench.ui.frame.workspace import Workspace
    from workbench.ui.guide.guide_links import PlaceLink
    from workbench.ui.guide.guide_window import GuideWindow

_guide = DeferredModule("workbench.ui.guide.guide_window")  # The window is up before what nobody asked for yet.


class GuideDoor(Door):
    """Makes the guide's window when it is first opened."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._wanted: PlaceLink | None = None  # What is to be shown once the example is open.
        self.guide: GuideWindow | None = None
        QShortcut(QKeySequence("F1"), window, self.open_here)
        window.not_opened.connect(self._forget_wanted)

    def open(self, page: str = "") -> None:
        """Show the guide, with a page, or with the one read last."""
        guide = self.guide or self._make()
        guide.open_at(page)

    def open_here(self) -> None:
        """Show the page of the guide that fits what the window shows."""
        workspace = self.window.workspace
        if self.window.playground.is_open:
            self.open("playground")
            return
        self.open(workspace.page.guide_page() if workspace is not None else "")

    def speak(self) -> None:
        """Say the guide in the language that the window speaks now."""
        if self.guide is not None:
            self.guide.speak()

    def leave(self) -> None:
        """Close the guide, which remembers what is to be remembered of it."""
        if self.guide is not None and self.guide.isVisible():
            self.guide.close()

    def show_place(self, link: "PlaceLink") -> None:
        """Show the place that a link speaks of; where no project is open, in the example."""
        workspace = self.window.workspace
        if link.kind == "playground":
            self.window.playground.open()
            return
        if link.kind == "tour":
            self.leave()  # It would cover what the tour points at.
            self.window.tour.begin()
            return
        self.window.playground.leave()
        if workspace is None:
            self._wanted = link
            if self.window.start.example.isEnabled():
                self.window.start.example.click()
            self._say(tr("The example is being opened."))
        elif link.kind == "example":
            self._say(tr("A project is open. The example can be tried once it is closed."))
        else:
            self._show_in(workspace, link)

    def greet_start(self) -> None:
        self.window.start.guide_requested.connect(self.open)

    def greet_project(self) -> None:
        workspace, wanted, self._wanted = self.window.workspace, self._wanted, None
        if workspace is None:
            return
        workspace.guide_requested.connect(self.open)
        if wanted is not None:
            self._say("")
            self._show_in(workspace, wanted)

    def _forget_wanted(self) -> None:
        self._wanted = None

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
        guide: GuideWindow = _guide.GuideWindow(self.window.settings, self.window.theme, self.window)
        guide.place_requested.connect(self.show_place)
        self.guide = guide
        return guide

    def _say(self, text: str) -> None:
        if self.guide is not None:
            self.guide.say(text)
