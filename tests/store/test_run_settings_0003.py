"""The settings of runs of older schemas become those of today."""

import copy
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from workbench.operations.runs.run_settings import settings_as_json, settings_from_json
from workbench.operations.runs.run_traits import notes_of
from workbench.operations.runs.training_request import plan_of
from workbench.store.migrations._run_settings_0003 import run_settings_of_schema_3

KEPT = Path(__file__).parent / "old_projects"


def stored_settings(schema: int) -> list[dict[str, Any]]:
    file = KEPT / f"schema_{schema}.mlwb"
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return [json.loads(row) for (row,) in connection.execute("SELECT settings FROM runs ORDER BY id")]


OLD = [*stored_settings(1), *stored_settings(2)]


@pytest.mark.parametrize("stored", OLD)
def test_what_an_old_run_stored_is_read_today_and_stored_as_it_was_converted(stored: dict[str, Any]) -> None:
    before = copy.deepcopy(stored)
    converted = run_settings_of_schema_3(stored)
    assert stored == before
    settings = settings_from_json(converted)
    today = json.loads(json.dumps(settings_as_json(settings)))
    # What runs store since then has its default.
    assert {name: value for name, value in today.items() if name in converted} == converted
    assert set(today) - set(converted) == {"seen_elsewhere"}
    assert not today["seen_elsewhere"]
    assert (settings.approach, settings.way, dict(settings.options)) == (
        stored["approach"], stored["way"], stored["options"],
    )  # fmt: skip
    assert list(settings.trained_on) == stored["classes"]["meta-train"]
    assert settings.images_digest == stored["images"]
    assert plan_of(settings).episodes == stored["episodes"]


def test_images_that_varied_were_augmented() -> None:
    assert run_settings_of_schema_3(OLD[0] | {"vary_images": True})["augment_images"]
    assert not run_settings_of_schema_3(OLD[0])["augment_images"]


def test_a_run_that_stored_less_gets_what_it_was_trained_with() -> None:
    little = {name: value for name, value in OLD[0].items() if name not in ("patience", "bf16", "training_way")}
    settings = settings_from_json(run_settings_of_schema_3(little))
    assert (settings.patience, settings.bf16, settings.training_way) == (0, False, little["way"])
    little["options"] = {"train_way": 9}
    assert run_settings_of_schema_3(little)["training_way"] == 9


def test_a_run_that_read_traits_still_reads_them_and_says_what_it_said() -> None:
    (stored,) = (settings for settings in OLD if "traits" in settings)
    settings = settings_from_json(run_settings_of_schema_3(stored))
    assert settings.traits is not None
    assert settings.traits.scheme.width == stored["traits"]
    assert {str(number): list(cells) for number, cells in settings.traits.rows.items()} == stored["trait_rows"]
    told = [dict(note.values) for note in notes_of(settings.traits)]
    assert told == [note["values"] for note in stored["trait_notes"]]
