"""Reads what the board shows of a stored run: its curve, and where its network puts held-out images."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from workbench.errors import UserError
from workbench.operations.runs.curve import GrowingCurve, RunCurve, run_curve
from workbench.operations.runs.embedding_frames import EmbeddedRun, embed_run
from workbench.operations.runs.listing import RunFacts
from workbench.operations.runs.training_events import ValidationResult
from workbench.ui.learn.run_board import RunBoard
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr


class StoredRun(QObject):
    """Puts one run after another on the board; what was read of the last one is kept."""

    curve_read = Signal()

    def __init__(self, context: ProjectContext, board: RunBoard, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._board = context, board
        self._shown: int | None = None  # The run that is on the board, None while another thing is.
        self._stored: tuple[int, GrowingCurve] | None = None
        self._ways: tuple[int, int] | None = None
        self._embedded: int | None = None

    def show(self, facts: RunFacts) -> None:
        """Show a stored run."""
        self._shown = facts.id
        if self._stored is None or self._stored[0] != facts.id:
            self._board.show_stored(None, None, facts.problem)
            self._read_curve(facts.id)
        else:
            self._board.show_stored(self._stored[1], self._ways, facts.problem)
        if self._embedded != facts.id and facts.problem is None:
            self._embed(facts.id)

    def hide(self) -> None:
        """Leave the board to another thing."""
        self._shown = None

    def forget(self) -> None:
        """Forget where images lie: the run may have learned more since."""
        self._embedded = None

    def checked_of(self, run: int) -> Sequence[ValidationResult]:
        """Return the validations of a run, none until they were read."""
        return self._stored[1].checked if self._stored is not None and self._stored[0] == run else ()

    def _read_curve(self, run: int) -> None:
        def done(curve: RunCurve) -> None:
            self._stored = (run, GrowingCurve.of(curve))
            self._ways = (curve.way, curve.training_way)
            self.curve_read.emit()

        project = self._context.project
        self._context.jobs.start(
            tr("Load curve"), lambda report: run_curve(project, run), owner=self, done=done, newest="curve"
        )

    def _embed(self, run: int) -> None:
        self._embedded = run
        self._board.show_embedding(None, tr("Computing the embedding…"))

        def done(embedded: EmbeddedRun) -> None:
            if self._shown == run:
                self._board.show_embedding(embedded, "")

        def failed(error: Exception) -> None:
            if isinstance(error, UserError) and self._shown == run:
                self._board.show_embedding(None, say(error.text))

        project = self._context.project
        self._context.jobs.start(
            lambda: tr("Compute embedding"),
            lambda report: embed_run(project, run, "auto", report),
            owner=self,
            done=done,
            failed=failed,
            newest="embedding",
        )
