"""Options are read from texts within their limits, and come back from JSON as they went."""

import json
from dataclasses import dataclass

import pytest

from workbench.errors import UserError
from workbench.learning.approaches import APPROACHES
from workbench.learning.options import (
    Options,
    describe_options,
    option,
    options_as_json,
    options_from_json,
    parse_options,
)


@dataclass(frozen=True, kw_only=True)
class Made(Options):
    steps: int = option(5, "Steps", least=1, most=50, basic=True)
    share: float = option(0.5, "Share", least=0.0, most=1.0)
    scale: float = option(1.0, "Scale")
    order: str = option("first", "Order", choices={"first": "First", "second": "Second"})
    deep: bool = option(True, "Deep")


def test_texts_become_values_of_the_fields_kind() -> None:
    given = {"steps": "7", "share": "0.25", "order": "second", "deep": "No", "scale": "-1e3", "decay": "halving"}
    wanted = Made(steps=7, share=0.25, order="second", deep=False, scale=-1000.0, decay="halving")
    assert parse_options(Made, given) == wanted
    assert parse_options(Made, {}) == Made()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"stepz": "3"}, "There is no option stepz here. The options are: steps, share"),
        ({"steps": "0"}, "steps goes from 1 to 50, not 0."),
        ({"steps": "51"}, "steps goes from 1 to 50, not 51."),
        ({"steps": "2.5"}, "steps is a number, not 2.5."),
        ({"steps": ""}, "steps is a number, not ."),
        ({"share": "nan"}, "share goes from 0 to 1, not nan."),
        ({"scale": "nan"}, "scale goes from -inf to inf, not nan."),
        ({"share": "inf"}, "share goes from 0 to 1, not inf."),
        ({"share": "half"}, "share is a number, not half."),
        ({"order": "third"}, "order is one of first, second, not third."),
        ({"deep": "maybe"}, "deep must be yes or no, not maybe."),
    ],
)
def test_what_is_unknown_or_out_of_its_limits_is_refused_in_words(given: dict[str, str], words: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_options(Made, given)
    assert words in str(refused.value)


@pytest.mark.parametrize("text", ["yes", "YES", "true", "1"])
def test_yes_has_several_spellings(text: str) -> None:
    assert parse_options(Made, {"deep": text}).deep is True


def test_json_keeps_every_option() -> None:
    chosen = Made(steps=9, share=0.1, order="second", deep=False, weight_decay=0.3)
    assert options_from_json(Made, json.loads(json.dumps(options_as_json(chosen)))) == chosen


def test_stored_options_of_another_version_take_defaults_and_drop_the_unknown() -> None:
    assert options_from_json(Made, {"steps": 8, "dropped_since": 3}) == Made(steps=8)


def test_an_approachs_own_options_come_before_those_of_all() -> None:
    described = describe_options(Made)
    assert [facts.name for facts in described] == ["steps", "share", "scale", "order", "deep", "decay", "weight_decay"]
    steps = described[0]
    assert (str(steps.label), steps.default, steps.least, steps.most, steps.basic) == ("Steps", 5, 1, 50, True)


@pytest.mark.parametrize("kind", APPROACHES, ids=lambda kind: kind.name)
def test_every_approachs_defaults_can_be_typed_and_stored(kind: type) -> None:
    options = kind.options_kind
    typed = {facts.name: str(facts.default) for facts in describe_options(options)}
    assert parse_options(options, typed) == options()
    assert options_from_json(options, options_as_json(options())) == options()
    assert all(str(facts.label) for facts in describe_options(options))
