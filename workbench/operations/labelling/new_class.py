"""Make a class of images that are of none of the classes so far, in one change."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.errors import UserError
from workbench.operations.change import Together
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.decisions import Decided, decide
from workbench.store.project import Project


@dataclass(frozen=True)
class NewClass:
    """A class that was made of images, and the change that takes it and those decisions back."""

    class_id: int
    inverse: Together


def label_as_new_class(project: Project, name: str, decisions: Sequence[Decided]) -> NewClass:
    """Add a class as the last and save decisions that images are of it, all or nothing; their class ids are ignored.

    Raises UserError when the name is empty or taken, or an image is no longer in the project.
    """
    added = add_class(project, name)
    try:
        decided = decide(project, [replace(decision, class_id=added.class_id) for decision in decisions])
    except UserError:
        added.apply(project)
        raise
    return NewClass(added.class_id, Together((decided, added)))
