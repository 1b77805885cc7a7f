"""The sentence about a test: what it claims follows from the figures, and it compares only like with like."""

from dataclasses import replace
from typing import Any

import pytest

from workbench.errors import UserError
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, evaluate_run
from workbench.operations.evaluation.verdict import describe_verdict
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.record import begin_run
from workbench.operations.runs.training_request import TrainingRequest, settings_of
from workbench.store.models import Evaluation, ImageClass, Role
from workbench.words import Message

ASKED = {1: 30, 2: 30, 3: 30}


def store_test(
    project: Project,
    what: str,
    accuracy: float,
    ci95: float = 0.01,
    *,
    asked: dict[int, int] | None = None,
    role: Role = Role.META_TEST,
    **settings: Any,
) -> int:
    """Store a test as if it had been made; returns its id."""
    values = {"way": 5, "shot": 1, "query": 15, "episodes": 600, "seed": 0} | settings
    run = int(what) if what.isdecimal() else None
    row = Evaluation(
        run_id=run,
        settings={"run": what, "mix_tasks": True} | settings,
        role=role,
        accuracy=accuracy,
        ci95=ci95,
        details={"confusion": [[number, number, count] for number, count in (asked or ASKED).items()]},
        **{name: values[name] for name in ("way", "shot", "query", "episodes", "seed")},
    )
    with project.write() as session:
        session.add(row)
        session.flush()
        return row.id


def store_run(project: Project, trained: tuple[int, ...] = (), validated: tuple[int, ...] = ()) -> str:
    classes = {Role.META_TRAIN: trained, Role.META_VALIDATION: validated}
    settings = replace(settings_of(TrainingRequest("prototypical")), classes=classes)
    return str(begin_run(project, settings, versions={}, device="cpu").id)


def counts_in(text: Message) -> list[int]:
    """Return every number that decides between singular and plural, at any depth."""
    found = [int(text.values["count"])] if "count" in text.values else []  # type: ignore[arg-type]
    for value in text.values.values():
        if isinstance(value, Message):
            found += counts_in(value)
    return found


def test_it_says_the_figure_its_interval_and_what_guessing_would_give(project: Project) -> None:
    run = store_run(project)
    number = store_test(project, run, 0.7134, 0.0081)
    assert str(describe_verdict(project, number)).startswith(
        "On 3 classes it has never seen, run 1 is right in 71.3 ± 0.8 % of cases when it tells 5 classes apart "
        "from 1 example of each; guessing would give 20 %."
    )


def test_every_plural_has_its_number(project: Project) -> None:
    store_test(project, PIXELS, 0.5)
    number = store_test(project, store_run(project), 0.71)
    assert sorted(counts_in(describe_verdict(project, number))) == [1, 3, 21]


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (0.51, "On the very same questions, run 1 is better than comparing raw pixels by 20 points."),
        (0.80, "On the very same questions, run 1 is worse than comparing raw pixels by 9 points."),
        (0.705, "as the intervals overlap: nothing shows that learning helped."),
        (0.715, "as the intervals overlap: nothing shows that learning helped."),
    ],
)
def test_it_claims_a_difference_only_where_the_intervals_do_not_overlap(
    project: Project, other: float, sentence: str
) -> None:
    store_test(project, PIXELS, other)
    number = store_test(project, store_run(project), 0.71)
    assert sentence in str(describe_verdict(project, number))


