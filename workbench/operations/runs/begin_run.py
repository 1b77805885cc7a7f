"""A run that begins now, written into the project."""

from workbench.operations.runs.record import RunRecord
from workbench.operations.runs.run_settings import RunSettings, settings_as_json
from workbench.store.models import Run, RunState
from workbench.store.project import Project


def begin_run(project: Project, settings: RunSettings, *, versions: dict[str, str], device: str) -> RunRecord:
    """Write a new run and return its record."""
    run = run_row(settings, versions=versions, device=device)
    with project.write() as session:
        session.add(run)
        session.flush()
        return RunRecord(project, run.id)


def run_row(settings: RunSettings, *, versions: dict[str, str], device: str) -> Run:
    """Return the row of a run that begins now."""
    stored = settings_as_json(settings)
    return Run(
        approach=settings.approach,
        encoder=settings.encoder,
        options=stored["options"],
        settings=stored,
        seed=settings.seed,
        versions=versions,
        device=device,
        state=RunState.RUNNING,
        roles=stored["classes"],
    )
