"""What an import lists beside what it adds: damaged images first, sidecar files counted, doubtful frames named."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Picture
from PIL import ImageFilter

from tests.fact_codes import code_of
from tests.made_images import make_classes, pattern, variant
from workbench.errors import UserError
from workbench.facts import fact
from workbench.facts.file_reason import FileReason
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.doubtful_frames import DoubtfulFrames
from workbench.operations.tasks.image_overview import image_overview
from workbench.operations.tasks.import_images import import_images
from workbench.operations.tasks.import_report import ImportRequest
from workbench.operations.tasks.skipped_files import damaged_first


def test_sidecar_files_are_counted_apart_and_do_not_bury_a_damaged_image(project: Project, tmp_path: Path) -> None:
    folder = make_classes(tmp_path / "photos", classes=2, images=3)
    for number in range(40):
        for suffix in (".json", ".xmp", ".TXT"):
            (folder / "class_00" / f"a{number}{suffix}").write_text("about")
    (folder / "class_00" / "a.mp4").write_bytes(b"\0\0\0\x18ftypisom" + bytes(40))
    (folder / "class_01" / "zz.png").write_bytes((folder / "class_00" / "image_00.png").read_bytes()[:60])
    report = import_images(project, folder, ImportRequest(), Silent())
    assert (report.added, report.sidecars) == (6, 120)
    assert [file.path.name for file in report.skipped] == ["zz.png", "a.mp4"]
    assert [file.path.name for file in image_overview(project).skipped] == ["zz.png", "a.mp4"]


def test_where_nothing_can_be_imported_each_file_is_named_with_its_reason(project: Project, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    for number in range(12):
        (tmp_path / "photos" / f"broken{number:02d}.png").write_bytes(b"no image")
    with pytest.raises(UserError) as refused:
        import_images(project, tmp_path / "photos", ImportRequest(), Silent())
    said = str(refused.value)
    assert [number for number in range(12) if f"broken{number:02d}.png: " in said] == list(range(10))
    assert "12" in said.splitlines()[0]
    assert "2" in said.splitlines()[-1]


def test_damaged_images_come_first_and_what_was_never_an_image_last() -> None:
    strange, damaged = fact("image.unknown_format"), fact("image.damaged")
    files = [
        FileReason(Path("a.mov"), strange),
        FileReason(Path("b"), fact("file.no_permission")),
        FileReason(Path("c.png"), strange),
        FileReason(Path("d.jpg"), damaged),
    ]
    assert [file.path.name for file in damaged_first(files)] == ["c.png", "d.jpg", "b", "a.mov"]


def sharp(seed: int, size: int = 128) -> Picture.Image:
    """Return a drawing full of edges."""
    blocks = np.random.default_rng(seed).integers(0, 2, (16, 16)) * 180 + 30
    return Picture.fromarray(np.kron(blocks, np.ones((size // 16, size // 16))).astype("u1"))


@pytest.fixture
def drawings(tmp_path: Path) -> Path:
    folder = tmp_path / "drawings"
    folder.mkdir()
    for number in range(12):
        sharp(number).save(folder / f"{number:02d}.png")
    return folder


def test_frames_that_show_nothing_are_imported_and_listed(project: Project, drawings: Path) -> None:
    draw = np.random.default_rng(0)
    for name, level in (("lid.png", 3), ("sun.png", 250), ("fog.png", 120)):
        Picture.fromarray((level + draw.integers(0, 4, (90, 120))).astype("u1")).save(drawings / name)
    report = import_images(project, drawings, ImportRequest(), Silent())
    assert report.added == 15
    listed = {frame.path.name: code_of(frame.reason) for frame in report.frames}
    assert listed == {"lid.png": "frame.black", "sun.png": "frame.white", "fog.png": "frame.one_tone"}
    assert any(warning.values.get("count") == 3 for warning in report.warnings)


@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_frames_out_of_focus_are_listed_beside_sharp_ones(project: Project, drawings: Path, suffix: str) -> None:
    sharp(50, 640).filter(ImageFilter.GaussianBlur(12)).save(drawings / f"soft.{suffix}")
    # A sharp subject before a soft background is in focus.
    portrait = sharp(51, 640).filter(ImageFilter.GaussianBlur(12))
    portrait.paste(sharp(52, 240), (200, 200))
    portrait.save(drawings / f"portrait.{suffix}")
    report = import_images(project, drawings, ImportRequest(), Silent())
    assert [(frame.path.stem, code_of(frame.reason)) for frame in report.frames] == [("soft", "frame.out_of_focus")]


def test_a_folder_that_is_soft_altogether_is_left_alone(project: Project, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / "soft").mkdir(exist_ok=True)
        sharp(number).filter(ImageFilter.GaussianBlur(2 + number / 4)).save(tmp_path / "soft" / f"{number}.png")
    assert import_images(project, tmp_path / "soft", ImportRequest(), Silent()).frames == ()


def test_pictures_of_a_few_pixels_are_never_called_out_of_focus(project: Project, tmp_path: Path) -> None:
    (tmp_path / "tiny").mkdir()
    for number in range(12):
        variant(pattern(number), number).resize((24, 24)).save(tmp_path / "tiny" / f"{number}.png")
    assert import_images(project, tmp_path / "tiny", ImportRequest(), Silent()).frames == ()


def test_nothing_seen_is_nothing_listed() -> None:
    assert DoubtfulFrames().listed() == ()
