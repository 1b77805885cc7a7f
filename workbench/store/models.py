"""The tables of a project, as SQLAlchemy models."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, MetaData, UniqueConstraint, false
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from workbench.facts.decision import Decision
from workbench.store.columns import FilePath, Moment, now, one_of


class Layout(StrEnum):
    """How the sub-folders of an imported folder were interpreted."""

    CLASSES = "classes"
    UNLABELLED = "unlabelled"


class Role(StrEnum):
    """What a class is for; the three are disjoint sets of classes."""

    META_TRAIN = "meta-train"
    META_VALIDATION = "meta-validation"
    META_TEST = "meta-test"


class ImageStatus(StrEnum):
    """Whether an image could be read where it was last seen."""

    READY = "ready"
    UNREADABLE = "unreadable"
    MISSING = "missing"


class RunState(StrEnum):
    """The state of a run: `running` when read after a kill means that it can be resumed."""

    RUNNING = "running"
    STOPPED = "stopped"
    FINISHED = "finished"
    FAILED = "failed"


class CheckpointKind(StrEnum):
    """Which of a run's checkpoints: the newest, or the best on meta-validation classes."""

    LAST = "last"
    BEST = "best"


class Base(DeclarativeBase):
    """The base of all models; every constraint has a name, so that a later migration can change it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        Path: FilePath,
        datetime: Moment,
        dict[str, Any]: JSON,
        Layout: one_of(Layout, "layout"),
        Role: one_of(Role, "role"),
        ImageStatus: one_of(ImageStatus, "status"),
        RunState: one_of(RunState, "state"),
        CheckpointKind: one_of(CheckpointKind, "kind"),
        Decision: one_of(Decision, "decision"),
    }


# An id once given is never given again, so that order by id is order of creation whatever the clock says.
NEVER_REUSED = {"sqlite_autoincrement": True}


class Task(Base):
    """An imported folder: a source of classes to learn from, or of images to label.

    `reading` is which page and channels of its files are meant, None where nobody chose.
    """

    __tablename__ = "tasks"
    __table_args__ = NEVER_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    folder: Mapped[Path]
    layout: Mapped[Layout]
    created_at: Mapped[datetime] = mapped_column(default=now)
    reading: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class ImageClass(Base):
    """A class of a task; it is its id, and its name is an attribute."""

    __tablename__ = "classes"
    __table_args__ = (UniqueConstraint("task_id", "name"), NEVER_REUSED)
    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id", ondelete="CASCADE"))
    name: Mapped[str]
    role: Mapped[Role]
    folder: Mapped[Path]


class Image(Base):
    """An image file: it is its content hash, and its path is only where it was last seen.

    `specimen` groups images of one thing, which never stand on both sides of an episode; `reason` is a
    fact as `{"code": ..., "values": {...}}`.
    """

    __tablename__ = "images"
    __table_args__ = (
        UniqueConstraint("task_id", "path"),
        Index(None, "class_id"),
        Index(None, "sha256"),
        NEVER_REUSED,
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id", ondelete="CASCADE"))
    class_id: Mapped[int | None] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"))
    path: Mapped[Path]
    sha256: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    size: Mapped[int]  # bytes
    modified_ns: Mapped[int]
    width: Mapped[int | None]
    height: Mapped[int | None]
    specimen: Mapped[str | None]
    status: Mapped[ImageStatus]
    reason: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class Run(Base):
    """One meta-training: its request, its environment, and its progress.

    `settings` is everything that was requested; `note` is a list of facts; `roles` is the class ids by role at the
    start; `seconds` is training time so far. `name` and `remark` are a person's; a run with `deleted_at` is not shown.
    """

    __tablename__ = "runs"
    __table_args__ = NEVER_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    approach: Mapped[str]
    encoder: Mapped[str]
    options: Mapped[dict[str, Any]]
    settings: Mapped[dict[str, Any]]
    seed: Mapped[int]
    versions: Mapped[dict[str, Any]]
    device: Mapped[str]
    state: Mapped[RunState]
    note: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime] = mapped_column(default=now)
    seconds: Mapped[float] = mapped_column(default=0.0)
    episode: Mapped[int] = mapped_column(default=0)
    roles: Mapped[dict[str, Any]]
    name: Mapped[str | None]
    remark: Mapped[str | None]
    deleted_at: Mapped[datetime | None]


class Measurement(Base):
    """What was measured at one episode of a run."""

    __tablename__ = "measurements"
    __table_args__ = (UniqueConstraint("run_id", "episode"), NEVER_REUSED)
    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"))
    episode: Mapped[int]
    loss: Mapped[float]
    accuracy: Mapped[float]
    validation_accuracy: Mapped[float | None]
    validation_ci95: Mapped[float | None]
    rate: Mapped[float]
    seconds: Mapped[float]


class Checkpoint(Base):
    """A run's weights (safetensors bytes, read only on request) and all that resuming needs."""

    __tablename__ = "checkpoints"
    __table_args__ = (UniqueConstraint("run_id", "kind"), NEVER_REUSED)
    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"))
    kind: Mapped[CheckpointKind]
    episode: Mapped[int]
    sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    state: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(default=now)
    # Last, because SQLite walks through every page of a large value to reach the columns after it.
    weights: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class Evaluation(Base):
    """The accuracy of a run, or of the pretrained network when `run_id` is None, over episodes."""

    __tablename__ = "evaluations"
    __table_args__ = (Index(None, "run_id"), NEVER_REUSED)
    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int | None] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"))
    settings: Mapped[dict[str, Any]]
    way: Mapped[int]
    shot: Mapped[int]
    query: Mapped[int]
    episodes: Mapped[int]
    seed: Mapped[int]
    role: Mapped[Role]
    accuracy: Mapped[float]
    ci95: Mapped[float]
    details: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(default=now)


