"""The rows of images, classes and tasks that have moved: they get their new path and name, and stay who they are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.imaging.scan import FoundFile, folder_name
from workbench.operations.tasks.doubled_rows import forget_empty, name_for
from workbench.operations.tasks.found_classes import ClassKey, FoundClasses
from workbench.operations.tasks.known_classes import known_classes, tasks_at
from workbench.store.models import Image, ImageClass, ImageStatus, Layout, Role, Task


@dataclass(frozen=True)
class GoneImage:
    """An image whose file is not where it was last seen."""

    id: int
    task_id: int
    class_id: int | None
    path: Path
    sha256: bytes
    size: int


@dataclass(frozen=True)
class Moved:
    """An image that is gone, and the file that has its content now."""

    gone: GoneImage
    file: FoundFile


class MovedRows:
    """Moves rows within one transaction; `renamed` and `folders` say what moved as a whole."""

    def __init__(self, session: Session, found: FoundClasses, layout: Layout) -> None:
        self.renamed: list[tuple[str, str]] = []
        self.folders: list[tuple[Path, Path]] = []
        self._session = session
        self._found = found
        self._layout = layout
        self.tasks = tasks_at(session, found.task_folders, layout)
        self._classes = known_classes(session, self.tasks, found)

    def move(self, gone: Sequence[GoneImage], moved: Sequence[Moved]) -> None:
        """Give the images that moved, their classes and their tasks the new place."""
        self._move_tasks(moved)
        self._move_classes(gone, moved)
        for one in moved:
            image = self._session.get_one(Image, one.gone.id)
            key = self._found.key_of(one.file)
            image.path, image.modified_ns = one.file.path, _modified_ns(one.file.path)
            image.task_id = self.tasks[one.file.task_folder]
            image.class_id = None if key is None else self._classes[key]
            image.specimen, image.status, image.reason = one.file.specimen, ImageStatus.READY, None
        forget_empty(self._session, {one.gone.task_id for one in moved} - set(self.tasks.values()))

    def _move_tasks(self, moved: Sequence[Moved]) -> None:
        """Let a task whose folder is gone be the new folder that has most of its images; others are new tasks."""
        votes = Counter((one.gone.task_id, one.file.task_folder) for one in moved)
        for (task_id, folder), _ in votes.most_common():
            task = self._session.get_one(Task, task_id)
            if folder in self.tasks or task_id in self.tasks.values() or task.folder.is_dir():
                continue
            self.folders.append((task.folder, folder))
            task.name, task.folder = folder_name(folder), folder
            self.tasks[folder] = task_id
        for folder in {folder for _, folder in votes if folder not in self.tasks}:
            task = Task(name=folder_name(folder), folder=folder, layout=self._layout)
            self._session.add(task)
            self._session.flush()
            self.tasks[folder] = task.id
        self._session.flush()

    def _move_classes(self, gone: Sequence[GoneImage], moved: Sequence[Moved]) -> None:
        """Let a class of which nothing is left at its old place be the new folder that has most of its images."""
        totals = Counter(one.class_id for one in gone)
        votes = Counter((one.gone.class_id, self._found.key_of(one.file)) for one in moved)
        folders = {self._found.key_of(one.file): one.file.class_folder for one in moved}
        settled = set(self._classes.values())
        for (class_id, key), count in votes.most_common():
            if class_id is None or key is None or key in self._classes or class_id in settled:
                continue
            if 2 * count >= totals[class_id] and not self._has_more(class_id, totals[class_id]):
                self._settle(class_id, key, folders[key])
                settled.add(class_id)
        for class_id, key in votes:
            folder = folders[key]
            if key is not None and folder is not None and key not in self._classes:
                self._classes[key] = self._new_class(class_id, key, folder)

    def _new_class(self, former_id: int | None, key: ClassKey, folder: Path) -> int:
        """Return a class for images that were of another one, whose role it gets."""
        task_id, name = self.tasks[key[0]], self._found.classes[key].name
        same = select(ImageClass.id).where(ImageClass.task_id == task_id, ImageClass.name == name)
        number = self._session.scalar(same)
        if number is not None:
            return number
        former = None if former_id is None else self._session.get(ImageClass, former_id)
        role = Role.META_TRAIN if former is None else former.role
        image_class = ImageClass(task_id=task_id, name=name, folder=folder, role=role)
        self._session.add(image_class)
        self._session.flush()
        return image_class.id

    def _has_more(self, class_id: int, gone: int) -> bool:
        query = select(Image.id).where(Image.class_id == class_id, Image.sha256.is_not(None))
        query = query.where(Image.status != ImageStatus.UNREADABLE)
        return len(self._session.scalars(query).all()) > gone

    def _settle(self, class_id: int, key: ClassKey, folder: Path | None) -> None:
        image_class = self._session.get_one(ImageClass, class_id)
        task_id = self.tasks[key[0]]
        before, name = image_class.name, name_for(self._session, image_class, task_id, self._found.classes[key].name)
        if name != before:
            self.renamed.append((before, name))
        image_class.task_id, image_class.name = task_id, name
        if folder is not None:
            image_class.folder = folder
        self._session.flush()
        self._classes[key] = class_id


def _modified_ns(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0  # Gone this very moment: it is read again when it is back.
