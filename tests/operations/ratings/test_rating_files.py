"""Ratings are read from tables with a header and from MovieLens' own layouts; what is wrong is said with its line."""

from pathlib import Path

import pytest

from workbench.errors import UserError
from workbench.operations.ratings.rating_files import read_ratings


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode("latin-1"))
    return path


def test_a_table_with_a_header_may_have_its_columns_in_any_order(tmp_path: Path) -> None:
    table = written(tmp_path, "r.csv", "rating;item;user;time\n4,5;tea;ada;2026-01-02\n2;milk;ada;86400\n3;tea;bob;0\n")
    data = read_ratings(table)
    assert (data.people, data.items) == (("ada", "bob"), ("tea", "milk"))
    assert (data.person.tolist(), data.item.tolist()) == ([0, 0, 1], [0, 1, 0])
    assert data.rating.tolist() == [4.5, 2, 3]
    assert data.time is not None
    assert data.time.tolist() == [1767312000, 86400, 0]
    assert [rows.tolist() for rows in data.rows_of_people] == [[0, 1], [2]]


def test_of_100k_films_have_genres_and_years_and_people_an_age(tmp_path: Path) -> None:
    flags = ["0"] * 19
    drama = [*flags[:8], "1", *flags[9:]]
    films = [
        "|".join(["242", "Kolya (1996)", "24-Jan-1997", "", "http://a.b/c", *drama]),
        "|".join(["302", "L\xe9on (1994)", "", "", "", *flags]),
    ]
    data = read_ratings(
        written(tmp_path, "u.data", "196\t242\t3\t881250949\n186\t302\t4\t891717742\n"),
        written(tmp_path, "u.item", "\n".join(films)),
        written(tmp_path, "u.user", "196|49|M|writer|55105\n186|39|F|executive|00000\n"),
    )
    assert data.people == ("196", "186")
    assert {known.name: known.cells for known in data.of_items} == {
        "title": ("Kolya (1996)", "L\xe9on (1994)"),
        "year": ("1997", ""),
        "genres": ("drama", ""),
    }
    assert {known.name: known.cells for known in data.of_people}["occupation"] == ("writer", "executive")


def test_of_1m_cells_stand_between_double_colons(tmp_path: Path) -> None:
    data = read_ratings(
        written(tmp_path, "ratings.dat", "1::1193::5::978300760\n2::661::3::978302109\n"),
        written(
            tmp_path, "movies.dat", "661::James and the Giant Peach (1996)::Animation|Children's\n9::New (2000)::War\n"
        ),
        written(tmp_path, "users.dat", "1::F::1::10::48067\n"),
    )
    assert data.items == ("1193", "661", "9")
    genres = next(known for known in data.of_items if known.name == "genres")
    assert genres.cells == ("", "Animation|Children's", "War")
    assert next(known for known in data.of_people if known.name == "gender").cells == ("F", "")


def test_headers_with_types_are_those_of_recbole(tmp_path: Path) -> None:
    table = written(tmp_path, "a.inter", "user_id:token\titem_id:token\trating:float\ttimestamp:float\n1\t2\t3\t4\n")
    items = written(tmp_path, "a.item", "item_id:token\tmovie_title:token_seq\n2\tToy Story\n")
    data = read_ratings(table, items)
    assert (data.people, data.items, data.rating.tolist()) == (("1",), ("2",), [3])
    assert [(known.name, known.cells) for known in data.of_items] == [("movietitle", ("Toy Story",))]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("user,item,rating\na,b,5\na,c,good\n", 3),
        ("user,item,rating\na,b,5\n,c,4\n", 3),
        ("user,item,rating\na,b,5\nb,b,5\na,b,4\n", 4),
        ("user,item,rating\na,b,5\na,c\n", 3),
        ("user,item,rating,time\na,b,5,yesterday\n", 2),
        ("name,thing,how much\na,b,5\n", 1),
        ("1::2::3::4\n1::2\n", 2),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(UserError, match=rf"line {line}[:,]"):
        read_ratings(written(tmp_path, "r.csv", text))


def test_no_ratings_and_no_file_are_refused(tmp_path: Path) -> None:
    for path in (written(tmp_path, "e.csv", ""), written(tmp_path, "h.csv", "user,item,rating\n"), tmp_path / "none"):
        with pytest.raises(UserError):
            read_ratings(path)
