"""Projects that were kept from older versions of the program open today with everything that was in them."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.store.stored_words import stored_codes, stored_sentences
from workbench.facts import fact
from workbench.facts.decision import Decision
from workbench.operations.attributes.trait_tables import project_traits
from workbench.operations.evaluation.adaptation_curve import newest_adaptation_curve
from workbench.operations.evaluation.comparisons import describe_comparisons
from workbench.operations.evaluation.evaluations import describe_evaluation, describe_evaluations
from workbench.operations.evaluation.reliability import newest_expectations, newest_reliability
from workbench.operations.evaluation.shot_curve import newest_shot_curve
from workbench.operations.evaluation.verdict import describe_verdict
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.labelling.labels import count_labels, current_labels
from workbench.operations.labelling.proposal_settings import ProposalSettings
from workbench.operations.ratings.rating_tables import newest_ratings
from workbench.operations.runs.curve import run_curve
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.record import RunRecord
from workbench.operations.runs.run_traits import notes_of
from workbench.operations.serialisation import to_json
from workbench.operations.tasks.images import list_images, list_skipped
from workbench.operations.tasks.shared_roles import warn_of_shared_roles
from workbench.operations.tasks.task_facts import describe_tasks
from workbench.store.file_identity import SCHEMA
from workbench.store.integrity import project_faults
from workbench.store.models import CheckpointKind
from workbench.store.project import Project, open_project
from workbench.words import Decimal

KEPT = Path(__file__).parent / "old_projects"


@pytest.fixture
def first(tmp_path: Path, backups: Path) -> Iterator[Project]:
    """A copy of the project of schema 1, opened with the program of today."""
    with open_project(Path(shutil.copy(KEPT / "schema_1.mlwb", tmp_path)), backups=backups) as project:
        yield project


def test_a_project_is_kept_of_every_schema_before_todays() -> None:
    assert sorted(file.name for file in KEPT.glob("*.mlwb")) == [f"schema_{number}.mlwb" for number in range(1, SCHEMA)]
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
    assert run.notes == (fact("device.cpu_build"),)
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
    assert all(label.decision == Decision.ACCEPTED and label.confidence for label in labels)
    assert sum(len(known.examples) for known in labelling_classes(first)) == 2


def test_what_is_new_begins_empty(first: Project) -> None:
    assert describe_comparisons(first) == ()


@pytest.fixture
def second(tmp_path: Path, backups: Path) -> Iterator[Project]:
    """A copy of the project of schema 2, opened with the program of today."""
    with open_project(Path(shutil.copy(KEPT / "schema_2.mlwb", tmp_path)), backups=backups) as project:
        yield project


@pytest.fixture(scope="module")
def shown_then() -> dict[str, Any]:
    """What the program of schema 2 showed of that project: figures, and sentences as their codes and values."""
    return json.loads((KEPT / "schema_2.json").read_text())


def as_kept(value: Any) -> Any:
    """Return what an operation gave as the kept file holds it."""
    return json.loads(json.dumps(to_json(value), default=str))


def as_then(now: Any, then: Any) -> Any:
    """Return what is known now without the names that nobody knew then."""
    if isinstance(now, dict) and isinstance(then, dict):
        return {name: as_then(now[name], then[name]) for name in then}
    if isinstance(now, list) and isinstance(then, list) and len(now) == len(then):
        return [as_then(one, other) for one, other in zip(now, then, strict=True)]
    return now


def test_the_project_of_schema_2_is_sound(second: Project) -> None:
    assert project_faults(second) == []
    assert not second.read_only


def test_its_images_cannot_be_read_for_the_reasons_of_then(second: Project, shown_then: dict[str, Any]) -> None:
    assert [[skipped.path.name, as_kept(skipped.reason)] for skipped in list_skipped(second)] == shown_then["skipped"]
    assert len(list_images(second)) == 89
    assert warn_of_shared_roles(second) == (fact("images.in_several_roles", count=1),)


def test_its_runs_have_the_notes_and_the_figures_of_then(second: Project, shown_then: dict[str, Any]) -> None:
    runs = describe_runs(second)
    assert [[as_kept(note) for note in run.notes] for run in runs] == [run["notes"] for run in shown_then["runs"]]
    assert [[as_kept(note) for note in notes_of(run.settings.traits)] for run in runs] == [
        run["trait_notes"] for run in shown_then["runs"]
    ]
    for run, then in zip(runs, shown_then["runs"], strict=True):
        assert [run.approach, run.state, run.episode, run.resumable] == then["state"]
        assert [run.best_accuracy, run.loss] == then["figures"]
        assert len(run_curve(second, run.id).episodes) == then["curve"]
        assert run.settings.augment_images is False


def test_its_comparisons_say_what_they_said(second: Project, shown_then: dict[str, Any]) -> None:
    now = {
        "comparisons": describe_comparisons(second),
        "shots": newest_shot_curve(second),
        "steps": newest_adaptation_curve(second),
        "doubts": newest_reliability(second),
    }
    for name, result in now.items():
        assert as_then(as_kept(result), shown_then[name]) == shown_then[name]


def test_what_is_made_of_its_figures_warns_as_it_did(second: Project) -> None:
    expectations, doubts = newest_expectations(second), newest_reliability(second)
    assert expectations is not None
    assert [finding.warns for finding in expectations.found] == [False, False, True]
    assert dict(expectations.sentence.values) == {"count": 1, "total": 3, "run": "1"}
    assert doubts is not None
    gaps = {run.run: run.gap.sentence for run in doubts.runs if run.gap}
    assert len({sentence.template for sentence in gaps.values()}) == 3
    assert [run.distance.is_far for run in doubts.runs if run.distance] == [False, False, False]
    assert doubts.diversity.sentence.values["value"] == Decimal(doubts.diversity.value or 0.0, 2)


def test_its_tests_are_there_with_their_verdicts(second: Project) -> None:
    tests = describe_evaluations(second)
    assert len(tests) == 22
    assert all(describe_verdict(second, test.id).sentence.values for test in tests)


def test_its_labels_and_its_traits_are_there(second: Project) -> None:
    counts = count_labels(second)
    assert dict(counts.by_label) == {"oak": 2, "Esche": 3}
    assert counts.by_decision == {
        Decision.REJECTED: 1,
        Decision.UNKNOWN: 1,
        Decision.ACCEPTED: 3,
        Decision.CORRECTED: 2,
    }
    assert [len(known.examples) for known in labelling_classes(second)] == [1, 1, 1]
    table = project_traits(second)
    assert table is not None
    assert (table.name, len(table.columns), len(table.rows)) == ("keys.csv", 8, 12)


def test_no_sentence_is_left_in_it(second: Project) -> None:
    second.checkpoint()
    assert stored_sentences(second.path) == []
    assert len(stored_codes(second.path)) > 60
    with closing(sqlite3.connect(f"{(KEPT / 'schema_2.mlwb').as_uri()}?mode=ro&immutable=1", uri=True)) as kept:
        assert kept.execute("SELECT count(*) FROM images WHERE reason LIKE '%template%'").fetchone() == (12,)


def test_a_sentence_of_then_that_no_code_stands_for_is_shown_as_it_was(tmp_path: Path, backups: Path) -> None:
    path = Path(shutil.copy(KEPT / "schema_2.mlwb", tmp_path))
    odd = {"template": "{size} is odd: {why}", "values": {"size": 1029, "why": {"template": "So.", "values": {}}}}
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE images SET reason = ? WHERE id = 52", (json.dumps(odd),))
    with open_project(path, backups=backups) as project:
        assert str(list_skipped(project)[0].reason) == "1,029 is odd: So."


@pytest.fixture
def third(tmp_path: Path, backups: Path) -> Iterator[Project]:
    """A copy of the project of schema 3, opened with the program of today."""
    with open_project(Path(shutil.copy(KEPT / "schema_3.mlwb", tmp_path)), backups=backups) as project:
        yield project


def test_the_project_of_schema_3_is_sound(third: Project) -> None:
    assert project_faults(third) == []
    assert [(run.approach, run.state) for run in describe_runs(third)] == [
        ("prototypical", "finished"), ("matching", "finished"), ("prototypical", "finished"),
    ]  # fmt: skip


def test_its_labels_are_those_of_then_with_their_proposals(third: Project) -> None:
    labels = [(label.label, label.decision, label.proposed, label.run) for label in current_labels(third)]
    assert labels == [
        ("class_02", "accepted", "class_02", 1),
        ("class_02", "accepted", "class_02", 1),
        ("class_02", "accepted", "class_02", 1),
        ("class_03", "corrected", "class_02", 1),
        ("", "unknown", "class_02", 1),
        ("", "rejected", "class_02", 1),
        ("class_02", "accepted", "class_02", 2),
        ("class_03", "corrected", "class_02", 2),
        ("class_02", "accepted", "class_02", None),
        ("class_02", "accepted", None, None),
    ]
    assert current_labels(third)[0].confidence == pytest.approx(0.3536, abs=1e-4)


def test_of_its_labels_none_is_said_to_be_taken_in_bulk_nor_how_it_was_proposed(third: Project) -> None:
    assert {(label.in_bulk, label.proposed_with) for label in current_labels(third)} == {(False, None)}


def test_its_labels_still_cannot_be_changed(third: Project) -> None:
    third.checkpoint()
    with closing(sqlite3.connect(third.path)) as database:
        for change in (
            "UPDATE labels SET in_bulk = 1",
            "DELETE FROM labels",
            "REPLACE INTO labels SELECT * FROM labels",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="labels are never changed"):
                database.execute(change)
        assert database.execute("SELECT count(*), sum(in_bulk) FROM labels").fetchone() == (15, 0)


def test_what_is_decided_in_it_today_is_kept_in_full(third: Project) -> None:
    first, *_ = current_labels(third)
    settings = ProposalSettings(3, uses_pile=False, learns=True, examples=8, by_hand=7, in_bulk=1)
    undecided = max(image.id for image in list_images(third) if image.path.parent.name == "pile")
    class_id = next(known.id for known in labelling_classes(third) if known.name == first.label)
    decided = Decided(
        undecided, class_id, Decision.ACCEPTED, first.label, 0.75, in_bulk=True, made_with=settings, run=3
    )
    decide(third, [decided])
    label = next(label for label in current_labels(third) if label.image_id == undecided)
    assert (label.in_bulk, label.proposed_with, label.run) == (True, settings, 3)


def test_the_project_of_schema_4_is_sound_with_all_its_labels(tmp_path: Path, backups: Path) -> None:
    with open_project(Path(shutil.copy(KEPT / "schema_4.mlwb", tmp_path)), backups=backups) as fourth:
        assert project_faults(fourth) == []
        labels = current_labels(fourth)
    assert [label.image_id for label in labels if label.in_bulk] == [112, 116]
    made_with = ProposalSettings(3, uses_pile=True, learns=True, examples=8, by_hand=7, in_bulk=1)
    assert [label.proposed_with for label in labels if label.proposed_with] == [made_with]
    assert len(labels) == 13


def test_every_row_of_it_gets_a_digest_and_every_label_and_example_its_place_in_the_chain(
    tmp_path: Path, backups: Path
) -> None:
    path = Path(shutil.copy(KEPT / "schema_4.mlwb", tmp_path))
    open_project(path, backups=backups).close()
    with closing(sqlite3.connect(path)) as database:
        (rows,) = database.execute("SELECT count(*) FROM row_digests").fetchone()
        tables = database.execute("SELECT DISTINCT table_name FROM row_digests WHERE row_id > 0").fetchall()
        counts = [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for (table,) in tables]  # noqa: S608
        assert rows == sum(counts) + 1
        assert database.execute("SELECT table_name, count(*) FROM digest_chain GROUP BY 1").fetchall() == [
            ("examples", 8), ("labels", 19),
        ]  # fmt: skip


def test_the_project_of_schema_5_is_sound_with_its_chain_and_no_run_of_it_is_named_or_deleted(
    tmp_path: Path, backups: Path
) -> None:
    path = Path(shutil.copy(KEPT / "schema_5.mlwb", tmp_path))
    with open_project(path, backups=backups) as fifth:
        assert project_faults(fifth) == []
        assert len(current_labels(fifth)) == 14
        assert [run.id for run in describe_runs(fifth)] == [1, 2, 3]
    with closing(sqlite3.connect(path)) as database:
        query = "SELECT count(*) FROM runs WHERE name IS NULL AND remark IS NULL AND deleted_at IS NULL"
        assert database.execute(query).fetchone() == (3,)
        assert database.execute("SELECT (SELECT count(*) FROM searches), (SELECT count(*) FROM trials)").fetchone() == (
            0,
            0,
        )
        assert database.execute("SELECT reading FROM tasks WHERE id = 1").fetchone() == (
            '{"page": "max", "channels": null}',
        )


def test_the_project_of_schema_6_is_sound_with_what_was_said_of_its_runs_and_has_no_ratings(
    tmp_path: Path, backups: Path
) -> None:
    path = Path(shutil.copy(KEPT / "schema_6.mlwb", tmp_path))
    with open_project(path, backups=backups) as sixth:
        assert project_faults(sixth) == []
        assert [(run.id, run.name, run.remark) for run in describe_runs(sixth)] == [
            (1, "first of all", "trained on made pictures"),
            (3, None, None),
        ]
        assert [run.id for run in describe_runs(sixth, deleted=True)] == [2]
        assert newest_ratings(sixth) is None
