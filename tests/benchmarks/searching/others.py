"""What a search is compared with, on the same records: random search, and the defaults of the page Learn."""

import numpy as np

from tests.benchmarks.searching.records import Recorded, RecordedTask
from tests.benchmarks.searching.replay import Chosen, Clock, Replayed
from workbench.operations.runs.training_request import TrainingRequest
from workbench.operations.search.budget import Budget
from workbench.operations.search.setting import in_rungs


def random_search(task: RecordedTask, seconds: float, seed: int) -> Replayed:
    """Try heads and trainings in random order, each to its end, and use the best by validation.

    Time for the features, for the test and of a training are as in a search.
    """
    settings = [*task.of("head"), *task.of("trained")]
    clock = Clock()
    budget = Budget(seconds, clock=clock)
    clock.now += task.embedding
    length = budget.of_a_training()
    found, best = Replayed(), -1.0
    for number in np.random.default_rng(seed).permutation(len(settings)):
        setting, began = settings[number], clock.now
        for passed, accuracy, validation in _course(setting, length):
            if began + passed > seconds - budget.for_tests:
                break
            clock.now = began + passed
            if accuracy > best:
                best = accuracy
                _use(found, clock.now, setting, validation)
    return found


def by_defaults(task: RecordedTask, seconds: float, seed: int) -> Replayed:
    """Train as the page Learn proposes: Prototypical Networks on Conv-4, grey images, 2,000 episodes, no search."""
    found, best = Replayed(), -1.0
    (setting,) = task.of("usual")
    times = setting.times(TrainingRequest("").episodes)
    for place, passed in enumerate(times):
        accuracy = setting.validations[place][1]
        if passed <= seconds and accuracy > best:
            best = accuracy
            _use(found, passed, setting, place + 1)
    return found


def _course(setting: Recorded, seconds: float) -> list[tuple[float, float, int]]:
    """Return the validations of a setting: the seconds by then, the accuracy, and their number from 1 on."""
    if setting.kind == "head":
        return [(setting.seconds, setting.validations[-1][1], 1)]
    times = setting.times(in_rungs(seconds * setting.per_second))
    return [
        (passed, row[1], place + 1) for place, (passed, row) in enumerate(zip(times, setting.validations, strict=True))
    ]


def _use(found: Replayed, seconds: float, setting: Recorded, validation: int) -> None:
    kept = setting.kept_after(validation)
    if kept is not None:
        found.moments.append(Chosen(seconds, kept, setting.validations[validation - 1][1]))
        found.end = kept
