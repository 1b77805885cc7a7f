"""The classes that a person gives to images, with their examples: one set a project, which commands use too."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.operations.labelling.decisions import Decided, decide, decided_images, undo_decisions
from workbench.operations.labelling.examples import (
    ExampleFacts,
    ExampleFilesReport,
    ExamplesFolderReport,
    add_example,
    add_example_files,
    add_examples_folder,
    examples_by_class,
    readable_image,
)
from workbench.operations.labelling.labelling_rows import OUTSIDE, class_for, set_for_labels, set_id_of
from workbench.operations.tasks.classes import class_is_gone, clean_name, same_name, taken
from workbench.store.models import Example, Image, ImageStatus, Label, LabellingClass, Layout, Task
from workbench.store.project import Project
from workbench.words import marked, message

__all__ = (
    "Decided",
    "ExampleFacts",
    "ExampleFilesReport",
    "ExamplesFolderReport",
    "LabellingClassFacts",
    "RemovedClass",
    "add_class",
    "add_example_files",
    "add_examples",
    "add_examples_folder",
    "decide",
    "decided_images",
    "labelling_classes",
    "move_class",
    "remove_class",
    "remove_examples",
    "rename_labelling_class",
    "restore_class",
    "tasks_to_label",
    "undo_decisions",
)


@dataclass(frozen=True)
class LabellingClassFacts:
    """A class to give: its place from 1 on, its examples, and how many images were decided to belong to it."""

    id: int
    name: str
    position: int
    examples: tuple[ExampleFacts, ...]
    decided: int


@dataclass(frozen=True)
class RemovedClass:
    """Everything `restore_class` needs to bring a class back."""

    id: int
    name: str
    position: int
    examples: tuple[tuple[int, int], ...]  # (example id, image id)


def labelling_classes(project: Project) -> tuple[LabellingClassFacts, ...]:
    """Return the classes in the order of their places."""
    with project.read() as session:
        set_id = set_id_of(session)
        newest = select(func.max(Label.id)).where(Label.set_id == set_id).group_by(Label.image_id)
        count = select(Label.class_id, func.count()).where(Label.id.in_(newest)).group_by(Label.class_id)
        decided = dict(session.execute(count).all())
        examples = examples_by_class(session, set_id)
        return tuple(
            LabellingClassFacts(each.id, each.name, place, tuple(examples.get(each.id, ())), decided.get(each.id, 0))
            for place, each in enumerate(_in_order(session, set_id), 1)
        )


def add_class(project: Project, name: str) -> int:
    """Add a class as the last and return its id. Raises UserError when the name is empty or taken."""
    new = clean_name(name)
    with project.write() as session:
        set_id = set_for_labels(session)
        _refuse_taken(session, set_id, new)
        return class_for(session, set_id, new)


def rename_labelling_class(project: Project, class_id: int, name: str) -> str:
    """Rename a class and return the name it had; what was decided stays decided. Raises as `add_class`."""
    new = clean_name(name)
    with project.write() as session:
        each = _class(session, class_id)
        _refuse_taken_ever(session, each.set_id, new, but=class_id)
        before, each.name = each.name, new
    return before


def remove_class(project: Project, class_id: int) -> RemovedClass:
    """Take a class and its examples out of the set; their images stay in the project.

    Raises UserError while an image has it as its label. Where only labels that were undone refer to it, its row stays
    for them, outside the set.
    """
    with project.write() as session:
        each = _class(session, class_id)
        if _is_given(session, class_id):
            text = marked(
                "The class {name} is in use as a label, so it cannot be removed. Rename it, or "
                "give those images another class."
            )
            raise UserError(message(text, name=each.name))
        query = select(Example.id, Example.image_id).where(Example.class_id == class_id).order_by(Example.id)
        examples = tuple((number, image_id) for number, image_id in session.execute(query))
        place = [other.id for other in _in_order(session, each.set_id)].index(class_id) + 1
        removed = RemovedClass(class_id, each.name, place, examples)
        session.execute(delete(Example).where(Example.class_id == class_id))
        if session.scalar(select(Label.id).where(Label.class_id == class_id).limit(1)) is None:
            session.delete(each)
        else:
            each.position = OUTSIDE
        session.flush()
        _number(_in_order(session, each.set_id))
    return removed


def restore_class(project: Project, removed: RemovedClass) -> int:
    """Bring a class back, in its place, with its examples, under its old id, and return that.

    Examples that became examples of another class meanwhile stay there. Raises UserError when its name is taken.
    """
    with project.write() as session:
        set_id = set_for_labels(session)
        _refuse_taken(session, set_id, removed.name)
        each = session.get(LabellingClass, removed.id)
        if each is None:
            each = LabellingClass(id=removed.id, set_id=set_id, name=removed.name, position=OUTSIDE)
            session.add(each)
            session.flush()
        order = [other for other in _in_order(session, set_id) if other is not each]
        order.insert(removed.position - 1, each)
        _number(order)
        elsewhere = set(session.scalars(select(Example.image_id)))
        session.add_all(
            Example(id=number, class_id=each.id, image_id=image_id)
            for number, image_id in removed.examples
            if image_id not in elsewhere
        )
    return removed.id


def move_class(project: Project, class_id: int, position: int) -> int:
    """Put a class in another place, from 1 on, and return the one it had."""
    with project.write() as session:
        each = _class(session, class_id)
        order = _in_order(session, each.set_id)
        before = order.index(each) + 1
        order.remove(each)
        order.insert(max(0, position - 1), each)
        _number(order)
    return before


def add_examples(project: Project, class_id: int, image_ids: Sequence[int]) -> tuple[int, ...]:
    """Make images examples of a class, all or none; return the ids of the new examples.

    An image whose content is an example of the class already adds none. Raises UserError when it is one of another
    class, or cannot be read.
    """
    with project.write() as session:
        _class(session, class_id)
        added = [add_example(session, class_id, readable_image(session, number)) for number in image_ids]
    return tuple(number for number in added if number is not None)


def remove_examples(project: Project, example_ids: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Take examples out; return the (class id, image id) of each, for `add_examples` to bring back."""
    with project.write() as session:
        rows = [row for number in example_ids if (row := session.get(Example, number)) is not None]
        pairs = tuple((row.class_id, row.image_id) for row in rows)
        for row in rows:
            session.delete(row)
    return pairs


