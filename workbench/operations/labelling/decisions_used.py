"""Which decisions a run learns from: those taken by hand, and bulk accepts only of a class that has nothing else.

What was accepted in bulk repeats what was proposed: to learn from it made proposals worse or no better wherever there
were examples, most of all to learn from the sure ones alone. Chosen with `tests/benchmarks/bulk_accepts.py`, whose
figures are in `tests/benchmarks/RESULTS.md`.
"""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, aliased

from workbench.operations.labelling.labelling_rows import OUTSIDE, set_id_of
from workbench.operations.tasks.images import ImageFacts, facts_by_id
from workbench.store.models import Example, Image, Label, LabellingClass
from workbench.store.project import Project

NEWEST_OF_A_CLASS = 100  # More hardly helps, and makes a person wait after each decision.


@dataclass(frozen=True)
class DecidedImage:
    """An image that was decided to be of a class, whether in bulk, and whether it is learned from."""

    image: ImageFacts
    class_id: int
    in_bulk: bool
    is_used: bool


@dataclass(frozen=True)
class DecisionsUsed:
    """How many decisions, each content once, are learned from and how many are not."""

    by_hand: int
    in_bulk: int  # of classes that have neither an example nor a label by hand
    unused_in_bulk: int  # of the other classes: not learned from
    older: int  # not learned from: beyond the newest of their class


def decided_to_learn_from(session: Session, set_id: int, most: int | None, unused_too: bool) -> list[DecidedImage]:
    """Return the images decided to be of each class, at most so many of each: those that are used last, newest last."""
    is_used = _is_used(set_id)
    rank = func.row_number().over(partition_by=Label.class_id, order_by=(is_used.desc(), Label.id.desc()))
    ranked = (
        select(Label.id, Label.image_id, Label.class_id, Label.in_bulk, is_used.label("is_used"), rank.label("rank"))
        .where(_stands(set_id), is_used | unused_too)
        .subquery()
    )
    query = select(ranked.c.image_id, ranked.c.class_id, ranked.c.in_bulk, ranked.c.is_used)
    query = query if most is None else query.where(ranked.c.rank <= most)
    rows = session.execute(query.order_by(ranked.c.is_used, ranked.c.id)).all()
    images = facts_by_id(session, [image_id for image_id, *_ in rows])
    return [
        DecidedImage(images[image_id], class_id, bool(in_bulk), bool(used))
        for image_id, class_id, in_bulk, used in rows
        if image_id in images
    ]


def decisions_used(project: Project) -> DecisionsUsed:
    """Count the decisions that proposals rest on where they learn from decisions, and those they do not rest on."""
    with project.read() as session:
        set_id = set_id_of(session)
        is_used = _is_used(set_id)
        examples = select(Image.sha256).join(Example, Example.image_id == Image.id).where(_is_example(set_id))
        query = (
            select(Label.class_id, Label.in_bulk, is_used, func.count(Image.sha256.distinct()))
            .join(Image, Image.id == Label.image_id)
            .where(_stands(set_id), Image.sha256.is_not(None), Image.sha256.not_in(examples))
            .group_by(Label.class_id, Label.in_bulk, is_used)
        )
        rows = session.execute(query).all()
    counts = Counter[str]()
    for _, in_bulk, used, count in rows:
        newest = min(count, NEWEST_OF_A_CLASS) if used else 0
        counts["in bulk" if in_bulk else "by hand"] += newest
        counts["older" if used else "unused"] += count - newest
    return DecisionsUsed(counts["by hand"], counts["in bulk"], counts["unused"], counts["older"])


def _is_used(set_id: int) -> ColumnElement[bool]:
    """Return whether a label that stands was taken by hand, or is of a class for which nothing else speaks."""
    by_hand = aliased(Label)
    known_by_hand = select(by_hand.class_id).where(
        by_hand.id.in_(_newest(set_id)), by_hand.class_id.is_not(None), ~by_hand.in_bulk
    )
    by_example = select(Example.class_id).where(_is_example(set_id))
    return ~Label.in_bulk | (Label.class_id.not_in(known_by_hand) & Label.class_id.not_in(by_example))


def _stands(set_id: int) -> ColumnElement[bool]:
    """Return the condition that a label is the newest of its image and gives it a class in use."""
    return Label.id.in_(_newest(set_id)) & Label.class_id.in_(_in_use(set_id))


def _is_example(set_id: int) -> ColumnElement[bool]:
    return Example.class_id.in_(_in_use(set_id))


def _newest(set_id: int) -> Select[int]:
    return select(func.max(Label.id)).where(Label.set_id == set_id).group_by(Label.image_id)


def _in_use(set_id: int) -> Select[int]:
    return select(LabellingClass.id).where(LabellingClass.set_id == set_id, LabellingClass.position != OUTSIDE)
