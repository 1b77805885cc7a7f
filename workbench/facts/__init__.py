"""What a project keeps in place of sentences: a code and values, which the catalogue turns into words when shown.

A code is never removed from the catalogue, and no value of it renamed, as projects hold them; its words may change.
"""

from dataclasses import dataclass
from types import MappingProxyType

from workbench.errors import UserError
from workbench.facts._comparisons import COMPARISON_FACTS
from workbench.facts._images import IMAGE_FACTS
from workbench.facts._names import NAME_FACTS
from workbench.facts._projects import PROJECT_FACTS
from workbench.facts._runs import RUN_FACTS
from workbench.facts._searches import SEARCH_FACTS
from workbench.words import Decimal, Message

CATALOGUE = MappingProxyType(
    {**IMAGE_FACTS, **PROJECT_FACTS, **RUN_FACTS, **NAME_FACTS, **COMPARISON_FACTS, **SEARCH_FACTS}
)

# The code of a sentence of an older version that is not in the catalogue: its words are shown as they are.
OLD_WORDS = "old.words"


@dataclass(frozen=True, kw_only=True)
class Fact(Message):
    """A message that a project can keep, as it has a code of the catalogue; a value that is a message is a fact too."""

    code: str


FactValue = str | int | float | Decimal | Fact


def fact(code: str, **values: FactValue) -> Fact:
    """Build the fact of that code, with the values for the `{names}` of its template."""
    return Fact(CATALOGUE[code], MappingProxyType(dict(values)), code=code)


def approach_title(name: str) -> Fact:
    """Return what people call the approach of that name."""
    return fact(f"approach.{name}")


def problem_title(name: str) -> Fact:
    """Return what people call the problem of that name."""
    return fact(f"problem.{name}")


def reason_of(error: UserError) -> Fact:
    """Return the reason of an error, to be kept in a project. Raises the error again if its text is no fact."""
    if isinstance(error.text, Fact):
        return error.text
    raise error


def old_words(text: str) -> Fact:
    """Build the fact for a sentence of an older version that has no code; it can be shown, but not stored."""
    return Fact("{text}", MappingProxyType({"text": text}), code=OLD_WORDS)
