"""Labelling: proposals from examples, a person's decisions, and what is exported."""

import csv
import json
import os
import shutil
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.made_images import make_classes, make_pile, pattern, variant
from tests.operations.conftest import SHORT, fill
from tests.operations.project.test_repair_project import damage
from tests.operations.tasks.test_import_images import contents
from tests.project_templates import ProjectTemplates
from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.imaging.scan import FolderLayout
from workbench.operations.labelling.accept_labels import AcceptReport, accept_labels
from workbench.operations.labelling.export_labels import ExportFormat, export_labels
from workbench.operations.labelling.label_table import LabelRow, read_label_table, write_label_table
from workbench.operations.labelling.labels import current_labels
from workbench.operations.labelling.propose_labels import ProposalReport, propose_labels
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, open_to_read
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.store.models import Label

pytestmark = pytest.mark.usefixtures("known_features")


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    return make_classes(tmp_path / "examples", classes=4, images=3)


@pytest.fixture
def pile(tmp_path: Path) -> dict[str, str]:
    return make_pile(tmp_path / "pile")


def propose(project: Project, home: Path, run: str = "latest", *, use_pile: bool = True) -> ProposalReport:
    return propose_labels(
        project,
        examples=home / "examples",
        images=home / "pile",
        output=home / "labels.csv",
        run=run,
        device="cpu",
        reporter=Silent(),
        use_pile=use_pile,
    )


def proposed(project: Project, home: Path) -> str:
    fill(project, home, (SHORT,))
    make_classes(home / "examples", classes=4, images=3)
    make_pile(home / "pile")
    propose(project, home)
    return str(home)


@pytest.fixture
def table(templates: ProjectTemplates, trained: Project, examples: Path, pile: dict[str, str], tmp_path: Path) -> Path:
    home = templates.fill(trained, proposed, tmp_path)
    table = tmp_path / "labels.csv"
    table.write_text(table.read_text("utf-8").replace(home, str(tmp_path)), "utf-8", newline="")
    return table


@pytest.mark.slow
def test_an_example_that_looks_like_another_class_is_named_with_the_proposals(
    project: Project, examples: Path, pile: dict[str, str], tmp_path: Path
) -> None:
    assert propose(project, tmp_path, "pretrained").suspects == ()
    wrong = examples / "class_01" / "wrong.png"
    variant(pattern(0), 7).save(wrong)
    first = propose(project, tmp_path, "pretrained").suspects[0]
    assert (first.path, first.name, first.looks_like, first.is_example) == (wrong, "class_01", "class_00", True)
    for class_folder in examples.iterdir():
        for extra in sorted(class_folder.iterdir())[1:]:
            extra.unlink()
    assert propose(project, tmp_path, "pretrained").suspects == ()


def test_every_file_gets_a_row_with_its_best_class_and_the_next(
    table: Path, pile: dict[str, str], tmp_path: Path
) -> None:
    with open(table, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:5] == ["path", "label", "confidence", "second", "second_confidence"]
    assert [Path(row["path"]) for row in rows] == sorted(tmp_path / "pile" / name for name in pile)
    for row in rows:
        assert row["label"] != row["second"]
        assert 0.25 <= float(row["confidence"]) <= 1.0
        assert float(row["second_confidence"]) <= float(row["confidence"])


def test_the_table_and_what_is_accepted_of_it_say_how_it_was_proposed(trained: Project, table: Path) -> None:
    settings = {row.proposed_with for row in read_label_table(table)}
    assert [(one.run, one.uses_pile, one.learns, one.examples, one.fit) for one in settings if one] == [
        (1, True, False, 12, "stretch")
    ]
    accept(trained, table)
    with trained.read() as session:
        stored = session.scalars(select(Label)).all()
    assert all(label.in_bulk and label.proposed_with for label in stored)


def test_most_images_of_easy_classes_are_named_right(table: Path, pile: dict[str, str]) -> None:
    rows = read_label_table(table)
    assert sum(row.label == pile[row.path.name] for row in rows) / len(rows) > 0.7


