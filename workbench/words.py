"""Text for people, kept as a template and its values until a window or a terminal shows it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any, Union

from workbench.resources import resource

_ENGLISH = resource("translations/workbench_en.ts")


@dataclass(frozen=True)
class Decimal:
    """A number that is always written with so many decimals, as the reader's language writes them."""

    number: float
    places: int = 1


Value = Union[str, int, float, Decimal, "Message"]


def marked(template: str) -> str:
    """Mark a template for translation where it is written; the text itself comes back unchanged."""
    return template


@dataclass(frozen=True)
class Message:
    """A sentence for a person: a marked template in English and the values that fill its `{names}`.

    A value may be a Message itself. `str(message)` is the English sentence; a window looks templates up in its
    translations first. Where a template has `{count}`, that number decides between singular and plural.
    """

    template: str
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    def __getstate__(self) -> dict[str, Any]:
        # A read-only view of a mapping cannot travel to another process; what it shows can.
        return vars(self) | {"values": dict(self.values)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state, values=MappingProxyType(state["values"]))

    def filled(self, template: str, write: Callable[[Value], str]) -> str:
        """Fill this message's values, each as `write` renders it, into `template`, its own or a translation of it."""
        return template.format_map({name: write(value) for name, value in self.values.items()})

    def __str__(self) -> str:
        count = self.values.get("count")
        is_one = isinstance(count, int) and count == 1
        return self.filled(_singulars().get(self.template, self.template) if is_one else self.template, _in_english)


def message(template: str, **values: Value) -> Message:
    """Build a Message from a marked template and the values for its `{names}`."""
    return Message(template, MappingProxyType(dict(values)))


def printable(path: os.PathLike[str] | str) -> str:
    """Return a path or a name as text that can be printed and stored, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


@cache
def _singulars() -> Mapping[str, str]:
    """Return the singular of each English sentence with a count, which the window finds in its translations."""
    from xml.etree import ElementTree as Xml  # noqa: PLC0415 - takes 12 ms, and a start has no use for it

    # Without the file, a wrong plural is better than no sentence.
    entries = Xml.parse(_ENGLISH).iter("message") if _ENGLISH.is_file() else ()  # noqa: S314 - our own file
    singulars = {entry.findtext("source", ""): entry.findtext("translation/numerusform", "") for entry in entries}
    return {template: singular for template, singular in singulars.items() if singular}


def _in_english(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value.number:,.{value.places}f}"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, bool) or not isinstance(value, int):
        return str(value)
    return f"{value:,}"
