"""The runs of trials that nobody will use: they go without their weights."""

from sqlalchemy import delete

from workbench.store.models import Checkpoint
from workbench.store.project import Project


def drop_weights(project: Project, run: int) -> None:
    """Drop the weights of a run; its figures stay."""
    with project.write() as session:
        session.execute(delete(Checkpoint).where(Checkpoint.run_id == run))
