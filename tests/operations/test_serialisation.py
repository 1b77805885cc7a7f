"""Facts kept in a project and read again, whatever is in them."""

import json

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
