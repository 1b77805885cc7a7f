"""Runs and baselines on identical episodes: the same images for all, a reason where one cannot, kept for tomorrow."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import select

from tests.fact_codes import code_of, codes_of
from tests.operations.conftest import SHORT
from workbench.errors import UserError
from workbench.operations.evaluation.candidates import ComparisonRequest, candidates_of
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.comparisons import ComparisonResult, describe_comparison, describe_comparisons
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, evaluate_run
from workbench.operations.evaluation.evaluations import describe_evaluation, describe_evaluations
from workbench.operations.evaluation.shared_episodes import SharedEpisodes, Source
from workbench.operations.evaluation.verdict import describe_verdict
from workbench.operations.features.load_images import load_images
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.trained import PRETRAINED
from workbench.operations.runs.training import train_approach
from workbench.store.models import Checkpoint, Evaluation, Image, ImageClass, Role
from workbench.store.models import Comparison as Stored
from workbench.words import Message

pytestmark = pytest.mark.usefixtures("known_features")

REQUEST = ComparisonRequest(baselines=(PIXELS,), way=3, query=2, episodes=12)


class StopsAt:
    """Asks to stop at the so-manyth report of an episode."""

    def __init__(self, episode: int) -> None:
        self._left = episode

    def report(self, share: float | None, text: Message) -> None:
        self._left -= "episodes" in str(text)
        if self._left <= 0:
            raise Cancelled


@pytest.fixture
def compared(trained: Project) -> ComparisonResult:
    return compare_runs(trained, REQUEST, Silent())


def drawn_images(project: Project, request: ComparisonRequest) -> list[list[list[int]]]:
    """The ids of all images of every episode, for each candidate."""
    drawn = []
    for _, source in SharedEpisodes(project, request, candidates_of(project, request), "cpu", Silent()):
        assert isinstance(source, Source)
        ids = np.array(source.pool.image_ids)
        episodes = [source.sampler.episode(number) for number in range(request.episodes)]
        drawn.append([[*ids[episode.support_rows], *ids[episode.query_rows]] for episode in episodes])
    return drawn


@pytest.mark.slow
def test_views_of_other_sizes_and_colours_get_the_same_images(trained: Project) -> None:
    train_approach(trained, replace(SHORT, image_size=32, channels=3), Silent())
    first, second, pixels = drawn_images(trained, REQUEST)
    assert len(first) == 12
    assert first == second == pixels


@pytest.mark.slow
def test_an_image_that_one_view_cannot_show_is_left_out_for_all(trained: Project) -> None:
    whole = compare_runs(trained, REQUEST, Silent())
    tested = select(Image).join(ImageClass, ImageClass.id == Image.class_id).where(ImageClass.role == Role.META_TEST)
    with trained.read() as session:
        gone = session.scalars(tested).all()[0]
    # What was decoded at sixteen pixels is in the cache; at another size the file would have to be there.
    Path(gone.path).unlink()
    train_approach(trained, replace(SHORT, image_size=24), Silent())
    first, second, pixels = drawn_images(trained, REQUEST)
    assert first == second == pixels
    assert gone.id not in {image for episode in first for image in episode}
    comparison = compare_runs(trained, REQUEST, Silent())
    assert comparison.digest != whole.digest
    assert "comparison.images_left_out" in codes_of(comparison.notes)
    assert all(row.figures is not None for row in comparison.rows)


def test_the_digest_is_that_of_the_seed(trained: Project, compared: ComparisonResult) -> None:
    assert len(compared.digest) == 64
    assert compare_runs(trained, REQUEST, Silent()).digest == compared.digest
    assert compare_runs(trained, replace(REQUEST, seed=1), Silent()).digest != compared.digest


def test_each_gets_the_figures_of_a_test_of_its_own(trained: Project, compared: ComparisonResult) -> None:
    for row in compared.rows:
        assert row.figures is not None
        request = EvaluationRequest(row.key, 3, 1, 2, 12)
        alone = evaluate_run(trained, request, Silent())
        assert (row.figures.accuracy, row.figures.ci95) == (alone.accuracy, alone.ci95)


def test_rows_come_best_first_with_what_each_costs(compared: ComparisonResult) -> None:
    assert {row.key for row in compared.rows} == {"1", PIXELS}
    figures = [row.figures for row in compared.rows if row.figures is not None]
    accuracies = [row.accuracy for row in figures]
    assert accuracies == sorted(accuracies, reverse=True)
    assert all(row.adapt_ms > 0 and row.query_ms > 0 for row in figures)
    run, pixels = (next(row for row in compared.rows if row.key == key) for key in ("1", PIXELS))
    assert run.training_minutes > 0
    assert run.bytes > 100_000
    assert not run.is_baseline
    assert (pixels.training_minutes, pixels.bytes, pixels.is_baseline) == (0.0, 0, True)


def test_the_difference_to_the_best_baseline_is_that_of_the_accuracies(compared: ComparisonResult) -> None:
    run, pixels = (next(row for row in compared.rows if row.key == key).figures for key in ("1", PIXELS))
    assert run is not None
    assert pixels is not None
    assert pixels.to_baseline is None
    assert run.to_baseline is not None
    assert run.to_baseline.mean == pytest.approx(run.accuracy - pixels.accuracy)


@pytest.mark.slow
def test_a_run_of_a_baseline_approach_is_a_baseline(trained: Project) -> None:
    train_approach(trained, replace(SHORT, approach="transfer"), Silent())
    rows = compare_runs(trained, REQUEST, Silent()).rows
    assert {row.key: row.is_baseline for row in rows} == {"1": False, "2": True, PIXELS: True}


def test_every_row_is_kept_as_a_test_that_verdicts_compare(trained: Project, compared: ComparisonResult) -> None:
    tests = {test.id: test for test in describe_evaluations(trained)}
    assert len(tests) == 2
    for row in compared.rows:
        assert row.figures is not None
        test = tests[row.figures.evaluation]
        assert (test.run, test.accuracy, test.episodes) == (row.run, row.figures.accuracy, 12)
        if row.key == "1":
            assert "than the raw-pixel baseline" in str(describe_verdict(trained, test.id).sentence)


def test_a_comparison_is_read_again_as_it_was_made_newest_first(trained: Project, compared: ComparisonResult) -> None:
    later = compare_runs(trained, replace(REQUEST, runs=("latest",), seed=3), Silent())
    assert describe_comparisons(trained) == (later, compared)
    assert describe_comparison(trained, compared.id) == compared
    assert compared.request == REQUEST
    assert str(describe_comparison(trained, later.id).sentence) == str(later.sentence)
    with pytest.raises(UserError, match="no comparison 9"):
        describe_comparison(trained, 9)


def test_a_comparison_of_an_older_version_is_read_with_what_it_has(
    trained: Project, compared: ComparisonResult
) -> None:
    with trained.write() as session:
        row = session.get_one(Stored, compared.id)
        row.found = {name: value for name, value in row.found.items() if name not in ("id", "created_at")} | {"old": 1}
    assert describe_comparison(trained, compared.id) == compared


@pytest.mark.slow
def test_one_that_cannot_take_part_has_its_reason_and_the_others_go_on(trained: Project) -> None:
    train_approach(trained, SHORT, Silent())
    with trained.write() as session:
        for checkpoint in session.scalars(select(Checkpoint).where(Checkpoint.run_id == 1)):
            checkpoint.sha256 = b"damaged" * 4
    rows = compare_runs(trained, REQUEST, Silent()).rows
    assert rows[-1].key == "1"
    assert rows[-1].figures is None
    assert code_of(rows[-1].reason) == "run.weights_damaged"
    assert all(row.figures is not None for row in rows[:-1])


def test_a_run_that_saw_the_tested_classes_is_flagged_and_does_not_win(trained: Project) -> None:
    result = compare_runs(trained, replace(REQUEST, role=Role.META_TRAIN), Silent())
    run = next(row for row in result.rows if row.key == "1")
    assert run.seen_classes == result.classes
    assert code_of(run.remarks[0]) == "candidate.trained_on_tested"
    assert result.winner in (None, PIXELS)
    assert "Prototypical" not in str(result.sentence)


def test_classes_that_selected_the_checkpoint_make_a_run_optimistic(trained: Project) -> None:
    rows = compare_runs(trained, replace(REQUEST, role=Role.META_VALIDATION, way=2), Silent()).rows
    assert {row.key: len(row.remarks) for row in rows} == {"1": 1, PIXELS: 0}
    assert codes_of(next(row for row in rows if row.key == "1").remarks) == ["candidate.selected_on_tested"]


def test_a_run_chosen_twice_takes_part_once(trained: Project) -> None:
    comparison = compare_runs(trained, replace(REQUEST, runs=("1", "latest", PIXELS)), Silent())
    assert sorted(row.key for row in comparison.rows) == ["1", PIXELS]


def test_nothing_is_kept_of_a_comparison_that_was_stopped_between_episodes(trained: Project) -> None:
    with pytest.raises(Cancelled):
        compare_runs(trained, REQUEST, StopsAt(17))
    assert describe_comparisons(trained) == ()
    assert describe_evaluations(trained) == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"runs": ("7",)}, "no run 7"),
        ({"way": 1}, "way must be at least 2"),
        ({"shot": 0}, "at least one example"),
        ({"baselines": ()}, "nothing to compare"),
        ({"device": "abacus"}, "no device abacus"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_cannot_be_compared_is_refused_in_words(imported: Project, change: dict, words: str) -> None:
    with pytest.raises(UserError, match=words):
        compare_runs(imported, replace(REQUEST, **change), Silent())


def test_without_a_run_only_baselines_are_compared(imported: Project) -> None:
    comparison = compare_runs(imported, replace(REQUEST, episodes=40), Silent())
    assert [row.key for row in comparison.rows] == [PIXELS]
    assert code_of(comparison.sentence) == "comparison.only_baselines"
    assert "comparison.rough_intervals" not in codes_of(comparison.notes)


def test_few_episodes_are_called_rough(compared: ComparisonResult) -> None:
    assert "comparison.rough_intervals" in codes_of(compared.notes)


def test_more_examples_than_there_are_are_not_claimed_to_have_been_shown(trained: Project) -> None:
    comparison = compare_runs(trained, replace(REQUEST, shot=500), Silent())
    assert 1 < comparison.request.shot < 500
    with trained.read() as session:
        assert set(session.scalars(select(Evaluation.shot))) == {comparison.request.shot}


@pytest.mark.slow
def test_the_pretrained_network_counts_what_its_features_cost(trained: Project) -> None:
    comparison = compare_runs(trained, ComparisonRequest(way=3, shot=2, query=2, episodes=4), Silent())
    assert {row.key for row in comparison.rows} == {"1", PIXELS, PRETRAINED}
    network = next(row for row in comparison.rows if row.key == PRETRAINED)
    assert network.figures is not None
    # A look at six images takes longer than a look at one.
    assert network.figures.adapt_ms > 3 * network.figures.query_ms > 3
    assert network.bytes > 10_000_000
    assert network.training_minutes == 0


def test_images_of_other_sizes_come_from_the_cache_the_second_time(
    trained: Project, compared: ComparisonResult
) -> None:
    with trained.read() as session:
        paths = session.scalars(select(Image.path)).all()
    for path in paths:
        Path(path).unlink()
    again = compare_runs(trained, REQUEST, Silent())
    assert again.digest == compared.digest
    assert load_images([], 16, 1, Silent()).troubles == ()


def test_each_test_that_it_keeps_has_the_figures_with_a_pile_of_the_same_test_made_alone(trained: Project) -> None:
    compared = compare_runs(trained, REQUEST, Silent())
    alone = evaluate_run(trained, EvaluationRequest(way=3, query=2, episodes=12), Silent())
    by_key = {row.key: row.figures.evaluation for row in compared.rows if row.figures}
    kept = {key: describe_evaluation(trained, number) for key, number in by_key.items()}
    assert kept["1"].pile is not None
    assert alone.pile is not None
    assert kept["1"].pile.accuracy == pytest.approx(alone.pile.accuracy)
    assert kept["1"].pile.gain == pytest.approx(alone.pile.gain)
    assert (kept[PIXELS].pile, kept[PIXELS].may_have_pile) == (None, False)
