"""The names of formats that are recognised but not read, so that a person learns what a file is."""

# What a file of a format begins with, or has at a place.
_SIGNATURES = (
    (0, b"%PDF", "PDF"),
    (0, b"8BPS", "Photoshop (PSD)"),
    (0, b"%!PS", "PostScript (EPS)"),
    (0, b"\xc5\xd0\xd3\xc6", "PostScript (EPS)"),
    (0, b"\xff\x0a", "JPEG XL"),
    (0, b"\0\0\0\x0cJXL ", "JPEG XL"),
    (0, b"\0\0\x01\0", "icon (ICO)"),
    (0, b"\x76\x2f\x31\x01", "OpenEXR"),
    (0, b"SIMPLE  =", "FITS"),
    (0, b"\x89HDF\r\n\x1a\n", "HDF5"),
    (0, b"CDF", "NetCDF"),
    (0, b"\x93NUMPY", "NumPy (NPY)"),
    (0, b"#?RADIANCE", "Radiance HDR"),
    (0, b"FUJIFILMCCD-RAW", "camera raw (RAF)"),
    (8, b"CR\x02", "camera raw (CR2)"),
    (0, b"IIRO", "camera raw (ORF)"),
    (0, b"IIU\0", "camera raw (RW2)"),
    (0, b"II\xbc", "JPEG XR"),
    (0, b"DDS ", "DirectDraw surface (DDS)"),
    (0, b"gimp xcf", "GIMP (XCF)"),
    (0, b"AT&TFORM", "DjVu"),
    (0, b"PK\x03\x04", "ZIP"),
    (0, b"\x1f\x8b", "gzip"),
    (0, b"<svg", "SVG"),
    (8, b"AVI ", "AVI video"),
    (0, b"\x1aE\xdf\xa3", "Matroska video"),
    *((0, b"P%d%c" % (number, space), "PNM") for number in range(1, 8) for space in b"\n\r\t "),
)
_BRANDS = {b"crx ": "camera raw (CR3)", b"qt  ": "QuickTime video", b"isom": "MP4 video", b"M4V ": "MP4 video"}
_VIDEO_BRANDS = (b"mp4", b"iso", b"avc", b"3gp")


def foreign_format(data: bytes) -> str | None:
    """Return the name of a format that is recognised but not read, None for any other content."""
    for place, signature, name in _SIGNATURES:
        if data[place : place + len(signature)] == signature:
            return name
    if data[4:8] == b"ftyp":
        brand = data[8:12]
        return _BRANDS.get(brand) or ("MP4 video" if brand.startswith(_VIDEO_BRANDS) else None)
    if data.lstrip().startswith(b"<?xml") and b"<svg" in data[:4096]:
        return "SVG"
    return None
