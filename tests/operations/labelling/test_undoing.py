"""A change to the classes and examples gives its inverse, which stays good whatever else is undone and done again."""

from pathlib import Path

import pytest

from tests.made_images import make_classes, make_pile
from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.operations.change import Change, Together
from workbench.operations.labelling.class_changes import add_class, remove_class, rename_labelling_class
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.example_changes import add_examples, remove_examples
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.forget_task import forget_task
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.task_facts import describe_tasks


@pytest.fixture
def pile(project: Project, tmp_path: Path) -> list[int]:
    """The ids of eight images without a class."""
    make_pile(tmp_path / "pile", classes=2)
    import_images(project, tmp_path / "pile", ImportRequest(), Silent())
    return [image.id for image in list_images(project)]


def test_many_changes_are_undone_and_done_again_twice_over(project: Project, pile: list[int]) -> None:
    oak, elm = add_class(project, "oak").class_id, add_class(project, "elm").class_id
    states, inverses = [labelling_classes(project)], []

    def made(change: Change) -> None:
        inverses.append(change)
        states.append(labelling_classes(project))

    added = add_examples(project, oak, pile[:3])
    made(added)
    made(remove_examples(project, added.example_ids[:1]))
    made(add_examples(project, elm, pile[3:5]))
    made(rename_labelling_class(project, elm, "ash"))
    made(remove_class(project, oak))
    for _ in range(2):
        for place in reversed(range(len(inverses))):
            inverses[place] = inverses[place].apply(project)
            assert labelling_classes(project) == states[place]
        for place, inverse in enumerate(inverses):
            inverses[place] = inverse.apply(project)
            assert labelling_classes(project) == states[place + 1]


def test_a_folder_of_examples_is_taken_out_with_its_new_classes_and_brought_back(
    project: Project, pile: list[int], tmp_path: Path
) -> None:
    make_classes(tmp_path / "examples", classes=3, images=2)
    known = add_class(project, "class_01").class_id
    add_examples(project, known, pile[:1])
    before = labelling_classes(project)
    report = add_examples_folder(project, tmp_path / "examples", Silent())
    after = labelling_classes(project)
    assert set(report.classes) - set(report.new_classes) == {known}
    inverse = report.inverse.apply(project)
    assert labelling_classes(project) == before
    inverse.apply(project)
    assert labelling_classes(project) == after


def test_changes_made_together_are_made_all_or_none(project: Project, pile: list[int], tmp_path: Path) -> None:
    make_classes(tmp_path / "examples", classes=3, images=2)
    report = add_examples_folder(project, tmp_path / "examples", Silent())
    decide(project, [Decided(pile[0], report.classes[0], Decision.ACCEPTED)])
    before = labelling_classes(project)
    with pytest.raises(UserError):
        report.inverse.apply(project)
    assert labelling_classes(project) == before
    assert Together(()).apply(project) == Together(())


def test_an_example_whose_image_left_the_project_stays_out(project: Project, pile: list[int]) -> None:
    oak = add_class(project, "oak").class_id
    restored = add_examples(project, oak, pile[:1]).apply(project)
    forget_task(project, describe_tasks(project)[0].id)
    assert restored.apply(project).example_ids == ()
