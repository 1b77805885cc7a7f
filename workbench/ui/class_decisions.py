"""What a person decides about imported classes: their roles, their names, and whether their folder stays."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from workbench.errors import UserError
from workbench.operations.forget_task import forget_task
from workbench.operations.import_images import role_of
from workbench.operations.rename_class import rename_class
from workbench.operations.set_roles import put_roles
from workbench.operations.task_facts import TaskFacts
from workbench.ui.bench import Bench
from workbench.ui.history import Step
from workbench.ui.models.roles import role_name
from workbench.ui.translation import say, tr


class ClassDecisions(QObject):
    """Writes decisions down and remembers how to undo them; says `tasks_changed` after each."""

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench

    def give_role(self, class_ids: Sequence[int], role: str) -> None:
        """Give classes a role."""
        wanted = dict.fromkeys(class_ids, role_of(role))
        text = tr("{count} classes now have the role {role}.", count=len(class_ids), role=role_name(role))

        def done(before: Mapping[int, Any]) -> None:
            self._bench.decided(Step(text, lambda: self._put(before), lambda: self._put(wanted)))

        self._put(wanted, done)

    def rename(self, class_id: int, name: str) -> None:
        """Give a class another name."""

        def done(before: str) -> None:
            text = tr("{before} is now called {name}.", before=before, name=name)
            undo, redo = (lambda: self._call(class_id, before)), (lambda: self._call(class_id, name))
            self._bench.decided(Step(text, undo, redo))

        self._call(class_id, name, done)

    def forget(self, task: TaskFacts) -> None:
        """Take a folder out of the project."""
        text = tr("{name} was taken out of the project; its files stay where they are.", name=task.name)
        self._write(
            tr("Take {name} out", name=task.name),
            lambda report: forget_task(self._bench.project, task.id),
            lambda nothing: self._bench.voice.say(text),
        )

    def _put(self, roles: Mapping[int, Any], done: Callable[[Any], None] | None = None) -> None:
        self._write(tr("Change roles"), lambda report: put_roles(self._bench.project, roles), done)

    def _call(self, class_id: int, name: str, done: Callable[[Any], None] | None = None) -> None:
        self._write(tr("Rename a class"), lambda report: rename_class(self._bench.project, class_id, name), done)

    def _write(self, name: str, work: Callable[[Any], Any], done: Callable[[Any], None] | None) -> None:
        bench = self._bench

        def written(result: Any) -> None:
            if done is not None:
                done(result)
            bench.changes.tasks_changed.emit()

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                bench.voice.complain(say(error.text))
            # A table that showed the wish shows again what is so.
            bench.changes.tasks_changed.emit()

        # Owned by what lives as long as the project: an undo goes on when the page was built anew meanwhile.
        bench.write(name, work, owner=bench.changes, done=written, failed=failed)
