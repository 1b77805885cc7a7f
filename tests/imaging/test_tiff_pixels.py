"""What TIFF files of every type and arrangement look like once decoded; the expected values are worked out by hand."""

import io
import struct
import zlib

import numpy as np
import pytest
import tifffile
from PIL import Image

from tests.fact_codes import code_of
from tests.imaging.pictures import encoded, of, tiff_16_bit_rgb
from workbench.imaging import unreadable
from workbench.imaging.decode import ImageProperties, Unreadable, decode, decode_full, inspect
from workbench.imaging.formats import tiff_strips

# A hundred values from low to high in equal steps: the percentiles lie half a step inside.
STEPS = np.arange(100).reshape(10, 10)
RISING = np.clip((STEPS - 0.495) / 98.01, 0, 1) * 255


def tiff(values: np.ndarray, **options: object) -> bytes:
    file = io.BytesIO()
    tifffile.imwrite(file, values, **{"photometric": "minisblack", "metadata": None, **options})
    return file.getvalue()


def shown(data: bytes) -> np.ndarray:
    """Return the pixels for display, which the model sees, too."""
    pixels = decode_full(data, None)
    height, width, _ = pixels.shape
    if height == width:
        assert (decode(data, width, 3).transpose(1, 2, 0) == pixels).all()
    return pixels


def grey(data: bytes) -> np.ndarray:
    pixels = shown(data)
    assert (pixels == pixels[..., :1]).all()
    return pixels[..., 0]


INTEGERS = ["uint16", "uint32", "uint64", "int8", "int16", "int32", "int64"]
FLOATS = ["float16", "float32", "float64"]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("big", [False, True])
@pytest.mark.parametrize("dtype", INTEGERS + FLOATS)
def test_any_type_in_any_order_is_scaled_from_its_least_to_its_greatest(dtype: str, big: bool, order: str) -> None:
    values = STEPS.astype(dtype) - (50 if dtype.startswith("i") or dtype.startswith("f") else 0)
    data = tiff(values.astype(dtype), byteorder=order, bigtiff=big)
    assert abs(grey(data) - RISING).max() <= 0.51
    assert inspect(data) == ImageProperties(10, 10, "TIFF")


def test_signed_bytes_and_great_whole_numbers_do_not_wrap() -> None:
    signed = np.array([[-128, -1], [0, 127]], np.int8)
    assert grey(tiff(signed)).tolist() == [[0, 127], [128, 255]]
    great = 2**31 - 50 + STEPS.astype(np.uint32)
    assert abs(grey(tiff(great)) - RISING).max() <= 0.51


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "uint32", "int16", "float32", "float64"])
def test_where_white_is_zero_the_least_value_is_white(dtype: str) -> None:
    dark_to_bright = 100 - STEPS
    data = tiff(dark_to_bright.astype(dtype), photometric="miniswhite")
    expected = 255 - dark_to_bright if dtype == "uint8" else RISING
    assert abs(grey(data) - expected).max() <= 0.51


# Without the four lowest, 96 values are left.
RISING_FROM_FOUR = np.clip((STEPS - 4.475) / 94.05, 0, 1) * 255

COLOURS = np.stack([STEPS, 99 - STEPS, np.full_like(STEPS, 50)], -1)
COLOURS_SHOWN = np.clip((COLOURS - COLOURS.min()) / 99, 0, 1) * 255


@pytest.mark.parametrize("options", [{}, {"compression": "zlib"}, {"tile": (16, 16)}, {"rowsperstrip": 3}])
@pytest.mark.parametrize("planar", [False, True])
@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("dtype", ["uint16", "uint32", "float32", "float64"])
def test_colour_is_the_same_in_planes_tiles_and_strips(dtype: str, order: str, planar: bool, options: dict) -> None:
    values = COLOURS.transpose(2, 0, 1) if planar else COLOURS
    layout = "separate" if planar else "contig"
    whole = COLOURS.astype(dtype)
    data = tiff(values.astype(dtype), photometric="rgb", planarconfig=layout, byteorder=order, **options)
    pixels = shown(data)
    assert abs(pixels - COLOURS_SHOWN).max() <= 2
    assert (pixels == shown(tiff(whole, photometric="rgb"))).all()


