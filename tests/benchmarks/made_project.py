"""A made project of any size: classes to learn from, and a pile to label, of small images that all differ."""

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import numpy as np
from PIL import Image

from workbench.imaging.scan import FolderLayout
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project
from workbench.operations.tasks.import_images import ImportRequest, import_images

CLASSES = 40
SHOTS = 25  # images of each class
SIDE = 48  # pixels


def make_project(folder: Path, images: int) -> Path:
    """Make FOLDER/made.mlwb with `images` images, of which a thousand are in forty classes and the rest in a pile."""
    draw = np.random.default_rng(0)
    patterns = [np.kron(draw.integers(40, 215, (6, 6, 3)), np.ones((8, 8, 1))) for _ in range(CLASSES)]
    for number in range(CLASSES):
        home = folder / "classes" / f"class_{number:02d}"
        home.mkdir(parents=True)
        for place in range(SHOTS):
            _write(patterns[number], home / f"{place:02d}.png", draw)
    pile = folder / "pile"
    pile.mkdir()
    for place in range(images - CLASSES * SHOTS):
        _write(patterns[place % CLASSES], pile / f"{place:06d}.png", draw)
    path = folder / "made.mlwb"
    with new_project(path) as project:
        for source, layout in ((folder / "classes", FolderLayout.CLASSES), (pile, FolderLayout.UNLABELLED)):
            import_images(project, source, ImportRequest(layout), Silent())
    return path


@contextmanager
def requested_project(description: str | None, *, more: int = 0) -> Iterator[Path]:
    """Read the command line, and make the project it asks for, with so many `more` images, where it was not kept."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("data", nargs="?", help="not needed: the images are made")
    parser.add_argument("--keep", type=Path, help="folder in which the made project stays")
    parser.add_argument("--images", type=int, default=50_000)
    chosen = parser.parse_args()
    with nullcontext(chosen.keep) if chosen.keep else tempfile.TemporaryDirectory() as place:
        os.environ["WORKBENCH_DATA"] = str(Path(place) / "data")
        path = Path(place) / "made" / "made.mlwb"
        if not path.exists():
            make_project(path.parent, chosen.images + more)
        yield path


def _write(pattern: np.ndarray, path: Path, draw: np.random.Generator) -> None:
    noisy = pattern + draw.integers(-30, 31, pattern.shape)
    Image.fromarray(noisy.clip(0, 255).astype(np.uint8)).save(path, compress_level=1)
