"""A run in the project: its measurements and its checkpoints, each written in one transaction."""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, undefer

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact, reason_of
from workbench.learning.events import Event, RunNote, TrainingStep, ValidationProgress, ValidationResult
from workbench.operations.runs.listing import LATEST
from workbench.operations.runs.run_settings import RunSettings, settings_as_json, settings_from_json
from workbench.operations.serialisation import as_json
from workbench.store.models import Checkpoint, CheckpointKind, Measurement, Run, RunState
from workbench.store.project import Project

if TYPE_CHECKING:
    from workbench.learning.training import Training


@dataclass(frozen=True)
class StoredCheckpoint:
    """A checkpoint as read: safetensors bytes, and the plain values beside them."""

    weights: bytes
    state: dict[str, Any]


@dataclass(frozen=True)
class RecordFacts:
    """The settings of a run and its progress."""

    state: RunState
    settings: RunSettings
    seconds: float


class RunRecord:
    """Saves one run while it trains; measurements since the last save are written with the next."""

    def __init__(self, project: Project, number: int) -> None:
        self.project = project
        self.id = number
        self._waiting: dict[int, dict[str, float]] = {}  # by episode

    def facts(self) -> RecordFacts:
        """Read the settings of the run and its progress."""
        with self.project.read() as session:
            run = session.get_one(Run, self.id)
            return RecordFacts(run.state, settings_from_json(run.settings), run.seconds)

    def add(self, event: Event) -> None:
        """Add an event: notes are written at once, measurements with the next save."""
        match event:
            case TrainingStep(episode, loss, accuracy, rate, seconds):
                self._waiting[episode] = {"loss": loss, "accuracy": accuracy, "rate": rate, "seconds": seconds}
            case ValidationResult(episode, accuracy, ci95):
                validated = {"validation_accuracy": accuracy, "validation_ci95": ci95}
                self._waiting.setdefault(episode, {}).update(validated)
            case RunNote(text):
                self.note(text)
            case ValidationProgress():
                pass

    def save(self, training: "Training", state: RunState, *, best: bool = False) -> None:
        """Write a checkpoint, the measurements and the progress, in one transaction."""
        weights, facts = learning.training_bytes(training)
        with self.project.write() as session:
            run = session.get_one(Run, self.id)
            run.state, run.episode, run.seconds = state, training.episode, training.seconds
            for episode, measured in self._waiting.items():
                _measure(session, self.id, episode, measured)
            self._keep(session, CheckpointKind.LAST, training.episode, weights, facts)
            if best:
                self._keep(
                    session, CheckpointKind.BEST, training.episode, learning.approach_bytes(training.approach), {}
                )
        self._waiting.clear()

    def end(self, training: "Training", state: RunState, error: UserError) -> None:
        """Record that the run cannot continue, and why; its checkpoints stay as they are."""
        with self.project.write() as session:
            run = session.get_one(Run, self.id)
            run.state, run.seconds = state, training.seconds
        self.note(reason_of(error))

    def note(self, text: Fact) -> None:
        """Add a sentence to the run's notes, once."""
        with self.project.write() as session:
            run = session.get_one(Run, self.id)
            notes = list(run.note or [])
            if as_json(text) not in notes:
                run.note = [*notes, as_json(text)]

    def checkpoint(self, kind: CheckpointKind) -> StoredCheckpoint | None:
        """Read a checkpoint. Raises UserError when its bytes are not those that were written."""
        query = select(Checkpoint).where(Checkpoint.run_id == self.id, Checkpoint.kind == kind)
        with self.project.read() as session:
            stored = session.scalar(query.options(undefer(Checkpoint.weights)))
        if stored is None:
            return None
        if hashlib.sha256(stored.weights).digest() != stored.sha256:
            raise UserError(fact("run.weights_damaged", run=self.id))
        return StoredCheckpoint(stored.weights, stored.state)

    def require_checkpoint(self) -> StoredCheckpoint:
        """Read the newest checkpoint. Raises UserError when there is none."""
        stored = self.checkpoint(CheckpointKind.LAST)
        if stored is None:
            raise UserError(fact("run.nothing_saved", run=self.id))
        return stored

    def best_episode(self) -> int:
        """Return the episode of the best checkpoint, or of the newest where none is best; 0 where there is none."""
        query = select(Checkpoint.kind, Checkpoint.episode).where(Checkpoint.run_id == self.id)
        with self.project.read() as session:
            episodes = dict(session.execute(query).all())
        return episodes.get(CheckpointKind.BEST, episodes.get(CheckpointKind.LAST, 0))

    def drop_measurements_after(self, episode: int) -> None:
        """Delete the measurements after the checkpoint that the run resumes from."""
        with self.project.write() as session:
            session.execute(delete(Measurement).where(Measurement.run_id == self.id, Measurement.episode > episode))

    def _keep(
        self, session: Session, kind: CheckpointKind, episode: int, weights: bytes, state: dict[str, Any]
    ) -> None:
        session.execute(delete(Checkpoint).where(Checkpoint.run_id == self.id, Checkpoint.kind == kind))
        digest = hashlib.sha256(weights).digest()
        session.add(Checkpoint(run_id=self.id, kind=kind, episode=episode, sha256=digest, weights=weights, state=state))


def _measure(session: Session, run: int, episode: int, measured: dict[str, float]) -> None:
    """Write the measurements of an episode; its step may have been saved before its validation was done."""
    query = select(Measurement).where(Measurement.run_id == run, Measurement.episode == episode)
    row = session.scalar(query)
    if row is None:
        session.add(Measurement(run_id=run, episode=episode, **measured))
    else:
        for name, value in measured.items():
            setattr(row, name, value)


def begin_run(project: Project, settings: RunSettings, *, versions: dict[str, str], device: str) -> RunRecord:
    """Write a new run and return its record."""
    stored = settings_as_json(settings)
    run = Run(
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
    with project.write() as session:
        session.add(run)
        session.flush()
        return RunRecord(project, run.id)


def find_run(project: Project, run: str, *, with_checkpoint: bool = False) -> RunRecord:
    """Return the record of a run by its id or `latest`, the newest (that has a checkpoint). Raises UserError."""
    query = select(Run.id).order_by(Run.id.desc()).limit(1)
    if with_checkpoint and run == LATEST:
        query = query.where(Run.id.in_(select(Checkpoint.run_id)), Run.episode > 0)
    if run != LATEST:
        # Numbers beyond what SQLite holds are nobody's id.
        query = query.where(Run.id == (int(run) if run.isdecimal() and len(run) < 16 else -1))
    with project.read() as session:
        number = session.scalar(query)
    if number is not None:
        return RunRecord(project, number)
    if run == LATEST:
        raise UserError(fact("run.none_yet"))
    raise UserError(fact("run.not_there", run=run))
