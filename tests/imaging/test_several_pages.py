"""Which page and which channels of a file are shown, to the person and to the model alike."""

import hashlib
import io
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from tests.fact_codes import code_of
from tests.imaging.stacks import SIDE, by_axes, interleaved, plain
from workbench.errors import UserError
from workbench.imaging.decode import Unreadable, decode, decode_full, inspect
from workbench.imaging.opening import look_for_pages
from workbench.imaging.page_choice import AS_IT_IS, PageChoice, choice_of, parts_of_key, picture_key, stored_choice
from workbench.imaging.several_pages import PageCount
from workbench.imaging.thumbnails import WORTH_A_COPY, thumbnail


def shown(data: bytes, choice: PageChoice) -> list[int]:
    """Return the colour of the last row, which the model sees, too."""
    pixels = decode_full(data, None, choice)
    assert (decode(data, SIDE, 3, choice=choice).transpose(1, 2, 0) == pixels).all()
    return pixels[-1, -1].tolist()


def page(number: int) -> PageChoice:
    return PageChoice(page=number)


def test_a_page_is_taken_by_its_number() -> None:
    data = plain(0, 90, 200)
    assert inspect(data).pages == PageCount(3, 1, 2)
    assert shown(data, AS_IT_IS) == [90] * 3
    assert [shown(data, page(number))[0] for number in (1, 2, 3)] == [0, 90, 200]
    assert inspect(data, page(3)).pages.page == 3


def test_a_projection_has_the_brightest_of_each_pixel() -> None:
    assert shown(plain(40, 200, 90), PageChoice("max")) == [200] * 3
    deep = np.asarray(decode_full(plain(1000, 3000, 2000, dtype="uint16"), None, PageChoice("max")))
    assert (deep[0].max(), deep[1:].min()) == (0, 255)


def test_of_a_negative_the_projection_is_brightest_too() -> None:
    dark, bright = np.full((SIDE, SIDE), 900, np.uint16), np.full((SIDE, SIDE), 100, np.uint16)
    dark[0] = bright[0] = 500
    file = io.BytesIO()
    with tifffile.TiffWriter(file) as writer:
        for values in (dark, bright):
            writer.write(values, photometric="miniswhite", metadata=None)
    pixels = decode_full(file.getvalue(), None, PageChoice("max"))
    assert (pixels[1:].min(), pixels[0].max()) == (255, 0)


def test_a_page_that_is_not_there_is_named() -> None:
    with pytest.raises(Unreadable) as raised:
        inspect(plain(90, 200), page(3))
    assert code_of(raised.value.text) == "image.no_such_page"


def test_a_file_with_one_page_is_read_as_it_is() -> None:
    assert shown(plain(90), PageChoice(7, (3, 2, 1))) == [90] * 3


def test_pages_of_different_sizes_have_no_projection() -> None:
    file = io.BytesIO()
    sizes = [Image.new("L", (size, size), 9) for size in (8, 9)]
    sizes[0].save(file, "TIFF", save_all=True, append_images=sizes[1:])
    with pytest.raises(Unreadable) as raised:
        inspect(file.getvalue(), PageChoice("max"))
    assert code_of(raised.value.text) == "image.uneven_pages"


@pytest.mark.parametrize(("axes", "kind"), [("ZCYX", "imagej"), ("ZCYX", "ome"), ("CZYX", "ome")])
def test_pages_are_told_from_channels_by_the_axes(axes: str, kind: str) -> None:
    by_plane = np.array([[10, 20, 30], [40, 50, 60]])  # two planes of three channels
    data = by_axes(by_plane if axes[0] == "Z" else by_plane.T, axes, kind)
    assert inspect(data).pages == PageCount(2, 3, 1)
    assert shown(data, page(2)) == [40] * 3
    assert shown(data, PageChoice(2, (3, 1, 2))) == [60, 40, 50]
    assert shown(data, PageChoice("max", (1, 2, 3))) == [40, 50, 60]


