"""Turns a person's answers about images into decisions, each with the words that say it or why it is refused."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from workbench.facts.decision import Decision
from workbench.operations.labelling.proposal_settings import ProposalSettings
from workbench.ui.label.answer import NOTHING, Judgement
from workbench.ui.label.deciding import Deciding
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.strangers.stranger_groups import USUAL
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr

Rows = NDArray[np.int64]


class Answering:
    """Turns answers about rows into decisions; `made_with` says how the proposals that are shown were made."""

    def __init__(
        self,
        context: ProjectContext,
        labelling: LabellingState,
        deciding: Deciding,
        made_with: Callable[[], ProposalSettings | None],
    ) -> None:
        self._context = context
        self._labelling = labelling
        self._deciding = deciding
        self._made_with = made_with

    def refused(self) -> bool:
        """Return whether the project is read-only, and if so, say so."""
        if self._context.read_only is not None:
            self._context.notifier.say(say(self._context.read_only))
        return self._context.read_only is not None

    def give(self, rows: Rows, class_id: int, name: str) -> None:
        """Give images a class."""
        if not self.refused():
            self._decide(self._labelling.give(rows, class_id), self._labelled(rows, name))

    def name_class(self, rows: Rows, name: str) -> None:
        """Make a class of images."""
        verdict = None if self.refused() else self._labelling.give_new(rows)
        if verdict is not None:
            name = " ".join(name.split())
            text = tr("Class {name} made of {count} images", name=name, count=len(rows))
            self._deciding.decide_new_class(verdict, name, text, self._made_with())

    def give_class_at(self, rows: Rows, index: int) -> None:
        """Give images the class at an index."""
        image_class = self._labelling.class_at(index)
        if image_class is None:
            self._context.notifier.say(tr("There is no class with the key {key}.", key=index + 1))
        else:
            self.give(rows, image_class.id, image_class.name)

    def accept(self, rows: Rows) -> None:
        """Accept the proposals of images that are not decided yet, of several in bulk; confirm contradicted labels.

        Images that look like none of the classes are left.
        """
        confirmed = None if self._context.read_only is not None else self._labelling.confirm(rows)
        if confirmed is None:
            self._accept(rows, in_bulk=len(rows) > 1)
            return
        rows = self._labelling.rows_of(confirmed.image_ids)
        one = tr("Label of {image} confirmed", image=self._first(rows))
        several = tr("Labels of {count} images confirmed", count=len(rows))
        self._decide(confirmed, one if len(rows) == 1 else several)

    def accept_all(self, rows: Rows) -> None:
        """Accept in bulk what is proposed for a whole group."""
        self._accept(rows, in_bulk=True)

    def unknown(self, rows: Rows) -> None:
        """Mark images whose class cannot be seen in them."""
        if not self.refused():
            one = tr("{image} marked as unknown", image=self._first(rows))
            several = tr("{count} images marked as unknown", count=len(rows))
            self._decide(self._labelling.mark(rows, Decision.UNKNOWN), one if len(rows) == 1 else several)

    def reject(self, rows: Rows) -> None:
        """Mark images that are of none of the classes."""
        if not self.refused():
            one = tr("{image} marked as none of the classes", image=self._first(rows))
            several = tr("{count} images marked as none of the classes", count=len(rows))
            self._decide(self._labelling.mark(rows, Decision.REJECTED), one if len(rows) == 1 else several)

    def withdraw(self, rows: Rows) -> None:
        """Take back what was decided about images: they are to be labelled again."""
        if self.refused():
            return
        verdict = self._labelling.withdraw(rows)
        if verdict is None:
            self._context.notifier.say(tr("There is no label to withdraw here."))
            return
        rows = self._labelling.rows_of(verdict.image_ids)
        one = tr("Label of {image} withdrawn", image=self._first(rows))
        several = tr("Labels of {count} images withdrawn", count=len(rows))
        self._decide(verdict, one if len(rows) == 1 else several)

    def _accept(self, rows: Rows, *, in_bulk: bool) -> None:
        if self.refused():
            return
        verdict, left = self._labelling.accept(rows), self._strangers_of(rows)
        if verdict is None:
            self._context.notifier.say(_why_nothing(left))
            return
        labels = np.unique(verdict.labels)
        only = self._labelling.class_of(int(labels[0])) if len(labels) == 1 else None
        rows = self._labelling.rows_of(verdict.image_ids)
        several = tr("{count} proposals accepted", count=len(rows))
        verdict = replace(verdict, in_bulk=in_bulk)
        text = self._labelled(rows, only.name) if only is not None else several
        if left:
            text = tr("{done}; {count} left that look like none of the classes", done=text, count=left)
        self._decide(verdict, text)

    def _strangers_of(self, rows: Rows) -> int:
        """Return how many of the rows are still to be decided and look like none of the classes."""
        is_open = self._labelling.decision[rows] == NOTHING
        return int(np.count_nonzero(is_open & (self._labelling.kinds(rows) != USUAL)))

    def _decide(self, verdict: Judgement | None, text: str) -> None:
        if verdict is not None:
            self._deciding.decide(verdict, text, self._made_with())

    def _labelled(self, rows: Rows, name: str) -> str:
        if len(rows) == 1:
            return tr("{image} labelled {name}", image=self._first(rows), name=name)
        return tr("{count} images labelled {name}", count=len(rows), name=name)

    def _first(self, rows: Rows) -> str:
        return self._labelling.images[int(rows[0])].path.name if len(rows) else ""


def _why_nothing(strangers: int) -> str:
    """Say why nothing is accepted of images of which so many look like none of the classes, and what to do."""
    if strangers:
        return tr(
            "{count} images look like none of the classes, so nothing was accepted. Press a number or type a name to "
            "assign a class.",
            count=strangers,
        )
    return tr("There is no proposal to accept. Press a number or the first letters of a class to assign that class.")
