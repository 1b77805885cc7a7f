"""The settings of a run: one frozen dataclass, and the JSON that a project keeps of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from workbench import learning
from workbench.facts.fit import Fit
from workbench.facts.problems import lower_is_better_in
from workbench.learning.options import Answer
from workbench.learning.traits import TraitScheme
from workbench.operations.features.episode_pool import View, view_of
from workbench.store.models import Role

if TYPE_CHECKING:
    from workbench.learning.approach import Approach
    from workbench.learning.episode import EpisodeShape
    from workbench.learning.options import Options

Cells = tuple[str, ...]  # of a class, in the order of a scheme


@dataclass(frozen=True, kw_only=True)
class LearnedTraits:
    """The part of the table of traits that a run learns from, kept with the run whatever becomes of the table.

    `rows` are the traits of its classes by id. `left_out` counts the classes without traits that could be used, and
    `unused` names the columns that distinguish no classes.
    """

    table: str
    scheme: TraitScheme
    rows: Mapping[int, Cells]
    left_out: int = 0
    unused: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RunSettings:
    """The settings of a meta-training, completed, and those known only once its images are read.

    `options` has an answer for each option of the approach. It stays a mapping because the class that gives the answers
    a type is in the approach's file, and listing runs must not import torch: `options_of` makes that class of them.
    `classes` are ids; those of a run from another project are found anew whenever it is read, by `seen_elsewhere`. The
    fields after `traits` are known only when the images are read: `training_classes`
    counts rotated classes as classes of their own, `validation_way` is None where nothing validates the run. Of a run
    that learns a `problem`, `encoder` is the problem's name, and what speaks of images has no meaning.
    """

    approach: str
    encoder: str
    image_size: int  # pixels
    channels: int
    way: int
    shot: int
    query: int
    episodes: int
    episodes_per_step: int
    mix_tasks: bool
    rotate_classes: bool
    learning_rate: float
    seed: int
    device: str
    options: Mapping[str, Answer]
    patience: int
    validate_every: int | None
    validation_episodes: int
    bf16: bool
    augment_images: bool
    classes: Mapping[Role, tuple[int, ...]] = field(default_factory=dict[Role, tuple[int, ...]])
    traits: LearnedTraits | None = None
    training_classes: int = 0
    fit: Fit = "stretch"  # how images become squares
    images_digest: str | None = None  # SHA-256 of the images' ids
    training_way: int | None = None
    validation_way: int | None = None
    problem: str | None = None  # what it learns in place of images
    ratings: str | None = None  # SHA-256 of the ratings that it learns, of a problem that needs them
    seen_elsewhere: Mapping[Role, str] = field(default_factory=dict[Role, str])  # as `seen_elsewhere.as_text`

    @property
    def trained_on(self) -> tuple[int, ...]:
        """The ids of the meta-train classes."""
        return self.classes.get(Role.META_TRAIN, ())

    @property
    def validated_on(self) -> tuple[int, ...]:
        """The ids of the meta-validation classes."""
        return self.classes.get(Role.META_VALIDATION, ())

    @property
    def rotations(self) -> int:
        """Number of classes that each class of images yields."""
        return 4 if self.rotate_classes else 1

    @property
    def trait_scheme(self) -> TraitScheme | None:
        """How the run reads traits, None for one that does not."""
        return None if self.traits is None else self.traits.scheme


def settings_as_json(settings: RunSettings) -> dict[str, Any]:
    """Return settings as values that JSON holds, under the names of their fields."""
    return msgspec.to_builtins(settings, str_keys=True)


def settings_from_json(stored: Mapping[str, Any]) -> RunSettings:
    """Return the settings that `settings_as_json` made; names that are unknown are ignored.

    Raises ValueError where a field without a default is missing, or a value is of another type.
    """
    return msgspec.convert(stored, RunSettings, str_keys=True)


def options_of(settings: RunSettings) -> "Options":
    """Return a run's options; those added since it was made have their defaults. Imports torch."""
    return learning.options_from_json(learner_kind(settings).options_kind, settings.options)


def learner_kind(settings: RunSettings) -> "type[Approach]":
    """Return the class of a run's approach. Imports torch."""
    if settings.problem is None:
        return learning.approach_named(settings.approach)
    return learning.problem_named(settings.problem).learner(settings.approach)


def may_see_queries_together(settings: RunSettings) -> bool:
    """Whether a run's options let it classify the queries of an episode together, without importing torch."""
    return bool(settings.options.get("transduction", False))


def lower_is_better(settings: RunSettings) -> bool:
    """Whether a lower score of a run is a better one: not of accuracies."""
    return lower_is_better_in(settings.problem)


def episode_shape(settings: RunSettings) -> "EpisodeShape":
    """Return the shape of a run's episodes, as it is tested and validated."""
    if settings.problem is not None:
        return learning.problem_named(settings.problem).shape(settings.shot, settings.query)
    traits = 0 if settings.traits is None else settings.traits.scheme.width
    return learning.EpisodeShape(settings.way, settings.shot, settings.query, settings.training_classes, traits)


def training_shape(settings: RunSettings) -> "EpisodeShape":
    """Return the shape of the episodes that a run is trained on."""
    return learner_kind(settings).training_shape(episode_shape(settings), options_of(settings))


def run_view(settings: RunSettings) -> View:
    """Return the view of images that a run takes. Raises UserError when its encoder cannot take it."""
    return view_of(settings.encoder, settings.image_size, settings.channels, settings.fit)