def test_samples_of_a_pixel_are_channels_too() -> None:
    data = interleaved(10, 20, 30, 40, 50)
    assert inspect(data).pages == PageCount(1, 5, 1)
    assert shown(data, AS_IT_IS) == [10] * 3
    assert shown(data, PageChoice(channels=(5, 1, 3))) == [50, 10, 30]
    with pytest.raises(Unreadable) as raised:
        inspect(data, PageChoice(channels=(6, 1, 1)))
    assert code_of(raised.value.text) == "image.no_such_channel"


def test_deep_channels_are_scaled_each_by_itself() -> None:
    assert shown(interleaved(100, 5000, 60000, 9, dtype="uint16"), PageChoice(channels=(1, 2, 3))) == [255] * 3


def test_colours_of_a_photograph_are_no_channels_to_choose() -> None:
    file = io.BytesIO()
    Image.new("RGB", (SIDE, SIDE), (10, 20, 30)).save(file, "TIFF")
    assert inspect(file.getvalue()).pages == PageCount()
    assert shown(file.getvalue(), PageChoice(channels=(3, 2, 1))) == [10, 20, 30]


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_the_frames_of_an_animation_are_pages(kind: str, tmp_path: Path) -> None:
    frames = [Image.new("RGB", (SIDE, SIDE), (value, value, value)) for value in (20, 220, 120)]
    path = tmp_path / "moving"
    frames[0].save(
        path, kind, save_all=True, append_images=frames[1:], **({"lossless": True} if kind == "WEBP" else {})
    )
    data = path.read_bytes()
    assert inspect(data).pages == look_for_pages(path) == PageCount(3)
    assert shown(data, AS_IT_IS) == [20] * 3
    assert shown(data, page(3)) == [120] * 3
    assert shown(data, PageChoice("max")) == [220] * 3


def test_a_look_at_the_headers_tells_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "stack.tif").write_bytes(plain(0, 90))
    (tmp_path / "note.tif").write_text("no image")
    assert look_for_pages(tmp_path / "stack.tif") == PageCount(2)
    assert look_for_pages(tmp_path / "note.tif") == PageCount()


def test_two_choices_have_two_keys_and_no_choice_the_hash_alone() -> None:
    content = hashlib.sha256(b"x").digest()
    choices = [AS_IT_IS, page(2), PageChoice("max"), PageChoice(None, (3, 2, 1)), PageChoice(2, (3, 2, 1))]
    keys = [picture_key(content, choice) for choice in choices]
    assert keys[0] == content
    assert len(set(keys)) == len(choices)
    assert [parts_of_key(key) for key in keys] == [(content, choice) for choice in choices]
    assert [stored_choice(choice.stored()) for choice in choices] == choices


@pytest.mark.parametrize(
    ("typed", "channels"), [("0", None), ("-1", None), ("two", None), (None, "1,2"), (None, "a,b,c")]
)
def test_what_is_no_choice_is_refused(typed: str | None, channels: str | None) -> None:
    with pytest.raises(UserError):
        choice_of(typed, channels)


def test_two_choices_never_share_a_thumbnail(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    path, file = tmp_path / "stack.tif", io.BytesIO()
    noise = [Image.fromarray(rng.integers(low, low + 60, (160, 160), np.uint8)) for low in (0, 180)]
    noise[0].save(file, "TIFF", save_all=True, append_images=noise[1:])
    path.write_bytes(file.getvalue())
    assert len(file.getvalue()) > WORTH_A_COPY
    content = hashlib.sha256(file.getvalue()).digest()
    for _ in range(2):  # The second time from the copies.
        means = [
            thumbnail(path, picture_key(content, choice), 96, tmp_path / "cache").mean()
            for choice in (AS_IT_IS, page(1), page(2))
        ]
        assert means[0] == pytest.approx(means[1], abs=1)
        assert means[2] - means[0] > 150
    assert len(list((tmp_path / "cache").rglob("*.jpg"))) == 3
