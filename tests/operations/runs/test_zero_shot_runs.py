"""Zero-shot learning from a table to labels: trained, resumed, tested and used for classes that have no image."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import select

from tests.fact_codes import code_of, refused
from tests.made_images import make_classes, make_pile, pattern
from tests.operations.conftest import SHORT, fill
from tests.project_templates import ProjectTemplates
from workbench.errors import UserError
from workbench.operations.attributes.trait_tables import keep_traits, read_traits
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, evaluate_run
from workbench.operations.evaluation.evaluation_checks import why_not_test
from workbench.operations.features.episode_pool import class_ids_of
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.labelling.label_session import LabelSession, open_session
from workbench.operations.labelling.label_table import read_label_table
from workbench.operations.labelling.labelling_set import labelling_classes, tasks_to_label
from workbench.operations.labelling.propose_labels import ProposalReport, propose_labels
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project, open_to_work
from workbench.operations.project.sample import make_sample_project
from workbench.operations.runs.listing import describe_runs, unfinished
from workbench.operations.runs.planning.cost_estimate import estimate_cost
from workbench.operations.runs.trained import load_trained
from workbench.operations.runs.training import TrainingRequest, resume_run, train_approach
from workbench.operations.runs.training_checks import why_not_train
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.store.models import Checkpoint, CheckpointKind, Role
from workbench.words import Message

pytestmark = pytest.mark.usefixtures("known_features")

REQUEST = replace(SHORT, approach="zero-shot", shot=0)
TEST = EvaluationRequest(way=3, shot=0, query=2, episodes=5)
BLOCKS = [f"block {number}" for number in range(25)]


def described(name: str, seed: int) -> list[str]:
    """The row of a made class: which blocks of its pattern are light."""
    blocks = pattern(seed)[::4, ::4].reshape(-1)
    return [name, *("yes" if block else "no" for block in blocks), f"{np.count_nonzero(blocks)},0"]


def write_table(path: Path, rows: list[list[str]]) -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([["class", *BLOCKS, "light"], *rows])
    path.write_text(text.getvalue(), encoding="utf-8-sig")
    return path


@pytest.fixture
def rows() -> list[list[str]]:
    """Of the classes of three tasks but the first, and of four new classes."""
    tasks = [(task, number) for task in range(3) for number in range(6)][1:]
    return [
        *(described(f"task_{task:02}/class_{number:02}", 1000 * (task + 1) + number) for task, number in tasks),
        *(described(f"class_{number:02}", number) for number in range(4)),
    ]


@pytest.fixture
def table(tmp_path: Path, rows: list[list[str]]) -> Path:
    return write_table(tmp_path / "traits.csv", rows)


@pytest.fixture
def with_traits(imported: Project, table: Path) -> Project:
    keep_traits(imported, read_traits(table))
    return imported


@pytest.fixture
def learned(templates: ProjectTemplates, with_traits: Project, rows: list[list[str]], tmp_path: Path) -> Project:
    templates.fill(with_traits, fill_and_learn, tmp_path, rows)
    return with_traits


def fill_and_learn(project: Project, home: Path, rows: list[list[str]]) -> None:
    fill(project, home)
    keep_traits(project, read_traits(write_table(home / "traits.csv", rows)))
    train_approach(project, REQUEST, Silent())


@pytest.fixture
def pile(tmp_path: Path) -> dict[str, str]:
    return make_pile(tmp_path / "pile")


class StopsHalfway:
    def report(self, share: float | None, text: Message) -> None:
        if (share or 0.0) >= 0.5 and str(text).startswith("Episode"):
            raise Cancelled


def weights(project: Project, run: int) -> bytes:
    with project.read() as session:
        of_run = select(Checkpoint.weights).where(Checkpoint.run_id == run, Checkpoint.kind == CheckpointKind.BEST)
        return session.scalars(of_run).one()


def test_a_run_keeps_how_it_reads_traits_and_those_of_its_classes(learned: Project) -> None:
    run = describe_runs(learned)[0]
    kept = run.settings.traits
    assert kept is not None
    assert kept.scheme.width == 26
    assert set(kept.rows) == {number for ids in run.settings.classes.values() for number in ids}
    loaded = load_trained(learned, "latest", "cpu")
    assert loaded.traits is not None
    assert loaded.traits.width == loaded.approach.shape.traits == 26


@pytest.mark.slow
def test_classes_without_a_row_are_left_out_and_said(imported: Project, tmp_path: Path, rows: list[list[str]]) -> None:
    keep_traits(imported, read_traits(write_table(tmp_path / "half.csv", rows[5:-4])))
    imported_classes = sum(len(class_ids_of(imported, role)) for role in (Role.META_TRAIN, Role.META_VALIDATION))
    run = train_approach(imported, REQUEST, Silent())
    left = imported_classes - sum(len(ids) for ids in run.settings.classes.values())
    assert left > 0
    assert {"count": left, "table": "half.csv"} in [dict(note.values) for note in run.notes]


@pytest.mark.slow
def test_a_resumed_run_goes_on_with_the_traits_it_began_with(
    with_traits: Project, tmp_path: Path, rows: list[list[str]]
) -> None:
    whole = train_approach(with_traits, REQUEST, Silent())
    with pytest.raises(Cancelled):
        train_approach(with_traits, REQUEST, StopsHalfway())
    other = write_table(tmp_path / "other.csv", [described("other", 7), described("else", 8)])
    replaced = keep_traits(with_traits, read_traits(other)).notes[0]
    assert dict(replaced.values) == {"table": "other.csv", "before": "traits.csv"}
    (note,) = unfinished(with_traits, 2)
    assert (note.values["run"], note.values["episodes"]) == ("2", REQUEST.episodes)
    resumed = resume_run(with_traits, "latest", Silent())
    assert resumed.state == "finished"
    assert unfinished(with_traits, 2) == unfinished(with_traits, None) == ()
    assert weights(with_traits, resumed.id) == weights(with_traits, whole.id)


@pytest.mark.slow
def test_it_is_tested_without_an_example_on_classes_that_have_traits(
    learned: Project, tmp_path: Path, rows: list[list[str]]
) -> None:
    report = evaluate_run(learned, TEST, Silent())
    assert (report.shot, report.episodes) == (0, 5)
    assert evaluate_run(learned, replace(TEST, shot=1), Silent()).shot == 1
    assert why_not_test(learned, 3, 0, runs=["pixels", "latest"]) is None
    few = [row for row in rows if row[0].startswith("task_00")]
    keep_traits(learned, read_traits(write_table(tmp_path / "few.csv", few)))
    again = evaluate_run(learned, replace(TEST, shot=2), Silent())
    assert [note.values["table"] for note in again.notes if {"count", "table"} <= note.values.keys()] == ["few.csv"]
    assert len(again.by_class) >= len(report.by_class)


@pytest.mark.slow
def test_a_test_without_examples_is_refused_where_nothing_else_is_known(learned: Project, tmp_path: Path) -> None:
    for run in (PIXELS, "pretrained"):
        with refused("candidate.needs_examples"):
            evaluate_run(learned, replace(TEST, run=run), Silent())
    keep_traits(learned, read_traits(write_table(tmp_path / "none.csv", [described("nobody", 1), described("no", 2)])))
    with pytest.raises(UserError, match=r"^0 of .* none\.csv"):
        evaluate_run(learned, TEST, Silent())
    reason = why_not_test(learned, 3, 0, runs=["1"])
    assert reason is not None
    assert dict(reason.values) == {"count": 0, "table": "none.csv"}
    train_approach(learned, SHORT, Silent())
    with pytest.raises(UserError, match="Run 2 needs at least one"):
        evaluate_run(learned, TEST, Silent())
    for runs in ([], [PIXELS], ["2"], ["pretrained", PIXELS]):
        assert code_of(why_not_test(learned, 3, 0, runs=runs)) == "candidate.needs_examples"


@pytest.mark.slow
def test_runs_that_read_traits_are_compared_without_an_example_and_the_others_say_why_not(learned: Project) -> None:
    train_approach(learned, SHORT, Silent())
    request = ComparisonRequest(runs=("1", "2"), baselines=(PIXELS,), way=3, shot=0, query=2, episodes=5)
    first, *others = compare_runs(learned, request, Silent()).rows
    assert (first.key, first.figures is not None) == ("1", True)
    assert {row.key for row in others} == {"2", PIXELS}
    assert all(row.figures is None and row.reason is not None for row in others)
    assert first.figures is not None
    assert first.figures.accuracy == pytest.approx(evaluate_run(learned, replace(TEST, run="1"), Silent()).accuracy)
    with pytest.raises(UserError, match="This comparison needs at least one"):
        compare_runs(learned, replace(request, runs=("2",)), Silent())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"rotate_classes": True}, "Rotated classes"),
        ({"approach": "prototypical"}, "Prototypical Networks needs at least one"),
        ({"shot": -1}, "shot must be at least 0"),
    ],
)
def test_what_zero_shot_learning_cannot_do_is_said_before_it_begins(
    with_traits: Project, change: dict[str, object], words: str
) -> None:
    request = replace(REQUEST, **change)
    with pytest.raises(UserError, match=words) as refused:
        train_approach(with_traits, request, Silent())
    assert why_not_train(with_traits, request) == refused.value.text
    assert describe_runs(with_traits) == ()


def test_a_project_without_a_table_or_with_one_of_other_classes_is_refused(
    imported: Project, tmp_path: Path, rows: list[list[str]]
) -> None:
    assert "table of traits" in str(why_not_train(imported, REQUEST))
    with pytest.raises(UserError, match="table of traits"):
        train_approach(imported, REQUEST, Silent())
    keep_traits(imported, read_traits(write_table(tmp_path / "other.csv", [described("a", 1), described("b", 2)])))
    reason = why_not_train(imported, REQUEST)
    assert reason is not None
    assert dict(reason.values) == {"count": 0, "table": "other.csv"}
    alike = [[row[0], *["yes"] * 25, "7"] for row in rows]
    keep_traits(imported, read_traits(write_table(tmp_path / "alike.csv", alike)))
    with pytest.raises(UserError, match="do not distinguish any"):
        train_approach(imported, REQUEST, Silent())


@pytest.mark.slow
def test_nothing_objects_to_what_can_be_done_and_its_cost_is_estimated(with_traits: Project) -> None:
    assert why_not_train(with_traits, REQUEST) is None
    assert why_not_train(with_traits, replace(REQUEST, shot=2)) is None
    for shot in (0, 1):
        assert estimate_cost(with_traits, replace(REQUEST, shot=shot), Silent()).seconds > 0


def label(
    project: Project,
    home: Path,
    *,
    examples: Path | None = None,
    traits: Path | None = None,
    images: Path | None = None,
) -> ProposalReport:
    return propose_labels(
        project,
        examples=examples,
        images=images or home / "pile",
        output=home / "labels.csv",
        run="latest",
        device="cpu",
        reporter=Silent(),
        traits=traits,
    )


def test_labels_come_from_a_table_alone_or_with_examples_of_some(
    learned: Project, pile: dict[str, str], tmp_path: Path, rows: list[list[str]]
) -> None:
    new = write_table(tmp_path / "new.csv", rows[-4:])
    report = label(learned, tmp_path, traits=new)
    assert report.classes == ("class_00", "class_01", "class_02", "class_03")
    assert (report.examples, report.proposed) == (0, 20)
    assert ["tested" in str(warning) for warning in report.warnings] == [True]
    make_classes(tmp_path / "examples", classes=2, images=3)
    (tmp_path / "examples" / "class_00").rename(tmp_path / "examples" / "Class 00")
    report = label(learned, tmp_path, traits=new, examples=tmp_path / "examples")
    assert report.classes == ("Class 00", "class_01", "class_02", "class_03")
    assert (report.examples, report.proposed) == (6, 20)
    assert {row.label for row in read_label_table(tmp_path / "labels.csv")} <= set(report.classes)


def test_classes_that_traits_do_not_tell_apart_are_named(
    learned: Project, pile: dict[str, str], tmp_path: Path, rows: list[list[str]]
) -> None:
    alike = write_table(tmp_path / "alike.csv", [*rows[-4:-2], ["twin", *rows[-3][1:]]])
    report = label(learned, tmp_path, traits=alike)
    assert dict(report.warnings[-1].values) == {"classes": 2, "first": "class_01", "second": "twin"}


@pytest.mark.slow
def test_a_class_with_neither_examples_nor_traits_is_refused(
    learned: Project, pile: dict[str, str], tmp_path: Path, rows: list[list[str]]
) -> None:
    blank = write_table(tmp_path / "new.csv", [*rows[-4:], ["mystery", *["?"] * 26]])
    with pytest.raises(UserError) as refused:
        label(learned, tmp_path, traits=blank)
    assert dict(refused.value.text.values) == {"name": "mystery", "run": "1"}
    train_approach(learned, SHORT, Silent())
    with pytest.raises(UserError, match=r"^Run 2 .* class_00"):
        label(learned, tmp_path, traits=tmp_path / "traits.csv")
    make_classes(tmp_path / "examples", classes=4, images=2)
    new = write_table(tmp_path / "new.csv", rows[-4:])
    report = label(learned, tmp_path, traits=new, examples=tmp_path / "examples")
    assert "new.csv is ignored" in str(report.warnings[-1])


def test_without_examples_and_a_table_the_classes_are_those_of_the_projects_table(
    learned: Project, pile: dict[str, str], tmp_path: Path, rows: list[list[str]]
) -> None:
    keep_traits(learned, read_traits(write_table(tmp_path / "kept.csv", [*rows[-4:], ["mystery", *["?"] * 26]])))
    report = label(learned, tmp_path)
    assert report.classes == ("class_00", "class_01", "class_02", "class_03")
    source, left_out, *_ = report.warnings
    assert dict(source.values) == {"table": "kept.csv", "count": 4}
    assert dict(left_out.values) == {"table": "kept.csv", "count": 1}
    (tmp_path / "other.csv").write_text("class,legs\na,6\nb,8\n")
    keep_traits(learned, read_traits(tmp_path / "other.csv"))
    with pytest.raises(UserError) as error:
        label(learned, tmp_path)
    assert dict(error.value.text.values) == {"run": "1"}


def test_a_table_that_lacks_a_column_is_used_and_said(
    learned: Project, pile: dict[str, str], tmp_path: Path, rows: list[list[str]]
) -> None:
    (tmp_path / "new.csv").write_text("class,block 0,block 3\na,yes,no\nb,no,yes\n")
    report = label(learned, tmp_path, traits=tmp_path / "new.csv")
    lacking = report.warnings[-1].values
    assert (lacking["count"], lacking["total"], lacking["table"]) == (24, 26, "new.csv")


def opened(project: Project) -> LabelSession:
    return open_session(project, run="latest", tasks=tasks_to_label(project), device="cpu", reporter=Silent())


def test_a_session_proposes_classes_that_the_projects_table_describes_without_an_example(
    learned: Project, pile: dict[str, str], tmp_path: Path
) -> None:
    import_images(learned, tmp_path / "pile", ImportRequest(), Silent())
    for name in ("class_02", "Class_03", "nobody"):
        add_class(learned, name)
    session = opened(learned)
    names = {facts.id: facts.name for facts in labelling_classes(learned)}
    proposals = session.propose(learned, Silent())
    assert [names[number] for number in proposals.classes] == ["class_02", "Class_03"]
    assert proposals.left_out == ("nobody",)
    by_traits = session.evidence(int(proposals.image_ids[0]))
    assert by_traits is not None
    assert (by_traits.voices, by_traits.rest) == ((), 0.0)
    assert len(session.ask_next(learned, 3)) == 3
    add_examples_folder(learned, make_classes(tmp_path / "examples", classes=2, images=3), Silent())
    proposals = session.propose(learned, Silent())
    assert len(proposals.classes) == 4


@pytest.mark.slow
def test_a_session_with_a_table_proposes_what_the_command_line_does(
    learned: Project, pile: dict[str, str], tmp_path: Path, rows: list[list[str]]
) -> None:
    make_classes(tmp_path / "examples", classes=2, images=3)
    label(learned, tmp_path, traits=write_table(tmp_path / "new.csv", rows[-4:]), examples=tmp_path / "examples")
    import_images(learned, tmp_path / "pile", ImportRequest(), Silent())
    add_examples_folder(learned, tmp_path / "examples", Silent())
    for name in ("class_02", "class_03"):
        add_class(learned, name)
    session = opened(learned)
    proposals = session.propose(learned, Silent())
    places = {image.path.name: place for place, image in enumerate(session.images)}
    for row in read_label_table(tmp_path / "labels.csv"):
        place = places[row.path.name]
        assert proposals.confidence[place] == pytest.approx(row.confidence, abs=1e-3)


@pytest.mark.slow
def test_a_session_of_a_run_without_traits_leaves_classes_without_examples_out(
    learned: Project, pile: dict[str, str], tmp_path: Path
) -> None:
    train_approach(learned, SHORT, Silent())
    import_images(learned, tmp_path / "pile", ImportRequest(), Silent())
    add_class(learned, "class_03")
    add_examples_folder(learned, make_classes(tmp_path / "examples", classes=2, images=3), Silent())
    assert opened(learned).propose(learned, Silent()).left_out == ("class_03",)


@pytest.mark.slow
def test_on_the_sample_it_learns_characters_that_it_has_never_seen(tmp_path: Path) -> None:
    path = make_sample_project(tmp_path / "sample", Silent())
    new = path.parent / "new"
    with open_to_work(path) as project:
        request = TrainingRequest("zero-shot", shot=0, query=5, episodes=400, learning_rate=2e-3, validate_every=400)
        train_approach(project, replace(request, validation_episodes=30), Silent())
        report = evaluate_run(project, EvaluationRequest(shot=0, episodes=60), Silent())
        assert report.accuracy > 0.5  # Chance is 0.2.
        label(project, tmp_path, images=new / "images", traits=new / "traits.csv")
    truth = {row["image"]: row["label"] for row in csv.DictReader(io.StringIO((new / "truth.csv").read_text()))}
    rows = read_label_table(tmp_path / "labels.csv")
    assert sum(row.label == truth[row.path.name] for row in rows) / len(rows) > 0.35  # Chance is 0.125.
