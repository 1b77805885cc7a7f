"""What a scan finds in folders of every arrangement, and what it passes over."""

import os
import socket
from pathlib import Path

import pytest

from workbench.errors import UserError
from workbench.facts.file_reason import FileReason
from workbench.imaging import scan as scanning
from workbench.imaging.grouping import Grouping
from workbench.imaging.scan import FolderLayout, FoundFile, detect_layout, scan


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def files_in(root: Path, layout: FolderLayout = FolderLayout.CLASSES, grouping: str = "none") -> list[FoundFile]:
    return [file for file in scan(root, layout, Grouping.parse(grouping)) if isinstance(file, FoundFile)]


def passed_over(root: Path, layout: FolderLayout = FolderLayout.CLASSES) -> dict[str, str]:
    seen = scan(root, layout, Grouping())
    return {file.path.relative_to(root).as_posix(): str(file.reason) for file in seen if isinstance(file, FileReason)}


def test_folders_of_images_are_classes_of_one_task(tmp_path: Path) -> None:
    put(tmp_path, "fish/cod/b.png", "fish/cod/a.png", "fish/bream/c.png")
    root = tmp_path / "fish"
    assert detect_layout(root) == FolderLayout.CLASSES
    assert [(file.task, file.class_name, file.path.name) for file in files_in(root)] == [
        ("fish", "bream", "c.png"),
        ("fish", "cod", "a.png"),
        ("fish", "cod", "b.png"),
    ]
    assert files_in(root)[0] == FoundFile(root / "bream/c.png", "fish", root, "bream", root / "bream", None)


def test_folders_of_folders_are_one_task_each(tmp_path: Path) -> None:
    put(tmp_path, "Greek/alpha/1.png", "Greek/beta/1.png", "Latin/a/1.png")
    assert detect_layout(tmp_path) == FolderLayout.TASKS
    first, _, last = files_in(tmp_path, FolderLayout.TASKS)
    assert (first.task, first.class_name) == ("Greek", "alpha")
    assert (last.task_folder, last.class_folder) == (tmp_path / "Latin", tmp_path / "Latin/a")


def test_images_without_folders_have_no_class(tmp_path: Path) -> None:
    put(tmp_path, "flat/1.png", "flat/2.jpg", "flat/deeper/3.png")
    root = tmp_path / "flat"
    assert detect_layout(root) == FolderLayout.UNLABELLED
    assert [(file.task, file.class_name, file.class_folder) for file in files_in(root, FolderLayout.UNLABELLED)] == [
        ("flat", None, None)
    ] * 3


def test_the_layout_follows_most_images_not_other_files(tmp_path: Path) -> None:
    put(tmp_path, "readme.txt", "labels.csv", "licence.md", "cod/1.PNG", "cod/2.jpeg", "stray.png")
    assert detect_layout(tmp_path) == FolderLayout.CLASSES


def test_where_no_file_is_named_like_an_image_every_file_counts(tmp_path: Path) -> None:
    put(tmp_path, "cod/1", "cod/2.dat", "bream/3")
    assert detect_layout(tmp_path) == FolderLayout.CLASSES


def test_a_folder_without_files_yields_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty class").mkdir()
    assert detect_layout(tmp_path) == FolderLayout.CLASSES
    assert list(scan(tmp_path, FolderLayout.CLASSES, Grouping())) == []


def test_images_deeper_inside_a_class_folder_belong_to_the_class(tmp_path: Path) -> None:
    put(tmp_path, "cod/left/1.png", "cod/left/near/2.png", "cod/3.png")
    assert {file.class_name for file in files_in(tmp_path)} == {"cod"}
    specimens = {file.path.name: file.specimen for file in files_in(tmp_path, grouping="subfolder")}
    assert specimens == {"1.png": "left", "2.png": "left/near", "3.png": None}


def test_files_outside_class_folders_are_passed_over_with_a_reason(tmp_path: Path) -> None:
    put(tmp_path, "stray.png", "Greek/stray.png", "Greek/alpha/1.png")
    (reason,) = passed_over(tmp_path).values()
    assert "class folder" in reason
    assert passed_over(tmp_path) == {"stray.png": reason}
    assert passed_over(tmp_path, FolderLayout.TASKS) == {"stray.png": reason, "Greek/stray.png": reason}
    assert passed_over(tmp_path, FolderLayout.UNLABELLED) == {}


def test_hidden_files_and_those_of_the_system_are_not_mentioned(tmp_path: Path) -> None:
    put(
        tmp_path, "cod/.DS_Store", "cod/Thumbs.db", "cod/desktop.ini", "__MACOSX/cod/1.png", ".git/a/1.png", "cod/1.png"
    )
    assert [file.path.name for file in files_in(tmp_path)] == ["1.png"]
    assert passed_over(tmp_path) == {}


def test_empty_files_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "cod/1.png")
    (tmp_path / "cod/0.png").touch()
    assert passed_over(tmp_path).keys() == {"cod/0.png"}


def test_a_folder_named_like_an_image_is_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "x.png/1.png")
    assert [file.class_name for file in files_in(tmp_path)] == ["x.png"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_pipes_sockets_and_devices_are_named_and_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "cod/1.png")
    os.mkfifo(tmp_path / "cod/pipe.png")
    (tmp_path / "cod/zero.png").symlink_to("/dev/zero")
    monkeypatch.chdir(tmp_path / "cod")  # The name of a socket must be short.
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("plug.png")
        reasons = passed_over(tmp_path)
    assert reasons.keys() == {"cod/pipe.png", "cod/zero.png", "cod/plug.png"}
    assert all("regular file" in reason for reason in reasons.values())


