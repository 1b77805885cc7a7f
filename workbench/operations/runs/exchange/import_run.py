"""Import a run from a file that another project exported: a finished run here, with its weights and its curve."""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from workbench import learning
from workbench.errors import UserError
from workbench.facts import CATALOGUE, Fact, fact
from workbench.operations.deferred import torch
from workbench.operations.runs.exchange.already_here import run_already_here
from workbench.operations.runs.exchange.run_file import ExportedRun, MeasuredEpisode, read_run_file
from workbench.operations.runs.keeping.run_changes import name_of_run, remark_of_run
from workbench.operations.runs.listing import RunFacts, describe_run
from workbench.operations.runs.problems.problem_data import problem_of
from workbench.operations.runs.run_settings import RunSettings, settings_as_json, settings_from_json
from workbench.operations.runs.seen_elsewhere import digests_in
from workbench.operations.runs.trained import build_approach
from workbench.operations.runs.training_checks import why_read_only
from workbench.operations.runs.training_request import request_of, settings_of
from workbench.operations.runs.unusable_run import unusable_part
from workbench.operations.serialisation import as_json, from_json
from workbench.store.models import Checkpoint, CheckpointKind, Measurement, Role, Run, RunState
from workbench.store.project import Project
from workbench.words import Decimal, Message, marked, message, printable

if TYPE_CHECKING:
    from workbench.learning.problems.problem import Problem

_LARGEST_IMAGE = 4096  # pixels
_MOST_NUMBERS = 2**62  # What an id of the database may be, and no count of a run ever is.


@dataclass(frozen=True)
class ImportedRun:
    """The run of a file as it is in the project, and whether it was added now: it may have been there before."""

    run: RunFacts
    added: bool


def import_run_file(project: Project, path: Path, *, again: bool = False) -> ImportedRun:
    """Make a run of a project from the file of one; it is finished, and only its weights can be used.

    A run that is here already is not added, unless it is to be `again`. Its notes say where it comes from. Classes of
    this project that have images it was trained on count as classes it was trained on, also those that are added later.
    Raises UserError when the project is read-only, or the file cannot be read, is no file of a run, is damaged or of a
    newer version, or its weights cannot be used by this version.
    """
    if project.read_only:
        raise UserError(why_read_only(project))
    weights, exported = read_run_file(path)
    try:
        settings = _usable_settings(project, exported, weights)
    except UserError as error:
        raise UserError(_not_imported(path, error.text)) from error
    digest = hashlib.sha256(weights).digest()
    there = None if again else run_already_here(project, exported, settings, digest)
    if there is not None:
        return ImportedRun(describe_run(project, there), added=False)
    with project.write() as session:
        number = _add(session, path, exported, settings, weights)
    return ImportedRun(describe_run(project, number), added=True)


def _usable_settings(project: Project, exported: ExportedRun, weights: bytes) -> RunSettings:
    """Return the settings of a run. Raises UserError where this version can make nothing of them, or of its weights."""
    try:
        settings = settings_from_json(exported.settings)
        for role in settings.seen_elsewhere:
            digests_in(settings.seen_elsewhere[role])
        _refuse_impossible(exported, settings)
    except (ValueError, OverflowError) as error:
        raise UserError(Message(marked("Its settings or measurements are not those of a run."))) from error
    unusable = unusable_part(exported.number, settings, settings.approach, settings.encoder)
    if unusable is not None:
        raise UserError(unusable)
    # Its options are known by now; those of an older version may be fewer.
    settings_of(replace(request_of(settings), options={}))
    _refuse_unfit(settings, weights, None if settings.problem is None else problem_of(project, settings))
    # Ids mean nothing here, whatever the file says.
    traits = None if settings.traits is None else replace(settings.traits, rows={})
    return replace(settings, classes={}, traits=traits, images_digest=None)


def _refuse_impossible(exported: ExportedRun, settings: RunSettings) -> None:
    """Raise ValueError for what no run has: counts below zero, times without a zone, figures that are no numbers."""
    if settings.image_size > _LARGEST_IMAGE:
        raise ValueError("images that nobody has the memory for")
    measured = [one.episode for one in exported.measurements]
    counts = [exported.number, exported.episode, exported.weights_episode, *measured]
    figures = [figure for one in exported.measurements for figure in _figures(one) if figure is not None]
    if not all(0 <= count < _MOST_NUMBERS for count in counts) or not all(map(math.isfinite, figures)):
        raise ValueError("a figure is no number, or a count below zero")
    if len(set(measured)) < len(measured):
        raise ValueError("an episode that was measured twice")
    if not math.isfinite(exported.seconds) or datetime.fromisoformat(exported.created_at).tzinfo is None:
        raise ValueError("no time")


