"""What will be labelled is what the page Label holds, or what is usual."""

from pathlib import Path

from tests.made_images import make_classes
from workbench.operations.labelling.class_changes import add_class, remove_class
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.planning.expected_labelling import ExpectedLabelling, expected_labelling


def test_without_classes_to_label_the_usual_numbers_are_expected(project: Project) -> None:
    assert expected_labelling(project) == ExpectedLabelling()
    add_class(project, "moth")
    assert not expected_labelling(project).known


def test_classes_and_their_examples_are_counted(project: Project, tmp_path: Path) -> None:
    add_examples_folder(project, make_classes(tmp_path / "examples", classes=4, images=3), Silent())
    assert expected_labelling(project) == ExpectedLabelling(4, 3, known=True)


def test_a_class_without_examples_counts_and_one_taken_out_does_not(project: Project, tmp_path: Path) -> None:
    add_examples_folder(project, make_classes(tmp_path / "examples", classes=4, images=3), Silent())
    add_class(project, "moth")
    assert expected_labelling(project) == ExpectedLabelling(5, 3, known=True)
    for facts in labelling_classes(project)[:2]:
        remove_class(project, facts.id)
    assert expected_labelling(project) == ExpectedLabelling(3, 3, known=True)
