"""What a pile adds to a test stands beside its accuracy, which stays what it was."""

from dataclasses import replace
from statistics import fmean

import numpy as np
import pytest
import scipy
import torch

from workbench import learning
from workbench.facts.confidence import SURE
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, evaluate_run
from workbench.operations.evaluation.evaluations import describe_evaluation
from workbench.operations.evaluation.pile_accuracy import (
    PileEpisode,
    PileFigures,
    SureAnswers,
    as_tested,
    has_pile,
    pile_figures,
)
from workbench.operations.features.episode_pool import class_ids_of, pool_of
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.trained import Trained, load_trained
from workbench.store.models import Evaluation
from workbench.words import Message

REQUEST = EvaluationRequest(way=3, query=4, episodes=12)
WAY = 5


def loaded(project: Project) -> tuple[Trained, learning.EpisodeSampler]:
    trained = load_trained(project, "latest", "cpu")
    ids = class_ids_of(project, REQUEST.role)
    pool = pool_of(project, ids, trained.view, rotate_classes=False, device="cpu", reporter=Silent())
    return trained, learning.EpisodeSampler(pool.pool, learning.EpisodeShape(3, 1, 4), seed=0, mix_tasks=True)


def made_episodes(sharpness: float, count: int = 60, seed: int = 0, spread: float = 2.5) -> list[PileEpisode]:
    """Answers are drawn from shares, which are then stated as much surer than they are as `sharpness` says."""
    draw = np.random.default_rng(seed)
    episodes: list[PileEpisode] = []
    for _ in range(count):
        logits = draw.normal(0, spread, (75, WAY))
        answers = (logits + draw.gumbel(size=logits.shape)).argmax(1)
        episodes.append(
            PileEpisode(scipy.special.softmax(sharpness * logits, axis=1), answers, 0.5, np.arange(WAY), answers)
        )
    return episodes


def test_the_accuracy_of_each_image_by_itself_is_the_same_to_the_last_bit(trained: Project) -> None:
    report = evaluate_run(trained, REQUEST, Silent())
    run, sampler = loaded(trained)
    alone = learning.summary(list(learning.try_episodes(run.approach.adapt, sampler, range(12))))
    assert report.pile is not None
    assert (report.accuracy, report.ci95) == (alone.accuracy, alone.ci95)
    details = describe_evaluation(trained, report.id)
    assert details.confusion.sum() == 12 * 3 * 4
    assert np.diagonal(details.confusion).sum() == sum(alone.confusion.get((n, n), 0) for n in range(99))


@pytest.mark.slow
def test_the_figures_with_a_pile_are_of_the_same_episodes_with_their_own_queries_as_the_pile(trained: Project) -> None:
    pile = evaluate_run(trained, REQUEST, Silent()).pile
    run, sampler = loaded(trained)
    accuracies, alone = list[float](), list[float]()
    for episode in map(sampler.episode, range(12)):
        with torch.no_grad():
            own = torch.softmax(run.approach.adapt(episode.support)(episode.queries), 1)
            queries, examples = run.approach.embed(episode.queries), run.approach.embed(episode.support.images)
        shares = learning.PileGraph(queries).shares(own, examples, episode.support.labels)
        accuracies.append((shares.argmax(1) == episode.answers).float().mean().item())
        alone.append((own.argmax(1) == episode.answers).float().mean().item())
    assert pile is not None
    assert pile.accuracy == pytest.approx(fmean(accuracies))
    assert pile.gain == pytest.approx(fmean(accuracies) - fmean(alone), abs=1e-6)
    assert sum(inside.count for inside in pile.reliability) == pile.sure.total == 12 * 3 * 4


def test_the_figures_are_kept_with_the_test(trained: Project) -> None:
    report = evaluate_run(trained, REQUEST, Silent())
    assert describe_evaluation(trained, report.id).pile == report.pile


def test_an_image_is_embedded_once_however_many_episodes_it_is_in(trained: Project) -> None:
    run, sampler = loaded(trained)
    seen = list[int]()
    hook = run.approach.encoder.register_forward_hook(lambda module, inputs, output: seen.append(len(output)))
    adapt, episodes, trial = as_tested(run, sampler, shot=1)
    assert trial is not None
    results = list(learning.try_episodes(adapt, episodes, range(12), trial.watch))
    hook.remove()
    assert len(results) == 12
    assert 0 < sum(seen) <= len(sampler.pool.images) < 12 * 3 * 5


def test_every_episode_is_reported(trained: Project) -> None:
    shares = list[float]()

    class Listener:
        def report(self, share: float | None, text: Message) -> None:
            if share is not None and text.template == "{done} of {total} episodes":
                shares.append(share)

    evaluate_run(trained, REQUEST, Listener())
    assert shares == [number / 12 for number in range(1, 13)]


def test_raw_pixels_have_no_figure_with_a_pile(imported: Project) -> None:
    report = evaluate_run(imported, replace(REQUEST, run=PIXELS), Silent())
    details = describe_evaluation(imported, report.id)
    assert (report.pile, details.pile, details.may_have_pile) == (None, None, False)


def test_without_examples_there_is_none(trained: Project) -> None:
    run, _ = loaded(trained)
    assert has_pile(run, 1)
    assert not has_pile(run, 0)


