"""A run in the project: its measurements and its checkpoints, each written in one transaction."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, delete, insert, or_, select, update
from sqlalchemy.orm import Session, undefer

from workbench.errors import UserError
from workbench.facts import Fact, fact, reason_of
from workbench.learning.events import Event, RunNote, TrainingStep, ValidationProgress, ValidationResult
from workbench.operations.runs.dropped_weights import weights_were_dropped
from workbench.operations.runs.listing import LATEST, learns_images, was_deleted
from workbench.operations.runs.run_settings import RunSettings
from workbench.operations.runs.saved_training import SavedTraining, finished_training, saved_training
from workbench.operations.runs.seen_elsewhere import settings_here
from workbench.operations.runs.unusable_run import because_of, unusable_part
from workbench.operations.serialisation import as_json
from workbench.store.damage_behind import is_changed
from workbench.store.models import Checkpoint, CheckpointKind, Measurement, Run, RunState
from workbench.store.project import Project

if TYPE_CHECKING:
    from workbench.learning.training import Training
    from workbench.operations.runs.segment import Segment


_DROPPED = "run.weights_dropped"
_EMPTY: dict[str, float | None] = {"validation_accuracy": None, "validation_ci95": None}
_UNTRAINED = {"loss": 0.0, "accuracy": 0.0, "rate": 0.0, "seconds": 0.0}  # Before the first step nothing was measured.


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
        """Read the settings of the run and its progress. Raises UserError when it is damaged, or of a newer version."""
        with self.project.read() as session:
            run = session.get_one(Run, self.id)
            facts = RecordFacts(run.state, settings_here(session, run.settings), run.seconds)
            names, changed = (run.approach, run.encoder), is_changed(session, Run.__tablename__, self.id)
        # Not before the session is over: whoever compares runs goes on with the others.
        _refuse_unusable(self.id, facts.settings, names, changed=changed)
        return facts

    def add(self, event: Event) -> None:
        """Add an event: notes are written at once, measurements with the next save."""
        if isinstance(event, RunNote):
            self.note(event.text)
        else:
            self._await(event)

    def _await(self, event: Event) -> None:
        match event:
            case TrainingStep(episode, loss, accuracy, rate, seconds):
                self._waiting[episode] = {"loss": loss, "accuracy": accuracy, "rate": rate, "seconds": seconds}
            case ValidationResult(episode, accuracy, ci95):
                validated = {"validation_accuracy": accuracy, "validation_ci95": ci95}
                self._waiting.setdefault(episode, {} if episode else dict(_UNTRAINED)).update(validated)
            case RunNote() | ValidationProgress():
                pass

    def save(self, training: "Training", state: RunState, *, best: bool = False) -> None:
        """Write a checkpoint, the measurements and the progress, in one transaction."""
        self._write(saved_training(training, best=best), state, training.seconds)

    def finish(self, training: "Training") -> None:
        """Write the end of the run: what only resuming would need goes, and the last weights where others are best.

        Where nothing was validated the last weights are the best there are.
        """
        best = self.checkpoint(CheckpointKind.BEST)
        over = finished_training(training, best.weights if best else None)
        self._write(over, RunState.FINISHED, training.seconds)

    def keep(self, segment: "Segment") -> None:
        """Write what a segment of the run's training brought, in one transaction: as `save`, `finish` or `end` would.

        Why it failed, if it did, is noted.
        """
        notes = [event.text for event in segment.events if isinstance(event, RunNote)]
        notes += [segment.failure] if segment.failure else []
        for event in segment.events:
            self._await(event)
        self._write(segment.saved, segment.state, segment.seconds, notes=notes, device=segment.device)

    def _write(
        self,
        saved: SavedTraining,
        state: RunState,
        seconds: float,
        *,
        notes: Sequence[Fact] = (),
        device: str | None = None,
    ) -> None:
        over = state is RunState.FINISHED
        with self.project.write() as session:
            run = session.get_one(Run, self.id)
            run.state, run.episode, run.seconds = state, saved.episode, seconds
            run.device = device or run.device
            _add_notes(run, notes)
            if self._waiting:
                _measure(session, self.id, self._waiting)
            if over:
                self._drop(session, CheckpointKind.LAST)
            if not over or saved.best is None:
                self._keep(session, CheckpointKind.LAST, saved.episode, saved.weights, {} if over else saved.state)
            if saved.best is not None:
                self._keep(session, CheckpointKind.BEST, saved.best_episode, saved.best, {})
        self._waiting.clear()

    def end(self, training: "Training", state: RunState, error: UserError) -> None:
        """Record that the run cannot continue, and why; its checkpoints stay as they are."""
        with self.project.write() as session:
            run = session.get_one(Run, self.id)
            run.state, run.seconds = state, training.seconds
        self.note(reason_of(error))

    def stop(self, error: UserError | None = None) -> None:
        """Record that nobody trains the run any more, and why, if it was not wanted."""
        with self.project.write() as session:
            run = session.get_one(Run, self.id)
            run.state = RunState.STOPPED if run.state is RunState.RUNNING else run.state
            _add_notes(run, (reason_of(error),) if error is not None else ())

    def note(self, text: Fact) -> None:
        """Add a sentence to the run's notes, once."""
        with self.project.write() as session:
            _add_notes(session.get_one(Run, self.id), (text,))

    def saved(self) -> SavedTraining | None:
        """Read what training goes on from; None where there is nothing. Raises UserError when it is damaged."""
        last, best = self.checkpoint(CheckpointKind.LAST), self.checkpoint(CheckpointKind.BEST)
        return None if last is None else SavedTraining(last.weights, last.state, best.weights if best else None)

    def checkpoint(self, kind: CheckpointKind) -> StoredCheckpoint | None:
        """Read a checkpoint. Raises UserError when its bytes are not those that were written."""
        with self.project.read() as session:
            stored = session.scalar(_checkpoints(self.id, kind).options(undefer(Checkpoint.weights)))
            changed = stored is not None and is_changed(session, Checkpoint.__tablename__, stored.id)
        if stored is None:
            return None
        if changed or hashlib.sha256(stored.weights).digest() != stored.sha256:
            raise UserError(fact("run.weights_damaged", run=self.id)) from because_of(
                Checkpoint.__tablename__, stored.id
            )
        return StoredCheckpoint(stored.weights, stored.state)

    def require_checkpoint(self) -> StoredCheckpoint:
        """Read the newest checkpoint. Raises UserError when there is none."""
        stored = self.checkpoint(CheckpointKind.LAST)
        if stored is None:
            raise UserError(fact(_DROPPED if self._were_dropped() else "run.nothing_saved", run=self.id))
        return stored

    def _were_dropped(self) -> bool:
        with self.project.read() as session:
            return weights_were_dropped(session, self.id)

    def refuse_given_up(self) -> None:
        """Raise UserError when what resuming needs was given up, with or without the weights themselves."""
        with self.project.read() as session:
            query = select(Checkpoint.kind, Checkpoint.state).where(Checkpoint.run_id == self.id)
            states = dict(session.execute(query).all())
        if states and not states.get(CheckpointKind.LAST):
            raise UserError(fact("run.resuming_given_up", run=self.id))
        if not states and self._were_dropped():
            raise UserError(fact(_DROPPED, run=self.id))

    def best_episode(self) -> int:
        """Return the episode of the best checkpoint, or of the newest where none is best; 0 where there is none."""
        episodes = self._kinds()
        return episodes.get(CheckpointKind.BEST, episodes.get(CheckpointKind.LAST, 0))

    def _kinds(self) -> dict[CheckpointKind, int]:
        """Return the episode of each checkpoint that there is."""
        query = select(Checkpoint.kind, Checkpoint.episode).where(Checkpoint.run_id == self.id)
        with self.project.read() as session:
            return dict(session.execute(query).all())

    def drop_measurements_after(self, episode: int) -> None:
        """Delete the measurements after the checkpoint that the run resumes from."""
        with self.project.write() as session:
            session.execute(delete(Measurement).where(Measurement.run_id == self.id, Measurement.episode > episode))

    def _keep(
        self, session: Session, kind: CheckpointKind, episode: int, weights: bytes, state: dict[str, Any]
    ) -> None:
        digest = hashlib.sha256(weights).digest()
        if kind is CheckpointKind.BEST:
            there = session.scalar(_checkpoints(self.id, kind).with_only_columns(Checkpoint.sha256))
            if there == digest:
                return
        self._drop(session, kind)
        session.add(Checkpoint(run_id=self.id, kind=kind, episode=episode, sha256=digest, weights=weights, state=state))

    def _drop(self, session: Session, kind: CheckpointKind) -> None:
        session.execute(delete(Checkpoint).where(Checkpoint.run_id == self.id, Checkpoint.kind == kind))


