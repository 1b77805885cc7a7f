"""Give classes another role, when a person divides them otherwise than the program did."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select, update

from workbench.operations.images import in_chunks
from workbench.store.models import ImageClass, Role
from workbench.store.project import Project


def set_roles(project: Project, class_ids: Sequence[int], role: Role) -> dict[int, Role]:
    """Give the classes of those ids a role and return the roles they had, which `put_roles` gives back.

    Runs already made keep the classes they began with. Ids that are not there are passed over.
    """
    return put_roles(project, dict.fromkeys(class_ids, role))


def put_roles(project: Project, roles: Mapping[int, Role]) -> dict[int, Role]:
    """Give each class its role and return the roles they had."""
    ids_of: dict[Role, list[int]] = defaultdict(list)
    for number, role in roles.items():
        ids_of[role].append(number)
    before: dict[int, Role] = {}
    with project.write() as session:
        for role, ids in ids_of.items():
            for chunk in in_chunks(ids):
                those = ImageClass.id.in_(chunk)
                before |= dict(session.execute(select(ImageClass.id, ImageClass.role).where(those)).all())
                session.execute(update(ImageClass).where(those).values(role=role))
    return before
