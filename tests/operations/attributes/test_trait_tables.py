"""Tables of traits as spreadsheets write them: read, refused in words, kept in the project, matched to its classes."""

from pathlib import Path

import pytest
from sqlalchemy import select

from workbench.errors import UserError
from workbench.learning.trait_cells import TraitKind
from workbench.operations.attributes.trait_tables import (
    Traits,
    class_rows,
    keep_traits,
    project_traits,
    read_traits,
)
from workbench.operations.project.opening import Project
from workbench.store.models import ImageClass

TABLE = "Species,Length,Hairy,Colour\nAglais io,5.5,yes,red|blue\nPieris rapae,4,no,white\nIphiclides,?,,yellow\n"


def written(home: Path, text: str, encoding: str = "utf-8") -> Path:
    path = home / "traits.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.fixture
def table(tmp_path: Path) -> Traits:
    return read_traits(written(tmp_path, TABLE))


def test_the_first_column_names_the_classes_and_the_others_are_traits(table: Traits) -> None:
    assert table.columns == (
        ("Length", TraitKind.NUMBER),
        ("Hairy", TraitKind.YES_NO),
        ("Colour", TraitKind.CATEGORY),
    )
    assert table.rows["Aglais io"] == ("5.5", "yes", "red|blue")
    assert list(table.rows) == ["Aglais io", "Pieris rapae", "Iphiclides"]
    assert (table.name, table.notes) == ("traits.csv", ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TABLE, "utf-8-sig"),
        (TABLE.replace(",", ";").replace("5.5", "5,5"), "utf-8"),
        (TABLE.replace(",", "\t"), "utf-16"),
        (TABLE.replace("\n", "\r\n"), "utf-8"),
        (TABLE.replace("\n", ",\n"), "utf-8"),
        ("\n" + TABLE.replace("\n", "\n\n"), "utf-8"),
        (TABLE.replace("yes", "sí").replace("Aglais io", ' "Aglais io" '), "utf-8-sig"),
    ],
)
def test_tables_are_read_as_spreadsheets_of_many_countries_write_them(tmp_path: Path, text: str, encoding: str) -> None:
    traits = read_traits(written(tmp_path, text, encoding))
    assert [kind for _, kind in traits.columns] == [TraitKind.NUMBER, TraitKind.YES_NO, TraitKind.CATEGORY]
    assert len(traits.rows) == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("class\na\nb\n", "no trait columns"),
        ("class,hairy\n", "contains no classes"),
        ("class,hairy\na,yes\nA,no\n", "row 3: .* A .* row 2"),
        ("class,hairy\na,yes,7\n", "row 2: .* 3 cells, .* 2"),
        ("class,hairy,legs\na,yes\n", "row 2: .* 2 cells, .* 3"),
        ("class,hairy\n,yes\n", "row 2, column 1"),
        ("class,,hairy\na,7,yes\n", "column 2 has no name"),
        ("class,hairy,Hairy\na,yes,no\n", "two columns .* hairy"),
        ("class,hairy\na,?\nb,\n", "describes no class"),
        ('class,hairy\na,"yes\n', "line 2"),
        ("class,hairy\na,\0\n", "not text. Save"),
    ],
)
def test_what_is_no_table_of_traits_is_refused_in_words(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UserError, match=words) as refused:
        read_traits(written(tmp_path, text))
    assert "traits.csv" in str(refused.value)


def test_files_that_are_no_text_or_not_there_are_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")
    for name, words in (("picture.csv", "CSV UTF-8"), ("nowhere.csv", "cannot be read"), (".", "cannot be read")):
        with pytest.raises(UserError, match=words):
            read_traits(tmp_path / name)


def test_a_table_as_excel_writes_it_on_windows_keeps_its_accents(tmp_path: Path) -> None:
    traits = read_traits(written(tmp_path, "clase;peluda\nlápiz;sí\nniño;no\n", "cp1252"))
    assert set(traits.rows) == {"lápiz", "niño"}


