"""Facts kept in a project and read again, whatever is in them."""

import json
from typing import Any

import pytest

from workbench.facts import fact
from workbench.operations.serialisation import as_json, from_json
from workbench.words import Decimal


def test_a_fact_within_a_fact_comes_back_whole() -> None:
    reason = fact("image.too_large", megabytes=1200, limit=1024)
    note = fact("images.unreadable_left_out", count=2, path="a {b}.png", reason=reason)
    stored = as_json(note)
    assert stored["code"] == "images.unreadable_left_out"
    assert stored["values"]["reason"] == {"code": "image.too_large", "values": {"megabytes": 1200, "limit": 1024}}
    again = from_json(json.loads(json.dumps(stored)))
    assert again == note
    assert "a {b}.png" in str(again)
    assert "1,200" in str(again)


def test_a_number_keeps_its_decimals() -> None:
    chance = fact("comparison.no_better_than_chance", chance=Decimal(80.0))
    again = from_json(json.loads(json.dumps(as_json(chance))))
    assert again == chance
    assert "80.0 %" in str(again)


def test_words_that_no_code_stands_for_are_shown_as_they_are() -> None:
    assert str(from_json({"text": "It took {long}."})) == "It took {long}."


@pytest.mark.parametrize(
    "stored",
    [
        {"code": "no.such", "values": {}},
        {"code": "image.too_large", "values": {}},
        {"code": "image.too_large", "values": {"code": "x", "self": 1}},
        {"code": "image.too_large", "values": {"megabytes": {"number": "x", "places": 1}, "limit": 3}},
        {"code": "image.too_large", "values": ["a"]},
        {"code": ["x"], "values": {}},
        {},
        {"text": {"x": 1}},
        {"text": "x" * 10**6},
        {"code": "image.too_large", "values": {"megabytes": "{x:>3000000000}", "limit": "{0}"}},
        {"code": "image.too_large", "values": {"megabytes": {"number": 1, "places": 3_000_000_000}, "limit": 1}},
    ],
)
def test_what_is_no_fact_is_shown_as_it_stands(stored: dict[str, Any]) -> None:
    assert 0 < len(str(from_json(stored))) < 3_000
