"""Says on the box "Learn from my labels" which labels those are, and which not."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox

from workbench.operations.labelling.decisions_used import ENOUGH, NEWEST_OF_A_CLASS, DecisionsUsed, decisions_used
from workbench.ui.controls.text import set_tooltip
from workbench.ui.services.lanes import WRITING
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr


class DecisionsTip(QObject):
    """Counts again whenever labels, classes or images have changed."""

    def __init__(self, context: ProjectContext, box: QCheckBox) -> None:
        super().__init__(box)
        self._context = context
        self._box = box
        for changed in (
            context.changes.labels_changed,
            context.changes.classes_changed,
            context.changes.tasks_changed,
        ):
            changed.connect(self._read)
        self._read()

    def _read(self) -> None:
        self._context.jobs.start(
            tr("Load project"),
            lambda report: decisions_used(self._context.project),
            owner=self,
            done=self._show,
            lane=WRITING,
            newest="decisions-used",
        )

    def _show(self, used: DecisionsUsed) -> None:
        set_tooltip(self._box, about_decisions(used))


def about_decisions(used: DecisionsUsed) -> str:
    """Return in words which decisions proposals learn from where they learn from any."""
    if not used.by_hand + used.in_bulk + used.unused_in_bulk:
        return tr("Labelled images count as further examples of their class.")
    learned = tr("{count} labels set by hand", count=used.by_hand)
    if used.in_bulk:
        sure = tr("{count} accepted in bulk as sure", count=used.in_bulk)
        lone = tr("{count} accepted in bulk, of classes with no others", count=used.in_bulk)
        learned = tr("{labels} and {others}", labels=learned, others=sure if used.has_enough else lone)
    words = [tr("Learns from {labels}.", labels=learned)]
    if used.unused_in_bulk:
        unsure = tr("{count} accepted in bulk while unsure", count=used.unused_in_bulk)
        every = tr("{count} accepted in bulk", count=used.unused_in_bulk)
        others = unsure if used.has_enough else every
        words = [tr("Learns from {labels}; not from {others}.", labels=learned, others=others)]
        if not used.has_enough:
            when = tr("Sure ones count once every class has {least} examples or labels set by hand.", least=ENOUGH)
            words.append(when)
    if used.older:
        words.append(tr("Of a class with many labels, the newest {most} count.", most=NEWEST_OF_A_CLASS))
    return " ".join(words)
