"""What HEIC, AVIF and JPEG 2000 look like once decoded."""

import base64
import struct

import numpy as np
import pytest

from tests.fact_codes import code_of
from tests.imaging.pictures import colourful, encoded, of
from workbench.imaging.decode import ImageProperties, Unreadable, decode, decode_full, inspect

# 160 × 120: red rises from left to right, blue falls, some strokes on it. Nothing here writes HEIC, so it is kept.
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAVZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAA"
    "AAAERAAAEAAQAAAAABegABAAAAAAAAAYAAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRtAAAAAAABAAAA1mlwcnAA"
    "AAC3aXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQArQgEBA3AAAAMAkA"
    "AAAwAAAwAeoBQgeWW6kkprm4CGgwIAAAMAMgAAAwACEGIAAQAHRAHBcrBiQAAAABNjb2xybmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAACgAAAA"
    "eAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgQIDBAAAAYhtZGF0AAABfCgBrxNCNyB5YgpNxZh4qhREtz5wq4BJqcWHH5levk"
    "E8TxrDiAUINDNz2GnL8zVP6UioA9gXQcO5TeRaS6uN0sLRryPOc/Z8Q0cwPn/pNrF8MszDDGWsgW4+gqXolZyrNNrOxV/sPSs9z9y/RZqr/Ncn"
    "xuyprn9oER6GcDe+SViabt8i4oJ4I8c/+pYk7xi9JPki88T6FbPAWgTlLreS7oh2eKQImsbd5ej6ERWKplES1eJgEVHNCU/FkC4DW+7NGLRvc5"
    "CbYpHanYPea6JWpEG2fpESTAzzKAtVxkxUAz6o00dhgkqnw0xI1b7aBhnwJ2QvXApYNb8AA0+AGaSSaOdrse3jqN3BO8G3NsU5uj9OAeq/6+n3"
    "stTQBLghC1+KBmgm+eAPe1wUiuzjmrC6xwD79EF6EH6dDD6PXO1hwkCN8Z3hHnfEt0AXwfGeTV3agOz8kp5A0Rbt3rT2uqIqvsKAyKpJqRU9Wt"
    "1515X8TDie6MnhOCwQRD19ioFg"
)
COLOURS = np.stack(np.broadcast_arrays(np.arange(64)[:, None] * 4, np.arange(64) * 4, 128), -1).astype(np.uint8)


def turned_by_a_quarter(data: bytes) -> bytes:
    """Add the property by which phones say that the picture lies on its side."""
    offset = data.index(b"\0\0\x01\x7a", data.index(b"iloc"))
    data = data[:offset] + struct.pack(">I", 0x17A + 10) + data[offset + 4 :]
    for box, more in ((b"meta", 10), (b"iprp", 10), (b"ipco", 9), (b"ipma", 1)):
        place = data.index(box) - 4
        data = data[:place] + struct.pack(">I", struct.unpack_from(">I", data, place)[0] + more) + data[place + 4 :]
    data = data.replace(b"\x04\x81\x02\x03\x04", b"\x05\x81\x02\x03\x04\x85")
    place = data.index(b"ipma") - 4
    return data[:place] + b"\0\0\0\x09irot\x01" + data[place:]


def refusal(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        inspect(data)
    return refused.value


def test_heic_is_read() -> None:
    assert inspect(HEIC) == ImageProperties(160, 120, "HEIF")
    pixels = np.median(decode_full(HEIC, None), axis=0)
    rising = np.arange(160) * 255 / 159
    assert abs(pixels[..., 0] - rising).max() < 8
    assert abs(pixels[..., 2] - rising[::-1]).max() < 8
    assert decode(HEIC, 28, 3).shape == (3, 28, 28)


def test_a_heic_that_lies_on_its_side_is_turned_upright_once() -> None:
    data = turned_by_a_quarter(HEIC)
    assert inspect(data) == ImageProperties(120, 160, "HEIF")
    assert (decode_full(data, None) == np.rot90(decode_full(HEIC, None))).all()


def test_a_heic_that_declares_too_many_pixels_is_refused_before_they_are_decoded() -> None:
    place = HEIC.index(b"ispe") + 8
    data = HEIC[:place] + struct.pack(">II", 30000, 20000) + HEIC[place + 8 :]
    assert dict(refusal(data).text.values) == {"megapixels": 600, "limit": 200}


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_part_of_a_heic_is_refused(share: float) -> None:
    assert code_of(refusal(HEIC[: int(len(HEIC) * share)]).text) in {"image.damaged", "image.truncated"}


@pytest.mark.parametrize("share", [0.5, 0.8])
@pytest.mark.parametrize("format", ["HEIF", "AVIF", "WEBP"])
def test_a_file_whose_end_is_only_zeros_is_truncated(format: str, share: float) -> None:
    data = HEIC if format == "HEIF" else encoded(colourful(300, 200), format)
    begun = data[: int(len(data) * share)]
    assert code_of(refusal(begun + bytes(len(data) - len(begun))).text) == "image.truncated"


@pytest.mark.parametrize("share", [0.3, 0.5, 0.9])
def test_a_part_of_an_avif_is_called_damaged_not_of_another_format(share: float) -> None:
    data = encoded(colourful(300, 200), "AVIF")
    assert code_of(refusal(data[: int(len(data) * share)]).text) in {"image.damaged", "image.truncated"}


def test_jpeg_2000_is_read() -> None:
    data = encoded(of(COLOURS), "JPEG2000")
    assert inspect(data) == ImageProperties(64, 64, "JPEG2000")
    assert (decode_full(data, None) == COLOURS).all()
    stream = encoded(of(COLOURS), "JPEG2000", no_jp2=True)
    assert (decode_full(stream, None) == COLOURS).all()


def test_deep_grey_in_jpeg_2000_is_scaled_as_in_tiff() -> None:
    values = (np.arange(64 * 64).reshape(64, 64) + 500).astype(np.uint16)
    data = encoded(of(values, np.uint16), "JPEG2000")
    assert (decode_full(data, None) == decode_full(encoded(of(values, np.uint16), "TIFF"), None)).all()


def test_avif_is_read() -> None:
    data = encoded(of(COLOURS), "AVIF", quality=100, subsampling="4:4:4")
    assert inspect(data) == ImageProperties(64, 64, "AVIF")
    assert abs(decode_full(data, None).astype(int) - COLOURS).max() <= 3