def test_a_column_in_which_nothing_is_known_is_left_out_and_said(tmp_path: Path) -> None:
    traits = read_traits(written(tmp_path, "class,empty,legs\na,?,6\nb,,8\n"))
    assert traits.names == ("legs",)
    assert [dict(note.values) for note in traits.notes] == [{"name": "empty"}]


def test_a_column_of_numbers_with_a_word_in_it_is_said(tmp_path: Path) -> None:
    traits = read_traits(written(tmp_path, "class,legs\na,6\nb,8\nc,about 13\n"))
    assert traits.columns == (("legs", TraitKind.CATEGORY),)
    (note,) = traits.notes
    assert dict(note.values) == {"name": "legs", "count": 1, "cell": "about 13", "row": "c"}
    (several,) = read_traits(written(tmp_path, "class,legs\na,6\nb,many\nc,few\nd,8\ne,9\n")).notes
    assert dict(several.values) == {"name": "legs", "count": 2, "cell": "many", "row": "b"}
    assert read_traits(written(tmp_path, "class,colour\na,6\nb,red\nc,blue\n")).notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "a,5.5,yes,red\nb,4,no,white\nc,3,no,red\n",
        "a,6\nb,8\nc,10\n",
        "a,yes,no,yes\nb,no,no,yes\n",
        "a,red\nb,white\nc,Red\n",
        "a,5-7,\nb,8,\nc,10,\n",
    ],
)
def test_a_table_whose_names_of_traits_are_missing_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UserError, match="must name the traits") as refused:
        read_traits(written(tmp_path, text))
    assert refused.value.text.values["name"] == "a"


def test_traits_that_are_numbered_are_taken_and_said(tmp_path: Path) -> None:
    traits = read_traits(written(tmp_path, "taxon,1,2,3\na,0,2,1\nb,1,3,4\nc,2,2,5\n"))
    assert (traits.names, list(traits.rows)) == (("1", "2", "3"), ["a", "b", "c"])
    assert len(traits.notes) == 1
    assert read_traits(written(tmp_path, "taxon,legs,1\na,0,2\nb,2,3\n")).notes == ()


def test_a_table_that_begins_with_a_class_of_the_project_is_not_kept(imported: Project, tmp_path: Path) -> None:
    for first in ("Class 01", "task_00/class_01"):
        traits = read_traits(written(tmp_path, f"{first},striped and small\nclass_02,plain\nclass_03,dotted\n"))
        with pytest.raises(UserError, match=r"begins with the class .*class_01"):
            keep_traits(imported, traits)
    assert project_traits(imported) is None


def test_the_newest_table_is_the_projects(project: Project, table: Traits, tmp_path: Path) -> None:
    assert project_traits(project) is None
    keep_traits(project, table)
    assert project_traits(project) == table
    keep_traits(project, read_traits(written(tmp_path, "class,legs\na,6\nb,8\n")))
    newest = project_traits(project)
    assert newest is not None
    assert dict(newest.rows) == {"a": ("6",), "b": ("8",)}


def test_classes_are_matched_by_folder_and_name_before_their_name_alone(imported: Project, tmp_path: Path) -> None:
    text = "class,legs\nTask_00/Class 01,6\nclass_01,8\nCLASS02,4\nnobody,2\n"
    traits = read_traits(written(tmp_path, text))
    with imported.read() as session:
        classes = {(row.task_id, row.name): row.id for row in session.scalars(select(ImageClass))}
    rows = class_rows(imported, traits, classes.values())
    named = {key: rows.get(number) for key, number in classes.items()}
    assert [named[task, "class_01"] for task in (1, 2, 3)] == [("6",), ("8",), ("8",)]
    assert [named[task, "class_02"] for task in (1, 2, 3)] == [("4",)] * 3
    assert named[1, "class_00"] is None


def test_keeping_a_table_says_what_it_describes(imported: Project, tmp_path: Path) -> None:
    text = "class,legs\ntask_00/class_01,6\nclass_02,4\nnobody,2\n"
    report = keep_traits(imported, read_traits(written(tmp_path, text)))
    assert (report.classes, report.described, report.unused) == (3, 4, ("nobody",))
    assert "task_00/class_00" in report.without
    assert len(report.without) == 14
