"""Messages and frozen dataclasses as plain values, to be stored in a project and read again as they were."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from workbench.words import Decimal, Message, Value, message

_Figures = TypeVar("_Figures")


def as_json(text: Message) -> dict[str, Any]:
    """Return a message as values that JSON holds."""
    return {"template": text.template, "values": {name: _plain_value(value) for name, value in text.values.items()}}


def from_json(stored: dict[str, Any]) -> Message:
    """Return the message that `as_json` stored."""
    return message(stored["template"], **{name: _value(value) for name, value in stored["values"].items()})


def _plain_value(value: Value) -> Any:
    if isinstance(value, Message):
        return as_json(value)
    return {"number": value.number, "places": value.places} if isinstance(value, Decimal) else value


def _value(stored: Any) -> Value:
    if not isinstance(stored, dict):
        return stored
    plain = cast("dict[str, Any]", stored)
    return from_json(plain) if "template" in plain else Decimal(**plain)


def to_json(value: Any, said: Callable[[Message], Any] = as_json) -> Any:
    """Return a dataclass of numbers, texts, messages, tuples and further dataclasses as values that JSON holds.

    Messages become what `said` makes of them: `str` for sentences to be read, not to be stored.
    """
    if isinstance(value, Message):
        return said(value)
    if is_dataclass(value):
        return {field.name: to_json(getattr(value, field.name), said) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_json(item, said) for item in cast("tuple[Any, ...]", value)]
    return value.value if isinstance(value, StrEnum) else value


def restored(kind: type[_Figures], stored: dict[str, Any]) -> _Figures:
    """Return the dataclass that `to_json` stored; a field that an older version did not have gets its default."""
    hints = get_type_hints(kind)
    return kind(**{name: _meant(hints[name], value) for name, value in stored.items() if name in hints})


def _meant(hint: Any, stored: Any) -> Any:
    if stored is None:
        return None
    if isinstance(hint, UnionType):
        hint = next(each for each in get_args(hint) if each is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_meant(get_args(hint)[0], each) for each in stored)
    if hint is Message:
        return from_json(stored)
    if isinstance(hint, type) and is_dataclass(hint):
        return restored(hint, stored)
    return hint(stored) if isinstance(hint, type) and issubclass(hint, StrEnum) else stored
