"""What every kind of image file looks like once decoded."""

import warnings

import numpy as np
import pytest
from PIL import Image

from tests.imaging.pictures import colourful, encoded, of, tiff_16_bit_rgb
from workbench.facts.fit import Fit
from workbench.imaging.decode import ImageProperties, decode, decode_full, inspect

GREYS = [[0, 255], [100, 200]]


def full(data: bytes) -> list:
    return decode_full(data, None).tolist()


def grey(data: bytes) -> list:
    return decode(data, 2, 1)[0].tolist()


def test_grey_pixels_stay_as_they_are() -> None:
    assert grey(encoded(of(GREYS))) == GREYS
    assert full(encoded(of(GREYS))) == [[[v] * 3 for v in row] for row in GREYS]


def test_colours_stay_as_they_are_and_become_luminance_in_grey() -> None:
    data = encoded(of([[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [10, 10, 10]]]))
    assert full(data) == [[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [10, 10, 10]]]
    assert decode(data, 2, 3)[:, 0, 0].tolist() == [255, 0, 0]
    assert grey(data) == [[76, 150], [29, 10]]


def test_one_bit_becomes_grey_before_it_is_resized() -> None:
    checks = of(np.indices((8, 8)).sum(0) % 2 * 255).convert("1")
    values = decode(encoded(checks), 3, 1)
    assert np.isin(values, (0, 255)).sum() < 9
    assert abs(float(values.mean()) - 127.5) < 20


def test_transparency_is_laid_on_white() -> None:
    half = of([[[0, 128], [0, 255]], [[200, 0], [100, 255]]])
    assert half.mode == "LA"
    assert grey(encoded(half)) == [[127, 0], [255, 100]]
    coloured = of([[[255, 0, 0, 255], [255, 0, 0, 0]]])
    assert full(encoded(coloured)) == [[[255, 0, 0], [255, 255, 255]]]
    assert full(encoded(coloured, "WEBP", lossless=True)) == [[[255, 0, 0], [255, 255, 255]]]


def test_palettes_are_looked_up_with_and_without_transparency() -> None:
    image = of([[0, 1]]).convert("P")
    image.putpalette([10, 20, 30, 200, 100, 50])
    assert full(encoded(image)) == [[[10, 20, 30], [200, 100, 50]]]
    assert full(encoded(image, transparency=1)) == [[[10, 20, 30], [255, 255, 255]]]
    assert full(encoded(image, transparency=b"\xff\x80")) == [[[10, 20, 30], [227, 177, 152]]]
    assert full(encoded(image, "GIF", transparency=0))[0][0] == [255, 255, 255]
    assert full(encoded(image, "BMP")) == [[[10, 20, 30], [200, 100, 50]]]


def test_a_palette_with_alpha_is_laid_on_white() -> None:
    image = of([[0, 1]]).convert("P")
    image.putpalette([10, 20, 30, 200, 100, 50])
    with_alpha = image.convert("PA")
    with_alpha.putalpha(of([[255, 0]]))
    assert with_alpha.mode == "PA"
    assert full(encoded(with_alpha, "TIFF")) == [[[10, 20, 30], [255, 255, 255]]]


def test_one_transparent_colour_without_a_palette_is_white() -> None:
    assert grey(encoded(of(GREYS), transparency=100)) == [[0, 255], [255, 200]]
    assert full(encoded(of([[[1, 2, 3], [4, 5, 6]]]), transparency=(1, 2, 3))) == [[[255] * 3, [4, 5, 6]]]


@pytest.mark.parametrize("format", ["PNG", "TIFF"])
def test_sixteen_bits_are_scaled_by_percentile(format: str) -> None:
    values = np.linspace(1000, 3000, 1001).astype(np.uint16).reshape(7, 143)
    values[0, 0] = 65535  # One hot pixel must not make the rest black.
    shown = decode_full(encoded(of(values, np.uint16), format), None)[:, :, 0]
    assert shown[0, 0] == 255
    assert shown[0, 1] == 0
    assert abs(int(shown[3, 71]) - 127) <= 2


