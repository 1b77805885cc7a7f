"""What every bench of the playground is: a name, and something to try."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from workbench.ui.look.theme import Theme
from workbench.ui.services.jobs import Jobs


class Bench(QWidget):
    """One problem to try; `key` is its name in the program."""

    key: ClassVar[str]

    def __init__(self, theme: Theme, jobs: Jobs) -> None:
        super().__init__()
        self.theme, self.jobs = theme, jobs

    @classmethod
    def bench_name(cls) -> str:
        """Return what it is called, in the person's language."""
        raise NotImplementedError

    def entered(self) -> None:
        """Begin with whatever takes long, now that the person is here; quick itself."""

    def speak(self) -> None:
        """Say everything in the language that the window speaks now; what was tried stays."""