class Comparison(Base):
    """Several runs and baselines on identical episodes: the request, and the results of each."""

    __tablename__ = "comparisons"
    __table_args__ = NEVER_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    settings: Mapped[dict[str, Any]]
    found: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(default=now)


class TraitTable(Base):
    """The traits of classes, one row a class, as read from a file; the newest table is the project's."""

    __tablename__ = "trait_tables"
    __table_args__ = NEVER_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    content: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(default=now)


class LabellingSet(Base):
    """A set of classes to label images with, and the run that proposes them."""

    __tablename__ = "labelling_sets"
    __table_args__ = (UniqueConstraint("name"), NEVER_REUSED)
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    run_id: Mapped[int | None] = mapped_column(ForeignKey("runs.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(default=now)


class LabellingClass(Base):
    """A class of a labelling set; `position` is its index in the list from 1 on, and so the key that assigns it."""

    __tablename__ = "labelling_classes"
    __table_args__ = (UniqueConstraint("set_id", "name"), NEVER_REUSED)
    id: Mapped[int] = mapped_column(primary_key=True)
    set_id: Mapped[int] = mapped_column(ForeignKey("labelling_sets.id", ondelete="CASCADE"))
    name: Mapped[str]
    position: Mapped[int]


class Example(Base):
    """An image a person gave as an example of a labelling class."""

    __tablename__ = "examples"
    __table_args__ = (Index(None, "class_id"), NEVER_REUSED)
    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("labelling_classes.id", ondelete="CASCADE"))
    image_id: Mapped[int] = mapped_column(ForeignKey("images.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)


class Label(Base):
    """A person's decision about an image, never changed: the newest row of an image is its label.

    Rows are only ever added; the database refuses to change or delete one. `class_id` is None for the decisions
    `unknown`, `rejected` and `undone`. `in_bulk`: accepted together with others, at one click or as rows of a table;
    `confirmed`: looked at again, and left as it was. `proposed_with` are the settings that made the proposal
    (`ProposalSettings`), None where they are not known.
    """

    __tablename__ = "labels"
    __table_args__ = (Index(None, "set_id", "image_id"), NEVER_REUSED)
    id: Mapped[int] = mapped_column(primary_key=True)
    set_id: Mapped[int] = mapped_column(ForeignKey("labelling_sets.id"))
    image_id: Mapped[int] = mapped_column(ForeignKey("images.id"))
    class_id: Mapped[int | None] = mapped_column(ForeignKey("labelling_classes.id"))
    decision: Mapped[Decision]
    who: Mapped[str]
    decided_at: Mapped[datetime] = mapped_column(default=now)
    proposed_name: Mapped[str | None]
    confidence: Mapped[float | None]
    second_name: Mapped[str | None]
    second_confidence: Mapped[float | None]
    run_id: Mapped[int | None] = mapped_column(ForeignKey("runs.id"))
    in_bulk: Mapped[bool] = mapped_column(default=False, server_default=false())
    confirmed: Mapped[bool] = mapped_column(default=False, server_default=false())
    proposed_with: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
