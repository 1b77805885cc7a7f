"""The classes that a person labels images with, and their examples: one set a project, which commands use too."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from workbench.operations.labelling.examples import ExampleFacts, examples_by_class
from workbench.operations.labelling.labelling_rows import classes_in_order, newest_labels, set_id_of
from workbench.operations.tasks.classes import alike_names, same_name
from workbench.store.models import Example, Image, ImageStatus, Label, Layout, Task
from workbench.store.project import Project


@dataclass(frozen=True)
class LabellingClassFacts:
    """A labelling class: its position from 1 on, its examples, and how many images were decided to belong to it."""

    id: int
    name: str
    position: int
    examples: tuple[ExampleFacts, ...]
    decided: int


def labelling_classes(project: Project) -> tuple[LabellingClassFacts, ...]:
    """Return the classes in the order of their positions."""
    with project.read() as session:
        set_id = set_id_of(session)
        newest = newest_labels(set_id)
        count = select(Label.class_id, func.count()).where(Label.id.in_(newest)).group_by(Label.class_id)
        decided = dict(session.execute(count).all())
        examples = examples_by_class(session, set_id)
        return tuple(
            LabellingClassFacts(row.id, row.name, position, tuple(examples.get(row.id, ())), decided.get(row.id, 0))
            for position, row in enumerate(classes_in_order(session, set_id), 1)
        )


def class_named_alike(
    classes: Iterable[LabellingClassFacts], name: str, but: int | None = None
) -> LabellingClassFacts | None:
    """Return the class whose name differs from `name` only in capitals or coding; None without one, or with its equal.

    `but` is the id of the class that is to have that name. What is equal is refused when it is written.
    """
    others = [one for one in classes if one.id != but and alike_names(one.name, name)]
    return None if any(same_name(one.name, name) for one in others) else next(iter(others), None)


def tasks_to_label(project: Project) -> tuple[int, ...]:
    """Return the folders without classes that hold images to label: folders that hold examples only are left out."""
    examples = select(Example.image_id)
    query = (
        select(Image.task_id)
        .join(Task, Task.id == Image.task_id)
        .where(Task.layout == Layout.UNLABELLED, Image.status == ImageStatus.READY, Image.id.not_in(examples))
        .distinct()
        .order_by(Image.task_id)
    )
    with project.read() as session:
        return tuple(session.scalars(query))
