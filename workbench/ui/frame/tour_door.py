"""Opens the tour from the start page or the guide, and leads through the pages of the project that is open."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from workbench.deferred_module import DeferredModule
from workbench.folders import free_example_folder
from workbench.ui.frame.door import Door
from workbench.ui.services.translation import say, tr

if TYPE_CHECKING:
    from workbench.ui.frame.main_window import MainWindow
    from workbench.ui.frame.workspace import Workspace
    from workbench.ui.tour.tour_steps import TourStep
    from workbench.ui.tour.tour_view import TourView

# The window is up before what nobody asked for yet.
_view = DeferredModule("workbench.ui.tour.tour_view")
_steps = DeferredModule("workbench.ui.tour.tour_steps")


class TourDoor(Door):
    """Shows the steps one after the other, in the project that is open or else in the example."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        window.not_opened.connect(self._forget_wanted)
        self._wanted = False  # Whether it begins once the example is open.
        self._place = 0
        self.view: TourView | None = None

    def begin(self) -> None:
        """Show the first step."""
        window = self.window
        window.playground.leave()
        window.activateWindow()
        if window.workspace is not None:
            window.settings.knows_tour = True
            self.end()
            self._show(window.workspace, 0)
        elif window.start.example.isEnabled():
            self._wanted = True
            before = self._example_before()
            if before is None:
                window.start.example.click()
            else:
                window.open_project(before)

    def end(self) -> None:
        """Take the tour away; what it led to stays as it is."""
        view, self.view = self.view, None
        if view is None:
            return
        focused = self.window.focusWidget()
        had_focus = focused is not None and view.callout.isAncestorOf(focused)
        view.end()
        if had_focus and self.window.workspace is not None:
            self.window.workspace.page.setFocus()

    def greet_start(self) -> None:
        self.window.start.tour_requested.connect(self.begin)
        if self.window.workspace is None:
            self.view = None  # The project was closed, and its pages are gone.

    def greet_project(self) -> None:
        workspace, wanted, self._wanted = self.window.workspace, self._wanted, False
        if wanted:
            self.begin()
        elif self.view is not None and workspace is not None:
            # The language has changed: the pages are others, and so is what lay over them.
            self.view = None
            self._show(workspace, self._place, stay=True)

    def _forget_wanted(self) -> None:
        self._wanted = False

    def _example_before(self) -> Path | None:
        """Return the project of the example that was opened last: not every tour should draw another."""
        name = tr("Workbench example")
        home = free_example_folder(name).parent
        examples = (
            path
            for path in self.window.settings.recent()
            if path.parent.parent == home and path.parent.name.startswith(name) and path.exists()
        )
        return next(examples, None)

    def _show(self, workspace: "Workspace", place: int, *, stay: bool = False) -> None:
        """Show a step: its page, unless that is locked or the person is to `stay` where they are."""
        step: TourStep = _steps.TOUR[place]
        self._place = place
        rail = workspace.rail.steps[step.page]
        if not stay and not rail.waits_for:
            workspace.show_page(step.page)
        view = self.view or self._make(workspace)
        callout = view.callout
        callout.say(place, len(_steps.TOUR), rail.name, say(step.text))
        callout.say_waiting(rail.waits_for)
        page = workspace.pages.get(step.page)
        parts: tuple[QWidget, ...] = step.parts(page) if page is not None and not rail.waits_for else ()
        view.show_parts((*parts, rail))
        callout.next.setFocus()
        callout.announce()

    def _make(self, workspace: "Workspace") -> "TourView":
        view: TourView = _view.TourView(workspace, workspace.context.theme)
        view.callout.next_requested.connect(self._go_on)
        view.callout.back_requested.connect(self._go_back)
        view.callout.skip_requested.connect(self.end)
        self.view = view
        return view

    def _go_on(self) -> None:
        self._go(self._place + 1)

    def _go_back(self) -> None:
        self._go(self._place - 1)

    def _go(self, place: int) -> None:
        workspace = self.window.workspace
        if workspace is None or place == len(_steps.TOUR):
            self.end()
        elif place >= 0:
            self._show(workspace, place)
