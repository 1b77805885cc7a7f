"""Messages as plain values, to be stored in a project and read again in any language."""

from typing import Any

from workbench.words import Decimal, Message, Value, message


def as_json(text: Message) -> dict[str, Any]:
    """Return a message as values that JSON holds."""
    return {"template": text.template, "values": {name: _plain(value) for name, value in text.values.items()}}


def from_json(stored: dict[str, Any]) -> Message:
    """Return the message that `as_json` stored."""
    return message(stored["template"], **{name: _meant(value) for name, value in stored["values"].items()})


def _plain(value: Value) -> Any:
    if isinstance(value, Message):
        return as_json(value)
    return {"number": value.number, "places": value.places} if isinstance(value, Decimal) else value


def _meant(stored: Any) -> Value:
    if not isinstance(stored, dict):
        return stored
    return from_json(stored) if "template" in stored else Decimal(**stored)
