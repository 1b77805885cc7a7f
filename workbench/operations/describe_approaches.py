"""The approaches there are: what each does, its paper and its options."""

from dataclasses import dataclass

from workbench.words import Message


@dataclass(frozen=True)
class OptionDescription:
    """One option of an approach, as a form or a list shows it."""

    name: str
    label: Message
    default: bool | int | float | str
    least: float | None
    most: float | None
    choices: tuple[str, ...]
    basic: bool


@dataclass(frozen=True)
class ApproachDescription:
    """One approach, as a card or a list shows it."""

    name: str
    family: str
    paper: str
    summary: Message
    options: tuple[OptionDescription, ...]


def describe_approaches() -> tuple[ApproachDescription, ...]:
    """Describe every approach, in the order a person sees them."""
    from workbench.learning.approaches import APPROACHES
    from workbench.learning.options import describe_options

    return tuple(
        ApproachDescription(
            kind.name,
            kind.family,
            kind.paper,
            Message(kind.summary),
            tuple(OptionDescription(**vars(facts)) for facts in describe_options(kind.options_kind)),
        )
        for kind in APPROACHES
    )
