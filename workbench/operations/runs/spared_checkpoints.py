"""What only resuming would need of runs that are over, and giving it up."""

import hashlib

from sqlalchemy import Select, delete, func, select

from workbench import learning
from workbench.operations.runs.record import RunRecord
from workbench.store.models import Checkpoint, CheckpointKind, Run, RunState
from workbench.store.project import Project


def spare_what_is_not_needed(project: Project, *, give_up_resuming: bool) -> int:
    """Drop what only resuming would need of finished runs, or of all that are not trained now; return of how many.

    Where nothing was validated the last weights stay, as they are the only ones. Raises UserError when the project is
    read-only.
    """
    with project.read() as session:
        found = session.execute(_last_of_those_over(give_up_resuming=give_up_resuming)).all()
    return sum(_spared(RunRecord(project, run), number) for number, run in found)


def needed_to_resume(project: Project, *, give_up_resuming: bool) -> tuple[int, ...]:
    """Return the bytes that go of each run in which others are the best weights, as `spare_what_is_not_needed` does."""
    best = select(Checkpoint.run_id).where(Checkpoint.kind == CheckpointKind.BEST)
    query = _last_of_those_over(give_up_resuming=give_up_resuming).where(Checkpoint.run_id.in_(best))
    with project.read() as session:
        return tuple(session.scalars(query.with_only_columns(func.length(Checkpoint.weights))))


def _last_of_those_over(*, give_up_resuming: bool) -> Select[int, int]:
    over = [RunState.FINISHED, *([RunState.STOPPED, RunState.FAILED] if give_up_resuming else [])]
    query = select(Checkpoint.id, Checkpoint.run_id).join(Run, Run.id == Checkpoint.run_id)
    of_those = (Checkpoint.kind == CheckpointKind.LAST, Run.state.in_(over), Run.deleted_at.is_(None))
    return query.where(*of_those).order_by(Checkpoint.id)


def _spared(record: RunRecord, number: int) -> bool:
    """Whether a run's last checkpoint, of that number, went or became smaller."""
    if record.checkpoint(CheckpointKind.BEST) is not None:
        with record.project.write() as session:
            session.execute(delete(Checkpoint).where(Checkpoint.id == number))
        return True
    last = record.require_checkpoint()
    weights = learning.weights_alone(last.weights)
    if len(weights) == len(last.weights):
        return False
    with record.project.write() as session:
        row = session.get_one(Checkpoint, number)
        row.weights, row.sha256, row.state = weights, hashlib.sha256(weights).digest(), {}
    return True
