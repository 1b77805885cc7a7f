"""The codes of facts, for tests that ask what is said and not in which words."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest

from workbench.errors import UserError
from workbench.facts import Fact
from workbench.words import Message, Value


def code_of(text: Message | None) -> str:
    """Return the code of a fact; a message without one, or none at all, fails the test."""
    assert isinstance(text, Fact), text
    return text.code


def codes_of(texts: Iterable[Value]) -> list[str]:
    """Return the codes of those that are facts."""
    return [text.code for text in texts if isinstance(text, Fact)]


@contextmanager
def refused(code: str, **values: object) -> Iterator[None]:
    """Expect a UserError that says the fact of that code, with at least those values."""
    with pytest.raises(UserError) as error:
        yield
    assert code_of(error.value.text) == code
    assert values.items() <= error.value.text.values.items()