def test_twelve_bits_in_sixteen_are_scaled_in_colour_as_in_grey() -> None:
    few = (STEPS * 41).astype(np.uint16)  # at most 4059 of 65535
    assert abs(grey(tiff(few)) - RISING).max() <= 0.51
    # In three times as many values the percentiles lie a little farther out.
    assert abs(shown(tiff(np.stack([few] * 3, -1), photometric="rgb"))[..., 0] - RISING).max() <= 2


@pytest.mark.parametrize("compression", ["tiff_lzw", "packbits", "tiff_deflate"])
@pytest.mark.parametrize("mode", ["I;16", "F", "I"])
def test_deep_grey_is_the_same_compressed_in_any_way(mode: str, compression: str) -> None:
    values = {"I;16": np.uint16, "F": np.float32, "I": np.int32}[mode]
    data = encoded(of(STEPS, values), "TIFF", compression=compression)
    assert abs(grey(data) - RISING).max() <= 0.51


def lzw(data: bytes) -> bytes:
    """Compress a strip as an encoder does that never finds a repetition: a clear code and nine bits for each byte."""
    bits = "".join("100000000" * (number % 100 == 0) + f"{byte:09b}" for number, byte in enumerate(data))
    bits += "100000001"
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8)


@pytest.mark.parametrize("planar", [False, True])
def test_deep_colour_compressed_by_lzw_with_differences_equals_the_same_uncompressed(planar: bool) -> None:
    values = COLOURS.astype("<u2") * 40
    planes = [values[..., channel : channel + 1] for channel in range(3)] if planar else [values]
    strips = [lzw(np.diff(plane, axis=1, prepend=plane[:, :1] * 0).astype("<u2").tobytes()) for plane in planes]
    tags = {256: 10, 257: 10, 258: 16, 259: 5, 262: 2, 277: 3, 278: 10, 284: 2 if planar else 1, 317: 2}
    assert (shown(hand_made(tags, strips)) == shown(tiff(values, photometric="rgb"))).all()


def hand_made(tags: dict[int, int], strips: list[bytes]) -> bytes:
    """Build a TIFF with one directory at its end, from single values and its strips."""
    data = b"II*\0" + bytes(4)
    offsets = []
    for strip in strips:
        offsets.append(len(data))
        data += strip + bytes(len(strip) % 2)
    lists = {273: offsets, 279: [len(strip) for strip in strips]}
    entries = []
    for tag, values in sorted({**{tag: [value] for tag, value in tags.items()}, **lists}.items()):
        if len(values) == 1:
            entries.append(struct.pack("<HHII", tag, 4, 1, values[0]))
        else:
            entries.append(struct.pack("<HHII", tag, 4, len(values), len(data)))
            data += struct.pack(f"<{len(values)}I", *values)
    directory = struct.pack("<H", len(entries)) + b"".join(entries) + bytes(4)
    return data[:4] + struct.pack("<I", len(data)) + data[8:] + directory


def test_twelve_bits_packed_into_bytes_are_unpacked() -> None:
    rows = [int("".join(f"{value:012b}" for value in row), 2).to_bytes(15) for row in STEPS.tolist()]
    tags = {256: 10, 257: 10, 258: 12, 259: 1, 262: 1, 277: 1, 278: 10}
    assert abs(grey(hand_made(tags, [b"".join(rows)])) - RISING).max() <= 0.51


def test_differences_of_floating_values_are_undone() -> None:
    values = STEPS.astype(">f4")
    split = values.view(np.uint8).reshape(10, 10, 4).transpose(0, 2, 1).reshape(10, 40)
    coded = np.diff(split, axis=1, prepend=np.zeros((10, 1), np.uint8))
    tags = {256: 10, 257: 10, 258: 32, 259: 8, 262: 1, 277: 1, 278: 10, 317: 3, 339: 3}
    assert abs(grey(hand_made(tags, [zlib.compress(coded.tobytes())])) - RISING).max() <= 0.51


@pytest.mark.parametrize(
    ("channels", "dtype"), [(2, "uint8"), (2, "uint16"), (5, "uint8"), (5, "uint16"), (7, "float32")]
)
@pytest.mark.parametrize("planar", [False, True])
def test_of_many_channels_the_first_that_is_not_blank_is_shown(channels: int, dtype: str, planar: bool) -> None:
    values = np.zeros((10, 10, channels), dtype)
    values[..., -1] = STEPS
    data = tiff(values.transpose(2, 0, 1) if planar else values, planarconfig="separate" if planar else "contig")
    expected = STEPS if dtype == "uint8" else RISING
    assert abs(grey(data) - expected).max() <= 0.51


