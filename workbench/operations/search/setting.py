"""A setting that a search tries: an approach on a network, and its options."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from workbench import learning
from workbench.facts import Fact, approach_title, fact
from workbench.learning.options import Answer
from workbench.operations.runs.training_request import TrainingRequest
from workbench.operations.search.search_request import SearchRequest

RUNGS = (1, 3, 9)  # ninths of a whole training, after which those that are behind are given up
LAST_RUNG = RUNGS[-1]
STEPS = (1, 4)  # episodes for each step of the optimiser that are tried
_NETWORKS = {
    "conv4": "search.network.conv4",
    "conv4-strided": "search.network.conv4-strided",
    "resnet12": "search.network.resnet12",
    "efficientnet-lite0": "search.network.efficientnet-lite0",
}
_RATE = TrainingRequest("").learning_rate
_PER_STEP = TrainingRequest("").episodes_per_step


@dataclass(frozen=True)
class Setting:
    """An approach on a network with options; what they do not name has its default.

    `episodes` is how many it is trained on; with 0 it is the approach as built, on a network that nobody trained here.
    """

    approach: str
    encoder: str
    options: Mapping[str, Answer] = field(default_factory=dict[str, Answer])
    learning_rate: float = _RATE
    episodes_per_step: int = _PER_STEP
    rotate_classes: bool = False
    episodes: int = 0

    @property
    def learner(self) -> str:
        """The approach and its network, which is what a search chooses first."""
        return f"{self.approach}@{self.encoder}"

    @property
    def named(self) -> Fact:
        """What a sentence calls it."""
        return self.named_as("search.trained" if self.episodes else "search.untrained")

    def named_as(self, code: str) -> Fact:
        """Return the fact of that code about its approach and its network."""
        return fact(code, approach=approach_title(self.approach), network=fact(_NETWORKS[self.encoder]))

    @property
    def is_pretrained(self) -> bool:
        """Whether its network is one that ships with the program, whose features are computed once."""
        return learning.encoder_kind(self.encoder).pretrained


def setting_as_json(setting: Setting) -> dict[str, Any]:
    """Return a setting as values that JSON holds."""
    return msgspec.to_builtins(setting)


def setting_from_json(stored: Mapping[str, Any]) -> Setting:
    """Return the setting that `setting_as_json` made. Raises ValueError where it is none."""
    return msgspec.convert(stored, Setting)


def request_for(setting: Setting, request: SearchRequest, *, channels: int) -> TrainingRequest:
    """Return the training of a setting, validated after each ninth of its episodes.

    `channels` are those that a network sees which is trained from nothing.
    """
    return TrainingRequest(
        setting.approach,
        setting.encoder,
        channels=None if setting.is_pretrained else channels,
        way=request.way,
        shot=request.shot,
        query=request.query,
        episodes=setting.episodes,
        episodes_per_step=setting.episodes_per_step,
        rotate_classes=setting.rotate_classes,
        learning_rate=setting.learning_rate,
        seed=request.seed,
        device=request.device,
        options=setting.options,
        validate_every=max(1, setting.episodes // LAST_RUNG),
        # Trainings are validated nine times.
        validation_episodes=request.validation_episodes // (2 if setting.episodes else 1),
        fit=request.fit,
    )


def in_rungs(episodes: float) -> int:
    """Return about so many episodes, at least one step of the optimiser for each ninth and the same for all."""
    least = LAST_RUNG * max(STEPS)
    return max(1, round(episodes / least)) * least
