"""How pages notify the person: a line at the bottom, a complaint above the page, or another page to go to."""

from PySide6.QtCore import QObject, Signal

from workbench.deferred_module import DeferredModule
from workbench.errors import UserError
from workbench.ui.services.translation import say

_opening = DeferredModule("workbench.operations.project.opening")  # The window is up before what takes long.


class Notifier(QObject):
    """Relays the messages of pages to the window, which shows them."""

    said = Signal(str)  # What just happened.
    complained = Signal(str)
    complained_of_damage = Signal(str)  # A complaint that repairing the project may end.
    found_damage = Signal(str)  # What is damaged, while all else can be worked with.
    withdrew = Signal(str)  # A complaint that no longer holds.
    requested = Signal(str)  # The key of a page to go to.
    guide_requested = Signal(str)  # The name of a page of the guide.

    def say(self, text: str) -> None:
        """Show in the line at the bottom what just happened."""
        self.said.emit(text)

    def begin(self) -> None:
        """Take away what was said of something earlier, as the person begins something else."""
        self.said.emit("")

    def complain(self, text: str) -> None:
        """Show above the page, once, what went wrong and what to do."""
        self.complained.emit(text)

    def complain_of(self, error: Exception) -> None:
        """Complain of an error whose text is for the person; any other is a bug, which the window reports itself."""
        if isinstance(error, UserError):
            tell = self.complained_of_damage if _opening.is_damage(error) else self.complained
            tell.emit(say(error.text))

    def tell_of_damage(self, text: str) -> None:
        """Show above the pages, for as long as the project is open, what of it is damaged."""
        self.found_damage.emit(text)

    def withdraw(self, text: str) -> None:
        """Withdraw a complaint, if it is still the one shown."""
        self.withdrew.emit(text)

    def go_to(self, page: str) -> None:
        """Show the page of that key."""
        self.requested.emit(page)

    def open_guide(self, page: str) -> None:
        """Show the page of that name of the guide."""
        self.guide_requested.emit(page)
