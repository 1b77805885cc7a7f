"""Damage a project that has a backup at random, many times, repair it, and compare the new one with what there was.

`python -m tests.faults.random_repair [COUNT] [SEED]` prints the counts as JSON. A third of the damages are of eight
bytes, a third tear five pieces of 512 bytes, and a third 8,000 bytes; some leave zeros, others noise.
"""

import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.faults.random_damage import project_of_a_person, what_sees
from workbench.folders import backups_folder
from workbench.operations.progress import Silent
from workbench.operations.project.repair.repair_project import repair_project
from workbench.store.project import open_project

_PIECES = ((1, 8), (5, 512), (1, 8_000))  # how many of how many bytes


@dataclass(frozen=True)
class RepairCount:
    """Of `tried` repairs, how many have every row that there was, and how many new files pass the check.

    `not_as_before` are the numbers of those that lack or changed something.
    """

    tried: int
    seed: int
    as_before: int
    sound: int
    not_as_before: tuple[int, ...]


def count_repairs(folder: Path, count: int, seed: int) -> RepairCount:
    """Damage and repair a project `count` times, each time anew; backups are where `WORKBENCH_DATA` says."""
    path = project_of_a_person(folder)
    with open_project(path, backups=backups_folder()) as project:
        project.back_up(backups_folder())
    whole, before, chance = path.read_bytes(), rows_of(path), random.Random(seed)
    sound, amiss = 0, list[int]()
    for number in range(count):
        path.write_bytes(torn(whole, *_PIECES[number % len(_PIECES)], chance))
        new = folder / f"{number}.mlwb"
        repair_project(path, new, Silent())
        sound += what_sees(new, folder / "none") == (False, False)
        if rows_of(new) != before:
            amiss.append(number)
        new.unlink()
    return RepairCount(count, seed, count - len(amiss), sound, tuple(amiss))


def torn(whole: bytes, pieces: int, size: int, chance: random.Random) -> bytes:
    """Return a file's content with pieces of it torn."""
    content = bytearray(whole)
    for _ in range(pieces):
        at = chance.randrange(len(content) - size)
        content[at : at + size] = chance.randbytes(size) if chance.random() < 0.7 else bytes(size)
    return bytes(content)


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of a project but those of the chain of digests, which starts anew in a repaired one."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as file:
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            table: sorted(file.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608 - names of our own file
            for table in tables
            if table not in ("digest_chain", "sqlite_sequence")
        }


if __name__ == "__main__":
    tried, seeded = (int(given) for given in (*sys.argv[1:], *("300", "1")[len(sys.argv) - 1 :]))
    home = Path(tempfile.mkdtemp())
    os.environ["WORKBENCH_DATA"] = str(home / "data")
    try:
        sys.stdout.write(json.dumps(asdict(count_repairs(home, tried, seeded))) + "\n")
    finally:
        shutil.rmtree(home)