def test_each_real_folder_is_visited_once_whatever_links_lead_to_it(tmp_path: Path) -> None:
    put(tmp_path, "data/cod/1.png", "outside/eel/2.png")
    root = tmp_path / "data"
    (root / "cod/loop").symlink_to(root)
    (root / "a link").symlink_to(root / "cod")
    (root / "eels").symlink_to(tmp_path / "outside/eel")
    (root / "self.png").symlink_to(root / "self.png")
    assert [file.path for file in files_in(root)] == [root / "cod/1.png", root / "eels/2.png"]
    assert passed_over(root).keys() == {"a link", "cod/loop", "self.png"}


def test_a_link_to_a_file_counts_and_a_link_to_nowhere_is_named(tmp_path: Path) -> None:
    put(tmp_path, "kept.png", "data/cod/1.png")
    (tmp_path / "data/cod/2.png").symlink_to(tmp_path / "kept.png")
    (tmp_path / "data/cod/3.png").symlink_to(tmp_path / "gone.png")
    assert [file.path.name for file in files_in(tmp_path / "data")] == ["1.png", "2.png"]
    assert "broken link" in passed_over(tmp_path / "data")["cod/3.png"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a person who may not read everything")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    put(tmp_path, "cod/1.png", "eel/1.png")
    (tmp_path / "eel").chmod(0)
    assert "permission" in passed_over(tmp_path)["eel"]
    (tmp_path / "eel").chmod(0o700)


STRANGE = ["new\nline", "rtl\u202egnp", "\U0001f41f", "100%s {name}", "'quo\"tes;--", "n" * 255, "CON", "<b>bold"]


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses such names")
@pytest.mark.parametrize("name", STRANGE)
def test_strange_names_come_through(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"{name}/{name}")
    (only,) = files_in(tmp_path)
    assert (only.class_name, only.path) == (name, tmp_path / name / name)


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses such names")
def test_names_that_are_no_text_are_found_and_can_be_shown(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9")
    put(tmp_path, f"{name}/sub/1.png")
    (only,) = files_in(tmp_path, grouping="subfolder")
    assert only.path.read_bytes() == b"x"
    assert only.class_name == "caf�"
    (only,) = files_in(tmp_path / name, grouping="(.*)")
    assert only.task.encode() == "caf�".encode()


def test_names_of_classes_are_composed(tmp_path: Path) -> None:
    put(tmp_path, "cafe\u0301/1.png")
    (only,) = files_in(tmp_path)
    assert only.class_name == "caf\u00e9"
    assert only.class_folder is not None
    assert only.class_folder.exists()


def test_a_folder_given_in_passing_is_named_by_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "fish/cod/1.png")
    monkeypatch.chdir(tmp_path / "fish")
    assert [file.task for file in files_in(Path())] == ["fish"]
    monkeypatch.chdir(tmp_path / "fish/cod")
    (only,) = files_in(Path(".."))
    assert only.task == "fish"
    assert only.path.is_absolute()


@pytest.mark.parametrize(
    ("grouping", "name", "specimen"),
    [
        ("none", "fish12_3.jpg", None),
        ("prefix", "fish12_3.jpg", "fish12"),
        ("prefix", "Royal-Gala_12-3.jpg", "Royal-Gala_12"),
        ("prefix", "alone.jpg", None),
        ("prefix", "_1.jpg", None),
        (r"id(\d+)", "x id7 left.jpg", "7"),
        (r"id\d+", "x id7 left.jpg", "id7"),
        (r"id\d+", "nothing.jpg", None),
        (r"id(\d+)?", "id.jpg", None),
        ("subfolder", "1.jpg", None),
    ],
)
def test_specimens_are_told_by_name(tmp_path: Path, grouping: str, name: str, specimen: str | None) -> None:
    put(tmp_path, f"cod/{name}")
    assert [file.specimen for file in files_in(tmp_path, grouping=grouping)] == [specimen]


def test_a_pattern_that_is_none_is_refused_in_words() -> None:
    with pytest.raises(UserError) as error:
        Grouping.parse("(a[")
    assert "(a[" in error.value.text.values.values()


@pytest.mark.parametrize("name", ["missing", "file.png", "file.png/inside", "nul\0name"])
def test_what_is_not_a_folder_is_refused_at_once(tmp_path: Path, name: str) -> None:
    put(tmp_path, "file.png")
    with pytest.raises(UserError, match=r"[Cc]hoose"):
        detect_layout(tmp_path / name)
    with pytest.raises(UserError, match="folder"):
        scan(tmp_path / name, FolderLayout.CLASSES, Grouping())


def test_folders_nested_deeper_than_pythons_stack_are_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    here = Path("cod")
    for _ in range(40):
        here = here / ("d" * 40)
    here.mkdir(parents=True)
    put(here, "1.png")
    assert [file.path.name for file in files_in(tmp_path)] == ["1.png"]


class Refusing(Exception):
    """The person asked to stop."""


@pytest.mark.parametrize("files", [{"cod": 950}, {f"class {number}": 1 for number in range(950)}])
def test_a_request_to_stop_is_heard_before_a_few_hundred_more_files_are_looked_at(
    tmp_path: Path, files: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, *(f"{folder}/{number}.png" for folder, count in files.items() for number in range(count)))
    looked_at, asked = [], []

    def going_on() -> None:
        asked.append(len(looked_at))
        if len(asked) == 5:
            raise Refusing

    kind = scanning._kind
    monkeypatch.setattr(scanning, "_kind", lambda entry: looked_at.append(entry) or kind(entry))
    with pytest.raises(Refusing):
        detect_layout(tmp_path, going_on)
    assert len(looked_at) <= 500
    asked.clear()
    looked_at.clear()
    with pytest.raises(Refusing):
        list(scan(tmp_path, FolderLayout.CLASSES, Grouping(), going_on))
    assert len(looked_at) <= 500
