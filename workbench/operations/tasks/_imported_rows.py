"""The rows of an import: tasks, classes and images, each added with the first readable image that needs it."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.facts import Fact, fact
from workbench.facts.file_reason import FileReason
from workbench.imaging.reading import ReadFile
from workbench.imaging.scan import FolderLayout, FoundFile
from workbench.operations.serialisation import as_json
from workbench.operations.tasks.split_classes import ClassKey, RoleRequest, split_classes
from workbench.store.interrupting import interruptible
from workbench.store.models import Example, Image, ImageClass, ImageStatus, Label, Layout, Role, Task
from workbench.store.project import Project

CHANGED_SINCE_LABELLED = fact("image.changed_since_labelled")


@dataclass(frozen=True)
class ScannedImage:
    """A file of an import, and the result of reading it."""

    file: FoundFile
    read: ReadFile


class ImportedRows:
    """Writes one import into a project, batch by batch; each `save` is one transaction.

    `folders` lists the class folders of each task folder, so that roles can be planned for all before the first is
    written.
    """

    def __init__(
        self, project: Project, layout: FolderLayout, folders: dict[Path, list[Path]], request: RoleRequest
    ) -> None:
        self.project = project
        self.added = 0
        self.known = 0
        self._first_id = 0
        self._layout = Layout.UNLABELLED if layout is FolderLayout.UNLABELLED else Layout.CLASSES
        with project.read() as session:
            self._tasks = _tasks(session, folders, self._layout)
            self._roles = _plan(session, self._tasks, folders, request)
            self._first_id = session.scalar(select(func.max(Image.id))) or 0
        self.merged: set[str] = set()  # Class names that more than one folder has, told apart by Unicode form only.
        self._classes: dict[tuple[int, str, Path], int] = {}
        self._homeless: list[ScannedImage] = []  # Unreadable files of tasks that have no readable image yet.

    @property
    def task_ids(self) -> list[int]:
        """Return the tasks of this import, in order of creation."""
        return sorted(self._tasks.values())

    def fresh(self, batch: Sequence[FoundFile]) -> list[FoundFile]:
        """Return the files that are new or changed since the project read them; counts the others as known."""
        with self.project.read() as session:
            query = select(Image.path, Image.size, Image.modified_ns).where(
                Image.path.in_([file.path for file in batch]),
                Image.task_id.in_(self._tasks.values()),
                Image.status == ImageStatus.READY,
            )
            stored_stamps = {path: (size, modified) for path, size, modified in session.execute(query)}
        fresh = [file for file in batch if stored_stamps.get(file.path) != _stamp(file.path)]
        self.known += len(batch) - len(fresh)
        return fresh

    def save(self, scanned: Sequence[ScannedImage]) -> list[FileReason[Fact]]:
        """Save the images read, in one transaction; return the files that were refused, and why."""
        refused = [FileReason(image.file.path, image.read.reason) for image in scanned if image.read.reason is not None]
        with self.project.write() as session:
            waiting, self._homeless = [*self._homeless, *scanned], []
            readable = [image for image in waiting if image.read.reason is None]
            for image in readable:
                self._task(session, image.file)
            for image in waiting:
                if not self._write(session, image):
                    refused.append(FileReason(image.file.path, CHANGED_SINCE_LABELLED))
        return refused

    def duplicates(self, going_on: Callable[[], None]) -> int:
        """Count the images this import added whose content the project has more than once.

        `going_on` is called again and again, and may raise to end it.
        """
        twice = select(Image.sha256).group_by(Image.sha256).having(func.count() > 1)
        query = select(func.count()).where(
            Image.id > self._first_id, Image.status == ImageStatus.READY, Image.sha256.in_(twice)
        )
        with self.project.read() as session, interruptible(session, going_on):
            return session.scalar(query) or 0

    def _write(self, session: Session, scanned: ScannedImage) -> bool:
        task_id = self._tasks.get(scanned.file.task_folder)
        if task_id is None:
            self._homeless.append(scanned)
            return True
        present = session.scalar(select(Image).where(Image.task_id == task_id, Image.path == scanned.file.path))
        if present is not None and _changed_since_labelled(session, present, scanned.read):
            present.status = ImageStatus.MISSING
            return False
        image = present or Image(task_id=task_id, path=scanned.file.path)
        image.class_id = self._class(session, task_id, scanned)
        _describe(image, scanned)
        session.add(image)
        if scanned.read.reason is None:
            self.added += 1
        return True

    def _task(self, session: Session, file: FoundFile) -> int:
        if file.task_folder not in self._tasks:
            task = Task(name=file.task, folder=file.task_folder, layout=self._layout)
            session.add(task)
            session.flush()
            self._tasks[file.task_folder] = task.id
        return self._tasks[file.task_folder]

    def _class(self, session: Session, task_id: int, scanned: ScannedImage) -> int | None:
        name, folder = scanned.file.class_name, scanned.file.class_folder
        if name is None or folder is None:
            return None
        key = (task_id, name, folder)
        if key not in self._classes:
            image_class = _known_class(session, task_id, name, folder)
            if image_class is None and scanned.read.reason is not None:
                return None
            if image_class is None:
                role = self._roles.get(folder, Role.META_TRAIN)
                image_class = ImageClass(task_id=task_id, name=name, folder=folder, role=role)
                session.add(image_class)
                session.flush()
            if image_class.folder != folder:
                self.merged.add(name)
            self._classes[key] = image_class.id
        return self._classes[key]


def _known_class(session: Session, task_id: int, name: str, folder: Path) -> ImageClass | None:
    """Return the class of a folder, even if renamed since, or else the one of that name."""
    of_task = select(ImageClass).where(ImageClass.task_id == task_id)
    # A class that was made of two folders has the path of one.
    by_folder = session.scalar(of_task.where(ImageClass.folder == folder).limit(1))
    return by_folder or session.scalar(of_task.where(ImageClass.name == name))


def _tasks(session: Session, folders: dict[Path, list[Path]], layout: Layout) -> dict[Path, int]:
    query = select(Task.folder, Task.id).where(Task.folder.in_(folders), Task.layout == layout)
    return dict(session.execute(query).all())


def _plan(
    session: Session, tasks: dict[Path, int], folders: dict[Path, list[Path]], request: RoleRequest
) -> dict[Path, Role]:
    """Give every class folder that is not in the project a role."""
    query = select(ImageClass.task_id, ImageClass.folder, ImageClass.role)
    present = {
        (task, folder): role
        for task, folder, role in session.execute(query.where(ImageClass.task_id.in_(tasks.values())))
    }
    keys: dict[ClassKey, Path] = {}
    kept_roles: list[tuple[ClassKey, Role]] = []
    for number, (task, classes) in enumerate(folders.items()):
        for index, folder in enumerate(classes):
            role = present.get((tasks.get(task, -1), folder))
            if role is None:
                keys[(number, index)] = folder
            else:
                kept_roles.append(((number, index), role))
    return {keys[key]: role for key, role in split_classes(list(keys), kept_roles, request).items()}


def _changed_since_labelled(session: Session, present: Image, read: ReadFile) -> bool:
    if present.sha256 is None or present.sha256 == read.sha256:
        return False
    labelled = select(Label.id).where(Label.image_id == present.id).limit(1)
    example = select(Example.id).where(Example.image_id == present.id).limit(1)
    return session.scalar(labelled) is not None or session.scalar(example) is not None


def _describe(image: Image, scanned: ScannedImage) -> None:
    read = scanned.read
    image.sha256 = read.sha256 or None
    image.size, image.modified_ns = read.size, read.modified_ns
    image.width = read.facts.width if read.facts else None
    image.height = read.facts.height if read.facts else None
    image.specimen = scanned.file.specimen
    image.status = ImageStatus.READY if read.reason is None else ImageStatus.UNREADABLE
    image.reason = as_json(read.reason) if read.reason else None


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        facts = os.stat(path)
    except OSError:
        return None
    return facts.st_size, facts.st_mtime_ns
