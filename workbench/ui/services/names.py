"""What people call approaches, networks and their options, known once the learning library is loaded."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from workbench.operations.runs.describe_approaches import describe_names
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import say, tr
from workbench.words import Message


class Names(QObject):
    """Holds them for all pages of a project; until they are known, nothing that needs one is shown."""

    came = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._known: Mapping[str, Message] = {}

    @property
    def titles(self) -> dict[str, str]:
        """The names in the person's language, found as `describe_names` says; none until they are known."""
        return {name: say(called) for name, called in self._known.items()}

    def read(self) -> None:
        """Read them, unless they are known."""
        if not self._known:
            self._jobs.start(
                tr("List approaches"),
                lambda report: describe_names(),
                owner=self,
                done=self._take,
                newest="names",
            )

    def _take(self, known: Mapping[str, Message]) -> None:
        self._known = known
        self.came.emit()
