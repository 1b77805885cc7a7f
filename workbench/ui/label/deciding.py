"""Writes a person's decisions about images down, at once and in order, and undoes them step by step."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from workbench.operations.labelling.decisions import UndoDecisions, decide
from workbench.operations.labelling.new_class import NewClass, label_as_new_class
from workbench.operations.labelling.proposal_settings import ProposalSettings
from workbench.ui.label.answer import Judgement
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.services.history import Step
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr


@dataclass
class Listener:
    """What the page that shows the images does about a verdict: before it is written, and after."""

    changed: Callable[[Judgement, bool], None]  # The verdict, and whether it was reverted.
    written: Callable[[Judgement], None]  # Applied or undone, it is in the project file now.


class Deciding:
    """Applies verdicts before they are written; one that cannot be written is reverted.

    Jobs belong to the project's history, not to a page: a decision is undone even after its page was built anew.
    """

    def __init__(self, context: ProjectContext, labelling: LabellingState, listener: Listener) -> None:
        self._context = context
        self._labelling = labelling
        self.listener: Listener | None = listener
        context.history.reversing.connect(self._on_reversing)
        context.history.written.connect(self._on_written)

    def decide(self, verdict: Judgement, text: str, made_with: ProposalSettings | None) -> None:
        """Apply a verdict on proposals made with those settings and write it; `text` says it in words."""
        context, job = self._context, tr("Save labels")
        names = {image_class.id: image_class.name for image_class in self._labelling.classes}
        applied = self._labelling.apply(verdict)
        self._show(verdict, reverted=False)

        def done(inverse: UndoDecisions) -> None:
            step = Step(text, inverse, job, context.changes.labels_changed, initiator=self, subject=verdict)
            step.changed.emit(self)
            self._on_written(step)
            context.decided(step)

        def failed(error: Exception) -> None:
            self._labelling.revert(verdict, applied=applied)
            self._show(verdict, reverted=True)
            context.notifier.complain_of(error)

        context.write(
            job,
            lambda report: decide(context.project, verdict.decisions(names, made_with)),
            owner=context.history,
            done=done,
            failed=failed,
        )

    def decide_new_class(self, verdict: Judgement, name: str, text: str, made_with: ProposalSettings | None) -> None:
        """Write that images are of a class of that name, which is made for them; one step undoes both.

        The verdict is applied once it is written, as the class has no id before.
        """
        context, job = self._context, tr("Save labels")
        names = {image_class.id: image_class.name for image_class in self._labelling.classes}

        def done(made: NewClass) -> None:
            verdict_on = replace(verdict, labels=np.full_like(verdict.labels, made.class_id))
            self._labelling.apply(verdict_on)
            self._show(verdict_on, reverted=False)
            step = Step(text, made.inverse, job, context.changes.classes_changed, initiator=self, subject=verdict_on)
            step.changed.emit(self)
            self._on_written(step)
            context.decided(step)

        context.write(
            job,
            lambda report: label_as_new_class(context.project, name, verdict.decisions(names, made_with)),
            owner=context.history,
            done=done,
            failed=context.notifier.complain_of,
        )

    def _on_reversing(self, step: Step, back: bool) -> None:
        if step.initiator is self and isinstance(step.subject, Judgement):
            (self._labelling.revert if back else self._labelling.apply)(step.subject)
            self._show(step.subject, reverted=back)

    def _on_written(self, step: Step) -> None:
        if step.initiator is not self or not isinstance(step.subject, Judgement):
            return
        if step.subject.makes_class:
            # The step itself says that the classes have changed.
            self._context.changes.labels_changed.emit(self)
        if self.listener is not None:
            self.listener.written(step.subject)

    def _show(self, verdict: Judgement, *, reverted: bool) -> None:
        if self.listener is not None:
            self.listener.changed(verdict, reverted)
