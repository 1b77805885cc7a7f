"""The examples of the labelling set as rows: one content is an example of one class at most."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.operations.images import ImageFacts, facts_by_id
from workbench.store.models import Example, Image, ImageStatus, LabellingClass
from workbench.words import marked, message


@dataclass(frozen=True)
class ExampleFacts:
    """An image that a person gave as an example of a class."""

    id: int
    image: ImageFacts


def examples_by_class(session: Session, set_id: int) -> dict[int, list[ExampleFacts]]:
    """Return the examples of each class of the set, in the order they were given."""
    query = select(Example.id, Example.class_id, Example.image_id).join(
        LabellingClass, LabellingClass.id == Example.class_id
    )
    rows = session.execute(query.where(LabellingClass.set_id == set_id).order_by(Example.id)).all()
    images = facts_by_id(session, [image_id for _, _, image_id in rows])
    found: dict[int, list[ExampleFacts]] = defaultdict(list)
    for number, class_id, image_id in rows:
        if image_id in images:
            found[class_id].append(ExampleFacts(number, images[image_id]))
    return found


def readable_image(session: Session, image_id: int) -> Image:
    """Return an image that can be an example. Raises UserError for another."""
    image = session.get(Image, image_id)
    if image is None or image.sha256 is None or image.status is ImageStatus.UNREADABLE:
        text = marked("{path} cannot be an example, because it cannot be read.")
        raise UserError(message(text, path=str(image.path) if image else str(image_id)))
    return image


def add_example(session: Session, class_id: int, image: Image) -> int | None:
    """Make an image an example; None when its content is one of that class already.

    Raises UserError, naming the class, when it is an example of another.
    """
    query = (
        select(LabellingClass.id, LabellingClass.name)
        .join(Example, Example.class_id == LabellingClass.id)
        .join(Image, Image.id == Example.image_id)
        .where(Image.sha256 == image.sha256)
    )
    holder = session.execute(query.limit(1)).first()
    if holder is not None and holder.id != class_id:
        text = marked("{path} is an example of {name} already. Take it out there first.")
        raise UserError(message(text, path=str(image.path), name=holder.name))
    if holder is not None:
        return None
    row = Example(class_id=class_id, image_id=image.id)
    session.add(row)
    session.flush()
    return row.id
