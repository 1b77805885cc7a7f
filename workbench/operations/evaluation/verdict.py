"""The result of a test in plain words: its accuracy against chance, and against comparable tests."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from workbench.errors import UserError
from workbench.operations.evaluation.evaluate_run import PIXELS, request_from_json
from workbench.operations.runs.run_settings import settings_from_json
from workbench.operations.runs.trained import PRETRAINED
from workbench.store.models import Evaluation, Role, Run
from workbench.store.project import Project
from workbench.words import Decimal, Message, marked, message

BASELINES = (PIXELS, PRETRAINED)
_MOST_COMPARED = 3


@dataclass(frozen=True)
class _Test:
    """A test as it is compared; `what` is `pixels`, `pretrained` or the number of a run."""

    what: str
    accuracy: float
    ci95: float

    @property
    def shown(self) -> Message:
        if self.what == PIXELS:
            return Message(marked("the raw-pixel baseline"))
        if self.what == PRETRAINED:
            return Message(marked("the pretrained network"))
        return message(marked("run {run}"), run=self.what)


@dataclass(frozen=True)
class StrongerTest:
    """A test that is clearly better than another: `what` is `pretrained` or the number of a run."""

    what: str
    sentence: Message


def describe_verdict(project: Project, number: int, against: Sequence[str] = ()) -> Message:
    """Describe the result of a test, compared with other tests only where they had identical episodes.

    `against` names what else to compare with, as `EvaluationRequest.run` does; the two baselines always follow, at most
    three in all. Tests are alike when their settings and seed are equal and each class was queried as often, which
    differs as soon as classes were added or given another role. Raises UserError when there is no such test.
    """
    with project.read() as session:
        row = session.get(Evaluation, number)
        if row is None:
            raise UserError(message(marked("There is no test {number} in this project."), number=number))
        test = _test(row)
        subjects = [subject for subject in dict.fromkeys([*against, *BASELINES]) if subject != test.what]
        comparable = _alike(session, row, subjects)
        others = [comparable[subject] for subject in subjects if subject in comparable][:_MOST_COMPARED]
        where = _where(session, row)
    sentences = [_result_sentence(where, test, row)]
    if test.accuracy + test.ci95 < 1 / row.way:
        text = marked("Less accurate than chance: do not rely on it.")
        sentences.append(Message(text))
    elif test.accuracy - test.ci95 <= 1 / row.way:
        sentences.append(Message(marked("This is not clearly better than chance.")))
    if others:
        text = marked("On the same episodes, {what} is {differences}.")
        differences = _joined([_compared(test, other) for other in others], marked("{first}; {second}"))
        sentences.append(message(text, what=test.shown, differences=differences))
    if row.shot and test.what not in BASELINES and not set(BASELINES) & set(comparable):
        text = marked("Test raw pixels with the same settings to see what learning adds.")
        sentences.append(Message(text))
    return _joined(sentences, marked("{first} {second}"))


def find_stronger(project: Project, run: int) -> StrongerTest | None:
    """Return what is clearly better than a run at unseen classes with examples, most of all on the same episodes.

    The run's longest test with which another run's or the pretrained network's agrees counts. None where there is no
    such test, or none is clearly better.
    """
    at_labelling = (Evaluation.role == Role.META_TEST, Evaluation.shot > 0)
    query = select(Evaluation).where(Evaluation.run_id == run, *at_labelling).options(defer(Evaluation.details))
    with project.read() as session:
        tested = session.scalars(select(Evaluation.run_id).where(*at_labelling).distinct())
        subjects = [PRETRAINED, *(str(number) for number in tested if number not in (None, run))]
        rows = session.scalars(query.order_by(Evaluation.episodes.desc(), Evaluation.id.desc()))
        tests = ((_test(row), _alike(session, row, subjects)) for row in rows)
        test, others = next(((test, alike) for test, alike in tests if alike), (None, dict[str, _Test]()))
    best = max(others.values(), key=lambda other: other.accuracy, default=None)
    if test is None or best is None or best.accuracy - test.accuracy <= best.ci95 + test.ci95:
        return None
    text = marked("On the same episodes, {what} is {differences}.")
    return StrongerTest(best.what, message(text, what=best.shown, differences=_compared(best, test)))


def _result_sentence(where: Message, test: _Test, row: Evaluation) -> Message:
    text = marked(
        "{where}, {what} reaches {accuracy} ± {interval} % accuracy when telling {way} classes apart with "
        "{examples}; chance is {chance} %."
    )
    return message(
        text,
        where=where,
        what=test.shown,
        accuracy=_percent(test.accuracy),
        interval=_percent(test.ci95),
        way=row.way,
        examples=_examples(row.shot),
        chance=round(100 / row.way, 1),
    )


def _examples(shot: int) -> Message:
    if not shot:
        return Message(marked("traits alone"))
    return message(marked("{count} examples per class"), count=shot)


def _where(session: Session, row: Evaluation) -> Message:
    """Say on which classes it was tested, and whether the run was trained or validated on any of them."""
    tested = set(_query_counts(row.details))
    count = len(tested)
    if row.run_id is None:
        if row.role is Role.META_TEST:
            return message(marked("On {count} test classes"), count=count)
        return message(marked("On {count} classes"), count=count)
    settings = settings_from_json(session.get_one(Run, row.run_id).settings)
    trained = len(tested.intersection(settings.trained_on))
    if trained == count:
        return message(marked("On {count} classes it was trained on"), count=count)
    if trained:
        return message(marked("On {count} classes, {trained} of them training classes"), count=count, trained=trained)
    if tested.intersection(settings.validated_on):
        text = marked("On {count} classes used to select its checkpoint (so accuracy is optimistic)")
        return message(text, count=count)
    return message(marked("On {count} unseen classes"), count=count)


def _compared(test: _Test, other: _Test) -> Message:
    difference = test.accuracy - other.accuracy
    if abs(difference) <= test.ci95 + other.ci95:
        text = marked("not clearly better or worse than {other}, as the intervals overlap")
        if other.what in BASELINES and test.what not in BASELINES:
            text = marked(
                "not clearly better or worse than {other}, as the intervals overlap: no evidence that learning helped"
            )
        return message(text, other=other.shown)
    points = round(100 * abs(difference))
    if points < 1:
        text = marked("less than a point better than {other}")
        if difference < 0:
            text = marked("less than a point worse than {other}")
        return message(text, other=other.shown)
    text = marked("{count} points better than {other}")
    if difference < 0:
        text = marked("{count} points worse than {other}")
    return message(text, other=other.shown, count=points)


def _alike(session: Session, row: Evaluation, subjects: Sequence[str]) -> dict[str, _Test]:
    """Return the newest test of each subject with the same episodes as `row`."""
    alike = [getattr(Evaluation, name) == getattr(row, name) for name in ("way", "shot", "query", "episodes", "seed")]
    query = select(Evaluation).where(*alike, Evaluation.role == row.role, Evaluation.id != row.id)
    tests: dict[str, _Test] = {}
    # The details of a test are large, so they are read only where everything else agrees.
    for row_alike in session.scalars(query.options(defer(Evaluation.details)).order_by(Evaluation.id.desc())):
        test = _test(row_alike)
        if test.what not in subjects or test.what in tests:
            continue
        mixed = request_from_json(row_alike.settings).mix_tasks == request_from_json(row.settings).mix_tasks
        if mixed and _query_counts(row_alike.details) == _query_counts(row.details):
            tests[test.what] = test
    return tests


def _query_counts(details: dict[str, Any]) -> Counter[int]:
    """Return how many queries there were of each class id."""
    counts = Counter[int]()
    for truth, _, count in details["confusion"]:
        counts[truth] += count
    return counts


def _test(row: Evaluation) -> _Test:
    baseline = PIXELS if request_from_json(row.settings).run == PIXELS else PRETRAINED
    return _Test(baseline if row.run_id is None else str(row.run_id), row.accuracy, row.ci95)


def _percent(share: float) -> Decimal:
    return Decimal(100 * share)


def _joined(parts: Sequence[Message], text: str) -> Message:
    first, *remaining = parts
    for part in remaining:
        first = message(text, first=first, second=part)
    return first
