"""The approaches and encoders: what each does, and its options."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from workbench import learning
from workbench.facts import approach_title
from workbench.facts.problems import PROBLEM_TITLES
from workbench.learning.options import Answer
from workbench.words import Message

if TYPE_CHECKING:
    from workbench.learning.options import OptionFacts


@dataclass(frozen=True)
class OptionDescription:
    """One option of an approach, as a form or a list shows it."""

    name: str
    label: Message
    default: Answer
    least: float | None
    most: float | None
    choices: Mapping[str, Message]  # What may be chosen, and what each is called.
    basic: bool


@dataclass(frozen=True)
class ApproachDescription:
    """One approach, as a card or a list shows it."""

    name: str
    title: Message
    family: str
    paper: str
    summary: Message
    choose_when: Message
    cannot: Message
    uses_traits: bool  # It reads the project's table of traits, too.
    uses_learning_rate: bool  # The learning rate of meta-training matters to it.
    options: tuple[OptionDescription, ...]


@dataclass(frozen=True)
class EncoderDescription:
    """One encoder, as a choice shows it: the pixels and channels it takes by default, and the fewest pixels."""

    name: str
    title: Message
    size: int
    channels: int
    least_size: int
    pretrained: bool
    summary: Message


def describe_approaches() -> tuple[ApproachDescription, ...]:
    """Describe every approach, in the order a person sees them."""
    return tuple(
        ApproachDescription(
            kind.name,
            approach_title(kind.name),
            kind.family,
            kind.paper,
            Message(kind.summary),
            Message(kind.choose_when),
            Message(kind.cannot),
            kind.capabilities.uses_traits,
            kind.capabilities.uses_learning_rate,
            tuple(map(_described, learning.describe_options(kind.options_kind))),
        )
        for kind in learning.APPROACHES
    )


def _described(facts: "OptionFacts") -> OptionDescription:
    shown = {field.name: getattr(facts, field.name) for field in fields(OptionDescription)}
    return OptionDescription(**shown)


def describe_encoders() -> tuple[EncoderDescription, ...]:
    """Describe every encoder, the quickest to train first."""
    return tuple(
        EncoderDescription(
            kind.name,
            Message(kind.title),
            kind.size,
            kind.channels,
            kind.least_size,
            kind.pretrained,
            Message(kind.summary),
        )
        for kind in learning.ENCODERS
    )


def describe_names() -> dict[str, Message]:
    """Return the displayed names of approaches, encoders, options and choices.

    Approaches and encoders are found by name, options by `approach.option`, their choices by `approach.option.choice`.
    """
    names = {encoder.name: encoder.title for encoder in describe_encoders()}
    for approach in describe_approaches():
        names[approach.name] = approach.title
        names |= _names_of(approach.name, approach.options)
    for problem in map(learning.problem_named, PROBLEM_TITLES):
        for kind in map(problem.learner, problem.learners):
            # What learns problems under the name of an approach may have other options.
            options = map(_described, learning.describe_options(kind.options_kind))
            names = _names_of(kind.name, options) | names
    return names


def _names_of(approach: str, options: Iterable[OptionDescription]) -> dict[str, Message]:
    names: dict[str, Message] = {}
    for option in options:
        key = f"{approach}.{option.name}"
        names[key] = option.label
        names |= {f"{key}.{choice}": called for choice, called in option.choices.items()}
    return names