@pytest.mark.slow
def test_the_shipped_network_labels_without_tasks_or_runs(
    project: Project, examples: Path, pile: dict[str, str], tmp_path: Path
) -> None:
    report = propose(project, tmp_path, "pretrained")
    rows = read_label_table(tmp_path / "labels.csv")
    assert report.run == "pretrained"
    assert sum(row.label == pile[row.path.name] for row in rows) / len(rows) > 0.7


@pytest.mark.slow
def test_one_class_and_many_classes_are_labelled_too(trained: Project, pile: dict[str, str], tmp_path: Path) -> None:
    make_classes(tmp_path / "examples", classes=1, images=1)
    assert "class_00 is the only class" in str(propose(trained, tmp_path).warnings[-1])
    assert {row.label for row in read_label_table(tmp_path / "labels.csv")} == {"class_00"}
    shutil.rmtree(tmp_path / "examples")
    make_classes(tmp_path / "examples", classes=23, images=1)
    assert len(propose(trained, tmp_path).classes) == 23


@pytest.mark.slow
def test_an_unreadable_file_has_an_empty_label_and_a_reason(
    trained: Project, examples: Path, pile: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "pile" / "broken.png").write_bytes(b"no image")
    report = propose(trained, tmp_path)
    row = read_label_table(tmp_path / "labels.csv")[-1]
    assert (row.path.name, row.label, report.unreadable) == ("broken.png", "", 1)
    assert row.reason


@pytest.mark.slow
def test_sidecar_files_are_left_alone_and_counted_apart_from_unreadable_ones(
    trained: Project, examples: Path, pile: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "pile" / "notes.txt").write_text("seen at dusk")
    (examples / "class_00" / "notes.txt").write_text("seen at dawn")
    (tmp_path / "pile" / "broken.png").write_bytes(b"no image")
    report = propose(trained, tmp_path)
    assert (report.proposed, report.unreadable, report.sidecars) == (20, 1, 1)
    assert not any("path" in warning.values for warning in report.warnings)
    assert not any(row.path.name == "notes.txt" for row in read_label_table(tmp_path / "labels.csv"))


def test_a_folder_of_sidecar_files_alone_holds_no_images(trained: Project, examples: Path, tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "notes.txt").write_text("seen at dusk")
    with pytest.raises(UserError, match="no images in"):
        propose(trained, tmp_path)


@pytest.mark.slow
def test_every_example_that_cannot_be_read_is_named(
    trained: Project, examples: Path, pile: dict[str, str], tmp_path: Path
) -> None:
    (examples / "class_00" / "broken.png").write_bytes(b"no image")
    (examples / "class_01" / "empty.png").touch()
    report = propose(trained, tmp_path)
    assert sorted(str(warning.values["path"]) for warning in report.warnings if "path" in warning.values) == [
        str(examples / "class_00" / "broken.png"),
        str(examples / "class_01" / "empty.png"),
    ]
    assert report.examples == 12


@pytest.mark.slow
def test_equal_contents_have_a_row_each(trained: Project, examples: Path, pile: dict[str, str], tmp_path: Path) -> None:
    shutil.copy(tmp_path / "pile" / "000.png", tmp_path / "pile" / "copy.png")
    propose(trained, tmp_path)
    rows = {row.path.name: row for row in read_label_table(tmp_path / "labels.csv")}
    assert rows["copy.png"].label == rows["000.png"].label
    assert rows["copy.png"].confidence == rows["000.png"].confidence


@pytest.mark.slow
def test_without_the_pile_an_images_label_does_not_depend_on_the_others_in_the_folder(
    trained: Project, examples: Path, pile: dict[str, str], tmp_path: Path
) -> None:
    table = tmp_path / "labels.csv"
    propose(trained, tmp_path, use_pile=False)
    before = {row.path: row for row in read_label_table(table)}
    for name in sorted((tmp_path / "pile").iterdir())[1:]:
        name.unlink()
    propose(trained, tmp_path, use_pile=False)
    row = read_label_table(table)[0]
    assert row.label == before[row.path].label
    assert row.confidence == pytest.approx(before[row.path].confidence, abs=2e-4)


