"""Whether the run of a file is in a project already: imported before, or the very run that the file was made of."""

from datetime import datetime

from sqlalchemy import select

from workbench.operations.runs.exchange.run_file import ExportedRun
from workbench.operations.runs.record import RunRecord
from workbench.operations.runs.run_settings import RunSettings, settings_as_json
from workbench.store.models import Checkpoint, Run
from workbench.store.project import Project


def run_already_here(project: Project, exported: ExportedRun, settings: RunSettings, digest: bytes) -> int | None:
    """Return the number of the run in this project that a file would add once more, None where there is none.

    It has the same settings and the same weights, of which `digest` is the SHA-256; or it is the run that was exported,
    and its best weights are still those of then. Deleted runs do not count.
    """
    return _imported_before(project, settings, digest) or _exported_from_here(project, exported)


def _imported_before(project: Project, settings: RunSettings, digest: bytes) -> int | None:
    # Weights alone do not tell runs apart: what is not trained is the same network whatever reads it.
    query = (
        select(Run.id, Run.settings)
        .join(Checkpoint, Checkpoint.run_id == Run.id)
        .where(Run.deleted_at.is_(None), Checkpoint.sha256 == digest)
        .order_by(Run.id)
    )
    wanted = settings_as_json(settings)
    with project.read() as session:
        rows = session.execute(query).all()
    return next((number for number, stored in rows if stored == wanted), None)


def _exported_from_here(project: Project, exported: ExportedRun) -> int | None:
    query = (
        select(Run.created_at)
        .join(Checkpoint, Checkpoint.run_id == Run.id)
        .where(Run.id == exported.number, Run.deleted_at.is_(None), Run.approach == exported.settings.get("approach"))
    )
    with project.read() as session:
        began = session.scalar(query.limit(1))
    if began is None or began != datetime.fromisoformat(exported.created_at):
        return None
    unchanged = RunRecord(project, exported.number).best_episode() == exported.weights_episode
    return exported.number if unchanged else None
