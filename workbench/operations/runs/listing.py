"""The runs of a project, described for lists."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, defer

from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.facts.problems import PROBLEM_TITLES
from workbench.operations.runs.dropped_weights import weights_were_dropped
from workbench.operations.runs.run_settings import RunSettings, lower_is_better
from workbench.operations.runs.seen_elsewhere import settings_here
from workbench.operations.runs.stored_tests import CI95_CLASSES
from workbench.operations.runs.unusable_run import names_known_approach
from workbench.operations.serialisation import from_json
from workbench.store.damage_behind import passing_over_changed, refuse_changed
from workbench.store.models import Checkpoint, CheckpointKind, Evaluation, Measurement, Run, RunState
from workbench.store.project import Project
from workbench.store.search_models import Trial
from workbench.words import Message, marked, message

LATEST = "latest"
REMOVED = "run.removed"  # The note of a run of which only its row is left.


@dataclass(frozen=True)
class RunFacts:
    """A run, its progress, and the best accuracy on meta-validation classes so far.

    `name` and `remark` are a person's, `deleted_at` is when a person deleted it: until then it is None.
    """

    id: int
    approach: str
    encoder: str
    state: str
    episode: int
    episodes: int
    seconds: float
    device: str
    created_at: datetime
    best_accuracy: float | None
    best_ci95: float | None
    loss: float | None
    resumable: bool
    given_up: bool  # It can be used, but what resuming needs was dropped.
    bytes: int  # of its checkpoints in the project
    notes: tuple[Fact, ...]
    settings: RunSettings
    evaluations: tuple["EvaluationFacts", ...]
    name: str | None = None
    remark: str | None = None
    deleted_at: datetime | None = None
    weights_dropped: bool = False  # A search that tried it keeps only its figures.

    @property
    def problem(self) -> str | None:
        """What it learned in place of images."""
        return self.settings.problem

    @property
    def has_weights(self) -> bool:
        """Whether there is something of it that can be used."""
        return self.bytes > 0

    @property
    def is_usable(self) -> bool:
        """Whether its weights are worth testing and labelling with: it has learned, or was not to learn anything."""
        return self.has_weights and (self.episode > 0 or self.state == RunState.FINISHED.value)


@dataclass(frozen=True)
class EvaluationFacts:
    """An accuracy with its 95 % intervals over episodes and over classes, and when it was tested.

    The interval over classes is 0 in tests of older versions, which did not keep it.
    """

    accuracy: float
    ci95: float
    episodes: int
    way: int
    shot: int
    query: int
    role: str
    created_at: datetime
    ci95_classes: float = 0.0

    @property
    def widest(self) -> float:
        """Half the width of the wider interval, which is what an accuracy is shown with."""
        return max(self.ci95, self.ci95_classes)


def describe_runs(project: Project, *, deleted: bool = False, problems: bool = False) -> tuple[RunFacts, ...]:
    """Describe all runs, or in their place those that were deleted and can be restored, oldest first.

    Those that learned a problem in place of images are only among them with `problems`.
    """
    with project.read() as session:
        rows = session.scalars(select(Run).where(*_are(deleted=deleted, problems=problems)).order_by(Run.id))
        return tuple(_describe(session, run, _state(project, run)) for run in rows if not was_removed(run))


@dataclass(frozen=True)
class ListedRuns:
    """The runs that can be described, oldest first, and the ids of those of which only damage is left."""

    runs: tuple[RunFacts, ...]
    damaged: tuple[int, ...]


def list_runs(project: Project, *, deleted: bool = False, problems: bool = False) -> ListedRuns:
    """Describe runs as `describe_runs` does, but those whose row is not as it was saved: none must hide the others."""
    runs, damaged = list[RunFacts](), list[int]()
    with project.read() as session:
        which = _are(deleted=deleted, problems=problems)
        for number in session.scalars(select(Run.id).where(*which).order_by(Run.id)).all():
            with passing_over_changed(session, Run.__tablename__, number, damaged):
                run = session.get_one(Run, number)
                if was_removed(run):
                    continue
                runs.append(_describe(session, run, _state(project, run)))
    return ListedRuns(tuple(runs), tuple(damaged))


def list_all_runs(project: Project) -> tuple[ListedRuns, ListedRuns]:
    """Return the runs of images and of problems as `list_runs` does, and in a list of their own the deleted ones."""
    return list_runs(project, problems=True), list_runs(project, deleted=True, problems=True)


def deleted_numbers(project: Project) -> tuple[int, ...]:
    """Return the numbers of all runs that were deleted, also of those of which only their rows are left."""
    with project.read() as session:
        return tuple(session.scalars(select(Run.id).where(*_are(deleted=True, problems=True)).order_by(Run.id)))


def describe_run(project: Project, number: int) -> RunFacts:
    """Describe one run."""
    with project.read() as session:
        run = session.get_one(Run, number)
        return _describe(session, run, _state(project, run))


def was_removed(run: Run) -> bool:
    """Whether nothing is left of a run but its row, which labels or comparisons refer to."""
    return run.deleted_at is not None and any(note.get("code") == REMOVED for note in run.note or ())


def was_deleted(run: Run) -> UserError:
    """Return the error for a run that a person deleted."""
    return UserError(fact(REMOVED if was_removed(run) else "run.deleted", run=str(run.id)))


def unfinished(project: Project, run: int | None) -> tuple[Message, ...]:
    """Note that a run can be resumed, and so may become better; nothing of the pretrained network (None).

    Nothing either of one that a search tried: it was trained as long as the search found it worth.
    """
    facts = None if run is None else describe_run(project, run)
    if facts is None or not facts.resumable or _is_of_a_search(project, facts.id):
        return ()
    text = marked("Run {run} is not finished: it has been trained on {episode} of {episodes} episodes so far.")
    return (message(text, run=str(facts.id), episode=facts.episode, episodes=facts.episodes),)


def _is_of_a_search(project: Project, run: int) -> bool:
    with project.read() as session:
        return session.scalar(select(Trial.number).where(Trial.run_id == run).limit(1)) is not None


def _are(*, deleted: bool, problems: bool) -> tuple[ColumnElement[bool], ...]:
    which = Run.deleted_at.is_not(None) if deleted else Run.deleted_at.is_(None)
    return (which,) if problems else (which, learns_images())


def learns_images() -> ColumnElement[bool]:
    """Return what is true of runs that learn images, and not a problem."""
    # By the name that stands beside the settings, which may be damaged: none must hide the others.
    return Run.encoder.not_in(tuple(PROBLEM_TITLES))


def _state(project: Project, run: Run) -> str:
    """Return the state of a run; one still marked as running while nobody can be training it was killed."""
    killed = run.state is RunState.RUNNING and project.read_only and not project.shared
    return RunState.STOPPED.value if killed else run.state.value


def _describe(session: Session, run: Run, state: str) -> RunFacts:
    measured = select(Measurement).where(Measurement.run_id == run.id)
    validated = measured.where(Measurement.validation_accuracy.is_not(None))
    last = session.scalar(measured.where(Measurement.episode > 0).order_by(Measurement.episode.desc()).limit(1))
    sizes, can_go_on = _checkpoints(session, run)
    tests = select(Evaluation, CI95_CLASSES).where(Evaluation.run_id == run.id).order_by(Evaluation.id)
    evaluations = session.execute(tests.options(defer(Evaluation.details)))
    settings, finished = settings_here(session, run.settings), run.state is RunState.FINISHED
    score = Measurement.validation_accuracy
    by_score = score.asc() if lower_is_better(settings) else score.desc()
    best = session.scalar(validated.order_by(by_score, Measurement.episode).limit(1))
    if not names_known_approach(run.approach, settings.approach):
        refuse_changed(session, Run.__tablename__, run.id)
    return RunFacts(
        id=run.id,
        approach=run.approach,
        encoder=run.encoder,
        state=state,
        episode=run.episode,
        episodes=settings.episodes,
        seconds=run.seconds,
        device=run.device,
        created_at=run.created_at,
        best_accuracy=best.validation_accuracy if best else None,
        best_ci95=best.validation_ci95 if best else None,
        loss=last.loss if last else None,
        resumable=can_go_on and not finished,
        given_up=bool(sizes) and not can_go_on and not finished,
        bytes=sum(sizes.values()),
        notes=tuple(from_json(stored) for stored in run.note or ()),
        settings=settings,
        evaluations=tuple(_tested(row, over_classes) for row, over_classes in evaluations),
        name=run.name,
        remark=run.remark,
        deleted_at=run.deleted_at,
        weights_dropped=not sizes and weights_were_dropped(session, run.id),
    )


def _checkpoints(session: Session, run: Run) -> tuple[dict[CheckpointKind, int], bool]:
    """Return the size of each checkpoint, and whether training can go on from one."""
    columns = (Checkpoint.kind, func.length(Checkpoint.weights), Checkpoint.state)
    rows = session.execute(select(*columns).where(Checkpoint.run_id == run.id)).all()
    can_go_on = any(kind is CheckpointKind.LAST and state for kind, _, state in rows)
    return {kind: size for kind, size, _ in rows}, can_go_on


def _tested(row: Evaluation, over_classes: float) -> EvaluationFacts:
    counts = (row.episodes, row.way, row.shot, row.query)
    return EvaluationFacts(row.accuracy, row.ci95, *counts, row.role.value, row.created_at, over_classes)
