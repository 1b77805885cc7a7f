"""Approaches and encoders describe themselves in words."""

from dataclasses import fields

import pytest

from workbench.facts.problems import PROBLEM_TITLES
from workbench.learning.approaches import APPROACHES
from workbench.learning.networks.encoders import build_encoder, encoder_kind
from workbench.learning.problems import problem_named
from workbench.operations.runs.describe_approaches import (
    ApproachDescription,
    describe_approaches,
    describe_encoders,
    describe_names,
)


def test_every_approach_has_a_title_and_two_sentences() -> None:
    approaches = describe_approaches()
    assert [approach.name for approach in approaches] == [kind.name for kind in APPROACHES]
    for approach in approaches:
        assert str(approach.title)[0].isupper()
        assert str(approach.summary).count(".") == 2


@pytest.mark.parametrize("approach", describe_approaches(), ids=lambda approach: approach.name)
def test_an_approach_says_in_a_sentence_each_when_to_choose_it_and_what_it_cannot_do(
    approach: ApproachDescription,
) -> None:
    for sentence in (str(approach.choose_when), str(approach.cannot)):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert sentence.count(". ") == 0
    assert approach.paper
    assert approach.family in ("model", "metric", "optimisation", "baseline")


@pytest.mark.parametrize("approach", describe_approaches(), ids=lambda approach: approach.name)
def test_at_most_three_options_are_on_the_first_level(approach: ApproachDescription) -> None:
    assert sum(option.basic for option in approach.options) <= 3


def test_every_encoder_can_be_built_as_it_is_described() -> None:
    encoders = describe_encoders()
    names = [encoder.name for encoder in encoders]
    assert names == ["conv4", "conv4-strided", "resnet12", "efficientnet-lite0"]
    assert [encoder.name for encoder in encoders if encoder.pretrained] == ["efficientnet-lite0"]
    for encoder in encoders:
        assert str(encoder.summary).endswith(".")
        assert encoder.size >= encoder.least_size
        build_encoder(encoder_kind(encoder.name), encoder.least_size, encoder.channels)


def test_every_option_of_what_learns_a_problem_has_a_name() -> None:
    names = describe_names()
    for problem in map(problem_named, PROBLEM_TITLES):
        for learner in problem.learners:
            options = fields(problem.learner(learner).options_kind)
            assert {f"{learner}.{option.name}" for option in options} <= names.keys()
