"""Values that no project of ours holds, put into a project, and each command tried on it.

`python -m tests.faults.damaged_values` prints, for each kind of damage and each command, how it ended.
"""

import contextlib
import io
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.faults.random_damage import KEPT
from workbench.cli.app import run
from workbench.folders import backups_folder
from workbench.store.project import open_project

DAMAGES = {
    "settings of a run are no JSON": "UPDATE runs SET settings = '{\"way\": 5'",
    "settings of a run are a list": "UPDATE runs SET settings = '[1, 2]'",
    "settings of a run lack all": "UPDATE runs SET settings = '{}'",
    "options of a run are a number": "UPDATE runs SET options = '7'",
    "what a label was proposed with is no JSON": "UPDATE labels SET proposed_with = '{'",
    "the reason of an image is no JSON": "UPDATE images SET reason = 'nonsense', status = 'unreadable'",
    "the reason of an image has no code": "UPDATE images SET reason = '{\"a\": 1}', status = 'unreadable'",
    "the state of a checkpoint is no JSON": "UPDATE checkpoints SET state = 'x'",
    "a run has no date": "UPDATE runs SET created_at = 'yesterday'",
    "a label has no date": "UPDATE labels SET decided_at = '2026-99-99'",
    "a date is a number": "UPDATE tasks SET created_at = x'00ff'",
    "a role is none of ours": "UPDATE classes SET role = 'wizard'",
    "the state of an image is none of ours": "UPDATE images SET status = 'gone'",
    "the state of a run is none of ours": "UPDATE runs SET state = 'flying'",
    "a decision is none of ours": "UPDATE labels SET decision = 'perhaps'",
    "the layout of a task is none of ours": "UPDATE tasks SET layout = 'spiral'",
    "a task's name is no text": "UPDATE tasks SET name = CAST(x'ff41fe' AS TEXT)",
    "a class's name is no text": "UPDATE classes SET name = CAST(x'c328' || id AS TEXT)",
    "a labelling class's name is no text": "UPDATE labelling_classes SET name = CAST(x'c328' || id AS TEXT)",
    "an approach is no text": "UPDATE runs SET approach = CAST(x'ff' AS TEXT)",
    "a width is a word": "UPDATE images SET width = 'wide', size = 'large'",
    "a path is text": "UPDATE images SET path = 'somewhere' || id",
    "a hash is a number": "UPDATE images SET sha256 = 5",
    "seconds are infinite": "UPDATE runs SET seconds = 9e999",
    "weights are empty": "UPDATE checkpoints SET weights = x''",
    "tasks are gone": "DELETE FROM tasks",
    "the table of evaluations is gone": "DROP TABLE evaluations",
    "the table of runs is gone": "DROP TABLE runs",
    "the table of images is gone": "DROP TABLE images",
    "the table of labels is gone": "DROP TABLE labels",
    "the digests are gone": "DROP TABLE row_digests",
    "the chain is gone": "DROP TABLE digest_chain",
    "a column is gone": "ALTER TABLE labels DROP COLUMN confidence",
}


@dataclass(frozen=True)
class Ending:
    """How a command ended on a damaged project: its exit code and last words, or the error that it did not catch."""

    damage: str
    command: str
    code: int | None
    words: str


def whole_project(folder: Path) -> Path:
    """Return a project with runs and labels, which has a backup; backups are where `WORKBENCH_DATA` says."""
    path = Path(shutil.copy(KEPT, folder / "whole.mlwb"))
    with open_project(path, backups=backups_folder()) as project:
        project.back_up(backups_folder())
    return path


def damage(path: Path, statement: str) -> None:
    """Write into a file what our program never writes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        file.execute("PRAGMA foreign_keys = OFF")
        triggers = file.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            file.execute(f"DROP TRIGGER {name}")
        file.execute(statement)
        for _, text in triggers:
            with contextlib.suppress(sqlite3.OperationalError):  # Its table may be gone.
                file.execute(text)


def commands(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return each command with arguments that suit every project."""
    pictures, table = folder / "pictures", folder / "labels.csv"
    for name in ("oak", "ash"):
        (pictures / name).mkdir(parents=True, exist_ok=True)
        for number in range(2):
            Image.new("RGB", (20, 20), (number * 50, 9, 9)).save(pictures / name / f"{name}{number}.png")
    table.write_text(f"path,label\n{pictures / 'oak' / 'oak0.png'},oak\n")
    tiny = ("--image-size", "16", "--query", "1", "--episodes", "2", "--way", "2")
    return {
        "import": (str(pictures),),
        "traits": (str(table),),
        "train": ("--approach", "prototypical", *tiny),
        "evaluate": ("--episodes", "2", "--way", "2", "--query", "1"),
        "compare": ("--episodes", "2", "--way", "2", "--query", "1"),
        "resume": (),
        "label": ("--images", str(pictures), "--examples", str(pictures), "--output", str(folder / "out.csv")),
        "accept": (str(table),),
        "audit": (),
        "export": ("--output", str(folder / "exported.csv")),
        "runs": (),
        "check": (),
        "locate": (str(pictures), str(folder)),
        "repair": ("--output", str(folder / "repaired.mlwb")),
    }


def endings(folder: Path, damages: dict[str, str]) -> Iterator[Ending]:
    """Damage a project in each way, and try every command on a copy of it."""
    whole, tried = whole_project(folder), commands(folder)
    for name, statement in damages.items():
        for command, arguments in tried.items():
            path = Path(shutil.copy(whole, folder / "damaged.mlwb"))
            damage(path, statement)
            yield _ending(name, command, (str(path), *arguments))
            for left in (path, folder / "repaired.mlwb", folder / "exported.csv", folder / "out.csv"):
                left.unlink(missing_ok=True)


def _ending(name: str, command: str, arguments: tuple[str, ...]) -> Ending:
    said, complained = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(complained):
            code = run([command, *arguments])
    except Exception as error:  # noqa: BLE001 - whatever a command does not catch is what is looked for
        return Ending(name, command, None, f"{type(error).__name__}: {error}"[:300])
    lines = [line for line in (complained.getvalue() or said.getvalue()).splitlines() if line.strip()]
    return Ending(name, command, code, lines[-1] if lines else "")


if __name__ == "__main__":
    home = Path(tempfile.mkdtemp())
    os.environ["WORKBENCH_DATA"] = str(home / "data")
    chosen = {name: text for name, text in DAMAGES.items() if not sys.argv[1:] or sys.argv[1] in name}
    try:
        for ending in endings(home, chosen):
            sys.stdout.write(f"{ending.damage} | {ending.command} | {ending.code} | {ending.words[:230]}\n")
            sys.stdout.flush()
    finally:
        shutil.rmtree(home)
