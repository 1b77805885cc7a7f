"""Which names of folders stand for parts of one set, in the languages in which people name them."""

from pathlib import Path

import pytest

from workbench.imaging.grouping import Grouping
from workbench.imaging.scan import FolderLayout, FoundFile, detect_layout, scan
from workbench.imaging.split_folders import Split, are_split_folders, split_of


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("train", Split.TRAIN),
        ("Training", Split.TRAIN),
        ("train_images", Split.TRAIN),
        ("train2017", Split.TRAIN),
        ("meta-train", Split.TRAIN),
        ("Entrenamiento", Split.TRAIN),
        ("dev", Split.VALIDATION),
        ("valid", Split.VALIDATION),
        ("validaci\u00f3n", Split.VALIDATION),
        ("validacio\u0301n", Split.VALIDATION),
        ("datos de prueba", Split.TEST),
        ("hold-out", Split.TEST),
        ("Pr\u00fcfung", Split.TEST),
        ("oak", None),
        ("train station", None),
        ("testudo", None),
        ("2017", None),
    ],
)
def test_a_name_tells_which_part_it_is(name: str, split: Split | None) -> None:
    assert split_of(name) is split


def test_parts_are_two_kinds_at_least_and_nothing_else() -> None:
    assert are_split_folders(["train", "val", "test"])
    assert are_split_folders(["entrenamiento", "prueba"])
    assert not are_split_folders(["train", "training"])
    assert not are_split_folders(["train", "test", "oak"])
    assert not are_split_folders([])


def put(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")


def test_split_folders_hold_images_of_the_same_classes(tmp_path: Path) -> None:
    put(tmp_path, "set/train/oak/1.png", "set/val/oak/2.png", "set/test/elm/3.png", "set/readme/deep/notes")
    root = tmp_path / "set"
    assert detect_layout(root) is FolderLayout.SPLITS
    files = [file for file in scan(root, FolderLayout.SPLITS, Grouping()) if isinstance(file, FoundFile)]
    described = {file.path.name: (file.task, file.class_name, file.split) for file in files}
    assert described["1.png"] == ("set", "oak", Split.TRAIN)
    assert described["2.png"] == ("set", "oak", Split.VALIDATION)
    assert described["3.png"] == ("set", "elm", Split.TEST)
    assert described["notes"] == ("set", "deep", None)


def test_classes_named_train_and_test_are_classes(tmp_path: Path) -> None:
    put(tmp_path, "vehicles/train/1.png", "vehicles/test/2.png")
    assert detect_layout(tmp_path / "vehicles") is FolderLayout.CLASSES


def test_individuals_are_the_first_folders_inside_a_class(tmp_path: Path) -> None:
    put(tmp_path, "seals/grey/anna/1.png", "seals/grey/anna/left/2.png", "seals/grey/3.png")
    assert detect_layout(tmp_path / "seals") is FolderLayout.TASKS
    files = list(scan(tmp_path / "seals", FolderLayout.INDIVIDUALS, Grouping()))
    assert {(file.class_name, file.specimen) for file in files if isinstance(file, FoundFile)} == {
        ("grey", "anna"),
        ("grey", None),
    }
