"""The conclusion of a comparison in one or two sentences: whether learning helped, and a faster equivalent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.facts import Fact, fact
from workbench.learning.paired import paired_difference
from workbench.operations.evaluation.comparisons import ComparedRow
from workbench.words import Decimal

_MUCH_FASTER = 3.0  # times
_QUERIES = 100  # The time of a task is that of so many images to label.

Accuracies = Mapping[str, Sequence[float]]  # for each key, those of all episodes in order


@dataclass(frozen=True)
class Recommendation:
    """The sentence, and the key of the row that it recommends, if any."""

    winner: str | None
    sentence: Fact


def best_baseline(rows: Sequence[ComparedRow]) -> ComparedRow | None:
    """Return the most accurate baseline that has not seen the tested classes."""
    return _best([row for row in rows if row.is_baseline and row.may_win])


def recommend(rows: Sequence[ComparedRow], accuracies: Accuracies, chance: float) -> Recommendation:
    """Say whether the best approach beats the best baseline on these episodes; `chance` is the accuracy of guessing.

    Runs trained on tested classes are left out. Nothing is called better unless the whole interval of its paired
    difference is on one side.
    """
    baseline, best = best_baseline(rows), _best([row for row in rows if not row.is_baseline and row.may_win])
    able = _best([row for row in (baseline, best) if row is not None])
    if able is None or able.figures is None:
        return Recommendation(None, fact("comparison.none_tested"))
    if able.figures.accuracy - able.figures.ci95 <= chance:
        code = "comparison.no_better_than_chance"
        if able.figures.accuracy + able.figures.ci95 < chance:
            code = "comparison.worse_than_chance"
        return Recommendation(None, fact(code, chance=Decimal(100 * chance)))
    if baseline is None or best is None:
        return _alone(able)
    winner, sentence = _against(best, baseline, accuracies)
    return Recommendation(winner.key, _with_hint(sentence, winner, rows, accuracies))


def _alone(row: ComparedRow) -> Recommendation:
    code = "comparison.nothing_to_compare_with"
    if row.is_baseline:
        code = "comparison.only_baselines"
    return Recommendation(row.key, fact(code, what=row.shown))


def _against(best: ComparedRow, baseline: ComparedRow, accuracies: Accuracies) -> tuple[ComparedRow, Fact]:
    difference = paired_difference(accuracies[best.key], accuracies[baseline.key])
    values = {"what": best.shown, "baseline": baseline.shown, "interval": Decimal(100 * difference.ci95)}
    if difference.is_above:
        return best, fact("comparison.beats_baseline", points=Decimal(100 * difference.mean), **values)
    code = "comparison.not_significant"
    if difference.is_below:
        code = "comparison.worse_than_baseline"
    points = abs(difference.mean) if difference.is_below else difference.mean
    return baseline, fact(code, points=Decimal(100 * points), **values)


def _with_hint(sentence: Fact, winner: ComparedRow, rows: Sequence[ComparedRow], accuracies: Accuracies) -> Fact:
    """Add the fastest row that is not significantly different from the winner, where it is much faster."""
    alike = [row for row in rows if row.may_win and row.key != winner.key and _is_near(row, winner, accuracies)]
    fastest = min(alike, key=_task_ms, default=None)
    if fastest is None or _task_ms(winner) < _MUCH_FASTER * _task_ms(fastest):
        return sentence
    times = round(_task_ms(winner) / max(_task_ms(fastest), 1e-6))
    return fact("comparison.faster_alternative", first=sentence, what=fastest.shown, times=times, winner=winner.shown)


def _is_near(row: ComparedRow, winner: ComparedRow, accuracies: Accuracies) -> bool:
    difference = paired_difference(accuracies[row.key], accuracies[winner.key])
    return not (difference.is_above or difference.is_below)


def _task_ms(row: ComparedRow) -> float:
    return row.figures.adapt_ms + _QUERIES * row.figures.query_ms if row.figures else 0.0


def _best(rows: Sequence[ComparedRow]) -> ComparedRow | None:
    return max(rows, key=lambda row: row.figures.accuracy if row.figures else -1.0, default=None)
