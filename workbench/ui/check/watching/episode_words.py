"""What is said of an image of an episode: what it is, and what it was taken for."""

from workbench.ui.check.watching.episode_layout import Tile, TileKind
from workbench.ui.services.translation import tr


def tile_words(tile: Tile, classes: tuple[str, ...], named: tuple[int, ...] | None) -> str:
    """Say what an image is; of a query also what it is taken for, unless `named` is None."""
    words = {TileKind.EXAMPLE: _example, TileKind.QUERY: _query, TileKind.TAKEN_OUT: _taken_out}
    return words[tile.part](tile, classes, named)


def _example(tile: Tile, classes: tuple[str, ...], named: tuple[int, ...] | None) -> str:
    name, file = classes[tile.image.label], tile.image.path.name
    if tile.image.own == tile.image.label:
        return tr("Example of {name}: {file}", name=name, file=file)
    return tr("Wrong example of {name}: {file}", name=name, file=file)


def _query(tile: Tile, classes: tuple[str, ...], named: tuple[int, ...] | None) -> str:
    name, number, file = classes[tile.image.label], tile.number + 1, tile.image.path.name
    if named is None:
        return tr("Query {number} of {name}: {file}", number=number, name=name, file=file)
    found = classes[named[tile.number]]
    if named[tile.number] == tile.image.label:
        return tr("Query {number} of {name}, recognised: {file}", number=number, name=name, file=file)
    return tr("Query {number} of {name}, taken for {found}: {file}", number=number, name=name, found=found, file=file)


def _taken_out(tile: Tile, classes: tuple[str, ...], named: tuple[int, ...] | None) -> str:
    return tr("Taken out: {file}", file=tile.image.path.name)
