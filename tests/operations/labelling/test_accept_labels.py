"""Accepting tables that a spreadsheet saved, and tables that say otherwise than a person decided before."""

import shutil
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from tests.made_images import make_pile
from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.operations.labelling._decided_before import refuse_to_lose_corrections
from workbench.operations.labelling.accept_labels import AcceptReport, accept_labels
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.label_table import LabelRow, write_label_table
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.labelling.labels import current_labels
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    make_pile(tmp_path / "Station É0")
    return sorted((tmp_path / "Station É0").iterdir())[:4]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "labels.csv"


def accept(project: Project, table: Path, *, replace: bool = False) -> AcceptReport:
    return accept_labels(project, table, 0.0, Silent(), replace=replace)


def proposed(files: list[Path], label: str = "oak") -> list[LabelRow]:
    return [LabelRow(file, label, 0.9, proposal=label) for file in files]


def corrected(rows: list[LabelRow], label: str) -> list[LabelRow]:
    return [replace(row, label=label) for row in rows]


def labels_of(project: Project) -> list[str]:
    return [label.label for label in current_labels(project)]


def test_a_correction_stays_when_a_newer_proposal_is_accepted(project: Project, files: list[Path], table: Path) -> None:
    write_label_table(table, [*corrected(proposed(files[:2]), "elm"), *proposed(files[2:])])
    accept(project, table)
    write_label_table(table, proposed(files))
    report = accept(project, table)
    assert (report.accepted, report.corrected, report.already) == (0, 0, 2)
    assert [(row.path, row.decided, row.label) for row in report.conflicts] == [
        (file.absolute(), "elm", "oak") for file in files[:2]
    ]
    assert labels_of(project) == ["elm", "elm", "oak", "oak"]


def test_the_table_holds_where_the_person_says_so(project: Project, files: list[Path], table: Path) -> None:
    write_label_table(table, corrected(proposed(files), "elm"))
    accept(project, table)
    write_label_table(table, proposed(files))
    assert accept(project, table, replace=True).accepted == 4
    assert labels_of(project) == ["oak"] * 4


def test_a_label_taken_out_of_the_table_is_named_and_withdrawn_where_the_person_says_so(
    project: Project, files: list[Path], table: Path
) -> None:
    write_label_table(table, proposed(files))
    accept(project, table)
    write_label_table(table, [*corrected(proposed(files[:1]), ""), *proposed(files[1:])])
    report = accept(project, table)
    assert [(row.path, row.decided, row.label) for row in report.conflicts] == [(files[0].absolute(), "oak", "")]
    assert (labels_of(project), report.withdrawn) == (["oak"] * 4, 0)
    assert accept(project, table, replace=True).withdrawn == 1
    assert labels_of(project) == ["oak"] * 3
    assert accept(project, table, replace=True).withdrawn == 0


def test_a_label_taken_out_before_anything_was_accepted_is_no_conflict(
    project: Project, files: list[Path], table: Path
) -> None:
    write_label_table(table, [*corrected(proposed(files[:1]), ""), *proposed(files[1:])])
    report = accept(project, table)
    assert (report.accepted, report.empty, report.conflicts) == (3, 1, ())
    assert len(labels_of(project)) == 3


def test_a_correction_that_was_replaced_is_not_written_over(project: Project, files: list[Path], table: Path) -> None:
    write_label_table(table, corrected(proposed(files[:1]), "elm"))
    accept(project, table)
    newer = table.with_name("newer.csv")
    write_label_table(newer, proposed(files[:1]))
    accept(project, newer, replace=True)
    with pytest.raises(UserError):
        refuse_to_lose_corrections(project, table)


def test_without_confidences_there_is_no_minimum(project: Project, files: list[Path], table: Path) -> None:
    table.write_text("path,label\n" + "".join(f"{file},oak\n" for file in files))
    with pytest.raises(UserError):
        accept_labels(project, table, 0.9, Silent())
    assert labels_of(project) == []
    assert accept(project, table).accepted == 4


def test_without_the_proposals_no_confidence_is_kept(project: Project, files: list[Path], table: Path) -> None:
    table.write_text("path,label,confidence\n" + "".join(f"{file},oak,0.76\n" for file in files))
    accept(project, table)
    assert {label.confidence for label in current_labels(project)} == {None}


def test_an_old_table_does_not_take_back_what_was_decided_since(
    project: Project, files: list[Path], table: Path
) -> None:
    write_label_table(table, corrected(proposed(files[:1]), "elm"))
    accept(project, table)
    newer = table.with_name("newer.csv")
    write_label_table(newer, corrected(proposed(files[:1]), "ash"))
    corrected_again = accept(project, newer)
    assert corrected_again.corrected == 1
    assert [(row.decided, row.label) for row in corrected_again.replaced] == [("elm", "ash")]
    report = accept(project, table)
    assert report.replaced == ()
    assert (report.corrected, [row.decided for row in report.conflicts]) == (0, ["ash"])
    assert labels_of(project) == ["ash"]


@pytest.mark.parametrize("decision", [Decision.UNKNOWN, Decision.REJECTED])
def test_none_of_the_classes_is_a_decision_too(
    project: Project, files: list[Path], table: Path, decision: Decision
) -> None:
    write_label_table(table, proposed(files[:1]))
    accept(project, table)
    decide(project, [Decided(current_labels(project)[0].image_id, None, decision)])
    assert [row.decided for row in accept(project, table).conflicts] == [decision.value]


