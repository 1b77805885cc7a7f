"""Which of the classes and tasks that a folder holds a project has already."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.imaging.full_path import full_path
from workbench.imaging.scan import FolderLayout
from workbench.operations.tasks.found_classes import ClassKey, FoundClass, FoundClasses, name_key
from workbench.store.models import Image, ImageClass, Layout, Task
from workbench.store.project import Project


def stored_layout(layout: FolderLayout) -> Layout:
    """Return what a project keeps of a layout: whether there are classes."""
    return Layout.UNLABELLED if layout is FolderLayout.UNLABELLED else Layout.CLASSES


def tasks_at(session: Session, folders: Iterable[Path], layout: Layout) -> dict[Path, int]:
    """Return the tasks that have those folders."""
    query = select(Task.folder, Task.id).where(Task.folder.in_(list(folders)), Task.layout == layout)
    return dict(session.execute(query).all())


def known_classes(session: Session, tasks: Mapping[Path, int], found: FoundClasses) -> dict[ClassKey, int]:
    """Return the class in the project of each class found, where there is one.

    It has the same folder, even if it was renamed since, or one of its images is in one of the folders, or its name.
    """
    known: dict[ClassKey, int] = {}
    for folder, task_id in tasks.items():
        classes = list(session.scalars(select(ImageClass).where(ImageClass.task_id == task_id)))
        # The classes of a table have the folder of their task, which tells nothing.
        by_folder = {one.folder: one.id for one in classes if one.folder != folder}
        if found.layout is FolderLayout.SPLITS:
            by_folder = _by_image(session, task_id, folder) | by_folder
        by_name = {one.name: one.id for one in classes}
        by_key = {name_key(one.name): one.id for one in reversed(classes)}
        for key, one in found.of_task(folder):
            same_name = by_name.get(one.name)
            if same_name is None and found.layout is FolderLayout.SPLITS:
                same_name = by_key.get(name_key(one.name))
            number = _of_folders(one, by_folder) or same_name
            if number is not None:
                known[key] = number
    return known


def _of_folders(one: FoundClass, by_folder: Mapping[Path, int]) -> int | None:
    return next((by_folder[folder] for folder in one.folders if folder in by_folder), None)


def _by_image(session: Session, task_id: int, root: Path) -> dict[Path, int]:
    """Return the classes of the folders two below the root: a class of several folders has the path of one."""
    query = select(Image.path, Image.class_id).where(Image.task_id == task_id, Image.class_id.is_not(None))
    depth = len(root.parts) + 2
    return {
        Path(*path.parts[:depth]): class_id
        for path, class_id in session.execute(query)
        if class_id is not None and len(path.parts) > depth
    }


def layout_before(project: Project, folder: Path) -> FolderLayout | None:
    """Return the layout in which a folder of classes was imported, None for one that was not.

    What is detected may have changed since, or may not be what a person chose then; in another layout all of the images
    would be added once more.
    """
    folder = full_path(folder)
    with project.read() as session:
        task = session.scalar(select(Task.id).where(Task.folder == folder, Task.layout == Layout.CLASSES))
        if task is None:
            return None
        folders = list(session.scalars(select(ImageClass.folder).where(ImageClass.task_id == task)))
        query = select(Image.path, Image.specimen, ImageClass.folder).join(ImageClass).where(Image.task_id == task)
        images = session.execute(query.order_by(Image.specimen.is_(None), Image.id).limit(50)).all()
    depths = {len(one.relative_to(folder).parts) for one in folders if one.is_relative_to(folder)}
    if depths == {2}:
        return FolderLayout.SPLITS
    # The classes of a table have no folders.
    if depths != {1} or not all(path.is_relative_to(of_class) for path, _, of_class in images):
        return None
    specimens = [(path.parts[len(folder.parts) + 1 : -1], name) for path, name, _ in images if name is not None]
    by_folder = bool(specimens) and all(inside[:1] == (name,) for inside, name in specimens)
    return FolderLayout.INDIVIDUALS if by_folder else FolderLayout.CLASSES


def holds_tasks(project: Project, folder: Path) -> bool:
    """Say whether folders inside this one are tasks of the project."""
    folder = full_path(folder)
    query = select(Task.folder).where(Task.layout == Layout.CLASSES)
    with project.read() as session:
        return any(one.parent == folder for one in session.scalars(query))
