"""What schema 3 makes of a sentence that schemas 1 and 2 stored: its code and its values.

Beside `versions/` and not in it, because Alembic takes every file in there for a revision. Nothing of the program is
imported: this is about what it once stored, whatever it stores today.
"""

import re
from typing import Any, cast

from workbench.store.migrations._sentences_0003 import CODES

_PLACE = re.compile(r"\{(\w+)\}")
_MOST_PLACES = 9


def facts_of_schema_3(stored: Any) -> Any:
    """Return a JSON value with a code for the template of every sentence in it; `stored` is left as it is.

    A sentence that is in no version's list is kept as its English text.
    """
    if isinstance(stored, list):
        return [facts_of_schema_3(part) for part in cast("list[Any]", stored)]
    if not isinstance(stored, dict):
        return stored
    plain = cast("dict[str, Any]", stored)
    if "template" not in plain:
        return {name: facts_of_schema_3(part) for name, part in plain.items()}
    code = CODES.get(plain["template"])
    return {"text": _text(plain)} if code is None else {"code": code, "values": facts_of_schema_3(plain["values"])}


def _text(sentence: dict[str, Any]) -> str:
    # A stored template is data: Python's own format would obey what it asks for, as {x:>3000000000}.
    shown = {name: _shown(value) for name, value in sentence["values"].items()}
    return _PLACE.sub(lambda place: shown.get(place[1], place[0]), sentence["template"])


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        plain = cast("dict[str, Any]", value)
        return (
            _text(plain)
            if "template" in plain
            else f"{plain['number']:,.{max(0, min(plain['places'], _MOST_PLACES))}f}"
        )
    if isinstance(value, float):
        return f"{value:g}"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
