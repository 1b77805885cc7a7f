"""The comparisons made so far: the results of every run and baseline, as they were then."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.facts import Fact
from workbench.learning.paired import Difference
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.serialisation import restored, to_json
from workbench.store.damage_behind import refuse_changed
from workbench.store.models import Comparison as Stored
from workbench.store.project import Project
from workbench.words import marked, message

ComparisonKind = Literal["runs", "shots", "steps", "doubts"]


@dataclass(frozen=True)
class CandidateFigures:
    """The figures of one candidate over the episodes.

    Accuracies go from 0 to 1, each with its 95 % intervals over episodes and over classes. `to_baseline` is the
    difference to the best baseline, None for that baseline itself, or where there is none. Milliseconds are medians
    over episodes, to adapt to one support and to classify one query, including the frozen network's for their images.
    `embed_ms` is what of adapting is spent embedding the support, None where adapting changes the network, so that it
    is not apart, and in comparisons of older versions.
    `evaluation` is the id of the test that is kept. `seeds` are the accuracies of all compared runs that differ by
    their seed alone, this one among them, `validation` is the accuracy by which the best is chosen.
    """

    accuracy: float
    ci95: float
    to_baseline: Difference | None
    adapt_ms: float
    query_ms: float
    evaluation: int
    ci95_classes: float = 0.0
    transductive: bool = False
    seeds: tuple[float, ...] = ()
    validation: float | None = None
    embed_ms: float | None = None

    @property
    def adapt_only_ms(self) -> float:
        """The milliseconds to adapt without those of embedding, as far as they are known."""
        return max(0.0, self.adapt_ms - (self.embed_ms or 0.0))

    @property
    def mean(self) -> Difference:
        """The accuracy with its intervals."""
        return Difference(self.accuracy, self.ci95, self.ci95_classes)


@dataclass(frozen=True)
class ComparedRow:
    """A run or a baseline and its figures, or the `reason` why there are none.

    `key` is as `EvaluationRequest.run`, `run` None for the shipped baselines, `shown` what a sentence calls it.
    `bytes` is what has to be kept to use it: its weights, and those of the frozen network where it needs that.
    `seen_classes` counts the tested classes that it was trained on: then it cannot win. `remarks` say what flatters or
    handicaps it.
    """

    key: str
    run: int | None
    approach: str
    encoder: str
    title: Fact
    shown: Fact
    is_baseline: bool
    training_minutes: float
    bytes: int
    seen_classes: int
    remarks: tuple[Fact, ...]
    figures: CandidateFigures | None
    reason: Fact | None = None

    @property
    def may_win(self) -> bool:
        """Whether its figures say something about classes it has not seen."""
        return self.figures is not None and not self.seen_classes


@dataclass(frozen=True)
class ComparisonResult:
    """The results of runs and baselines on identical episodes; `rows` come best first, those without figures last.

    `way` is how many classes the largest episodes had, `classes` how many were queried, `chance` the accuracy of
    guessing (0 to 1), `device` its name for people, `digest` the SHA-256 of the ids of the images of all episodes, in
    order, `winner` the key of the row that `sentence` recommends, if any. `chosen_on` is the role of the classes by
    which the best approach and the best baseline were chosen, None where there was no choice, or nobody knows. `id` and
    `created_at` come with storing.
    """

    request: ComparisonRequest
    way: int
    classes: int
    chance: float
    device: str
    digest: str
    rows: tuple[ComparedRow, ...]
    winner: str | None
    sentence: Fact
    notes: tuple[Fact, ...]
    id: int = 0
    created_at: datetime | None = None
    chosen_on: str | None = None


_Result = TypeVar("_Result")


def describe_comparisons(project: Project) -> tuple[ComparisonResult, ...]:
    """Describe all comparisons of runs, newest first."""
    with project.read() as session:
        rows = session.scalars(_of_kind("runs").order_by(Stored.id.desc()))
        return tuple(_comparison(session, row) for row in rows)


def describe_comparison(project: Project, number: int) -> ComparisonResult:
    """Describe one comparison of runs. Raises UserError when there is none."""
    with project.read() as session:
        row = session.scalar(_of_kind("runs").where(Stored.id == number))
        if row is None:
            raise UserError(message(marked("There is no comparison {number} in this project."), number=number))
        return _comparison(session, row)


def newest_result(project: Project, kind: ComparisonKind, result_type: type[_Result]) -> _Result | None:
    """Return the result of the newest comparison of that kind, as the dataclass it was, or None without any."""
    with project.read() as session:
        row = session.scalar(_of_kind(kind).order_by(Stored.id.desc()).limit(1))
        if row is None:
            return None
        refuse_changed(session, Stored.__tablename__, row.id)
        return restored(result_type, row.found)


def keep_result(session: Session, kind: ComparisonKind, request: ComparisonRequest, result: Any) -> Stored:
    """Add a result, a dataclass, to the project."""
    row = Stored(settings={"kind": kind, **to_json(request)}, found=to_json(result))
    session.add(row)
    session.flush()
    return row


def keep_comparison(session: Session, comparison: ComparisonResult) -> ComparisonResult:
    """Add a comparison of runs to the project and return it as it is described."""
    row = keep_result(session, "runs", comparison.request, replace(comparison, id=0, created_at=None))
    return replace(comparison, id=row.id, created_at=row.created_at)


def _comparison(session: Session, row: Stored) -> ComparisonResult:
    refuse_changed(session, Stored.__tablename__, row.id)
    return replace(restored(ComparisonResult, row.found), id=row.id, created_at=row.created_at)


def _of_kind(kind: ComparisonKind) -> Select[Stored]:
    return select(Stored).where(func.json_extract(Stored.settings, "$.kind") == kind)
