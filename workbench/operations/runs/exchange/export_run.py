"""Export a run: its weights and all that is known of it, in one file for another project."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import select

from workbench import learning
from workbench.facts import Fact, fact
from workbench.operations.runs.exchange.run_file import EarlierTest, ExportedRun, MeasuredEpisode, run_file
from workbench.operations.runs.listing import RunFacts, describe_run
from workbench.operations.runs.record import find_run
from workbench.operations.runs.run_settings import RunSettings, settings_as_json
from workbench.operations.runs.seen_elsewhere import as_text, digests_in, digests_of_classes
from workbench.operations.serialisation import as_json
from workbench.operations.tasks.classes import class_names
from workbench.operations.written_files import refuse_existing, refuse_unwritable, write_whole
from workbench.store.columns import now
from workbench.store.models import CheckpointKind, Measurement, Role, Run
from workbench.store.project import Project
from workbench.words import printable

_SEEN = (Role.META_TRAIN, Role.META_VALIDATION)


@dataclass(frozen=True)
class RunExport:
    """Which run was written, where to, how many bytes, and what speaks against using it elsewhere."""

    run: int
    output: Path
    bytes: int
    warnings: tuple[Fact, ...]


def export_run_file(project: Project, run: str, output: Path, *, class_names_too: bool = True) -> RunExport:
    """Write a run (its id or `latest`) with its best weights to a new file, whole or not at all.

    The file has digests of the images that the run was trained and validated on, never their names, so that another
    project knows which of its classes the run has seen; the names of classes may be left out. Raises UserError when
    there is no such run, it has no weights, or the file is there already or cannot be written.
    """
    refuse_existing(output)
    refuse_unwritable(output)
    record = find_run(project, run, with_checkpoint=True)
    settings, facts = record.facts().settings, describe_run(project, record.id)
    best = record.checkpoint(CheckpointKind.BEST)
    weights = learning.weights_alone((best or record.require_checkpoint()).weights)
    exported = replace(
        _described(project, facts, settings, class_names_too=class_names_too),
        best=best is not None,
        weights_episode=record.best_episode(),
    )
    content = run_file(weights, exported)
    write_whole(output, content)
    warnings = (fact("run.classes_gone", count=exported.classes_gone),) if exported.classes_gone else ()
    return RunExport(record.id, output, len(content), warnings)


def _described(project: Project, facts: RunFacts, settings: RunSettings, *, class_names_too: bool) -> ExportedRun:
    names = class_names(project, [number for role in _SEEN for number in settings.classes.get(role, ())])
    by_role = {role: tuple(names[id_] for id_ in settings.classes.get(role, ()) if id_ in names) for role in _SEEN}
    asked = sum(len(settings.classes.get(role, ())) for role in _SEEN)
    with project.read() as session:
        versions = session.get_one(Run, facts.id).versions
        seen = {role: digests_of_classes(session, settings.classes.get(role, ())) for role in _SEEN}
    return ExportedRun(
        number=facts.id,
        project=printable(project.path.stem),
        name=facts.name,
        remark=facts.remark,
        settings=_settings_for_elsewhere(settings, seen),
        versions={name: str(version) for name, version in versions.items()},
        device=facts.device,
        state=facts.state,
        created_at=facts.created_at.isoformat(),
        exported_at=now().isoformat(),
        seconds=facts.seconds,
        episode=facts.episode,
        best=False,
        weights_episode=0,
        classes=by_role if class_names_too else {},
        classes_gone=asked - len(names),
        notes=tuple(as_json(note) for note in facts.notes if _can_be_kept(note)),
        measurements=_measurements(project, facts.id),
        tests=tuple(msgspec.convert(msgspec.to_builtins(test), EarlierTest) for test in facts.evaluations),
    )


def _settings_for_elsewhere(settings: RunSettings, seen: dict[Role, frozenset[bytes]]) -> dict[str, Any]:
    """Return a run's settings without ids, which mean nothing elsewhere, and with digests of the images it has seen."""
    # One that was itself imported has seen images that this project may not have.
    before = {role: digests_in(settings.seen_elsewhere.get(role, "")) for role in _SEEN}
    traits = None if settings.traits is None else replace(settings.traits, rows={})
    digests = {role: as_text(before[role] | seen[role]) for role in _SEEN}
    return settings_as_json(replace(settings, classes={}, traits=traits, images_digest=None, seen_elsewhere=digests))


def _can_be_kept(note: Fact) -> bool:
    """Whether a note has a code; the words that an older version left in its place are of no use elsewhere."""
    try:
        as_json(note)
    except TypeError:
        return False
    return True


def _measurements(project: Project, run: int) -> tuple[MeasuredEpisode, ...]:
    names = tuple(MeasuredEpisode.__dataclass_fields__)
    columns = [getattr(Measurement, name) for name in names]
    query = select(*columns).where(Measurement.run_id == run).order_by(Measurement.episode)
    with project.read() as session:
        return tuple(MeasuredEpisode(**dict(zip(names, row, strict=True))) for row in session.execute(query))
