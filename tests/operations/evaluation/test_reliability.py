"""What speaks against trusting a test: overfitting, classes far from those trained on, folders that are similar."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from sqlalchemy import update

from tests.fact_codes import refused
from tests.made_images import make_classes, make_nested_tasks, make_pile, pattern, variant
from tests.operations.conftest import SHORT
from workbench.errors import UserError
from workbench.learning.paired import Difference
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.domain_distance import DistanceRequest, domain_distance
from workbench.operations.evaluation.evaluate_run import PIXELS
from workbench.operations.evaluation.generalisation_gap import GapGrowth, GapRequest, LearningGap, generalisation_gap
from workbench.operations.evaluation.reliability import measure_reliability, newest_reliability
from workbench.operations.evaluation.task_diversity import task_diversity
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training import train_approach
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.store.models import ImageClass, Measurement, Role, Run

pytestmark = pytest.mark.usefixtures("known_features")

GAP = GapRequest(way=3, query=2)


def make_noise(folder: Path, classes: int) -> Path:
    """Classes that are nothing like patterns of blocks: smooth ramps in all directions."""
    for number in range(classes):
        home = folder / f"ramp_{number}"
        home.mkdir(parents=True)
        rows, columns = np.mgrid[:20, :20]
        for place in range(6):
            angle = 2 * np.pi * number / classes + 0.05 * place
            ramp = 40 + 3 * (np.cos(angle) * rows + np.sin(angle) * columns)
            Image.fromarray(ramp.clip(0, 255).astype(np.uint8)).save(home / f"{place}.png")
    return folder


def add_task(project: Project, folder: Path, role: Role = Role.META_TEST) -> int:
    return import_images(project, folder, ImportRequest(roles=RoleRequest(role)), Silent()).tasks[0].id


@pytest.fixture
def learned(imported: Project) -> Project:
    """A run that knows patterns of blocks a little."""
    train_approach(imported, replace(SHORT, episodes=60, validation_episodes=2, validate_every=10), Silent())
    return imported


@pytest.mark.slow
def test_the_gap_is_between_a_runs_own_classes(trained: Project) -> None:
    gap = generalisation_gap(trained, replace(GAP, run="1", way=2), Silent())
    assert (gap.run, gap.way, gap.shot) == (1, 2, 1)
    assert gap.gap.mean == pytest.approx(gap.trained.mean - gap.held_out.mean)
    assert gap.gap.ci95 >= max(gap.trained.ci95, gap.held_out.ci95)
    assert str(gap.sentence).endswith(".")


@pytest.mark.slow
def test_both_sides_tell_as_many_classes_apart(trained: Project) -> None:
    gap = generalisation_gap(trained, replace(GAP, way=50), Silent())
    assert gap.way < 12


@pytest.mark.slow
def test_a_gap_that_grew_is_called_overfitting(trained: Project) -> None:
    measured = {60 * place: (0.6 + 0.04 * place, 0.6) for place in range(1, 10)}
    with trained.write() as session:
        run = session.get_one(Run, 1)
        run.settings = {**run.settings, "training_way": 3, "validation_way": 3}
        for episode, (accuracy, validated) in measured.items():
            session.add(
                Measurement(run_id=1, episode=episode, loss=1.0, accuracy=accuracy, validation_accuracy=validated,
                            validation_ci95=0.01, rate=1e-3, seconds=1.0)
            )  # fmt: skip
    gap = generalisation_gap(trained, GAP, Silent())
    assert gap.growth is not None
    assert gap.growth.late > gap.growth.early
    assert gap.is_growing
    assert not gap.is_guessing
    assert "grew from" in str(gap.sentence)


@pytest.mark.parametrize("growth", [None, GapGrowth(0.02, 0.14, is_there=True)])
@pytest.mark.parametrize(
    ("points", "interval", "is_doubtful"),
    [(0.136, 0.137, True), (0.02, 0.137, False), (0.02, 0.01, False), (0.136, 0.05, False)],
)
def test_a_large_gap_that_is_not_clear_is_no_reason_to_be_at_ease(
    points: float, interval: float, growth: GapGrowth | None, *, is_doubtful: bool
) -> None:
    gap, held_out = Difference(points, 0.01, interval), Difference(0.7, 0.01)
    is_large, own = gap.is_above and points >= 0.05, Difference(0.7 + points, 0.01)
    measured = LearningGap(1, 5, 1, own, held_out, gap, growth, is_large, growth is not None, notes=())
    assert measured.may_be_large == is_doubtful
    assert str(measured.sentence).startswith("Perhaps overfitting") == is_doubtful
    assert not (is_doubtful and "not large" in str(measured.sentence))


@pytest.mark.slow
def test_without_enough_validations_nothing_is_said_of_growth(trained: Project) -> None:
    gap = generalisation_gap(trained, GAP, Silent())
    assert gap.growth is None
    assert not gap.is_growing


@pytest.mark.slow
def test_a_run_at_chance_is_said_to_have_learned_nothing(project: Project, tmp_path: Path) -> None:
    draw = np.random.default_rng(0)
    for number in range(20):
        home = tmp_path / "noise" / f"class_{number}"
        home.mkdir(parents=True)
        for place in range(10):
            Image.fromarray(draw.integers(0, 256, (20, 20), np.uint8)).save(home / f"{place}.png")
    import_images(project, tmp_path / "noise", ImportRequest(), Silent())
    train_approach(project, SHORT, Silent())
    gap = generalisation_gap(project, GAP, Silent())
    assert gap.is_guessing
    assert "learned nothing" in str(gap.sentence)


@pytest.mark.slow
def test_a_run_without_held_out_classes_has_no_gap(imported: Project) -> None:
    with imported.write() as session:
        session.execute(update(ImageClass).where(ImageClass.role == Role.META_VALIDATION).values(role=Role.META_TRAIN))
    train_approach(imported, SHORT, Silent())
    with refused("gap.no_validation_classes"):
        generalisation_gap(imported, GAP, Silent())


@pytest.mark.slow
def test_classes_like_those_trained_on_are_not_called_far(learned: Project) -> None:
    distance = domain_distance(learned, DistanceRequest(), Silent())
    assert not distance.is_far
    assert not distance.of_images
    assert distance.low <= distance.ratio <= distance.high
    assert distance.ratio == pytest.approx(1, abs=0.25)


@pytest.mark.slow
def test_classes_of_another_kind_lie_farther_than_like_ones(learned: Project, tmp_path: Path) -> None:
    like = add_task(learned, make_classes(tmp_path / "like", seed=50))
    other = add_task(learned, make_noise(tmp_path / "other", classes=12))
    near, far = (domain_distance(learned, DistanceRequest(tasks=(task,)), Silent()) for task in (like, other))
    assert far.ratio > 1.2 * near.ratio
    assert (near.new, far.new) == (8, 12)


@pytest.mark.slow
def test_images_without_classes_are_measured_one_by_one(learned: Project, tmp_path: Path) -> None:
    make_pile(tmp_path / "pile")
    task = add_task(learned, tmp_path / "pile")
    distance = domain_distance(learned, DistanceRequest(tasks=(task,)), Silent())
    assert distance.of_images
    assert distance.new == 20
    assert distance.ratio == pytest.approx(1, abs=0.4)


@pytest.mark.slow
def test_distances_need_something_new_and_something_held_out(learned: Project) -> None:
    with refused("distance.nothing_new"):
        domain_distance(learned, DistanceRequest(role=Role.META_TRAIN), Silent())
    with refused("distance.no_held_out_classes"):
        domain_distance(learned, DistanceRequest(tasks=(1, 2, 3)), Silent())
    with pytest.raises(UserError, match="pretrained"):
        domain_distance(learned, DistanceRequest("pretrained"), Silent())


def test_folders_drawn_from_one_kind_are_similar(imported: Project) -> None:
    diversity = task_diversity(imported, Silent(), run=PIXELS)
    assert (diversity.tasks, diversity.classes) == (3, 18)
    assert diversity.is_low
    assert diversity.value is not None
    assert diversity.value < 0.1
    assert diversity.sentence.values["count"] == 3


def test_folders_of_other_kinds_are_diverse(project: Project, tmp_path: Path) -> None:
    add_task(project, make_classes(tmp_path / "blocks"))
    for place in range(6):
        home = tmp_path / "dark" / f"class_{place}"
        home.mkdir(parents=True)
        for number in range(4):
            variant(pattern(place) // 8, number).save(home / f"{number}.png")
    add_task(project, tmp_path / "dark")
    diversity = task_diversity(project, Silent(), run=PIXELS)
    assert diversity.value is not None
    assert 0.2 < diversity.value <= 1
    assert not diversity.is_low


def test_diversity_is_measured_as_a_run_places_classes(trained: Project) -> None:
    diversity = task_diversity(trained, Silent(), run="latest")
    assert diversity.value is not None
    assert 0 <= diversity.value <= 1


@pytest.mark.slow
def test_one_folder_has_no_diversity(project: Project, tmp_path: Path) -> None:
    add_task(project, make_classes(tmp_path / "one", classes=3))
    make_pile(tmp_path / "pile")
    add_task(project, tmp_path / "pile")
    diversity = task_diversity(project, Silent(), run=PIXELS)
    assert (diversity.value, diversity.tasks) == (None, 1)
    assert not diversity.is_low


def test_folders_of_one_class_each_cannot_be_told_from_their_classes(project: Project, tmp_path: Path) -> None:
    make_nested_tasks(tmp_path / "images", tasks=3, classes=1)
    import_images(project, tmp_path / "images", ImportRequest(), Silent())
    diversity = task_diversity(project, Silent(), run=PIXELS)
    assert diversity.value is None


@pytest.mark.slow
def test_doubts_are_read_again(trained: Project) -> None:
    request = ComparisonRequest(baselines=(PIXELS,), way=3, query=2, episodes=4)
    assert newest_reliability(trained) is None
    reliability = measure_reliability(trained, request, Silent())
    assert newest_reliability(trained) == reliability
    (run,) = reliability.runs
    assert run.gap is not None
    assert run.distance is not None
    assert (run.gap_reason, run.distance_reason) == (None, None)
