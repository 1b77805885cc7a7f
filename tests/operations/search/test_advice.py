"""What earlier searches say about a project: which learners are worth their time, and what is tried first."""

from dataclasses import replace

import pytest

from workbench.operations.search.advice import Asked, advice_from_json, advice_to_json, advise, distance
from workbench.operations.search.heads import SHIPPED
from workbench.operations.search.looks import Looks
from workbench.operations.search.past_tasks import PastTask, PastTrial, shipped_tasks
from workbench.operations.search.setting import Setting
from workbench.operations.search.space import learners

CHARACTERS = Looks(classes=100, images=20.0, uneven=1.0, side=105.0, colour=False, folders=10)
PHOTOGRAPHS = Looks(classes=20, images=60.0, uneven=1.3, side=480.0, colour=True, folders=1)
CONV4, FEATURES = "prototypical@conv4", f"feat@{SHIPPED}"
POSSIBLE = learners(with_traits=False)
MINUTES, HOURS = 240.0, 7200.0


def tried(learner: str, *rungs: tuple[float, float], **options: object) -> PastTrial:
    approach, encoder = learner.split("@")
    return PastTrial(Setting(approach, encoder, options, episodes=36), rungs)  # pyright: ignore[reportArgumentType]


def task(looks: Looks, head: float, *trials: PastTrial) -> PastTask:
    return PastTask(looks, 5, 1, head, trials)


PAST = (
    task(CHARACTERS, 0.8, tried(CONV4, (30.0, 0.95)), tried(FEATURES, (5.0, 0.85))),
    task(PHOTOGRAPHS, 0.7, tried(CONV4, (30.0, 0.5)), tried(FEATURES, (5.0, 0.75))),
)


def asked(looks: Looks, head: float, seconds: float = 60.0) -> Asked:
    return Asked(looks, 5, 1, head, seconds)


def named(settings: tuple[Setting, ...]) -> list[str]:
    return [setting.learner for setting in settings]


def test_for_grey_characters_a_network_trained_from_nothing_is_tried_first() -> None:
    advice = advise(asked(replace(CHARACTERS, classes=60), 0.82), PAST, POSSIBLE, seconds=MINUTES)
    assert named(advice.portfolio)[0] == CONV4
    assert set(advice.learners) == {CONV4, FEATURES}


def test_for_photographs_the_frozen_network_is_tried_first_and_of_others_only_the_best() -> None:
    poorer = "r2-d2@conv4"
    past = [replace(task, tried=(*task.tried, tried(poorer, (30.0, 0.4)))) for task in PAST]
    advice = advise(asked(replace(PHOTOGRAPHS, classes=30), 0.68), past, POSSIBLE, seconds=MINUTES)
    assert named(advice.portfolio) == [FEATURES, CONV4]
    assert set(advice.learners) == {FEATURES, CONV4}


def test_where_training_promised_nothing_nothing_is_trained() -> None:
    past = [task(PHOTOGRAPHS, 0.9, tried(CONV4, (30.0, 0.5)), tried(FEATURES, (5.0, 0.85)))]
    assert advise(asked(PHOTOGRAPHS, 0.9), past, POSSIBLE, seconds=MINUTES).learners == ()
    assert advise(asked(PHOTOGRAPHS, 0.9), past, POSSIBLE, seconds=HOURS).learners == POSSIBLE


def test_what_comes_too_late_for_the_time_there_is_promises_nothing() -> None:
    past = [task(CHARACTERS, 0.8, tried(CONV4, (50.0, 0.95)), tried(FEATURES, (5.0, 0.85)))]
    assert advise(asked(CHARACTERS, 0.8, seconds=10.0), past, POSSIBLE, seconds=MINUTES).learners == (FEATURES,)
    assert set(advise(asked(CHARACTERS, 0.8, seconds=60.0), past, POSSIBLE, seconds=MINUTES).learners) == {
        CONV4,
        FEATURES,
    }


def test_who_equals_simple_heads_is_preferred_to_who_is_worse() -> None:
    worse, equal = f"matching@{SHIPPED}", f"r2-d2@{SHIPPED}"
    past = [task(PHOTOGRAPHS, 0.75, tried(worse, (5.0, 0.74)), tried(equal, (5.0, 0.75)))]
    assert named(advise(asked(PHOTOGRAPHS, 0.75), past, POSSIBLE, seconds=MINUTES).portfolio) == [equal]


def test_a_setting_is_begun_with_that_was_the_best_of_its_learner_on_the_nearest_task() -> None:
    good, poor = tried(CONV4, (9.0, 0.95), train_way=20), tried(CONV4, (9.0, 0.9), train_way=10)
    far = task(replace(CHARACTERS, classes=2000), 0.5, tried(CONV4, (9.0, 0.99)))
    advice = advise(asked(CHARACTERS, 0.8), [far, task(CHARACTERS, 0.8, poor, good)], POSSIBLE, seconds=MINUTES)
    assert advice.portfolio[0] == good.setting


def test_nothing_known_means_everything_possible_and_no_order() -> None:
    advice = advise(asked(CHARACTERS, 0.8), (), POSSIBLE, seconds=MINUTES)
    assert (advice.learners, advice.portfolio) == (POSSIBLE, ())


def test_tasks_that_look_alike_are_near() -> None:
    here = asked(CHARACTERS, 0.8)
    assert distance(here, PAST[0]) < 0.1
    assert distance(here, PAST[1]) > 1.0


def test_advice_is_kept_and_read_as_it_was() -> None:
    advice = advise(asked(CHARACTERS, 0.8), PAST, POSSIBLE, seconds=MINUTES)
    assert advice_from_json(advice_to_json(advice)) == advice


@pytest.mark.parametrize("looks", [CHARACTERS, PHOTOGRAPHS])
def test_what_ships_gives_advice_where_nobody_has_searched_yet(looks: Looks) -> None:
    advice = advise(asked(looks, 0.8), shipped_tasks(), POSSIBLE, seconds=MINUTES)
    assert set(advice.learners) < set(POSSIBLE)
    assert set(named(advice.portfolio)) <= set(advice.learners)
