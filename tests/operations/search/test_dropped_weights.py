"""A training that is not among the best of a search has no weights: on purpose, and whoever asks is told so."""

from pathlib import Path

import pytest
from sqlalchemy import delete

from tests.fact_codes import refused
from tests.operations.search.made_searches import make_search
from workbench.operations.progress import Silent
from workbench.operations.runs.exchange.export_run import export_run_file
from workbench.operations.runs.listing import describe_run
from workbench.operations.runs.record import find_run
from workbench.operations.runs.trained import load_trained
from workbench.operations.runs.training import resume_run
from workbench.operations.search.trial_runs import drop_weights
from workbench.store.models import Checkpoint, Run, RunState
from workbench.store.project import Project


@pytest.fixture
def dropped(trained: Project) -> Project:
    """A project whose one run was given up by a search that is over, and has no weights any more."""
    make_search(trained, run=1)
    with trained.write() as session:
        session.get_one(Run, 1).state = RunState.STOPPED
    drop_weights(trained, 1)
    return trained


def test_it_is_told_from_a_run_that_ended_before_anything_was_saved(dropped: Project, tmp_path: Path) -> None:
    facts = describe_run(dropped, 1)
    assert (facts.weights_dropped, facts.has_weights, facts.is_usable, facts.resumable) == (True, False, False, False)
    with refused("run.weights_dropped"):
        load_trained(dropped, "1", "cpu")
    with refused("run.weights_dropped"):
        export_run_file(dropped, "1", tmp_path / "run.safetensors")
    with refused("run.weights_dropped"):
        resume_run(dropped, "1", Silent())


def test_a_run_of_nobody_s_search_that_has_none_saved_nothing(trained: Project) -> None:
    with trained.write() as session:
        session.execute(delete(Checkpoint))
    assert not describe_run(trained, 1).weights_dropped
    with refused("run.nothing_saved"):
        find_run(trained, "1").require_checkpoint()


def test_one_that_a_search_has_kept_has_not_lost_anything(trained: Project) -> None:
    make_search(trained, run=1)
    assert not describe_run(trained, 1).weights_dropped
