"""The frames of a run are kept: an embedding that goes on, or is computed anew, is turned as it was before."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.operations.conftest import SHORT
from tests.operations.runs.test_training_runs import StopsAtEpisode
from workbench.folders import cache_folder
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.embedding_frames import EmbeddedRun, aligned_to, embed_reference, embed_run
from workbench.operations.runs.kept_frames import KeptFrames
from workbench.operations.runs.timeline import Timeline
from workbench.operations.runs.training import resume_run, train_approach
from workbench.operations.runs.training_events import (
    EmbeddingFrame,
    EmbeddingHistory,
    ReferenceImages,
    RunStarted,
    TrainingEvent,
)


def stopped_half_way(project: Project) -> list[TrainingEvent]:
    events: list[TrainingEvent] = []
    with pytest.raises(Cancelled):
        train_approach(project, SHORT, StopsAtEpisode(0.5), on_event=events.append)
    return events


def reference_of(events: list[TrainingEvent]) -> ReferenceImages:
    reference = next(event for event in events if isinstance(event, RunStarted)).reference
    assert reference is not None
    return reference


def turned_by_half(project: Project, reference: ReferenceImages) -> None:
    """Turn the frames that are kept, as if the first components had come out with the other sign."""
    kept = KeptFrames(project, 1, reference)
    kept.write(Timeline(replace(frame, points=-frame.points) for frame in kept.read()))


def lies_as(frame: EmbeddingFrame, before: EmbeddingFrame) -> bool:
    """Whether nothing is gained by turning or mirroring a frame to lie closest to another."""
    points = frame.points.astype(np.float64)
    return np.allclose(aligned_to(points, before.points.astype(np.float64)), points, atol=1e-2)


def test_a_run_that_goes_on_tells_its_earlier_frames_and_the_next_is_turned_like_the_last(imported: Project) -> None:
    before = stopped_half_way(imported)
    frames = [event for event in before if isinstance(event, EmbeddingFrame)]
    turned_by_half(imported, reference_of(before))
    events: list[TrainingEvent] = []
    resume_run(imported, "latest", Silent(), on_event=events.append)
    (history,) = [event for event in events if isinstance(event, EmbeddingHistory)]
    assert [frame.episode for frame in history.frames] == [frame.episode for frame in frames]
    first = next(event for event in events if isinstance(event, EmbeddingFrame))
    assert lies_as(first, history.frames[-1])


def test_a_stored_run_is_shown_as_it_was_seen_while_it_was_trained(imported: Project) -> None:
    events: list[TrainingEvent] = []
    run = train_approach(imported, SHORT, Silent(), on_event=events.append).id
    turned_by_half(imported, reference_of(events))
    embedded: EmbeddedRun = embed_run(imported, run, "cpu", Silent())
    assert embedded.earlier.episodes[0] == 0
    before = embedded.earlier.at(embedded.frame.episode)
    assert before is not None
    assert lies_as(embedded.frame, before)


def test_of_other_images_and_of_a_damaged_file_nothing_is_kept(imported: Project, tmp_path: Path) -> None:
    reference = reference_of(stopped_half_way(imported))
    assert len(KeptFrames(imported, 1, reference).read()) > 0
    fewer = replace(reference, sha256=reference.sha256[::-1])
    assert len(KeptFrames(imported, 1, fewer).read()) == 0
    (file,) = (cache_folder() / "frames").iterdir()
    file.write_bytes(file.read_bytes()[:100])
    assert len(KeptFrames(imported, 1, reference).read()) == 0
    assert embed_reference(imported, "1", "cpu", Silent())[1].points.shape == (len(reference.paths), 2)