@pytest.mark.slow
def test_labelling_works_on_a_project_opened_read_only_and_changes_nothing_in_it(
    trained: Project, examples: Path, pile: dict[str, str], tmp_path: Path
) -> None:
    images = contents(tmp_path / "pile") | contents(tmp_path / "examples")
    with open_to_read(trained.path) as second:
        assert second.read_only
        propose(second, tmp_path)
    assert contents(tmp_path / "pile") | contents(tmp_path / "examples") == images
    assert current_labels(trained) == ()


def test_a_class_without_a_readable_example_is_refused_and_nothing_is_written(
    trained: Project, examples: Path, pile: dict[str, str], tmp_path: Path
) -> None:
    (examples / "empty").mkdir()
    (examples / "empty" / "broken.png").write_bytes(b"no image")
    with pytest.raises(UserError, match="empty"):
        propose(trained, tmp_path)
    assert not (tmp_path / "labels.csv").exists()


@pytest.mark.slow
def test_a_table_with_corrections_is_not_written_over(trained: Project, table: Path, tmp_path: Path) -> None:
    propose(trained, tmp_path)
    correct_first(table)
    with pytest.raises(UserError, match="corrected"):
        propose(trained, tmp_path)


def correct_first(table: Path) -> str:
    """Give the first row another label, as a person would in a spreadsheet; return the new one."""
    first, *others = read_label_table(table)
    write_label_table(table, [replace(first, label=first.second), *others])
    return first.second


def accept(project: Project, table: Path, at_least: float = 0.0) -> AcceptReport:
    return accept_labels(project, table, at_least, Silent())


def test_accepting_saves_what_was_decided_beside_what_was_proposed(trained: Project, table: Path) -> None:
    new = correct_first(table)
    report = accept(trained, table)
    assert (report.accepted, report.corrected, report.already, report.refused) == (19, 1, 0, ())
    first = next(label for label in current_labels(trained) if label.decision == Decision.CORRECTED)
    assert (first.label, first.proposed != new, first.who != "") == (new, True, True)


def test_accepting_again_adds_nothing_and_a_later_correction_wins(trained: Project, table: Path) -> None:
    accept(trained, table)
    assert accept(trained, table).already == 20
    new = correct_first(table)
    assert accept(trained, table).corrected == 1
    labels = current_labels(trained)
    assert len(labels) == 20
    assert labels[0].label == new
    with trained.read() as session:
        assert len(session.scalars(select(Label.id)).all()) == 21


def test_only_confident_rows_and_corrected_ones_are_taken(trained: Project, tmp_path: Path, pile: object) -> None:
    files = sorted((tmp_path / "pile").iterdir())[:3]
    rows = [
        LabelRow(files[0], "oak", 0.95, proposal="oak"),
        LabelRow(files[1], "oak", 0.5, proposal="oak"),
        LabelRow(files[2], "elm", 0.5, proposal="oak"),
    ]
    write_label_table(tmp_path / "t.csv", rows)
    report = accept(trained, tmp_path / "t.csv", 0.9)
    assert (report.accepted, report.corrected, report.below) == (1, 1, 1)


def test_a_file_that_is_gone_is_named_and_the_others_are_saved(trained: Project, table: Path, tmp_path: Path) -> None:
    (tmp_path / "pile" / "003.png").unlink()
    report = accept(trained, table)
    assert [file.path.name for file in report.refused] == ["003.png"]
    assert report.accepted == 19


