"""The sentence about a test: what it claims follows from the figures, and it compares only like with like."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from workbench.errors import UserError
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, evaluate_run
from workbench.operations.evaluation.verdict import describe_verdict, find_stronger
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.begin_run import begin_run
from workbench.operations.runs.training_request import TrainingRequest, settings_of
from workbench.store.models import Evaluation, ImageClass, Role
from workbench.words import Message

QUERIES = {1: 30, 2: 30, 3: 30}


def store_test(
    project: Project,
    what: str,
    accuracy: float,
    ci95: float = 0.01,
    *,
    queries: dict[int, int] | None = None,
    role: Role = Role.META_TEST,
    details: dict[str, Any] | None = None,
    **settings: Any,
) -> int:
    """Store a test as if an older version had made it, but for `details`; returns its id."""
    values = {"way": 5, "shot": 1, "query": 15, "episodes": 600, "seed": 0} | settings
    run = int(what) if what.isdecimal() else None
    row = Evaluation(
        run_id=run,
        settings={"run": what, "mix_tasks": True} | settings,
        role=role,
        accuracy=accuracy,
        ci95=ci95,
        details={"confusion": [[number, number, count] for number, count in (queries or QUERIES).items()]}
        | (details or {}),
        **{name: values[name] for name in ("way", "shot", "query", "episodes", "seed")},
    )
    with project.write() as session:
        session.add(row)
        session.flush()
        return row.id


def store_run(
    project: Project,
    trained: tuple[int, ...] = (),
    validated: tuple[int, ...] = (),
    options: dict[str, Any] | None = None,
    approach: str = "prototypical",
) -> str:
    classes = {Role.META_TRAIN: trained, Role.META_VALIDATION: validated}
    settings = replace(settings_of(TrainingRequest(approach)), classes=classes, options=options or {})
    return str(begin_run(project, settings, versions={}, device="cpu").id)


def counts_in(text: Message) -> list[int]:
    """Return every number that decides between singular and plural, at any depth."""
    counts = [int(text.values["count"])] if "count" in text.values else []  # type: ignore[arg-type]
    for value in text.values.values():
        if isinstance(value, Message):
            counts += counts_in(value)
    return counts


def test_it_says_the_figure_its_interval_and_chance(project: Project) -> None:
    run = store_run(project)
    number = store_test(project, run, 0.7134, 0.0081)
    assert str(describe_verdict(project, number).sentence).startswith(
        "On 3 unseen classes, run 1 reaches 71.3 ± 0.8 % accuracy when telling 5 classes apart with "
        "1 example per class; chance is 20 %."
    )


@pytest.mark.slow
def test_every_plural_has_its_number(project: Project) -> None:
    store_test(project, PIXELS, 0.5)
    number = store_test(project, store_run(project), 0.71)
    assert sorted(counts_in(describe_verdict(project, number).sentence)) == [1, 3]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (0.51, "is 20.0 ± 1.4 points more accurate than the raw-pixel baseline"),
        (0.80, "is 9.0 ± 1.4 points less accurate than the raw-pixel baseline"),
        (0.705, "is not clearly more or less accurate than the raw-pixel baseline"),
        (0.715, "is not clearly more or less accurate than the raw-pixel baseline"),
    ],
)
def test_it_claims_a_difference_only_where_its_interval_is_on_one_side(
    project: Project, other: float, words: str
) -> None:
    store_test(project, PIXELS, other)
    number = store_test(project, store_run(project), 0.71)
    assert words in str(describe_verdict(project, number).sentence)


def test_a_clear_difference_of_less_than_a_point_is_called_that(project: Project) -> None:
    store_test(project, PIXELS, 0.706, 0.001)
    number = store_test(project, store_run(project), 0.71, 0.001)
    assert "0.4 ± 0.1 points more accurate" in str(describe_verdict(project, number).sentence)


def test_on_the_same_episodes_the_paired_difference_counts_where_separate_intervals_overlap(project: Project) -> None:
    hardness = np.random.default_rng(0).normal(0, 0.1, 600)
    each = {PIXELS: 0.704 + hardness, "1": 0.71 + hardness + np.random.default_rng(1).normal(0, 0.03, 600)}
    store_run(project)
    numbers = {
        what: store_test(
            project, what, float(values.mean()), 0.008, details={"accuracies": values.tolist(), "digest": "a"}
        )
        for what, values in each.items()
    }
    assert "± 0.2 points more accurate than the raw-pixel baseline" in str(
        describe_verdict(project, numbers["1"]).sentence
    )
    store_test(project, PIXELS, 0.704, 0.008, details={"accuracies": each[PIXELS].tolist(), "digest": "b"})
    assert "± 0.2 points" in str(describe_verdict(project, numbers["1"]).sentence), "other episodes are not compared"
    store_test(project, PIXELS, 0.704, 0.008)
    assert "not clearly more or less" in str(describe_verdict(project, numbers["1"]).sentence), (
        "an older version's test"
    )


def test_a_difference_that_other_classes_might_turn_round_is_not_called_clear(project: Project) -> None:
    confused = [[1, 1, 10], [1, 2, 20], [2, 2, 30], [3, 3, 30]]
    store_test(project, PIXELS, 0.65, 0.001)
    number = store_test(project, store_run(project), 0.71, 0.001, details={"confusion": confused})
    text = str(describe_verdict(project, number).sentence)
    assert "not clearly more or less accurate" in text
    assert "71.0 ± 0.1 %" not in text


def test_guessing_is_right_as_often_as_the_episodes_have_classes(project: Project) -> None:
    number = store_test(project, store_run(project), 0.36, 0.01, details={"chance": 0.345})
    assert "chance is 34.5 %" in str(describe_verdict(project, number).sentence)
    number = store_test(project, store_run(project), 0.35, 0.01, details={"chance": 0.345})
    verdict = describe_verdict(project, number)
    assert str(verdict.headline) == "Not clearly better than chance"
    assert verdict.tone == "warn"


def test_what_saw_queries_together_is_not_compared_with_what_did_not(project: Project) -> None:
    first, second = store_run(project), store_run(project)
    store_test(project, PIXELS, 0.5)
    store_test(project, second, 0.6, details={"transductive": False})
    number = store_test(project, first, 0.8, details={"transductive": True})
    text = str(describe_verdict(project, number, against=(second,)).sentence)
    assert "more accurate" not in text
    assert "transductive" in text
    assert find_stronger(project, int(second)) is None


def test_whether_queries_were_seen_together_is_unknown_of_an_older_test_of_a_run_that_may(project: Project) -> None:
    run = store_run(project, options={"transduction": True})
    store_test(project, PIXELS, 0.5)
    number = store_test(project, run, 0.8)
    assert "more accurate" not in str(describe_verdict(project, number).sentence)


@pytest.mark.parametrize(
    "change",
    [
        {"seed": 1},
        {"shot": 5},
        {"way": 3},
        {"query": 5},
        {"episodes": 300},
        {"role": Role.META_VALIDATION},
        {"mix_tasks": False},
        {"queries": {1: 30, 2: 30, 4: 30}},
        {"queries": {1: 30, 2: 30, 3: 15, 4: 15}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_was_tested_on_other_episodes_is_not_compared(project: Project, change: dict[str, Any]) -> None:
    store_test(project, PIXELS, 0.5, **change)
    number = store_test(project, store_run(project), 0.71)
    text = str(describe_verdict(project, number).sentence)
    assert "more accurate" not in text
    assert "Test raw pixels" in text


def test_the_newest_test_that_is_alike_is_compared(project: Project) -> None:
    store_test(project, PIXELS, 0.3)
    store_test(project, PIXELS, 0.5)
    store_test(project, PIXELS, 0.6, seed=9)
    number = store_test(project, store_run(project), 0.71)
    assert "21.0 ± 1.4 points more accurate" in str(describe_verdict(project, number).sentence)


def test_runs_are_compared_when_asked_for_before_the_baselines(project: Project) -> None:
    first, second = store_run(project), store_run(project)
    store_test(project, PIXELS, 0.5)
    store_test(project, "pretrained", 0.4)
    store_test(project, second, 0.61)
    number = store_test(project, first, 0.71)
    assert "(run 2)" not in str(describe_verdict(project, number).sentence)
    text = str(describe_verdict(project, number, against=(first, second)).sentence)
    assert "than Prototypical Networks (run 1)" not in text
    assert text.index("10.0 ±") < text.index("21.0 ±") < text.index("31.0 ±")


def test_all_differences_stand_in_one_sentence_that_names_what_was_tested(project: Project) -> None:
    first, second = store_run(project), store_run(project)
    store_test(project, PIXELS, 0.71)
    store_test(project, "pretrained", 0.8)
    store_test(project, second, 0.61)
    text = str(describe_verdict(project, store_test(project, first, 0.71), against=(second,)).sentence)
    with_run, with_pixels, with_network = text.split("On the same episodes: ")[1].split(
        "Prototypical Networks (run 1) is "
    )[1:]
    assert with_run == "10.0 ± 1.4 points more accurate than Prototypical Networks (run 2). "
    assert with_pixels.startswith("not clearly more or less accurate than the raw-pixel baseline")
    assert with_network == "9.0 ± 1.4 points less accurate than the pretrained network."


def test_what_chance_could_have_done_is_said(project: Project) -> None:
    number = store_test(project, store_run(project), 0.205, 0.01)
    verdict = describe_verdict(project, number)
    assert str(verdict.headline) == "Not clearly better than chance"
    assert verdict.tone == "warn"
    number = store_test(project, store_run(project), 0.16, 0.01)
    verdict = describe_verdict(project, number)
    assert "Less accurate than chance" in str(verdict.headline)
    assert verdict.tone == "bad"
    number = store_test(project, store_run(project), 0.22, 0.01)
    verdict = describe_verdict(project, number)
    assert str(verdict.headline) == "Clearly better than chance"
    assert verdict.tone == "good"


@pytest.mark.parametrize(
    ("pixels", "network", "headline", "tone"),
    [
        (0.5, 0.4, "Clearly more accurate than both baselines", "good"),
        (0.5, None, "Clearly more accurate than the raw-pixel baseline", "good"),
        (0.5, 0.71, "Not clearly more accurate than the pretrained network", "warn"),
        (0.8, 0.71, "Clearly less accurate than the raw-pixel baseline", "bad"),
        (0.8, 0.9, "Clearly less accurate than the pretrained network", "bad"),
    ],
)
def test_the_verdict_in_a_few_words_names_the_baseline_that_speaks_most_against_it(
    project: Project, pixels: float, network: float | None, headline: str, tone: str
) -> None:
    store_test(project, PIXELS, pixels)
    if network is not None:
        store_test(project, "pretrained", network)
    verdict = describe_verdict(project, store_test(project, store_run(project), 0.71))
    assert (str(verdict.headline), verdict.tone) == (headline, tone)
    assert (verdict.accuracy, verdict.interval) == (0.71, 0.01)


def test_a_test_on_classes_that_it_was_trained_on_is_not_called_good(project: Project) -> None:
    for trained, words in (((1, 2, 3), "trained on these classes"), ((1, 9), "trained on some of these classes")):
        verdict = describe_verdict(project, store_test(project, store_run(project, trained), 0.9))
        assert words in str(verdict.headline)
        assert verdict.tone == "warn"


def test_classes_that_a_run_has_seen_are_not_called_unseen(project: Project) -> None:
    seen, partly, chosen = store_run(project, (1, 2, 3)), store_run(project, (1, 9)), store_run(project, (), (1, 2, 3))
    said = [str(describe_verdict(project, store_test(project, run, 0.9)).sentence) for run in (seen, partly, chosen)]
    assert not any("unseen" in text for text in said)
    assert "it was trained on, run 1" in said[0]
    assert "1 of them training classes, run 2" in said[1]
    assert "select its checkpoint" in said[2]


def test_a_baseline_has_nothing_to_have_learned(project: Project) -> None:
    number = store_test(project, PIXELS, 0.5)
    text = str(describe_verdict(project, number).sentence)
    assert text.startswith("On 3 test classes, the raw-pixel baseline")
    assert text.endswith("chance is 20 %.")
    number = store_test(project, "pretrained", 0.5, role=Role.META_VALIDATION)
    assert str(describe_verdict(project, number).sentence).startswith("On 3 classes, the pretrained network")


@pytest.mark.slow
def test_real_tests_of_one_seed_are_alike_until_classes_change(trained: Project) -> None:
    request = EvaluationRequest(run=PIXELS, way=3, query=2, episodes=20)
    evaluate_run(trained, request, Silent())
    report = evaluate_run(trained, EvaluationRequest(run="latest", way=3, query=2, episodes=20), Silent())
    assert "than the raw-pixel baseline" in str(describe_verdict(trained, report.id).sentence)
    with trained.write() as session:
        row = session.get_one(ImageClass, next(iter(report.by_class)))
        row.role = Role.META_TRAIN
    after = evaluate_run(trained, EvaluationRequest(run="latest", way=3, query=2, episodes=20), Silent())
    assert "Test raw pixels" in str(describe_verdict(trained, after.id).sentence)


def test_a_test_that_is_not_there_is_refused(project: Project) -> None:
    with pytest.raises(UserError, match="no test 5"):
        describe_verdict(project, 5)


def test_what_is_clearly_better_at_unseen_classes_on_the_same_episodes_is_found(project: Project) -> None:
    first, second, third = (store_run(project) for _ in range(3))
    store_test(project, first, 0.8)
    store_test(project, second, 0.9)
    store_test(project, third, 0.6)
    stronger = find_stronger(project, int(third))
    assert stronger is not None
    assert stronger.what == second
    assert str(stronger.sentence) == (
        "On the same episodes: Prototypical Networks (run 2) is 30.0 ± 1.4 points more accurate than "
        "Prototypical Networks (run 3)."
    )
    assert find_stronger(project, int(second)) is None


def test_nothing_is_said_to_be_better_by_chance_on_other_episodes_or_without_learning(project: Project) -> None:
    mine, other = store_run(project), store_run(project)
    assert find_stronger(project, int(mine)) is None
    store_test(project, mine, 0.6)
    store_test(project, other, 0.613)
    store_test(project, other, 0.9, seed=1)
    store_test(project, other, 0.9, role=Role.META_TRAIN)
    store_test(project, PIXELS, 0.9)
    assert find_stronger(project, int(mine)) is None


def test_raw_pixels_are_not_advised_where_a_simple_baseline_was_tested_on_the_same_episodes(project: Project) -> None:
    advice = "Test raw pixels"
    learned = store_test(project, store_run(project), 0.71)
    assert advice in str(describe_verdict(project, learned).sentence)
    simple = store_run(project, approach="transfer")
    store_test(project, simple, 0.80)
    verdict = describe_verdict(project, learned)
    assert advice not in str(verdict.sentence)
    assert f"9.0 ± 1.4 points less accurate than Transfer learning (run {simple})" in str(verdict.sentence)
    assert verdict.tone == "bad"


def test_a_simple_baseline_on_other_episodes_does_not_replace_raw_pixels(project: Project) -> None:
    learned = store_test(project, store_run(project), 0.71)
    store_test(project, store_run(project, approach="transfer"), 0.80, seed=1)
    assert "Test raw pixels" in str(describe_verdict(project, learned).sentence)
