"""Project files that are damaged, cut, foreign or torn."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.faults.oracle import checked, hold_names, hold_sound
from tests.faults.random_damage import count_damages, everything_in
from tests.faults.random_repair import count_repairs
from tests.faults.row import Place, Row, hold
from tests.faults.scenes import to_label
from tests.store.test_damage import PAGE, other_programs
from workbench.errors import UserError
from workbench.folders import backups_folder
from workbench.operations.project.opening import is_damage, open_to_work
from workbench.store.backups import newest_backup
from workbench.store.file_identity import APPLICATION_ID, SCHEMA

Damage = Callable[[bytes, Place], bytes]


def _cut(content: bytes, place: Place) -> bytes:
    return content[: place.chance.randrange(1, len(content))]


def _flipped(content: bytes, place: Place) -> bytes:
    """Exchange pages for noise, zeros or one another."""
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    for _ in range(place.chance.randint(1, 4)):
        one, other = place.chance.randrange(1, len(pages)), place.chance.randrange(1, len(pages))
        way = place.chance.randrange(3)
        pages[one] = (place.chance.randbytes(PAGE), bytes(PAGE), pages[other])[way]
    return b"".join(pages)


def _another_number(content: bytes, place: Place, at: int) -> bytes:
    number = place.chance.randrange(SCHEMA + 1, 2**31).to_bytes(4, "big")
    return content[:at] + number + content[at + 4 :]


_DAMAGES: dict[str, Damage] = {
    "cut": _cut,
    "pages": _flipped,
    "another id": lambda content, place: _another_number(content, place, 68),
    "newer": lambda content, place: _another_number(content, place, 60),
    "empty": lambda content, place: b"",
    "text": lambda content, place: ("Dear diary,\n" * place.chance.randint(1, 9999)).encode(),
    "noise": lambda content, place: place.chance.randbytes(place.chance.randint(1, 200_000)),
    "foreign": lambda content, place: other_programs(place.chance.choice([0, SCHEMA]), APPLICATION_ID),
}


def damage_a_file(place: Place) -> str:
    path = to_label().copied(place.folder)
    with open_to_work(path) as project:
        project.back_up(backups_folder())
    other = place.folder / "poetry.txt"
    other.write_text("theirs")
    kind, before = list(_DAMAGES)[place.number % len(_DAMAGES)], everything_in(path)
    damaged = _DAMAGES[kind](path.read_bytes(), place)
    path.write_bytes(damaged)
    said = _refusal(path)
    report = checked(path) if said is None or is_damage(said) else None
    if said is None:
        hold(that=kind == "pages", otherwise=f"{kind}: it is opened as if nothing were wrong")
        # A page that holds nothing, as where a finished run gave up what only resuming needs, may hold anything.
        seen = bool(report and report["damage"])
        hold(that=seen or everything_in(path) == before, otherwise="the check finds no damage")
        return f"{kind}: opened, {'found by the check' if seen else 'nothing of the project damaged'}"
    backup = newest_backup(path, backups_folder())
    hold(that=backup is not None, otherwise="the backup is gone")
    offers = not is_damage(said) or str(backup) in str(said)
    hold(that=offers, otherwise=f"the backup is not named: {said}")
    hold(that=path.read_bytes() == damaged, otherwise="the damaged file was changed")
    hold(that=other.read_text() == "theirs", otherwise="another file was changed")
    hold_names(place.folder, ["made.mlwb", "poetry.txt"])
    shutil.copy(str(backup), path)
    hold_sound(path)
    return f"{kind}: {str(said)[:80]}"


def _refusal(path: Path) -> UserError | None:
    """Return what is said where a project is opened; what was changed by it is closed again."""
    try:
        open_to_work(path).close()
    except UserError as error:
        return error
    return None


def damage_eight_bytes(place: Place) -> str:
    count = count_damages(place.folder, 5, seed=place.chance.randrange(2**31))
    hold(that=not count.unseen_at, otherwise=f"unseen at {count.unseen_at}, seed {count.seed}")
    return json.dumps({"seen": count.seen, "harmless": count.harmless})


def tear_and_repair(place: Place) -> str:
    count = count_repairs(place.folder, 3, seed=place.chance.randrange(2**31))
    hold(that=not count.not_as_before, otherwise=f"{count.not_as_before} are not as before, seed {count.seed}")
    hold(that=count.sound == count.tried, otherwise=f"only {count.sound} of {count.tried} are sound")
    return json.dumps({"as before": count.as_before, "sound": count.sound})


ROWS = (
    Row("damaged-file", "project file cut, pages flipped, wrong id, newer, empty, text", 24, 5000, damage_a_file),
    Row("eight-bytes", "eight bytes of a project damaged, five times a trial", 3, 1000, damage_eight_bytes),
    Row("repair", "a torn project repaired, three times a trial", 2, 400, tear_and_repair),
)
