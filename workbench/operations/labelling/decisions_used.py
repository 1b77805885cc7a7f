"""Which decisions a run learns from: all that were taken by hand, and of those accepted in bulk the sure ones.

Of each class, those by hand come first, then the newest. Chosen with `tests/benchmarks/bulk_accepts.py`, whose figures
are in `tests/benchmarks/RESULTS.md`.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from workbench.operations.labelling.labelling_rows import OUTSIDE, set_id_of
from workbench.operations.tasks.images import ImageFacts, facts_by_id
from workbench.store.models import Example, Image, Label, LabellingClass
from workbench.store.project import Project

SURE = 0.9  # From this confidence on a proposal is called sure, and asking about it teaches little.
NEWEST_OF_A_CLASS = 100  # More hardly helps, and makes a person wait after each decision.


@dataclass(frozen=True)
class DecidedImage:
    """An image that was decided to be of a class; `is_doubtful`: accepted in bulk while its proposal was unsure."""

    image: ImageFacts
    class_id: int
    in_bulk: bool
    is_doubtful: bool


@dataclass(frozen=True)
class DecisionsUsed:
    """How many decisions, each content once, are learned from and how many are not."""

    by_hand: int
    sure_in_bulk: int
    doubtful: int  # not learned from: accepted in bulk while unsure
    older: int  # not learned from: beyond the newest of their class


def decided_to_learn_from(session: Session, set_id: int, most: int | None, doubtful_too: bool) -> list[DecidedImage]:
    """Return the images decided to be of each class, at most so many of each; those that weigh most come last."""
    doubtful = _is_doubtful()
    rank = func.row_number().over(partition_by=Label.class_id, order_by=(doubtful, Label.in_bulk, Label.id.desc()))
    ranked = (
        select(Label.id, Label.image_id, Label.class_id, Label.in_bulk, doubtful.label("doubtful"), rank.label("rank"))
        .where(_stands(set_id), ~doubtful | doubtful_too)
        .subquery()
    )
    query = select(ranked.c.image_id, ranked.c.class_id, ranked.c.in_bulk, ranked.c.doubtful)
    query = query if most is None else query.where(ranked.c.rank <= most)
    rows = session.execute(query.order_by(ranked.c.doubtful.desc(), ranked.c.in_bulk.desc(), ranked.c.id)).all()
    images = facts_by_id(session, [image_id for image_id, *_ in rows])
    return [
        DecidedImage(images[image_id], class_id, bool(in_bulk), bool(is_doubtful))
        for image_id, class_id, in_bulk, is_doubtful in rows
        if image_id in images
    ]


def decisions_used(project: Project) -> DecisionsUsed:
    """Count the decisions that proposals rest on where they learn from decisions, and those they do not rest on."""
    doubtful = _is_doubtful()
    with project.read() as session:
        set_id = set_id_of(session)
        examples = (
            select(Image.sha256)
            .join(Example, Example.image_id == Image.id)
            .join(LabellingClass, LabellingClass.id == Example.class_id)
            .where(LabellingClass.set_id == set_id, LabellingClass.position != OUTSIDE)
        )
        query = (
            select(Label.class_id, Label.in_bulk, doubtful, func.count(Image.sha256.distinct()))
            .join(Image, Image.id == Label.image_id)
            .where(_stands(set_id), Image.sha256.is_not(None), Image.sha256.not_in(examples))
            .group_by(Label.class_id, Label.in_bulk, doubtful)
        )
        rows = session.execute(query).all()
    by_class = defaultdict[int | None, Counter[str]](Counter)
    for class_id, in_bulk, is_doubtful, count in rows:
        by_class[class_id]["doubtful" if is_doubtful else "sure" if in_bulk else "by hand"] += count
    return _used(list(by_class.values()))


def _used(classes: list[Counter[str]]) -> DecisionsUsed:
    by_hand = [min(counts["by hand"], NEWEST_OF_A_CLASS) for counts in classes]
    sure = [min(counts["sure"], NEWEST_OF_A_CLASS - before) for counts, before in zip(classes, by_hand, strict=True)]
    doubtful = sum(counts["doubtful"] for counts in classes)
    learned = sum(by_hand) + sum(sure)
    return DecisionsUsed(
        sum(by_hand), sum(sure), doubtful, sum(counts.total() for counts in classes) - doubtful - learned
    )


def _is_doubtful() -> ColumnElement[bool]:
    return Label.in_bulk & (func.coalesce(Label.confidence, 0.0) < SURE)


def _stands(set_id: int) -> ColumnElement[bool]:
    """Return the condition that a label is the newest of its image and gives it a class in use."""
    newest = select(func.max(Label.id)).where(Label.set_id == set_id).group_by(Label.image_id)
    in_use = select(LabellingClass.id).where(LabellingClass.set_id == set_id, LabellingClass.position != OUTSIDE)
    return Label.id.in_(newest) & Label.class_id.in_(in_use)
