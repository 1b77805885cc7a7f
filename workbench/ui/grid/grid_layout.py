"""Where the cards of a grid lie: arithmetic on sections, columns and sizes, without any widget."""

from bisect import bisect_right
from dataclasses import dataclass, field

from workbench.ui.grid.cards import Cards

GAP = 8
ACT_LINE = 40  # height of the line below a title that a button needs where both would not fit in one
_ROOMY = 620  # pixels of a grid from which on a long title and a long button fit in one line


@dataclass(frozen=True)
class GridLayout:
    """The positions of the cards of sections in a grid `width` pixels wide, in content coordinates."""

    cards: Cards
    width: int
    cell_width: int
    cell_height: int
    heading: int  # height of a section's heading
    columns: int = field(init=False)
    tops: tuple[int, ...] = field(init=False)  # where each section begins
    height: int = field(init=False)

    def __post_init__(self) -> None:
        columns = max(1, (self.width - GAP) // (self.cell_width + GAP))
        tops, top = [], GAP
        for number, section in enumerate(self.cards.sections):
            tops.append(top)
            rows = -(-section.count // columns)
            top += self.heading_of(number) + rows * (self.cell_height + GAP)
        object.__setattr__(self, "columns", columns)
        object.__setattr__(self, "tops", tuple(tops))
        object.__setattr__(self, "height", top)

    def heading_of(self, section: int) -> int:
        """Return the height of a section's heading, 0 for one without a title."""
        shown = self.cards.sections[section]
        if not shown.title:
            return 0
        return self.heading + (ACT_LINE if shown.acts and self.width < _ROOMY else 0)

    def heading_above(self, row: int) -> int:
        """Return the height of the heading right above a card, 0 where there is another card above it."""
        section = self.section_of(row)
        return self.heading_of(section) if row - int(self.cards.starts[section]) < self.columns else 0

    def heading_at(self, y: int) -> int:
        """Return the section whose heading is at a height, -1 where there is none."""
        section = bisect_right(self.tops, y) - 1
        return section if section >= 0 and y < self.tops[section] + self.heading_of(section) else -1

    def section_of(self, row: int) -> int:
        """Return the section that holds a row."""
        return bisect_right(self.cards.starts, row) - 1

    def position(self, row: int) -> tuple[int, int]:
        """Return the left and top edge of a card."""
        section = self.section_of(row)
        line, column = divmod(row - int(self.cards.starts[section]), self.columns)
        left = GAP + column * (self.cell_width + GAP)
        top = self.tops[section] + self.heading_of(section) + line * (self.cell_height + GAP)
        return left, top

    def row_at(self, x: int, y: int) -> int:
        """Return the row whose card is at a point, -1 where there is none."""
        section = bisect_right(self.tops, y) - 1
        if section < 0:
            return -1
        line, below = divmod(y - self.tops[section] - self.heading_of(section), self.cell_height + GAP)
        column, beside = divmod(x - GAP, self.cell_width + GAP)
        inside = below < self.cell_height and beside < self.cell_width and 0 <= column < self.columns and line >= 0
        position = line * self.columns + column
        if not inside or position >= self.cards.sections[section].count:
            return -1
        return int(self.cards.starts[section]) + position

    def visible(self, top: int, bottom: int) -> list[range]:
        """Return the rows that show between two heights, one range for each section they are of."""
        ranges = []
        first = max(0, bisect_right(self.tops, top) - 1)
        for section in range(first, len(self.tops)):
            if self.tops[section] > bottom:
                break
            begin = self.tops[section] + self.heading_of(section)
            lines = self.cell_height + GAP
            lowest = max(0, (top - begin) // lines) * self.columns
            highest = min(self.cards.sections[section].count, ((bottom - begin) // lines + 1) * self.columns)
            start = int(self.cards.starts[section])
            if lowest < highest:
                ranges.append(range(start + lowest, start + highest))
        return ranges

    def beside(self, row: int, *, lines: int) -> int:
        """Return the row so many lines below (above, if negative), in the same column as far as there is one."""
        section = self.section_of(row)
        line, column = divmod(row - int(self.cards.starts[section]), self.columns)
        while True:
            count = self.cards.sections[section].count
            last_line = (count - 1) // self.columns
            if 0 <= line + lines <= last_line:
                return int(self.cards.starts[section]) + min((line + lines) * self.columns + column, count - 1)
            step = 1 if lines > 0 else -1
            beyond = [number for number in self._others(section, step) if self.cards.sections[number].count]
            if not beyond:
                edge = last_line if lines > 0 else 0
                return int(self.cards.starts[section]) + min(edge * self.columns + column, count - 1)
            lines = lines + line - last_line - 1 if lines > 0 else lines + line + 1
            section = beyond[0]
            line = 0 if step > 0 else (self.cards.sections[section].count - 1) // self.columns

    def _others(self, section: int, step: int) -> range:
        return range(section + 1, len(self.tops)) if step > 0 else range(section - 1, -1, -1)
