"""Where the cells of a matrix lie: arithmetic on sizes, without any widget."""

from dataclasses import dataclass

_LEAST = 6  # pixels; smaller cells could not be distinguished
_MOST = 44
_COUNTED = 28  # pixels of a cell of a picture, whose count can be read
_MOST_COUNTED = 60  # classes
_LARGEST = 8000  # pixels of a side of a picture
LEGIBLE = 15  # pixels of a cell beside which a name can be read


@dataclass(frozen=True)
class MatrixLayout:
    """A square matrix in a viewport: `cell` pixels a cell, with names at the left and on top where there is room."""

    count: int
    cell: int
    left: int  # width of the names of rows
    top: int  # height of the names of columns

    @classmethod
    def fitting(cls, count: int, width: int, height: int, names: int) -> "MatrixLayout":
        """Return the largest layout that fits; `names` is how wide the longest name is."""
        left, top = min(names, max(40, width // 4)), min(names, max(40, height // 4))
        cell = min((width - left) // max(1, count), (height - top) // max(1, count))
        if cell >= LEGIBLE:
            return cls(count, min(cell, _MOST), left, top)
        cell = min(width // max(1, count), height // max(1, count))
        # Where names fit beside no cell, cells may grow only until they would.
        return cls(count, min(max(cell, _LEAST), LEGIBLE - 1), 0, 0)

    @classmethod
    def whole(cls, count: int, names: int) -> "MatrixLayout":
        """Return the layout of a picture of all cells, in which no name is cut; `names` as above."""
        cell = _COUNTED if count <= _MOST_COUNTED else LEGIBLE
        if count * cell > _LARGEST:
            return cls(count, max(1, _LARGEST // count), 0, 0)
        return cls(count, cell, names, names)

    @property
    def side(self) -> int:
        """The width and height of all cells."""
        return self.count * self.cell

    @property
    def has_names(self) -> bool:
        """Whether names stand beside the cells."""
        return self.left > 0

    def cell_at(self, x: int, y: int) -> tuple[int, int] | None:
        """Return the row and column at a point of the content (names excluded), None where there is none."""
        if not (0 <= x < self.side and 0 <= y < self.side):
            return None
        return y // self.cell, x // self.cell
