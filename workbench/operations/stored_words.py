"""Messages as plain values, to be stored in a project and read again in any language."""

from typing import Any

from workbench.words import Message, message


def as_json(text: Message) -> dict[str, Any]:
    """Return a message as values that JSON holds."""
    return {"template": text.template, "values": dict(text.values)}


def from_json(stored: dict[str, Any]) -> Message:
    """Return the message that `as_json` stored."""
    return message(stored["template"], **stored["values"])
