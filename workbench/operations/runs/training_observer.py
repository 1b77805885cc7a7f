"""What a training tells whoever follows it: its events as news, and pictures of what it learns between them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.operations.deferred import torch
from workbench.operations.features.episode_pool import ClassPool
from workbench.operations.progress import Reporter
from workbench.operations.runs._preserved_state import preserve_module_state
from workbench.operations.runs.embedding_frames import EmbeddingFrames, Reference, load_reference
from workbench.operations.runs.run_settings import RunSettings, run_view
from workbench.operations.runs.training_data import TrainingMaterial
from workbench.operations.runs.training_events import (
    EpisodePreview,
    Measured,
    RunNote,
    RunStarted,
    ShownImage,
    ShownQuery,
    TrainingEvent,
    ValidationProgress,
    ValidationResult,
)
from workbench.operations.tasks.classes import class_names
from workbench.store.project import Project
from workbench.words import Message, marked

if TYPE_CHECKING:
    from workbench.learning.approach import Approach
    from workbench.learning.sampling import EpisodeSampler
    from workbench.learning.training import Event, Training

Follow = Callable[[TrainingEvent], None]


class TrainingObserver:
    """Turns the events of one training into news, and draws frames when they are due; changes nothing about it."""

    def __init__(self, follow: Follow, material: TrainingMaterial, reference: Reference | None) -> None:
        self._follow = follow
        self._material = material
        self._reference = reference
        self._frames = EmbeddingFrames(reference.images) if reference else None
        self._framed_at = -1
        self._names: dict[int, str] | None = None  # of the validation classes; None: show no episode
        self._notes = material.notes

    @classmethod
    def of(
        cls,
        project: Project,
        settings: RunSettings,
        material: TrainingMaterial,
        follow: Follow | None,
        reporter: Reporter,
    ) -> "TrainingObserver":
        """Prepare to tell `follow` the news; without one, nothing is loaded and nothing is told."""
        if follow is None:
            return cls(lambda news: None, material, None)
        trouble = None
        try:
            reference = load_reference(project, run_view(settings), settings.trained_on, material.device, reporter)
        except UserError as error:
            # A picture less is no reason not to train.
            reference, trouble = None, error.text
        made = cls(follow, material, reference)
        if material.held_out is not None:
            made._names = class_names(project, material.held_out.class_ids)
        made._notes = (*material.notes, *([trouble] if trouble else []))
        return made

    def begin(self, run: int, training: "Training") -> None:
        """Tell that the training begins or goes on, what should be said about it, and where images lie now."""
        self._training = training
        drawn, validation = self._material.sampler.way, self._material.validation
        self._follow(
            RunStarted(
                run,
                validation.way if validation else training.approach.shape.way,
                training.approach.training_way(training.approach.shape, drawn),
                training.plan.episodes,
                training.episode,
                self._material.device_shown,
                self._reference.shown if self._reference else None,
            )
        )
        for text in self._notes:
            self._follow(RunNote(text))
        self._tell_frame()

    def tell(self, event: "Event", seconds: float) -> None:
        """Tell what happened, `seconds` of training time after the run's beginning."""
        if isinstance(event, learning.TrainingStep):
            self._follow(Measured(event.episode, event.loss, event.accuracy, seconds))
            if self._frames and self._frames.is_due():
                self._tell_frame()
        elif isinstance(event, learning.Validating):
            self._follow(ValidationProgress(event.share))
        elif isinstance(event, learning.Validated):
            self._follow(ValidationResult(event.episode, event.accuracy, event.ci95, event.best))
            self._tell_frame()
            self._tell_episode()
        else:
            self._follow(RunNote(event.text))

    def end(self) -> None:
        """Tell where images lie at the end."""
        self._tell_frame()

    def _tell_frame(self) -> None:

        if self._frames is None or self._framed_at == self._training.episode:
            return
        self._framed_at = self._training.episode
        try:
            frame = self._frames.draw(self._training.approach, self._training.episode)
        except torch.OutOfMemoryError:
            self._frames = None
            text = marked("The device's memory is full: the embedding plot is no longer updated.")
            self._follow(RunNote(Message(text)))
            return
        if frame is not None:
            self._follow(frame)

    def _tell_episode(self) -> None:
        validation, held_out = self._material.validation, self._material.held_out
        if validation is None or held_out is None or self._names is None:
            return
        approach, episode = self._training.approach, self._training.episode
        self._follow(show_episode(approach, validation, held_out, self._names, episode))


def show_episode(
    approach: "Approach", sampler: "EpisodeSampler", pool: ClassPool, names: dict[int, str], episode: int
) -> EpisodePreview:
    """Show how the approach, which is left as it is, answers the sampler's first episode."""
    first = sampler.episode(0)
    with preserve_module_state(approach):
        named = approach.adapt(first.support)(first.queries).argmax(1)
    files = pool.files
    numbers = learning.whole_numbers
    support = zip(numbers(first.support_rows), numbers(first.support.labels), strict=True)
    queries = zip(numbers(first.query_rows), numbers(first.answers), numbers(named), strict=True)
    return EpisodePreview(
        episode,
        tuple(ShownImage(files[row].path, files[row].sha256, label) for row, label in support),
        tuple(ShownQuery(files[row].path, files[row].sha256, label, name) for row, label, name in queries),
        tuple(_called(pool, names, number) for number in numbers(first.classes)),
    )


def _called(pool: ClassPool, names: dict[int, str], number: int) -> str:
    place, turn = divmod(number, pool.pool.rotations)
    class_id = pool.class_ids[place]
    name = names.get(class_id, f"?{class_id}")
    return f"{name} {90 * turn}°" if turn else name