@pytest.mark.parametrize("dtype", [np.int32, np.float32])
def test_wide_and_floating_pixels_are_scaled_by_percentile(dtype: type) -> None:
    values = np.linspace(-70000, 70000, 400).reshape(20, 20)
    shown = decode_full(encoded(of(values, dtype), "TIFF"), None)[:, :, 0]
    assert (shown.min(), shown.max()) == (0, 255)
    assert abs(int(shown[10, 0]) - 128) <= 2


def test_what_is_not_a_number_is_black_and_left_out_of_the_scale() -> None:
    values = np.full((10, 10), 50.0)
    values[:5] = 100.0
    values[0, :3] = np.nan, np.inf, -np.inf
    shown = decode_full(encoded(of(values, np.float32), "TIFF"), None)[:, :, 0]
    assert shown[0, :3].tolist() == [0, 0, 0]
    assert (shown[4, 0], shown[9, 9]) == (255, 0)
    values[9, 9] = 75.0
    assert decode_full(encoded(of(values, np.float32), "TIFF"), None)[9, 9, 0] == 128


def test_a_deep_image_of_one_value_is_black_and_few_strokes_on_one_value_are_seen() -> None:
    even = np.full((100, 100), 700)
    assert decode(encoded(of(even, np.uint16)), 4, 1).max() == 0
    even[50, 50] = 900
    assert decode_full(encoded(of(even, np.uint16)), None)[50, 50].tolist() == [255] * 3


def test_sixteen_bit_colour_is_scaled_as_grey_is_all_channels_alike() -> None:
    pixels = np.full((20, 20, 3), 2048, np.uint16)
    pixels[:5], pixels[5:10] = (4095, 0, 1024), (0, 4095, 3072)
    colours = decode_full(tiff_16_bit_rgb(pixels), None)[[0, 5, 19], 0].tolist()
    assert colours == [[255, 0, 64], [0, 255, 191], [128, 128, 128]]


def test_cmyk_is_converted() -> None:
    image = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    assert full(encoded(image, "TIFF"))[0][0] == [255, 0, 0]
    red = decode_full(encoded(image, "JPEG", quality=100), None)[8, 8].astype(int)
    assert abs(red - [255, 0, 0]).max() < 12


def test_lab_is_converted() -> None:
    white = Image.new("LAB", (2, 2), (255, 128, 128))
    assert np.min(full(encoded(white, "TIFF"))) > 250
    dark = Image.new("LAB", (2, 2), (0, 128, 128))
    assert np.max(full(encoded(dark, "TIFF"))) < 5


def test_a_jpeg_in_colour_looks_as_it_was_saved() -> None:
    image = Image.new("RGB", (64, 64), (200, 30, 90))
    shown = decode_full(encoded(image, "JPEG", quality=95), None).astype(int)
    assert abs(shown - [200, 30, 90]).max() < 6


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_turned_upright(format: str, orientation: int) -> None:
    upright = np.zeros((32, 64, 3), np.uint8)
    upright[:16, :32] = 255  # White in the upper left quarter.
    as_stored = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.transpose(1, 0, 2),
        6: np.rot90(upright, 1),
        7: upright[::-1, ::-1].transpose(1, 0, 2),
        8: np.rot90(upright, -1),
    }[orientation]
    exif = Image.Exif()
    exif[0x112] = orientation
    data = encoded(of(as_stored), format, exif=exif)
    assert inspect(data) == ImageProperties(64, 32, format)
    assert abs(decode_full(data, None).astype(int) - upright).max() < 40
    square = decode(data, 8, 1)[0]
    assert square[:4, :4].min() > 200
    assert square[5:].max() < 50


def test_animations_and_documents_give_their_first_picture() -> None:
    first, second = Image.new("RGB", (8, 8), (255, 0, 0)), Image.new("RGB", (8, 8), (0, 0, 255))
    for format, options in [("GIF", {}), ("WEBP", {"lossless": True}), ("TIFF", {}), ("PNG", {})]:
        data = encoded(first, format, save_all=True, append_images=[second], **options)
        assert full(data)[4][4] == [255, 0, 0], format
        assert inspect(data) == ImageProperties(8, 8, format)


