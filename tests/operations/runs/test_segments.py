"""Trainings in segments: the very run that one training in one go makes, wherever the segments are computed."""

from collections.abc import Iterator
from dataclasses import replace
from math import inf

import pytest

from tests.operations.conftest import SHORT
from tests.operations.runs.test_training_runs import curve, sizes, weights
from workbench.learning.events import RunNote, TrainingStep, ValidationResult
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.begin_run import begin_run
from workbench.operations.runs.listing import describe_run
from workbench.operations.runs.portable_material import PortableMaterial, material_key
from workbench.operations.runs.record import RunRecord
from workbench.operations.runs.run_settings import RunSettings
from workbench.operations.runs.segment import Segment, SegmentRequest, train_segment
from workbench.operations.runs.training import train_approach, versions_here
from workbench.operations.runs.training_data import TrainingMaterial, run_settings
from workbench.operations.runs.training_request import TrainingRequest
from workbench.store.models import CheckpointKind
from workbench.words import Message

ANSWERED = replace(SHORT, fit="stretch", device="cpu")  # so that nothing has to be chosen


def begun(project: Project, request: TrainingRequest) -> tuple[RunSettings, PortableMaterial]:
    settings = run_settings(project, request)
    material = PortableMaterial.load(project, settings, "cpu", Silent())
    return material.completed(settings), material


def segments(
    settings: RunSettings, material: PortableMaterial, *, step: float | None = None, seconds: float = inf
) -> Iterator[Segment]:
    """Yield the segments of a whole training, each as far as `seconds` says; `step` moves `until`."""
    step = settings.episodes if step is None else int(step)
    segment, until = None, step
    while segment is None or not segment.finished:
        start, already = (segment.saved, segment.seconds) if segment else (None, 0.0)
        request = SegmentRequest(settings, start, until, already=already, seconds=seconds)
        segment = train_segment(material, request, "cpu", Silent())
        until += step
        yield segment


def kept(project: Project, request: TrainingRequest, *, step: float | None = None, seconds: float = inf) -> RunRecord:
    settings, material = begun(project, request)
    record = begin_run(project, settings, versions=versions_here(), device="CPU")
    for segment in segments(settings, material, step=step, seconds=seconds):
        record.keep(segment)
    return record


def stored(project: Project, run: int) -> str:
    kind = CheckpointKind.BEST if CheckpointKind.BEST in sizes(project, run) else CheckpointKind.LAST
    return weights(project, run, kind)


@pytest.mark.parametrize(
    "changes",
    [
        {"approach": "prototypical", "augment_images": True, "rotate_classes": True},
        {"approach": "transfer"},
        {"approach": "maml", "options": {"inner_steps": 2}},
        {"approach": "reptile", "patience": 1},
        {"approach": "matching", "seed": 3},
    ],
    ids=lambda changes: changes["approach"],
)
@pytest.mark.parametrize("ends", [{"step": 1}, {"seconds": 0.0}], ids=["validations", "steps"])
def test_a_run_in_segments_is_the_run_in_one_go(
    imported: Project, changes: dict[str, object], ends: dict[str, float]
) -> None:
    request = replace(ANSWERED, **changes)
    whole = train_approach(imported, request, Silent())
    record = kept(imported, request, **ends)
    parts = describe_run(imported, record.id)
    assert stored(imported, record.id) == stored(imported, whole.id)
    assert curve(imported, record.id) == curve(imported, whole.id)
    assert sizes(imported, record.id) == sizes(imported, whole.id)
    assert (parts.state, parts.episode, parts.best_accuracy) == ("finished", whole.episode, whole.best_accuracy)
    assert (parts.settings, parts.notes, parts.device) == (whole.settings, whole.notes, whole.device)


def test_a_segment_ends_right_after_the_validation_at_its_episode(imported: Project) -> None:
    settings, material = begun(imported, ANSWERED)
    first, second = segments(settings, material, step=6)
    assert (first.episode, first.finished, second.episode, second.finished) == (6, False, 12, True)
    assert isinstance(first.events[-1], ValidationResult)
    again = train_segment(material, SegmentRequest(settings, first.saved, 6), "cpu", Silent())
    assert (again.events, again.saved, again.finished) == ((), first.saved, False)


def test_without_validation_a_segment_ends_at_its_episode(imported: Project) -> None:
    settings, material = begun(imported, ANSWERED)
    alone = replace(material, held_out=None)
    assert [segment.episode for segment in segments(settings, alone, step=5)] == [6, 10, 12]


