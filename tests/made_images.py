"""Small made images for tests: every class is a pattern of blocks, every image of it a shifted, noisy copy."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def pattern(seed: int) -> NDArray[np.uint8]:
    """Return a 5×5 pattern of blocks, drawn at 20×20."""
    blocks = np.random.default_rng(seed).integers(0, 2, (5, 5)) * 200
    return np.kron(blocks, np.ones((4, 4))).astype(np.uint8)


def variant(base: NDArray[np.uint8], seed: int) -> Image.Image:
    """Return a copy of a pattern, shifted by up to one pixel and with noise that no other copy has."""
    draw = np.random.default_rng(seed)
    moved = np.roll(base, tuple(draw.integers(-1, 2, 2)), (0, 1)).astype(int)
    return Image.fromarray((moved + draw.integers(0, 40, base.shape)).clip(0, 255).astype(np.uint8))


def make_classes(folder: Path, classes: int = 8, images: int = 6, seed: int = 0) -> Path:
    """Write FOLDER/class_NN/image_NN.png."""
    for number in range(classes):
        home = folder / f"class_{number:02d}"
        home.mkdir(parents=True)
        base = pattern(1000 * seed + number)
        for place in range(images):
            variant(base, 100_000 * seed + 100 * number + place).save(home / f"image_{place:02d}.png")
    return folder


def make_nested_tasks(folder: Path, tasks: int = 3, classes: int = 6, images: int = 6) -> Path:
    """Write FOLDER/task_NN/class_NN/image_NN.png."""
    for number in range(tasks):
        make_classes(folder / f"task_{number:02d}", classes, images, seed=number + 1)
    return folder


def make_pile(folder: Path, classes: int = 4, images: int = 5, seed: int = 0) -> dict[str, str]:
    """Write FOLDER/NNN.png, further images of the classes of `make_classes`; return the class of each file."""
    folder.mkdir(parents=True)
    truth = {}
    for number in range(classes):
        for place in range(images):
            name = f"{number * images + place:03d}.png"
            variant(pattern(1000 * seed + number), 50_000 + 100 * number + place).save(folder / name)
            truth[name] = f"class_{number:02d}"
    return truth
