"""Sentences kept in a project and read again, whatever is in them."""

import json

from workbench.operations.serialisation import as_json, from_json
from workbench.words import Decimal, marked, message


def test_a_sentence_within_a_sentence_comes_back_whole() -> None:
    reason = message(marked("{megabytes} MB"), megabytes=1200)
    text = message(marked("{path}: {reason}"), path="a {b}.png", reason=reason)
    again = from_json(json.loads(json.dumps(as_json(text))))
    assert again == text
    assert str(again) == "a {b}.png: 1,200 MB"
    assert again.values["reason"] == reason


def test_a_number_keeps_its_decimals() -> None:
    text = message(marked("best {best} %"), best=Decimal(80.0))
    again = from_json(json.loads(json.dumps(as_json(text))))
    assert again == text
    assert str(again) == "best 80.0 %"
