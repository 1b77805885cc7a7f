"""The grid of image cards, and one image enlarged."""
