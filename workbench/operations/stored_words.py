"""Messages as plain values, to be stored in a project and read again in any language."""

from typing import Any

from workbench.words import Message, message


def as_json(text: Message) -> dict[str, Any]:
    """Return a message as values that JSON holds."""
    values = {name: as_json(value) if isinstance(value, Message) else value for name, value in text.values.items()}
    return {"template": text.template, "values": values}


def from_json(stored: dict[str, Any]) -> Message:
    """Return the message that `as_json` stored."""
    values = {name: from_json(value) if isinstance(value, dict) else value for name, value in stored["values"].items()}
    return message(stored["template"], **values)
