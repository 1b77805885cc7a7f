"""A request for a meta-training, and the run settings it becomes."""

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any, cast

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, approach_title, fact
from workbench.facts.fit import Fit
from workbench.learning.options import Answer
from workbench.operations.deferred import torch
from workbench.operations.features.episode_pool import view_of
from workbench.operations.runs.run_settings import RunSettings, episode_shape, learner_kind, options_of
from workbench.operations.runs.trained import build_approach
from workbench.words import marked, message

if TYPE_CHECKING:
    from workbench.learning.problems.problem import Problem, Tasks
    from workbench.learning.sampling import EpisodeSampler
    from workbench.learning.training import Plan, Training


_LEAST_VALIDATIONS, _MOST_VALIDATIONS = 6, 20
_REPLAY = "WORKBENCH_CUDA_GRAPHS"  # 1 in the environment: try it; see workbench/decisions/speed_on_a_gpu.md


@dataclass(frozen=True)
class TrainingRequest:
    """Everything a person may set for a meta-training; what is None is chosen, options not named have defaults.

    Of 0 episodes comes a run of the approach as it is built, with nothing learned.
    """

    approach: str
    encoder: str = "conv4"
    image_size: int | None = None
    channels: int | None = None
    way: int = 5
    shot: int = 1
    query: int = 15
    episodes: int = 2000
    episodes_per_step: int = 4
    mix_tasks: bool = True
    rotate_classes: bool = False
    learning_rate: float = 1e-3
    seed: int = 0
    device: str = "auto"
    options: Mapping[str, Answer] = field(default_factory=dict[str, Answer])
    patience: int = 0  # validations without a better one before stopping; 0: never
    validate_every: int | None = None  # episodes; None: twenty times in a run, in a short one less often
    validation_episodes: int = 200
    bf16: bool = False
    augment_images: bool = False
    fit: Fit | None = None  # None: chosen by the validation classes
    problem: str | None = None  # what to learn in place of images


def parsed_options(approach: str, texts: Mapping[str, str], problem: str | None = None) -> dict[str, Answer]:
    """Return options of the approach of that name from NAME=VALUE texts, as `TrainingRequest` takes them.

    Raises UserError for an unknown name, of an approach, an option or a problem, and for a value out of range.
    """
    kind = learning.approach_named(approach) if problem is None else learning.problem_named(problem).learner(approach)
    options = learning.parse_options(kind.options_kind, texts)
    return {name: getattr(options, name) for name in texts}


def settings_of(request: TrainingRequest) -> RunSettings:
    """Return the settings of a run as requested, completed; its classes are not among them yet.

    Raises UserError when a count, name or option is out of range.
    """
    _refuse_counts(request)
    if request.problem is not None:
        return _problem_settings(request, learning.problem_named(request.problem))
    kind = learning.approach_named(request.approach)
    if not request.shot and not kind.capabilities.uses_traits:
        raise UserError(needs_examples(approach_title(kind.name)))
    view = view_of(request.encoder, request.image_size, request.channels)
    if request.augment_images and learning.encoder_kind(request.encoder).pretrained:
        text = marked("Augmentation needs a trainable network; {name} is frozen.")
        raise UserError(message(text, name=request.encoder))
    options = asdict(learning.checked_options(kind.options_kind, request.options))
    completed: dict[str, Any] = vars(request) | {
        "image_size": view.size,
        "channels": view.channels,
        "fit": request.fit or "stretch",
        "options": options,
    }
    return RunSettings(**completed)


def _problem_settings(request: TrainingRequest, problem: "Problem") -> RunSettings:
    options = learning.options_as_json(problem.options_for(request.approach, request.options))
    values: dict[str, Any] = vars(request) | {"way": problem.outputs, "options": options}
    # What speaks of images has no meaning here.
    values |= {"encoder": problem.name, "image_size": 0, "channels": 0, "fit": "stretch"}
    return RunSettings(**values)


def request_of(settings: RunSettings) -> TrainingRequest:
    """Return the request, completed, that a run's settings came from."""
    return TrainingRequest(
        **{request_field.name: getattr(settings, request_field.name) for request_field in fields(TrainingRequest)}
    )


def refuse_unsupported(settings: RunSettings) -> None:
    """Raise UserError when the approach cannot learn such episodes from so many `training_classes`."""
    kind = learner_kind(settings)
    unsupported_reason = kind.unsupported_reason(episode_shape(settings), options_of(settings))
    if unsupported_reason is not None:
        raise UserError(unsupported_reason)


def plan_of(settings: RunSettings) -> "Plan":
    """Return how long a run trains and how."""
    return learning.Plan(
        settings.episodes,
        settings.episodes_per_step,
        settings.learning_rate,
        settings.validate_every or _usual_interval(settings.episodes, settings.validation_episodes),
        settings.validation_episodes,
        settings.patience,
        settings.bf16,
        replayed=os.environ.get(_REPLAY) == "1",
    )


def _usual_interval(episodes: int, validation_episodes: int) -> int:
    """Return after how many episodes to validate: no more is validated than trained, but six times in any case."""
    return max(1, episodes // _MOST_VALIDATIONS, min(validation_episodes, episodes // _LEAST_VALIDATIONS))


def fresh_training(settings: RunSettings, source: "EpisodeSampler | Tasks", plan: "Plan") -> "Training":
    """Return a training at its beginning, its weights drawn with the run's seed, its encoder fitted to the source.

    The weights are on the source's device. Torch's random state is then that of the run.
    """
    torch.manual_seed(settings.seed)
    problem = None if settings.problem is None else cast("Tasks", source).problem
    approach = build_approach(settings, problem)
    source.calibrate(approach.encoder)
    return learning.Training(approach.to(source.device), plan)


def needs_examples(what: Fact) -> Fact:
    """Return the reason that an approach, or a run, cannot do without examples."""
    return fact("candidate.needs_examples", what=what)


def _refuse_counts(request: TrainingRequest) -> None:
    least = {"way": 2 if request.problem is None else 1, "shot": 0, "query": 1, "episodes": 0, "episodes_per_step": 1}
    least |= {"validation_episodes": 2}
    least |= {"validate_every": 1, "patience": 0, "seed": 0}
    for name, count in least.items():
        value = getattr(request, name)
        if value is not None and value < count:
            raise UserError(fact("request.count_too_small", name=name, least=count, value=value))
    if not 0 < request.learning_rate < float("inf"):
        raise UserError(message(marked("The learning rate must be above 0, not {value}."), value=request.learning_rate))
