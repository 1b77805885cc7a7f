"""Walking through the Huffman codes of a JPEG, to count what they hold; no pixel is computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# For the next 16 bits: how many of them the code takes and its symbol; (0, 0) where no code begins so.
Table = list[tuple[int, int]]

# Bytes that may follow the last code: encoders pad to whole bytes, some to whole words.
_PADDING = 8
_SIXTEEN_ZEROS = 0xF0


@dataclass(frozen=True)
class Component:
    """A channel of a JPEG, and how many blocks it has across and down in a unit."""

    name: int
    across: int
    down: int


@dataclass(frozen=True)
class HuffmanCode:
    """A Huffman code as a JPEG gives it: the number of codes of each length, from 1 to 16, and their symbols."""

    counts: bytes
    symbols: bytes


@lru_cache(16)
def lookup_table(code: HuffmanCode) -> Table:
    """Build the table of a Huffman code."""
    table: Table = []
    lengths = [length for length, count in enumerate(code.counts, 1) for _ in range(count)]
    for length, symbol in zip(lengths, code.symbols, strict=False):
        table += [(length, symbol)] * (1 << (16 - length))
    return (table + [(0, 0)] * (65536 - len(table)))[:65536]


def walks_to_the_end(data: bytes, blocks: Sequence[tuple[Table, Table]], units: int) -> bool:
    """Say whether data without markers hold so many units of blocks, each with its DC and AC tables, and no more."""
    bits = 8 * len(data)
    data += bytes(8)
    position = 0
    for _ in range(units):
        for dc, ac in blocks:
            position = _after_block(data, position, dc, ac)
            if position < 0 or position > bits:
                return False
    return bits - position < 8 * (_PADDING + 1)


def _after_block(data: bytes, position: int, dc: Table, ac: Table) -> int:
    """Return the place of the bit after a block of 64 coefficients, -1 where there is none."""
    table, coefficient = dc, 0
    while coefficient < 64:
        start = position >> 3
        window = int.from_bytes(data[start : start + 3]) >> (8 - (position & 7)) & 0xFFFF
        length, symbol = table[window]
        if length == 0 or start > len(data):
            return -1
        position += length + (symbol & 15)
        if table is dc and coefficient == 0:
            table, coefficient = ac, 1
        elif symbol & 15 == 0 and symbol != _SIXTEEN_ZEROS:
            return position
        else:
            coefficient += (symbol >> 4) + 1
    return position if coefficient == 64 else -1
