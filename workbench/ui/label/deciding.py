"""Writes a person's decisions about images down, at once and in order, and undoes them step by step."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.operations.labelling.decisions import UndoDecisions, decide
from workbench.ui.label.answer import Verdict
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.services.history import Step
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr


@dataclass
class Listener:
    """Whoever shows the images: what a verdict changes is shown before it is written."""

    changed: Callable[[Verdict, bool], None]  # The verdict, and whether it was taken back.
    written: Callable[[Verdict], None]  # What it says, or that it does not hold any more, is in the project now.


class Deciding:
    """Lets verdicts hold before they are written; one that cannot be written is taken back.

    Jobs belong to the project's history, not to a page: a decision is undone even after its page was built anew.
    """

    def __init__(self, context: ProjectContext, labelling: LabellingState, listener: Listener) -> None:
        self._context = context
        self._labelling = labelling
        self.listener: Listener | None = listener
        context.history.turned.connect(self._on_turned)
        context.history.written.connect(self._on_written)

    def decide(self, verdict: Verdict, text: str, run: int | None) -> None:
        """Let a verdict hold and write it down; `text` is what it says, in words."""
        context, job = self._context, tr("Save labels")
        names = {image_class.id: image_class.name for image_class in self._labelling.classes}
        applied = self._labelling.apply(verdict)
        self._show(verdict, taken_back=False)

        def done(inverse: UndoDecisions) -> None:
            step = Step(text, inverse, job, context.changes.labels_changed, initiator=self, subject=verdict)
            step.changed.emit(self)
            self._on_written(step)
            context.decided(step)

        def failed(error: Exception) -> None:
            self._labelling.revert(verdict, applied=applied)
            self._show(verdict, taken_back=True)
            context.notifier.complain_of(error)

        context.write(
            job,
            lambda report: decide(context.project, verdict.decisions(names, run)),
            owner=context.history,
            done=done,
            failed=failed,
        )

    def _on_turned(self, step: Step, back: bool) -> None:
        if step.initiator is self and isinstance(step.subject, Verdict):
            (self._labelling.revert if back else self._labelling.apply)(step.subject)
            self._show(step.subject, taken_back=back)

    def _on_written(self, step: Step) -> None:
        if step.initiator is self and isinstance(step.subject, Verdict) and self.listener is not None:
            self.listener.written(step.subject)

    def _show(self, verdict: Verdict, *, taken_back: bool) -> None:
        if self.listener is not None:
            self.listener.changed(verdict, taken_back)
