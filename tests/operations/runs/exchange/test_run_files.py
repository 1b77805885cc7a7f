"""A run goes from one project to another in one file, and nothing is taken from a file that is not as it was."""

import hashlib
import json
import struct
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors import safe_open
from sqlalchemy import select, update

from tests.fact_codes import codes_of, refused
from tests.made_images import make_classes
from tests.operations.conftest import SHORT
from tests.operations.evaluation.test_verdict import store_test
from tests.operations.runs.test_training_runs import StopsAtEpisode, curve
from tests.project_templates import ProjectTemplates
from workbench.errors import UserError
from workbench.operations.evaluation.candidates import ComparisonRequest, candidates_of
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, evaluate_run
from workbench.operations.evaluation.generalisation_gap import GapRequest, generalisation_gap
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.opening import Project, open_to_read
from workbench.operations.runs.embedding_frames import embed_reference
from workbench.operations.runs.exchange.export_run import export_run_file
from workbench.operations.runs.exchange.import_run import import_run_file
from workbench.operations.runs.exchange.run_file import RUN_FORMAT, RUN_FORMAT_VERSION
from workbench.operations.runs.keeping.run_changes import delete_run, remark_on_run, rename_run
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.trained import load_trained
from workbench.operations.runs.training import resume_run, train_approach
from workbench.operations.tasks.forget_task import forget_task
from workbench.operations.tasks.import_images import ImportRequest, RoleRequest, import_images
from workbench.store.models import Checkpoint, ImageClass, Role, Run, RunState
from workbench.words import Decimal

Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def other(templates: ProjectTemplates, tmp_path: Path) -> Iterator[Project]:
    """A project without anything in it."""
    with templates.new(tmp_path / "other.mlwb") as made:
        yield made


@pytest.fixture
def exported(trained: Project, tmp_path: Path) -> Path:
    file = tmp_path / "run.safetensors"
    export_run_file(trained, "latest", file)
    return file


def parts_of(file: Path) -> tuple[dict[str, Any], dict[str, Any], bytes]:
    """The header of a file, what it says of the run, and the bytes of its tensors."""
    content = file.read_bytes()
    length = struct.unpack_from("<Q", content)[0]
    header = json.loads(content[8 : 8 + length])
    return header, json.loads(header["__metadata__"]["run"]), content[8 + length :]


def rewrite(file: Path, header: dict[str, Any], data: bytes) -> None:
    """Write a file whose digest is right."""
    metadata = header["__metadata__"]
    metadata.pop("sha256", None)
    text = json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
    metadata["sha256"] = hashlib.sha256(text + data).hexdigest()
    written = json.dumps(header).encode()
    file.write_bytes(struct.pack("<Q", len(written)) + written + data)


def forge(file: Path, change: Change) -> None:
    """Let a file say something else of its run."""
    header, run, data = parts_of(file)
    change(run)
    header["__metadata__"]["run"] = json.dumps(run)
    rewrite(file, header, data)


def class_ids(project: Project, *names: str) -> set[int]:
    with project.read() as session:
        return set(session.scalars(select(ImageClass.id).where(ImageClass.name.in_(names))))


def test_a_run_answers_elsewhere_as_it_did_in_its_own_project(trained: Project, exported: Path, other: Project) -> None:
    rename_run(trained, 1, "elsewhere, later")
    run = import_run_file(other, exported).run
    before, after = (load_trained(project, "1", "cpu").approach.state_dict() for project in (trained, other))
    torch.testing.assert_close(before, after, rtol=0, atol=0)
    assert curve(other, run.id) == curve(trained, 1)
    original = describe_runs(trained)[0]
    assert (run.state, run.resumable, run.has_weights) == ("finished", False, True)
    for name in ("approach", "encoder", "episode", "episodes", "seconds", "device", "best_accuracy", "best_ci95"):
        assert getattr(run, name) == getattr(original, name)
    assert replace(run.settings, classes={}, images_digest=None, seen_elsewhere={}) == replace(
        original.settings, classes={}, images_digest=None
    )
    assert check_project(other.path, Silent()).sound