def test_transparency_of_deep_colour_is_laid_on_white() -> None:
    colour = np.stack([STEPS * 600] * 3, -1)
    opacity = np.where(STEPS < 50, 65535, 0)[..., None]
    data = tiff(np.concatenate([colour, opacity], -1).astype(np.uint16), photometric="rgb", extrasamples=["unassalpha"])
    pixels = grey(data)
    assert (pixels[5:] == 255).all()
    assert pixels[:5].min() == 0
    assert (np.diff(pixels[:5].ravel().astype(int)) >= 0).all()


@pytest.mark.parametrize("value", [-9999, -32768, -3.4028234663852886e38, 1e20, 9999, np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_what_stands_for_no_data_is_black_and_does_not_flatten_the_rest(value: float, dtype: str) -> None:
    values = STEPS.astype(dtype)
    values[0, :4] = value
    pixels = grey(tiff(values))
    assert abs(pixels - RISING_FROM_FOUR).max() <= 0.51


def test_no_data_in_whole_numbers_does_not_flatten_the_rest_either() -> None:
    values = STEPS.astype(np.int16) + 1000
    values[0, :4] = -9999
    assert abs(grey(tiff(values)) - RISING_FROM_FOUR).max() <= 0.51


def test_one_usual_value_for_no_data_below_a_wide_range_is_left_out() -> None:
    values = STEPS.astype(np.float32) * 1000
    values[0, 0] = -9999
    expected = np.clip((STEPS - 1.49) / 97.02, 0, 1) * 255  # 99 values from 1 to 99
    assert abs(grey(tiff(values)) - expected).max() <= 0.51


def test_zero_far_below_the_rest_is_a_value() -> None:
    values = STEPS.astype(np.float32) + 1000
    values[:5] = 0
    assert (grey(tiff(values))[5:] > 230).all()


def test_no_data_that_is_declared_counts_even_among_the_others() -> None:
    values = STEPS.astype(np.uint16) + 1000
    values[0, :4] = 65535
    data = tiff(values, extratags=[(42113, 2, 6, "65535", True)])
    assert abs(grey(data) - RISING_FROM_FOUR).max() <= 0.51


def stack(*pages: np.ndarray) -> bytes:
    file = io.BytesIO()
    with tifffile.TiffWriter(file) as writer:
        for page in pages:
            writer.write(page, photometric="minisblack", metadata=None)
    return file.getvalue()


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
def test_of_a_stack_the_first_page_that_is_not_blank_is_shown(dtype: str) -> None:
    black, white, rising = (values.astype(dtype) for values in (STEPS * 0, STEPS * 0 + 200, STEPS))
    expected = STEPS if dtype == "uint8" else RISING
    assert abs(grey(stack(black, white, rising, 2 * rising[::-1])) - expected).max() <= 0.51
    assert abs(grey(stack(rising, black)) - expected).max() <= 0.51
    assert len(np.unique(grey(stack(black, black)))) == 1


def test_a_reduced_copy_is_not_taken_for_a_page() -> None:
    file = io.BytesIO()
    with tifffile.TiffWriter(file) as writer:
        writer.write(STEPS.astype(np.uint16) * 0, photometric="minisblack", metadata=None)
        writer.write(STEPS.astype(np.uint16), photometric="minisblack", metadata=None, subfiletype=1)
    assert grey(file.getvalue()).max() == 0


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_deep_pixels_are_turned_upright(orientation: int) -> None:
    upright = STEPS[:5].astype(np.uint16)
    stored = np.rot90(upright, {1: 0, 3: 2, 6: 1, 8: -1}[orientation])
    data = tiff(np.ascontiguousarray(stored), extratags=[(274, 3, 1, orientation, True)])
    assert inspect(data) == ImageProperties(10, 5, "TIFF")
    assert (grey(data) == grey(tiff(upright))).all()


def test_sixteen_bit_inks_become_colours() -> None:
    inks = np.zeros((10, 10, 4), np.uint16)
    inks[:5, :, 1:3] = 65535
    inks[:, 5:, 3] = 32896  # 128 of 255
    pixels = shown(tiff(inks, photometric="separated"))
    assert pixels[[0, 9, 0, 9], [0, 0, 9, 9]].tolist() == [[255, 0, 0], [255] * 3, [127, 0, 0], [127] * 3]


def test_a_palette_in_a_big_endian_bigtiff_is_looked_up() -> None:
    palette = np.zeros((3, 256), np.uint16)
    palette[:, 1] = 10 * 257, 20 * 257, 30 * 257
    data = tiff(np.eye(4, dtype=np.uint8), photometric="palette", colormap=palette, byteorder=">", bigtiff=True)
    assert shown(data)[:2, :2].tolist() == [[[10, 20, 30], [0, 0, 0]], [[0, 0, 0], [10, 20, 30]]]


def refused(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as error:
        inspect(data)
    return error.value


def test_a_tiff_that_declares_too_many_pixels_is_refused_before_they_are_read() -> None:
    tags = {256: 60000, 257: 60000, 258: 16, 259: 1, 262: 1, 277: 1, 278: 60000}
    error = refused(hand_made(tags, [bytes(100)]))
    assert dict(error.text.values) == {"megapixels": 3600, "limit": 200}


def test_a_tiff_of_too_many_samples_is_refused_before_they_are_read() -> None:
    tags = {256: 3000, 257: 3000, 258: 64, 259: 1, 262: 1, 277: 60, 278: 3000, 284: 1}
    assert code_of(refused(hand_made(tags, [bytes(100)])).text) == "image.page_too_large"


def test_a_strip_expands_to_no_more_than_its_pixels() -> None:
    bomb = zlib.compress(bytes(10_000_000))
    tags = {256: 10, 257: 10, 258: 16, 259: 8, 262: 1, 277: 1, 278: 10}
    assert grey(hand_made(tags, [bomb])).max() == 0
    assert len(tiff_strips._expanded(bomb, 8, 20, 200)) == 200


def test_half_a_deep_tiff_is_refused() -> None:
    tags = {256: 100, 257: 100, 258: 16, 259: 1, 262: 1, 277: 1, 278: 100}
    whole = hand_made(tags, [bytes(20000)])
    cut = whole[:8] + whole[8 + 10000 :]  # The directory stays and half of the pixels go.
    cut = cut[:4] + struct.pack("<I", struct.unpack("<I", whole[4:8])[0] - 10000) + cut[8:]
    assert code_of(refused(cut).text) == "image.truncated"


def test_a_deep_tiff_that_declares_more_strips_than_it_has_is_truncated() -> None:
    tags = {256: 10, 257: 30, 258: 16, 259: 1, 262: 1, 277: 1, 278: 10}
    assert code_of(refused(hand_made(tags, [bytes(200), bytes(200)])).text) == "image.truncated"


def test_a_deep_tiff_that_leaves_out_empty_strips_is_read() -> None:
    tags = {256: 10, 257: 20, 258: 16, 259: 1, 262: 1, 277: 1, 278: 10}
    pixels = grey(hand_made(tags, [b"", STEPS.astype("<u2").tobytes()]))
    assert pixels[:10].max() == 0
    assert pixels[19, 9] == 255


def test_a_tiff_whose_width_is_a_fraction_is_damaged() -> None:
    data = hand_made({256: 10, 257: 10**9, 258: 16, 259: 1, 262: 1, 277: 1, 278: 10}, [bytes(200)])
    place = data.index(struct.pack("<HHI", 256, 4, 1))
    broken = data[:place] + struct.pack("<HHII", 256, 5, 1, 8) + data[place + 12 :]
    assert code_of(refused(broken).text) == "image.damaged"


def test_a_tiff_whose_directory_is_empty_is_damaged() -> None:
    assert code_of(refused(b"II*\0\x08\0\0\0" + bytes(1000)).text) == "image.damaged"


def test_a_kind_that_is_not_read_is_named() -> None:
    tags = {256: 10, 257: 10, 258: 16, 259: 50001, 262: 1, 277: 1, 278: 10}
    text = refused(hand_made(tags, [bytes(200)])).text
    assert code_of(text) == "image.tiff_kind"
    assert text.values["compression"] == "WEBP"
    assert text.values["bits"] == "16"


def test_sixteen_bit_colour_by_hand() -> None:
    pixels = np.array([[[65535, 0, 32768], [257, 514, 771]]], np.uint16)
    assert abs(shown(tiff_16_bit_rgb(pixels)).astype(int) - [[[255, 0, 130], [0, 1, 2]]]).max() <= 3


def test_the_limit_is_the_one_of_all_formats() -> None:
    assert unreadable.LARGEST_IMAGE == 200_000_000
    assert Image.MAX_IMAGE_PIXELS is None
