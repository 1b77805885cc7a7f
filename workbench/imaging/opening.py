"""The bytes of a file, opened by what they are: the one place that tells formats apart."""

from io import BytesIO
from pathlib import Path
from typing import cast

from PIL import Image, UnidentifiedImageError, features

from workbench.facts import Fact, fact
from workbench.imaging.deferred import pi_heif
from workbench.imaging.formats.deep_png import open_in_bands
from workbench.imaging.formats.dicom import FORMAT, dicom_frames, is_dicom, open_dicom
from workbench.imaging.formats.foreign_formats import foreign_format
from workbench.imaging.formats.jpeg_scan import END, read_stream, require_whole
from workbench.imaging.formats.tiff_pages import open_tiff, tiff_contents
from workbench.imaging.memory_budget import DECODING
from workbench.imaging.opened_image import OpenedImage
from workbench.imaging.page_choice import AS_IT_IS, PageChoice
from workbench.imaging.several_pages import ANIMATIONS, PageCount, chosen_frame, frames_of
from workbench.imaging.suppressed_warnings import suppress_warnings
from workbench.imaging.unreadable import PILLOW_FAILURES, Unreadable, refuse_too_many_pixels, too_large_file

FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "HEIF", "AVIF", "JPEG2000", FORMAT)

_JPEG = b"\xff\xd8\xff"
_JPEG_2000 = (b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51")
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_BEGINNING = 132  # bytes by which formats are told apart
_BYTES_A_PIXEL = 4  # as Pillow keeps them
_HEIF = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1")
_AVIF = (b"avif", b"avis")
_BEGINNINGS = (_JPEG, *_JPEG_2000, b"II", b"MM", b"\x89PNG", b"RIFF", b"BM", b"GIF8")


def opened(data: bytes, choice: PageChoice = AS_IT_IS) -> OpenedImage:
    """Return an image whose header is read, and whose pixels `load` decodes where they are not yet.

    Raises Unreadable, and what the libraries raise.
    """
    refused = too_large_file(len(data))
    if refused:
        raise Unreadable(refused)
    if is_dicom(data):
        return open_dicom(data, choice)
    foreign = foreign_format(data) or _not_built(data)
    if foreign:
        raise Unreadable(fact("image.foreign_format", format=foreign))
    if (_brands(data) or data[8:12] == b"WEBP") and _ends_in_zeros(data):
        raise EOFError
    if data.startswith(_TIFF):
        return open_tiff(data, choice)
    png = open_in_bands(data)
    if png is not None:
        return png
    image = _opened_heif(data) if _is_heif(data) else _opened_by_pillow(data)
    if choice.page is not None:
        image = chosen_frame(image, choice.page)
    return OpenedImage(image, image.width, image.height)


def pages_of(data: bytes, image: Image.Image) -> PageCount:
    """Return what there is to choose from in the file of an opened image, and which page it shows."""
    if is_dicom(data):
        return PageCount(dicom_frames(BytesIO(data)))
    if not data.startswith(_TIFF):
        return PageCount(frames_of(image))
    with BytesIO(data) as file:
        return PageCount(*tiff_contents(file, image))


def look_for_pages(path: Path) -> PageCount:
    """Return what there is to choose from in a file, by its header and those of its pages; one page where in doubt."""
    try:
        with suppress_warnings(), path.open("rb") as file:
            start = file.read(_BEGINNING)
            file.seek(0)
            if is_dicom(start):
                return PageCount(dicom_frames(file))
            if start[:4] in _TIFF:
                return PageCount(*tiff_contents(file, None))
            return PageCount(frames_of(Image.open(file, formats=ANIMATIONS)))
    except PILLOW_FAILURES:
        return PageCount()


def refused_by_its_beginning(beginning: bytes) -> Fact | None:
    """Say why a file that begins so is no image that is read, None where it may be one."""
    if is_dicom(beginning):
        return None
    foreign = foreign_format(beginning)
    if foreign:
        return fact("image.foreign_format", format=foreign)
    is_image = beginning.startswith(_BEGINNINGS) or beginning[4:8] == b"ftyp"
    return None if is_image else fact("image.unknown_format")


def load(image: Image.Image, data: bytes) -> None:
    """Decode the pixels of an opened image. Raises EOFError where a part of them is missing."""
    DECODING.take(_BYTES_A_PIXEL * image.width * image.height)
    image.load()
    if data.startswith(_JPEG):
        require_whole(image, data)


def refuse_what_is_refused_smaller(image: Image.Image, data: bytes, size: tuple[int, int]) -> None:
    """Decode a JPEG of that size also as small as can be, unless it was: what is refused at any size is refused so."""
    if not data.startswith(_JPEG) or image.width * 8 < size[0] + 8:
        return
    smallest = _opened_by_pillow(data)
    smallest.draft(None, (1, 1))
    load(smallest, data)


def format_of(image: Image.Image) -> str:
    """Return the format of an opened image, one of FORMATS."""
    # Pillow tells JPEG files that carry further pictures apart; to a person they are JPEG.
    return image.format if image.format in FORMATS else "JPEG"


def _brands(data: bytes) -> set[bytes]:
    """Return what kinds of file a container in the manner of MP4 says that it is, none for other files."""
    if data[4:8] != b"ftyp":
        return set()
    end = min(int.from_bytes(data[:4]), 256)
    return {data[start : start + 4] for start in (8, *range(16, end, 4))}


def _ends_in_zeros(data: bytes) -> bool:
    """Say whether so much at the end is zero that a download or a copy must have broken off."""
    zeros = len(data) - len(data.rstrip(b"\0"))
    return zeros >= 64 and zeros > len(data) // 20


def _is_heif(data: bytes) -> bool:
    brands = _brands(data)
    return not brands.isdisjoint(_HEIF) and brands.isdisjoint(_AVIF)


def _not_built(data: bytes) -> str | None:
    """Return the name of a format that this build of Pillow leaves out."""
    if not _brands(data).isdisjoint(_AVIF) and not features.check("avif"):
        return "AVIF"
    if data.startswith(_JPEG_2000) and not features.check("jpg_2000"):
        return "JPEG 2000"
    return None


def _with_end(data: bytes) -> bytes:
    """Return a JPEG with the end marker that it may lack."""
    if data.endswith(END):
        return data
    stream = read_stream(data)
    return data + END if stream.scans and not stream.has_end else data


def _opened_by_pillow(data: bytes) -> Image.Image:
    size = len(data)
    if data.startswith(_JPEG):
        data = _with_end(data)
    try:
        image = Image.open(BytesIO(data), formats=[name for name in FORMATS if name not in ("HEIF", FORMAT)])
    except UnidentifiedImageError as error:
        if _brands(data).isdisjoint(_AVIF):
            raise
        raise Unreadable(fact("image.damaged")) from error
    refuse_too_many_pixels(image.width, image.height, size)
    if "progressive" in image.info:
        # All of its coefficients are kept until the last pass, whatever size is asked for.
        DECODING.take(2 * 3 * image.width * image.height)
    return image


def _opened_heif(data: bytes) -> Image.Image:
    try:
        file = pi_heif.open_heif(BytesIO(data), convert_hdr_to_8bit=True)
    except ImportError as error:  # It is not made for every system.
        raise Unreadable(fact("image.foreign_format", format="HEIC")) from error
    width, height = file.size
    refuse_too_many_pixels(width, height, len(data))
    DECODING.take(2 * _BYTES_A_PIXEL * width * height)
    image = cast("Image.Image", file[file.primary_index].to_pillow())
    # libheif has turned the pixels already.
    image.getexif().clear()
    image.format = "HEIF"
    return image