def test_any_program_that_reads_safetensors_reads_the_weights_and_what_is_said_of_the_run(
    trained: Project, tmp_path: Path
) -> None:
    rename_run(trained, 1, "pollen, 5 examples")
    remark_on_run(trained, 1, "for the poster")
    store_test(trained, "1", 0.75, role=Role.META_TEST)
    file = tmp_path / "run.safetensors"
    report = export_run_file(trained, "1", file)
    assert (report.run, report.bytes, report.warnings) == (1, file.stat().st_size, ())
    with safe_open(file, "pt") as opened:
        metadata, names = opened.metadata(), set(opened.keys())
    assert names == set(load_trained(trained, "1", "cpu").approach.state_dict())
    assert (metadata["format"], metadata["version"]) == (RUN_FORMAT, str(RUN_FORMAT_VERSION))
    run = json.loads(metadata["run"])
    assert (run["name"], run["remark"], run["number"]) == ("pollen, 5 examples", "for the poster", 1)
    assert run["settings"]["approach"] == "prototypical"
    assert run["versions"]
    assert len(run["measurements"]) == len(curve(trained, 1))
    assert [(test["accuracy"], test["role"]) for test in run["tests"]] == [(0.75, "meta-test")]


def test_a_file_names_classes_or_not_and_never_ids_or_image_files(trained: Project, tmp_path: Path) -> None:
    with_names, without = tmp_path / "with.safetensors", tmp_path / "without.safetensors"
    export_run_file(trained, "1", with_names)
    export_run_file(trained, "1", without, class_names_too=False)
    settings = describe_runs(trained)[0].settings
    named = parts_of(with_names)[1]["classes"]
    assert {role: len(names) for role, names in named.items()} == {
        role: len(ids) for role, ids in settings.classes.items()
    }
    assert all("class_" in name for names in named.values() for name in names)
    said = parts_of(without)[1]
    assert said["classes"] == said["settings"]["classes"] == {}
    assert said["settings"]["images_digest"] is None
    for file in (with_names, without):
        content = file.read_bytes()
        assert b".png" not in content
        assert str(tmp_path).encode() not in content
    assert b"class_" not in without.read_bytes()


def test_its_notes_say_where_it_comes_from_and_how_it_was_tested_there(
    trained: Project, other: Project, tmp_path: Path
) -> None:
    store_test(trained, "1", 0.75, role=Role.META_TEST, episodes=600)
    store_test(trained, "1", 0.95, role=Role.META_TEST, episodes=20)
    store_test(trained, "1", 0.99, role=Role.META_TRAIN, episodes=900)
    file = tmp_path / "run.safetensors"
    export_run_file(trained, "1", file)
    run = import_run_file(other, file).run
    assert codes_of(run.notes)[-2:] == ["run.tested_elsewhere", "run.imported"]
    assert run.notes[-1].values["file"] == "run.safetensors"
    assert run.notes[-1].values["project"] == trained.path.stem
    assert run.notes[-2].values["accuracy"] == Decimal(75.0)
    assert set(codes_of(run.notes)) >= set(codes_of(describe_runs(trained)[0].notes))
    # It was not tested here.
    assert run.evaluations == ()


