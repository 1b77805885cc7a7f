"""Options are taken within their limits, typed or as texts, and come back from JSON as they went."""

import json
from dataclasses import dataclass

import pytest

from workbench.errors import UserError
from workbench.learning.approaches import APPROACHES
from workbench.learning.options import (
    Answer,
    Options,
    checked_options,
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


@dataclass(frozen=True, kw_only=True)
class MadeLater(Made):
    batch: str = option("new", "Batch", choices={"new": "New", "old": "Old"}, earlier="old")


def test_texts_become_values_of_the_fields_kind() -> None:
    given = {"steps": "7", "share": "0.25", "order": "second", "deep": "No", "scale": "-1e3", "decay": "halving"}
    wanted = Made(steps=7, share=0.25, order="second", deep=False, scale=-1000.0, decay="halving")
    assert parse_options(Made, given) == wanted
    assert parse_options(Made, {}) == Made()


def test_values_are_taken_as_they_are() -> None:
    given: dict[str, Answer] = {"steps": 7, "share": 1, "order": "second", "deep": False}
    options = checked_options(Made, given)
    assert options == Made(steps=7, share=1.0, order="second", deep=False)
    assert isinstance(options.share, float)


def test_an_unknown_option_is_refused_with_the_names_of_those_there_are() -> None:
    for refuse in (parse_options, checked_options):
        with pytest.raises(UserError) as refused:
            refuse(Made, {"stepz": "3"})
        values = refused.value.text.values
        assert values["name"] == "stepz"
        assert values["names"] == "steps, share, scale, order, deep, decay, weight_decay"


@pytest.mark.parametrize(
    ("name", "text", "allowed"),
    [
        ("steps", "0", {"least": "1", "most": "50"}),
        ("steps", "51", {"least": "1", "most": "50"}),
        ("steps", "2.5", {}),
        ("steps", "", {}),
        ("share", "nan", {"least": "0", "most": "1"}),
        ("scale", "nan", {"least": "-inf", "most": "inf"}),
        ("share", "inf", {"least": "0", "most": "1"}),
        ("share", "half", {}),
        ("order", "third", {"choices": "first, second"}),
        ("deep", "maybe", {}),
    ],
)
def test_a_text_that_is_no_value_or_outside_the_limits_is_refused(
    name: str, text: str, allowed: dict[str, str]
) -> None:
    with pytest.raises(UserError) as refused:
        parse_options(Made, {name: text})
    assert refused.value.text.values == {"name": name, "value": text, **allowed}


@pytest.mark.parametrize(
    ("name", "value"), [("steps", 51), ("steps", 2.5), ("steps", True), ("share", "0.5"), ("deep", 1), ("order", 1)]
)
def test_a_value_of_another_type_or_outside_the_limits_is_refused(name: str, value: Answer) -> None:
    with pytest.raises(UserError) as refused:
        checked_options(Made, {name: value})
    assert refused.value.text.values["name"] == name
    assert refused.value.text.values["value"] == str(value)


@pytest.mark.parametrize("text", ["yes", "YES", "true", "1"])
def test_yes_has_several_spellings(text: str) -> None:
    assert parse_options(Made, {"deep": text}).deep is True


def test_json_keeps_every_option() -> None:
    chosen = Made(steps=9, share=0.1, order="second", deep=False, weight_decay=0.3)
    assert options_from_json(Made, json.loads(json.dumps(options_as_json(chosen)))) == chosen


def test_stored_options_of_another_version_take_defaults_and_drop_the_unknown() -> None:
    assert options_from_json(Made, {"steps": 8, "dropped_since": 3}) == Made(steps=8)


def test_an_option_that_changed_what_is_done_is_in_older_runs_as_it_was() -> None:
    assert MadeLater().batch == "new"
    assert options_from_json(MadeLater, {"steps": 8}) == MadeLater(steps=8, batch="old")
    assert options_from_json(MadeLater, {"steps": 8, "batch": "new"}) == MadeLater(steps=8)


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