def test_a_run_that_sees_the_queries_together_has_none_as_they_would_count_twice(trained: Project) -> None:
    run, _ = loaded(trained)
    kind = learning.approach_named("reptile")
    for together in (True, False):
        encoder = learning.build_encoder(learning.encoder_kind("conv4"), 16, 1)
        options = learning.checked_options(kind.options_kind, {"transduction": together})
        approach = kind(encoder, learning.EpisodeShape(3, 1, 4), options)
        assert has_pile(replace(run, approach=approach), 1) is not together


def test_a_test_of_an_older_version_may_be_made_again(trained: Project) -> None:
    report = evaluate_run(trained, REQUEST, Silent())
    with trained.write() as session:
        row = session.get_one(Evaluation, report.id)
        row.details = {name: value for name, value in row.details.items() if name != "pile"}
    details = describe_evaluation(trained, report.id)
    assert (details.pile, details.may_have_pile) == (None, True)


@pytest.mark.parametrize("sharpness", [0.5, 1.0, 3.0])
def test_answers_are_as_often_right_as_they_say_however_sure_the_shares_were(sharpness: float) -> None:
    figures = pile_figures(made_episodes(sharpness))
    assert [inside.confidence for inside in figures.reliability] == sorted(
        inside.confidence for inside in figures.reliability
    )
    for inside in figures.reliability:
        if inside.count >= 100:
            assert inside.right == pytest.approx(inside.confidence, abs=0.08)
    assert figures.sure.right > 0.95
    assert figures.sure.count > 900
    assert 0 < figures.sure.ci95 < 0.02


def test_bins_hold_the_answers_of_their_confidence() -> None:
    figures = pile_figures(made_episodes(1.0, count=10))
    places = [int(10 * min(inside.confidence, 0.999)) for inside in figures.reliability]
    assert places == sorted(set(places))
    assert all(0 <= inside.right <= 1 and inside.count > 0 for inside in figures.reliability)
    sure = [inside for inside in figures.reliability if inside.confidence >= SURE]
    assert sum(inside.count for inside in sure) == figures.sure.count
    assert sum(inside.count * inside.right for inside in sure) == pytest.approx(figures.sure.count * figures.sure.right)


def test_where_no_answer_is_sure_none_is_called_so() -> None:
    answers = np.arange(40) % WAY
    even = [PileEpisode(np.full((40, WAY), 1 / WAY), answers, 0.2, np.arange(WAY), answers) for _ in range(4)]
    assert pile_figures(even).sure == SureAnswers(0, 160, 0.0, 0.0)


def test_episodes_may_differ_in_their_number_of_classes() -> None:
    narrow = [
        PileEpisode(
            episode.shares[:30, :3] / episode.shares[:30, :3].sum(1, keepdims=True),
            np.arange(30) % 3,
            0.3,
            np.arange(3),
            np.arange(30) % 3,
        )
        for episode in made_episodes(1.0, count=3)
    ]
    assert pile_figures([*made_episodes(1.0, count=3), *narrow]).sure.total == 3 * 75 + 3 * 30


def sentence(gain: float, gain_ci95: float) -> str:
    sure = SureAnswers(0, 10, 0.0, 0.0)
    return str(PileFigures(0.841, 0.006, gain, gain_ci95, (), sure).sentence)


@pytest.mark.parametrize(
    ("gain", "ending"),
    [(0.032, "3.2 ± 0.3 points more."), (-0.032, "3.2 ± 0.3 points less."), (0.002, "no clear difference.")],
)
def test_the_sentence_says_what_the_pile_adds(gain: float, ending: str) -> None:
    assert sentence(gain, 0.003) == f"With the other images to help: 84.1 ± 0.6 %, {ending}"


def test_what_a_pile_adds_for_few_of_the_classes_is_not_called_clear_for_others() -> None:
    answers = np.arange(40) % WAY
    alone = np.where(answers == 0, 1, answers)  # Without a pile, the first class is never recognised.
    helped = np.eye(WAY)[answers]
    figures = pile_figures([PileEpisode(helped, answers, float((alone == answers).mean()), np.arange(WAY), alone)] * 8)
    assert figures.gain > figures.gain_ci95
    assert figures.gain_ci95_classes > figures.gain
    assert "no clear difference" in str(figures.sentence)


@pytest.mark.parametrize(("wrong", "least", "most"), [([0, 5, 10, 15, 20], 0.05, 0.5), ([0, 6, 12, 18, 24], 0.0, 0.01)])
def test_sure_answers_that_are_wrong_for_one_class_alone_say_less_of_other_classes(
    wrong: list[int], least: float, most: float
) -> None:
    answers = np.arange(100) % WAY
    named = answers.copy()
    named[wrong] = (answers[wrong] + 1) % WAY
    shares = 0.01 + 0.95 * np.eye(WAY)[named]
    sure = pile_figures([PileEpisode(shares, answers, 0.95, np.arange(WAY), named)] * 8).sure
    assert (sure.count, sure.right) == (800, pytest.approx(0.95))
    assert least <= sure.ci95_classes <= most
    assert sure.widest == max(sure.ci95, sure.ci95_classes)
