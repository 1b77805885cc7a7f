"""What a person chose on the page Learn, kept for each project from one start of the program to the next."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.services.settings import Settings

_NAME = "learn"


@dataclass(frozen=True)
class KeptChoices:
    """What was decided; None where nobody did, so that what the project suggests holds.

    `chosen` is the request whose options are shown, `several` all that are to be trained in turn.
    """

    chooses: bool | None = None  # Whether the person chooses the settings; else the program does.
    chosen: TrainingRequest | None = None
    several: tuple[TrainingRequest, ...] | None = None
    seconds: float | None = None
    way: int | None = None
    shot: int | None = None

    @property
    def by_person(self) -> bool:
        """Whether the person chooses the settings, as whoever has changed them does."""
        return self.chosen is not None if self.chooses is None else self.chooses


def kept_choices(settings: Settings, project: Path) -> KeptChoices:
    """Return what is kept of a project; what cannot be read, as of another version, counts as not chosen."""
    try:
        return msgspec.json.decode(settings.text_of(project, _NAME) or "{}", type=KeptChoices)
    except msgspec.DecodeError:
        return KeptChoices()


def keep_choices(settings: Settings, project: Path, choices: KeptChoices) -> None:
    """Keep them instead of what was kept before."""
    text = "" if choices == KeptChoices() else msgspec.json.encode(choices).decode()
    settings.remember_text_of(project, _NAME, text)
