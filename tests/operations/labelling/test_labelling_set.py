"""The classes to assign and their examples: adding, renaming, removing, and bringing back."""

import shutil
from pathlib import Path

import pytest

from tests.made_images import make_classes, make_pile
from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.operations.labelling.accept_labels import accept_labels
from workbench.operations.labelling.class_changes import (
    MoveClass,
    RemoveClass,
    RenameLabellingClass,
    add_class,
    move_class,
    remove_class,
    rename_labelling_class,
)
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.example_changes import RemoveExamples, add_examples, remove_examples
from workbench.operations.labelling.examples import add_example_files, add_examples_folder, find_examples
from workbench.operations.labelling.label_table import LabelRow, write_label_table
from workbench.operations.labelling.labelling_set import LabellingClassFacts, labelling_classes, tasks_to_label
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.task_facts import describe_tasks
from workbench.words import Message


class StopsAtOnce:
    def report(self, share: float | None, text: Message) -> None:
        raise Cancelled


@pytest.fixture
def pile(project: Project, tmp_path: Path) -> list[int]:
    """The ids of twenty images without a class."""
    make_pile(tmp_path / "pile")
    import_images(project, tmp_path / "pile", ImportRequest(), Silent())
    return [image.id for image in list_images(project)]


def names(project: Project) -> list[str]:
    return [facts.name for facts in labelling_classes(project)]


def examples(project: Project) -> dict[str, list[int]]:
    return {facts.name: [example.image.id for example in facts.examples] for facts in labelling_classes(project)}


def the(project: Project, name: str) -> LabellingClassFacts:
    return next(facts for facts in labelling_classes(project) if facts.name == name)


def test_a_new_project_has_no_classes_to_assign(project: Project) -> None:
    assert labelling_classes(project) == ()
    assert tasks_to_label(project) == ()


def test_classes_are_kept_in_the_order_they_were_added(project: Project) -> None:
    ids = [add_class(project, name).class_id for name in ("oak", " elm ", "ash")]
    facts = labelling_classes(project)
    assert [(given.id, given.name, given.position) for given in facts] == list(
        zip(ids, ("oak", "elm", "ash"), (1, 2, 3), strict=True)
    )


def test_a_name_is_given_once(project: Project) -> None:
    oak = add_class(project, "oak").class_id
    add_class(project, "Oak")
    with pytest.raises(UserError, match="a class oak"):
        add_class(project, "oak ")
    with pytest.raises(UserError, match="a class Oak"):
        rename_labelling_class(project, oak, "Oak")
    with pytest.raises(UserError, match="needs a name"):
        add_class(project, " ")
    assert names(project) == ["oak", "Oak"]


def test_renaming_gives_back_the_name_it_had(project: Project) -> None:
    oak = add_class(project, "oak").class_id
    back = rename_labelling_class(project, oak, "elm")
    assert rename_labelling_class(project, oak, "elm") == RenameLabellingClass(oak, "elm")
    assert names(project) == ["elm"]
    assert back.apply(project) == RenameLabellingClass(oak, "elm")
    assert names(project) == ["oak"]


def test_a_class_is_moved_and_moved_back(project: Project) -> None:
    oak, *_ = [add_class(project, name).class_id for name in ("oak", "elm", "ash")]
    back = move_class(project, oak, 3)
    assert names(project) == ["elm", "ash", "oak"]
    assert back.apply(project) == MoveClass(oak, 3)
    assert names(project) == ["oak", "elm", "ash"]


def test_a_removed_class_comes_back_as_it_was(project: Project, pile: list[int]) -> None:
    _, elm, _ = [add_class(project, name).class_id for name in ("oak", "elm", "ash")]
    add_examples(project, elm, pile[:3])
    before = labelling_classes(project)
    removed = remove_class(project, elm)
    assert [(facts.name, facts.position) for facts in labelling_classes(project)] == [("oak", 1), ("ash", 2)]
    assert removed.apply(project) == RemoveClass(elm)
    assert labelling_classes(project) == before


