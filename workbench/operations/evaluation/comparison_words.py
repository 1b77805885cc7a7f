"""The conclusion of a comparison in a few sentences: whether learning helped, how sure that is, a faster equivalent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.facts import Fact, fact
from workbench.operations.evaluation.comparisons import ComparedRow
from workbench.operations.evaluation.differences import MeasuredAccuracy, clear_of, difference_in_words, difference_of
from workbench.store.models import Role
from workbench.words import Decimal

_MUCH_FASTER = 3.0  # times
_QUERIES = 100  # The time of a task is that of so many images to label.

ByKey = Mapping[str, MeasuredAccuracy]  # what each key reached, on the same episodes


@dataclass(frozen=True)
class Recommendation:
    """The sentence, and the key of the row that it recommends, if any."""

    winner: str | None
    sentence: Fact


@dataclass(frozen=True)
class ChosenPair:
    """The best approach and the best baseline, and of how many each was chosen; `by_validation` says by what."""

    approach: ComparedRow | None
    baseline: ComparedRow | None
    approaches: int
    baselines: int
    by_validation: bool

    @property
    def is_chosen(self) -> bool:
        """Whether there was a choice."""
        return max(self.approaches, self.baselines) > 1


def best_of(rows: Sequence[ComparedRow], *, by_validation: bool) -> ChosenPair:
    """Return the best approach and the best baseline, of those that have not seen the tested classes.

    They are chosen by validation if each of them has an accuracy there, else by the tested episodes themselves.
    """
    able = [row for row in rows if row.may_win]
    by_validation = by_validation and all(row.figures and row.figures.validation is not None for row in able)

    def accuracy(row: ComparedRow) -> float:
        figures = row.figures
        return -1.0 if figures is None else (figures.validation or 0.0) if by_validation else figures.accuracy

    kinds = [[row for row in able if row.is_baseline == is_baseline] for is_baseline in (False, True)]
    approach, baseline = (max(kind, key=accuracy, default=None) for kind in kinds)
    return ChosenPair(approach, baseline, len(kinds[0]), len(kinds[1]), by_validation)


def chosen_on(pair: ChosenPair, tested: Role) -> str | None:
    """Return the role of the classes by which the pair was chosen, None where there was no choice."""
    if not pair.is_chosen:
        return None
    return (Role.META_VALIDATION if pair.by_validation else tested).value


def with_differences(
    rows: Sequence[ComparedRow], measured: ByKey, baseline: ComparedRow | None
) -> tuple[ComparedRow, ...]:
    """Return the rows, best first, each with its difference to the best baseline."""
    compared: list[ComparedRow] = []
    for row in rows:
        if row.figures is not None and baseline is not None and row.key != baseline.key:
            difference = difference_of(measured[row.key], measured[baseline.key])
            compared.append(replace(row, figures=replace(row.figures, to_baseline=difference)))
        else:
            compared.append(row)
    return tuple(sorted(compared, key=lambda row: -row.figures.accuracy if row.figures else 1.0))


def recommend(rows: Sequence[ComparedRow], measured: ByKey, chance: float, pair: ChosenPair) -> Recommendation:
    """Say whether the best approach beats the best baseline on these episodes; `chance` is the accuracy of guessing.

    Runs trained on tested classes are left out. Nothing is called better unless the whole of the wider interval of its
    difference is on one side, and, where the two were chosen by these very episodes, that holds by Holm's correction.
    """
    able = [row for row in rows if row.may_win]
    best = max((row for row in able if row.figures), key=lambda row: measured[row.key].mean.mean, default=None)
    if best is None:
        return Recommendation(None, fact("comparison.none_tested"))
    mean = measured[best.key].mean
    if mean.mean - mean.widest <= chance:
        code = "comparison.no_better_than_chance"
        if mean.mean + mean.widest < chance:
            code = "comparison.worse_than_chance"
        return Recommendation(None, fact(code, chance=Decimal(100 * chance)))
    if pair.approach is None or pair.baseline is None:
        return _alone(pair.approach or pair.baseline or best)
    winner, sentence = _against(able, pair.approach, pair.baseline, measured, pair)
    return Recommendation(winner.key, _with_hint(sentence, winner, able, measured))


def _alone(row: ComparedRow) -> Recommendation:
    code = "comparison.nothing_to_compare_with"
    if row.is_baseline:
        code = "comparison.only_baselines"
    return Recommendation(row.key, fact(code, what=row.shown))


def _against(
    able: Sequence[ComparedRow], best: ComparedRow, baseline: ComparedRow, measured: ByKey, pair: ChosenPair
) -> tuple[ComparedRow, Fact]:
    difference = difference_of(measured[best.key], measured[baseline.key])
    sentence = difference_in_words(best.shown, baseline.shown, difference)
    approaches = {row.key: measured[row.key] for row in able if not row.is_baseline}
    holds = pair.by_validation or best.key in clear_of(measured[baseline.key], approaches)
    winner = best
    if not difference.is_above:
        winner, sentence = baseline, fact("comparison.use_baseline", first=sentence, baseline=baseline.shown)
    sentence = fact("comparison.and", first=sentence, second=_seeds(best))
    if difference.is_above and not holds:
        choice = fact("comparison.may_be_luck", looked_at=pair.approaches)
        return baseline, fact("comparison.and", first=sentence, second=choice)
    if not pair.is_chosen:
        return winner, sentence
    if pair.by_validation:  # Said first: another may be the best of the test, which would look like a mistake.
        choice = fact("comparison.best_by_validation", approach=best.shown, baseline=baseline.shown)
        return winner, fact("comparison.and", first=choice, second=sentence)
    return winner, fact("comparison.and", first=sentence, second=fact("comparison.chosen_by_test"))


def _seeds(row: ComparedRow) -> Fact:
    """Say how much the seed of the training matters, as far as several were compared."""
    seeds = row.figures.seeds if row.figures else ()
    if len(seeds) < 2:
        return fact("comparison.one_training", what=row.shown)
    return fact("comparison.seeds", count=len(seeds), accuracies=listed(seeds))


def listed(accuracies: Sequence[float]) -> Fact:
    """Return accuracies (0 to 1) in a row, in per cent."""
    first, *others = (fact("comparison.accuracy", accuracy=Decimal(100 * accuracy)) for accuracy in accuracies)
    for other in others:
        first = fact("comparison.list", first=first, second=other)
    return first


def _with_hint(sentence: Fact, winner: ComparedRow, able: Sequence[ComparedRow], measured: ByKey) -> Fact:
    """Add the fastest row that is not significantly different from the winner, where it is much faster."""
    alike = [row for row in able if row.key != winner.key and _is_near(measured[row.key], measured[winner.key])]
    fastest = min(alike, key=_task_ms, default=None)
    if fastest is None or _task_ms(winner) < _MUCH_FASTER * _task_ms(fastest):
        return sentence
    times = round(_task_ms(winner) / max(_task_ms(fastest), 1e-6))
    return fact("comparison.faster_alternative", first=sentence, what=fastest.shown, times=times, winner=winner.shown)


def _is_near(one: MeasuredAccuracy, other: MeasuredAccuracy) -> bool:
    """Whether there is no difference even on these very classes: here the narrower interval is the more careful."""
    difference = difference_of(one, other)
    return abs(difference.mean) <= difference.ci95


def _task_ms(row: ComparedRow) -> float:
    return row.figures.adapt_ms + _QUERIES * row.figures.query_ms if row.figures else 0.0
