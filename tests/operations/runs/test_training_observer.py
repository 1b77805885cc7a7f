"""Following a training tells how it goes, and changes nothing about it."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.fact_codes import codes_of
from tests.operations.conftest import SHORT
from tests.operations.runs.test_training_runs import StopsAtEpisode, curve, weights
from workbench.learning.events import RunNote, TrainingStep, ValidationProgress, ValidationResult
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.training import TrainingRequest, resume_run, train_approach
from workbench.operations.runs.training_events import EmbeddingFrame, EpisodePreview, RunStarted, TrainingEvent
from workbench.operations.tasks.classes import set_roles
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.operations.tasks.task_facts import describe_tasks
from workbench.store.models import Role


def followed(project: Project, request: TrainingRequest = SHORT) -> list[TrainingEvent]:
    events: list[TrainingEvent] = []
    train_approach(project, request, Silent(), on_event=events.append)
    return events


def frames_of(events: list[TrainingEvent]) -> set[int]:
    return {event.episode for event in events if isinstance(event, EmbeddingFrame)}


@pytest.mark.parametrize("approach", ["prototypical", "transfer"])
@pytest.mark.parametrize("rotate", [pytest.param(False, marks=pytest.mark.slow), True])
def test_a_followed_run_has_the_very_weights_of_one_that_nobody_follows(
    imported: Project, approach: str, rotate: bool
) -> None:
    request = replace(SHORT, approach=approach, rotate_classes=rotate)
    alone = train_approach(imported, request, Silent())
    run_started = next(event for event in followed(imported, request) if isinstance(event, RunStarted))
    assert run_started.run != alone.id
    assert weights(imported, run_started.run) == weights(imported, alone.id)
    assert curve(imported, run_started.run) == curve(imported, alone.id)


@pytest.mark.slow
def test_the_news_come_in_the_order_of_what_happens(imported: Project) -> None:
    events = followed(imported)
    # On a slow machine more frames become due between two validations.
    kinds = [type(event) for event in events if not isinstance(event, RunNote | EmbeddingFrame)]
    round_of_six = [TrainingStep] * 3 + [ValidationProgress] * 4 + [ValidationResult, EpisodePreview]
    assert kinds == [RunStarted, *round_of_six, *round_of_six]
    assert frames_of(events) >= {0, 6, 12}


@pytest.mark.slow
def test_what_is_told_is_what_is_stored(imported: Project) -> None:
    events = followed(imported)
    run = describe_runs(imported)[0]
    steps = [event for event in events if isinstance(event, TrainingStep)]
    assert [(step.episode, step.loss, step.accuracy) for step in steps] == [row[:3] for row in curve(imported, run.id)]
    assert 0 < steps[0].seconds < steps[-1].seconds <= run.seconds
    best = [event for event in events if isinstance(event, ValidationResult) and event.best][-1]
    assert (best.accuracy, best.ci95) == (run.best_accuracy, run.best_ci95)
    assert {event.text for event in events if isinstance(event, RunNote)} == set(run.notes)


@pytest.mark.slow
def test_the_reference_images_are_of_meta_validation_classes_each_with_a_place_in_every_frame(
    imported: Project,
) -> None:
    events = followed(imported)
    run_started = next(event for event in events if isinstance(event, RunStarted))
    assert run_started.reference is not None
    assert (
        run_started.episodes,
        run_started.episode,
        run_started.way,
        run_started.training_way,
        run_started.device,
    ) == (12, 0, 3, 5, "CPU")
    roles = {(task.folder, facts.name): facts.role for task in describe_tasks(imported) for facts in task.classes}
    shown = {roles[path.parent.parent, path.parent.name] for path in run_started.reference.paths}
    assert shown == {Role.META_VALIDATION.value}
    count = len(run_started.reference.paths)
    assert count == len(run_started.reference.sha256) == len(run_started.reference.labels) == 18
    for place, path in zip(run_started.reference.labels, run_started.reference.paths, strict=True):
        assert run_started.reference.classes[place].endswith(path.parent.name)
    for frame in (event for event in events if isinstance(event, EmbeddingFrame)):
        assert frame.points.shape == (count, 2)
        assert frame.points.dtype == np.float32
        assert np.square(frame.points).sum(1).mean() == pytest.approx(1, rel=1e-4)


@pytest.mark.slow
def test_the_shown_episode_is_the_first_of_the_validation(imported: Project) -> None:
    first, second = (event for event in followed(imported) if isinstance(event, EpisodePreview))
    assert (first.episode, second.episode) == (6, 12)
    assert first.support == second.support
    assert [query.path for query in first.queries] == [query.path for query in second.queries]
    assert len(first.classes) == len(first.support) == 3
    assert len(first.queries) == 9
    assert all(0 <= query.named < 3 for query in first.queries)
    for image in (*first.support, *first.queries):
        assert first.classes[image.label].endswith(image.path.parent.name)


@pytest.mark.slow
def test_a_rotated_class_says_by_how_much(imported: Project) -> None:
    shown = [
        event for event in followed(imported, replace(SHORT, rotate_classes=True)) if isinstance(event, EpisodePreview)
    ]
    names = shown[0].classes
    assert len(set(names)) == 5
    assert any(name.endswith(("90°", "180°", "270°")) for name in names)


@pytest.mark.slow
def test_without_meta_validation_classes_meta_test_classes_are_shown(imported: Project) -> None:
    held_out = [
        facts.id for task in describe_tasks(imported) for facts in task.classes if facts.role == Role.META_VALIDATION
    ]
    set_roles(imported, held_out, Role.META_TRAIN)
    events = followed(imported)
    reference = next(event.reference for event in events if isinstance(event, RunStarted))
    assert reference is not None
    assert frames_of(events) >= {0, 12}
    assert not any(isinstance(event, EpisodePreview) for event in events)


@pytest.mark.slow
def test_without_unseen_classes_there_are_no_frames(project: Project, folder: Path) -> None:
    import_images(project, folder, ImportRequest(roles=RoleRequest(Role.META_TRAIN)), Silent())
    events = followed(project)
    assert next(event.reference for event in events if isinstance(event, RunStarted)) is None
    assert {type(event) for event in events} == {RunStarted, RunNote, TrainingStep}


@pytest.mark.slow
def test_reference_images_that_cannot_be_read_are_told_and_stop_nothing(imported: Project) -> None:
    roles = {facts.id: facts.role for task in describe_tasks(imported) for facts in task.classes}
    held_out = [number for number, role in roles.items() if role == Role.META_VALIDATION]
    set_roles(imported, held_out, Role.META_TRAIN)
    for task in describe_tasks(imported):
        for facts in task.classes:
            if facts.role == Role.META_TEST:
                shutil.rmtree(task.folder / facts.name)
    events = followed(imported)
    assert next(event.reference for event in events if isinstance(event, RunStarted)) is None
    assert "images.none_readable" in codes_of(event.text for event in events if isinstance(event, RunNote))
    assert describe_runs(imported)[0].state == "finished"


@pytest.mark.slow
def test_a_resumed_run_tells_from_where_it_goes_on_and_ends_with_the_same_weights(imported: Project) -> None:
    whole = train_approach(imported, SHORT, Silent())
    with pytest.raises(Cancelled):
        train_approach(imported, SHORT, StopsAtEpisode(0.5), on_event=lambda event: None)
    events: list[TrainingEvent] = []
    run = resume_run(imported, "latest", Silent(), on_event=events.append)
    run_started = events[0]
    assert isinstance(run_started, RunStarted)
    assert (run_started.run, run_started.episode) == (run.id, 6)
    assert weights(imported, run.id) == weights(imported, whole.id)


@pytest.mark.slow
def test_transfer_learning_says_that_training_tells_all_classes_apart(imported: Project) -> None:
    run_started = followed(imported, replace(SHORT, approach="transfer"))[0]
    assert isinstance(run_started, RunStarted)
    assert run_started.training_way == describe_runs(imported)[0].settings.training_classes > run_started.way
