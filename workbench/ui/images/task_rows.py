"""The model of the imported folders: all of them first, then each in the order in which it was imported."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from workbench.operations.tasks.image_overview import ImageOverview
from workbench.operations.tasks.task_facts import TaskFacts
from workbench.ui.look.model_index import Index
from workbench.ui.services.translation import tr

FACTS = Qt.ItemDataRole.UserRole  # The TaskFacts of a row; None in the row of all.


class TaskRows(QAbstractListModel):
    """Shows one overview after another; row 0 stands for all folders together."""

    def __init__(self) -> None:
        super().__init__()
        self._overview = ImageOverview((), frozenset(), {}, ())

    @property
    def tasks(self) -> tuple[TaskFacts, ...]:
        """The folders, in the order of rows 1, 2, 3 …"""
        return self._overview.tasks

    def show(self, overview: ImageOverview) -> bool:
        """Show another overview; returns whether rows are others than before, so that nothing is selected."""
        before = [task.id for task in self.tasks]
        if before == [task.id for task in overview.tasks]:
            self._overview = overview
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
            return False
        self.beginResetModel()
        self._overview = overview
        self.endResetModel()
        return True

    def task(self, row: int) -> TaskFacts | None:
        """Return the folder of a row; None for all."""
        return self.tasks[row - 1] if 1 <= row <= len(self.tasks) else None

    def row_of(self, task_id: int | None) -> int:
        """Return the row of a folder, that of all where it is not there."""
        ids = [task.id for task in self.tasks]
        return ids.index(task_id) + 1 if task_id in ids else 0

    def is_away(self, row: int) -> bool:
        """Return whether the folder of a row is no longer where it was imported from."""
        task = self.task(row)
        return task is not None and task.id in self._overview.away

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return 0 if parent.isValid() else len(self.tasks) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.title(row)}, {' · '.join(self.details(row))}"
        if role == FACTS:
            return self.task(row)
        return None

    def title(self, row: int) -> str:
        """Return the name of a folder."""
        task = self.task(row)
        return tr("All folders") if task is None else task.name

    def details(self, row: int) -> tuple[str, ...]:
        """Return how much a folder holds, of one kind after another, or that it is gone."""
        task = self.task(row)
        if task is not None and self.is_away(row):
            return (tr("folder not found"),)
        images = tr("{count} images", count=sum(task.images for task in self.tasks) if task is None else task.images)
        if task is not None and task.layout == "unlabelled":
            return tr("Unlabelled"), images
        classes = sum(len(task.classes) for task in self.tasks) if task is None else len(task.classes)
        return tr("{count} classes", count=classes), images

    def roles(self, row: int) -> dict[str, int]:
        """Return how many classes of a folder, or of all, have each role."""
        task = self.task(row)
        by_task = [listed.roles() for listed in (self.tasks if task is None else (task,))]
        return {role: sum(counts[role] for counts in by_task) for role in (by_task[0] if by_task else ())}
