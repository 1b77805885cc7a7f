"""The settings of a run come back from the project as they went, without torch."""

import json
import subprocess
import sys
from dataclasses import fields, replace

import pytest

from workbench.learning.trait_cells import TraitKind
from workbench.learning.traits import fit_scheme
from workbench.operations.runs.run_settings import (
    LearnedTraits,
    RunSettings,
    options_of,
    settings_as_json,
    settings_from_json,
    training_shape,
)
from workbench.operations.runs.training_request import TrainingRequest, parsed_options, request_of, settings_of
from workbench.store.models import Role

REQUEST = TrainingRequest("prototypical", way=3, learning_rate=1e30, options={"train_way": 7})


@pytest.fixture
def settings() -> RunSettings:
    """The settings of a run that has everything."""
    scheme = fit_scheme([("legs", TraitKind.NUMBER), ("kind", TraitKind.CATEGORY)], [("4", "cat"), ("8", "fly")])
    traits = LearnedTraits(table="keys.csv", scheme=scheme, rows={5: ("4", "cat")}, left_out=2, unused=("note",))
    classes = {Role.META_TRAIN: (5, 6), Role.META_VALIDATION: ()}
    return replace(settings_of(REQUEST), classes=classes, traits=traits, images_digest="00", training_way=7)


def test_settings_come_back_from_json_as_they_went(settings: RunSettings) -> None:
    stored = json.loads(json.dumps(settings_as_json(settings)))
    assert settings_from_json(stored) == settings
    assert set(stored) == {field.name for field in fields(RunSettings)}
    assert settings_from_json(stored | {"of_a_later_version": 1}) == settings


def test_settings_that_lack_a_field_are_no_settings(settings: RunSettings) -> None:
    stored = settings_as_json(settings)
    del stored["seed"]
    with pytest.raises(ValueError, match="seed"):
        settings_from_json(stored)


def test_a_run_holds_every_option_and_those_that_came_later_have_their_defaults() -> None:
    settings = settings_of(REQUEST)
    assert settings.options == {"train_way": 7, "decay": "cosine", "weight_decay": 0.0}
    older = replace(settings, options={"train_way": 7, "gone": 1})
    assert options_of(older) == options_of(settings)


def test_a_run_of_transfer_learning_from_before_its_batches_were_mixed_is_trained_as_it_was() -> None:
    settings = settings_of(replace(REQUEST, approach="transfer", options={}))
    older = replace(settings, options={name: value for name, value in settings.options.items() if name != "batch"})
    assert (training_shape(settings).way, training_shape(settings).shot) != (settings.way, settings.shot)
    drawn = training_shape(older)
    assert (drawn.way, drawn.shot, drawn.query) == (settings.way, settings.shot, settings.query)


def test_the_shape_of_training_is_known_from_the_settings_alone() -> None:
    shape = training_shape(settings_of(REQUEST))
    assert (shape.way, shape.shot) == (7, 1)


def test_settings_are_the_request_they_answer() -> None:
    again = request_of(settings_of(REQUEST))
    assert replace(again, options=REQUEST.options, image_size=None, channels=None, fit=None) == REQUEST
    assert settings_of(again) == settings_of(REQUEST)


def test_only_the_options_that_were_typed_are_in_a_request() -> None:
    assert parsed_options("prototypical", {"train_way": "7"}) == {"train_way": 7}


@pytest.mark.slow
def test_reading_settings_does_not_import_torch(settings: RunSettings) -> None:
    code = (
        "import json, sys; from workbench.operations.runs.run_settings import settings_from_json\n"
        "settings_from_json(json.loads(sys.argv[1])); sys.exit('torch' in sys.modules)"
    )
    asked = [sys.executable, "-c", code, json.dumps(settings_as_json(settings))]
    assert subprocess.run(asked, check=False).returncode == 0
