"""Remove deleted runs for good: their weights, measurements and tests, and their rows where nobody refers to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from workbench.facts import fact
from workbench.operations.runs.listing import REMOVED, was_removed
from workbench.operations.serialisation import as_json
from workbench.store.models import Checkpoint, Comparison, Evaluation, Label, LabellingSet, Measurement, Run
from workbench.store.project import Project


@dataclass(frozen=True)
class DeletedRuns:
    """How many runs were deleted and can still be restored, and how many bytes they take."""

    runs: int
    bytes: int


def deleted_runs(project: Project) -> DeletedRuns:
    """Say what `remove_deleted_runs` would remove."""
    with project.read() as session:
        numbers = [run.id for run in _deleted(session)]
        sizes = (
            session.scalar(select(func.sum(func.length(column))).where(kind.run_id.in_(numbers)))
            for kind, column in ((Checkpoint, Checkpoint.weights), (Evaluation, Evaluation.details))
        )
        return DeletedRuns(len(numbers), sum(size or 0 for size in sizes))


def remove_deleted_runs(project: Project) -> int:
    """Remove what was deleted, and return how many runs; what cannot be restored any more stays deleted.

    Labels are never changed, and comparisons stay as they were: the row of a run that they name stays, without
    anything else of it. Raises UserError when the project is read-only.
    """
    with project.read() as session:
        found = bool(_deleted(session))
    if not found:
        return 0
    with project.write() as session:
        runs, named = _deleted(session), _named(session)
        for run in runs:
            for kind in (Checkpoint, Measurement, Evaluation):
                session.execute(delete(kind).where(kind.run_id == run.id))
            if run.id in named:
                run.note = [*(run.note or []), as_json(fact(REMOVED, run=str(run.id)))]
            else:
                session.execute(delete(Run).where(Run.id == run.id))
        return len(runs)


def _deleted(session: Session) -> list[Run]:
    rows = session.scalars(select(Run).where(Run.deleted_at.is_not(None)).order_by(Run.id))
    return [run for run in rows if not was_removed(run)]


def _named(session: Session) -> set[int]:
    """Return the numbers of the runs that labels, their classes or comparisons name."""
    named = {number for kind in (Label, LabellingSet) for number in session.scalars(select(kind.run_id).distinct())}
    for found in session.scalars(select(Comparison.found)):
        named.update(_runs_in(found))
    return {number for number in named if number is not None}


def _runs_in(found: Any) -> Iterator[int]:
    """Yield the numbers of the runs in what was found by a comparison, of whatever kind."""
    if isinstance(found, list):
        for part in cast("list[Any]", found):
            yield from _runs_in(part)
    if isinstance(found, dict):
        for name, part in cast("dict[str, Any]", found).items():
            if name == "run" and isinstance(part, int):
                yield part
            else:
                yield from _runs_in(part)
