"""The command line as scripts rely on it: exit codes, one sentence on errors, JSON on the last line."""

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Self

import pytest
from PIL import Image
from sqlalchemy import select, update

from tests.imaging.stacks import plain
from tests.made_images import make_classes, make_nested_tasks, make_pile
from tests.operations.evaluation.test_verdict import store_test
from tests.project_templates import ProjectTemplates
from tests.store.parts import a_file_in_place_of
from workbench.cli.app import run
from workbench.folders import backups_folder
from workbench.imaging.reading import in_threads
from workbench.operations.project.opening import open_to_work
from workbench.store.models import Evaluation, Run, RunState

pytestmark = pytest.mark.usefixtures("known_features")

TINY = ["--image-size", "16", "--query", "3", "--episodes", "2", "--episodes-per-step", "2"]


class Terminal:
    """Runs commands and keeps what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str], home: Path) -> None:
        self._capsys = capsys
        self.project = str(home / "made.mlwb")

    def given(self, templates: ProjectTemplates, make: Callable[[Path, Path], None], home: Path) -> Self:
        """Begin with a project that is made once for all tests."""
        templates.put(make, Path(self.project), home)
        self._capsys.readouterr()
        return self

    def __call__(self, command: str, *arguments: object) -> tuple[int, str, str]:
        code = run([command, self.project, *map(str, arguments)])
        printed = self._capsys.readouterr()
        return code, printed.out, printed.err

    def json(self, command: str, *arguments: object) -> dict[str, Any]:
        code, out, err = self(command, *arguments, "--json")
        assert code == 0, err
        return json.loads(out.splitlines()[-1])

    def refusal(self, command: str, *arguments: object) -> str:
        """Return the one sentence of a command that must refuse."""
        code, out, err = self(command, *arguments)
        sentence = [line for line in err.splitlines() if line.strip()][-1]
        assert code == 2
        assert "Traceback" not in err
        assert out == ""
        return sentence


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Terminal:
    return Terminal(capsys, tmp_path)


def import_nested_tasks(project: Path, home: Path) -> None:
    assert run(["new", str(project)]) == run(["import", str(project), str(make_nested_tasks(home / "images"))]) == 0


def import_to_learn_only(project: Path, home: Path) -> None:
    images = str(make_nested_tasks(home / "images"))
    assert run(["new", str(project)]) == run(["import", str(project), images, "--role", "meta-train"]) == 0


def import_and_train(project: Path, home: Path) -> None:
    import_nested_tasks(project, home)
    assert run(["train", str(project), "--approach", "prototypical", *TINY]) == 0


@pytest.fixture
def imported(terminal: Terminal, templates: ProjectTemplates, tmp_path: Path) -> Terminal:
    return terminal.given(templates, import_nested_tasks, tmp_path)


@pytest.fixture
def quick(terminal: Terminal, templates: ProjectTemplates, tmp_path: Path) -> Terminal:
    """Without classes to validate with, which is most of a short training."""
    return terminal.given(templates, import_to_learn_only, tmp_path)


@pytest.fixture
def trained(terminal: Terminal, templates: ProjectTemplates, tmp_path: Path) -> Terminal:
    return terminal.given(templates, import_and_train, tmp_path)


@pytest.mark.slow
def test_the_whole_job_runs_from_a_folder_to_exported_labels(trained: Terminal, tmp_path: Path) -> None:
    tested = trained.json("evaluate", "--way", 3, "--query", 2, "--episodes", 5)
    assert {"accuracy", "ci95", "episodes", "way", "shot", "run"} <= set(tested)
    assert (tested["run"], tested["episodes"], tested["way"], tested["shot"]) == (1, 5, 3, 1)
    assert tested["pile_gain"] == pytest.approx(tested["pile_accuracy"] - tested["accuracy"])
    assert tested["pile_ci95"] >= 0
    assert tested["pile_gain_ci95"] >= 0
    assert tested["pile_ci95_classes"] >= 0
    assert tested["pile_gain_ci95_classes"] >= 0
    make_classes(tmp_path / "examples", classes=4, images=2)
    make_pile(tmp_path / "pile")
    table = tmp_path / "labels.csv"
    labelled = trained.json(
        "label", "--examples", tmp_path / "examples", "--images", tmp_path / "pile", "--output", table
    )
    assert (labelled["labelled"], labelled["classes"]) == (20, [f"class_{number:02d}" for number in range(4)])
    assert labelled["run"] == 1
    assert "Run 1" in labelled["why_run"]
    assert trained.json("accept", table)["accepted"] == 20
    assert trained.json("accept", table)["already"] == 20
    assert trained.json("export", "--format", "json", "--output", tmp_path / "out.json")["labels"] == 20
    assert trained.json("check")["labels"] == 20
    assert [facts["state"] for facts in trained.json("runs")["runs"]] == ["finished"]


@pytest.mark.slow
def test_an_audit_names_what_the_others_contradict(trained: Terminal, tmp_path: Path) -> None:
    truth = make_pile(tmp_path / "pile")
    table = tmp_path / "labels.csv"
    rows = [f"{tmp_path / 'pile' / file},{'class_03' if file == '002.png' else name}" for file, name in truth.items()]
    table.write_text("\n".join(["path,label", *rows]))
    trained("accept", table)
    found = trained.json("audit", "--run", "pretrained")
    assert set(found) == {
        "run", "stronger", "suspects", "contradictions", "near_duplicates", "judged", "not_judged",
    }  # fmt: skip
    assert (found["judged"], found["not_judged"]) == (20, 0)
    first = found["suspects"][0]
    assert set(first) == {"path", "class", "looks_like", "sure"}
    wrong = str(tmp_path / "pile" / "002.png")
    assert (first["path"], first["class"], first["looks_like"]) == (wrong, "class_03", "class_00")
    code, out, _ = trained("audit", "--run", "pretrained")
    assert code == 0
    assert f"{wrong}, decided as class_03, looks like class_00 ({100 * first['sure']:.0f} %)" in out


def test_an_audit_by_the_newest_run_says_what_was_better_on_the_same_episodes(
    trained: Terminal, tmp_path: Path
) -> None:
    truth = make_pile(tmp_path / "pile")
    rows = [f"{tmp_path / 'pile' / file},{name}" for file, name in truth.items()]
    (tmp_path / "labels.csv").write_text("\n".join(["path,label", *rows]))
    trained("accept", tmp_path / "labels.csv")
    with open_to_work(Path(trained.project)) as project:
        store_test(project, "1", 0.6)
        store_test(project, "pretrained", 0.8)
    found = trained.json("audit")
    assert (found["run"], found["stronger"]) == (1, "pretrained")
    assert "more accurate than Prototypical Networks (run 1). To use it: --run pretrained." in trained("audit")[1]
    # Whoever names a run is not told of others.
    assert trained.json("audit", "--run", 1)["stronger"] is None


@pytest.mark.slow
def test_an_audit_names_one_image_in_two_classes_or_says_that_nothing_stands_out(
    trained: Terminal, tmp_path: Path
) -> None:
    truth = make_pile(tmp_path / "pile")
    table = tmp_path / "labels.csv"
    rows = [f"{tmp_path / 'pile' / file},{name}" for file, name in truth.items()]
    table.write_text("\n".join(["path,label", *rows]))
    trained("accept", table)
    assert "Nothing stands out." in trained("audit", "--run", "pretrained")[1]
    copy, resaved = tmp_path / "pile" / "copy.png", tmp_path / "pile" / "resaved.png"
    shutil.copyfile(tmp_path / "pile" / "000.png", copy)
    with Image.open(copy) as picture:
        picture.convert("RGB").save(resaved)
    table.write_text(f"path,label\n{copy},class_01\n{resaved},class_02")
    trained("accept", table, "--replace")
    found = trained.json("audit", "--run", "pretrained")
    (files,) = [contradiction["files"] for contradiction in found["contradictions"]]
    first = str(tmp_path / "pile" / "000.png")
    assert files == [{"path": first, "class": "class_00"}, {"path": str(copy), "class": "class_01"}]
    (pair,) = found["near_duplicates"]
    assert set(pair) == {"path", "class", "other_path", "other_class", "cosine"}
    out = trained("audit", "--run", "pretrained")[1]
    assert f"{first}, decided as class_00; {copy}, decided as class_01" in out
    assert f"{resaved}, class_02" in out


@pytest.mark.slow
def test_the_json_of_an_import_counts_what_happened(terminal: Terminal, tmp_path: Path) -> None:
    folder = make_nested_tasks(tmp_path / "images")
    (folder / "task_00" / "class_00" / "notes.txt").write_text("no image")
    (folder / "task_00" / "class_00" / "broken.png").write_text("no image either")
    terminal("new")
    first = terminal.json("import", folder)
    assert (first["added"], first["skipped"], first["layout"]) == (108, 1, "tasks")
    assert first["skipped_files"][0]["path"].endswith("broken.png")
    assert (first["sidecars"], first["frames"]) == (1, [])
    again = terminal.json("import", folder)
    assert (again["added"], again["known"]) == (0, 108)


@pytest.mark.parametrize("name", ["tasks", "domains"])
def test_a_layout_can_be_given_by_its_name_or_its_former_one(terminal: Terminal, tmp_path: Path, name: str) -> None:
    terminal("new")
    report = terminal.json("import", make_nested_tasks(tmp_path / "images", tasks=2), "--layout", name)
    assert (report["layout"], len(report["tasks"])) == ("tasks", 2)


@pytest.mark.parametrize("name", ["--augment-images", "--vary-images"])
def test_augmentation_is_asked_for_by_its_name_or_its_former_one(imported: Terminal, name: str) -> None:
    frozen = ["train", "--approach", "prototypical", "--encoder", "efficientnet-lite0"]
    assert "Augmentation" in imported.refusal(*frozen, name)


@pytest.mark.slow
def test_images_become_squares_as_requested_and_only_so(trained: Terminal, tmp_path: Path) -> None:
    make_classes(tmp_path / "examples", classes=2, images=2)
    make_pile(tmp_path / "pile", images=1)
    label = ("label", "--examples", tmp_path / "examples", "--images", tmp_path / "pile", "--output")
    assert trained.json(*label, tmp_path / "own.csv")["fit"] == "stretch"
    padded = trained.json(*label, tmp_path / "padded.csv", "--fit", "pad")
    assert padded["fit"] == "pad"
    assert any("pad" in warning for warning in padded["warnings"])
    assert "squeeze" in trained.refusal(*label, tmp_path / "other.csv", "--fit", "squeeze")


def test_split_folders_are_joined_or_are_the_roles_and_that_is_said(terminal: Terminal, tmp_path: Path) -> None:
    for split, shift in (("train", 0), ("test", 5)):
        make_classes(tmp_path / "joined" / split, classes=2, images=2, seed=shift)
        make_classes(tmp_path / "apart" / split, classes=2, images=2, seed=shift + 1)
        for home in (tmp_path / "apart" / split).iterdir():
            home.rename(home.with_name(f"{split}_{home.name}"))
    terminal("new")
    assert "split folders" in terminal.refusal("import", tmp_path / "joined", "--role", "folders")
    joined = terminal.json("import", tmp_path / "joined")
    assert (joined["layout"], joined["splits"]["joined"], joined["splits"]["give_roles"]) == ("splits", 2, False)
    apart = terminal.json("import", tmp_path / "apart", "--layout", "splits", "--role", "folders")
    assert (apart["splits"]["joined"], apart["splits"]["give_roles"]) == (0, True)
    assert apart["roles"] == {"meta-train": 2, "meta-validation": 0, "meta-test": 2}


def test_one_name_in_two_roles_is_said_at_import_at_check_and_where_training_begins(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal("new")
    terminal("import", make_classes(tmp_path / "one", classes=3), "--role", "meta-train")
    second = terminal.json("import", make_classes(tmp_path / "two", classes=3, seed=4), "--role", "meta-test")
    (said,) = [text for text in second["warnings"] if "several roles" in text]
    assert terminal.json("check")["warnings"] == [said]
    terminal("train", "--approach", "prototypical", *TINY)
    assert said in terminal.json("runs")["runs"][0]["notes"]
    assert said in terminal.json("evaluate", "--way", "2", "--episodes", "3")["notes"]


def test_classes_are_imported_from_a_table(terminal: Terminal, tmp_path: Path) -> None:
    make_pile(tmp_path / "pile", classes=1)
    lines = [f"{number:03d}.png,{'oak' if number < 2 else 'elm'}" for number in range(4)]
    (tmp_path / "labels.csv").write_text("\n".join(["path,class", *lines, "gone.png,elm"]))
    terminal("new")
    report = terminal.json("import", tmp_path / "pile", "--labels", tmp_path / "labels.csv")
    assert {facts["name"]: facts["images"] for facts in report["tasks"][0]["classes"]} == {"oak": 2, "elm": 2}
    counts = {"rows": 5, "without_file": 1, "files_without_row": 1, "without_class": 0, "contradicted": 0}
    assert counts.items() <= report["labels"].items()
    (tmp_path / "pile" / "labels.csv").write_text((tmp_path / "labels.csv").read_text())
    assert terminal.json("import", tmp_path / "pile" / "labels.csv")["known"] == 4


def test_a_class_renamed_on_disk_is_recognised_and_never_stands_beside_itself(
    terminal: Terminal, tmp_path: Path
) -> None:
    photos = make_classes(tmp_path / "photos", classes=4, images=3)
    terminal("new")
    terminal("import", photos, "--role", "meta-train")
    (photos / "class_00").rename(photos / "Quercus")
    again = terminal.json("import", photos)
    assert (again["added"], again["moved"], again["gone"], again["duplicates"]) == (0, 3, 0, 0)
    assert again["renamed_classes"] == [{"old": "class_00", "new": "Quercus"}]
    shutil.copytree(photos / "class_01", photos / "copy")
    terminal("import", photos, "--role", "meta-train")
    tested = terminal.json(
        "evaluate", "--run", "pretrained", "--role", "meta-train", "--way", "5", "--query", "1", "--episodes", "3"
    )
    assert tested["way"] == 4
    assert any("same images as another class" in note for note in tested["notes"])
    shutil.rmtree(photos / "class_02")
    gone = terminal.json("import", photos)
    assert (gone["gone"], gone["gone_classes"]) == (3, ["class_02"])


@pytest.mark.slow
def test_roles_are_given_and_a_share_goes_to_validation(terminal: Terminal, tmp_path: Path) -> None:
    terminal("new")
    folder = make_nested_tasks(tmp_path / "images", tasks=2, classes=10, images=2)
    roles = terminal.json("import", folder, "--role", "meta-train", "--validation", "0.1")["roles"]
    assert roles == {"meta-train": 18, "meta-validation": 2, "meta-test": 0}


def test_new_refuses_a_file_that_exists_and_leaves_it(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "made.mlwb").write_text("mine")
    assert "made.mlwb" in terminal.refusal("new")
    assert (tmp_path / "made.mlwb").read_text() == "mine"


def test_a_command_without_a_backup_does_its_work_and_says_so(terminal: Terminal, tmp_path: Path) -> None:
    terminal.json("new")
    a_file_in_place_of(backups_folder())
    code, out, err = terminal("import", make_classes(tmp_path / "few", classes=2, images=2))
    assert "work goes on without it" in err
    assert (code, out.startswith("4 added")) == (0, True)


def test_commands_on_a_project_that_is_not_there_say_so(terminal: Terminal, tmp_path: Path) -> None:
    for command in (["runs"], ["check"], ["resume"], ["import", tmp_path], ["evaluate"]):
        assert "made.mlwb" in terminal.refusal(*map(str, command))


def test_learning_before_importing_and_testing_before_learning_are_refused(terminal: Terminal) -> None:
    terminal("new")
    assert "Import" in terminal.refusal("train", "--approach", "prototypical")
    assert "run" in terminal.refusal("evaluate")
    assert "run" in terminal.refusal("resume")


@pytest.mark.parametrize(
    "arguments",
    [
        ["train"],
        ["train", "--approach", "magic"],
        ["train", "--approach", "prototypical", "--option", "train_way"],
        ["train", "--approach", "prototypical", "--option", "nothing=1"],
        ["train", "--approach", "prototypical", "--way", "many"],
        ["train", "--approach", "prototypical", "--channels", "2"],
        ["import", "nowhere"],
        ["import", "nowhere", "--layout", "heap"],
        ["import", "nowhere", "--validation", "2"],
        ["evaluate", "--role", "auto"],
        ["accept", "nowhere.csv"],
        ["audit"],
        ["accept", "nowhere.csv", "--at-least", "7"],
        ["export", "--format", "csv", "--output", "out.csv"],
        ["label", "--examples", "nowhere", "--images", "nowhere", "--output", "out.csv"],
        ["locate", "nowhere", "elsewhere"],
    ],
)
def test_bad_input_is_refused_in_one_sentence(
    imported: Terminal, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert imported.refusal(*arguments)
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["evaluate", "--episodes", "many"], "'--episodes': it must be a whole number"),
        (["train", "--learning-rate", "fast"], "'--learning-rate': it must be a number"),
        (["export", "--format", "xml", "--output", "out"], "'csv', 'json', 'folders'"),
    ],
)
def test_an_option_is_refused_in_words_for_people(imported: Terminal, arguments: list[str], words: str) -> None:
    said = imported.refusal(*arguments)
    assert words in said
    assert "Value error" not in said


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["conjure"]) == 2
    assert "conjure" in capsys.readouterr().err


@pytest.mark.slow
def test_a_test_tells_what_the_other_images_add_in_a_line_of_its_own(trained: Terminal) -> None:
    few = ("--way", 3, "--query", 2, "--episodes", 4)
    _, out, _ = trained("evaluate", *few)
    alone, helped, *_ = out.splitlines()
    assert "3-way 1-shot" in alone
    assert helped.startswith("With the other images to help: ")
    told = trained.json("evaluate", *few)
    is_clear = abs(told["pile_gain"]) > max(told["pile_gain_ci95"], told["pile_gain_ci95_classes"])
    assert is_clear == ("no clear difference" not in helped)
    _, out, _ = trained("evaluate", "--run", "pixels", *few)
    assert "other images" not in out
    pixels = trained.json("evaluate", "--run", "pixels", *few)
    names = ("accuracy", "ci95", "ci95_classes", "gain", "gain_ci95", "gain_ci95_classes")
    assert [pixels[f"pile_{name}"] for name in names] == [None] * 6
    assert "pile" not in pixels


@pytest.mark.slow
def test_the_pretrained_network_is_tested_without_a_run(terminal: Terminal, tmp_path: Path) -> None:
    terminal("new")
    terminal("import", make_nested_tasks(tmp_path / "images", images=2))
    tested = terminal.json("evaluate", "--run", "pretrained", "--way", 3, "--query", 1, "--episodes", 3)
    assert tested["run"] == "pretrained"


def test_check_finds_weights_that_changed_and_images_that_moved(trained: Terminal, tmp_path: Path) -> None:
    (tmp_path / "images" / "task_00" / "class_00" / "image_00.png").unlink()
    report = trained.json("check")
    assert (report["sound"], len(report["missing"])) == (True, 1)
    shutil.copy(
        tmp_path / "images" / "task_01" / "class_00" / "image_00.png",
        tmp_path / "images" / "task_00" / "class_00" / "image_01.png",
    )
    code, out, _ = trained("check", "--json")
    assert code == 1
    assert "image_01.png" in json.loads(out.splitlines()[-1])["damage"][0]


def test_check_reports_a_damaged_file_and_leaves_it(trained: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "made.mlwb"
    content = bytearray(file.read_bytes())
    content[4096 * 5 : 4096 * 9] = bytes(4096 * 4)
    file.write_bytes(content)
    code, out, _ = trained("check", "--json")
    assert code == 1
    assert json.loads(out.splitlines()[-1])["damage"]
    assert file.read_bytes() == bytes(content)


def test_approaches_lists_each_with_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["approaches", "--json"]) == 0
    approaches = json.loads(capsys.readouterr().out.splitlines()[-1])["approaches"]
    assert {"prototypical", "transfer"} <= {approach["name"] for approach in approaches}
    for approach in approaches:
        assert {"family", "paper", "summary", "options"} <= set(approach)


def test_the_sample_is_made_once_and_never_over_something_else(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    assert run(["sample", str(tmp_path / "mine")]) == 2
    assert [file.name for file in (tmp_path / "mine").iterdir()] == ["letter.txt"]
    assert capsys.readouterr().err.strip()


def test_the_way_that_is_reported_is_the_one_that_was_tested(trained: Terminal) -> None:
    tested = trained.json("evaluate", "--way", 50, "--query", 2, "--episodes", 3)
    assert tested["way"] < 50
    assert any("50" in note for note in tested["notes"])


def test_tests_of_one_shape_are_told_apart_by_when_they_were_made_and_by_their_episodes(trained: Terminal) -> None:
    trained("evaluate", "--way", 3, "--query", 1, "--episodes", 4)
    with open_to_work(Path(trained.project)) as project, project.write() as session:
        # Longer to make than to say.
        (made,) = session.execute(select(Evaluation.__table__)).mappings()
        session.add(Evaluation(**{**made, "id": None, "episodes": 1000}))
    run, *tests = trained("runs")[1].splitlines()
    day = f"{datetime.now():%Y-%m-%d}"
    assert day in run
    assert all(day in line and "3-way 1-shot on meta-test" in line for line in tests)
    assert ["4 episodes:" in tests[0], "1,000 episodes:" in tests[1]] == [True, True]
    assert [facts["episodes"] for facts in trained.json("runs")["runs"][0]["evaluations"]] == [4, 1000]


@pytest.mark.slow
def test_half_precision_that_the_device_does_not_have_is_said(quick: Terminal) -> None:
    train = ["train", "--approach", "prototypical", "--device", "cpu", *TINY]
    assert "Note: bfloat16" in quick(*train, "--bf16")[1]
    assert "bfloat16" not in quick(*train)[1]


@pytest.mark.slow
def test_one_of_something_is_said_in_the_singular(imported: Terminal, tmp_path: Path) -> None:
    table = traits_of_nested_tasks(tmp_path / "traits.csv")
    imported.json("train", "--approach", "zero-shot", "--traits", table, *TINY)
    assert "Note: 1 class has no traits in traits.csv" in imported("resume")[1]
    assert "108 images, 1 run, " in imported("check")[1]


@pytest.mark.slow
def test_the_examples_that_are_reported_are_those_that_episodes_had(imported: Terminal) -> None:
    train = ["train", "--approach", "prototypical", "--shot", 500, *TINY]
    cut = "5 as examples and 1 as queries"
    assert any(cut in note for note in imported.json(*train)["notes"])
    tested = imported.json("evaluate", "--shot", 500, "--way", 3, "--query", 2, "--episodes", 3)
    assert tested["shot"] == 5
    assert any(cut in note for note in tested["notes"])
    assert "3-way 5-shot on meta-test" in imported("runs")[1]


def test_locating_where_nothing_is_found_is_refused(imported: Terminal, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "None of the 108 images" in imported.refusal("locate", tmp_path / "images", tmp_path / "empty")


def traits_of_nested_tasks(path: Path) -> Path:
    """Write a table that describes the classes of `make_nested_tasks` by two traits, without one of them."""
    names = [(task, number) for task in range(3) for number in range(6)][1:]
    rows = [f"task_{task:02d}/class_{number:02d};{number},5;{'yes' if task else 'no'}" for task, number in names]
    path.write_text("\n".join(["class;size;late", *rows, "nobody;1;no"]))
    return path


@pytest.mark.slow
def test_zero_shot_learning_goes_from_a_table_to_labels_without_an_example(imported: Terminal, tmp_path: Path) -> None:
    table = traits_of_nested_tasks(tmp_path / "traits.csv")
    kept = imported.json("traits", table)
    assert (kept["classes"], kept["described"]) == (18, 17)
    assert (kept["without"], kept["unused"]) == (["task_00/class_00"], ["nobody"])
    assert kept["columns"] == [{"name": "size", "kind": "number"}, {"name": "late", "kind": "yes-no"}]
    imported.json("train", "--approach", "zero-shot", "--shot", 0, *TINY)
    tested = imported.json("evaluate", "--shot", 0, "--way", 3, "--query", 2, "--episodes", 3)
    assert (tested["run"], tested["shot"]) == (1, 0)
    make_pile(tmp_path / "pile")
    (tmp_path / "new.csv").write_text("class,size,late\nlarge,5,no\nsmall,1,yes\n")
    files = ["--images", tmp_path / "pile", "--output", tmp_path / "labels.csv"]
    labelled = imported.json("label", "--traits", tmp_path / "new.csv", *files)
    assert (labelled["labelled"], labelled["classes"], labelled["examples"]) == (20, ["large", "small"], 0)
    kept = imported.json("label", *files)
    assert (len(kept["classes"]), kept["examples"]) == (18, 0)
    assert "traits.csv" in kept["warnings"][0]
    assert "18 classes" in kept["warnings"][0]


@pytest.mark.slow
def test_a_table_given_to_train_becomes_the_projects(quick: Terminal, tmp_path: Path) -> None:
    assert "table of traits" in quick.refusal("train", "--approach", "zero-shot", *TINY)
    table = traits_of_nested_tasks(tmp_path / "traits.csv")
    quick.json("train", "--approach", "zero-shot", "--traits", table, *TINY)
    quick.json("train", "--approach", "zero-shot", *TINY)
    assert len(quick.json("runs")["runs"]) == 2


@pytest.mark.slow
def test_a_table_given_to_an_approach_without_traits_is_kept_and_noted(quick: Terminal, tmp_path: Path) -> None:
    (tmp_path / "traits.csv").write_text("class,legs\nclass_00,6\nclass_01,8\nclass_02,about 4\n")
    given = ["--approach", "prototypical", "--traits", tmp_path / "traits.csv"]
    notes = quick.json("train", *given, *TINY)["notes"]
    assert all(words in notes[0] for words in ("1 cell", "“about 4”", "class_02"))
    unused = "Prototypical Networks does not use traits"
    assert notes[1].startswith(f"{unused}: traits.csv")
    code, out, err = quick("train", *given, *TINY)
    assert code == 0, err
    assert f"Note: {unused}" in out
    assert unused not in str(quick.json("train", "--approach", "prototypical", *TINY)["notes"])


@pytest.mark.slow
def test_a_table_that_a_refused_training_brings_is_not_kept(quick: Terminal, tmp_path: Path) -> None:
    table = traits_of_nested_tasks(tmp_path / "traits.csv")
    quick.json("traits", table)
    rows = "".join(f"class_{number:02d},6\n" for number in range(6))
    (tmp_path / "alike.csv").write_text(f"class,legs\n{rows}")
    train = ["train", "--approach", "zero-shot", "--traits"]
    assert "alike.csv" in quick.refusal(*train, tmp_path / "alike.csv", *TINY)
    table.rename(tmp_path / "key.csv")
    notes = quick.json(*train, tmp_path / "key.csv", *TINY)["notes"]
    assert "key.csv" in notes[0]
    assert "traits.csv" in notes[0]


def test_a_place_where_nothing_can_be_written_is_refused_before_any_image_is_read(
    trained: Terminal, tmp_path: Path
) -> None:
    given = ["label", "--examples", tmp_path, "--images", tmp_path, "--output", tmp_path / "nowhere" / "labels.csv"]
    refusal = trained.refusal(*given)
    assert "labels.csv" in refusal
    assert "No such file" in refusal


@pytest.mark.slow
def test_a_table_of_images_that_are_gone_is_not_a_success(trained: Terminal, tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    make_pile(pile)
    make_classes(tmp_path / "examples", classes=2, images=2)
    table = tmp_path / "labels.csv"
    trained.json("label", "--examples", tmp_path / "examples", "--images", pile, "--output", table)
    shutil.rmtree(pile)
    code, out, _ = trained("accept", table)
    assert code == 1
    assert "20 refused" in out


@pytest.mark.slow
def test_a_folder_of_which_nothing_can_be_read_is_labelled_with_reasons(trained: Terminal, tmp_path: Path) -> None:
    make_classes(tmp_path / "examples", classes=2, images=2)
    (tmp_path / "pile").mkdir()
    for name in ("a.png", "b.jpg"):
        (tmp_path / "pile" / name).write_bytes(b"no image")
    table = tmp_path / "labels.csv"
    labelled = trained.json(
        "label", "--examples", tmp_path / "examples", "--images", tmp_path / "pile", "--output", table
    )
    assert (labelled["labelled"], labelled["unreadable"]) == (0, 2)
    assert [line.count("a.png") + line.count("b.jpg") for line in table.read_text().splitlines()[1:]] == [1, 1]


def test_examples_are_needed_where_traits_are_not_used(trained: Terminal, tmp_path: Path) -> None:
    assert "at least one example" in trained.refusal("train", "--approach", "prototypical", "--shot", 0, *TINY)
    assert "at least one example" in trained.refusal("evaluate", "--shot", 0)
    make_pile(tmp_path / "pile")
    table = traits_of_nested_tasks(tmp_path / "traits.csv")
    files = ["--images", tmp_path / "pile", "--output", tmp_path / "labels.csv"]
    assert "needs an example image" in trained.refusal("label", "--traits", table, *files)
    trained.json("traits", table)
    assert "folder of examples" in trained.refusal("label", *files)
    assert "cannot be read" in trained.refusal("traits", tmp_path / "nowhere.csv")


def test_the_page_of_files_with_several_can_be_chosen(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "stack.tif").write_bytes(plain(0, 60, 200))
    terminal("new")
    code, out, _ = terminal("import", tmp_path / "pile")
    assert code == 0
    assert "--page" in out
    taken = terminal.json("import", tmp_path / "pile", "--page", "max", "--channels", "3,2,1")["several_pages_files"]
    assert taken == [
        {
            "path": str(tmp_path / "pile" / "stack.tif"),
            "pages": 3,
            "channels": 1,
            "page": "max",
            "channels_taken": None,
        }
    ]
    assert "two" in terminal.refusal("import", tmp_path / "pile", "--page", "two")


def test_a_compacted_project_is_smaller_and_each_run_says_its_size(trained: Terminal) -> None:
    size = trained.json("runs")["runs"][0]["bytes"]
    assert size > 100_000
    said = trained.json("compact")
    assert said["before"] >= said["after"] == Path(trained.project).stat().st_size > size
    assert trained.json("runs")["runs"][0]["bytes"] == size


def test_a_run_whose_resuming_was_given_up_is_listed_as_such(trained: Terminal) -> None:
    assert "not be resumed" not in trained("runs")[1]
    with open_to_work(Path(trained.project)) as project, project.write() as session:
        session.execute(update(Run).values(state=RunState.STOPPED))
    trained("compact", "--give-up-resuming")
    assert "not be resumed" in trained("runs")[1]
    assert trained.json("runs")["runs"][0]["given_up"] is True


def test_an_import_that_lost_its_folder_says_so_once_and_fails(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal("new")
    images = make_classes(tmp_path / "disk", classes=8, images=40)
    read = in_threads

    def unplugged(*arguments: Any, **options: Any) -> Any:
        for number, image in enumerate(read(*arguments, **options)):
            if number == 20:
                shutil.rmtree(images)
            yield image

    monkeypatch.setattr("workbench.operations.tasks.import_images.in_threads", unplugged)
    code, out, _ = terminal("import", images)
    assert (code, out.count(str(images))) == (1, 1)
    assert "of 320 images" in out
