"""What a person decides about imported classes: their roles, their names, and whether their folder stays."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from workbench.errors import UserError
from workbench.operations.tasks.classes import put_roles, rename_class
from workbench.operations.tasks.forget_task import forget_task
from workbench.operations.tasks.import_images import role_of
from workbench.operations.tasks.task_facts import TaskFacts
from workbench.ui.images.roles import role_name
from workbench.ui.services.history import UndoStep
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr


class ClassDecisions(QObject):
    """Writes decisions down and remembers how to undo them; says `tasks_changed` after each."""

    def __init__(self, context: ProjectContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def give_role(self, class_ids: Sequence[int], role: str) -> None:
        """Give classes a role."""
        wanted = dict.fromkeys(class_ids, role_of(role))
        text = tr("{count} classes now have the role {role}.", count=len(class_ids), role=role_name(role))

        def done(before: Mapping[int, Any]) -> None:
            self._context.decided(UndoStep(text, lambda: self._put(before), lambda: self._put(wanted)))

        self._put(wanted, done)

    def rename(self, class_id: int, name: str) -> None:
        """Give a class another name."""

        def done(before: str) -> None:
            text = tr("{before} renamed to {name}.", before=before, name=name)
            undo, redo = (lambda: self._call(class_id, before)), (lambda: self._call(class_id, name))
            self._context.decided(UndoStep(text, undo, redo))

        self._call(class_id, name, done)

    def forget(self, task: TaskFacts) -> None:
        """Take a folder out of the project."""
        text = tr("{name} was removed from the project; its files stay where they are.", name=task.name)
        self._write(
            tr("Remove {name}", name=task.name),
            lambda report: forget_task(self._context.project, task.id),
            lambda nothing: self._context.notifier.say(text),
        )

    def _put(self, roles: Mapping[int, Any], done: Callable[[Any], None] | None = None) -> None:
        self._write(tr("Change roles"), lambda report: put_roles(self._context.project, roles), done)

    def _call(self, class_id: int, name: str, done: Callable[[Any], None] | None = None) -> None:
        self._write(tr("Rename a class"), lambda report: rename_class(self._context.project, class_id, name), done)

    def _write(self, name: str, work: Callable[[Any], Any], done: Callable[[Any], None] | None) -> None:
        context = self._context

        def written(result: Any) -> None:
            if done is not None:
                done(result)
            context.changes.tasks_changed.emit()

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                context.notifier.complain(say(error.text))
            # A table that showed the wish shows again what is so.
            context.changes.tasks_changed.emit()

        # Owned by what lives as long as the project: an undo goes on when the page was built anew meanwhile.
        context.write(name, work, owner=context.changes, done=written, failed=failed)
