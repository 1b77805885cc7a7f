"""The libraries for TIFF and HEIF, imported when the first such file is read."""

from typing import TYPE_CHECKING

from workbench.deferred_module import DeferredModule

__all__ = ["pi_heif", "tifffile"]

if TYPE_CHECKING:
    import pi_heif
    import tifffile
else:
    pi_heif = DeferredModule("pi_heif")
    tifffile = DeferredModule("tifffile")