def _refuse_unusable(run: int, settings: RunSettings, names: tuple[str, str], *, changed: bool) -> None:
    """Raise UserError, because of an UnreadableValue, for a run of which nothing can be made.

    `names` are those of its approach and its network beside its settings.
    """
    reason = fact("run.changed", run=run) if changed else unusable_part(run, settings, *names)
    if reason is not None:
        raise UserError(reason) from because_of(Run.__tablename__, run)


def _add_notes(run: Run, texts: Sequence[Fact]) -> None:
    notes = list(run.note or [])
    fresh = [stored for stored in map(as_json, texts) if stored not in notes]
    if fresh:
        run.note = [*notes, *fresh]


def _checkpoints(run: int, kind: CheckpointKind) -> Select[Checkpoint]:
    return select(Checkpoint).where(Checkpoint.run_id == run, Checkpoint.kind == kind)


def _measure(session: Session, run: int, measured: Mapping[int, Mapping[str, float]]) -> None:
    """Write the measurements of episodes; a step may have been saved before its validation was done."""
    of_run = select(Measurement.episode).where(Measurement.run_id == run, Measurement.episode >= min(measured))
    there = set(session.scalars(of_run))
    fresh = [
        {**_EMPTY, **values, "run_id": run, "episode": episode}
        for episode, values in measured.items()
        if episode not in there
    ]
    if fresh:
        session.execute(insert(Measurement), fresh)
    for episode in there & measured.keys():
        row = update(Measurement).where(Measurement.run_id == run, Measurement.episode == episode)
        session.execute(row.values(**measured[episode]))


def find_run(project: Project, run: str, *, with_checkpoint: bool = False) -> RunRecord:
    """Return the record of a run by its id or `latest`, the newest. Raises UserError where there is none.

    Asked for one `with_checkpoint`, the newest is one that learned images.
    """
    query = select(Run.id, Run.deleted_at).order_by(Run.id.desc()).limit(1)
    if run == LATEST:
        query = query.where(Run.deleted_at.is_(None))
    if with_checkpoint and run == LATEST:
        usable = or_(Run.episode > 0, Run.state == RunState.FINISHED)
        query = query.where(learns_images(), Run.id.in_(select(Checkpoint.run_id)), usable)
    if run != LATEST:
        # Numbers beyond what SQLite holds are nobody's id.
        query = query.where(Run.id == (int(run) if run.isdecimal() and len(run) < 16 else -1))
    with project.read() as session:
        number, deleted_at = session.execute(query).one_or_none() or (None, None)
        if number is not None and deleted_at is not None:
            raise was_deleted(session.get_one(Run, number))
    if number is not None:
        return RunRecord(project, number)
    if run == LATEST:
        raise UserError(fact("run.none_yet"))
    raise UserError(fact("run.not_there", run=run))
