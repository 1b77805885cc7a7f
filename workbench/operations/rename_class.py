"""Give a class of an imported folder another name; its folder and its files keep theirs."""

from sqlalchemy import select

from workbench.operations.class_naming import class_is_gone, clean_name, same_name, taken
from workbench.store.models import ImageClass
from workbench.store.project import Project


def rename_class(project: Project, class_id: int, name: str) -> str:
    """Rename a class and return the name it had.

    Raises UserError when the name is empty or another class of its task has it; names that differ in capitals only are
    two names.
    """
    new = clean_name(name)
    with project.write() as session:
        each = session.get(ImageClass, class_id)
        if each is None:
            raise class_is_gone()
        others = select(ImageClass.name).where(ImageClass.task_id == each.task_id, ImageClass.id != class_id)
        if any(same_name(other, new) for other in session.scalars(others)):
            raise taken(new)
        before, each.name = each.name, new
    return before
