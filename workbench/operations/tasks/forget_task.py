"""Forget an imported folder: its classes and images leave the project, its files stay where they are."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy import delete, exists, func, select, text
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.store.models import Example, Image, ImageClass, Label, Run, RunState, Task
from workbench.store.project import Project
from workbench.words import marked, message


def forget_task(project: Project, task_id: int) -> None:
    """Take a task out of the project; a task that is not there is forgotten already.

    Raises UserError when labels or examples refer to its images, or a run that is training now learns from its classes.
    """
    with project.write() as session:
        task = session.get(Task, task_id)
        if task is None:
            return
        _refuse_labelled(session, task)
        _refuse_running(session, task)
        with _indexed_by_image(session):
            session.execute(delete(Image).where(Image.task_id == task_id))
        session.execute(delete(Task).where(Task.id == task_id))


@contextmanager
def _indexed_by_image(session: Session) -> Generator[None]:
    """Index labels and examples by image for the rest of this transaction.

    For every image that goes, the database looks for rows that point to it: without an index through all of them, which
    took 50 seconds for 50,000 images beside 50,000 labels.
    """
    for table in ("labels", "examples"):
        session.execute(text(f"CREATE INDEX forgetting_{table} ON {table} (image_id)"))
    yield
    for table in ("labels", "examples"):
        session.execute(text(f"DROP INDEX forgetting_{table}"))


def _refuse_labelled(session: Session, task: Task) -> None:
    def count(kind: type[Label] | type[Example]) -> int:
        of_task = select(Image.id).where(Image.id == kind.image_id, Image.task_id == task.id)
        return session.scalar(select(func.count(func.distinct(kind.image_id))).where(exists(of_task))) or 0

    labelled = count(Label)
    if labelled:
        why = marked(
            "{count} images of {name} have been labelled, and labels are always kept, so the folder cannot be removed."
        )
        raise UserError(message(why, count=labelled, name=task.name))
    used_as_examples = count(Example)
    if used_as_examples:
        why = marked("{count} images of {name} are used as examples for labelling. Remove them there first.")
        raise UserError(message(why, count=used_as_examples, name=task.name))


def _refuse_running(session: Session, task: Task) -> None:
    own = set(session.scalars(select(ImageClass.id).where(ImageClass.task_id == task.id)))
    for number, roles in session.execute(select(Run.id, Run.roles).where(Run.state == RunState.RUNNING)):
        if not own.isdisjoint(number for ids in roles.values() for number in ids):
            why = marked("Run {run} is training on {name}. Wait until it finishes, or stop it.")
            raise UserError(message(why, run=number, name=task.name))