def test_a_jpeg_that_carries_further_pictures_is_a_jpeg() -> None:
    picture = colourful()
    data = encoded(picture, "MPO", save_all=True, append_images=[picture])
    assert inspect(data).format == "JPEG"


def test_display_keeps_proportions_and_never_enlarges() -> None:
    data = encoded(colourful(200, 100))
    assert decode_full(data, 50).shape == (25, 50, 3)
    assert decode_full(data, 1000).shape == (100, 200, 3)


def test_a_large_jpeg_decoded_at_a_fraction_looks_like_the_whole() -> None:
    picture = colourful(1000, 800)
    small = decode(encoded(picture, "JPEG", quality=95), 28, 3).astype(int)
    whole = decode(encoded(picture), 28, 3).astype(int)
    assert abs(small - whole).max() < 12
    assert (decode(encoded(picture, "JPEG", quality=95), 28, 3) == small).all()


def test_a_line_of_sixty_thousand_pixels_is_shrunk_like_any_other() -> None:
    data = encoded(Image.new("L", (1, 60000), 77))
    assert inspect(data) == ImageProperties(1, 60000, "PNG")
    assert decode(data, 28, 1).tolist() == np.full((1, 28, 28), 77).tolist()
    assert decode_full(data, 100).shape == (100, 1, 3)


def test_decoded_pixels_can_be_changed_and_lie_in_order() -> None:
    pixels = decode(encoded(colourful()), 28, 3)
    assert pixels.shape == (3, 28, 28)
    assert pixels.flags.writeable
    assert pixels.flags.c_contiguous
    assert decode_full(encoded(colourful()), None).flags.writeable


def test_warnings_of_pillow_go_nowhere_and_others_come_back() -> None:
    picture = encoded(colourful(), "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff\x12\x01\x03\0")
    assert decode(picture, 8, 3).shape == (3, 8, 8)
    with pytest.warns(UserWarning, match="still heard"):
        warnings.warn("still heard", stacklevel=1)


def striped(width: int, height: int) -> Image.Image:
    """A picture of 100 with a dark left and right edge of a tenth of its width."""
    pixels = np.full((height, width), 100, np.uint8)
    pixels[:, : width // 10] = pixels[:, -width // 10 :] = 10
    return Image.fromarray(pixels)


def test_a_padded_image_lies_whole_in_the_middle_on_the_median_colour_of_its_border() -> None:
    pixels = decode(encoded(striped(80, 40), "PNG"), 40, 1, "pad")[0]
    assert pixels.shape == (40, 40)
    assert (abs(pixels[:9].astype(int) - 100) < 6).all()
    assert (abs(pixels[31:].astype(int) - 100) < 6).all()
    assert (pixels[12:28, :3] < 20).all()
    assert (pixels[12:28, -3:] < 20).all()


def test_a_cropped_image_fills_the_square_with_its_middle() -> None:
    pixels = decode(encoded(striped(80, 40), "PNG"), 40, 1, "crop")[0]
    assert (pixels == 100).all()


def test_an_upright_photograph_is_padded_at_its_sides() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    pixels = decode(encoded(striped(80, 40), "PNG", exif=exif), 40, 1, "pad")[0]
    assert (abs(pixels[:, :9].astype(int) - 100) < 6).all()
    assert (pixels[:3, 12:28] < 20).all()


@pytest.mark.parametrize("fit", ["stretch", "pad", "crop"])
@pytest.mark.parametrize("size", [(1, 3000), (3000, 1), (1, 1)])
def test_a_line_of_pixels_becomes_a_square_in_every_way(size: tuple[int, int], fit: Fit) -> None:
    assert (decode(encoded(Image.new("RGB", size, (9, 8, 7)), "PNG"), 16, 3, fit)[:, 8, 8] == [9, 8, 7]).all()


@pytest.mark.parametrize("fit", ["stretch", "pad", "crop"])
def test_a_square_image_is_the_same_in_every_way(fit: Fit) -> None:
    data = encoded(colourful(24, 24), "PNG")
    assert (decode(data, 24, 3, fit) == decode(data, 24, 3)).all()