def test_a_class_whose_name_was_given_anew_does_not_come_back(project: Project) -> None:
    removed = remove_class(project, add_class(project, "oak").class_id)
    add_class(project, "oak")
    with pytest.raises(UserError, match="a class oak"):
        removed.apply(project)


def test_an_example_given_to_another_class_meanwhile_stays_there(project: Project, pile: list[int]) -> None:
    oak, elm = add_class(project, "oak").class_id, add_class(project, "elm").class_id
    add_examples(project, oak, pile[:2])
    removed = remove_class(project, oak)
    add_examples(project, elm, pile[:1])
    removed.apply(project)
    assert examples(project) == {"oak": pile[1:2], "elm": pile[:1]}


def test_a_class_that_was_given_to_an_image_stays(project: Project, pile: list[int]) -> None:
    oak = add_class(project, "oak").class_id
    decide(project, [Decided(pile[0], oak, Decision.ACCEPTED)])
    with pytest.raises(UserError, match=r"class oak .* cannot be removed"):
        remove_class(project, oak)
    assert the(project, "oak").decided == 1


def test_a_class_whose_labels_were_all_undone_can_go_and_come_back(project: Project, pile: list[int]) -> None:
    oak, ash = add_class(project, "oak").class_id, add_class(project, "ash").class_id
    undone = decide(project, [Decided(pile[0], oak, Decision.ACCEPTED)]).apply(project)
    removed = remove_class(project, oak)
    assert names(project) == ["ash"]
    assert removed.apply(project) == RemoveClass(oak)
    assert names(project) == ["oak", "ash"]
    undone.apply(project)
    assert the(project, "oak").decided == 1
    decide(project, [Decided(pile[0], ash, Decision.CORRECTED)]).apply(project)
    remove_class(project, ash)
    assert add_class(project, "ash").class_id == ash
    assert names(project) == ["oak", "ash"]


def test_what_is_done_to_a_class_that_is_gone_is_refused_in_words(project: Project, pile: list[int]) -> None:
    oak = add_class(project, "oak").class_id
    remove_class(project, oak)
    for action in (
        lambda: rename_labelling_class(project, oak, "elm"),
        lambda: remove_class(project, oak),
        lambda: move_class(project, oak, 1),
        lambda: add_examples(project, oak, pile[:1]),
        lambda: add_example_files(project, oak, [], Silent()),
        lambda: decide(project, [Decided(pile[0], oak, Decision.ACCEPTED)]),
    ):
        with pytest.raises(UserError, match="no longer"):
            action()


def test_examples_are_added_once_and_taken_out_and_brought_back(project: Project, pile: list[int]) -> None:
    oak = add_class(project, "oak").class_id
    first = add_examples(project, oak, pile[:2])
    assert len(first.example_ids) == 2
    second = add_examples(project, oak, pile[1:3])
    assert len(second.example_ids) == 1
    removed = remove_examples(project, [*first.example_ids, *second.example_ids])
    assert examples(project) == {"oak": []}
    assert removed.apply(project) == RemoveExamples(first.example_ids + second.example_ids)
    assert examples(project) == {"oak": pile[:3]}


def test_an_image_is_an_example_of_one_class_and_all_or_none_are_added(project: Project, pile: list[int]) -> None:
    oak, elm = add_class(project, "oak").class_id, add_class(project, "elm").class_id
    add_examples(project, oak, pile[:1])
    with pytest.raises(UserError, match="example of oak"):
        add_examples(project, elm, [pile[1], pile[0]])
    assert examples(project) == {"oak": pile[:1], "elm": []}


def test_a_copy_of_an_example_counts_as_the_same(project: Project, pile: list[int], tmp_path: Path) -> None:
    oak, elm = add_class(project, "oak").class_id, add_class(project, "elm").class_id
    add_examples(project, oak, pile[:1])
    shutil.copy(tmp_path / "pile" / "000.png", tmp_path / "copy.png")
    assert add_example_files(project, oak, [tmp_path / "copy.png"], Silent()).added == ()
    report = add_example_files(project, elm, [tmp_path / "copy.png"], Silent())
    assert [(file.path.name, "example of oak" in str(file.reason)) for file in report.refused] == [("copy.png", True)]


