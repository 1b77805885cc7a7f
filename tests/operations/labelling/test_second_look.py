"""A second look at examples: which may be wrong, why, and how one is moved to the class that it looks like."""

from pathlib import Path

import pytest
from PIL import Image

from tests.made_images import pattern, variant
from tests.operations.conftest import fill_to_label
from tests.project_templates import ProjectTemplates
from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.operations.labelling.auditing.second_look import Doubt, DoubtfulExample, SecondLook
from workbench.operations.labelling.class_changes import remove_class
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.example_changes import add_examples, move_example, remove_examples
from workbench.operations.labelling.examples import add_example_files
from workbench.operations.labelling.label_session import open_session
from workbench.operations.labelling.labelling_set import LabellingClassFacts, labelling_classes, tasks_to_label
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.images import ImageFacts, list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images

pytestmark = pytest.mark.usefixtures("known_features")


@pytest.fixture
def ready(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill_to_label, tmp_path)
    return project


def looked(project: Project) -> SecondLook:
    tasks = tasks_to_label(project)
    return open_session(project, run="pretrained", tasks=tasks, device="cpu", reporter=Silent()).look_again(
        project, Silent()
    )


def class_of(project: Project, name: str) -> LabellingClassFacts:
    return next(row for row in labelling_classes(project) if row.name == name)


def add_file(project: Project, name: str, path: Path) -> int:
    """Make a file an example of a class; return the example's id."""
    (number,) = add_example_files(project, class_of(project, name).id, [path], Silent()).added
    return number


def image_of(project: Project, path: Path) -> ImageFacts:
    return next(image for image in list_images(project) if image.path == path)


def planted(project: Project, home: Path) -> Path:
    path = home / "wrong.png"
    variant(pattern(0), 7).save(path)
    add_file(project, "class_01", path)
    return path


def given_twice(project: Project, home: Path) -> tuple[ImageFacts, ImageFacts]:
    """Make two files of one content examples of class_00 and class_01, as bringing one back may."""
    first = class_of(project, "class_00").examples[0]
    taken_out = remove_examples(project, [first.id])
    copy = home / "copy.png"
    copy.write_bytes(first.image.path.read_bytes())
    add_file(project, "class_01", copy)
    taken_out.apply(project)
    return first.image, image_of(project, copy)


def test_a_wrong_example_is_doubted_and_named_with_the_class_it_looks_like(ready: Project, tmp_path: Path) -> None:
    path = planted(ready, tmp_path)
    look = looked(ready)
    (example,) = look.examples
    assert look.labels == ()
    assert (example.image_id, example.class_id) == (image_of(ready, path).id, class_of(ready, "class_01").id)
    assert (example.doubt, example.other_class) == (Doubt.LOOKS_LIKE, class_of(ready, "class_00").id)
    assert 0.5 < (example.sure or 0) <= 1


@pytest.mark.slow
def test_nothing_is_doubted_where_nothing_is_wrong_or_each_class_has_one_example(ready: Project) -> None:
    assert looked(ready) == SecondLook()
    for image_class in labelling_classes(ready):
        remove_examples(ready, [example.id for example in image_class.examples[1:]])
    assert looked(ready) == SecondLook()


@pytest.mark.slow
def test_the_same_image_in_two_classes_is_doubted_in_both(ready: Project, tmp_path: Path) -> None:
    one, other = given_twice(ready, tmp_path)
    ids = class_of(ready, "class_00").id, class_of(ready, "class_01").id
    assert set(looked(ready).examples) == {
        DoubtfulExample(one.id, ids[0], Doubt.SAME_IMAGE, ids[1], other_file="copy.png"),
        DoubtfulExample(other.id, ids[1], Doubt.SAME_IMAGE, ids[0], other_file=one.path.name),
    }
    remove_class(ready, ids[1])
    assert looked(ready).examples == ()


@pytest.mark.slow
def test_an_example_whose_image_was_decided_to_be_of_another_class_is_doubted(ready: Project, tmp_path: Path) -> None:
    example = class_of(ready, "class_02").examples[0]
    copy = tmp_path / "pile" / "copy.png"
    copy.write_bytes(example.image.path.read_bytes())
    import_images(ready, tmp_path / "pile", ImportRequest(), Silent())
    other = class_of(ready, "class_03").id
    decide(ready, [Decided(image_of(ready, copy).id, other, Decision.CORRECTED)])
    (doubtful,) = looked(ready).examples
    assert (doubtful.image_id, doubtful.doubt, doubtful.other_class) == (example.image.id, Doubt.SAME_IMAGE, other)


@pytest.mark.slow
def test_nearly_the_same_image_in_two_classes_is_doubted_in_both(ready: Project, tmp_path: Path) -> None:
    source = class_of(ready, "class_00").examples[0]
    path = tmp_path / "again.png"
    with Image.open(source.image.path) as picture:
        picture.convert("RGB").save(path)
    add_file(ready, "class_01", path)
    look = looked(ready)
    assert {(one.image_id, one.doubt) for one in look.examples} == {
        (source.image.id, Doubt.NEARLY_SAME),
        (image_of(ready, path).id, Doubt.NEARLY_SAME),
    }


@pytest.mark.slow
def test_a_moved_example_keeps_its_id_and_is_moved_back_by_the_inverse(ready: Project, tmp_path: Path) -> None:
    path = planted(ready, tmp_path)
    example = next(one for one in class_of(ready, "class_01").examples if one.image.path == path)
    inverse = move_example(ready, example.id, class_of(ready, "class_00").id)
    assert example in class_of(ready, "class_00").examples
    assert example not in class_of(ready, "class_01").examples
    assert looked(ready).examples == ()
    redo = inverse.apply(ready)
    assert example in class_of(ready, "class_01").examples
    redo.apply(ready)
    assert example in class_of(ready, "class_00").examples


def test_an_example_is_not_moved_to_a_class_that_is_gone_or_has_its_image(ready: Project, tmp_path: Path) -> None:
    _, other = given_twice(ready, tmp_path)
    example = next(one for one in class_of(ready, "class_01").examples if one.image.id == other.id)
    with pytest.raises(UserError, match="already an example of class_00"):
        move_example(ready, example.id, class_of(ready, "class_00").id)
    with pytest.raises(UserError):
        move_example(ready, example.id, 10**6)
    assert example in class_of(ready, "class_01").examples
    move_example(ready, 10**6, class_of(ready, "class_00").id)
    add_examples(ready, class_of(ready, "class_01").id, [other.id])
    assert len(class_of(ready, "class_01").examples) == 4
