"""What classes are called where several tasks are shown together."""

from collections import Counter
from collections.abc import Collection

from sqlalchemy import select

from workbench.store.models import ImageClass, Task
from workbench.store.project import Project


def class_names(project: Project, class_ids: Collection[int]) -> dict[int, str]:
    """Return the name of each class that is still there, `task / name` where two of them share a name."""
    query = select(ImageClass.id, ImageClass.name, Task.name).join(Task, Task.id == ImageClass.task_id)
    wanted = set(class_ids)
    with project.read() as session:
        rows = [(number, name, task) for number, name, task in session.execute(query) if number in wanted]
    uses = Counter(name for _, name, _ in rows)
    return {number: name if uses[name] == 1 else f"{task} / {name}" for number, name, task in rows}