def test_a_table_that_contradicts_itself_is_refused_and_nothing_is_saved(
    trained: Project, tmp_path: Path, pile: object
) -> None:
    file = tmp_path / "pile" / "000.png"
    write_label_table(tmp_path / "t.csv", [LabelRow(file, "oak", 1.0), LabelRow(file, "elm", 1.0)])
    with pytest.raises(UserError, match="oak and elm"):
        accept(trained, tmp_path / "t.csv")
    assert current_labels(trained) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name,label\na,b\n",
        "path,label,confidence\n/a,b,many\n",
        "path,label,confidence\n/a,b,nan\n",
        "path,label\n,b\n",
    ],
)
def test_a_table_that_is_none_is_refused_and_nothing_is_saved(trained: Project, tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.csv").write_text(text)
    with pytest.raises(UserError, match=r"bad\.csv"):
        accept(trained, tmp_path / "bad.csv")
    assert current_labels(trained) == ()


@pytest.fixture
def labelled(trained: Project, table: Path) -> Project:
    correct_first(table)
    accept(trained, table)
    return trained


def test_a_table_and_json_say_the_same(labelled: Project, tmp_path: Path) -> None:
    export_labels(labelled, ExportFormat.CSV, tmp_path / "out.csv", Silent())
    export_labels(labelled, ExportFormat.JSON, tmp_path / "out.json", Silent())
    with open(tmp_path / "out.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    values = json.loads((tmp_path / "out.json").read_text())
    assert len(rows) == len(values) == 20
    assert [(row["path"], row["label"], row["proposed"], row["decision"]) for row in rows] == [
        (value["path"], value["label"], value["proposed"], value["decision"]) for value in values
    ]


def test_folders_hold_copies_and_the_images_stay(labelled: Project, tmp_path: Path) -> None:
    before = contents(tmp_path / "pile")
    report = export_labels(labelled, ExportFormat.FOLDERS, tmp_path / "out", Silent())
    copies = {file.name: (file.parent.name, file.read_bytes()) for file in (tmp_path / "out").glob("*/*")}
    assert report.labels == len(copies) == 20
    for label in current_labels(labelled):
        assert copies[label.path.name] == (label.label, label.path.read_bytes())
    assert contents(tmp_path / "pile") == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE labels SET class_id = (SELECT max(id) FROM classes) WHERE id = (SELECT max(id) FROM labels)",
        "UPDATE classes SET name = 'another' WHERE id = (SELECT class_id FROM labels ORDER BY id DESC LIMIT 1)",
    ],
)
def test_an_export_of_damaged_labels_says_so(labelled: Project, tmp_path: Path, statement: str) -> None:
    assert export_labels(labelled, ExportFormat.CSV, tmp_path / "before.csv", Silent()).warnings == ()
    damage(labelled.path, statement)
    for kind in ExportFormat:
        (warning,) = export_labels(labelled, kind, tmp_path / f"out.{kind}", Silent()).warnings
        assert dict(warning.values) == {"count": 1}


def test_nothing_that_exists_is_written_over(labelled: Project, tmp_path: Path) -> None:
    image = tmp_path / "pile" / "000.png"
    before = image.read_bytes()
    for kind in (ExportFormat.CSV, ExportFormat.JSON):
        for taken in (image, labelled.path):
            with pytest.raises(UserError, match="already exists"):
                export_labels(labelled, kind, taken, Silent())
    assert image.read_bytes() == before


