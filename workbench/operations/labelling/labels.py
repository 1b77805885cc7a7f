"""The labels of a project: the newest decision about each image, with what had been proposed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Select, func, select

from workbench.facts.decision import Decision
from workbench.store.models import Image, Label, LabellingClass, LabellingSet
from workbench.store.project import Project


@dataclass(frozen=True)
class LabelFacts:
    """What a person decided about an image; `label` is empty where it is unknown or none of the classes."""

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


@dataclass(frozen=True)
class DecisionCounts:
    """How many labels there are: of each class in use, in the order of the classes, and by decision."""

    by_label: tuple[tuple[str, int], ...]
    by_decision: dict[Decision, int]


def current_labels(project: Project, most: int | None = None) -> tuple[LabelFacts, ...]:
    """Return the newest decision about each image of each labelling set, without those that were undone.

    With `most`, only the first so many.
    """
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
            Label.proposed_name,
            Label.confidence,
            Label.second_name,
            Label.second_confidence,
        )
        .join(Image, Image.id == Label.image_id)
        .join(LabellingSet, LabellingSet.id == Label.set_id)
        .outerjoin(LabellingClass, LabellingClass.id == Label.class_id)
        .where(Label.id.in_(_newest()), Label.decision != Decision.UNDONE)
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
        .where(Label.id.in_(_newest()), Label.decision != Decision.UNDONE)
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


def _newest() -> Select[int]:
    return select(func.max(Label.id)).group_by(Label.set_id, Label.image_id)


def _described(row: Sequence[Any]) -> LabelFacts:
    image_id, path, sha256, set_name, name, decision, *values = row
    return LabelFacts(image_id, path, (sha256 or b"").hex(), set_name, name or "", decision, *values)
