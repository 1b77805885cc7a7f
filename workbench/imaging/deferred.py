"""The libraries for TIFF, HEIF and DICOM, imported when the first such file is read."""

from typing import TYPE_CHECKING, Any

from workbench.deferred_module import DeferredModule

__all__ = ["dicom_pixels", "pi_heif", "pydicom", "tifffile"]

if TYPE_CHECKING:
    import pi_heif
    import pydicom
    import tifffile
else:
    pi_heif = DeferredModule("pi_heif")
    pydicom = DeferredModule("pydicom")
    tifffile = DeferredModule("tifffile")

dicom_pixels: Any = DeferredModule("pydicom.pixels")  # It exports its functions to people, not to type checkers.
