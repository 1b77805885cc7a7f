"""What every page is: a title, room for actions at its right, and what it waits for."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.controls.text import label
from workbench.ui.look.tokens import CONTROL_HEIGHT, HUGE, LARGE, SMALL
from workbench.ui.services.project_context import ProjectContext


class Page(QWidget):
    """One step; a subclass builds its content in `self.body` and its buttons in `self.buttons`.

    `key` is the name by which other pages go there, and the name of its icon.
    """

    key: ClassVar[str]

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self.context = context
        self.setProperty("kind", "page")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(HUGE, LARGE, HUGE, LARGE)
        whole.setSpacing(LARGE)
        header = QHBoxLayout()
        header.setSpacing(SMALL)
        header.addStrut(CONTROL_HEIGHT)  # Also without a button, so that nothing moves when one comes or goes.
        header.addWidget(label(self.step_name(), "title"))
        header.addStretch(1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(SMALL)
        header.addLayout(self.buttons)
        whole.addLayout(header)
        self.body = QVBoxLayout()
        self.body.setSpacing(LARGE)
        whole.addLayout(self.body, 1)

    @classmethod
    def step_name(cls) -> str:
        """Return the page's name in the rail, in the person's language."""
        raise NotImplementedError

    def entered(self) -> None:
        """Do what is due when the person comes to this page; quick, as every click is answered at once."""

    def leave(self) -> None:
        """Remember splitters and the like; called before the page goes away for good."""

    def guide_page(self) -> str:
        """Return the name of the guide's page that fits what is shown."""
        return self.key

    def show_part(self, name: str) -> None:
        """Show the part of this page that the guide speaks of, as soon as it is there."""

    def place(self) -> object:
        """Return what is chosen on this page, for `go_to` of the page that is built in its place."""
        return None

    def go_to(self, place: object) -> None:
        """Choose what was chosen on the page in whose place this one was just built, as soon as it is listed."""
