"""What can be tested: runs with a checkpoint, and the two baselines; and the columns that show it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from workbench.operations.evaluation.evaluate_run import PIXELS
from workbench.operations.evaluation.evaluations import EvaluationSummary
from workbench.operations.runs.listing import RunFacts
from workbench.operations.runs.trained import PRETRAINED
from workbench.ui.controls.row_model import Column
from workbench.ui.services.run_words import Titles, called, joined, name_or_number, run_name
from workbench.ui.services.translation import percent, tr


@dataclass(frozen=True)
class Subject:
    """Something to test; `key` names it as `EvaluationRequest.run` does, `tests` are newest first.

    `name` is what sentences call it, `title` and `detail` what stands in the table, where the context is known. `shape`
    are the classes and examples that a run was trained for.
    """

    key: str
    name: str
    title: str
    detail: str
    created_at: datetime | None
    tests: tuple[EvaluationSummary, ...]
    # The test of most episodes with the way, shot and classes chosen; while none are, one with its own, or its newest.
    surest: EvaluationSummary | None
    shape: tuple[int, int] | None = None


@dataclass(frozen=True)
class SubjectSettings:
    """The settings by which the table chooses the accuracies that it shows; a run's own count until some are chosen."""

    way: int
    shot: int
    role: str
    is_chosen: bool = True

    def is_of(self, test: EvaluationSummary) -> bool:
        """Whether a test has these settings."""
        return (test.way, test.shot, test.role) == (self.way, self.shot, self.role)

    def for_shape(self, way: int, shot: int) -> "SubjectSettings":
        """Return the settings for a run that was trained for so many classes and examples."""
        return self if self.is_chosen else replace(self, way=way, shot=shot)


def subject_key(test: EvaluationSummary) -> str:
    """Return the key of what was tested."""
    return str(test.run) if test.run is not None else test.kind


def subjects(
    runs: Sequence[RunFacts], tests: Sequence[EvaluationSummary], titles: Titles, settings: SubjectSettings
) -> list[Subject]:
    """Return what can be tested, the newest run first and the baselines last."""
    listed = []
    for run in reversed([run for run in runs if run.state != "running" and run.is_usable]):
        number = str(run.id)
        approach = called(run.approach, titles)
        name = joined(name_or_number(run), approach)
        # The name has a line of its own, where there is one: it is what a person looks for.
        title, also = (run.name, approach) if run.name else (run_name(run, titles), "")
        detail = joined(tr("no. {run}", run=number), also, called(run.encoder, titles))
        shape = run.settings.way, run.settings.shot
        tested = _tests(number, tests, settings.for_shape(*shape))
        listed.append(Subject(number, name, title, detail, run.created_at, *tested, shape))
    baselines = (
        (PRETRAINED, tr("Pretrained network"), tr("not meta-trained")),
        (PIXELS, tr("Raw pixels"), tr("simplest baseline")),
    )
    listed += [Subject(key, name, name, detail, None, *_tests(key, tests, settings)) for key, name, detail in baselines]
    return listed


def subject_columns() -> list[Column]:
    """Return the columns of the table of what can be tested."""
    return [
        Column(tr("Model"), lambda row: row.title,
               lambda row: row.created_at.timestamp() if row.created_at else 0.0, detail=_detail, cut_end=True,
               descending=True),
        Column(tr("Accuracy"), _accuracy, lambda row: row.surest.accuracy if row.surest else -1.0,
               detail=lambda row: test_words(row.surest) if row.surest else "", detail_title=tr("Test"),
               muted=lambda row: row.surest is None, number=True, descending=True,
               tooltip=tr("From the largest test with the classes and examples a model was trained for, or with those "
"set above once they are changed; with the wider of its two 95 % confidence intervals: over episodes, and over which "
"classes were drawn.")),
    ]  # fmt: skip


def test_columns() -> list[Column]:
    """Return the columns of the list of earlier tests."""
    return [
        Column(tr("Test"), test_words, lambda test: test.id, detail=_test_detail, cut_end=True,
               descending=True),
        Column(tr("Accuracy"), lambda test: percent(test.accuracy, test.widest), lambda test: test.accuracy,
               number=True, descending=True),
    ]  # fmt: skip


def test_words(test: EvaluationSummary) -> str:
    """Return the settings of a test, briefly."""
    return tr("{way} classes, {shot} ex.", way=test.way, shot=test.shot)


def when(time: datetime) -> str:
    """Return a local time as the person's language writes it: the time of day if it is today, else the date."""
    here = QDateTime.fromSecsSinceEpoch(int(time.timestamp()))
    short = QLocale.FormatType.ShortFormat
    if here.date() == QDateTime.currentDateTime().date():
        return QLocale().toString(here.time(), short)
    return QLocale().toString(here.date(), short)


def _tests(
    key: str, tests: Sequence[EvaluationSummary], settings: SubjectSettings
) -> tuple[tuple[EvaluationSummary, ...], EvaluationSummary | None]:
    """Return the tests of a subject, and of those with these settings the one of most episodes, the newest of them.

    Where there is none and no settings were chosen, it is the newest test: there may be fewer classes than a run was
    trained for.
    """
    mine = tuple(test for test in tests if subject_key(test) == key)
    alike = [test for test in mine if settings.is_of(test)]
    newest = None if settings.is_chosen else next((test for test in mine if test.role == settings.role), None)
    return mine, max(alike, key=lambda test: (test.episodes, test.id), default=newest)


def _test_detail(test: EvaluationSummary) -> str:
    words = {"meta-validation": tr("validation classes"), "meta-train": tr("training classes")}
    return when(test.created_at) + " · " + words.get(test.role, tr("{count} episodes", count=test.episodes))


def _detail(row: Subject) -> str:
    return f"{row.detail} · {when(row.created_at)}" if row.created_at else row.detail


def _accuracy(row: Subject) -> str:
    return percent(row.surest.accuracy, row.surest.widest) if row.surest else tr("not tested yet")
