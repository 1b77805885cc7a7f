"""Measure how long the page Label holds up the window with 50,000 images to label, beside the limit.

`python -m tests.benchmarks.label_window [--keep FOLDER] [--images N]`; kept in a folder, the made project is used
again, and so are its features and the graph of its images.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.benchmarks.event_loop import Watched
from tests.benchmarks.made_project import CLASSES as PATTERNS
from tests.benchmarks.made_project import SHOTS, requested_project
from workbench.errors import UserError
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.example_changes import add_examples
from workbench.operations.labelling.labelling_set import labelling_classes, tasks_to_label
from workbench.operations.progress import Silent
from workbench.operations.project.opening import open_to_work
from workbench.operations.runs.record import find_run
from workbench.operations.runs.training import train_approach
from workbench.operations.runs.training_request import TrainingRequest
from workbench.operations.tasks.images import list_images

LIMIT = 100  # milliseconds
SHORT = TrainingRequest("prototypical", image_size=28, query=5, episodes=40, validate_every=20, validation_episodes=20)
CLASSES, KEYS, STEPS = 8, 20, 20


def prepare(path: Path) -> None:
    """Train a run and give classes their examples, where that was not done before."""
    with open_to_work(path) as project:
        try:
            find_run(project, "latest")
        except UserError:
            train_approach(project, SHORT, Silent())
        if labelling_classes(project):
            return
        images = list_images(project, tasks=tasks_to_label(project))
        for number in range(CLASSES):
            class_id = add_class(project, f"class {number}").class_id
            # Image after image, patterns take turns.
            add_examples(project, class_id, [image.id for image in images[number : 3 * PATTERNS : PATTERNS]])


def label(watched: Watched, path: Path) -> None:
    """Open the page, label by keyboard, move the slider, look again."""
    watched.until(lambda: watched.window.loaded)
    watched.settle()
    watched.open(path)
    with watched.phase("images shown, embedded and proposed for"):
        page = watched.page("label")
        watched.until(lambda: page.labelling.has_proposals)
    with watched.phase("how strangers look is measured, proposed again"):
        watched.settle()
    with watched.phase(f"{KEYS} images labelled with keys"):
        for number in range(KEYS):
            QTest.keyClick(page.grid, Qt.Key.Key_Return if number % 3 else Qt.Key.Key_2)
            watched.run(0.25)
    with watched.phase("proposals come after the last key"):
        watched.settle()
    slider = page.centre.keep.slider
    with watched.phase("strangers' slider moved"):
        for number in range(STEPS):
            slider.setValue(95 - number)
            watched.run(0.1)
        watched.settle()
    sys.stdout.write(f"  labels to look at again: {len(page.labelling.doubted_rows()):,}\n")
    with watched.phase("gone through what to look at again (F8)"):
        for _ in range(KEYS):
            QTest.keyClick(page, Qt.Key.Key_F8)
            watched.run(0.1)
        watched.settle()


def main() -> int:
    """Measure, and say whether every gap is within the limit."""
    with requested_project(__doc__, more=PATTERNS * SHOTS) as path:
        prepare(path)
        watched = Watched()
        label(watched, path)
        watched.close()
    over = {name: longest for name, longest in watched.longest.items() if longest > LIMIT}
    for name, longest in over.items():
        sys.stdout.write(f"over the limit of {LIMIT} ms: {name}, {longest:.0f} ms\n")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
