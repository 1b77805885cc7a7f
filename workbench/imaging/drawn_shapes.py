"""Pictures of a few shapes: so many of one kind, colour, pattern and size, on paper."""

from math import cos, pi, sin
from typing import Protocol

from PIL import Image, ImageDraw

SIDE = 160  # pixels

_FINER = 4  # Drawn this much larger, then reduced, for smooth edges.
_PAPER, _EDGE = "#FBFAF6", "#2B2B2B"
_COLOURS = {"red": "#D1382E", "blue": "#2A6FC9", "green": "#2C9A5B", "yellow": "#EDB912", "violet": "#8B4FC0"}
_RADII = {"small": 0.085, "middle": 0.12, "large": 0.155}  # as shares of the side, as all lengths
_NEAR, _FAR = 0.27, 0.73
# Where the shapes stand, by how many there are: as on dice.
_PLACES = {
    1: ((0.5, 0.5),),
    2: ((_NEAR, _NEAR), (_FAR, _FAR)),
    3: ((0.22, 0.22), (0.5, 0.5), (0.78, 0.78)),
    4: ((_NEAR, _NEAR), (_FAR, _NEAR), (_NEAR, _FAR), (_FAR, _FAR)),
    5: ((0.22, 0.22), (0.78, 0.22), (0.5, 0.5), (0.22, 0.78), (0.78, 0.78)),
}
_LINE, _STRIPE, _DOT = 0.012, 0.035, 0.018
_POINTS = {"square": (4, 1.0), "triangle": (3, 1.0), "star": (5, 0.45)}  # corners, and how far in those between lie
_LARGER = {"circle": 0.95, "square": 1.15, "triangle": 1.2, "star": 1.25}  # so that all seem equally large


class ShapeLook(Protocol):
    """What a picture shows, in words."""

    @property
    def shape(self) -> str: ...
    @property
    def colour(self) -> str: ...
    @property
    def pattern(self) -> str: ...
    @property
    def size(self) -> str: ...
    @property
    def count(self) -> int: ...


def draw_shapes(look: ShapeLook) -> Image.Image:
    """Return a picture (SIDE, SIDE) in RGB of one to five circles, squares, triangles or stars."""
    whole = _FINER * SIDE
    paper = Image.new("RGB", (whole, whole), _PAPER)
    filled = _filled(look, whole)
    mask, edges = Image.new("L", paper.size, 0), ImageDraw.Draw(paper)
    pen = ImageDraw.Draw(mask)
    outlines = [_outline(look.shape, whole * across, whole * down, _radius(look, whole)) for across, down in _at(look)]
    for outline in outlines:
        pen.polygon(outline, fill=255)
    paper.paste(filled, mask=mask)
    for outline in outlines:
        edges.line([*outline, *outline[:2]], fill=_EDGE, width=round(_LINE * whole), joint="curve")
    return paper.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def _at(look: ShapeLook) -> tuple[tuple[float, float], ...]:
    return _PLACES[look.count]


def _radius(look: ShapeLook, whole: int) -> float:
    return whole * _RADII[look.size] * _LARGER[look.shape]


def _outline(shape: str, across: float, down: float, radius: float) -> list[tuple[float, float]]:
    """Return the corners of a shape around a place; a circle has very many."""
    corners, inner = _POINTS.get(shape, (60, 1.0))
    lengths = [1.0, inner] * corners if inner < 1 else [1.0] * corners
    first = -pi / 4 if shape == "square" else -pi / 2
    angles = [first + 2 * pi * place / len(lengths) for place in range(len(lengths))]
    return [
        (across + radius * length * cos(angle), down + radius * length * sin(angle))
        for angle, length in zip(angles, lengths, strict=True)
    ]


def _filled(look: ShapeLook, whole: int) -> Image.Image:
    """Return what lies within the shapes, everywhere: their colour, with stripes or dots of paper."""
    sheet = Image.new("RGB", (whole, whole), _COLOURS[look.colour])
    pen = ImageDraw.Draw(sheet)
    stripe, dot = round(_STRIPE * whole), round(_DOT * whole)
    if look.pattern == "striped":
        for left in range(-whole, whole, 2 * stripe):
            pen.polygon([(left, whole), (left + stripe, whole), (left + stripe + whole, 0), (left + whole, 0)], _PAPER)
    if look.pattern == "dotted":
        for row, down in enumerate(range(0, whole, 3 * dot)):
            for across in range(-(row % 2) * 2 * dot, whole, 4 * dot):
                pen.ellipse([across - dot, down - dot, across + dot, down + dot], fill=_PAPER)
    return sheet
