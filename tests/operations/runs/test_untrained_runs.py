"""Runs of no episodes: an approach as it is built, which is validated, tested and labelled with like others."""

from dataclasses import replace

import numpy as np

from tests.operations.conftest import SHORT
from tests.operations.runs.test_segments import begun, stored
from workbench.operations.evaluation.candidates import usable_runs
from workbench.operations.evaluation.evaluate_run import EvaluationRequest, evaluate_run
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.begin_run import begin_run
from workbench.operations.runs.curve import run_curve
from workbench.operations.runs.listing import describe_run
from workbench.operations.runs.record import find_run
from workbench.operations.runs.segment import SegmentRequest, train_segment
from workbench.operations.runs.trained import load_trained
from workbench.operations.runs.training import resume_run, train_approach, versions_here
from workbench.operations.runs.training_request import fresh_training, plan_of
from workbench.store.models import RunState
from workbench.words import Message

NONE = replace(SHORT, episodes=0, fit="stretch")
QUICK = EvaluationRequest(way=3, query=2, episodes=5)


def test_a_run_of_no_episodes_is_the_approach_as_built_and_is_validated_once(imported: Project) -> None:
    run = train_approach(imported, NONE, Silent())
    assert (run.state, run.episode, run.episodes, run.loss) == ("finished", 0, 0, None)
    assert run.best_accuracy is not None
    curve = run_curve(imported, run.id)
    assert [result.episode for result in curve.checked] == [0]
    assert len(curve.episodes) == 0
    settings, material = begun(imported, NONE)
    built = fresh_training(settings, material.samplers(settings, "cpu")[0], plan_of(settings)).approach
    used = load_trained(imported, str(run.id), "cpu").approach.state_dict()
    assert all(np.array_equal(value, used[name]) for name, value in built.state_dict().items())
    assert resume_run(imported, str(run.id), Silent()).state == "finished"


class Told:
    """Keeps what is reported."""

    def __init__(self) -> None:
        self.texts: list[Message] = []

    def report(self, share: float | None, text: Message) -> None:
        self.texts.append(text)


def test_how_far_its_validation_is_is_told_without_episodes_that_there_are_not(imported: Project) -> None:
    told = Told()
    train_approach(imported, replace(NONE, validation_episodes=400), told)
    shares = [text.values for text in told.texts if "share" in text.values]
    assert shares
    assert not any("total" in values or "episode" in values for values in shares)


def test_it_is_tested_and_counts_as_a_run_that_can_be_used(imported: Project) -> None:
    run = train_approach(imported, NONE, Silent())
    assert find_run(imported, "latest", with_checkpoint=True).id == run.id
    assert [candidate.id for candidate in usable_runs(imported)] == [run.id]
    assert evaluate_run(imported, replace(QUICK, run="latest"), Silent()).run == run.id


def test_in_a_segment_it_is_the_same(imported: Project) -> None:
    whole = train_approach(imported, NONE, Silent())
    settings, material = begun(imported, NONE)
    record = begin_run(imported, settings, versions=versions_here(), device="CPU")
    segment = train_segment(material, SegmentRequest(settings, None, 0), "cpu", Silent())
    record.keep(segment)
    assert (segment.finished, segment.episode) == (True, 0)
    assert stored(imported, record.id) == stored(imported, whole.id)
    assert describe_run(imported, record.id).best_accuracy == whole.best_accuracy


def test_a_run_that_was_stopped_before_it_learned_anything_is_not_used(imported: Project) -> None:
    settings, material = begun(imported, SHORT)
    record = begin_run(imported, settings, versions=versions_here(), device="CPU")
    record.save(fresh_training(settings, material.samplers(settings, "cpu")[0], plan_of(settings)), RunState.STOPPED)
    assert describe_run(imported, record.id).has_weights
    assert usable_runs(imported) == []
