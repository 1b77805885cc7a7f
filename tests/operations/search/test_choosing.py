"""Which setting comes next, and who is given up: the same whether or not a search was stopped on the way."""

import pytest

from workbench import learning
from workbench.operations.search.importance import importances
from workbench.operations.search.setting import RUNGS, Setting, in_rungs, setting_as_json, setting_from_json
from workbench.operations.search.space import learners, parameters_of, setting_of
from workbench.operations.search.study import Choosing, TriedSetting
from workbench.store.search_models import TrialState

AMONG = ("prototypical@efficientnet-lite0", "maml@conv4", "transfer@efficientnet-lite0", "r2-d2@conv4")


def accuracy_of(setting: Setting) -> float:
    """How good a setting is, where it matters on what it is and little at which rate."""
    return {"prototypical": 0.9, "r2-d2": 0.8, "maml": 0.7, "transfer": 0.6}[setting.approach] - setting.learning_rate


def go_on(choosing: Choosing, until: int, tried: list[TriedSetting]) -> list[TriedSetting]:
    """Try settings until there are so many."""
    while len(tried) < until:
        number, setting = choosing.next()
        reached: dict[int, float] = {}
        state = TrialState.FINISHED
        for rung in RUNGS:
            reached[rung] = accuracy_of(setting) + 0.001 * rung
            if choosing.is_given_up(number, rung, reached[rung]):
                state = TrialState.PRUNED
                break
        choosing.end(number, max(reached.values()), state)
        tried.append(TriedSetting(setting, state, reached))
    return tried


def test_a_search_that_was_left_goes_on_as_if_it_had_not_been() -> None:
    whole = go_on(Choosing(AMONG, seed=3), 14, [])
    for left_after in (1, 5, 9):
        before = whole[:left_after]
        assert go_on(Choosing(AMONG, 3, before), 14, list(before)) == whole


def test_what_is_behind_is_given_up_early_and_the_best_is_trained_to_the_end() -> None:
    tried = go_on(Choosing(AMONG, seed=1), 24, [])
    states = [past.state for past in tried]
    assert states.count(TrialState.PRUNED) > states.count(TrialState.FINISHED) > 0
    best = max(tried, key=lambda past: accuracy_of(past.setting))
    assert best.state is TrialState.FINISHED


def test_after_the_first_ninth_a_network_trained_from_nothing_is_compared_with_its_like_only() -> None:
    choosing = Choosing(AMONG, seed=0)
    accuracies = {"efficientnet-lite0": 0.9, "conv4": 0.5}
    frozen, trained = Setting("prototypical", "efficientnet-lite0"), Setting("r2-d2", "conv4")
    for wanted in (frozen, frozen, frozen, trained):
        number, setting = choosing.next(wanted)
        accuracy = accuracies[setting.encoder] - 0.01 * number
        assert choosing.is_given_up(number, RUNGS[0], accuracy) is (number in (1, 2))
    assert not choosing.is_given_up(0, RUNGS[1], 0.91)
    assert choosing.is_given_up(3, RUNGS[1], 0.6)


def test_later_settings_are_better_than_the_first_ones() -> None:
    tried = go_on(Choosing(AMONG, seed=0), 30, [])
    means = [sum(accuracy_of(past.setting) for past in part) / len(part) for part in (tried[:10], tried[-10:])]
    assert means[1] > means[0]


def test_a_portfolio_comes_first_unless_its_learner_is_not_among_those_to_choose_from() -> None:
    choosing = Choosing(AMONG, seed=0)
    wanted = Setting("r2-d2", "conv4", {"train_way": 20}, learning_rate=0.003, rotate_classes=True)
    number, setting = choosing.next(wanted)
    assert (number, setting.learner, setting.options["train_way"]) == (0, "r2-d2@conv4", 20)
    assert (setting.learning_rate, setting.rotate_classes) == (0.003, True)
    _, other = choosing.next(Setting("feat", "resnet12"))
    assert other.learner in AMONG


@pytest.mark.parametrize("learner", learners(with_traits=True))
def test_a_setting_survives_being_parameters_and_being_stored(learner: str) -> None:
    approach, encoder = learner.split("@")
    setting = Setting(approach, encoder)
    parameters = parameters_of(setting)
    assert parameters_of(setting_of(parameters)) == parameters
    assert setting_from_json(setting_as_json(setting)) == setting


def test_the_options_say_what_of_them_is_tried_within_their_limits() -> None:
    for learner in learners(with_traits=True):
        _, setting = Choosing((learner,), seed=5).next()
        kind = learning.approach_named(setting.approach)
        assert learning.checked_options(kind.options_kind, setting.options)


def test_what_matters_is_the_learner_where_only_that_makes_a_difference() -> None:
    tried = go_on(Choosing(AMONG, seed=2), 30, [])
    shares = importances(tried)
    assert next(iter(shares)) == "learner"
    assert shares["learner"] > 0.9
    assert max(share for name, share in shares.items() if name != "learner") < 0.5
    assert importances(tried[:3]) == {}


@pytest.mark.parametrize("asked", [1, 50, 100, 1234])
def test_a_training_has_as_many_episodes_that_each_ninth_is_whole_steps(asked: int) -> None:
    episodes = in_rungs(asked)
    assert episodes % 36 == 0
    assert abs(episodes - asked) <= 18 or episodes == 36
