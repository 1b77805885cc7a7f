"""Which decisions a run learns from: all that were taken by hand, and of those accepted in bulk some, or none.

The sure ones do no harm once every class is known well; while one is known from few examples, they make the others too
strong. A class with nothing else is known from what was accepted in bulk. Chosen with
`tests/benchmarks/bulk_accepts.py`, whose figures are in `tests/benchmarks/RESULTS.md`.
"""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, aliased

from workbench.facts.confidence import SURE
from workbench.operations.labelling.labelling_rows import OUTSIDE, newest_labels, set_id_of
from workbench.operations.tasks.images import ImageFacts, facts_by_id
from workbench.store.models import Example, Image, Label, LabellingClass
from workbench.store.project import Project

ENOUGH = 5  # From so many examples and labels by hand of every class on, sure bulk accepts are learned from.
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
    in_bulk: int  # the sure ones where there is enough of every class; else those of classes that have nothing else
    unused_in_bulk: int  # not learned from
    older: int  # not learned from: beyond the newest of their class
    has_enough: bool = False  # of every class, to learn from sure bulk accepts


def decided_to_learn_from(session: Session, set_id: int, most: int | None, unused_too: bool) -> list[DecidedImage]:
    """Return the images decided to be of each class, at most so many of each; those that weigh most come last."""
    is_used = _is_used(set_id, _has_enough(session, set_id))
    in_order = (is_used.desc(), Label.in_bulk, Label.id.desc())
    rank = func.row_number().over(partition_by=Label.class_id, order_by=in_order)
    ranked = (
        select(Label.id, Label.image_id, Label.class_id, Label.in_bulk, is_used.label("is_used"), rank.label("rank"))
        .where(_stands(set_id), is_used | unused_too)
        .subquery()
    )
    query = select(ranked.c.image_id, ranked.c.class_id, ranked.c.in_bulk, ranked.c.is_used)
    query = query if most is None else query.where(ranked.c.rank <= most)
    rows = session.execute(query.order_by(ranked.c.is_used, ranked.c.in_bulk.desc(), ranked.c.id)).all()
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
        has_enough = _has_enough(session, set_id)
        is_used = _is_used(set_id, has_enough)
        examples = select(Image.sha256).join(Example, Example.image_id == Image.id).where(_is_example(set_id))
        query = (
            select(Label.class_id, Label.in_bulk, is_used, func.count(Image.sha256.distinct()))
            .join(Image, Image.id == Label.image_id)
            .where(_stands(set_id), Image.sha256.is_not(None), Image.sha256.not_in(examples))
            .group_by(Label.class_id, Label.in_bulk, is_used)
            .order_by(Label.in_bulk)
        )
        rows = session.execute(query).all()
    counts, learned = Counter[str](), Counter[int | None]()  # by kind, and by class
    for class_id, in_bulk, used, count in rows:
        newest = min(count, NEWEST_OF_A_CLASS - learned[class_id]) if used else 0
        learned[class_id] += newest
        counts["in bulk" if in_bulk else "by hand"] += newest
        counts["older" if used else "unused"] += count - newest
    return DecisionsUsed(counts["by hand"], counts["in bulk"], counts["unused"], counts["older"], has_enough)


def _has_enough(session: Session, set_id: int) -> bool:
    """Whether every class that is known at all has enough examples and labels by hand."""
    given = Counter(session.scalars(select(Example.class_id).where(_is_example(set_id))))
    labels = session.execute(
        select(Label.class_id, Label.in_bulk, func.count())
        .where(_stands(set_id))
        .group_by(Label.class_id, Label.in_bulk)
    )
    for class_id, in_bulk, count in labels:
        given[class_id or OUTSIDE] += 0 if in_bulk else count
    return bool(given) and min(given.values()) >= ENOUGH


def _is_used(set_id: int, has_enough: bool) -> ColumnElement[bool]:
    """Return whether a label that stands is learned from."""
    if has_enough:
        return ~Label.in_bulk | (func.coalesce(Label.confidence, 0.0) >= SURE)
    by_hand = aliased(Label)
    known_by_hand = select(by_hand.class_id).where(
        by_hand.id.in_(newest_labels(set_id)), by_hand.class_id.is_not(None), ~by_hand.in_bulk
    )
    by_example = select(Example.class_id).where(_is_example(set_id))
    return ~Label.in_bulk | (Label.class_id.not_in(known_by_hand) & Label.class_id.not_in(by_example))


def _stands(set_id: int) -> ColumnElement[bool]:
    """Return the condition that a label is the newest of its image and gives it a class in use."""
    return Label.id.in_(newest_labels(set_id)) & Label.class_id.in_(_in_use(set_id))


def _is_example(set_id: int) -> ColumnElement[bool]:
    return Example.class_id.in_(_in_use(set_id))


def _in_use(set_id: int) -> Select[int]:
    return select(LabellingClass.id).where(LabellingClass.set_id == set_id, LabellingClass.position != OUTSIDE)
