"""Measures, always in jobs, how strangers look to what proposes, and finds those among the images to label."""

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from workbench.errors import UserError
from workbench.operations.labelling.known_scale import KnownScale
from workbench.operations.labelling.label_session import LabelSession
from workbench.operations.labelling.strangers import Strangers
from workbench.operations.progress import Cancelled
from workbench.ui.services.job import Job
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr

_MEASURING, _FINDING = "label-scale", "label-strangers"


class Measured(Enum):
    """What is known of how strangers look."""

    NOTHING_YET = auto()  # Nothing was proposed.
    MEASURING = auto()
    READY = auto()
    STOPPED = auto()
    IMPOSSIBLE = auto()


class StrangerFinder(QObject):
    """Holds the scale of the session that proposes; one that was measured stays in force until the next is."""

    measured = Signal()  # Proposals are to be made again, as their confidence is known better now.
    changed = Signal()  # Another scale holds, or why there is none.
    found = Signal(Strangers)

    def __init__(self, context: ProjectContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session: LabelSession | None = None
        self._job: Job | None = None
        self._is_due = False
        self.state = Measured.NOTHING_YET
        self.scale: KnownScale | None = None
        self.reads_traits = False

    def attend(self, session: LabelSession, *, measure: bool) -> None:
        """Take the session that proposed last; measure for that now, or on `measure_if_due`."""
        if session is not self._session:
            self._session, self.scale = session, None
            self.reads_traits = session.reads_traits
            self._become(Measured.NOTHING_YET)
        self._is_due = True
        if measure:
            self.measure_if_due()

    def measure_if_due(self) -> None:
        """Measure where something was proposed since, which takes no time where that was done before."""
        if self._is_due and self._session is not None:
            self._measure(self._session)

    def _measure(self, session: LabelSession) -> None:
        self._is_due = False
        self._job = self._context.jobs.start(
            lambda: tr("Measure how unknown images look"),
            lambda report: session.known_scale(self._context.project, report),
            owner=self,
            done=self._on_measured,
            failed=self._on_failed,
            lane=_MEASURING,
            newest="scale",
        )
        self._become(Measured.MEASURING if self.scale is None else Measured.READY)

    def measure_again(self) -> None:
        """Measure after all, where it was stopped."""
        if self._session is not None:
            self._measure(self._session)

    def forget(self) -> None:
        """Forget the session, as when nothing is proposed any more."""
        if self._job is not None:
            self._job.drop()
        self._session, self.scale, self._job = None, None, None
        self._is_due = False
        self._become(Measured.NOTHING_YET)

    def find(self, keep: float) -> None:
        """Find the images that look stranger than such a share of known ones."""
        session, scale = self._session, self.scale
        if session is None or scale is None:
            return

        def done(strangers: Strangers) -> None:
            if session is self._session:
                self.found.emit(strangers)

        self._context.jobs.start(
            lambda: tr("Find unknown images"),
            lambda report: session.strangers(self._context.project, scale, keep),
            owner=self,
            done=done,
            failed=lambda error: None,  # Where nothing can be proposed any more, the page says so already.
            newest=_FINDING,
        )

    def _on_measured(self, scale: KnownScale | None) -> None:
        is_new = scale is not None and scale is not self.scale
        self.scale = scale
        if is_new:
            self.measured.emit()
        self._become(Measured.IMPOSSIBLE if scale is None else Measured.READY)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled | UserError) and self.scale is None:
            self._become(Measured.STOPPED)

    def _become(self, state: Measured) -> None:
        self.state = state
        self.changed.emit()
