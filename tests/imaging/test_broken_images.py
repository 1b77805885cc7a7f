"""Files that give no image: refused with a reason, never a crash."""

import random

import pytest
from PIL import Image

from tests.fact_codes import code_of
from tests.imaging.pictures import colourful, encoded, png_header, samples_of_every_format
from workbench.imaging import unreadable
from workbench.imaging.decode import decode, decode_full, inspect
from workbench.imaging.unreadable import Unreadable
from workbench.words import Message


def reason(data: bytes) -> Message:
    with pytest.raises(Unreadable) as refused:
        inspect(data)
    for look in (lambda: decode(data, 28, 1), lambda: decode_full(data, 100)):
        with pytest.raises(Unreadable) as again:
            look()
        assert again.value.text == refused.value.text
    return refused.value.text


def test_an_empty_file_is_refused() -> None:
    assert code_of(reason(b"")) == "image.empty"


@pytest.mark.parametrize("data", [b"hello, I am text", bytes(500), b"\x89PNG", b"GIF89a"])
def test_what_is_no_image_is_refused(data: bytes) -> None:
    assert code_of(reason(data)) == "image.unknown_format"


@pytest.mark.parametrize("format", ["PNG", "JPEG", "BMP", "GIF"])
def test_half_a_file_ends_too_early(format: str) -> None:
    data = encoded(colourful(200, 200), format)
    assert code_of(reason(data[: len(data) // 2])) == "image.truncated"


@pytest.mark.parametrize("format", ["WEBP", "TIFF"])
def test_half_a_file_of_other_formats_is_refused_too(format: str) -> None:
    data = encoded(colourful(200, 200), format)
    assert str(reason(data[: len(data) // 2]))


def test_a_format_outside_the_list_is_not_even_tried() -> None:
    assert code_of(reason(encoded(colourful(), "TGA"))) == "image.unknown_format"


@pytest.mark.parametrize(("format", "name"), [("PPM", "PNM"), ("ICO", "ICO"), ("PDF", "PDF"), ("EPS", "EPS")])
def test_a_format_that_is_known_but_not_read_is_named(format: str, name: str) -> None:
    refused = reason(encoded(colourful(), format))
    assert code_of(refused) == "image.foreign_format"
    assert name in str(refused.values["format"])


FOREIGN = {
    b"8BPS\0\1": "PSD",
    b"\0\0\0\x0cJXL \r\n": "JPEG XL",
    b"<svg xmlns='http://www.w3.org/2000/svg'/>": "SVG",
    b"<?xml version='1.0'?>\n<svg/>": "SVG",
    b"\0\0\0\x18ftypmp42\0\0\0\0": "MP4",
    b"\0\0\0\x18ftypcrx \0\0\0\1": "CR3",
    b"II*\0\x10\0\0\0CR\x02\0": "CR2",
    b"SIMPLE  =                    T": "FITS",
}


@pytest.mark.parametrize("data", FOREIGN)
def test_what_cameras_microscopes_and_drawing_programs_write_is_named(data: bytes) -> None:
    refused = reason(data)
    assert code_of(refused) == "image.foreign_format"
    assert FOREIGN[data] in str(refused.values["format"])


def test_a_bomb_is_refused_with_its_size_and_the_limit() -> None:
    assert dict(reason(png_header(30000, 30000)).values) == {"megapixels": 900, "limit": 200}


def test_an_image_just_above_the_limit_does_not_seem_to_be_within_it() -> None:
    assert reason(png_header(20001, 10000)).values["megapixels"] == 201


def test_a_file_too_large_is_refused_with_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unreadable, "LARGEST_FILE", 2**20)
    assert dict(reason(bytes(2 * 2**20)).values) == {"megabytes": 2, "limit": 1}


def test_broken_metadata_around_sound_pixels_does_not_matter() -> None:
    data = encoded(colourful(), "JPEG", exif=b"Exif\0\0MM\0*" + bytes(range(40)))
    assert inspect(data).width == 24


def mutant(data: bytes, rng: random.Random) -> bytes:
    if rng.random() < 0.2:
        return data[: rng.randrange(len(data))]
    changed = bytearray(data)
    reach = min(len(data), 120) if rng.random() < 0.6 else len(data)
    for _ in range(rng.choice((1, 2, 4, 16))):
        changed[rng.randrange(reach)] = rng.choice((0, 1, 127, 255, rng.randrange(256)))
    return bytes(changed)


def decoded_or_refused(data: bytes) -> bool:
    try:
        inspect(data)
        decode(data, 28, 1)
        decode_full(data, 64)
    except Unreadable as refused:
        return not str(refused.text)
    return True


@pytest.mark.slow
def test_damaged_files_are_decoded_or_refused_and_write_nothing_to_the_terminal(capfd: pytest.CaptureFixture) -> None:
    rng = random.Random(7)
    seeds = samples_of_every_format()
    assert all(decoded_or_refused(seed) for seed in seeds)
    outcomes = [decoded_or_refused(mutant(rng.choice(seeds), rng)) for _ in range(1500)]
    assert 100 < sum(outcomes) < 1400
    assert capfd.readouterr() == ("", "")


def test_pillows_own_limit_is_off_so_that_ours_alone_holds() -> None:
    assert Image.MAX_IMAGE_PIXELS is None