def test_classes_whose_images_it_was_trained_on_count_as_such_whatever_their_ids(
    trained: Project, exported: Path, other: Project, folder: Path, tmp_path: Path
) -> None:
    make_classes(tmp_path / "new" / "animals", classes=3, seed=77)
    import_images(other, tmp_path / "new", ImportRequest(roles=RoleRequest(Role.META_TEST)), Silent())
    run = import_run_file(other, exported).run
    assert run.settings.trained_on == run.settings.validated_on == ()
    # The same images come only now, and in another order.
    import_images(other, folder / "task_02", ImportRequest(roles=RoleRequest(Role.META_TEST)), Silent())
    import_images(other, folder / "task_00", ImportRequest(roles=RoleRequest(Role.META_TEST)), Silent())
    run = describe_runs(other)[0]
    assert _contents(other, run.settings.trained_on) < _contents(trained, describe_runs(trained)[0].settings.trained_on)
    assert _contents(other, run.settings.validated_on) < _contents(
        trained, describe_runs(trained)[0].settings.validated_on
    )
    assert run.settings.trained_on
    assert not set(run.settings.trained_on) & set(run.settings.validated_on)
    (candidate,) = candidates_of(other, ComparisonRequest(baselines=()))
    assert candidate.trained_on == set(run.settings.trained_on)
    compared = compare_runs(other, ComparisonRequest(baselines=(PIXELS,), way=3, query=2, episodes=10), Silent())
    (row,) = (row for row in compared.rows if row.run == run.id)
    assert row.seen_classes
    assert "candidate.trained_on_tested" in codes_of(row.remarks)


def _contents(project: Project, ids: tuple[int, ...]) -> set[str]:
    """The folders of classes, which are the same in both projects."""
    with project.read() as session:
        return {str(folder) for folder in session.scalars(select(ImageClass.folder).where(ImageClass.id.in_(ids)))}


def test_what_is_exported_again_still_says_what_it_has_seen(
    trained: Project, exported: Path, other: Project, templates: ProjectTemplates, folder: Path
) -> None:
    import_run_file(other, exported)
    again = exported.with_name("again.safetensors")
    export_run_file(other, "1", again)
    with templates.new(exported.with_name("third.mlwb")) as third:
        import_images(third, folder, ImportRequest(), Silent())
        run = import_run_file(third, again).run
        assert _contents(third, run.settings.trained_on) == _contents(
            trained, describe_runs(trained)[0].settings.trained_on
        )


def test_a_run_that_is_here_already_is_not_added_whatever_its_file_is_called_unless_it_is_to_be(
    exported: Path, other: Project, tmp_path: Path
) -> None:
    first = import_run_file(other, exported)
    renamed = tmp_path / "renamed.safetensors"
    renamed.write_bytes(exported.read_bytes())
    second = import_run_file(other, renamed)
    assert (first.added, second.added, second.run.id) == (True, False, first.run.id)
    assert len(describe_runs(other)) == 1
    assert import_run_file(other, renamed, again=True).added
    assert len(describe_runs(other)) == 2


def test_a_run_that_comes_back_to_its_own_project_is_known_until_it_is_deleted(
    trained: Project, exported: Path, other: Project
) -> None:
    again = exported.with_name("again.safetensors")
    import_run_file(other, exported)
    export_run_file(other, "1", again)
    back = import_run_file(trained, exported)
    assert (back.added, back.run.id) == (False, 1)
    delete_run(trained, 1)
    assert import_run_file(trained, exported).added


def test_runs_of_the_same_weights_and_other_settings_are_two(imported: Project, other: Project, tmp_path: Path) -> None:
    for query in (1, 2):
        untrained = replace(SHORT, query=query, episodes=0)
        number = train_approach(imported, untrained, Silent()).id
        export_run_file(imported, str(number), tmp_path / f"{number}.safetensors")
    with imported.read() as session:
        assert len(set(session.scalars(select(Checkpoint.sha256)))) == 1
    assert import_run_file(other, tmp_path / "1.safetensors").added
    assert import_run_file(other, tmp_path / "2.safetensors").added


def test_it_is_said_where_classes_it_was_trained_on_are_gone(trained: Project, other: Project, tmp_path: Path) -> None:
    forget_task(trained, 1)
    file = tmp_path / "run.safetensors"
    assert codes_of(export_run_file(trained, "1", file).warnings) == ["run.classes_gone"]
    assert "run.classes_gone" in codes_of(import_run_file(other, file).run.notes)


