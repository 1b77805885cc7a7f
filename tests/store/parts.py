"""Small real parts of projects, and programs that hold one open."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import select

from workbench.facts.decision import Decision
from workbench.store.connections import log_of
from workbench.store.models import Image, ImageStatus, Label, LabellingSet, Layout, Task
from workbench.store.project import Project, create_project, open_project

ROOT = Path(__file__).parents[2]


def a_task(name: str) -> Task:
    return Task(name=name, folder=Path("/pictures"), layout=Layout.CLASSES)


def an_image(task_id: int, path: Path) -> Image:
    return Image(task_id=task_id, path=path, size=10, modified_ns=1, status=ImageStatus.READY)


def add_task(project: Project, name: str) -> int:
    with project.write() as session:
        task = a_task(name)
        session.add(task)
        session.flush()
        return task.id


def add_label(project: Project) -> int:
    with project.write() as session:
        task, labelling = a_task("new"), LabellingSet(name="birds")
        session.add_all([task, labelling])
        session.flush()
        image = an_image(task.id, Path("/pictures/1.png"))
        session.add(image)
        session.flush()
        label = Label(set_id=labelling.id, image_id=image.id, decision=Decision.UNKNOWN, who="Ada")
        session.add(label)
        session.flush()
        return label.id


def task_names(project: Project) -> list[str]:
    with project.read() as session:
        return list(session.scalars(select(Task.name).order_by(Task.id)))


def a_file_in_place_of(folder: Path) -> None:
    """Let nothing be written to a folder, whoever writes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def another_program(script: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run a script in a program of its own, killed without warning at the end."""
    command = [sys.executable, "-c", script, *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        try:
            yield program
        finally:
            program.kill()


def line_of(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


def renamed_after_a_kill(folder: Path) -> Path:
    """Leave a project `new.mlwb` with a task, and a second in `old.mlwb-wal`, as where it was killed and renamed."""
    path, kept, log = folder / "old.mlwb", folder / "kept", folder / "log"
    with create_project(path) as project:
        add_task(project, "first")
    with open_project(path, backups=folder / "backups") as project:
        shutil.copyfile(path, kept)
        add_task(project, "second")
        shutil.copyfile(log_of(path), log)
    path.unlink()
    log.rename(log_of(path))
    return kept.rename(folder / "new.mlwb")
