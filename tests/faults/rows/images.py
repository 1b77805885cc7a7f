"""Images that change while they are worked on, names of every kind, and damaged image files."""

import os
import random
import threading
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from tests.faults.image_mutants import count_mutants
from tests.faults.oracle import checked, hold_labels
from tests.faults.row import Place, Row, hold
from tests.made_images import make_classes, make_nested_tasks, pattern, variant
from tests.operations.conftest import SHORT
from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.labelling.export_labels import ExportFormat, export_labels
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project
from workbench.operations.runs.training import train_approach
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images


@contextmanager
def _changing(files: list[Path], chance: random.Random) -> Iterator[list[str]]:
    """Move, delete, change, empty and cut files, one after another, until the work is done; yield what was done."""
    done, is_over = list[str](), threading.Event()

    def change_one(path: Path) -> None:
        kind = chance.choice(["moved", "deleted", "changed", "emptied", "cut", "FIFO"])
        with suppress(FileNotFoundError):
            _CHANGES[kind](path, chance)
            done.append(kind)

    def work() -> None:
        while files and not is_over.is_set():
            change_one(files.pop())

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield done
    finally:
        is_over.set()
        thread.join()


def _fifo(path: Path, chance: random.Random) -> None:
    path.unlink()
    os.mkfifo(path)


_CHANGES: dict[str, Callable[[Path, random.Random], object]] = {
    "moved": lambda path, chance: path.rename(path.with_name(f"moved {path.name}")),
    "deleted": lambda path, chance: path.unlink(),
    "changed": lambda path, chance: path.write_bytes(chance.randbytes(300)),
    "emptied": lambda path, chance: path.write_bytes(b""),
    "cut": lambda path, chance: path.write_bytes(path.read_bytes()[:60]),
    "FIFO": _fifo,
}


def change_images(place: Place) -> str:
    """Change images while they are imported, learned from, labelled or exported."""
    home, works = place.folder.parent / "pictures", ("import", "train", "export")
    name = works[place.number % len(works)]
    make_nested_tasks(home / "images")
    make_classes(home / "examples", classes=4, images=6)
    files = [path for path in home.rglob("*.png") if place.chance.random() < 0.4]
    place.chance.shuffle(files)
    with new_project(place.folder / "made.mlwb") as project:
        labels = dict[str, str]()
        if name != "import":
            labels = _begun(project, home)
        with _changing(files, place.chance) as done:
            said = _said_by(name, project, home, place)
    hold_labels(project.path, labels)
    report = checked(project.path)
    amiss = [fault for fault in report["damage"] if "changed since" not in fault]
    hold(that=not amiss, otherwise=f"check finds {amiss[:2]}")
    return f"{name}, {len(done)} files changed: {said or 'done'}"[:300]


def _begun(project: Project, home: Path) -> dict[str, str]:
    """Import and label; return the labels by name of image."""
    import_images(project, home / "images", ImportRequest(), Silent())
    add_examples_folder(project, home / "examples", Silent())
    known = labelling_classes(project)[0]
    chosen = {image.path.name: image for image in list_images(project)[:6]}
    decide(project, [Decided(image.id, known.id, Decision.CORRECTED, "other", 0.5) for image in chosen.values()])
    return dict.fromkeys(chosen, known.name)


def _said_by(name: str, project: Project, home: Path, place: Place) -> str:
    try:
        if name == "import":
            report = import_images(project, home / "images", ImportRequest(), Silent())
            return f"{report.added} imported"
        if name == "train":
            train_approach(project, replace(SHORT, episodes=60), Silent())
        else:
            export_labels(project, ExportFormat.FOLDERS, place.folder / "labels", Silent())
    except UserError as error:
        return str(error)
    return ""


_PARTS = (
    "a", "Ä", "A\u0308", "ß", "İ", "名", "😀", "\u202e", "\u200b", "\n", "\r", "\t", "'", '"', "`", "\\", "%s", "{0}",
    "{x:>9}", "$HOME",
    "<img src=x>", "&amp;", "=1+1", "+1", "-1", "@a", ";", ",", "|", "*", "?", ":", " ", "  ", ".", "..", "CON",
    "nul", "COM1", "--help", "~", "#", "DROP TABLE images;--", "\x1b[31m", "\x07", "\udcff", "\ud800",
)  # fmt: skip


def strange_names(place: Place) -> str:
    """Import classes and images with strange names: every image is imported or listed, and exported without loss."""
    home, count = place.folder.parent / "pictures", 0
    for number in range(3):
        for image in range(3):
            folder = home / _strange_name(place.chance)
            with suppress(OSError, UnicodeEncodeError):
                folder.mkdir(parents=True, exist_ok=True)
                path = folder / f"{_strange_name(place.chance)}.png"
                if not path.exists():
                    variant(pattern(number), place.number * 10 + image).save(path, "PNG")
                    count += 1
    if not count:
        return "no name was taken by the disk"
    with new_project(place.folder / "made.mlwb") as project:
        report = import_images(project, home, ImportRequest(), Silent())
        images = list_images(project)
        skipped, there = len(report.skipped), sum(_is_shown(path, home) for path in home.rglob("*"))
        hold(that=there <= len(images) + skipped, otherwise=f"of {there}, {len(images)} imported and {skipped} listed")
    hold(that=not checked(project.path)["damage"], otherwise="check finds damage")
    return f"{len(images)} imported, {skipped} listed"


def _is_shown(path: Path, home: Path) -> bool:
    """Whether it is a file that is not hidden; of hidden ones nothing is said."""
    return path.is_file() and not any(part.startswith(".") for part in path.relative_to(home).parts)


def _strange_name(chance: random.Random) -> str:
    name = "".join(chance.choice(_PARTS) for _ in range(chance.randint(1, 6))).replace("/", "")
    name = unicodedata.normalize(chance.choice(["NFC", "NFD"]), name) if chance.random() < 0.5 else name
    if chance.random() < 0.1:
        name *= 40
    name = name.strip() if name in (".", "..") else name
    return os.fsdecode(os.fsencode(name.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))[:240]) or "x"


def mutate_images(place: Place) -> str:
    """Damage image files at random, a hundred a trial."""
    count = count_mutants(100, place.chance.randrange(2**31))
    hold(that=not count.amiss, otherwise=f"seed {count.seed}: {count.amiss[:3]}")
    return f"{count.decoded} decoded, {count.refused} refused, {count.slowest:.2f} s, {count.largest} MB"


ROWS = (
    Row("images-change", "images moved, deleted, changed, emptied, FIFOs while worked on", 6, 60, change_images),
    Row("broken-images", "mutants of images, a hundred a trial", 0, 2000, mutate_images, limit=600),
    Row("names", "names: long, newline, right-to-left, emoji, NFC and NFD, quotes, devices, no UTF-8", 20, 2000,
        strange_names),
)  # fmt: skip