def tasks_to_label(project: Project) -> tuple[int, ...]:
    """Return the folders without classes that hold images to label: others than those given as examples only."""
    given = select(Example.image_id)
    query = (
        select(Image.task_id)
        .join(Task, Task.id == Image.task_id)
        .where(Task.layout == Layout.UNLABELLED, Image.status == ImageStatus.READY, Image.id.not_in(given))
        .distinct()
        .order_by(Image.task_id)
    )
    with project.read() as session:
        return tuple(session.scalars(query))


def _class(session: Session, class_id: int) -> LabellingClass:
    each = session.get(LabellingClass, class_id)
    if each is None:
        raise class_is_gone()
    return each


def _in_order(session: Session, set_id: int) -> list[LabellingClass]:
    query = select(LabellingClass).where(LabellingClass.set_id == set_id, LabellingClass.position != OUTSIDE)
    return list(session.scalars(query.order_by(LabellingClass.position, LabellingClass.id)))


def _number(classes: Sequence[LabellingClass]) -> None:
    for place, each in enumerate(classes, 1):
        each.position = place


def _is_given(session: Session, class_id: int) -> bool:
    """Whether the newest decision about some image is that class."""
    newest = select(func.max(Label.id)).group_by(Label.set_id, Label.image_id)
    query = select(Label.id).where(Label.class_id == class_id, Label.id.in_(newest))
    return session.scalar(query.limit(1)) is not None


def _refuse_taken(session: Session, set_id: int, name: str) -> None:
    if any(same_name(each.name, name) for each in _in_order(session, set_id)):
        raise taken(name)


def _refuse_taken_ever(session: Session, set_id: int, name: str, but: int) -> None:
    """Raise UserError when another class of the set has that name, or had it when it was taken out."""
    query = select(LabellingClass).where(LabellingClass.set_id == set_id, LabellingClass.id != but)
    if any(same_name(each.name, name) for each in session.scalars(query)):
        raise taken(name)