def test_the_same_episodes_come_from_arrays_as_from_the_project(imported: Project) -> None:
    settings, material = begun(imported, ANSWERED)
    original = TrainingMaterial.load(imported, settings, "cpu", Silent())
    ours, validation = material.samplers(settings, "cpu")
    assert original.validation is not None
    assert validation is not None
    for own, theirs in ((ours, original.sampler), (validation, original.validation)):
        for number in range(3):
            assert own.episode(number).queries.equal(theirs.episode(number).queries)
            assert own.episode(number).support.images.equal(theirs.episode(number).support.images)
    assert material.digest == original.digest == settings.images_digest
    assert set(material.notes) <= set(original.notes)
    assert material.bytes == sum(pool.images.nbytes for pool in material.pools) > 0


def test_runs_of_the_same_images_share_their_material(imported: Project) -> None:
    one, another, larger = (
        run_settings(imported, replace(ANSWERED, **changes))
        for changes in ({}, {"approach": "maml", "seed": 5, "encoder": "resnet12"}, {"image_size": 20})
    )
    small = replace(another, channels=one.channels)
    assert material_key(one) == material_key(small) != material_key(larger)


class Hears:
    """Keeps what is reported."""

    def __init__(self) -> None:
        self.heard: list[tuple[float | None, str]] = []

    def report(self, share: float | None, text: Message) -> None:
        self.heard.append((share, str(text)))


def test_what_is_only_timed_is_told_without_the_number_of_its_episodes(imported: Project) -> None:
    endless = replace(ANSWERED, episodes=10_000_008, validate_every=1_111_112)
    (settings, material), hears = begun(imported, endless), Hears()
    train_segment(material, SegmentRequest(settings, None, settings.episodes, 0.0, timing=True), "cpu", hears)
    assert hears.heard
    assert all(share is None and not any(map(str.isdigit, text)) for share, text in hears.heard)


def test_what_is_not_trained_is_told_without_episodes(imported: Project) -> None:
    (settings, material), hears = begun(imported, replace(ANSWERED, episodes=0)), Hears()
    train_segment(material, SegmentRequest(settings, None, 0), "cpu", hears)
    assert hears.heard
    assert not any("pisode" in text for _, text in hears.heard)


class StopsAt:
    def __init__(self, episode: int) -> None:
        self.words = f"Episode {episode} "

    def report(self, share: float | None, text: Message) -> None:
        if str(text).startswith(self.words):
            raise Cancelled


def test_a_segment_that_is_stopped_goes_on_from_there(imported: Project) -> None:
    whole = train_approach(imported, ANSWERED, Silent())
    settings, material = begun(imported, ANSWERED)
    record = begin_run(imported, settings, versions=versions_here(), device="CPU")
    stopped = train_segment(material, SegmentRequest(settings, None, 12), "cpu", StopsAt(8))
    record.keep(stopped)
    assert (stopped.cancelled, describe_run(imported, record.id).state) == (True, "stopped")
    saved = record.saved()
    assert saved is not None
    assert (saved.weights, saved.best, saved.episode) == (stopped.saved.weights, stopped.saved.best, 8)
    record.keep(train_segment(material, SegmentRequest(settings, saved, 12), "cpu", Silent()))
    assert weights(imported, record.id) == weights(imported, whole.id)
    assert curve(imported, record.id) == curve(imported, whole.id)


def test_a_training_that_diverges_is_a_failure_and_keeps_its_best(imported: Project) -> None:
    request = replace(ANSWERED, episodes=40, learning_rate=1e30, validate_every=2)
    settings, material = begun(imported, request)
    record = begin_run(imported, settings, versions=versions_here(), device="CPU")
    segment = train_segment(material, SegmentRequest(settings, None, 40), "cpu", Silent())
    record.keep(segment)
    assert segment.failure is not None
    assert (segment.failure.code, segment.finished) == ("run.diverged", False)
    facts = describe_run(imported, record.id)
    assert (facts.state, facts.episode) == ("failed", segment.saved.episode)
    assert segment.failure in facts.notes
    assert record.saved() is not None


def test_each_event_is_told_and_the_notes_come_first(imported: Project) -> None:
    settings, material = begun(imported, ANSWERED)
    told: list[object] = []
    segment = train_segment(material, SegmentRequest(settings, None, 12), "cpu", Silent(), told.append)
    assert [event for event in told if isinstance(event, RunNote | TrainingStep | ValidationResult)] == list(
        segment.events
    )
    notes = [event.text.code for event in segment.events if isinstance(event, RunNote)]
    assert notes
    assert isinstance(segment.events[len(notes)], TrainingStep)
