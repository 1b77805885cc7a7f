"""Add, rename, move and remove the labelling classes; each change returns its inverse."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.operations.labelling.example_changes import FormerExample, bring_back
from workbench.operations.labelling.labelling_rows import OUTSIDE, class_for, classes_in_order, set_for_labels
from workbench.operations.tasks.classes import class_is_gone, clean_name, name_taken, same_name
from workbench.store.models import Example, Label, LabellingClass
from workbench.store.project import Project
from workbench.words import marked, message


@dataclass(frozen=True)
class RenameLabellingClass:
    """A new name for a labelling class."""

    class_id: int
    name: str

    def apply(self, project: Project) -> "RenameLabellingClass":
        """Rename the class, as `rename_labelling_class` does."""
        return rename_labelling_class(project, self.class_id, self.name)


@dataclass(frozen=True)
class MoveClass:
    """A new position, from 1 on, for a labelling class."""

    class_id: int
    position: int

    def apply(self, project: Project) -> "MoveClass":
        """Move the class, as `move_class` does."""
        return move_class(project, self.class_id, self.position)


@dataclass(frozen=True)
class RemoveClass:
    """A class to take out of the set, with its examples."""

    class_id: int

    def apply(self, project: Project) -> "RestoreClass":
        """Take the class out, as `remove_class` does."""
        return remove_class(project, self.class_id)


@dataclass(frozen=True)
class RestoreClass:
    """A class to restore, at its position, with its examples, under its old id."""

    class_id: int
    name: str
    position: int
    examples: tuple[FormerExample, ...]

    def apply(self, project: Project) -> RemoveClass:
        """Bring the class back, and its examples as `bring_back` does. Raises UserError when its name is taken."""
        with project.write() as session:
            set_id = set_for_labels(session)
            _refuse_taken(session, set_id, self.name)
            row = session.get(LabellingClass, self.class_id)
            if row is None:
                row = LabellingClass(id=self.class_id, set_id=set_id, name=self.name, position=OUTSIDE)
                session.add(row)
                session.flush()
            order = [other for other in classes_in_order(session, set_id) if other is not row]
            order.insert(self.position - 1, row)
            _number(order)
            bring_back(session, self.examples)
        return RemoveClass(self.class_id)


def add_class(project: Project, name: str) -> RemoveClass:
    """Add a class as the last; return the change that removes it. Raises UserError when the name is empty or taken."""
    cleaned = clean_name(name)
    with project.write() as session:
        set_id = set_for_labels(session)
        _refuse_taken(session, set_id, cleaned)
        return RemoveClass(class_for(session, set_id, cleaned))


def rename_labelling_class(project: Project, class_id: int, name: str) -> RenameLabellingClass:
    """Rename a class; what was decided stays decided. Raises as `add_class`."""
    cleaned = clean_name(name)
    with project.write() as session:
        row = _class(session, class_id)
        _refuse_taken_ever(session, row.set_id, cleaned, but=class_id)
        before, row.name = row.name, cleaned
    return RenameLabellingClass(class_id, before)


def remove_class(project: Project, class_id: int) -> RestoreClass:
    """Take a class and its examples out of the set; their images stay in the project.

    Raises UserError while an image has it as its label. Where only labels that were undone refer to it, its row stays
    for them, outside the set.
    """
    with project.write() as session:
        row = _class(session, class_id)
        if _is_in_use(session, class_id):
            text = marked(
                "The class {name} is in use as a label, so it cannot be removed. Rename it, or "
                "give those images another class."
            )
            raise UserError(message(text, name=row.name))
        query = select(Example.id, Example.image_id).where(Example.class_id == class_id).order_by(Example.id)
        examples = tuple(FormerExample(number, class_id, image_id) for number, image_id in session.execute(query))
        position = [other.id for other in classes_in_order(session, row.set_id)].index(class_id) + 1
        removed = RestoreClass(class_id, row.name, position, examples)
        session.execute(delete(Example).where(Example.class_id == class_id))
        if session.scalar(select(Label.id).where(Label.class_id == class_id).limit(1)) is None:
            session.delete(row)
        else:
            row.position = OUTSIDE
        session.flush()
        _number(classes_in_order(session, row.set_id))
    return removed


def move_class(project: Project, class_id: int, position: int) -> MoveClass:
    """Move a class to another position, from 1 on."""
    with project.write() as session:
        row = _class(session, class_id)
        order = classes_in_order(session, row.set_id)
        before = order.index(row) + 1
        order.remove(row)
        order.insert(max(0, position - 1), row)
        _number(order)
    return MoveClass(class_id, before)


def _class(session: Session, class_id: int) -> LabellingClass:
    row = session.get(LabellingClass, class_id)
    if row is None:
        raise class_is_gone()
    return row


def _number(rows: Sequence[LabellingClass]) -> None:
    for position, row in enumerate(rows, 1):
        row.position = position


def _is_in_use(session: Session, class_id: int) -> bool:
    """Whether the newest decision about some image is that class."""
    newest = select(func.max(Label.id)).group_by(Label.set_id, Label.image_id)
    query = select(Label.id).where(Label.class_id == class_id, Label.id.in_(newest))
    return session.scalar(query.limit(1)) is not None


def _refuse_taken(session: Session, set_id: int, name: str) -> None:
    if any(same_name(row.name, name) for row in classes_in_order(session, set_id)):
        raise name_taken(name)


def _refuse_taken_ever(session: Session, set_id: int, name: str, but: int) -> None:
    """Raise UserError when another class of the set has that name, or had it when it was taken out."""
    query = select(LabellingClass).where(LabellingClass.set_id == set_id, LabellingClass.id != but)
    if any(same_name(row.name, name) for row in session.scalars(query)):
        raise name_taken(name)
