"""The verdict on a test: its accuracy, what to make of it against chance and comparable tests, and why, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, approach_title, fact
from workbench.learning.paired import Difference
from workbench.operations.evaluation.differences import (
    MeasuredAccuracy,
    clear_of,
    difference_in_words,
    difference_of,
    measured_test,
)
from workbench.operations.evaluation.evaluate_run import PIXELS, request_from_json
from workbench.operations.evaluation.seen_classes import SeenClasses, query_counts, seen_classes, where_tested
from workbench.operations.runs.run_settings import may_see_queries_together, settings_from_json
from workbench.operations.runs.trained import PRETRAINED
from workbench.operations.runs.unusable_run import names_known_approach
from workbench.store.models import Evaluation, Role, Run
from workbench.store.project import Project
from workbench.words import Decimal, Message, marked, message

Tone = Literal["good", "warn", "bad"]
BASELINES = (PIXELS, PRETRAINED)
_MOST_COMPARED = 3


@dataclass(frozen=True)
class _Test:
    """A test as it is compared; `what` is `pixels`, `pretrained` or the number of a run.

    `transductive` is None where that was not recorded and cannot be known.
    """

    what: str
    called: Fact
    measured: MeasuredAccuracy
    chance: float
    transductive: bool | None

    @property
    def mean(self) -> Difference:
        """The accuracy with its intervals."""
        return self.measured.mean

    @property
    def shown(self) -> Message:
        if self.what in BASELINES:
            return self.called
        return message(marked("run {run}"), run=self.what)


@dataclass(frozen=True)
class Verdict:
    """The accuracy of a test and half its wider interval (both 0 to 1), and what to make of it.

    `headline` says it in a few words and `sentence` what it rests on. `tone` is that of the headline: whether the test
    speaks for what was tested, is reason for doubt, or speaks against it.
    """

    accuracy: float
    interval: float
    tone: Tone
    headline: Message
    sentence: Message


@dataclass(frozen=True)
class StrongerTest:
    """A test that is clearly better than another: `what` is `pretrained` or the number of a run."""

    what: str
    sentence: Message


def describe_verdict(project: Project, number: int, against: Sequence[str] = ()) -> Verdict:
    """Judge the result of a test, compared with other tests only where they had identical episodes.

    `against` names what else to compare with, as `EvaluationRequest.run` does; the two baselines always follow, and
    the newest run of a baseline approach, at most three in all. Raises UserError when there is no such test.
    """
    with project.read() as session:
        row = session.get(Evaluation, number)
        if row is None:
            raise UserError(message(marked("There is no test {number} in this project."), number=number))
        test = _test(session, row)
        simple = _simple_runs(session)
        subjects = [subject for subject in dict.fromkeys([*against, *BASELINES, *simple]) if subject != test.what]
        comparable = _alike(session, row, test, subjects)
        # Of several the newest: the best of many would be better by chance, too.
        newest = next((what for what in simple if what in comparable), None)
        named = [subject for subject in subjects if subject not in simple or subject in (*against, newest)]
        others = [comparable[subject] for subject in named if subject in comparable][:_MOST_COMPARED]
        seen = seen_classes(session, row)
    is_simple = test.what in (*BASELINES, *simple)
    baselines = [] if is_simple else [comparable[what] for what in BASELINES if what in comparable]
    if not baselines and not is_simple and newest is not None:
        baselines = [comparable[newest]]
    sentences = [_result_sentence(where_tested(row, seen), test, row)]
    if test.transductive:
        text = marked("It saw the queries of an episode together (transductive), which it does not when labelling.")
        sentences.append(Message(text))
    if others:
        sentences.append(_on_the_same(*(_compared(test, other) for other in others)))
    if row.shot and not is_simple and not baselines:
        text = marked("Test raw pixels with the same settings to see what learning adds.")
        sentences.append(Message(text))
    tone, headline = _judged(test, seen, baselines)
    return Verdict(test.mean.mean, test.mean.widest, tone, headline, _joined(sentences))


def _simple_runs(session: Session) -> list[str]:
    """Return the numbers of the runs of baseline approaches, which show what learning adds, the newest first."""
    runs = session.execute(select(Run.id, Run.approach).where(Run.deleted_at.is_(None)).order_by(Run.id.desc()))
    return [str(number) for number, approach in runs if _is_simple(approach)]


def _is_simple(approach: str) -> bool:
    return names_known_approach(approach) and learning.approach_named(approach).family == "baseline"


def _judged(test: _Test, seen: SeenClasses, baselines: Sequence[_Test]) -> tuple[Tone, Message]:
    """Decide what to make of a test: fairness first, then chance, then the baselines, whatever speaks against it."""
    if seen.trained:
        whole = seen.trained == seen.tested
        text = marked("Not a fair test: it was trained on these classes")
        return "warn", Message(text if whole else marked("Not a fair test: it was trained on some of these classes"))
    if test.mean.mean + test.mean.widest < test.chance:
        return "bad", Message(marked("Less accurate than chance: do not rely on it"))
    if test.mean.mean - test.mean.widest <= test.chance:
        return "warn", Message(marked("Not clearly better than chance"))
    return _judged_against(test, baselines)


def _judged_against(test: _Test, baselines: Sequence[_Test]) -> tuple[Tone, Message]:
    """Decide what to make of a test that is clearly better than chance: the strongest baseline that may be better."""
    stronger = sorted(baselines, key=lambda other: other.mean.mean, reverse=True)
    differences = [(other.called, difference_of(test.measured, other.measured)) for other in stronger]
    below = [called for called, difference in differences if difference.is_below]
    if below:
        return "bad", message(marked("Clearly less accurate than {what}"), what=below[0])
    unclear = [called for called, difference in differences if not difference.is_above]
    if unclear:
        return "warn", message(marked("Not clearly more accurate than {what}"), what=unclear[0])
    if len(stronger) > 1:
        return "good", Message(marked("Clearly more accurate than both baselines"))
    if stronger:
        return "good", message(marked("Clearly more accurate than {what}"), what=stronger[0].called)
    return "good", Message(marked("Clearly better than chance"))


def find_stronger(project: Project, run: int) -> StrongerTest | None:
    """Return what is clearly better than a run at unseen classes with examples, most of all on the same episodes.

    The run's longest test with which another run's or the pretrained network's agrees counts. None where there is no
    such test, or none is clearly better, corrected for how many were looked at.
    """
    at_labelling = (Evaluation.role == Role.META_TEST, Evaluation.shot > 0)
    query = select(Evaluation).where(Evaluation.run_id == run, *at_labelling).options(defer(Evaluation.details))
    with project.read() as session:
        kept = select(Evaluation.run_id).outerjoin(Run, Run.id == Evaluation.run_id).where(Run.deleted_at.is_(None))
        tested = session.scalars(kept.where(*at_labelling).distinct())
        subjects = [PRETRAINED, *(str(number) for number in tested if number not in (None, run))]
        rows = session.scalars(query.order_by(Evaluation.episodes.desc(), Evaluation.id.desc()))
        tests = ((test, _alike(session, row, test, subjects)) for row in rows for test in [_test(session, row)])
        test, others = next(((test, alike) for test, alike in tests if alike), (None, dict[str, _Test]()))
    best = max(others.values(), key=lambda other: other.mean.mean, default=None)
    if test is None or best is None or not difference_of(best.measured, test.measured).is_above:
        return None
    if best.what not in clear_of(test.measured, {what: other.measured for what, other in others.items()}):
        return None
    return StrongerTest(best.what, _on_the_same(_compared(best, test)))


def _result_sentence(where: Message, test: _Test, row: Evaluation) -> Message:
    text = marked(
        "{where}, {what} reaches {accuracy} ± {interval} % accuracy when telling {way} classes apart with "
        "{examples}; chance is {chance} %."
    )
    return message(
        text,
        where=where,
        what=test.shown,
        accuracy=_percent(test.mean.mean),
        interval=_percent(test.mean.widest),
        way=row.way,
        examples=_examples(row.shot),
        chance=round(100 * test.chance, 1),
    )


def _examples(shot: int) -> Message:
    if not shot:
        return Message(marked("traits alone"))
    return message(marked("{count} examples per class"), count=shot)


def _compared(test: _Test, other: _Test) -> Fact:
    return difference_in_words(test.called, other.called, difference_of(test.measured, other.measured))


def _on_the_same(*differences: Message) -> Message:
    return message(marked("On the same episodes: {differences}"), differences=_joined(differences))


def _alike(session: Session, row: Evaluation, test: _Test, subjects: Sequence[str]) -> dict[str, _Test]:
    """Return the newest test of each subject with the same episodes as `row`, which is `test`.

    Episodes are the same where their digests are. In tests of older versions, which have none, they are where settings
    and seed are equal and each class was queried as often.
    """
    alike = [getattr(Evaluation, name) == getattr(row, name) for name in ("way", "shot", "query", "episodes", "seed")]
    query = select(Evaluation).where(*alike, Evaluation.role == row.role, Evaluation.id != row.id)
    mixes = request_from_json(row.settings).mix_tasks
    tests: dict[str, _Test] = {}
    # The details of a test are large, so they are read only where everything else agrees.
    for row_alike in session.scalars(query.options(defer(Evaluation.details)).order_by(Evaluation.id.desc())):
        what = _what(row_alike)
        if what not in subjects or what in tests or request_from_json(row_alike.settings).mix_tasks != mixes:
            continue
        other = _test(session, row_alike)
        # Whether queries were seen together makes another test of it.
        if other.transductive is not None and other.transductive == test.transductive and _is_same(row, row_alike):
            tests[what] = other
    return tests


def _is_same(row: Evaluation, other: Evaluation) -> bool:
    """Whether two tests of the same settings had the same episodes."""
    digests = [test.details.get("digest") for test in (row, other)]
    if all(digests):
        return digests[0] == digests[1]
    return query_counts(row.details) == query_counts(other.details)


def _test(session: Session, row: Evaluation) -> _Test:
    what, transductive = _what(row), row.details.get("transductive")
    if row.run_id is None:
        called = fact("candidate.pixels" if what == PIXELS else "candidate.pretrained")
        transductive = False
    else:
        run = session.get_one(Run, row.run_id)
        called = fact("candidate.run", approach=approach_title(run.approach), run=what)
        if transductive is None and not may_see_queries_together(settings_from_json(run.settings)):
            transductive = False
    return _Test(what, called, measured_test(row), row.details.get("chance", 1 / row.way), transductive)


def _what(row: Evaluation) -> str:
    baseline = PIXELS if request_from_json(row.settings).run == PIXELS else PRETRAINED
    return baseline if row.run_id is None else str(row.run_id)


def _percent(share: float) -> Decimal:
    return Decimal(100 * share)


def _joined(parts: Sequence[Message]) -> Message:
    first, *remaining = parts
    for part in remaining:
        first = message(marked("{first} {second}"), first=first, second=part)
    return first
