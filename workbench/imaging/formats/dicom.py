"""DICOM files: their frames, scaled as other samples of more than 8 bits.

Scaled by percentile and not by the window that the file names, so that all files of a task are treated alike.
"""

from io import BytesIO
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from workbench.facts import fact
from workbench.imaging.deferred import dicom_pixels, pydicom
from workbench.imaging.memory_budget import DECODING
from workbench.imaging.opened_image import OpenedImage
from workbench.imaging.page_choice import PageChoice
from workbench.imaging.sample_values import Samples, eight_bit, is_uniform
from workbench.imaging.shrinking import step_of
from workbench.imaging.unreadable import Unreadable, refuse_large_projection, refuse_too_many_pixels

FORMAT = "DICOM"
_MARK = slice(128, 132)
_BEGINNING = 4096
# Deflated as a whole: however little a file says of its size, it may expand to anything.
_DEFLATED = b"1.2.840.10008.1.2.1.99"

_Values = NDArray[np.number]


def is_dicom(data: bytes) -> bool:
    """Say whether a file, or its beginning, is DICOM."""
    return data[_MARK] == b"DICM"


def open_dicom(data: bytes, choice: PageChoice) -> OpenedImage:
    """Return the frame that is meant: as chosen, else the first that is not blank. Raises Unreadable."""
    if _DEFLATED in data[:_BEGINNING]:
        raise Unreadable(fact("image.foreign_format", format=FORMAT))
    try:
        dataset = pydicom.dcmread(BytesIO(data))
        values, width, height = _values(dataset, len(data), choice)
    except (Unreadable, MemoryError):
        raise
    except NotImplementedError as error:
        raise Unreadable(fact("image.foreign_format", format=FORMAT)) from error
    except Exception as error:
        raise Unreadable(fact("image.damaged")) from error
    image = _picture(dataset, values)
    image.format = FORMAT
    return OpenedImage(image, width, height)


def dicom_frames(file: BinaryIO) -> int:
    """Return how many frames a file says that it has, 1 where in doubt."""
    beginning = file.read(_BEGINNING)
    file.seek(0)
    if _DEFLATED in beginning:
        return 1
    try:
        header = pydicom.dcmread(file, stop_before_pixels=True, specific_tags=["NumberOfFrames"])
        return max(1, int(header.get("NumberOfFrames") or 1))
    except Exception:  # noqa: BLE001 - as above; the picture itself is sound
        return 1


def _values(dataset: Any, size: int, choice: PageChoice) -> tuple[_Values, int, int]:
    """Return the samples (height, width, sample) of the frame, every few of a large one, and its true size."""
    if "PixelData" not in dataset and "FloatPixelData" not in dataset and "DoubleFloatPixelData" not in dataset:
        raise Unreadable(fact("image.no_picture", format=FORMAT))
    width, height, frames = int(dataset.Columns), int(dataset.Rows), max(1, int(dataset.get("NumberOfFrames") or 1))
    refuse_too_many_pixels(width, height, size)
    if isinstance(choice.page, int) and 1 < frames < choice.page:
        raise Unreadable(fact("image.no_such_page", page=choice.page, pages=frames))
    if choice.page == "max":
        refuse_large_projection(width * height * frames)
    bytes_a_pixel = int(dataset.SamplesPerPixel) * int(dataset.BitsAllocated) // 8 + 1
    DECODING.take(3 * width * height * bytes_a_pixel)
    step = step_of(width, height)

    def read(number: int) -> _Values:
        values: _Values = dicom_pixels.pixel_array(dataset, index=number)
        if dataset.PhotometricInterpretation == "PALETTE COLOR":
            values = dicom_pixels.apply_color_lut(values, dataset)
        return values.reshape(height, width, -1)[::step, ::step]

    return _frame(read, frames, choice), width, height


def _frame(read: Any, frames: int, choice: PageChoice) -> _Values:
    if isinstance(choice.page, int):
        return read(min(choice.page, frames) - 1)
    first = brightest = read(0)
    if choice.page == "max":
        for number in range(1, frames):
            brightest = np.maximum(brightest, read(number))
        return brightest
    for number in range(frames):
        values = first if number == 0 else read(number)
        if not is_uniform(values):
            return values
    return first


def _picture(dataset: Any, values: _Values) -> Image.Image:
    padding = dataset.get("PixelPaddingValue")
    is_grey = values.shape[2] == 1
    return eight_bit(
        Samples(
            values=values if is_grey else values[..., :3],
            white_is_zero=is_grey and dataset.PhotometricInterpretation == "MONOCHROME1",
            no_data=float(padding) if is_grey and isinstance(padding, int) else None,
        )
    )
