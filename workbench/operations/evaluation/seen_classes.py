"""Which of the classes of a test its run was trained or validated on, and how that is said."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from workbench.operations.runs.seen_elsewhere import settings_here
from workbench.store.models import Evaluation, Role, Run
from workbench.words import Message, marked, message


@dataclass(frozen=True)
class SeenClasses:
    """How many classes were tested, and how many of them a run was trained on, or validated on where on none."""

    tested: int
    trained: int
    validated: int


def seen_classes(session: Session, row: Evaluation) -> SeenClasses:
    """Count the classes of a test, and those of them that its run has seen."""
    tested = set(query_counts(row.details))
    if row.run_id is None:
        return SeenClasses(len(tested), 0, 0)
    settings = settings_here(session, session.get_one(Run, row.run_id).settings)
    trained, validated = (len(tested.intersection(ids)) for ids in (settings.trained_on, settings.validated_on))
    return SeenClasses(len(tested), trained, validated)


def where_tested(row: Evaluation, seen: SeenClasses) -> Message:
    """Say on which classes it was tested, and whether the run was trained or validated on any of them."""
    count, trained = seen.tested, seen.trained
    if row.run_id is None:
        if row.role is Role.META_TEST:
            return message(marked("On {count} test classes"), count=count)
        return message(marked("On {count} classes"), count=count)
    if trained == count:
        return message(marked("On {count} classes it was trained on"), count=count)
    if trained:
        return message(marked("On {count} classes, {trained} of them training classes"), count=count, trained=trained)
    if seen.validated:
        text = marked("On {count} classes used to select its checkpoint (so accuracy is optimistic)")
        return message(text, count=count)
    return message(marked("On {count} unseen classes"), count=count)


def query_counts(details: dict[str, Any]) -> Counter[int]:
    """Return how many queries there were of each class id."""
    counts = Counter[int]()
    for truth, _, count in details["confusion"]:
        counts[truth] += count
    return counts