def test_an_existing_folder_is_not_written_into(labelled: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not an empty folder"):
        export_labels(labelled, ExportFormat.FOLDERS, tmp_path / "pile", Silent())


def test_class_names_that_no_folder_may_have_still_get_folders_of_their_own(
    trained: Project, tmp_path: Path, pile: object
) -> None:
    files = sorted((tmp_path / "pile").iterdir())
    names = ["../up", "Oak", "oak", "a/b", "=1+1", "CON", "CON:", ".."]
    write_label_table(
        tmp_path / "t.csv", [LabelRow(file, name, 1.0, proposal=name) for file, name in zip(files, names, strict=False)]
    )
    accept(trained, tmp_path / "t.csv")
    assert {label.label for label in current_labels(trained)} == set(names)
    export_labels(trained, ExportFormat.FOLDERS, tmp_path / "out", Silent())
    folders = [home.name for home in (tmp_path / "out").iterdir()]
    assert len({name.casefold() for name in folders}) == len(names)
    export_labels(trained, ExportFormat.CSV, tmp_path / "out.csv", Silent())
    assert ",'=1+1," in (tmp_path / "out.csv").read_text()


def test_no_copy_takes_the_place_of_another_whatever_the_names(
    trained: Project, tmp_path: Path, pile: dict[str, str]
) -> None:
    """Also one whose name is what another would have got for want of its own, or differs by case or Unicode form."""
    names = [
        "a.png",
        "a (2).png",
        "a.png",
        "A.png",
        "\u00f1.png",
        "n\u0303.png",
        f"{'x' * 240}.png",
        f"{'x' * 241}.png",
    ]
    files = sorted((tmp_path / "pile").iterdir())[: len(names)]
    moved: list[Path] = []
    for number, (file, name) in enumerate(zip(files, names, strict=True)):
        home = tmp_path / "more" / str(number)
        home.mkdir(parents=True)
        moved.append(file.rename(home / name))
    import_images(trained, tmp_path / "more", ImportRequest(layout=FolderLayout.UNLABELLED), Silent())
    write_label_table(tmp_path / "t.csv", [LabelRow(file, "oak", 1.0, proposal="oak") for file in moved])
    accept(trained, tmp_path / "t.csv")
    report = export_labels(trained, ExportFormat.FOLDERS, tmp_path / "out", Silent())
    copies = list((tmp_path / "out" / "oak").iterdir())
    assert report.labels == len(copies) == len(names)
    assert {copy.read_bytes() for copy in copies} == {file.read_bytes() for file in moved}
    forms = {unicodedata.normalize("NFC", unicodedata.normalize("NFC", copy.name).casefold()) for copy in copies}
    assert len(forms) == len(names)


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes in folders")
def test_what_has_become_a_pipe_is_named_and_holds_nothing_up(labelled: Project, tmp_path: Path) -> None:
    image = tmp_path / "pile" / "000.png"
    image.unlink()
    os.mkfifo(image)
    report = export_labels(labelled, ExportFormat.FOLDERS, tmp_path / "out", Silent())
    assert [trouble.path.name for trouble in report.missing] == ["000.png"]
    os.mkfifo(tmp_path / "table.csv")
    with pytest.raises(UserError):
        accept(labelled, tmp_path / "table.csv")


def test_exporting_before_anything_was_labelled_is_refused(trained: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no labels"):
        export_labels(trained, ExportFormat.CSV, tmp_path / "out.csv", Silent())
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    ("separator", "encoding", "decimal"), [(";", "utf-8-sig", ","), ("\t", "utf-16", ","), (",", "utf-8-sig", ".")]
)
def test_a_table_that_a_spreadsheet_saved_is_read_back(
    trained: Project, table: Path, separator: str, encoding: str, decimal: str
) -> None:
    with open(table, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    with open(table, "w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=separator, lineterminator="\r\n")
        writer.writerow(rows[0])
        writer.writerows([*row[:2], row[2].replace(".", decimal), *row[3:]] for row in rows[1:])
    assert accept(trained, table).accepted == 20


def test_names_come_back_on_one_line_and_paths_of_odd_bytes_as_they_were(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9\n\"',;.png")
    rows = [LabelRow(odd, "cr\rname", 0.5, "nl\nname", 0.25, "", "'=1"), LabelRow(odd, "=a,b", 0.5, proposal="=a,b")]
    write_label_table(tmp_path / "t.csv", rows)
    first, second = read_label_table(tmp_path / "t.csv")
    assert (first, second) == (replace(rows[0], label="cr name", second="nl name"), rows[1])


@pytest.mark.parametrize("label", [b"Anan\xe1s", b"nul\0l"])
def test_a_label_that_is_no_text_is_refused_with_its_line(trained: Project, tmp_path: Path, label: bytes) -> None:
    (tmp_path / "t.csv").write_bytes(b"path,label\n/a.png,oak\n/b.png," + label + b"\n")
    with pytest.raises(UserError, match="line 3"):
        accept(trained, tmp_path / "t.csv")
