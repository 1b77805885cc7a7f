"""What the plots of a search show: accuracy over time, which options mattered, and accuracy by the value of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.learning.options import Answer
from workbench.operations.search.heads import HEADS_STAGE
from workbench.operations.search.history import BestSoFar, SearchFacts, best_so_far, what_matters
from workbench.operations.search.search_record import TrialFacts
from workbench.operations.search.space import LEARNER, parameters_of
from workbench.operations.search.trainings import TRAININGS_STAGE

_LEAST_TO_COMPARE = 2  # values of one option


@dataclass(frozen=True)
class MeasuredPoint:
    """A validation of a trial, after so many seconds of the search; `trial` is its number."""

    seconds: float
    accuracy: float
    ci95: float
    trial: int
    trained: bool


@dataclass(frozen=True)
class OverTime:
    """All validations in the order of time, the moments at which the best became better, and what to compare with.

    `baseline` is the accuracy of the best simple head, None while there is none.
    """

    points: tuple[MeasuredPoint, ...]
    best: tuple[BestSoFar, ...]
    baseline: float | None


@dataclass(frozen=True)
class ByValue:
    """The best accuracy of each trial against the value that it had of one option; `trials` are their numbers.

    `name` is `learner` (an approach on a network), a setting of training, or `approach.option`.
    """

    name: str
    values: tuple[Answer, ...]
    accuracies: tuple[float, ...]
    trials: tuple[int, ...]

    @property
    def is_scale(self) -> bool:
        """Whether the values are numbers that a logarithmic scale can show."""
        return all(isinstance(value, float) and value > 0 for value in self.values)


@dataclass(frozen=True)
class PlottedSearch:
    """All that the plots of one search show; `mattered` is the share of each option, the largest first."""

    over_time: OverTime
    mattered: Mapping[str, float]
    by_value: tuple[ByValue, ...]


def plotted(search: SearchFacts) -> PlottedSearch:
    """Return what the plots of a search show; by value, the option that mattered most comes first after the learner."""
    mattered = what_matters(search)
    return PlottedSearch(_over_time(search), mattered, _by_value(search, mattered))


def _over_time(search: SearchFacts) -> OverTime:
    points = [
        MeasuredPoint(rung.spent, rung.accuracy, rung.ci95, trial.number, trial.stage == TRAININGS_STAGE)
        for trial in search.trials
        for rung in trial.rungs
        if rung.spent is not None
    ]
    points.sort(key=lambda point: point.seconds)
    heads = [trial.accuracy for trial in search.trials if trial.stage == HEADS_STAGE and trial.accuracy is not None]
    return OverTime(tuple(points), best_so_far(search), max(heads, default=None))


def _by_value(search: SearchFacts, mattered: Mapping[str, float]) -> tuple[ByValue, ...]:
    measured = [trial for trial in search.trials if trial.accuracy is not None]
    trained = [(trial, parameters_of(trial.setting)) for trial in measured if trial.stage == TRAININGS_STAGE]
    names = dict.fromkeys([*mattered, *(name for _, parameters in trained for name in parameters)])
    # Simple heads are approaches, too; their other options were not tried.
    options = [_of(LEARNER, [(trial, trial.setting.learner) for trial in measured])]
    for name in names:
        having = [(trial, parameters[name]) for trial, parameters in trained if name in parameters]
        if name != LEARNER and len({str(value) for _, value in having}) >= _LEAST_TO_COMPARE:
            options.append(_of(name, having))
    return tuple(options)


def _of(name: str, having: list[tuple[TrialFacts, Answer]]) -> ByValue:
    values = tuple(value for _, value in having)
    accuracies = tuple(trial.accuracy or 0.0 for trial, _ in having)
    return ByValue(name, values, accuracies, tuple(trial.number for trial, _ in having))
