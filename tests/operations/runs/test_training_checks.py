"""Why Start is grey: the words of training itself, from counts alone."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from tests.fact_codes import code_of
from tests.made_images import make_classes
from tests.operations.conftest import SHORT
from workbench.errors import UserError
from workbench.operations.evaluation.evaluation_checks import why_not_test
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project, open_to_read
from workbench.operations.runs.training import train_approach
from workbench.operations.runs.training_checks import why_not_train
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.store.models import Role


def test_there_is_no_objection_to_what_can_be_done(imported: Project) -> None:
    assert why_not_train(imported, SHORT) is None
    assert why_not_train(imported, replace(SHORT, approach="transfer", rotate_classes=True)) is None
    assert why_not_test(imported, 5, 1) is None


@pytest.mark.parametrize(
    "change",
    [
        {"approach": "magic"},
        {"encoder": "magic"},
        {"image_size": 8},
        {"channels": 2},
        {"way": 1},
        {"shot": 0},
        {"learning_rate": float("nan")},
        {"options": {"size": "3"}},
        {"options": {"decay": "fast"}},
        {"device": "abacus"},
        {"image_size": 10_000_000},
        {"encoder": "efficientnet-lite0", "image_size": None, "rotate_classes": True},
    ],
)
def test_the_objection_is_what_training_would_say(imported: Project, change: dict[str, object]) -> None:
    request = replace(SHORT, **change)
    with pytest.raises(UserError) as refused:
        train_approach(imported, request, Silent())
    unsupported_reason = why_not_train(imported, request)
    assert unsupported_reason is not None
    assert unsupported_reason.template == refused.value.text.template


@pytest.mark.parametrize(("classes", "images"), [(1, 5), (4, 1)])
@pytest.mark.parametrize("approach", ["prototypical", "transfer"])
def test_too_few_classes_or_images_are_an_objection(
    project: Project, tmp_path: Path, classes: int, images: int, approach: str
) -> None:
    make_classes(tmp_path / "few", classes, images)
    import_images(project, tmp_path / "few", ImportRequest(roles=RoleRequest(Role.META_TRAIN)), Silent())
    request = replace(SHORT, approach=approach)
    with pytest.raises(UserError) as refused:
        train_approach(project, request, Silent())
    assert why_not_train(project, request) == refused.value.text


def test_classes_alone_in_their_task_are_an_objection_only_where_tasks_are_not_mixed(
    project: Project, tmp_path: Path
) -> None:
    for number in (1, 2):
        make_classes(tmp_path / f"task_{number}", classes=1, images=5, seed=number)
        import_images(project, tmp_path / f"task_{number}", ImportRequest(roles=RoleRequest(Role.META_TRAIN)), Silent())
    assert why_not_train(project, SHORT) is None
    assert "at least two classes" in str(why_not_train(project, replace(SHORT, mix_tasks=False)))


def test_an_empty_project_has_nothing_to_train_on_nor_to_test_on(project: Project) -> None:
    assert "no meta-train classes" in str(why_not_train(project, SHORT))
    assert "no meta-test classes" in str(why_not_test(project, 5, 1))


def test_a_test_of_one_class_or_without_examples_is_objected_to(imported: Project) -> None:
    assert "way must be at least 2" in str(why_not_test(imported, 1, 1))
    assert code_of(why_not_test(imported, 5, 0)) == "candidate.needs_examples"


def test_a_project_that_is_only_read_says_so(tmp_path: Path) -> None:
    new_project(tmp_path / "made.mlwb").close()
    with open_to_read(tmp_path / "made.mlwb") as project:
        assert "read-only" in str(why_not_train(project, SHORT))
        assert "read-only" in str(why_not_test(project, 5, 1))


def test_no_image_is_opened_and_no_random_number_drawn(imported: Project, folder: Path) -> None:
    shutil.rmtree(folder)
    random = torch.get_rng_state()
    for encoder in ("conv4", "conv4-strided", "resnet12", "efficientnet-lite0"):
        assert why_not_train(imported, replace(SHORT, encoder=encoder, image_size=None)) is None
    assert torch.equal(torch.get_rng_state(), random)
