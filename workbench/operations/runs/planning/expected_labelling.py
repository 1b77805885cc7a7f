"""How many classes a person is going to label, and with how many examples of each."""

from dataclasses import dataclass
from statistics import median

from sqlalchemy import func, select

from workbench.store.models import Example, LabellingClass, LabellingSet
from workbench.store.project import Project

_USUAL_WAY, _USUAL_SHOT = 5, 5


@dataclass(frozen=True)
class ExpectedLabelling:
    """Classes to tell apart, at least two, and examples of each, at least one.

    `known` says that the classes of the page Label were counted; without them the numbers are usual ones.
    """

    way: int = _USUAL_WAY
    shot: int = _USUAL_SHOT
    known: bool = False


def expected_labelling(project: Project) -> ExpectedLabelling:
    """Count the classes to label with, and the examples that a typical one of them has: the median of those with any.

    A single class is only the beginning of a set, and counts as none.
    """
    newest = select(func.max(LabellingSet.id)).scalar_subquery()
    query = (
        select(func.count(Example.id))
        .select_from(LabellingClass)
        .join(Example, Example.class_id == LabellingClass.id, isouter=True)
        # A position of 0 is that of a class that was taken out.
        .where(LabellingClass.set_id == newest, LabellingClass.position > 0)
        .group_by(LabellingClass.id)
    )
    with project.read() as session:
        counts = list(session.scalars(query))
    if len(counts) < 2:
        return ExpectedLabelling()
    given = [count for count in counts if count]
    return ExpectedLabelling(len(counts), int(median(given)) if given else _USUAL_SHOT, known=True)
