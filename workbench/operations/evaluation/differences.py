"""The difference of two tests, which every sentence quotes: by how much one is more accurate, and how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from workbench.facts import Fact, fact
from workbench.learning.class_effects import class_effects, difference_over_classes, interval_over_classes
from workbench.learning.paired import Difference, difference_of_means, paired_difference, probability
from workbench.store.models import Evaluation
from workbench.words import Decimal

if TYPE_CHECKING:
    from workbench.learning.evaluation import EpisodeAccuracies

_LEVEL = 0.05


@dataclass(frozen=True)
class MeasuredAccuracy:
    """An accuracy with its intervals, and what its difference to another is made of.

    `each` is the accuracy of each episode and `digest` that of their images, as in `EpisodeSet`; both are empty in
    tests of older versions. `effects` is what each class id adds to the accuracy.
    """

    mean: Difference
    episodes: int
    each: tuple[float, ...]
    digest: str
    effects: Mapping[int, float]


def measured_test(row: Evaluation) -> MeasuredAccuracy:
    """Return what is known of a test that is kept, or is about to be."""
    details = row.details
    effects = class_effects({(truth, named): count for truth, named, count in details["confusion"]})
    mean = Difference(row.accuracy, row.ci95, interval_over_classes(effects))
    return MeasuredAccuracy(
        mean, row.episodes, tuple(details.get("accuracies", ())), details.get("digest", ""), effects
    )


def measured_now(result: "EpisodeAccuracies", class_ids: Sequence[int], digest: str) -> MeasuredAccuracy:
    """Return the result on episodes of a pool of those classes."""
    effects = {class_ids[number]: effect for number, effect in class_effects(result.confusion).items()}
    mean = Difference(result.accuracy, result.ci95, interval_over_classes(effects))
    return MeasuredAccuracy(mean, result.episodes, result.each, digest, effects)


def difference_of(one: MeasuredAccuracy, other: MeasuredAccuracy) -> Difference:
    """Return by how much the first is more accurate.

    Paired where both had the same episodes, else as of independent ones; over classes, a class that both had is paired
    in any case.
    """
    if one.digest and one.digest == other.digest:
        difference = paired_difference(one.each, other.each)
    else:
        difference = difference_of_means(one.mean, other.mean, (one.episodes, other.episodes))
    return replace(difference, ci95_classes=difference_over_classes(one.effects, other.effects))


def clear_of(one: MeasuredAccuracy, others: Mapping[str, MeasuredAccuracy]) -> set[str]:
    """Return which of several differ from one, though the best of them may be luck.

    Holm, 1979, "A simple sequentially rejective multiple test procedure".
    """
    chances = {key: _chance_of(other, one) for key, other in others.items()}
    clear = set[str]()
    for rank, key in enumerate(sorted(chances, key=chances.__getitem__)):
        if chances[key] > _LEVEL / (len(chances) - rank):
            break
        clear.add(key)
    return clear


def _chance_of(one: MeasuredAccuracy, other: MeasuredAccuracy) -> float:
    """Return how probable a difference at least so large is without any, by the wider interval, two-sided."""
    difference = difference_of(one, other)
    over_episodes = probability(difference.mean, difference.ci95, min(one.episodes, other.episodes) - 1)
    classes = min(len(one.effects), len(other.effects))
    over_classes = probability(difference.mean, difference.ci95_classes, classes - 1)
    return max(over_episodes, over_classes if classes > 1 else 0.0)


def difference_in_words(what: Fact, other: Fact, difference: Difference) -> Fact:
    """Say by how much one is more or less accurate than another, or that this is not clear, by the wider interval."""
    code, points = "difference.unclear", difference.mean
    if difference.is_above:
        code = "difference.above"
    elif difference.is_below:
        code, points = "difference.below", -difference.mean
    values = {"points": Decimal(100 * points), "interval": Decimal(100 * difference.widest)}
    return fact(code, what=what, other=other, **values)


def stored_facts(result: "EpisodeAccuracies", digest: str, *, transductive: bool) -> dict[str, Any]:
    """Return what a test keeps so that its difference to another can be told, beside its confusion."""
    return {
        "accuracies": list(result.each),
        "digest": digest,
        "chance": result.chance,
        "ci95_classes": result.ci95_classes,
        "transductive": transductive,
    }
