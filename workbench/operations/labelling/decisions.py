"""What a person decides about images: labels are only ever added, and undoing adds those that held before."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session, aliased

from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.operations.garbage_collection import collector_at_rest
from workbench.operations.labelling.labelling_rows import newest_labels, set_for_labels, set_id_of, who
from workbench.operations.labelling.proposal_settings import ProposalSettings
from workbench.operations.serialisation import to_json
from workbench.operations.tasks.images import in_chunks
from workbench.store.columns import Moment, now
from workbench.store.models import Image, Label, LabellingClass
from workbench.store.project import Project
from workbench.words import Message, marked

_WITH_CLASS = {Decision.ACCEPTED, Decision.CORRECTED}
_Row = tuple[int | str | float | None, ...]  # the values of _COLUMNS; fifty thousand rows are cheap to keep


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision about an image, and what had been proposed for it by which run (None: no run of the project).

    `in_bulk`: accepted together with others, at one click; `made_with` are the settings of the proposal. `confirmed`:
    decided before, looked at again because the other images contradict it, and left as it was.
    """

    image_id: int
    class_id: int | None
    decision: Decision
    proposed: str | None = None
    confidence: float | None = None
    second: str | None = None
    second_confidence: float | None = None
    run: int | None = None
    in_bulk: bool = False
    made_with: ProposalSettings | None = None
    confirmed: bool = False


@dataclass(frozen=True)
class UndoDecisions:
    """Labels to undo: of their images, what was decided before holds again, or that nothing was."""

    label_ids: tuple[int, ...]

    def apply(self, project: Project) -> "UndoDecisions":
        """Write labels that say what was decided before, as labels are only added; undoing those does this again."""
        with collector_at_rest(), project.write() as session:
            set_id = set_for_labels(session)
            before = _before(session, set_id, self.label_ids)
            numbers = [number for number in before.values() if number is not None]
            stored = {
                number: tuple(values)
                for chunk in in_chunks(numbers)
                for number, *values in session.execute(select(Label.id, *_COLUMNS).where(Label.id.in_(chunk)))
            }
            rows = [
                _row(Decided(image_id, None, Decision.UNDONE)) if number is None else stored[number]
                for image_id, number in before.items()
            ]
            return UndoDecisions(_append(session, set_id, rows))


def decide(project: Project, decisions: Sequence[Decided]) -> UndoDecisions:
    """Save decisions, all or none, and return the change that undoes them.

    Raises UserError when a class or an image is no longer in the project.
    """
    if any((decision.class_id is not None) != (decision.decision in _WITH_CLASS) for decision in decisions):
        raise ValueError("accepted and corrected have a class, the others have none")
    with collector_at_rest(), project.write() as session:
        set_id = set_for_labels(session)
        _refuse_missing(session, set_id, decisions)
        return UndoDecisions(_append(session, set_id, [_row(decision) for decision in decisions]))


def decided_images(project: Project, tasks: Sequence[int] | None = None) -> dict[int, tuple[Decision, int | None]]:
    """Return the newest decision and class of each image, of those tasks or of all, without those that were undone."""
    with project.read() as session:
        newest = newest_labels(set_id_of(session))
        query = select(Label.image_id, type_coerce(Label.decision, String), Label.class_id).where(
            Label.id.in_(newest), Label.decision != Decision.UNDONE
        )
        if tasks is not None:
            query = query.join(Image, Image.id == Label.image_id).where(Image.task_id.in_(tasks))
        return {image_id: (Decision(decision), class_id) for image_id, decision, class_id in session.execute(query)}


def confirmed_images(project: Project) -> frozenset[int]:
    """Return the images whose label a person looked at again and left as it was."""
    with project.read() as session:
        newest = newest_labels(set_id_of(session))
        return frozenset(session.scalars(select(Label.image_id).where(Label.id.in_(newest), Label.confirmed)))


_COLUMNS = (
    Label.image_id,
    Label.class_id,
    type_coerce(Label.decision, String),
    Label.proposed_name,
    Label.confidence,
    Label.second_name,
    Label.second_confidence,
    Label.run_id,
    Label.in_bulk,
    Label.confirmed,
    type_coerce(Label.proposed_with, String),  # as it is stored
)


# Past SQLAlchemy's own insert, which calls several functions for every value of every row.
_INSERT = """
    INSERT INTO labels (id, set_id, who, decided_at, image_id, class_id, decision,
        proposed_name, confidence, second_name, second_confidence, run_id, in_bulk, confirmed,
        proposed_with)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def _row(decided: Decided) -> _Row:
    return (
        decided.image_id,
        decided.class_id,
        decided.decision.value,
        decided.proposed,
        decided.confidence,
        decided.second,
        decided.second_confidence,
        decided.run,
        decided.in_bulk,
        decided.confirmed,
        None if decided.made_with is None else _stored(decided.made_with),
    )


@lru_cache(maxsize=8)  # Thousands of proposals are made with the same settings.
def _stored(settings: ProposalSettings) -> str:
    return json.dumps(to_json(settings))


def _append(session: Session, set_id: int, rows: Sequence[_Row]) -> tuple[int, ...]:
    """Add label rows in one statement; their ids are given here, where nobody else can write."""
    if not rows:
        return ()
    first = (session.scalar(select(func.max(Label.id))) or 0) + 1
    ids = range(first, first + len(rows))
    connection = session.connection()
    moment = Moment().process_bind_param(now(), connection.dialect)
    common = (set_id, who(), moment)
    connection.exec_driver_sql(_INSERT, [(number, *common, *row) for number, row in zip(ids, rows, strict=True)])
    return tuple(ids)


def _before(session: Session, set_id: int, label_ids: Sequence[int]) -> dict[int, int | None]:
    """Return for each image of those labels the label it had before the first of them; None: nothing was decided."""
    mine, earlier = aliased(Label), aliased(Label)
    query = (
        select(mine.image_id, mine.id, func.max(earlier.id))
        .outerjoin(
            earlier,
            (earlier.set_id == mine.set_id) & (earlier.image_id == mine.image_id) & (earlier.id < mine.id),
        )
        .where(mine.set_id == set_id)
        .group_by(mine.id)
        .order_by(mine.id)
    )
    before: dict[int, int | None] = {}
    for chunk in in_chunks(sorted(set(label_ids))):
        for image_id, _, number in session.execute(query.where(mine.id.in_(chunk))):
            before.setdefault(image_id, number)
    return before


def _refuse_missing(session: Session, set_id: int, decisions: Sequence[Decided]) -> None:
    """Raise UserError for classes and images that another window or command took out meanwhile."""
    classes = set(session.scalars(select(LabellingClass.id).where(LabellingClass.set_id == set_id)))
    if any(decision.class_id is not None and decision.class_id not in classes for decision in decisions):
        raise UserError(Message(marked("A class to assign is no longer in the project.")))
    image_ids = sorted({decision.image_id for decision in decisions})
    existing = sum(
        session.scalar(select(func.count()).where(Image.id.in_(chunk))) or 0 for chunk in in_chunks(image_ids)
    )
    if existing < len(image_ids):
        raise UserError(Message(marked("An image to label is no longer in the project.")))