def test_a_clear_difference_of_less_than_a_point_is_called_that(project: Project) -> None:
    store_test(project, PIXELS, 0.706, 0.001)
    number = store_test(project, store_run(project), 0.71, 0.001)
    assert "better than comparing raw pixels by less than a point" in str(describe_verdict(project, number))


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
        {"asked": {1: 30, 2: 30, 4: 30}},
        {"asked": {1: 30, 2: 30, 3: 15, 4: 15}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_was_asked_other_questions_is_not_compared(project: Project, change: dict[str, Any]) -> None:
    store_test(project, PIXELS, 0.5, **change)
    number = store_test(project, store_run(project), 0.71)
    text = str(describe_verdict(project, number))
    assert "better than" not in text
    assert "Test raw pixels with the same settings" in text


def test_the_newest_test_that_is_alike_is_compared(project: Project) -> None:
    store_test(project, PIXELS, 0.3)
    store_test(project, PIXELS, 0.5)
    store_test(project, PIXELS, 0.6, seed=9)
    number = store_test(project, store_run(project), 0.71)
    assert "raw pixels by 21 points" in str(describe_verdict(project, number))


def test_runs_are_compared_when_asked_for_before_the_baselines(project: Project) -> None:
    first, second = store_run(project), store_run(project)
    store_test(project, PIXELS, 0.5)
    store_test(project, "pretrained", 0.4)
    store_test(project, second, 0.61)
    number = store_test(project, first, 0.71)
    assert "run 2" not in str(describe_verdict(project, number))
    text = str(describe_verdict(project, number, against=(first, second)))
    assert "run 1 by" not in text
    assert text.index("run 2 by 10 points") < text.index("raw pixels by 21") < text.index("pretrained network by 31")


def test_all_differences_stand_in_one_sentence_that_names_what_was_tested(project: Project) -> None:
    first, second = store_run(project), store_run(project)
    store_test(project, PIXELS, 0.71)
    store_test(project, "pretrained", 0.8)
    store_test(project, second, 0.61)
    text = str(describe_verdict(project, store_test(project, first, 0.71), against=(second,)))
    assert text.endswith(
        "On the very same questions, run 1 is better than run 2 by 10 points; not clearly better or worse than "
        "comparing raw pixels, as the intervals overlap: nothing shows that learning helped; worse than the pretrained "
        "network by 9 points."
    )


def test_between_two_runs_an_overlap_says_nothing_about_learning(project: Project) -> None:
    first, second = store_run(project), store_run(project)
    store_test(project, second, 0.70)
    number = store_test(project, first, 0.71)
    text = str(describe_verdict(project, number, against=(second,)))
    assert text.split("guessing would give 20 %. ")[1].startswith(
        "On the very same questions, run 1 is not clearly better or worse than run 2, as the intervals overlap."
    )


def test_what_guessing_could_have_done_is_said(project: Project) -> None:
    number = store_test(project, store_run(project), 0.205, 0.01)
    assert "cannot be told from guessing" in str(describe_verdict(project, number))
    number = store_test(project, store_run(project), 0.16, 0.01)
    assert "Guessing would be right more often" in str(describe_verdict(project, number))
    number = store_test(project, store_run(project), 0.22, 0.01)
    assert "guessing." not in str(describe_verdict(project, number))


def test_classes_that_a_run_has_seen_are_not_called_unseen(project: Project) -> None:
    seen, partly, chosen = store_run(project, (1, 2, 3)), store_run(project, (1, 9)), store_run(project, (), (1, 2, 3))
    said = [str(describe_verdict(project, store_test(project, run, 0.9))) for run in (seen, partly, chosen)]
    assert said[0].startswith("On 3 classes it was trained on, run 1")
    assert said[1].startswith("On 3 classes, 1 of which it was trained on, run 2")
    assert said[2].startswith("On 3 classes by which its best moment was chosen, which flatters it, run 3")


def test_a_baseline_has_nothing_to_have_learned(project: Project) -> None:
    number = store_test(project, PIXELS, 0.5)
    assert str(describe_verdict(project, number)) == (
        "On 3 test classes, comparing raw pixels is right in 50.0 ± 1.0 % of cases when it tells 5 classes apart "
        "from 1 example of each; guessing would give 20 %."
    )
    number = store_test(project, "pretrained", 0.5, role=Role.META_VALIDATION)
    assert str(describe_verdict(project, number)).startswith("On 3 classes, the pretrained network")


def test_real_tests_of_one_seed_are_alike_until_classes_change(trained: Project) -> None:
    request = EvaluationRequest(run=PIXELS, way=3, query=2, episodes=20)
    evaluate_run(trained, request, Silent())
    report = evaluate_run(trained, EvaluationRequest(run="latest", way=3, query=2, episodes=20), Silent())
    assert "raw pixels" in str(describe_verdict(trained, report.id)).split("guessing would give")[1]
    with trained.write() as session:
        row = session.get_one(ImageClass, next(iter(report.by_class)))
        row.role = Role.META_TRAIN
    after = evaluate_run(trained, EvaluationRequest(run="latest", way=3, query=2, episodes=20), Silent())
    assert "Test raw pixels with the same settings" in str(describe_verdict(trained, after.id))


def test_a_test_that_is_not_there_is_refused(project: Project) -> None:
    with pytest.raises(UserError, match="no test 5"):
        describe_verdict(project, 5)
