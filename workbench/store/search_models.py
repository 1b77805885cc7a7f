"""The tables of a project about searches for the best way to learn, and of ratings, as SQLAlchemy models."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.columns import now, one_of
from workbench.store.models import NEVER_REUSED, Base, RunState


class TrialState(StrEnum):
    """The state of a trial: `running` when read after a kill means that it goes on from its run's checkpoint.

    `pruned` was given up because others were better after as many episodes.
    """

    RUNNING = "running"
    FINISHED = "finished"
    PRUNED = "pruned"
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        """Whether it will not go on."""
        return self is not TrialState.RUNNING


class Search(Base):
    """One search for the best way to learn: its request, its plan, its progress, and what it found.

    `settings` is everything that was requested, `roles` the class ids by role at the start, `plan` what was decided
    before the first trial, so that a search that was killed goes on with the same; `found` is None until the end.
    """

    __tablename__ = "searches"
    __table_args__ = NEVER_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    settings: Mapped[dict[str, Any]]
    roles: Mapped[dict[str, Any]]
    plan: Mapped[dict[str, Any]]
    versions: Mapped[dict[str, Any]]
    state: Mapped[RunState]
    seconds: Mapped[float] = mapped_column(default=0.0)
    found: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime] = mapped_column(default=now)


class Trial(Base):
    """One setting that a search tried: which, and its accuracy on meta-validation classes.

    `number` counts from 0 in the order in which the settings were chosen. `stage` is 1 for what is not trained, 2 for a
    meta-training, whose run is `run_id` as long as it is kept. `rungs` are its validations, in order, as
    `[episode, accuracy, ci95, seconds, seconds of the whole search]`; `seconds` is the time that it took; `reason` is a
    fact: why it failed.
    """

    __tablename__ = "trials"
    __table_args__ = (UniqueConstraint("search_id", "number"), NEVER_REUSED)
    id: Mapped[int] = mapped_column(primary_key=True)
    search_id: Mapped[int] = mapped_column(ForeignKey("searches.id", ondelete="CASCADE"))
    run_id: Mapped[int | None] = mapped_column(ForeignKey("runs.id", ondelete="SET NULL"))
    number: Mapped[int]
    stage: Mapped[int]
    settings: Mapped[dict[str, Any]]
    state: Mapped[TrialState] = mapped_column(one_of(TrialState, "state"))
    rungs: Mapped[list[Any]] = mapped_column(JSON)
    accuracy: Mapped[float | None]
    ci95: Mapped[float | None]
    seconds: Mapped[float] = mapped_column(default=0.0)
    reason: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime] = mapped_column(default=now)


class RatingTable(Base):
    """What people gave to items, and what is known of both; the newest table is the project's.

    `sha256` is that of its content, by which runs say what they learned, also in another project.
    """

    __tablename__ = "rating_sets"
    __table_args__ = NEVER_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    content: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(default=now)