def test_the_same_content_labelled_twice_is_named(project: Project, files: list[Path], table: Path) -> None:
    copy = Path(shutil.copyfile(files[0], files[0].with_name("zcopy.png")))
    write_label_table(table, [*proposed(files[:1]), *corrected(proposed([copy]), "elm")])
    report = accept(project, table)
    (warning,) = report.warnings
    assert (report.accepted, report.corrected) == (1, 1)
    assert {str(files[0].absolute()), str(copy.absolute()), "oak", "elm"} <= set(warning.values.values())


def test_a_moved_file_keeps_what_a_person_decided(project: Project, files: list[Path], table: Path) -> None:
    write_label_table(table, corrected(proposed(files[:1]), "elm"))
    accept(project, table)
    moved = Path(shutil.move(files[0], files[0].with_name("moved.png")))
    write_label_table(table, proposed([moved]))
    report = accept(project, table)
    assert [(row.decided, row.label) for row in report.conflicts] == [("elm", "oak")]


@pytest.mark.parametrize(
    "typed",
    ["quercus é ", "quercus\u00a0é", unicodedata.normalize("NFD", "quercus é"), "  quercus   é", "\ufeffquercus é"],
)
def test_what_nobody_sees_makes_no_other_class(project: Project, files: list[Path], table: Path, typed: str) -> None:
    write_label_table(table, proposed(files[:1], "quercus é"))
    accept(project, table)
    write_label_table(table, corrected(proposed(files[1:2]), typed))
    report = accept(project, table)
    assert (report.corrected, report.new_classes) == (1, ())
    assert labels_of(project) == ["quercus é"] * 2


def test_a_new_class_is_named_and_what_it_is_easily_taken_for(project: Project, files: list[Path], table: Path) -> None:
    write_label_table(table, [*proposed(files[:1], "oak"), *proposed(files[1:2], "Oak")])
    report = accept(project, table)
    (warning,) = report.warnings
    assert report.new_classes == ("oak", "Oak")
    assert dict(warning.values) == {"name": "Oak", "other": "oak"}


@pytest.mark.parametrize(
    "text",
    [
        "path,label,confidence\r\n{0},oak,0.95\r\n{1},elm,0.5\r\n,,\r\n",
        "sep=;\r\npath;label;confidence\r\n{0};oak;0,95\r\n{1};elm;0,5\r\n",
        '"sep=;"\r\npath;label;confidence\r\n{0};oak;95 %\r\n{1};elm;50%\r\n',
        "\ufeffPath, label,\u00a0Confidence \n{0},oak,0.95\n\n{1},elm,5E-01\n",
        "path\tlabel\tconfidence\r{0}\toak\t0.95\r{1}\telm\t0.5\r",
        '"path","label","confidence"\n"{0}","oak ",""\n"{1}"," elm",0.5\n"","",""\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_table_is_read_as_spreadsheets_save_it(
    project: Project, files: list[Path], table: Path, text: str, encoding: str
) -> None:
    table.write_bytes(text.format(*files).encode(encoding))
    assert accept(project, table).accepted == 2
    assert labels_of(project) == ["oak", "elm"]


@pytest.mark.parametrize("name", ["'t Gooi", "'=odd", "=odd", "-", "#N/A", "?", "''", "@home"])
def test_a_name_comes_back_as_it_was_typed(project: Project, files: list[Path], table: Path, name: str) -> None:
    write_label_table(table, proposed(files[:1], name))
    accept(project, table)
    assert [row.name for row in labelling_classes(project)] == [name]


def test_an_apostrophe_that_a_person_typed_stays(project: Project, files: list[Path], table: Path) -> None:
    table.write_text(f"path,label,proposal\n{files[0]},'t Gooi,oak\n", encoding="utf-8")
    accept(project, table)
    assert labels_of(project) == ["'t Gooi"]


def test_a_path_in_a_windows_code_page_is_explained(project: Project, files: list[Path], table: Path) -> None:
    table.write_bytes(f"path;label\r\n{files[0]};oak\r\n".encode("cp1252"))
    with pytest.raises(UserError, match="UTF-8"):
        accept(project, table)
    assert current_labels(project) == ()


def test_a_table_that_was_accepted_may_be_written_over(project: Project, files: list[Path], table: Path) -> None:
    write_label_table(table, [*corrected(proposed(files[:1]), "elm"), *proposed(files[1:2]), LabelRow(files[2], "")])
    with pytest.raises(UserError, match=r"labels\.csv"):
        refuse_to_lose_corrections(project, table)
    accept(project, table)
    refuse_to_lose_corrections(project, table)


def test_what_was_decided_about_the_same_content_is_read_once_for_many_rows(
    project: Project, files: list[Path], table: Path
) -> None:
    reads: list[str] = []

    def count(*execution: object) -> None:
        reads.extend(part for part in execution if isinstance(part, str) and "max(label" in part)

    copies = [Path(shutil.copyfile(file, file.with_name(f"copy_{file.name}"))) for file in files]
    write_label_table(table, corrected(proposed(files), "elm"))
    accept(project, table)
    write_label_table(table, proposed(copies))
    event.listen(Engine, "before_cursor_execute", count)
    try:
        report = accept(project, table)
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    assert [row.decided for row in report.conflicts] == ["elm"] * 4
    assert len(reads) == 1


def test_of_three_files_of_one_content_the_last_is_warned_of_both_others(
    project: Project, files: list[Path], table: Path
) -> None:
    copies = [Path(shutil.copyfile(files[0], files[0].with_name(f"z{number}.png"))) for number in range(2)]
    rows = [
        corrected(proposed([file]), name) for file, name in zip((files[0], *copies), ("elm", "ash", "fir"), strict=True)
    ]
    write_label_table(table, [row for part in rows for row in part])
    assert [warning.values["two"] for warning in accept(project, table).warnings] == ["elm", "elm", "ash"]
