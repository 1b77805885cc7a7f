"""What a person decides about imported classes: their roles, their names, and whether their folder stays."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from workbench.operations.change import Change
from workbench.operations.tasks.classes import RenameClass, rename_class, set_roles
from workbench.operations.tasks.forget_task import forget_task
from workbench.operations.tasks.task_facts import TaskFacts
from workbench.ui.images.roles import role_name
from workbench.ui.services.history import Step
from workbench.ui.services.job import JobWork
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr


class ClassDecisions(QObject):
    """Writes decisions down and remembers how to undo them; emits `tasks_changed` after each."""

    def __init__(self, context: ProjectContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def give_role(self, class_ids: Sequence[int], role: str) -> None:
        """Give classes a role."""
        job = tr("Change roles")
        text = tr("{count} classes now have the role {role}.", count=len(class_ids), role=role_name(role))
        self._write(
            job,
            lambda report: set_roles(self._context.project, class_ids, role),
            lambda inverse: self._decided(text, inverse, job),
        )

    def rename(self, class_id: int, name: str) -> None:
        """Give a class another name."""
        job = tr("Rename a class")

        def done(inverse: RenameClass) -> None:
            self._decided(tr("{before} renamed to {name}.", before=inverse.name, name=name), inverse, job)

        self._write(job, lambda report: rename_class(self._context.project, class_id, name), done)

    def forget(self, task: TaskFacts) -> None:
        """Take a folder out of the project."""
        text = tr("{name} was removed from the project; its files stay where they are.", name=task.name)
        self._write(
            tr("Remove {name}", name=task.name),
            lambda report: forget_task(self._context.project, task.id),
            lambda nothing: self._context.notifier.say(text),
        )

    def _decided(self, text: str, inverse: Change, job: str) -> None:
        self._context.decided(Step(text, inverse, job, self._context.changes.tasks_changed))

    def _write(self, job: str, work: JobWork, done: Callable[[Any], None]) -> None:
        context = self._context

        def written(result: Any) -> None:
            done(result)
            context.changes.tasks_changed.emit(self)

        def failed(error: Exception) -> None:
            context.notifier.complain_of(error)
            # A table that showed the typed text goes back to the stored one.
            context.changes.tasks_changed.emit(None)

        # Owned by what lives as long as the project: an undo still works after the page was rebuilt.
        context.write(job, work, owner=context.changes, done=written, failed=failed)
