"""Every approach with every encoder: it trains, is tested, and labels; none is offered that cannot."""

from pathlib import Path

import pytest

from tests.made_images import make_classes, make_pile
from workbench.learning.approaches import APPROACHES
from workbench.learning.networks.encoders import ENCODERS
from workbench.operations.evaluation.evaluate_run import EvaluationRequest, evaluate_run
from workbench.operations.labelling.label_table import read_label_table
from workbench.operations.labelling.propose_labels import propose_labels
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project
from workbench.operations.runs.training import TrainingRequest, train_approach
from workbench.operations.tasks.import_images import ImportRequest, import_images

NEEDS_NO_TRAITS = [kind.name for kind in APPROACHES if not kind.capabilities.uses_traits]


@pytest.mark.slow
@pytest.mark.parametrize("encoder", [kind.name for kind in ENCODERS])
@pytest.mark.parametrize("approach", NEEDS_NO_TRAITS)
def test_it_trains_is_tested_and_labels(tmp_path: Path, approach: str, encoder: str) -> None:
    with new_project(tmp_path / "made.mlwb") as project:
        import_images(project, make_classes(tmp_path / "images", classes=8, images=5), ImportRequest(), Silent())
        size = {"efficientnet-lite0": 32}.get(encoder, 16)
        request = TrainingRequest(
            approach, encoder, image_size=size, way=3, query=2, episodes=4, episodes_per_step=2, validation_episodes=2
        )
        run = train_approach(project, request, Silent())
        tested = evaluate_run(project, EvaluationRequest(way=2, query=2, episodes=4), Silent())
        examples = make_classes(tmp_path / "examples", classes=4, images=2)
        truth = make_pile(tmp_path / "pile")
        table = tmp_path / "labels.csv"
        propose_labels(
            project,
            examples=examples,
            images=tmp_path / "pile",
            output=table,
            run=str(run.id),
            device="cpu",
            reporter=Silent(),
        )
        rows = read_label_table(table)
    assert run.episode == 4
    assert 0 <= tested.accuracy <= 1
    assert len(rows) == len(truth)
    assert {row.label for row in rows} <= {folder.name for folder in examples.iterdir()}
