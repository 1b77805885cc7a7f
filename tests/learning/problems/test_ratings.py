"""Ratings: base layers stay as they are, people are never on two sides, and meta-learning beats an average."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from tests.fact_codes import refused
from tests.learning.parts import seed_weights
from workbench.learning.approach import Approach
from workbench.learning.inner_loop import ClassHead, Learner
from workbench.learning.problems import problem as problems
from workbench.learning.problems.ratings import QUERIES, TESTED_SHOTS, Ratings
from workbench.learning.recommender.made_ratings import made_ratings
from workbench.learning.recommender.rating_set import Attribute
from workbench.learning.training import Plan, Training, train

MADE = Ratings()


def melu(problem: Ratings = MADE, **options: object) -> Approach:
    seed_weights(0)
    return problem.build("maml", problem.shape(5, QUERIES), options)  # pyright: ignore[reportArgumentType]


def test_the_base_layer_is_learned_by_all_and_adapts_to_nobody() -> None:
    approach, tasks = melu(rates="weight"), MADE.tasks(MADE.shape(5, QUERIES), 0)
    adapted = Learner(approach.encoder, ClassHead(64, 1, copied=False)).start(1)
    assert set(adapted) == {
        *(f"encoder.{layer}.{part}" for layer in ("first", "second") for part in ("weight", "bias")),
        "head.weight",
        "head.bias",
    }
    approach.train().fit_episodes([tasks.episode(0), tasks.episode(1)])
    base = [weight for name, weight in approach.encoder.named_parameters() if name.startswith("base.")]
    assert base
    assert all(weight.grad is not None and weight.grad.abs().sum() > 0 for weight in base)


def test_all_people_at_once_have_the_gradient_of_one_after_the_other() -> None:
    approach = melu(inner_steps=2).double().train()
    tasks = MADE.tasks(MADE.shape(5, QUERIES), 0)
    drawn = [tasks.episode(number) for number in range(3)]
    episodes = [
        replace(
            each,
            support=replace(each.support, images=each.support.images.double(), labels=each.support.labels.double()),
            queries=each.queries.double(),
            answers=each.answers.double(),
        )
        for each in drawn
    ]
    approach.accumulate(episodes)
    at_once = {name: weight.grad.clone() for name, weight in approach.named_parameters() if weight.grad is not None}
    approach.zero_grad()
    torch.stack([approach.episode_loss(episode).loss for episode in episodes]).mean().backward()
    for name, weight in approach.named_parameters():
        if weight.grad is not None:
            torch.testing.assert_close(at_once[name], weight.grad, msg=name)


def test_people_are_learned_from_or_validated_or_tested_on() -> None:
    parts = MADE.parts
    assert (len(parts.learned), len(parts.validated), len(parts.tested)) == (160, 20, 20)
    assert set(parts.learned) | set(parts.validated) | set(parts.tested) == set(range(200))
    other = Ratings(made_ratings(), 1).parts
    assert set(parts.tested) != set(other.tested)


def test_nothing_of_those_kept_to_test_is_in_what_is_known() -> None:
    data = made_ratings()
    of_tested = np.isin(data.person, MADE.parts.tested)
    spoiled = replace(data, rating=np.where(of_tested, 6 - data.rating, data.rating))
    assert np.array_equal(Ratings(spoiled).known.shrunk, MADE.known.shrunk)


def test_episodes_have_one_rating_to_as_many_as_asked_for() -> None:
    tasks = MADE.tasks(MADE.shape(5, QUERIES), 0)
    episodes = [tasks.episode(number) for number in range(0, 1280, 32)]
    assert {len(episode.support.labels) for episode in episodes} == {1, 2, 3, 4, 5}
    assert {len(episode.answers) for episode in episodes} == {QUERIES}
    assert len(tasks.episode(33).support.labels) == len(tasks.episode(32).support.labels)


def test_a_test_has_three_scores_by_ratings_beside_the_baselines() -> None:
    found = [each for each in MADE.tested(melu().eval(), 5, 0) if isinstance(each, problems.Tested)]
    shares = [each for each in MADE.tested(melu().eval(), 5, 0) if not isinstance(each, problems.Tested)]
    assert sum(shares) == pytest.approx(1)
    names = [(), *(("baselines", name) for name in ("item_mean", "biases", "item_neighbours", "ridge"))]
    assert {(each.score, each.at, each.under) for each in found} == {
        (score, (str(shot),), under)
        for score in ("mae", "ndcg5", "precision5")
        for shot in TESTED_SHOTS
        for under in names
    }
    assert all(each.tasks == 5 and each.ci95 > 0 for each in found)


def test_an_average_does_not_learn_from_more_ratings() -> None:
    found = [each for each in MADE.tested(melu().eval(), 20, 0) if isinstance(each, problems.Tested)]
    errors = {each.at: each.mean for each in found if (each.score, each.under) == ("mae", ("baselines", "item_mean"))}
    assert len(set(errors.values())) == 1
    ridge = {each.at: each.mean for each in found if (each.score, each.under) == ("mae", ("baselines", "ridge"))}
    assert ridge["20",] < 0.8 * errors["20",]


def test_errors_are_on_the_scale_that_people_rated_on() -> None:
    data = made_ratings()
    tenfold = Ratings().with_data(replace(data, rating=10 * data.rating, of_items=(), of_people=()), 0)
    once = Ratings().with_data(replace(data, of_items=(), of_people=()), 0)
    pairs = [
        [each for each in problem.tested(melu(problem).eval(), 3, 0) if isinstance(each, problems.Tested)]
        for problem in (tenfold, once)
    ]
    for big, small in zip(*pairs, strict=True):
        assert big.mean == pytest.approx((10 if big.score == "mae" else 1) * small.mean)
    assert tenfold.on_scale(3) == 30
    assert tenfold.on_scale(9) == 50


def test_items_that_nobody_rated_and_unknown_attributes_are_foretold_too() -> None:
    data = made_ratings()
    more = replace(
        data,
        items=(*data.items, "new"),
        of_items=tuple(Attribute(known.name, known.kind, (*known.cells, "")) for known in data.of_items),
    )
    problem = Ratings().with_data(more, 0)
    foretold = problem.foretelling(melu(problem).eval())(0, np.array([0]), np.array([5.0]), np.array([30]))
    assert np.isfinite(foretold).all()
    assert problem.rows(0, np.array([30]))[0, 0] == 0


def test_too_few_people_or_ratings_are_refused() -> None:
    data = made_ratings()
    few = data.person < 9
    with refused("ratings.too_few", found=9):
        Ratings().with_data(replace(data, person=data.person[few], item=data.item[few], rating=data.rating[few]), 0)
    with refused("ratings.too_few"):
        Ratings().with_data(replace(data, rating=np.ones_like(data.rating)), 0)
    with refused("ratings.too_few"):
        MADE.tasks(MADE.shape(1, 30), 0)


@pytest.mark.slow
def test_melu_learns_tastes_that_an_average_cannot_know() -> None:
    approach = melu()
    training = Training(approach, Plan(3200, 32, MADE.usual.learning_rate, 3200, 10))
    shape = MADE.shape(20, QUERIES)
    for _ in train(training, MADE.tasks(shape, 0), None):
        pass
    found = [each for each in MADE.tested(approach.eval(), 20, 2) if isinstance(each, problems.Tested)]
    errors = {(each.under, each.at): each for each in found if each.score == "mae"}
    for shot, share in (("5", 0.95), ("10", 0.9), ("20", 0.8)):
        own, mean = errors[(), (shot,)], errors[("baselines", "item_mean"), (shot,)]
        assert own.mean < share * mean.mean
    assert errors[(), ("20",)].mean < errors[(), ("1",)].mean
