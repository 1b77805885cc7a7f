"""Options of an approach: a frozen dataclass whose fields carry their label and limits."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, asdict, dataclass, field, fields
from typing import Any, TypeVar

from workbench.errors import UserError
from workbench.words import Message, marked, message

Answer = bool | int | float | str


@dataclass(frozen=True)
class TriedRange:
    """The numbers that a search for the best options tries: from `least` to `most`, even on a logarithmic scale."""

    least: float
    most: float


@dataclass(frozen=True)
class OptionFacts:
    """What a form or a list of options shows of one option."""

    name: str
    label: Message
    default: Answer
    least: float | None
    most: float | None
    choices: Mapping[str, Message]  # The allowed values, each with its name.
    basic: bool  # One of the few that matter most; a form shows the others on its second level.
    tried: TriedRange | tuple[Answer, ...] | None = None  # What a search for the best options tries; None: the default.


def option(
    default: Answer,
    label: str,
    *,
    least: float | None = None,
    most: float | None = None,
    choices: Mapping[str, str] | None = None,
    basic: bool = False,
    earlier: Answer | None = None,
    tried: TriedRange | tuple[Answer, ...] | None = None,
) -> Any:
    """Declare a field of an Options class; the caller marks `label` and the names of `choices` for translation.

    `earlier` is what runs have that were made before there was this option, None for the default; `tried` is what a
    search for the best options tries, None where it leaves the default.
    """
    facts = {"label": label, "least": least, "most": most, "choices": choices or {}, "basic": basic, "tried": tried}
    facts["earlier"] = default if earlier is None else earlier
    return field(default=default, metadata=facts)


@dataclass(frozen=True, kw_only=True)
class Options:
    """The options that every approach has."""

    decay: str = option(
        "cosine",
        marked("Learning rate schedule"),
        choices={"cosine": marked("Cosine"), "halving": marked("Halving"), "none": marked("Constant")},
    )
    weight_decay: float = option(0.0, marked("Weight decay"), least=0.0, most=1.0, tried=(0.0, 0.01))


_Chosen = TypeVar("_Chosen", bound=Options)


def describe_options(kind: type[Options]) -> tuple[OptionFacts, ...]:
    """List the options of an approach in the order of its fields, its own before the common ones."""
    own = sorted(fields(kind), key=lambda entry: entry.name in Options.__dataclass_fields__)
    return tuple(_facts(entry) for entry in own)


def checked_options(kind: type[_Chosen], answers: Mapping[str, Answer]) -> _Chosen:
    """Build options from the values that were given; the others get their defaults.

    Raises UserError for an unknown name, and for a value of another type or outside its limits.
    """
    known = _known_options(kind, answers)
    values: dict[str, Any] = {name: _checked(known[name], value) for name, value in answers.items()}
    return kind(**values)


def parse_options(kind: type[_Chosen], texts: Mapping[str, str]) -> _Chosen:
    """Build options from NAME=VALUE texts, as a command line has them. Raises UserError as `checked_options` does."""
    known = _known_options(kind, texts)
    return checked_options(kind, {name: _read(known[name], text) for name, text in texts.items()})


def options_as_json(options: Options) -> dict[str, Answer]:
    """Return the options as plain values for storage."""
    return asdict(options)


def options_from_json(kind: type[_Chosen], stored: Mapping[str, Answer]) -> _Chosen:
    """Return stored options; fields added since are as they were then in effect, fields removed since are ignored."""
    values: dict[str, Any] = {entry.name: stored.get(entry.name, entry.metadata["earlier"]) for entry in fields(kind)}
    return kind(**values)


def _facts(entry: Field[Any]) -> OptionFacts:
    if entry.default is MISSING:
        raise TypeError(f"Option {entry.name} has no default.")
    meta = entry.metadata
    return OptionFacts(
        entry.name,
        Message(meta["label"]),
        entry.default,
        meta["least"],
        meta["most"],
        {value: Message(name) for value, name in meta["choices"].items()},
        meta["basic"],
        meta["tried"],
    )


def _known_options(kind: type[Options], names: Iterable[str]) -> dict[str, OptionFacts]:
    """Return the options by name. Raises UserError when one of `names` is not among them."""
    known = {facts.name: facts for facts in describe_options(kind)}
    unknown = [name for name in names if name not in known]
    if unknown:
        text = marked("There is no option {name} here. Available: {names}.")
        raise UserError(message(text, name=unknown[0], names=", ".join(known) or "-"))
    return known


def _checked(facts: OptionFacts, value: Answer) -> Answer:
    if isinstance(facts.default, float) and type(value) is int:
        value = float(value)
    if facts.choices and value not in facts.choices:
        wrong = marked("{name} must be one of {choices}, not {value}.")
        raise UserError(message(wrong, name=facts.name, choices=", ".join(facts.choices), value=str(value)))
    if type(value) is not type(facts.default):
        raise _wrong_type(facts, value)
    # NaN compares false with anything, so the test states what must hold.
    least = facts.least if facts.least is not None else float("-inf")
    most = facts.most if facts.most is not None else float("inf")
    if not isinstance(value, str) and not least <= value <= most:
        wrong = marked("{name} must be from {least} to {most}, not {value}.")
        raise UserError(message(wrong, name=facts.name, least=f"{least:g}", most=f"{most:g}", value=str(value)))
    return value


def _read(facts: OptionFacts, text: str) -> Answer:
    if isinstance(facts.default, bool):
        answers = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
        if text.lower() in answers:
            return answers[text.lower()]
        raise _wrong_type(facts, text)
    kind = type(facts.default)
    try:
        return kind(text)
    except ValueError:
        raise _wrong_type(facts, text) from None


def _wrong_type(facts: OptionFacts, value: Answer) -> UserError:
    text = marked("{name} must be a number, not {value}.")
    if isinstance(facts.default, bool):
        text = marked("{name} must be yes or no, not {value}.")
    return UserError(message(text, name=facts.name, value=str(value)))
