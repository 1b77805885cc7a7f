"""DICOM is read by content, frame by frame, with pixels as worked out by hand."""

import random
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
from numpy.typing import NDArray
from pydicom.dataset import FileMetaDataset
from pydicom.uid import UID, DeflatedExplicitVRLittleEndian, ExplicitVRLittleEndian, SecondaryCaptureImageStorage

from tests.fact_codes import code_of
from workbench.imaging.decode import decode_full, inspect
from workbench.imaging.opening import look_for_pages
from workbench.imaging.page_choice import PageChoice
from workbench.imaging.reading import read_file
from workbench.imaging.unreadable import Unreadable

RAMP = np.arange(0, 4096, 16, dtype=np.uint16).reshape(16, 16)


def dicom(pixels: NDArray[Any], kind: str = "MONOCHROME2", frames: int = 1, **more: object) -> bytes:
    """Give a file of those pixels (row, column), (row, column, 3) or, of several frames, (frame, row, column)."""
    dataset = pydicom.Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.SOPClassUID = dataset.file_meta.MediaStorageSOPClassUID = SecondaryCaptureImageStorage
    dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = UID("1.2.3")
    is_colour = kind == "RGB"
    shape = pixels.shape[1:] if frames > 1 else pixels.shape
    dataset.Rows, dataset.Columns = shape[:2]
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = (3 if is_colour else 1), kind
    dataset.BitsAllocated = dataset.BitsStored = 8 * pixels.dtype.itemsize
    dataset.HighBit = dataset.BitsStored - 1
    dataset.PixelRepresentation = int(pixels.dtype.kind == "i")
    if is_colour:
        dataset.PlanarConfiguration = 0
    if frames > 1:
        dataset.NumberOfFrames = frames
    for name, value in more.items():
        setattr(dataset, name, value)
    dataset.PixelData = pixels.tobytes()
    dataset["PixelData"].VR = "OW" if pixels.dtype.itemsize > 1 else "OB"
    file = BytesIO()
    dataset.save_as(file, enforce_file_format=True)
    return file.getvalue()


def scaled(values: NDArray[Any]) -> NDArray[Any]:
    low, high = np.percentile(values, (0.5, 99.5))
    return np.floor(np.clip((values - low) / (high - low), 0, 1) * 255 + 0.5)


def grey(data: bytes, choice: PageChoice | None = None) -> NDArray[np.uint8]:
    return decode_full(data, None, choice or PageChoice())[..., 0]


def test_grey_of_sixteen_bits_is_scaled_as_other_files_are() -> None:
    assert (grey(dicom(RAMP)) == scaled(RAMP)).all()
    assert inspect(dicom(RAMP)).format == "DICOM"


def test_signed_numbers_are_no_other_ones() -> None:
    signed = RAMP.astype(np.int16) - 1024
    assert (grey(dicom(signed)) == scaled(signed)).all()


def test_where_white_is_least_it_is_white() -> None:
    assert (grey(dicom(RAMP, "MONOCHROME1")) == 255 - scaled(RAMP)).all()


def test_padding_is_no_value() -> None:
    padded = RAMP.astype(np.int16)
    padded[0] = -2000
    shown = grey(dicom(padded, PixelPaddingValue=-2000))
    assert (shown[0] == 0).all()
    assert (shown[1:] == scaled(padded[1:])).all()


def test_colours_come_as_they_are() -> None:
    colours = np.arange(16 * 16 * 3, dtype=np.uint8).reshape(16, 16, 3)
    assert (decode_full(dicom(colours, "RGB"), None) == colours).all()


@pytest.mark.parametrize(("page", "frame"), [(None, 1), (1, 0), (2, 1), (3, 2)])
def test_of_several_frames_the_first_that_is_not_blank_or_the_chosen(page: int | None, frame: int) -> None:
    frames = np.stack([np.zeros_like(RAMP), RAMP, RAMP[::-1]])
    shown = grey(dicom(frames, frames=3), PageChoice(page))
    assert (shown == (scaled(frames[frame]) if frame else 0)).all()


def test_the_brightest_of_all_frames() -> None:
    frames = np.stack([RAMP, RAMP[::-1]])
    assert (grey(dicom(frames, frames=2), PageChoice("max")) == scaled(frames.max(0))).all()


def test_frames_are_counted_without_their_pixels(tmp_path: Path) -> None:
    file = tmp_path / "scan"
    file.write_bytes(dicom(np.stack([RAMP] * 4), frames=4))
    assert look_for_pages(file).pages == 4
    read = read_file(file)
    assert read.facts is not None
    assert read.facts.pages.pages == 4


@pytest.mark.parametrize("length", [140, 400, 700])
def test_a_file_that_ends_too_soon_is_refused(length: int) -> None:
    with pytest.raises(Unreadable):
        inspect(dicom(RAMP)[:length])


def test_more_frames_than_there_are_pixels_for_are_refused() -> None:
    with pytest.raises(Unreadable):
        inspect(dicom(RAMP, NumberOfFrames=100_000), PageChoice(50_000))


def test_a_file_without_a_picture_says_so() -> None:
    whole = pydicom.dcmread(BytesIO(dicom(RAMP)))
    del whole.PixelData
    file = BytesIO()
    whole.save_as(file)
    with pytest.raises(Unreadable) as refused:
        inspect(file.getvalue())
    assert code_of(refused.value.text) == "image.no_picture"


def test_what_may_expand_to_anything_is_not_read() -> None:
    whole = pydicom.dcmread(BytesIO(dicom(RAMP)))
    whole.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    file = BytesIO()
    whole.save_as(file)
    with pytest.raises(Unreadable) as refused:
        inspect(file.getvalue())
    assert code_of(refused.value.text) == "image.foreign_format"


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_file_is_decoded_or_refused(seed: int) -> None:
    draw, whole = random.Random(seed), dicom(np.stack([RAMP] * 3), frames=3)
    for _ in range(40):
        changed = bytearray(whole)
        for _ in range(draw.choice((1, 4, 16))):
            changed[draw.randrange(132, 900)] = draw.choice((0, 1, 127, 128, 255, draw.randrange(256)))
        with suppress(Unreadable):
            assert decode_full(bytes(changed), 64).shape[2] == 3