def _figures(one: MeasuredEpisode) -> Sequence[float | None]:
    return one.loss, one.accuracy, one.validation_accuracy, one.validation_ci95, one.rate, one.seconds


def _refuse_unfit(settings: RunSettings, weights: bytes, problem: "Problem | None") -> None:
    """Raise UserError where weights do not fit the approach of these settings, or are not finite."""
    try:
        with torch.device("meta"):
            approach = build_approach(settings, problem)
    except (RuntimeError, ValueError, OverflowError) as error:
        raise UserError(Message(_NOT_OF_THESE)) from error
    # Settings are only a text, which may claim more than there is memory for; a weight takes at least one byte.
    if sum(tensor.numel() for tensor in approach.state_dict().values()) > len(weights):
        raise UserError(Message(_NOT_OF_THESE))
    try:
        learning.load_approach(approach.to_empty(device="cpu"), weights)
    except UserError as error:
        # Of a run in a project the same is said with a backup of the project as the way out.
        is_other = isinstance(error.text, Fact) and error.text.code == "run.weights_of_another"
        raise UserError(Message(_NOT_OF_THESE) if is_other else error.text) from error


_NOT_OF_THESE = marked("Its weights are not those of the approach and the network that it names.")


def _add(session: Session, path: Path, exported: ExportedRun, settings: RunSettings, weights: bytes) -> int:
    stored = settings_as_json(settings)
    run = Run(
        approach=settings.approach,
        encoder=settings.encoder,
        options=stored["options"],
        settings=stored,
        seed=settings.seed,
        versions=exported.versions,
        device=exported.device,
        state=RunState.FINISHED,
        note=[as_json(note) for note in _notes(path, exported)],
        seconds=exported.seconds,
        episode=exported.episode,
        roles={},
        name=name_of_run(exported.name),
        remark=remark_of_run(exported.remark),
    )
    session.add(run)
    session.flush()
    kind = CheckpointKind.BEST if exported.best else CheckpointKind.LAST
    digest = hashlib.sha256(weights).digest()
    episode = exported.weights_episode
    session.add(Checkpoint(run_id=run.id, kind=kind, episode=episode, sha256=digest, weights=weights, state={}))
    rows = [{**vars(one), "run_id": run.id} for one in exported.measurements]
    if rows:
        session.execute(insert(Measurement), rows)
    return run.id


def _notes(path: Path, exported: ExportedRun) -> list[Fact]:
    """Return the notes of an imported run: those it had, then what is unknown of it and where it is from."""
    day = exported.created_at[:10]
    origin = {"file": printable(path.name), "run": str(exported.number), "project": exported.project, "day": day}
    gone = [fact("run.classes_gone", count=exported.classes_gone)] if exported.classes_gone else []
    # Where few of them are shown, they are the last.
    return [*_own_notes(exported.notes), *gone, *_tested(exported), fact("run.imported", **origin)]


def _tested(exported: ExportedRun) -> list[Fact]:
    """Return the result of its longest test on classes it has not seen, with examples, in the project it comes from."""
    tests = [test for test in exported.tests if test.role is Role.META_TEST and test.shot > 0]
    longest = max(tests, key=lambda test: test.episodes, default=None)
    if longest is None:
        return []
    figures = {"accuracy": longest.accuracy, "interval": max(longest.ci95, longest.ci95_classes)}
    shape = {"way": longest.way, "shot": longest.shot}
    return [fact("run.tested_elsewhere", **shape, **{name: Decimal(100 * share) for name, share in figures.items()})]


def _own_notes(stored: Sequence[dict[str, Any]]) -> list[Fact]:
    return [note for note in map(from_json, stored) if note.code in CATALOGUE and note.code != "run.imported"]


def _not_imported(path: Path, reason: Message) -> Message:
    return message(marked("{path} was not imported: {reason}"), path=printable(path), reason=reason)
