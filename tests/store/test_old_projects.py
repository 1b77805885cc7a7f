"""Projects that were kept from older versions of the program open today with everything that was in them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.operations.evaluation.comparisons import describe_comparisons
from workbench.operations.evaluation.evaluations import describe_evaluation, describe_evaluations
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.labelling.labels import current_labels
from workbench.operations.runs.curve import run_curve
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.record import RunRecord
from workbench.operations.tasks.task_facts import describe_tasks
from workbench.store.file_identity import SCHEMA
from workbench.store.integrity import project_faults
from workbench.store.models import CheckpointKind
from workbench.store.project import Project, open_project

KEPT = Path(__file__).parent / "old_projects"


@pytest.fixture
def first(tmp_path: Path, backups: Path) -> Iterator[Project]:
    """A copy of the project of schema 1, opened with the program of today."""
    with open_project(Path(shutil.copy(KEPT / "schema_1.mlwb", tmp_path)), backups=backups) as project:
        yield project


def test_a_project_is_kept_of_every_schema_before_todays() -> None:
    kept = {file.name for file in KEPT.glob("*.mlwb")}
    before, today = {f"schema_{number}.mlwb" for number in range(1, SCHEMA)}, f"schema_{SCHEMA}.mlwb"
    assert before <= kept <= before | {today}
    assert all(file.stat().st_size < 200_000 for file in KEPT.glob("*.mlwb"))


def test_an_old_project_is_sound_after_a_backup_of_what_it_was(first: Project, backups: Path) -> None:
    assert project_faults(first) == []
    assert not first.read_only
    (backup,) = backups.glob("*/*.mlwb")
    with open_project(Path(shutil.copy(backup, first.path.with_name("again.mlwb"))), backups=backups) as again:
        assert describe_tasks(again) == describe_tasks(first)


def test_its_folders_and_classes_are_there(first: Project) -> None:
    tasks = describe_tasks(first)
    assert [(task.layout, task.images, len(task.classes)) for task in tasks] == [
        ("classes", 24, 6), ("classes", 24, 6), ("unlabelled", 6, 0),
    ]  # fmt: skip
    assert [sum(task.roles()[role] for task in tasks) for role in ("meta-train", "meta-validation", "meta-test")] == [
        8, 2, 2,
    ]  # fmt: skip


def test_its_run_is_there_with_its_weights_its_curve_and_its_notes(first: Project) -> None:
    (run,) = describe_runs(first)
    assert (run.approach, run.encoder, run.state, run.episode) == ("prototypical", "conv4", "finished", 20)
    assert len(run.notes) == 1
    assert "on the CPU only" in str(run.notes[0])
    curve = run_curve(first, run.id)
    assert (len(curve.episodes), curve.way, curve.training_way) == (10, 2, 5)
    for kind in CheckpointKind:
        assert RunRecord(first, run.id).checkpoint(kind) is not None


def test_its_test_is_there_with_its_confusions(first: Project) -> None:
    (test,) = describe_evaluations(first)
    assert (test.run, test.way, test.episodes, test.role) == (1, 2, 5, "meta-test")
    details = describe_evaluation(first, test.id)
    assert details.confusion.sum() == 20
    assert test.accuracy == pytest.approx(details.confusion.trace() / 20)


def test_its_labels_are_there_with_who_decided(first: Project) -> None:
    labels = current_labels(first)
    assert len(labels) == 6
    assert {label.who for label in labels} == {"ada"}
    assert {label.label for label in labels} == {known.name for known in labelling_classes(first)}
    assert all(label.decision == "accepted" and label.confidence for label in labels)
    assert sum(len(known.examples) for known in labelling_classes(first)) == 2


def test_what_is_new_begins_empty(first: Project) -> None:
    assert describe_comparisons(first) == ()
