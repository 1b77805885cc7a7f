"""Facts and frozen dataclasses as plain values, to be stored in a project and read again as they were."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from workbench.facts import CATALOGUE, Fact, FactValue, fact, old_words
from workbench.words import Decimal, Message, Value

_Figures = TypeVar("_Figures")

_MOST_PLACES = 9
_LONGEST = 2_000  # characters


def as_json(stored: Message) -> dict[str, Any]:
    """Return a fact as values that JSON holds. Raises TypeError for a message without a code of the catalogue."""
    if not isinstance(stored, Fact) or stored.code not in CATALOGUE:
        raise TypeError(f"a project stores facts only, not the sentence {stored.template!r}")
    return {"code": stored.code, "values": {name: _plain_value(value) for name, value in stored.values.items()}}


def from_json(stored: dict[str, Any]) -> Fact:
    """Return the fact that `as_json` stored, or the old words that a migration found no code for.

    A file may be someone else's: what is no fact is shown as it stands there, shortened.
    """
    if "text" in stored:
        return old_words(_as_it_stands(stored["text"]))
    try:
        restored_fact = fact(stored["code"], **{name: _value(value) for name, value in stored["values"].items()})
        str(restored_fact)
    except (AttributeError, LookupError, TypeError, ValueError, RecursionError):
        return old_words(_as_it_stands(stored))
    return restored_fact


def _as_it_stands(stored: Any) -> str:
    text = stored if isinstance(stored, str) else repr(stored)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _plain_value(value: Value) -> Any:
    if isinstance(value, Message):
        return as_json(value)
    return {"number": value.number, "places": value.places} if isinstance(value, Decimal) else value


def _value(stored: Any) -> FactValue:
    if not isinstance(stored, dict):
        return stored
    plain = cast("dict[str, Any]", stored)
    if "number" not in plain:
        return from_json(plain)
    # A file may be someone else's: three thousand million decimals would take for ever to write.
    return Decimal(float(plain["number"]), max(0, min(int(plain["places"]), _MOST_PLACES)))


def to_json(value: Any, encode: Callable[[Message], Any] = as_json) -> Any:
    """Return a dataclass of numbers, texts, facts, tuples and further dataclasses as values that JSON holds.

    `encode` converts facts: pass `str` for sentences to be read, not stored.
    """
    if isinstance(value, Message):
        return encode(value)
    if is_dataclass(value):
        return {field.name: to_json(getattr(value, field.name), encode) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_json(item, encode) for item in cast("tuple[Any, ...]", value)]
    return value.value if isinstance(value, StrEnum) else value


def restored(kind: type[_Figures], stored: dict[str, Any]) -> _Figures:
    """Return the dataclass that `to_json` stored; a field that an older version did not have gets its default."""
    hints = get_type_hints(kind)
    return kind(**{name: _typed(hints[name], value) for name, value in stored.items() if name in hints})


def _typed(hint: Any, stored: Any) -> Any:
    if stored is None:
        return None
    if isinstance(hint, UnionType):
        hint = next(member for member in get_args(hint) if member is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_typed(get_args(hint)[0], item) for item in stored)
    if hint is Fact:
        return from_json(stored)
    if isinstance(hint, type) and is_dataclass(hint):
        return restored(hint, stored)
    return hint(stored) if isinstance(hint, type) and issubclass(hint, StrEnum) else stored
