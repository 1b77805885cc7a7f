"""The classes of all approaches, one from each file of this folder, in the order users see them."""

from importlib import import_module

from workbench.errors import UserError
from workbench.facts.approaches import APPROACH_TITLES
from workbench.learning.approach import Approach
from workbench.words import marked, message


def _approach_in_file(name: str) -> type[Approach]:
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    (kind,) = (value for value in vars(module).values() if isinstance(value, type) and vars(value).get("name") == name)
    return kind


APPROACHES: tuple[type[Approach], ...] = tuple(map(_approach_in_file, APPROACH_TITLES))


def approach_named(name: str) -> type[Approach]:
    """Return the approach of that name. Raises UserError for an unknown one."""
    for approach in APPROACHES:
        if approach.name == name:
            return approach
    text = marked("There is no approach {name}. Available: {names}.")
    raise UserError(message(text, name=name, names=", ".join(APPROACH_TITLES)))
