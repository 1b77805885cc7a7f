"""Runs: trained, stopped, resumed exactly, tested, and refused."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from sqlalchemy import func, select, update

from tests.fact_codes import codes_of, refused
from tests.made_images import make_classes
from tests.operations.conftest import SHORT
from workbench.errors import UserError
from workbench.learning.approach import Approach
from workbench.learning.approaches import APPROACHES
from workbench.learning.events import TrainingStep
from workbench.operations.attributes.trait_tables import keep_traits, read_traits
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, evaluate_run
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.trained import load_trained
from workbench.operations.runs.training import resume_run, train_approach
from workbench.operations.runs.training_request import TrainingRequest, plan_of, settings_of
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.store.models import Checkpoint, CheckpointKind, Measurement, Role, Run, RunState
from workbench.words import Message

QUICK = EvaluationRequest(way=3, query=2, episodes=5)


class StopsAtEpisode:
    def __init__(self, share: float) -> None:
        self.share = share

    def report(self, share: float | None, text: Message) -> None:
        if "Episode" in str(text) and share is not None and share >= self.share:
            raise Cancelled


def weights(project: Project, run: int, kind: CheckpointKind = CheckpointKind.BEST) -> str:
    query = select(Checkpoint.weights).where(Checkpoint.run_id == run, Checkpoint.kind == kind)
    with project.read() as session:
        return hashlib.sha256(session.scalars(query).one()).hexdigest()


def curve(project: Project, run: int) -> list[tuple[object, ...]]:
    columns = (Measurement.episode, Measurement.loss, Measurement.accuracy, Measurement.validation_accuracy)
    with project.read() as session:
        query = select(*columns).where(Measurement.run_id == run).order_by(Measurement.episode)
        return [tuple(row) for row in session.execute(query)]


@pytest.mark.parametrize("approach", ["prototypical", "transfer"])
@pytest.mark.parametrize(
    "share", [pytest.param(0.3, marks=pytest.mark.slow), 0.5, pytest.param(0.99, marks=pytest.mark.slow)]
)
def test_a_stopped_run_goes_on_to_the_very_weights_of_one_that_was_not(
    imported: Project, approach: str, share: float
) -> None:
    request = replace(SHORT, approach=approach)
    whole = train_approach(imported, request, Silent())
    with pytest.raises(Cancelled):
        train_approach(imported, request, StopsAtEpisode(share))
    stopped = describe_runs(imported)[-1]
    assert (stopped.state, stopped.resumable) == ("stopped", True)
    finished = resume_run(imported, "latest", Silent())
    assert (finished.state, finished.episode) == ("finished", 12)
    assert weights(imported, finished.id) == weights(imported, whole.id)
    assert curve(imported, finished.id) == curve(imported, whole.id)


@pytest.mark.slow
def test_the_same_seed_gives_the_same_weights_and_another_seed_others(imported: Project) -> None:
    first, second = (train_approach(imported, SHORT, Silent()) for _ in range(2))
    other = train_approach(imported, replace(SHORT, seed=1), Silent())
    assert weights(imported, first.id) == weights(imported, second.id) != weights(imported, other.id)


def sizes(project: Project, run: int) -> dict[CheckpointKind, int]:
    query = select(Checkpoint.kind, func.length(Checkpoint.weights)).where(Checkpoint.run_id == run)
    with project.read() as session:
        return dict(session.execute(query).all())


def test_a_run_that_is_over_keeps_nothing_but_its_best_weights(imported: Project) -> None:
    with pytest.raises(Cancelled):
        train_approach(imported, SHORT, StopsAtEpisode(0.6))
    stopped = sizes(imported, 1)
    assert stopped.keys() == {CheckpointKind.LAST, CheckpointKind.BEST}
    resume_run(imported, "latest", Silent())
    assert sizes(imported, 1) == {CheckpointKind.BEST: stopped[CheckpointKind.BEST]}


def test_a_finished_run_on_the_shipped_network_is_small_and_is_tested_and_resumed_as_others_are(
    imported: Project,
) -> None:
    request = replace(SHORT, encoder="efficientnet-lite0", image_size=32)
    with pytest.raises(Cancelled):
        train_approach(imported, request, StopsAtEpisode(0.6))
    stopped = sizes(imported, 1)
    before = load_trained(imported, "1", "cpu").approach.state_dict()
    with imported.write() as session:
        session.execute(update(Run).values(state=RunState.FINISHED))  # as older programs left a run that is over
    assert all(torch.equal(value, before[name]) for name, value in weights_used(imported).items())
    assert evaluate_run(imported, QUICK, Silent()).run == 1
    with imported.write() as session:
        session.execute(update(Run).values(state=RunState.STOPPED))
    finished = resume_run(imported, "latest", Silent())
    assert (finished.state, finished.episode) == ("finished", 12)
    assert sizes(imported, 1).keys() == {CheckpointKind.BEST}
    assert finished.bytes < stopped[CheckpointKind.BEST] / 3.5 < 2_000_000
    assert evaluate_run(imported, QUICK, Silent()).run == 1


def weights_used(project: Project) -> dict[str, torch.Tensor]:
    return load_trained(project, "latest", "cpu").approach.state_dict()


def test_a_finished_run_is_not_trained_further(trained: Project) -> None:
    before = weights(trained, 1)
    assert resume_run(trained, "latest", Silent()).state == "finished"
    assert weights(trained, 1) == before


def test_a_run_says_what_it_was_made_with(trained: Project) -> None:
    run = describe_runs(trained)[0]
    assert (run.approach, run.encoder, run.state, run.episode, run.device) == (
        "prototypical", "conv4", "finished", 12, "CPU",
    )  # fmt: skip
    assert run.seconds > 0
    assert run.best_accuracy is not None
    assert [episode for episode, *_ in curve(trained, 1)] == [2, 4, 6, 8, 10, 12]


def test_training_never_draws_from_the_classes_of_the_test(trained: Project) -> None:
    settings = describe_runs(trained)[0].settings
    assert settings.trained_on
    assert settings.validated_on
    assert not set(settings.trained_on) & set(settings.validated_on)


@pytest.mark.slow
def test_a_run_without_validation_classes_says_so_and_keeps_the_newest_weights(project: Project, folder: Path) -> None:
    import_images(project, folder, ImportRequest(roles=RoleRequest(Role.META_TRAIN)), Silent())
    run = train_approach(project, SHORT, Silent())
    assert run.best_accuracy is None
    assert "run.no_validation_classes" in codes_of(run.notes)


@pytest.mark.slow
def test_episodes_that_get_less_than_requested_are_noted_once(imported: Project) -> None:
    run = train_approach(imported, replace(SHORT, shot=5, query=10), Silent())
    assert [note.values["need"] for note in run.notes if "need" in note.values] == [15]


def test_a_rate_that_is_too_high_ends_the_run_and_says_what_to_change(imported: Project) -> None:
    with refused("run.diverged"):
        train_approach(imported, replace(SHORT, learning_rate=1e30), Silent())
    run = describe_runs(imported)[-1]
    assert run.state == "failed"
    assert codes_of([run.notes[-1], run.notes[-1].values["advice"]]) == ["run.diverged", "run.lower_learning_rate"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"approach": "magic"}, "no approach magic"),
        ({"encoder": "magic"}, "no encoder magic"),
        ({"image_size": 8}, "at least 16 pixels"),
        ({"channels": 2}, "1 or 3 channels"),
        ({"way": 1}, "way must be at least 2"),
        ({"shot": 0}, "at least one example"),
        ({"learning_rate": 0.0}, "above 0"),
        ({"learning_rate": float("nan")}, "above 0"),
        ({"options": {"size": "3"}}, "no option size"),
        ({"options": {"train_way": "many"}}, "train_way must be"),
        ({"options": {"decay": "fast"}}, "decay must be"),
        ({"device": "abacus"}, "no device abacus"),
        ({"encoder": "efficientnet-lite0", "image_size": None, "rotate_classes": True}, "Rotated classes"),
        ({"encoder": "efficientnet-lite0", "image_size": None, "augment_images": True}, "Augmentation"),
    ],
)
def test_what_cannot_be_done_is_refused_before_a_run_begins(
    imported: Project, change: dict[str, object], words: str
) -> None:
    with pytest.raises(UserError, match=words):
        train_approach(imported, replace(SHORT, **change), Silent())
    assert describe_runs(imported) == ()


def test_training_without_tasks_is_refused(project: Project) -> None:
    with pytest.raises(UserError, match="Import folders"):
        train_approach(project, SHORT, Silent())


def test_training_is_refused_when_no_episode_can_be_drawn(project: Project, tmp_path: Path) -> None:
    make_classes(tmp_path / "single", classes=4, images=1)
    import_images(project, tmp_path / "single", ImportRequest(roles=RoleRequest(Role.META_TRAIN)), Silent())
    with refused("episodes.too_few_classes"):
        train_approach(project, SHORT, Silent())
    assert describe_runs(project) == ()


def test_a_run_is_tested_on_classes_it_never_saw_and_the_result_is_kept(trained: Project) -> None:
    report = evaluate_run(trained, QUICK, Silent())
    assert 0.0 <= report.accuracy <= 1.0
    assert report.episodes == 5
    tested = set(report.by_class)
    assert not tested & set(describe_runs(trained)[0].settings.trained_on)
    kept = describe_runs(trained)[0].evaluations[0]
    assert (kept.accuracy, kept.role, kept.way) == (report.accuracy, "meta-test", 3)


def test_the_same_test_twice_gives_the_same_accuracy(trained: Project) -> None:
    first, second = (evaluate_run(trained, QUICK, Silent()) for _ in range(2))
    assert (first.accuracy, first.ci95, first.by_class) == (second.accuracy, second.ci95, second.by_class)


def test_the_pixel_baseline_needs_no_run(imported: Project) -> None:
    assert evaluate_run(imported, replace(QUICK, run=PIXELS), Silent()).run == PIXELS


@pytest.mark.parametrize("run", ["latest", "1", "99", "-1", "seven", "9" * 40])
def test_testing_a_run_that_is_not_there_is_refused(imported: Project, run: str) -> None:
    with pytest.raises(UserError, match="run"):
        evaluate_run(imported, replace(QUICK, run=run), Silent())


@pytest.mark.parametrize("wanted", ["latest", "pretrained"])
def test_loading_a_run_draws_no_random_numbers_of_a_training_under_way(trained: Project, wanted: str) -> None:
    before = torch.get_rng_state()
    loaded = load_trained(trained, wanted, "cpu")
    assert torch.equal(torch.get_rng_state(), before)
    assert all(bool(weight.isfinite().all()) for weight in loaded.approach.state_dict().values())


@pytest.mark.parametrize(
    ("episodes", "validated", "every"),
    [(60, 200, 10), (600, 200, 100), (2000, 200, 200), (30_000, 9, 1500), (3, 9, 1)],
)
def test_a_short_run_is_not_mostly_validation(episodes: int, validated: int, every: int) -> None:
    request = TrainingRequest("prototypical", episodes=episodes, validation_episodes=validated)
    assert plan_of(settings_of(request)).validate_every == every


@pytest.mark.slow
def test_a_run_can_be_resumed_from_its_first_step_whatever_happens_to_the_program(imported: Project) -> None:
    seen: list[bool] = []

    def follow(event: object) -> None:
        if isinstance(event, TrainingStep) and not seen:
            seen.append(describe_runs(imported)[-1].resumable)

    train_approach(imported, SHORT, Silent(), on_event=follow)
    assert seen == [True]


@pytest.mark.slow
@pytest.mark.parametrize("approach", APPROACHES, ids=lambda kind: kind.name)
def test_a_run_of_every_approach_is_loaded_whole(imported: Project, approach: type[Approach], tmp_path: Path) -> None:
    (tmp_path / "traits.csv").write_text("\n".join(["class,size", *(f"class_{size:02d},{size}" for size in range(6))]))
    keep_traits(imported, read_traits(tmp_path / "traits.csv"))
    soon = replace(SHORT, episodes=2, validate_every=2, validation_episodes=2)
    train_approach(imported, replace(soon, approach=approach.name), Silent())
    loaded = load_trained(imported, "latest", "cpu").approach
    assert all(bool(weight.isfinite().all()) for weight in loaded.state_dict().values())
    assert loaded.embed(torch.zeros(1, 1, 16, 16, dtype=torch.uint8)).isfinite().all()
