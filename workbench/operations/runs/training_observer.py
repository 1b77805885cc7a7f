"""Passes the events of a training to a window, and between them the embedding and an episode."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.facts import fact, reason_of
from workbench.learning.events import Event, RunNote, TrainingStep, ValidationResult
from workbench.operations.deferred import torch
from workbench.operations.features.episode_pool import ClassPool
from workbench.operations.progress import Reporter
from workbench.operations.runs._preserved_state import preserve_module_state
from workbench.operations.runs.embedding_frames import EmbeddingFrames, Reference, load_reference
from workbench.operations.runs.kept_frames import KeptFrames
from workbench.operations.runs.run_settings import RunSettings, run_view
from workbench.operations.runs.timeline import Timeline
from workbench.operations.runs.training_data import TrainingMaterial
from workbench.operations.runs.training_events import (
    EmbeddingFrame,
    EmbeddingHistory,
    EpisodePreview,
    RunStarted,
    ShownImage,
    ShownQuery,
    TrainingEvent,
)
from workbench.operations.tasks.classes import class_names
from workbench.store.project import Project

if TYPE_CHECKING:
    from workbench.learning.approach import Approach
    from workbench.learning.sampling import EpisodeSampler
    from workbench.learning.training import Training

OnEvent = Callable[[TrainingEvent], None]
_KEPT_EVERY = 30.0  # seconds, for what a kill would take


class TrainingObserver:
    """Passes on the events of one training, with frames and episodes when they are due, and leaves it unchanged."""

    def __init__(
        self, project: Project, on_event: OnEvent, material: TrainingMaterial, reference: Reference | None
    ) -> None:
        self._project = project
        self._send = on_event
        self._material = material
        self._reference = reference
        self._frames: EmbeddingFrames | None = None
        self._history = Timeline[EmbeddingFrame]()
        self._kept: KeptFrames | None = None
        self._kept_at = time.monotonic()
        self._framed_at = -1
        self._problem: str | None = None  # what is learned in place of images
        self._names: dict[int, str] | None = None  # of the validation classes; None: show no episode
        self._notes = material.notes

    @classmethod
    def of(
        cls,
        project: Project,
        settings: RunSettings,
        material: TrainingMaterial,
        on_event: OnEvent | None,
        reporter: Reporter,
    ) -> "TrainingObserver":
        """Prepare to pass events to `on_event`; without one, nothing is loaded and nothing passed on."""
        if on_event is None:
            return cls(project, lambda event: None, material, None)
        if settings.problem is not None:
            observer = cls(project, on_event, material, None)
            observer._problem = settings.problem
            return observer
        trouble = None
        try:
            reference = load_reference(project, run_view(settings), settings.trained_on, material.device, reporter)
        except UserError as error:
            # A missing plot is no reason not to train.
            reference, trouble = None, reason_of(error)
        observer = cls(project, on_event, material, reference)
        if material.held_out is not None:
            observer._names = class_names(project, material.held_out.class_ids)
        observer._notes = (*material.notes, *([trouble] if trouble else []))
        return observer

    def begin(self, run: int, training: "Training") -> None:
        """Send the first events: that it begins or resumes, its notes, the frames kept of it, and the first frame."""
        self._run, self._training = run, training
        drawn, validation = self._material.sampler.way, self._material.validation
        self._send(
            RunStarted(
                run,
                validation.way if validation else training.approach.shape.way,
                training.approach.training_way(training.approach.shape, drawn),
                training.plan.episodes,
                training.episode,
                self._material.device_shown,
                self._reference.shown if self._reference else None,
                self._problem,
            )
        )
        for text in self._notes:
            self._send(RunNote(text))
        self._begin_frames()
        self._send_frame()

    def observe(self, event: Event) -> None:
        """Pass on an event, and then a frame and an episode where they are due."""
        self._send(event)
        match event:
            case TrainingStep() if self._frames and self._frames.is_due():
                self._send_frame()
            case ValidationResult():
                self._send_frame()
                self._send_episode()
                if time.monotonic() - self._kept_at >= _KEPT_EVERY:
                    self.keep()
            case _:
                pass

    def end(self) -> None:
        """Send the last frame."""
        self._send_frame()

    def keep(self) -> None:
        """Keep the frames so far, to which those of a run that goes on, or is shown again, are aligned."""
        if self._kept is not None:
            self._kept.write(self._history)
            self._kept_at = time.monotonic()

    def _begin_frames(self) -> None:
        if self._reference is None:
            return
        self._kept = KeptFrames(self._project, self._run, self._reference.shown)
        self._history = self._kept.read()
        self._history.go_back_to(self._training.episode)
        self._frames = EmbeddingFrames(self._reference.images, after=self._history.newest)
        if len(self._history):
            self._send(EmbeddingHistory(tuple(self._history)))

    def _send_frame(self) -> None:
        if self._frames is None or self._framed_at == self._training.episode:
            return
        self._framed_at = self._training.episode
        try:
            frame = self._frames.draw(self._training.approach, self._training.episode)
        except torch.OutOfMemoryError:
            self._frames = None
            self._send(RunNote(fact("run.embedding_plot_stopped")))
            return
        if frame is not None:
            self._history.add(frame)
            self._send(frame)

    def _send_episode(self) -> None:
        validation, held_out = self._material.validation, self._material.held_out
        if not isinstance(validation, learning.EpisodeSampler) or held_out is None or self._names is None:
            return
        approach, episode = self._training.approach, self._training.episode
        self._send(show_episode(approach, validation, held_out, self._names, episode))


def show_episode(
    approach: "Approach", sampler: "EpisodeSampler", pool: ClassPool, names: dict[int, str], episode: int
) -> EpisodePreview:
    """Return how the approach, whose state is preserved, classifies the sampler's first episode."""
    first = sampler.episode(0)
    with preserve_module_state(approach):
        predicted = approach.adapt(first.support)(first.queries).argmax(1)
    files = pool.files
    numbers = learning.whole_numbers
    support = zip(numbers(first.support_rows), numbers(first.support.labels), strict=True)
    queries = zip(numbers(first.query_rows), numbers(first.answers), numbers(predicted), strict=True)
    return EpisodePreview(
        episode,
        tuple(ShownImage(files[row].path, files[row].sha256, label) for row, label in support),
        tuple(ShownQuery(files[row].path, files[row].sha256, label, prediction) for row, label, prediction in queries),
        tuple(_displayed_name(pool, names, number) for number in numbers(first.classes)),
    )


def _displayed_name(pool: ClassPool, names: dict[int, str], number: int) -> str:
    index, turn = divmod(number, pool.pool.rotations)
    class_id = pool.class_ids[index]
    name = names.get(class_id, f"?{class_id}")
    return f"{name} {90 * turn}°" if turn else name
