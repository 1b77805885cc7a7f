"""Formats that are taken apart here, and those that are only told by name: TIFF, deep or large PNG, JPEG streams."""
