"""A project in which everything was done once holds codes and values, and no sentence."""

from pathlib import Path

import pytest

from tests.operations.conftest import SHORT
from tests.store.stored_words import stored_codes, stored_sentences
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.evaluate_run import PIXELS
from workbench.operations.evaluation.reliability import measure_reliability
from workbench.operations.evaluation.shot_curve import shot_curve
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training import train_approach
from workbench.operations.tasks.import_images import ImportRequest, import_images

ALL = ComparisonRequest(baselines=(PIXELS,), way=2, query=2, episodes=4)


@pytest.mark.slow
def test_nothing_that_is_stored_is_a_sentence(project: Project, folder: Path) -> None:
    next(folder.rglob("*.png")).write_bytes(b"not an image")
    import_images(project, folder, ImportRequest(), Silent())
    train_approach(project, SHORT, Silent())
    compare_runs(project, ALL, Silent())
    shot_curve(project, ALL, Silent(), (1, 2))
    project.checkpoint()
    assert stored_sentences(project.path) == []
    expected = {"image.unknown_format", "comparison.rough_intervals", "approach.prototypical", "candidate.run"}
    assert expected <= stored_codes(project.path)


@pytest.mark.slow
def test_nothing_that_is_stored_of_doubts_is_a_sentence(trained: Project) -> None:
    measure_reliability(trained, ALL, Silent())
    trained.checkpoint()
    assert stored_sentences(trained.path) == []
