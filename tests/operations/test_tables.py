"""Tables as spreadsheets save them: rows with their numbers, whatever the encoding and the separator."""

import csv
import io
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


NAMES = (
    "'t Gooi",
    "''t",
    "'",
    "",
    "a;=1+1",
    "a;'=1",
    "\t\t=1",
    "x,-y",
    'a"=b',
    "＝1",
    "a\n@b",
    "a\r+b",
    "1-2",
    "a|=cmd",
    "-;-",
)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_comes_back_without_loss(tmp_path: Path, name: str) -> None:
    (tmp_path / "t.csv").write_text(table_text(["a", "b"], [(name, "end")]), newline="")
    _, row = read_table(tmp_path / "t.csv")
    assert unescaped(row.cells[0]) == name


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_no_cell_begins_a_formula_whatever_separates_cells(separator: str) -> None:
    text = table_text(
        ["a", "b"], [(f"a{separator}{start}1+1", f"{start}2") for start in "=+-@\t\r"] + [(n, n) for n in NAMES]
    )
    for other in (",", ";", "\t", "|"):
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=other):
            assert [cell for cell in row if cell.lstrip('"').startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_names_that_are_no_formula_are_written_as_they_are() -> None:
    assert table_text(["a"], [("'t Gooi",), ("half-moon",), ("a = b",)]) == "a\n't Gooi\nhalf-moon\na = b\n"


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
