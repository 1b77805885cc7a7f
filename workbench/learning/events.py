"""The events of a meta-training, as its loop yields them; importing them does not import torch."""

from dataclasses import dataclass, field

from workbench.facts import Fact


@dataclass(frozen=True)
class TrainingStep:
    """One optimiser step that was taken."""

    episode: int  # episodes done
    loss: float
    accuracy: float  # 0 to 1, or the score in a problem without classes
    rate: float
    # Training time of the run so far, pauses not counted. Equal trainings take unequal time, so it is not compared.
    seconds: float = field(compare=False)


@dataclass(frozen=True)
class ValidationProgress:
    """The progress of a validation, so that the caller can report it or stop."""

    share: float  # of the validation episodes done, 0 to 1


@dataclass(frozen=True)
class ValidationResult:
    """The result of a validation on classes that are not meta-train classes; `best` if no earlier one was as good."""

    episode: int  # meta-training episodes done
    accuracy: float  # 0 to 1, or the score in a problem without classes
    ci95: float  # half the width of the 95 % interval
    best: bool


@dataclass(frozen=True)
class RunNote:
    """Something the user should know, reported once."""

    text: Fact


Event = TrainingStep | ValidationProgress | ValidationResult | RunNote
