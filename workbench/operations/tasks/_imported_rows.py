"""The rows of an import: tasks, classes and images, each added with the first readable image that needs it."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from workbench.facts import Fact, fact
from workbench.facts.file_reason import FileReason
from workbench.imaging.page_choice import AS_IT_IS, PageChoice
from workbench.imaging.reading import ReadFile
from workbench.imaging.scan import FoundFile
from workbench.operations.serialisation import as_json
from workbench.operations.tasks.found_classes import ClassKey, FoundClasses
from workbench.operations.tasks.known_classes import known_classes, stored_layout, tasks_at
from workbench.operations.tasks.split_classes import ClassNumber, RoleRequest, split_classes
from workbench.operations.tasks.split_folder_roles import role_of_folders
from workbench.operations.tasks.stored_choices import choice_for, choices_of_folders
from workbench.store.interrupting import interruptible
from workbench.store.models import Example, Image, ImageClass, ImageStatus, Label, Role, Task
from workbench.store.project import Project

CHANGED_SINCE_LABELLED = fact("image.changed_since_labelled")


@dataclass(frozen=True)
class ScannedImage:
    """A file of an import, and the result of reading it."""

    file: FoundFile
    read: ReadFile


class ImportedRows:
    """Writes one import into a project, batch by batch; each `save` is one transaction.

    `found` lists the classes, so that roles can be planned for all before the first is written.
    """

    def __init__(
        self,
        project: Project,
        found: FoundClasses,
        request: RoleRequest,
        *,
        roles_by_folder: bool,
        pages: PageChoice | None = None,
    ) -> None:
        self.project = project
        self.added = 0
        self.known = 0
        self.known_before = 0  # Of those, the files that need not be read.
        self._found = found
        self._layout = stored_layout(found.layout)
        with project.read() as session:
            self._tasks = tasks_at(session, found.task_folders, self._layout)
            self._classes = known_classes(session, self._tasks, found)
            self._roles = _plan(session, self._classes, found, request, roles_by_folder=roles_by_folder)
            self._first_id = session.scalar(select(func.max(Image.id))) or 0
            self._choices = choices_of_folders(session)
        self._pages = pages
        # Folders that the project has, and that are to be read in another way from now on.
        self._changed = {
            folder for folder in self._tasks if pages is not None and pages != self._choices.get(folder, AS_IT_IS)
        }
        self._homeless: list[ScannedImage] = []  # Unreadable files of tasks that have no readable image yet.

    @property
    def task_ids(self) -> list[int]:
        """Return the tasks of this import, in order of creation."""
        return sorted(self._tasks.values())

    def choice_for(self, file: FoundFile) -> PageChoice:
        """Return which page and channels of a file are meant: those chosen now, or for a folder around it before."""
        return choice_for(self._choices, file.task_folder) if self._pages is None else self._pages

    def fresh(self, batch: Sequence[FoundFile]) -> list[FoundFile]:
        """Return the files that are new or changed since the project read them; counts the others as known."""
        with self.project.read() as session:
            query = select(Image.path, Image.size, Image.modified_ns, Image.class_id).where(
                Image.path.in_([file.path for file in batch]),
                Image.task_id.in_(self._tasks.values()),
                Image.status == ImageStatus.READY,
            )
            stored = {path: (size, modified, number) for path, size, modified, number in session.execute(query)}
        fresh = [
            file
            for file in batch
            if file.task_folder in self._changed
            or stored.get(file.path) != (*(_stamp(file.path) or (0, 0)), self._known(file))
        ]
        self.known += len(batch) - len(fresh)
        self.known_before += len(batch) - len(fresh)
        return fresh

    def save(self, scanned: Sequence[ScannedImage]) -> list[FileReason[Fact]]:
        """Save the images read, in one transaction; return the files that were refused, and why."""
        refused = [FileReason(image.file.path, image.read.reason) for image in scanned if image.read.reason is not None]
        with self.project.write() as session:
            self._keep_choice(session)
            waiting, self._homeless = [*self._homeless, *scanned], []
            readable = [image for image in waiting if image.read.reason is None]
            for image in readable:
                self._task(session, image.file)
            present, new = self._present(session, waiting), dict[tuple[int, Path], dict[str, Any]]()
            for image in waiting:
                if not self._write(session, image, present, new):
                    refused.append(FileReason(image.file.path, CHANGED_SINCE_LABELLED))
            if new:
                # All at once: an object of its own for each row would take three times as long.
                session.execute(insert(Image), list(new.values()))
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

    def _keep_choice(self, session: Session) -> None:
        for folder in self._changed:
            task = session.get_one(Task, self._tasks[folder])
            task.reading = None if self._pages is None else self._pages.stored()

    def _known(self, file: FoundFile) -> int | None:
        """Return the class of a file where the project has it; a table may give a file another class than before."""
        key = self._found.key_of(file)
        return None if key is None else self._classes.get(key, -1)

    def _present(self, session: Session, waiting: Sequence[ScannedImage]) -> dict[tuple[int, Path], Image]:
        """Return the images of those files that the project has, by task and path."""
        query = select(Image).where(Image.path.in_({image.file.path for image in waiting}))
        return {(image.task_id, image.path): image for image in session.scalars(query)}

    def _write(
        self,
        session: Session,
        scanned: ScannedImage,
        present_images: dict[tuple[int, Path], Image],
        new: dict[tuple[int, Path], dict[str, Any]],
    ) -> bool:
        """Write what is known of a file; a row that is not there yet goes to `new`. Whether it was written."""
        task_id = self._tasks.get(scanned.file.task_folder)
        if task_id is None:
            self._homeless.append(scanned)
            return True
        present = present_images.get((task_id, scanned.file.path))
        if present is not None and _changed_since_labelled(session, present, scanned.read):
            present.status = ImageStatus.MISSING
            return False
        is_read_again = (
            present is not None and present.status is ImageStatus.READY and scanned.file.task_folder in self._changed
        )
        values = {"class_id": self._class(session, task_id, scanned), **_described(scanned)}
        if present is None:
            new[task_id, scanned.file.path] = {"task_id": task_id, "path": scanned.file.path, **values}
        else:
            for name, value in values.items():
                setattr(present, name, value)
        if scanned.read.reason is None:
            self.added += not is_read_again
            self.known += is_read_again
        return True

    def _task(self, session: Session, file: FoundFile) -> int:
        if file.task_folder not in self._tasks:
            reading = self.choice_for(file).stored()
            task = Task(name=file.task, folder=file.task_folder, layout=self._layout, reading=reading)
            session.add(task)
            session.flush()
            self._tasks[file.task_folder] = task.id
        return self._tasks[file.task_folder]

    def _class(self, session: Session, task_id: int, scanned: ScannedImage) -> int | None:
        key, folder = self._found.key_of(scanned.file), scanned.file.class_folder
        if key is None or folder is None:
            return None
        if key not in self._classes:
            if scanned.read.reason is not None:
                return None
            name = self._found.classes[key].name
            role = self._roles.get(key, Role.META_TRAIN)
            image_class = ImageClass(task_id=task_id, name=name, folder=folder, role=role)
            session.add(image_class)
            session.flush()
            self._classes[key] = image_class.id
        return self._classes[key]


def _plan(
    session: Session,
    known: dict[ClassKey, int],
    found: FoundClasses,
    request: RoleRequest,
    *,
    roles_by_folder: bool,
) -> dict[ClassKey, Role]:
    """Give every class that is not in the project a role."""
    if roles_by_folder:
        return {key: role_of_folders(one) or Role.META_TRAIN for key, one in found.classes.items() if key not in known}
    roles = dict(session.execute(select(ImageClass.id, ImageClass.role)).all())
    keys: dict[ClassNumber, ClassKey] = {}
    kept_roles: list[tuple[ClassNumber, Role]] = []
    for number, task in enumerate(found.task_folders):
        for index, (key, _) in enumerate(found.of_task(task)):
            if key in known:
                kept_roles.append(((number, index), roles[known[key]]))
            else:
                keys[(number, index)] = key
    return {keys[number]: role for number, role in split_classes(list(keys), kept_roles, request).items()}


def _changed_since_labelled(session: Session, present: Image, read: ReadFile) -> bool:
    if present.sha256 is None or present.sha256 == read.sha256:
        return False
    labelled = select(Label.id).where(Label.image_id == present.id).limit(1)
    example = select(Example.id).where(Example.image_id == present.id).limit(1)
    return session.scalar(labelled) is not None or session.scalar(example) is not None


def _described(scanned: ScannedImage) -> dict[str, Any]:
    read = scanned.read
    return {
        "sha256": read.sha256 or None,
        "size": read.size,
        "modified_ns": read.modified_ns,
        "width": read.facts.width if read.facts else None,
        "height": read.facts.height if read.facts else None,
        "specimen": scanned.file.specimen,
        "status": ImageStatus.READY if read.reason is None else ImageStatus.UNREADABLE,
        "reason": as_json(read.reason) if read.reason else None,
    }


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        facts = os.stat(path)
    except OSError:
        return None
    return facts.st_size, facts.st_mtime_ns
