"""Classes that stand in a table: CSV, COCO's JSON and Camtrap DP, matched with files; the rest is counted."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.made_images import pattern, variant
from workbench.errors import UserError
from workbench.imaging.scan import FolderLayout
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.class_tables import TableEntry, read_class_table
from workbench.operations.tasks.classes import rename_class
from workbench.operations.tasks.import_images import import_images
from workbench.operations.tasks.import_report import ImportReport, ImportRequest
from workbench.operations.tasks.table_files import TableCounts
from workbench.operations.tasks.task_facts import describe_tasks
from workbench.store.models import Image


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Return a folder of six images, two of them in a folder inside."""
    folder = tmp_path / "pile"
    for number in range(6):
        path = folder / ("deeper" if number > 3 else "") / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        variant(pattern(number), number).save(path)
    return folder


def table(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


def imported_by(project: Project, folder: Path, labels: Path | None = None) -> ImportReport:
    return import_images(project, folder, ImportRequest(labels=labels), Silent())


def counts_of(report: ImportReport) -> TableCounts:
    assert report.table is not None
    return report.table


def classes(project: Project) -> dict[str, int]:
    return {facts.name: facts.images for task in describe_tasks(project) for facts in task.classes}


LINES = ["path,class", "0.png,oak", "1.png,oak", "2.png,elm", "3.png,elm", "deeper/4.png,elm", "gone.png,elm"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_table_gives_classes_to_the_files_of_a_folder(project: Project, pile: Path, separator: str) -> None:
    labels = table(pile.parent / "labels.csv", *(line.replace(",", separator) for line in LINES))
    report = imported_by(project, pile, labels)
    assert classes(project) == {"oak": 2, "elm": 3}
    counts = counts_of(report)
    assert (counts.rows, counts.without_file, counts.files_without_row, counts.contradicted) == (6, 1, 1, 0)
    assert (counts.first_without_file, Path(counts.first_without_row).name) == ("gone.png", "5.png")
    assert sum("for example" in str(warning) or "5.png" in str(warning) for warning in report.warnings) >= 2


def test_a_layout_beside_a_table_is_refused_before_anything_is_imported(project: Project, pile: Path) -> None:
    labels = table(pile / "labels.csv", "file,class", "0.png,oak")
    with pytest.raises(UserError):
        import_images(project, pile, ImportRequest(FolderLayout.TASKS, labels=labels), Silent())
    assert classes(project) == {}
    assert imported_by(project, pile, labels).added == 1


def test_a_table_is_imported_with_the_files_beside_it(project: Project, pile: Path) -> None:
    labels = table(pile / "labels.csv", *LINES)
    assert imported_by(project, labels).added == 5
    assert classes(project) == {"oak": 2, "elm": 3}
    assert describe_tasks(project)[0].folder == pile
    assert imported_by(project, labels).known == 5


@pytest.mark.parametrize(
    "header",
    ["file,label", "File name,Species", "image_path;label", "filename\tcategory", "Ruta,Clase", "archivo;especie"],
)
def test_usual_names_of_columns_are_understood(tmp_path: Path, header: str) -> None:
    separator = next(one for one in ";\t," if one in header)
    lines = table(tmp_path / "t.csv", header, f"a.png{separator}oak")
    assert read_class_table(lines) == (TableEntry("a.png", "oak"),)


def test_individuals_of_a_table_are_specimens(project: Project, pile: Path) -> None:
    labels = table(
        pile.parent / "labels.csv", "path,species,individual_id", "0.png,oak,A", "1.png,oak,A", "2.png,oak,B"
    )
    imported_by(project, pile, labels)
    with project.read() as session:
        assert sorted(map(str, session.scalars(select(Image.specimen)))) == ["A", "A", "B"]


def test_a_table_without_such_columns_is_refused_in_words(project: Project, pile: Path) -> None:
    labels = table(pile.parent / "labels.csv", "when,who", "today,me")
    with pytest.raises(UserError, match=r"labels\.csv"):
        imported_by(project, pile, labels)


def test_a_table_whose_rows_fit_nothing_is_refused(project: Project, pile: Path) -> None:
    with pytest.raises(UserError):
        imported_by(project, pile, table(pile.parent / "labels.csv", "path,class", "x.png,oak"))
    assert describe_tasks(project) == ()


def test_a_file_with_several_classes_is_left_out_and_counted(project: Project, pile: Path) -> None:
    labels = table(pile.parent / "l.csv", *LINES, "0.png,elm", "5.png,")
    report = imported_by(project, pile, labels)
    assert classes(project) == {"oak": 1, "elm": 3}
    assert (counts_of(report).contradicted, counts_of(report).without_class) == (1, 1)
    assert counts_of(report).files_without_row == 0


def test_paths_of_another_computer_count_by_their_end_and_never_by_the_name_alone(project: Project, pile: Path) -> None:
    lines = [r"C:\data\pile\0.png,oak", "/home/me/pile/1.png,oak", "elsewhere/4.png,elm", "deeper/5.png,elm", "2,elm"]
    report = imported_by(project, pile, table(pile.parent / "l.csv", "path,class", *lines))
    assert classes(project) == {"oak": 2, "elm": 2}
    assert counts_of(report).first_without_file == "elsewhere/4.png"


def test_a_table_that_changed_changes_the_classes(project: Project, pile: Path) -> None:
    labels = table(pile / "labels.csv", *LINES)
    imported_by(project, labels)
    elm = next(facts.id for facts in describe_tasks(project)[0].classes if facts.name == "elm")
    rename_class(project, elm, "Ulmus")
    table(labels, *LINES[:2], "1.png,elm", *LINES[3:])
    report = imported_by(project, labels)
    assert classes(project) == {"oak": 1, "Ulmus": 4}
    assert report.known == 4


def test_json_of_coco_is_read(project: Project, pile: Path) -> None:
    content = {
        "images": [{"id": number, "file_name": f"{number}.png"} for number in range(4)],
        "annotations": [{"image_id": number, "category_id": number % 2} for number in range(3)],
        "categories": [{"id": 0, "name": "oak"}, {"id": 1, "name": "elm"}],
    }
    (pile / "annotations.json").write_text(json.dumps(content))
    report = imported_by(project, pile / "annotations.json")
    assert classes(project) == {"oak": 2, "elm": 1}
    assert (counts_of(report).without_class, counts_of(report).files_without_row) == (1, 2)


@pytest.mark.parametrize("content", ["{", "[1]", '{"images": 3}', '"text"', "[" * 100_000, '{"images": [{}]}', "null"])
def test_json_of_another_kind_is_refused_in_words(project: Project, tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(UserError, match=r"a\.json"):
        imported_by(project, tmp_path / "a.json")


def test_the_observations_of_a_camera_trap_are_read(project: Project, pile: Path) -> None:
    table(
        pile / "media.csv",
        "mediaID,deploymentID,timestamp,filePath,fileName",
        *(f"m{number},d1,2024-05-0{number + 1}T10:00:00Z,{number}.png,{number}.png" for number in range(4)),
    )
    table(
        pile / "observations.csv",
        "observationID,deploymentID,mediaID,eventStart,eventEnd,observationType,scientificName,individualID",
        "o1,d1,m0,,,animal,Vulpes vulpes,fox 1",
        "o2,d1,m1,,,blank,,",
        "o3,d1,,2024-05-03T00:00:00Z,2024-05-04T23:00:00Z,animal,Meles meles,",
        "o4,d1,m9,,,animal,Meles meles,",
    )
    report = imported_by(project, pile / "observations.csv")
    assert classes(project) == {"Vulpes vulpes": 1, "blank": 1, "Meles meles": 2}
    assert counts_of(report).without_file == 1
