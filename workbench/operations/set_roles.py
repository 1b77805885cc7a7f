"""Give classes another role, when a person divides them otherwise than the program did."""

from collections.abc import Sequence

from sqlalchemy import update

from workbench.store.models import ImageClass, Role
from workbench.store.project import Project


def set_roles(project: Project, class_ids: Sequence[int], role: Role) -> None:
    """Give the classes of those ids a role; runs already made keep the classes they began with."""
    with project.write() as session:
        session.execute(update(ImageClass).where(ImageClass.id.in_(class_ids)).values(role=role))
