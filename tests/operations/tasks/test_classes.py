"""Classes of imported folders: their roles, their names, and forgetting a folder."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.made_images import make_pile, pattern, variant
from tests.operations.tasks.test_import_images import contents
from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.example_changes import add_examples
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.begin_run import begin_run
from workbench.operations.runs.training_request import TrainingRequest, settings_of
from workbench.operations.tasks.classes import RenameClass, SetRoles, rename_class, set_roles
from workbench.operations.tasks.forget_task import forget_task
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.task_facts import ClassFacts, TaskFacts, describe_tasks
from workbench.store.models import Image, ImageClass, Role, Run, RunState


def roles_of(project: Project) -> dict[int, str]:
    return {facts.id: facts.role for task in describe_tasks(project) for facts in task.classes}


def test_roles_that_were_set_can_be_put_back(imported: Project) -> None:
    before = roles_of(imported)
    previous = set_roles(imported, list(before), Role.META_TEST)
    assert set(roles_of(imported).values()) == {"meta-test"}
    assert dict(previous.roles) == before
    previous.apply(imported)
    assert roles_of(imported) == before


def test_classes_that_are_not_there_are_passed_over(imported: Project) -> None:
    before = roles_of(imported)
    assert set_roles(imported, [10**6], Role.META_TEST) == SetRoles(())
    assert set_roles(imported, [], Role.META_TEST) == SetRoles(())
    assert roles_of(imported) == before


def two_classes(project: Project) -> tuple[ClassFacts, ClassFacts]:
    one, two, *_ = describe_tasks(project)[0].classes
    return one, two


def test_renaming_gives_back_the_name_it_had(imported: Project) -> None:
    one, _ = two_classes(imported)
    back = rename_class(imported, one.id, "  red \n oak ")
    assert two_classes(imported)[0].name == "red oak"
    assert back.apply(imported) == RenameClass(one.id, "red oak")
    assert two_classes(imported)[0] == one


@pytest.mark.parametrize("name", ["", "  ", "\n", "\0"])
def test_an_empty_name_is_refused(imported: Project, name: str) -> None:
    with pytest.raises(UserError, match="needs a name"):
        rename_class(imported, two_classes(imported)[0].id, name)


def test_a_name_that_another_class_of_the_task_has_is_refused_however_it_is_composed(imported: Project) -> None:
    one, two = two_classes(imported)
    rename_class(imported, one.id, "Ñandú")
    with pytest.raises(UserError, match="a class Ñandú"):
        rename_class(imported, two.id, unicodedata.normalize("NFD", "Ñandú"))
    rename_class(imported, two.id, "ñandú")
    elsewhere = describe_tasks(imported)[1].classes[0]
    rename_class(imported, elsewhere.id, "Ñandú")


def test_a_class_that_is_gone_is_refused_in_words(imported: Project) -> None:
    with pytest.raises(UserError, match="no longer"):
        rename_class(imported, 10**6, "oak")


def test_importing_again_finds_a_renamed_class_by_its_folder(imported: Project, folder: Path) -> None:
    one, _ = two_classes(imported)
    rename_class(imported, one.id, "oak")
    variant(pattern(1), 7).save(folder / "task_00" / one.name / "late.png")
    import_images(imported, folder, ImportRequest(), Silent())
    task = describe_tasks(imported)[0]
    assert (len(task.classes), task.classes[0].name, task.classes[0].images) == (6, "oak", 7)


def count(project: Project, kind: type[Image] | type[ImageClass], task: TaskFacts) -> int:
    with project.read() as session:
        return session.scalar(select(func.count()).where(kind.task_id == task.id)) or 0


def test_a_forgotten_folder_leaves_the_project_and_its_files_stay(imported: Project, folder: Path) -> None:
    before = contents(folder)
    first, second, third = describe_tasks(imported)
    forget_task(imported, second.id)
    assert [task.id for task in describe_tasks(imported)] == [first.id, third.id]
    assert count(imported, Image, second) == count(imported, ImageClass, second) == 0
    assert count(imported, Image, first) == 36
    assert contents(folder) == before
    forget_task(imported, second.id)


def test_a_folder_with_labelled_images_is_not_forgotten(project: Project, tmp_path: Path) -> None:
    make_pile(tmp_path / "pile")
    (task,) = import_images(project, tmp_path / "pile", ImportRequest(), Silent()).tasks
    image = list_images(project)[0]
    oak = add_class(project, "oak").class_id
    added = add_examples(project, oak, [image.id])
    with pytest.raises(UserError, match=r"1 image of pile .* example"):
        forget_task(project, task.id)
    added.apply(project)
    decide(project, [Decided(image.id, oak, Decision.ACCEPTED)])
    with pytest.raises(UserError, match=r"1 image of pile .* labelled"):
        forget_task(project, task.id)
    assert len(list_images(project)) == 20


def test_a_folder_that_a_run_is_learning_from_is_not_forgotten(imported: Project) -> None:
    first, second, _ = describe_tasks(imported)
    settings = replace(settings_of(TrainingRequest("transfer")), classes={Role.META_TRAIN: (first.classes[0].id,)})
    record = begin_run(imported, settings, versions={}, device="cpu")
    with pytest.raises(UserError) as refused:
        forget_task(imported, first.id)
    assert dict(refused.value.text.values) == {"run": record.id, "name": "task_00"}
    forget_task(imported, second.id)
    with imported.write() as session:
        session.get_one(Run, record.id).state = RunState.STOPPED
    forget_task(imported, first.id)
