"""Tables as spreadsheets save them: rows with their numbers, whatever the encoding and the separator."""

from pathlib import Path

import pytest

from workbench.errors import UserError
from workbench.operations.tables import TableRow, read_table, table_text, unescaped


def test_a_row_knows_its_number_and_its_line(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text('\na;b\n"1\n2";3\n\n4;5\n')
    assert list(read_table(tmp_path / "t.csv")) == [
        TableRow(2, 2, ("a", "b")),
        TableRow(3, 4, ("1\n2", "3")),
        TableRow(5, 6, ("4", "5")),
    ]


def test_cells_that_look_like_formulas_come_back_as_they_were(tmp_path: Path) -> None:
    cells = ("=1+1", "'=quoted", "-", "'plain", "a\rb")
    (tmp_path / "t.csv").write_text(table_text(["a", "b", "c", "d", "e"], [cells]), newline="")
    _, row = read_table(tmp_path / "t.csv")
    assert row.cells[:4] == ("'=1+1", "''=quoted", "'-", "'plain")
    assert tuple(map(unescaped, row.cells)) == cells


@pytest.mark.parametrize("content", [b"a,b\n\xe9,2\n", b'a,b\n"1,2\n', "a,b".encode("utf-16")[:-1], b"a,b\n" * 30])
def test_what_is_no_table_is_refused_with_its_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "t.csv").write_bytes(content)
    with pytest.raises(UserError, match=r"t\.csv"):
        list(read_table(tmp_path / "t.csv", most_bytes=100))


def test_bytes_that_are_not_utf_8_are_kept_or_read_in_the_fallback(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(b"a,b\n\xe9,2\n")
    _, kept = read_table(tmp_path / "t.csv", errors="surrogateescape")
    _, read = read_table(tmp_path / "t.csv", fallback="cp1252")
    assert (kept.cells[0], read.cells[0]) == ("\udce9", "é")
