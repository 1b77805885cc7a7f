"""What a search found: the run to use, how good it is, and what it was compared with."""

from dataclasses import dataclass

from workbench.facts import Fact, fact
from workbench.learning.paired import Difference
from workbench.operations.evaluation.comparisons import ComparedRow, ComparisonResult
from workbench.operations.search.final_test import row_of
from workbench.words import Decimal

_NO_TIME, _STOPPED = "search.baseline_no_time", "search.baseline_stopped"


@dataclass(frozen=True)
class Found:
    """The run that a search recommends and the best simple baseline, on the same test episodes, with 95 % intervals.

    `accuracy` is 0 to 1, the interval the wider of those over episodes and over classes. `learned` is the best run that
    was trained, None where none was; it need not be the one to use. `difference` is by how much it is above the
    baseline. `overrun` says by how much the search took longer than asked, and for what, None where it did not.
    """

    run: int
    approach: str
    encoder: str
    accuracy: float
    ci95: float
    baseline: int
    baseline_approach: str
    baseline_accuracy: float
    baseline_ci95: float
    learned: int | None
    difference: float | None
    difference_ci95: float | None
    chance: float
    sentence: Fact
    overrun: Fact | None = None

    @property
    def needs_no_training(self) -> bool:
        """Whether the best is a simple baseline, and that not for want of time to train."""
        return self.run == self.baseline and self.sentence.code not in (_NO_TIME, _STOPPED)


def found_of(result: ComparisonResult, *, best: int, baseline: int, learned: int | None, why_none: str) -> Found | Fact:
    """Return what the test of a search showed, or why a run that it is about could not be tested.

    `best` is the best on validation classes. Something learned is recommended only where it is clearly better on test
    classes as well: of equals the cheaper one is, as on the page Check. `why_none` is the code of the sentence where
    nothing was trained.
    """
    own, other = row_of(result, best), row_of(result, baseline)
    if own.figures is None or other.figures is None:
        return own.reason or other.reason or fact("search.nothing_tested")
    trained = None if learned is None else row_of(result, learned).figures
    above = None if trained is None else trained.to_baseline
    of_best = above if best == learned else None
    sentence = _sentence(own, other, of_best, none="" if learned else why_none)
    is_best = of_best is None or of_best.is_above
    row, figures = (own, own.figures) if is_best else (other, other.figures)
    return Found(
        best if is_best else baseline,
        row.approach,
        row.encoder,
        figures.accuracy,
        figures.mean.widest,
        baseline,
        other.approach,
        other.figures.accuracy,
        other.figures.mean.widest,
        learned,
        None if above is None else above.mean,
        None if above is None else above.widest,
        result.chance,
        sentence,
    )


def _sentence(row: ComparedRow, baseline: ComparedRow, above: Difference | None, *, none: str) -> Fact:
    if above is None:
        code = none or "search.baseline_is_best"
        return fact(code, baseline=baseline.shown, **_accuracy(baseline))
    points, by = Decimal(100 * above.mean), Decimal(100 * above.widest)
    if above.is_above:
        said, code = row, "search.learned_is_best"
    else:
        said, code = baseline, "search.baseline_as_good"
    return fact(code, what=row.shown, baseline=baseline.shown, points=points, by=by, **_accuracy(said))


def why_nothing_was_trained(*, in_time: bool, stopped: bool) -> str:
    """Return the code of the sentence: it was told to stop, there was no time, or no training promised more."""
    return _STOPPED if stopped else "search.baseline_only" if in_time else _NO_TIME


def _accuracy(row: ComparedRow) -> dict[str, Decimal]:
    mean = row.figures.mean if row.figures else Difference(0.0, 0.0)
    return {"accuracy": Decimal(100 * mean.mean), "interval": Decimal(100 * mean.widest)}