def test_an_imported_run_is_tested_and_shown_but_not_resumed(exported: Path, other: Project, tmp_path: Path) -> None:
    make_classes(tmp_path / "new" / "animals", classes=4, seed=77)
    import_images(other, tmp_path / "new", ImportRequest(roles=RoleRequest(Role.META_TEST)), Silent())
    run = import_run_file(other, exported).run
    report = evaluate_run(other, EvaluationRequest(str(run.id), way=3, query=2, episodes=10), Silent())
    assert 0 <= report.accuracy <= 1
    reference, frame = embed_reference(other, str(run.id), "cpu", Silent())
    assert len(frame.points) == len(reference.paths)
    assert resume_run(other, str(run.id), Silent()).episode == run.episode
    with refused("gap.trained_elsewhere"):
        generalisation_gap(other, GapRequest(str(run.id)), Silent())


def test_a_stopped_run_goes_with_its_best_weights_so_far(imported: Project, other: Project, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        train_approach(imported, SHORT, StopsAtEpisode(0.6))
    file = tmp_path / "run.safetensors"
    export_run_file(imported, "1", file)
    run = import_run_file(other, file).run
    assert 0 < run.episode < run.episodes
    assert run.state == "finished"
    with other.read() as session:
        kinds = session.execute(select(Checkpoint.kind, Checkpoint.state)).all()
    assert [(kind.value, state) for kind, state in kinds] == [("best", {})]


def test_a_project_that_is_only_read_exports_but_imports_nothing(
    trained: Project, exported: Path, tmp_path: Path
) -> None:
    with open_to_read(trained.path) as opened:
        export_run_file(opened, "1", tmp_path / "again.safetensors")
        with pytest.raises(UserError, match="read-only"):
            import_run_file(opened, exported)


def test_an_export_overwrites_nothing_and_leaves_nothing_behind(trained: Project, tmp_path: Path) -> None:
    there = tmp_path / "there.safetensors"
    there.write_bytes(b"mine")
    with pytest.raises(UserError, match="already exists"):
        export_run_file(trained, "1", there)
    assert there.read_bytes() == b"mine"
    with pytest.raises(UserError, match="cannot be written"):
        export_run_file(trained, "1", tmp_path / "nowhere" / "run.safetensors")
    delete_run(trained, 1)
    with refused("run.deleted"):
        export_run_file(trained, "1", tmp_path / "deleted.safetensors")
    assert sorted(tmp_path.glob("*.safetensors")) == [there]
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize("cut", [0, 5, 200, -1])
def test_a_file_that_is_cut_off_is_refused(exported: Path, other: Project, cut: int) -> None:
    content = exported.read_bytes()
    exported.write_bytes(content[:cut])
    with pytest.raises(UserError, match="damaged"):
        import_run_file(other, exported)
    assert describe_runs(other) == ()


def test_any_byte_that_is_another_is_noticed(exported: Path, other: Project) -> None:
    content = exported.read_bytes()
    for place in range(0, len(content), len(content) // 60):
        exported.write_bytes(content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :])
        with pytest.raises(UserError):
            import_run_file(other, exported)
    assert describe_runs(other) == ()
    exported.write_bytes(content)
    import_run_file(other, exported)


def test_what_is_no_file_of_a_run_is_said_to_be_none(trained: Project, other: Project, tmp_path: Path) -> None:
    with trained.read() as session:
        weights = session.scalar(select(Checkpoint.weights)) or b""
    for number, content in enumerate((b"", b"P6 4 4 255", b"\xff" * 4000, weights)):
        file = tmp_path / f"{number}.safetensors"
        file.write_bytes(content)
        with pytest.raises(UserError, match="no file of a run"):
            import_run_file(other, file)
    with pytest.raises(UserError, match="cannot be read"):
        import_run_file(other, tmp_path / "nowhere.safetensors")


def test_a_file_of_a_newer_version_is_refused(exported: Path, other: Project) -> None:
    header, _, data = parts_of(exported)
    header["__metadata__"]["version"] = str(RUN_FORMAT_VERSION + 1)
    rewrite(exported, header, data)
    with pytest.raises(UserError, match="newer version"):
        import_run_file(other, exported)


def _set(*path: str | int, value: Any) -> Change:
    def change(run: dict[str, Any]) -> None:
        here: Any = run
        for name in path[:-1]:
            here = here[name]
        here[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_set("settings", "approach", value="telepathy"), "run.approach_unknown"),
        (_set("settings", "encoder", value="conv9"), "run.network_unknown"),
        (_set("settings", "options", "decay", value="sideways"), "run.option_unknown"),
    ],
)
def test_what_this_version_does_not_know_is_named(exported: Path, other: Project, change: Change, code: str) -> None:
    forge(exported, change)
    with pytest.raises(UserError) as error:
        import_run_file(other, exported)
    assert codes_of([error.value.text.values["reason"]]) == [code]
    assert describe_runs(other) == ()


