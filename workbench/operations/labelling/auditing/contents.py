"""Contents that were given or decided as several classes."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from workbench.operations.labelling.labelling_rows import OUTSIDE, newest_labels, set_id_of
from workbench.store.models import Example, Image, Label, LabellingClass
from workbench.store.project import Project


@dataclass(frozen=True)
class ClassGiven:
    """A file and the class that it is an example of, or was decided to belong to."""

    path: Path
    name: str  # of the class
    is_example: bool
    image_id: int
    class_id: int
    is_in_use: bool  # whether the class is one to label with


def contents_of_several_classes(project: Project, *, of_examples: bool = False) -> tuple[tuple[ClassGiven, ...], ...]:
    """Return the files of each content that was given or decided as several classes, examples first.

    With `of_examples`, only contents that examples have, which is quicker where much is decided.
    """
    with project.read() as session:
        set_id = set_id_of(session)
        in_use = (LabellingClass.position != OUTSIDE).label("in_use")
        columns = select(Image.sha256, Image.path, LabellingClass.name, Image.id, LabellingClass.id, in_use)
        columns = columns.where(LabellingClass.set_id == set_id)
        examples = columns.join(Example, Example.image_id == Image.id).join(LabellingClass).order_by(Example.id)
        newest = newest_labels(set_id)
        decided = columns.join(Label, Label.image_id == Image.id).join(LabellingClass).where(Label.id.in_(newest))
        if of_examples:
            contents = select(Image.sha256).join(Example, Example.image_id == Image.id)
            decided = decided.where(Image.sha256.in_(contents))
        given = [(*row, True) for row in session.execute(examples)]
        given += [(*row, False) for row in session.execute(decided.order_by(Label.id))]
    by_content = defaultdict[bytes, dict[tuple[Path, str], ClassGiven]](dict)
    for sha256, path, name, image_id, class_id, used, is_example in given:
        one = ClassGiven(path, name, is_example, image_id, class_id, bool(used))
        by_content[sha256].setdefault((path, name), one)
    several = [tuple(files.values()) for files in by_content.values()]
    return tuple(files for files in several if len({file.name for file in files}) > 1)
