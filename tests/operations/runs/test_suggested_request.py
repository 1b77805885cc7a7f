"""What a project's images suggest: the network by their looks, the episodes by what will be labelled."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.made_images import make_classes
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.planning.suggested_request import look_of, suggested_request
from workbench.operations.runs.training_checks import why_not_train
from workbench.operations.runs.training_request import TrainingRequest
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.words import Message

MANY, FEW = 170, 14  # classes, of which three fifths are for training
Paint = Callable[[np.random.Generator], NDArray[np.uint8]]


def characters(draw: np.random.Generator) -> NDArray[np.uint8]:
    """Paint black strokes on white."""
    pixels = np.full((40, 40), 255, np.uint8)
    for start in draw.integers(4, 30, 3):
        pixels[start : start + 3, 5:35] = 0
    return pixels


def shades(draw: np.random.Generator) -> NDArray[np.uint8]:
    """Paint a smooth grey surface."""
    across = np.linspace(draw.integers(0, 60), draw.integers(190, 256), 40)
    return np.tile(across, (40, 1)).astype(np.uint8)


def colours(draw: np.random.Generator) -> NDArray[np.uint8]:
    """Paint a smooth surface of some colour."""
    return (shades(draw)[..., None] * draw.uniform(0.2, 1.0, 3)).astype(np.uint8)


def fill(project: Project, folder: Path, paint: Paint, classes: int = FEW, images: int = 4) -> None:
    """Import a folder of classes, nearly all of which are for training."""
    draw = np.random.default_rng(0)
    for number in range(classes):
        home = folder / f"class_{number:02d}"
        home.mkdir(parents=True)
        for place in range(images):
            # No content twice: what all classes share is left out of episodes.
            pixels = paint(draw)
            pixels[0, :8] = draw.integers(0, 2, 8)[:, None] * 255 if pixels.ndim == 3 else draw.integers(0, 2, 8) * 255
            Image.fromarray(pixels).save(home / f"{place}.png")
    import_images(project, folder, ImportRequest(), Silent())


@pytest.mark.parametrize(
    ("paint", "coloured", "two_toned"), [(characters, False, True), (shades, False, False), (colours, True, False)]
)
def test_an_image_is_looked_at(paint: Paint, coloured: bool, two_toned: bool) -> None:
    pixels = paint(np.random.default_rng(0))
    look = look_of(pixels if pixels.ndim == 3 else np.repeat(pixels[..., None], 3, 2))
    assert (look.coloured, look.two_toned, look.small) == (coloured, two_toned, True)


@pytest.mark.parametrize(
    ("paint", "classes", "encoder"),
    [
        (characters, MANY, "conv4"),
        (characters, FEW, "efficientnet-lite0"),
        (shades, FEW, "efficientnet-lite0"),
        (colours, FEW, "efficientnet-lite0"),
    ],
)
def test_the_network_suits_the_images_and_the_training_can_begin(
    project: Project, tmp_path: Path, paint: Paint, classes: int, encoder: str
) -> None:
    fill(project, tmp_path / "images", paint, classes, images=3)
    request = suggested_request(project, Silent()).request
    assert request.encoder == encoder
    assert why_not_train(project, request) is None


def test_episodes_are_of_what_will_be_labelled(project: Project, tmp_path: Path) -> None:
    fill(project, tmp_path / "images", characters)
    add_examples_folder(project, make_classes(tmp_path / "examples", classes=7, images=2), Silent())
    suggestion = suggested_request(project, Silent())
    assert (suggestion.request.way, suggestion.request.shot, suggestion.request.query) == (7, 2, 2)
    assert "7 classes with 2 examples each" in str(suggestion.reason)


def test_episodes_are_never_larger_than_the_classes_allow(project: Project, tmp_path: Path) -> None:
    fill(project, tmp_path / "images", characters, classes=5, images=3)
    add_examples_folder(project, make_classes(tmp_path / "examples", classes=12, images=9), Silent())
    request = suggested_request(project, Silent()).request
    assert 2 <= request.way <= 5
    assert request.shot + request.query <= 3
    assert why_not_train(project, request) is None


def test_of_larger_episodes_there_are_fewer(project: Project, tmp_path: Path) -> None:
    fill(project, tmp_path / "images", characters, MANY, images=3)
    before = suggested_request(project, Silent()).request
    add_examples_folder(project, make_classes(tmp_path / "examples", classes=20, images=2), Silent())
    after = suggested_request(project, Silent()).request
    assert after.way > before.way
    assert after.episodes < before.episodes


def test_where_no_image_is_left_there_is_a_suggestion_all_the_same(project: Project, tmp_path: Path) -> None:
    fill(project, tmp_path / "images", characters)
    shutil.rmtree(tmp_path / "images")
    assert suggested_request(project, Silent()).request.encoder == "efficientnet-lite0"


def test_few_images_are_enough_where_looking_at_them_takes_long(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(project, tmp_path / "images", characters)
    monkeypatch.setattr("workbench.operations.runs.planning.suggested_request._SECONDS", 0.0)
    assert suggested_request(project, Silent()).request.way == 5


def test_an_empty_project_gets_the_usual_request(project: Project) -> None:
    suggestion = suggested_request(project, Silent())
    assert (suggestion.request, suggestion.reason) == (TrainingRequest("prototypical"), None)


def test_looking_at_images_stops_when_it_is_to(project: Project, tmp_path: Path) -> None:
    class Impatient:
        def report(self, share: float | None, text: Message) -> None:
            raise Cancelled

    fill(project, tmp_path / "images", characters)
    with pytest.raises(Cancelled):
        suggested_request(project, Impatient())
