"""Frames of an embedding: two components, turned like the frame before, and no trace in the approach."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.fact_codes import refused
from tests.learning.parts import SHAPE, Flat, build, made_pool
from tests.made_images import make_classes
from workbench.learning.approach import Approach
from workbench.learning.approaches.prototypical import Prototypical
from workbench.learning.networks.encoders import Conv4
from workbench.operations.features.episode_pool import View
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs._preserved_state import preserve_module_state
from workbench.operations.runs.embedding_frames import (
    EmbeddingFrames,
    aligned_to,
    embed_reference,
    load_reference,
    principal_points,
)
from workbench.operations.runs.listing import describe_runs
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.operations.tasks.task_facts import describe_tasks
from workbench.store.models import Role

VIEW = View("conv4", 16, 1)


class SetClock:
    """A clock that goes on by a given time whenever a frame is drawn."""

    def __init__(self) -> None:
        self.now = 100.0
        self.step = 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def test_points_are_the_two_directions_of_most_spread_in_a_scale_of_one() -> None:
    draw = np.random.default_rng(0)
    plane = draw.normal(size=(50, 2)) * [5.0, 2.0]
    plane -= plane.mean(0)
    basis, _ = np.linalg.qr(draw.normal(size=(10, 10)))
    points = principal_points(plane @ basis[:2] + 7.0)
    assert np.square(points).sum(1).mean() == pytest.approx(1)
    spread = np.sqrt(np.square(plane).sum(1).mean())
    np.testing.assert_allclose(aligned_to(points, plane), plane / spread, atol=1e-6)


@pytest.mark.parametrize("vectors", [np.ones((5, 3)), np.ones((1, 4)), np.arange(6.0)[:, None]])
def test_vectors_with_fewer_directions_still_have_two_numbers_each(vectors: np.ndarray) -> None:
    points = principal_points(vectors)
    assert points.shape == (len(vectors), 2)
    assert np.isfinite(points).all()


@pytest.mark.parametrize("turn", [np.eye(2), -np.eye(2), np.array([[0.0, 1.0], [1.0, 0.0]])])
def test_a_turned_or_mirrored_frame_is_brought_back(turn: np.ndarray) -> None:
    points = np.random.default_rng(0).normal(size=(20, 2))
    np.testing.assert_allclose(aligned_to(points @ turn, points), points, atol=1e-9)


def dropping_out() -> Approach:
    return build(Prototypical, Flat(dropout=0.5))


def with_running_statistics() -> Approach:
    return build(Prototypical, Conv4(16, 1, 4))


@pytest.mark.parametrize("make", [dropping_out, with_running_statistics])
@pytest.mark.parametrize("training", [True, False])
def test_a_frame_leaves_the_approach_and_torchs_random_state_as_they_were(
    make: Callable[[], Approach], training: bool
) -> None:
    approach = make().train(training)
    approach.encoder.eval()  # One part may be in another mode than the whole.
    before, random = {name: value.clone() for name, value in approach.state_dict().items()}, torch.get_rng_state()
    frames = EmbeddingFrames(made_pool().images)
    first, second = frames.draw(approach, 3), frames.draw(approach, 4)
    assert first is not None
    assert second is not None
    np.testing.assert_array_equal(first.points, second.points)
    assert (first.episode, second.episode) == (3, 4)
    assert (approach.training, approach.encoder.training) == (training, False)
    assert torch.equal(torch.get_rng_state(), random)
    assert all(torch.equal(value, before[name]) for name, value in approach.state_dict().items())
    assert torch.is_grad_enabled()


def test_modes_come_back_after_an_error_too() -> None:
    approach = dropping_out().train()
    with suppress(ZeroDivisionError), preserve_module_state(approach):
        assert not approach.training
        raise ZeroDivisionError
    assert approach.training


def test_frames_take_a_twentieth_of_the_time_and_come_at_most_every_second_and_a_half() -> None:
    clock = SetClock()
    frames, approach = EmbeddingFrames(made_pool().images, clock), dropping_out()
    assert frames.is_due()
    frames.draw(approach, 0)
    drawn_at = clock.now
    clock.now = drawn_at + 1.4
    assert not frames.is_due()
    clock.now = drawn_at + 1.6
    assert frames.is_due()
    clock.step = 1.0  # A frame that takes a second must wait for nineteen.
    frames.draw(approach, 1)
    drawn_at, clock.step = clock.now, 0.0
    clock.now = drawn_at + 18.9
    assert not frames.is_due()
    clock.now = drawn_at + 19.1
    assert frames.is_due()


def test_vectors_that_are_no_numbers_give_no_frame() -> None:
    approach = dropping_out()
    torch.nn.init.constant_(approach.encoder.linear.weight, float("nan"))  # type: ignore[union-attr]
    assert EmbeddingFrames(made_pool().images).draw(approach, 0) is None


@pytest.mark.slow
def test_the_reference_is_at_most_two_hundred_images_evenly_spread(project: Project, tmp_path: Path) -> None:
    make_classes(tmp_path / "many", classes=10, images=30)
    import_images(project, tmp_path / "many", ImportRequest(roles=RoleRequest(Role.META_TEST)), Silent())
    reference = load_reference(project, VIEW, (), "cpu", Silent())
    assert reference is not None
    assert len(reference.shown.classes) == 8
    counts = np.bincount(reference.shown.labels)
    assert counts.max() <= 25
    assert len(reference.images) == counts.sum() == 8 * 15
    assert reference.shown.paths[14].name == "image_28.png"


def test_a_class_that_was_trained_on_is_never_shown_whatever_its_role_is_now(imported: Project) -> None:
    held_out = [
        image_class.id
        for task in describe_tasks(imported)
        for image_class in task.classes
        if image_class.role == Role.META_VALIDATION
    ]
    reference = load_reference(imported, VIEW, held_out, "cpu", Silent())
    unseen = [
        image_class.name
        for task in describe_tasks(imported)
        for image_class in task.classes
        if image_class.role == Role.META_TEST
    ]
    assert reference is not None
    assert len(reference.shown.classes) == min(8, len(unseen))


def test_a_stored_run_places_the_images_with_its_best_weights(trained: Project) -> None:
    images, frame = embed_reference(trained, "latest", "auto", Silent())
    assert frame.points.shape == (len(images.paths), 2)
    assert frame.episode in (6, 12)
    assert describe_runs(trained)[0].best_accuracy is not None
    again = embed_reference(trained, "1", "cpu", Silent())[1]
    np.testing.assert_array_equal(frame.points, again.points)


@pytest.mark.slow
def test_the_pretrained_network_places_them_too(imported: Project) -> None:
    images, frame = embed_reference(imported, "pretrained", "cpu", Silent())
    assert frame.points.shape == (len(images.paths), 2)
    assert frame.episode == 0


def test_a_run_that_is_not_there_and_a_project_without_unseen_classes_are_refused(
    project: Project, folder: Path
) -> None:
    import_images(project, folder, ImportRequest(roles=RoleRequest(Role.META_TRAIN)), Silent())
    with refused("run.none_yet"):
        embed_reference(project, "latest", "cpu", Silent())
    assert SHAPE.way > 0
    assert load_reference(project, VIEW, (), "cpu", Silent()) is None
