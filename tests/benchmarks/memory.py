"""Measure what memory the window holds: with 1,400 photographs and three runs, and over rounds of all its work.

`python -m tests.benchmarks.memory DATA` uses the Grocery photographs in the folder DATA; without it images are made.
`--rounds 50` opens a project, trains, labels and closes it so many times. Figures are the process's resident memory;
what the system shares with others, as libraries, counts in full.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import psutil
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.benchmarks.archives import unpacked
from tests.benchmarks.event_loop import Watched
from tests.benchmarks.made_project import make_project
from workbench.imaging.scan import FolderLayout
from workbench.kept_memory import give_back_freed_memory, keep_freed_memory
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project
from workbench.operations.runs.training_request import TrainingRequest
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.ui.services.training_stage import Stage

PHOTOGRAPHS = 1_400
LIMIT = 700  # megabytes after the work of an hour
SHORT = TrainingRequest("prototypical", image_size=28, query=5, episodes=40, validate_every=20, validation_episodes=20)
RUNS = {
    "small network": TrainingRequest("prototypical", image_size=28, episodes=400, validate_every=200),
    "frozen features": TrainingRequest("prototypical", encoder="efficientnet-lite0", episodes=400, validate_every=200),
    "MAML": TrainingRequest("maml", image_size=28, episodes=100, validate_every=50, validation_episodes=50),
}


class Person:
    """Goes through the window's work, and says what memory it holds."""

    def __init__(self) -> None:
        self.watched = Watched()
        self.watched.until(lambda: self.watched.window.loaded)
        self.watched.settle()

    def held(self) -> float:
        """Return the resident memory, in megabytes."""
        return psutil.Process().memory_info().rss / 1e6

    def say(self, what: str) -> float:
        """Print what is held now."""
        held = self.held()
        sys.stdout.write(f"{what:<44} {held:6.0f} MB\n")
        sys.stdout.flush()
        return held

    def train(self, request: TrainingRequest) -> None:
        """Train a run on the page Learn."""
        page = self.watched.page("learn")
        self.watched.until(lambda: page.new_run.form)
        page.new_run.show_request(request)
        self.watched.until(page.controls.start.isEnabled)
        page.controls.start.click()
        self.watched.until(lambda: page.controller.stage is Stage.TRAINING)
        self.watched.until(lambda: page.controller.stage is Stage.FINISHED)
        self.watched.settle()

    def label(self, name: str) -> None:
        """Give a new class three examples and label ten images."""
        page = self.watched.page("label")
        self.watched.settle()
        open_images = [image.id for image in page.grid.cards.images[:6]]
        for number in range(2):
            page.editing.add(f"{name} {number}")
            self.watched.settle()
        for number, row in enumerate(page.labelling.classes[-2:]):
            page.editing.add_images(row, open_images[number::2])
        self.watched.until(lambda: page.labelling.has_proposals)
        self.watched.settle()
        for _ in range(10):
            QTest.keyClick(page.grid, Qt.Key.Key_Return)
            self.watched.run(0.05)
        self.watched.settle()

    def close_project(self) -> None:
        """Go back to the start page."""
        self.watched.window.close_project()
        self.watched.until(lambda: self.watched.window.workspace is None)
        self.watched.settle()


def an_hour(person: Person, path: Path) -> float:
    """Do what a person does in an hour, in less; return the megabytes held at its end."""
    person.say("start page, everything loaded")
    person.watched.open(path)
    person.watched.page("images")
    person.watched.settle()
    person.say("project opened, its images shown")
    for name, request in RUNS.items():
        person.train(request)
        person.say(f"trained: {name}")
    person.watched.page("check")
    person.watched.settle()
    person.say("Check shown")
    person.label("season")
    person.say("labelled")
    person.watched.run(5)
    last = person.say("five seconds later")
    person.close_project()
    person.say("project closed")
    return last


def rounds(person: Person, path: Path, count: int) -> list[float]:
    """Open, train, label and close so many times; return the megabytes held after each."""
    held = []
    for number in range(count):
        person.watched.open(path)
        person.train(SHORT)
        person.label(f"round {number}")
        person.close_project()
        give_back_freed_memory()  # As the window does when it has been at rest for a while.
        held.append(person.say(f"round {number + 1}"))
    return held


def grocery_project(folder: Path, data: Path) -> Path:
    """Make a project of 1,400 photographs: twenty classes to learn from, and a pile."""
    groceries = unpacked(data / "grocery81_128px.zip", "grocery81")
    path, learned, pile = folder / "grocery.mlwb", folder / "learned", folder / "pile"
    homes = sorted(home for home in groceries.glob("*/*") if home.is_dir())
    for number, home in enumerate(homes):
        for file in sorted(home.iterdir())[: PHOTOGRAPHS // len(homes)]:
            place = learned / home.name if number % 4 == 0 else pile
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{home.name}-{file.name}").symlink_to(file)
    with new_project(path) as project:
        for source, layout in ((learned, FolderLayout.CLASSES), (pile, FolderLayout.UNLABELLED)):
            import_images(project, source, ImportRequest(layout), Silent())
    return path


def main() -> int:
    """Measure what is asked for; 1 where more is held than the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, help="the folder of the Grocery photographs")
    parser.add_argument("--images", type=int, default=PHOTOGRAPHS, help="that are made where there is no data")
    parser.add_argument("--rounds", type=int, default=0)
    asked = parser.parse_args()
    keep_freed_memory()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["WORKBENCH_DATA"] = str(folder / "data")
        path = grocery_project(folder, asked.data) if asked.data else make_project(folder / "made", asked.images)
        person = Person()
        if asked.rounds:
            held = rounds(person, path, asked.rounds)
            middle, last = held[len(held) // 2], held[-1]
            sys.stdout.write(f"growth over the second half: {last - middle:+.0f} MB\n")
            return 0 if last - middle < 0.02 * middle else 1
        return 0 if an_hour(person, path) <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
