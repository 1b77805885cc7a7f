"""What every door is: it opens something from anywhere in the window, whatever the window shows at the time."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from workbench.ui.frame.main_window import MainWindow


class Door(QObject):
    """Belongs to the window, and hears when the start page or the pages of a project were built anew."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        window.start_shown.connect(self.greet_start)
        window.project_shown.connect(self.greet_project)

    @property
    def window(self) -> "MainWindow":
        """The window; asked of Qt, as a reference to it would keep a window that is closed."""
        return cast("MainWindow", self.parent())

    def greet_start(self) -> None:
        """Connect with the start page, which was just built."""
        raise NotImplementedError

    def greet_project(self) -> None:
        """Connect with the pages of a project, which were just built."""
        raise NotImplementedError