def test_an_image_that_cannot_be_read_is_no_example(project: Project, tmp_path: Path) -> None:
    make_pile(tmp_path / "pile")
    (tmp_path / "pile" / "broken.png").write_bytes(b"no image")
    import_images(project, tmp_path / "pile", ImportRequest(), Silent())
    ids = {image.id for image in list_images(project)}
    oak = add_class(project, "oak").class_id
    for number in (max(ids) + 1, 10**6):
        with pytest.raises(UserError, match="cannot be an example"):
            add_examples(project, oak, [number])


def test_files_become_examples_and_images_of_a_pile_that_is_not_to_be_labelled(
    project: Project, pile: list[int], tmp_path: Path
) -> None:
    make_classes(tmp_path / "new", classes=1, images=3)
    (tmp_path / "new" / "broken.png").write_bytes(b"no image")
    files = [*sorted((tmp_path / "new" / "class_00").iterdir()), tmp_path / "new" / "broken.png", tmp_path / "gone.png"]
    oak = add_class(project, "oak").class_id
    to_label = tasks_to_label(project)
    report = add_example_files(project, oak, files, Silent())
    assert len(report.added) == 3
    assert [file.path.name for file in report.refused] == ["broken.png", "gone.png"]
    assert [example.image.path for example in the(project, "oak").examples] == files[:3]
    assert [task.name for task in describe_tasks(project)] == ["pile", "class_00"]
    assert tasks_to_label(project) == to_label
    assert add_example_files(project, oak, files[:3], Silent()).added == ()


def test_a_folder_of_examples_gives_a_class_for_each_sub_folder(project: Project, tmp_path: Path) -> None:
    make_classes(tmp_path / "examples", classes=3, images=2)
    (tmp_path / "examples" / "empty").mkdir()
    (tmp_path / "examples" / "empty" / "broken.png").write_bytes(b"no image")
    (tmp_path / "examples" / "class_00" / "hollow.png").touch()
    one = add_class(project, "class_01").class_id
    report = add_examples_folder(project, tmp_path / "examples", Silent())
    assert {name: len(ids) for name, ids in examples(project).items()} == {"class_01": 2, "class_00": 2, "class_02": 2}
    assert report.classes == (the(project, "class_00").id, one, the(project, "class_02").id)
    assert (len(report.added), [file.path.name for file in report.refused]) == (6, ["broken.png", "hollow.png"])
    assert add_examples_folder(project, tmp_path / "examples", Silent()).added == ()


def test_a_folder_without_examples_is_refused_and_stopping_adds_nothing(project: Project, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match="contains no examples"):
        add_examples_folder(project, tmp_path / "empty", Silent())
    make_classes(tmp_path / "examples", classes=3, images=2)
    with pytest.raises(Cancelled):
        add_examples_folder(project, tmp_path / "examples", StopsAtOnce())
    assert labelling_classes(project) == ()


def test_the_command_line_and_the_window_share_one_set(project: Project, pile: list[int], tmp_path: Path) -> None:
    add_class(project, "oak")
    rows = [LabelRow(tmp_path / "pile" / f"00{number}.png", name, 1.0) for number, name in enumerate(("oak", "elm"))]
    write_label_table(tmp_path / "t.csv", rows)
    accept_labels(project, tmp_path / "t.csv", 0.0, Silent())
    assert [(facts.name, facts.decided) for facts in labelling_classes(project)] == [("oak", 1), ("elm", 1)]


def test_looking_for_examples_in_a_large_folder_can_be_stopped(tmp_path: Path) -> None:
    (tmp_path / "large" / "moss").mkdir(parents=True)
    for number in range(2000):
        (tmp_path / "large" / "moss" / f"{number}.png").touch()
    with pytest.raises(Cancelled):
        find_examples(tmp_path / "large", StopsAtOnce())
