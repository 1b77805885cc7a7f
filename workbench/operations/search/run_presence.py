"""Whether the runs of a search are still there, so that nothing is offered that needs one which was deleted."""

from collections.abc import Iterable
from enum import Enum

from sqlalchemy import select

from workbench.operations.runs.listing import was_removed
from workbench.store.models import Run
from workbench.store.project import Project


class Presence(Enum):
    """Whether a run is there, was deleted so that it can be restored, or is gone for good."""

    THERE = "there"
    DELETED = "deleted"
    GONE = "gone"


def presence_of(project: Project, runs: Iterable[int]) -> dict[int, Presence]:
    """Return for each of these runs whether it is there."""
    found = dict.fromkeys(runs, Presence.GONE)
    with project.read() as session:
        for run, deleted_at in session.execute(select(Run.id, Run.deleted_at).where(Run.id.in_(found))).all():
            if deleted_at is None:
                found[run] = Presence.THERE
            elif not was_removed(session.get_one(Run, run)):
                found[run] = Presence.DELETED
    return found
