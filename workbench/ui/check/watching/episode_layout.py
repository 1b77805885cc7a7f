"""Where the images of an episode stand: a column for each class, its examples above its queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect

from workbench.operations.evaluation.watching.watched import WatchedEpisode, WatchedImage
from workbench.ui.look.tokens import SMALL, TINY

NAME_HEIGHT = 28  # pixels of a class's name
LINE_HEIGHT = 22  # pixels of a line between examples and queries, which says what is below
_LEAST, _MOST = 30, 64  # pixels of a picture
_NARROWEST = _LEAST + TINY


class TileKind(Enum):
    """What an image is in the episode."""

    EXAMPLE = "example"
    QUERY = "query"
    TAKEN_OUT = "taken out"


@dataclass(frozen=True)
class Tile:
    """An image, what it is, its number among those, and where it stands."""

    image: WatchedImage
    part: TileKind
    number: int
    box: QRect


@dataclass(frozen=True)
class EpisodeLayout:
    """The tiles, the columns, the tops of the lines above queries and what was taken out, and how large all is."""

    tiles: tuple[Tile, ...]
    columns: tuple[QRect, ...]
    queries_top: int
    taken_top: int | None
    width: int
    height: int

    def tile_at(self, point: QPoint) -> int | None:
        """Return the number of the tile at a point."""
        return next((number for number, tile in enumerate(self.tiles) if tile.box.contains(point)), None)

    def class_at(self, point: QPoint) -> int | None:
        """Return the class of the column at a point, None beside all columns."""
        return next((label for label, column in enumerate(self.columns) if column.contains(point)), None)

    def neighbour(self, tile: int, across: int, down: int) -> int:
        """Return the tile nearest to another in a direction, or that itself where there is none."""
        here = self.tiles[tile].box.center()

        def far(number: int) -> int:
            way = self.tiles[number].box.center() - here
            along, beside = (way.x() * across, way.y()) if across else (way.y() * down, way.x())
            return along + 4 * abs(beside) if along > 0 else -1

        ahead = [(far(number), number) for number in range(len(self.tiles)) if far(number) > 0]
        return min(ahead)[1] if ahead else tile


def laid_out(watched: WatchedEpisode, width: int) -> EpisodeLayout:
    """Return the layout of an episode in a view that is so wide; it is wider where that is too narrow."""
    way = len(watched.classes)
    across = max(width // way, _NARROWEST)
    shape = _Shape(across)
    examples = shape.placed(watched.examples, TileKind.EXAMPLE, NAME_HEIGHT)
    rows = max(1, *(shape.rows(watched.examples, label) for label in range(way)))
    queries_top = NAME_HEIGHT + rows * shape.step + TINY
    queries = shape.placed(watched.queries, TileKind.QUERY, queries_top + LINE_HEIGHT)
    height = max((tile.box.bottom() for tile in queries), default=queries_top) + SMALL
    columns = tuple(QRect(label * across, 0, across, height) for label in range(way))
    taken_top = height if watched.taken_out else None
    first = QRect(TINY, height + LINE_HEIGHT, shape.size, shape.size)
    taken = tuple(
        Tile(image, TileKind.TAKEN_OUT, number, first.translated(number * shape.step, 0))
        for number, image in enumerate(watched.taken_out)
    )
    bottom = max((tile.box.bottom() + SMALL for tile in taken), default=height)
    return EpisodeLayout((*examples, *queries, *taken), columns, queries_top, taken_top, way * across, bottom)


class _Shape:
    """How large the pictures are in columns of a width, and how many stand beside each other in one."""

    def __init__(self, across: int) -> None:
        self.across = across
        room = across - TINY
        self.size = min(max(room if room < 2 * (_LEAST + TINY) else room // 2 - TINY, _LEAST), _MOST)
        self.step = self.size + TINY
        self.beside = max(1, room // self.step)

    def rows(self, images: Sequence[WatchedImage], label: int) -> int:
        """Return in how many rows those of a class stand."""
        return -(-sum(image.label == label for image in images) // self.beside)

    def placed(self, images: Sequence[WatchedImage], part: TileKind, top: int) -> tuple[Tile, ...]:
        """Return the images in the columns of their classes, from `top` down."""
        tiles, counts = list[Tile](), dict[int, int]()
        for number, image in enumerate(images):
            place = counts.get(image.label, 0)
            counts[image.label] = place + 1
            down, across = divmod(place, self.beside)
            left = image.label * self.across + TINY + across * self.step
            tiles.append(Tile(image, part, number, QRect(left, top + down * self.step, self.size, self.size)))
        return tuple(tiles)
