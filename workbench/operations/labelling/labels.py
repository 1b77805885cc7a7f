"""The labels of a project: the newest decision about each image, with what had been proposed before the first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from workbench.facts.decision import Decision
from workbench.operations.labelling.labelling_rows import newest_labels_of_all_sets
from workbench.operations.labelling.proposal_settings import ProposalSettings
from workbench.operations.serialisation import restored
from workbench.store.models import Image, Label, LabellingClass, LabellingSet
from workbench.store.project import Project


@dataclass(frozen=True)
class LabelFacts:
    """What a person decided about an image; `label` is empty where it is unknown or none of the classes.

    `proposed` and what follows it are the proposal as it stood before the first decision about the image: later ones
    may rest on what the person had decided. `run` made it, None where that is no run of the project, with the
    settings `proposed_with`, None where they are not known. `in_bulk` is about the newest decision.
    """

    image_id: int
    path: Path
    sha256: str
    labelling_set: str
    label: str
    decision: Decision
    who: str
    decided_at: datetime
    proposed: str | None
    confidence: float | None
    second: str | None
    second_confidence: float | None
    run: int | None
    in_bulk: bool
    proposed_with: ProposalSettings | None


@dataclass(frozen=True)
class DecisionCounts:
    """How many labels there are: of each class in use, in the order of the classes, and by decision."""

    by_label: tuple[tuple[str, int], ...]
    by_decision: dict[Decision, int]


def current_labels(project: Project, most: int | None = None) -> tuple[LabelFacts, ...]:
    """Return the newest decision about each image of each labelling set, without those that were undone.

    With `most`, only the first so many.
    """
    first = aliased(Label)
    query = (
        select(
            Label.image_id,
            Image.path,
            Image.sha256,
            LabellingSet.name,
            LabellingClass.name,
            Label.decision,
            Label.who,
            Label.decided_at,
            first.proposed_name,
            first.confidence,
            first.second_name,
            first.second_confidence,
            first.run_id,
            Label.in_bulk,
            first.proposed_with,
            Label.proposed_name,
        )
        .join(first, (first.set_id == Label.set_id) & (first.image_id == Label.image_id))
        .join(Image, Image.id == Label.image_id)
        .join(LabellingSet, LabellingSet.id == Label.set_id)
        .outerjoin(LabellingClass, LabellingClass.id == Label.class_id)
        .where(Label.id.in_(newest_labels_of_all_sets()), first.id.in_(_oldest()), Label.decision != Decision.UNDONE)
        .order_by(Label.set_id, Label.image_id)
        .limit(most)
    )
    with project.read() as session:
        return tuple(_described(row) for row in session.execute(query))


def count_labels(project: Project) -> DecisionCounts:
    """Count the labels that `current_labels` returns."""
    query = (
        select(LabellingClass.name, Label.decision, func.count())
        .outerjoin(LabellingClass, LabellingClass.id == Label.class_id)
        .where(Label.id.in_(newest_labels_of_all_sets()), Label.decision != Decision.UNDONE)
        .group_by(Label.class_id, Label.decision)
        .order_by(LabellingClass.position, LabellingClass.id)
    )
    by_label: Counter[str] = Counter()
    by_decision: Counter[Decision] = Counter()
    with project.read() as session:
        for name, decision, count in session.execute(query):
            by_decision[decision] += count
            if name:  # None without a class
                by_label[name] += count
    return DecisionCounts(tuple(by_label.items()), dict(by_decision))


def _oldest() -> Select[int]:
    return select(func.min(Label.id)).group_by(Label.set_id, Label.image_id)


def _described(row: Sequence[Any]) -> LabelFacts:
    image_id, path, sha256, set_name, name, decision, who, decided_at, proposed, *values, made_with, newest = row
    if decision == Decision.ACCEPTED and proposed not in (None, newest):
        # What was accepted is not what was proposed at first, but what was proposed once the person had decided.
        decision = Decision.CORRECTED
    settings = None if made_with is None else restored(ProposalSettings, made_with)
    before = (image_id, path, (sha256 or b"").hex(), set_name, name or "", decision, who, decided_at, proposed)
    return LabelFacts(*before, *values, proposed_with=settings)
