"""Measure how long the window's event loop is held up with 50,000 images, while labelling and while training.

`python -m tests.benchmarks.window [--keep FOLDER] [--images N]`; kept in a folder, the made project is used again.
"""

import os
import sys
import time
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from tests.benchmarks.event_loop import Watched
from tests.benchmarks.made_project import requested_project
from workbench.operations.runs.training_events import ReferenceImages
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.plots.embedding_plot import EmbeddingPlot
from workbench.ui.services.training_stage import Stage

SHORT = TrainingRequest("prototypical", image_size=28, query=5, episodes=40, validate_every=20, validation_episodes=20)
LONG = TrainingRequest("prototypical", image_size=28, episodes=20_000, validate_every=200, validation_episodes=50)
CLASSES = 8
KEYS = 60


def look(watched: Watched, path: Path) -> None:
    """Start, open, scroll."""
    with watched.phase("start page, everything but torch loaded"):
        watched.until(lambda: watched.window.loaded)
    with watched.phase("torch imported (once)"):
        watched.settle()
    with watched.phase("idle"):
        watched.run(5)
    watched.window.settings.remember_page(path, "images")
    with watched.phase("project opened, its images read and shown"):
        watched.open(path)
        watched.settle()
    bar = watched.page("images").images.grid.verticalScrollBar()
    with watched.phase("images scrolled"):
        for place in range(0, 300 * 60, 60):
            bar.setValue(place)
            watched.run(0.016)
    with watched.phase("images jumped through"):
        for place in np.random.default_rng(0).integers(0, max(1, bar.maximum()), 40):
            bar.setValue(int(place))
            watched.run(0.1)


def train(watched: Watched) -> None:
    """Train a short run to label with."""
    page = watched.page("learn")
    watched.until(lambda: page.new_run.form)
    page.new_run.show_request(SHORT)
    watched.until(page.controls.start.isEnabled)
    with watched.phase("a short run trained"):
        page.controls.start.click()
        watched.until(lambda: page.controller.stage is Stage.FINISHED)
        watched.settle()


def label(watched: Watched) -> None:
    """Propose for the whole pile and label by keyboard."""
    with watched.phase("label: images read, shown and embedded"):
        page = watched.page("label")
        watched.settle()
    open_images = [image.id for image in page.grid.cards.images[: 3 * CLASSES]]
    with watched.phase(f"label: {CLASSES} classes with three examples each"):
        for number in range(CLASSES):
            page.editing.add(f"class {number}")
        watched.settle()
        for number, row in enumerate(page.labelling.classes):
            page.editing.add_images(row, open_images[number::CLASSES])
        watched.until(lambda: page.labelling.has_proposals)
        watched.settle()
    times = []
    with watched.phase(f"label: {KEYS} keys, accepted and corrected"):
        for number in range(KEYS):
            key = Qt.Key.Key_Return if number % 3 else Qt.Key.Key_2
            started = time.perf_counter()
            QTest.keyClick(page.grid, key)
            page.grid.viewport().repaint()
            times.append(1000 * (time.perf_counter() - started))
            watched.run(0.15)
        watched.settle()
    sys.stdout.write(f"  from key to painted: median {median(times):.0f}, most {max(times):.0f} ms\n")
    with watched.phase("label: everything selected, accepted, undone"):
        QTest.keyClick(page.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(page.grid, Qt.Key.Key_Return)
        watched.settle()
        watched.workspace.undo()
        watched.settle()


def pan(watched: Watched) -> None:
    """Pan an embedding plot of 50,000 points, painted into a picture of the plot's size."""
    draw = np.random.default_rng(0)
    labels = np.sort(draw.integers(0, CLASSES, 50_000))
    paths, hashes = (Path("a.png"),) * len(labels), (b"",) * len(labels)
    plot = EmbeddingPlot(watched.workspace.context)
    plot.resize(900, 600)
    plot.show()
    names = tuple(f"class {number}" for number in range(CLASSES))
    plot.show_reference(ReferenceImages(paths, hashes, labels, names, None))
    plot.show_frame(draw.normal(size=(len(labels), 2)).astype(np.float32))
    picture = QImage(plot.size(), QImage.Format.Format_RGB32)
    times = []
    for number in range(40):
        started = time.perf_counter()
        plot.plot.view.translateBy(x=0.02 if number % 2 else -0.02)
        plot.render(picture)
        times.append(1000 * (time.perf_counter() - started))
    sys.stdout.write(f"embedding of 50,000 points, a frame after a pan: median {median(times):.0f}, ")
    sys.stdout.write(f"most {max(times):.0f} ms\n")


def train_watching(watched: Watched) -> None:
    """Watch a training on the page Learn, beside the idle figure."""
    page = watched.page("learn")
    page.new_run.show_request(LONG)
    watched.until(page.controls.start.isEnabled)
    page.controls.start.click()
    watched.until(lambda: len(page.controller.curve) > 5)
    with watched.phase("training, the page Learn shown"):
        watched.run(30)
    with watched.phase("training, the images scrolled"):
        bar = watched.page("images").images.grid.verticalScrollBar()
        for place in range(0, 200 * 60, 60):
            bar.setValue(place)
            watched.run(0.016)
    page.controls.stop.click()
    watched.settle()


def main() -> int:
    """Measure everything in one run."""
    with requested_project(__doc__) as path:
        watched = Watched()
        look(watched, path)
        train(watched)
        label(watched)
        pan(watched)
        train_watching(watched)
        watched.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
