"""Add, remove, restore and move examples of the labelling classes; each change returns its inverse."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.operations.tasks.classes import class_is_gone
from workbench.store.models import Example, Image, ImageStatus, LabellingClass
from workbench.store.project import Project
from workbench.words import marked, message

_HELD = marked("{path} is already an example of {name}. Remove it there first.")


@dataclass(frozen=True)
class RemoveExamples:
    """Examples to take out of their classes; those that are no longer there are ignored."""

    example_ids: tuple[int, ...]

    def apply(self, project: Project) -> "RestoreExamples":
        """Take the examples out, as `remove_examples` does."""
        return remove_examples(project, self.example_ids)


@dataclass(frozen=True)
class FormerExample:
    """An example that was taken out of its class."""

    id: int
    class_id: int
    image_id: int


@dataclass(frozen=True)
class RestoreExamples:
    """Examples to restore, under their old ids, so that earlier changes still refer to them."""

    examples: tuple[FormerExample, ...]

    def apply(self, project: Project) -> RemoveExamples:
        """Bring the examples back, as `bring_back` does. Raises UserError when a class of theirs is gone."""
        with project.write() as session:
            for class_id in {example.class_id for example in self.examples}:
                _refuse_gone(session, class_id)
            return RemoveExamples(bring_back(session, self.examples))


@dataclass(frozen=True)
class MoveExample:
    """An example to become one of another class; one that is no longer there is ignored."""

    example_id: int
    class_id: int

    def apply(self, project: Project) -> "MoveExample":
        """Move the example, as `move_example` does."""
        return move_example(project, self.example_id, self.class_id)


def add_examples(project: Project, class_id: int, image_ids: Sequence[int]) -> RemoveExamples:
    """Make images examples of a class, all or none; return the change that takes the new examples out.

    An image whose content is an example of the class already adds none. Raises UserError when it is one of another
    class, or cannot be read.
    """
    with project.write() as session:
        _refuse_gone(session, class_id)
        added = [add_example(session, class_id, readable_image(session, number)) for number in image_ids]
    return RemoveExamples(tuple(number for number in added if number is not None))


def remove_examples(project: Project, example_ids: Sequence[int]) -> RestoreExamples:
    """Take examples out of their classes and return the change that brings them back."""
    with project.write() as session:
        rows = [row for number in example_ids if (row := session.get(Example, number)) is not None]
        removed = tuple(FormerExample(row.id, row.class_id, row.image_id) for row in rows)
        for row in rows:
            session.delete(row)
    return RestoreExamples(removed)


def move_example(project: Project, example_id: int, class_id: int) -> MoveExample:
    """Make an example one of another class, under its old id; return the change that moves it back.

    Raises UserError when the class is gone, or another example of it has the same content.
    """
    with project.write() as session:
        _refuse_gone(session, class_id)
        row = session.get(Example, example_id)
        if row is None:
            return MoveExample(example_id, class_id)
        before, image = row.class_id, session.get_one(Image, row.image_id)
        holders = _holders(session, image, but=example_id)
        if class_id in holders:
            raise UserError(message(_HELD, path=str(image.path), name=holders[class_id]))
        row.class_id = class_id
    return MoveExample(example_id, before)


def bring_back(session: Session, examples: Sequence[FormerExample]) -> tuple[int, ...]:
    """Bring examples back to their classes and return their ids.

    Those whose image became an example of another class meanwhile stay there; those whose image is gone stay out.
    """
    in_use = set(session.scalars(select(Example.image_id)))
    back = [
        example
        for example in examples
        if example.image_id not in in_use and session.get(Image, example.image_id) is not None
    ]
    session.add_all(Example(id=example.id, class_id=example.class_id, image_id=example.image_id) for example in back)
    return tuple(example.id for example in back)


def readable_image(session: Session, image_id: int) -> Image:
    """Return an image that can be an example. Raises UserError for another."""
    image = session.get(Image, image_id)
    if image is None or image.sha256 is None or image.status is ImageStatus.UNREADABLE:
        text = marked("{path} cannot be read, so it cannot be an example.")
        raise UserError(message(text, path=str(image.path) if image else str(image_id)))
    return image


def add_example(session: Session, class_id: int, image: Image) -> int | None:
    """Make an image an example; None when its content is one of that class already.

    Raises UserError, naming the class, when it is an example of another.
    """
    holders = _holders(session, image)
    if class_id in holders:
        return None
    if holders:
        raise UserError(message(_HELD, path=str(image.path), name=next(iter(holders.values()))))
    row = Example(class_id=class_id, image_id=image.id)
    session.add(row)
    session.flush()
    return row.id


def _holders(session: Session, image: Image, but: int | None = None) -> dict[int, str]:
    """Return the classes that an image's content is an example of, by id; `but` is an example to overlook."""
    query = (
        select(LabellingClass.id, LabellingClass.name)
        .join(Example, Example.class_id == LabellingClass.id)
        .join(Image, Image.id == Example.image_id)
        .where(Image.sha256 == image.sha256, Example.id != (but or 0))
    )
    return {row.id: row.name for row in session.execute(query)}


def _refuse_gone(session: Session, class_id: int) -> None:
    if session.get(LabellingClass, class_id) is None:
        raise class_is_gone()
