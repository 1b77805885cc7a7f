"""What is said of a run names nothing as the program does."""

from dataclasses import replace
from datetime import datetime

import pytest

from workbench.operations.runs.describe_approaches import describe_names
from workbench.operations.runs.listing import RunFacts
from workbench.operations.runs.training_request import TrainingRequest, settings_of
from workbench.ui.services.run_words import run_detail, run_title, settings_lines, state_word, stored_sentence
from workbench.ui.services.training_stage import Stage
from workbench.ui.services.translation import say

TITLES = {name: say(called) for name, called in describe_names().items()}


@pytest.fixture(params=["prototypical", "transfer"])
def facts(request: pytest.FixtureRequest) -> RunFacts:
    settings = settings_of(TrainingRequest(request.param))
    run_started = datetime.fromisoformat("2026-01-01T10:00:00+00:00")
    return RunFacts(
        7,
        request.param,
        "conv4",
        "finished",
        10,
        10,
        1.0,
        "CPU",
        run_started,
        None,
        None,
        None,
        True,
        False,
        6_600_000,
        (),
        settings,
        (),
    )


def test_a_run_is_called_by_what_people_call_its_parts(facts: RunFacts) -> None:
    words = " ".join([run_title(facts, TITLES), run_detail(facts, TITLES, None), *settings_lines(facts, TITLES)])
    assert "Small network" in words
    assert "Learning rate schedule: Cosine" in words
    for name in ("conv4", "prototypical", "cosine", "weight_decay", "train_way", "fit_steps", "True"):
        assert name not in words


def test_what_has_no_other_name_keeps_its_own(facts: RunFacts) -> None:
    older = replace(facts, encoder="conv9")
    assert "conv9" in run_detail(older, TITLES, None)


@pytest.mark.parametrize("stage", [Stage.STARTING, Stage.TRAINING, Stage.PAUSING, Stage.STOPPING, Stage.PAUSED])
def test_a_run_that_is_trained_on_is_never_called_stopped_whatever_was_saved_of_it(
    facts: RunFacts, stage: Stage
) -> None:
    words = {state_word(replace(facts, state=state), stage) for state in ("stopped", "running", "failed")}
    assert len(words) == 1
    assert not words & {"Stopped", "Interrupted", "Failed"}


@pytest.mark.parametrize("state", ["finished", "stopped"])
def test_a_run_whose_weights_a_search_dropped_says_so_in_the_list_and_above_its_plots(
    facts: RunFacts, state: str
) -> None:
    kept = replace(facts, state=state)
    dropped = replace(kept, bytes=0, weights_dropped=True)
    for words in (lambda run: run_detail(run, TITLES, None), lambda run: stored_sentence(run, None)):
        assert words(dropped).startswith(words(kept))
        assert "dropped" in words(dropped)
        assert "dropped" not in words(kept)
