"""The table of past searches: the one that ships holds numbers only, one's own can be added to and deleted."""

import json
from dataclasses import replace
from typing import Any

import pytest

from workbench import learning
from workbench.errors import UserError
from workbench.operations.runs.trained import build_approach
from workbench.operations.runs.training_request import refuse_unsupported, settings_of
from workbench.operations.search.looks import Looks
from workbench.operations.search.past_tasks import (
    PastTask,
    PastTrial,
    forget_all,
    own_table,
    own_tasks,
    remember,
    shipped_tasks,
)
from workbench.operations.search.search_request import SearchRequest
from workbench.operations.search.setting import Setting, request_for
from workbench.operations.search.space import learners, parameters_of, setting_of
from workbench.resources import resource

TABLE = resource("past_searches.jsonl")
TASK = PastTask(
    Looks(12, 6.0, 1.1, 20.0, False, 2),
    5,
    1,
    0.6,
    (PastTrial(Setting("prototypical", "conv4", {"train_way": 10}, episodes=36), ((1.5, 0.5), (3.0, 0.7))),),
)


def strings_in(value: Any) -> set[str]:
    """All texts of a JSON value, the names of its fields apart."""
    if isinstance(value, str):
        return {value}
    parts: list[Any] = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return set[str]().union(*(strings_in(part) for part in parts))


def test_every_row_of_the_table_that_ships_is_read() -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    assert len(shipped_tasks()) == len(lines) >= 5
    for task in shipped_tasks():
        assert 0.0 < task.head < 1.0
        assert {trial.setting.learner for trial in task.tried} <= set(learners(with_traits=False))
        assert all(len(trial.rungs) == 9 for trial in task.tried)
        for trial in task.tried:
            seconds = [passed for passed, _ in trial.rungs]
            assert seconds == sorted(seconds)
            assert all(0.0 <= accuracy <= 1.0 for _, accuracy in trial.rungs)


def test_it_knows_characters_and_photographs() -> None:
    assert {task.looks.colour for task in shipped_tasks()} == {False, True}


def test_no_text_is_in_it_but_the_names_of_approaches_networks_and_options() -> None:
    options = [
        answer
        for kind in learning.APPROACHES
        for facts in learning.describe_options(kind.options_kind)
        for answer in (facts.default, *(facts.tried if isinstance(facts.tried, tuple) else ()))
    ]
    known = {kind.name for kind in learning.APPROACHES} | {kind.name for kind in learning.ENCODERS}
    known |= {answer for answer in options if isinstance(answer, str)}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        assert strings_in(json.loads(line)) <= known


def test_all_its_settings_can_be_trained_and_are_ones_that_a_search_may_try() -> None:
    for task in shipped_tasks():
        for setting in {trial.setting.learner: trial.setting for trial in task.tried}.values():
            asked = request_for(setting, SearchRequest(way=task.way, shot=task.shot), channels=1)
            settings = replace(settings_of(asked), training_classes=task.looks.classes)
            refuse_unsupported(settings)
            assert build_approach(settings).name == setting.approach
            as_tried = setting_of(parameters_of(setting))
            assert replace(as_tried, options={}, episodes=0) == replace(setting, options={}, episodes=0)


def test_what_is_remembered_is_read_in_order_and_forgotten_when_asked() -> None:
    assert own_tasks() == ()
    remember(TASK)
    remember(replace(TASK, shot=5))
    assert own_tasks() == (TASK, replace(TASK, shot=5))
    forget_all()
    assert own_tasks() == ()
    assert own_table().read_text(encoding="utf-8") == ""


def test_a_line_cut_off_or_of_a_newer_program_is_passed_over() -> None:
    remember(TASK)
    whole = own_table().read_text(encoding="utf-8")
    own_table().write_text(whole + whole[: len(whole) // 2] + '\n{"newer": 1}\n' + whole, encoding="utf-8")
    assert own_tasks() == (TASK, TASK)


def test_the_oldest_rows_go_where_there_are_a_thousand() -> None:
    remember(TASK)
    line = own_table().read_text(encoding="utf-8")
    own_table().write_text(1000 * line, encoding="utf-8")
    remember(replace(TASK, shot=5))
    assert [task.shot for task in own_tasks()] == [1] * 999 + [5]


def test_a_table_that_cannot_be_written_is_said() -> None:
    own_table().mkdir(parents=True)
    with pytest.raises(UserError) as refused:
        remember(TASK)
    assert own_table().name in str(refused.value)
    assert [file for file in own_table().parent.iterdir() if file.suffix == ".new"] == []


def test_what_a_trial_reached_within_a_time_is_its_best_until_then() -> None:
    (trial,) = TASK.tried
    assert (trial.within(1.0), trial.within(2.0), trial.within(9.0)) == (None, 0.5, 0.7)