@pytest.mark.parametrize(
    "change",
    [
        _set("settings", value={}),
        _set("settings", "image_size", value=10**9),
        _set("settings", "image_size", value=-3),
        _set("settings", "shot", value=-1),
        _set("settings", "learning_rate", value=0.0),
        _set("settings", "channels", value=3),
        _set("settings", "encoder", value="resnet12"),
        _set("settings", "approach", value="maml"),
        _set("settings", "seen_elsewhere", value={"meta-train": "no digests"}),
        _set("settings", "seen_elsewhere", value={"meta-train": "AAAA"}),
        _set("settings", "way", value="many"),
        _set("number", value=-1),
        _set("number", value=10**30),
        _set("episode", value=10**30),
        _set("seconds", value=float("nan")),
        _set("created_at", value="yesterday"),
        _set("created_at", value="2026-01-01"),
        _set("measurements", 0, "loss", value=float("inf")),
        _set("measurements", 1, "episode", value=2),
        _set("measurements", value=[1, 2]),
        _set("notes", value="none"),
        _set("versions", value=None),
    ],
)
def test_a_file_that_says_what_no_run_says_is_refused_in_words(exported: Path, other: Project, change: Change) -> None:
    forge(exported, change)
    with pytest.raises(UserError):
        import_run_file(other, exported)
    assert describe_runs(other) == ()


def test_weights_that_are_no_numbers_are_refused(exported: Path, other: Project) -> None:
    header, _, data = parts_of(exported)
    name = next(name for name in header if name != "__metadata__" and header[name]["dtype"] == "F32")
    start = header[name]["data_offsets"][0]
    rewrite(exported, header, data[:start] + struct.pack("<f", float("nan")) + data[start + 4 :])
    with pytest.raises(UserError, match="finite"):
        import_run_file(other, exported)


def test_ids_and_hostile_words_in_a_file_mean_nothing_here(exported: Path, other: Project, imported: Project) -> None:
    def change(run: dict[str, Any]) -> None:
        run["settings"]["classes"] = {"meta-train": [1, 2, 3]}
        run["name"], run["remark"] = "a\x00b\nc", "\x1b[2J"
        run["notes"] = [{"code": "run.imported", "values": {}}, {"code": "nonsense"}, {"text": "<b>x</b>"}]

    forge(exported, change)
    run = import_run_file(other, exported).run
    assert run.settings.trained_on == ()
    assert (run.name, run.remark) == ("ab c", "[2J")
    assert codes_of(run.notes) == ["run.imported"]
    assert check_project(other.path, Silent()).sound


def test_a_run_still_marked_as_running_may_be_exported(trained: Project, tmp_path: Path, other: Project) -> None:
    with trained.write() as session:
        session.execute(update(Run).values(state=RunState.RUNNING))
    export_run_file(trained, "1", tmp_path / "run.safetensors")
    assert import_run_file(other, tmp_path / "run.safetensors").run.state == "finished"
