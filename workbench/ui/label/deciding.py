"""Writes a person's decisions about images down, at once and in order, and undoes them step by step."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.errors import UserError
from workbench.operations.labelling.decisions import decide, undo_decisions
from workbench.ui.label.answer import Verdict
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.services.history import UndoStep
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr


@dataclass
class Listener:
    """Whoever shows the desk: told of what holds now, and that only the project knows what holds."""

    changed: Callable[[Verdict, bool], None]  # The verdict, and whether it was taken back.
    written: Callable[[Verdict], None]  # What it says, or that it does not hold any more, is in the project now.
    lost: Callable[[], None]


class Deciding:
    """Lets verdicts hold on the desk before they are written; one that cannot be written is taken back.

    Jobs belong to the project's history, not to a page: a decision is undone even after its page was built anew.
    """

    def __init__(self, context: ProjectContext, labelling: LabellingState, listener: Listener) -> None:
        self._context = context
        self._labelling = labelling
        self.listener: Listener | None = listener
        self.telling = False  # Whether the word that labels have changed comes from here.

    def decide(self, verdict: Verdict, text: str, run: int | None) -> None:
        """Let a verdict hold and write it down; `text` is what it says, in words."""
        context = self._context
        names = {image_class.id: image_class.name for image_class in self._labelling.classes}
        applied = self._labelling.apply(verdict)
        self._tell(verdict, taken_back=False)

        def done(label_ids: tuple[int, ...]) -> None:
            self._emit(verdict)
            context.decided(self._step(verdict, text, label_ids))

        def failed(error: Exception) -> None:
            self._labelling.revert(verdict, applied=applied)
            self._tell(verdict, taken_back=True)
            self._complain(error)

        context.write(
            tr("Save labels"),
            lambda report: decide(context.project, verdict.decisions(names, run)),
            owner=context.history,
            done=done,
            failed=failed,
        )

    def _step(self, verdict: Verdict, text: str, label_ids: tuple[int, ...]) -> UndoStep:
        newest = [label_ids]  # Undoing writes labels too, which doing again undoes.

        def turn(*, back: bool) -> None:
            (self._labelling.revert if back else self._labelling.apply)(verdict)
            self._tell(verdict, taken_back=back)
            self._context.write(
                tr("Save labels"),
                lambda report: undo_decisions(self._context.project, newest[0]),
                owner=self._context.history,
                done=done,
                failed=self._lose,
            )

        def done(ids: tuple[int, ...]) -> None:
            newest[0] = ids
            self._emit(verdict)

        return UndoStep(text, undo=lambda: turn(back=True), redo=lambda: turn(back=False))

    def _tell(self, verdict: Verdict, *, taken_back: bool) -> None:
        if self.listener is not None:
            self.listener.changed(verdict, taken_back)

    def _emit(self, verdict: Verdict) -> None:
        self.telling = self.listener is not None
        self._context.changes.labels_changed.emit()
        self.telling = False
        if self.listener is not None:
            self.listener.written(verdict)

    def _lose(self, error: Exception) -> None:
        if self.listener is not None:
            self.listener.lost()
        self._complain(error)

    def _complain(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._context.notifier.complain(say(error.text))
