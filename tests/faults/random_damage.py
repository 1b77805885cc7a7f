"""Damage eight bytes of a project file at random, many times, and count what `check` sees.

`python -m tests.faults.random_damage [COUNT] [SEED]` prints the counts as JSON: `seen`; `harmless`, where everything in
the project is as it was; `unseen`, which is what must not be; `seen_before`, what the integrity check of the database,
its foreign keys and the hashes of weights saw of the same damages, as before rows had digests; and `seen_by_sqlite`,
what the integrity check alone saw.
"""

import json
import random
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.store.integrity import project_faults
from workbench.store.models import Image, ImageStatus, Label
from workbench.store.project import open_project
from workbench.store.project_check import check_open_project
from workbench.store.row_digests import text_as_it_is

KEPT = Path(__file__).parents[1] / "store" / "old_projects" / "schema_4.mlwb"


@dataclass(frozen=True)
class DamageCount:
    """What became of `tried` damages; `unseen_at` are the offsets of those that nothing saw."""

    tried: int
    seed: int
    seen: int
    harmless: int
    unseen: int
    seen_before: int
    seen_by_sqlite: int
    harmful_unseen_before: int
    unseen_at: tuple[int, ...]


def count_damages(folder: Path, count: int, seed: int) -> DamageCount:
    """Damage a project `count` times, each time anew."""
    whole = project_of_a_person(folder)
    content, before = whole.read_bytes(), everything_in(whole)
    chance, counts, unseen = random.Random(seed), Counter[str](), list[int]()
    for number in range(count):
        at, eight = chance.randrange(len(content) - 8), chance.randbytes(8)
        path = folder / f"{number}.mlwb"
        path.write_bytes(content[:at] + eight + content[at + 8 :])
        seen, seen_before = what_sees(path, folder / "none")
        harmless = not (seen and seen_before) and everything_in(path) == before
        counts["seen"] += seen
        counts["seen before"] += seen_before
        counts["seen by sqlite"] += not passes_integrity_check(path)
        counts["harmless"] += harmless and not seen
        counts["unseen before"] += not seen_before and not harmless
        if not seen and not harmless:
            unseen.append(at)
        path.unlink()
    return DamageCount(
        count, seed, counts["seen"], counts["harmless"], len(unseen), counts["seen before"], counts["seen by sqlite"],
        counts["unseen before"], tuple(unseen),
    )  # fmt: skip


def project_of_a_person(folder: Path) -> Path:
    """Return a project with three runs, some hundred images more than they learned from, and labels of most of them."""
    path = Path(shutil.copy(KEPT, folder / "whole.mlwb"))
    chance = random.Random(0)
    with open_project(path, backups=folder / "backups") as project, project.write() as session:
        for number in range(600):
            image = Image(
                task_id=7, path=Path(f"/home/ada/Pictures/traps/2026/site {number % 9}/IMG_{number:05}.JPG"),
                sha256=chance.randbytes(32), size=chance.randrange(10**6), modified_ns=chance.randrange(10**18),
                width=4032, height=3024, specimen=f"IMG_{number // 3:05}", status=ImageStatus.READY,
            )  # fmt: skip
            session.add(image)
            session.flush()
            if number % 6:
                session.add(a_label(image.id, number, chance))
    return path


def a_label(image_id: int, number: int, chance: random.Random) -> Label:
    return Label(
        set_id=1, image_id=image_id, class_id=1 + number % 4, decision=Decision.CORRECTED, who="ada",
        proposed_name="class_02", confidence=chance.random(), second_name="class_03",
        second_confidence=chance.random() / 2, run_id=1,
        proposed_with={"run": 1, "uses_pile": True, "learns": True, "examples": 8},
    )  # fmt: skip


def what_sees(path: Path, backups: Path) -> tuple[bool, bool]:
    """Return whether the check sees damage, and whether it would without digests."""
    try:
        with open_project(path, backups=backups, read_only=True) as project:
            return bool(check_open_project(project).faults), bool(project_faults(project))
    except UserError:
        return True, True


def passes_integrity_check(path: Path) -> bool:
    """Whether SQLite finds nothing wrong."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as file:
            return file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False


def everything_in(path: Path) -> object:
    """Return all definitions, rows and numbers of a file; None where they cannot be read."""
    address = f"{path.as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as file, text_as_it_is(file):
            definitions = file.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2").fetchall()
            tables = [name for kind, name, *_ in definitions if kind == "table"]
            rows = {table: sorted(file.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}  # noqa: S608
            numbers = [file.execute(f"PRAGMA {name}").fetchone() for name in ("user_version", "application_id")]
            return definitions, rows, numbers
    except sqlite3.DatabaseError:
        return None


if __name__ == "__main__":
    tried, seeded = (int(given) for given in (*sys.argv[1:], *("700", "1")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as home:
        sys.stdout.write(json.dumps(asdict(count_damages(Path(home), tried, seeded))) + "\n")
