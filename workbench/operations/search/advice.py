"""What earlier searches say about a project: which learners are worth their time, and what to try first.

Tasks are compared by what their images look like and how good simple heads are (landmarking: Pfahringer, Bensusan &
Giraud-Carrier, 2000, "Meta-Learning by Landmarking Various Learning Algorithms"); the portfolio is chosen greedily
(Feurer et al., 2022, "Auto-Sklearn 2.0: Hands-free AutoML via Meta-Learning").
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any

import numpy as np

from workbench.operations.search.looks import Looks
from workbench.operations.search.past_tasks import PastTask, PastTrial
from workbench.operations.search.setting import Setting, setting_as_json, setting_from_json

_NEAREST = 5  # tasks that are asked
_PROMISING = -0.002  # by how much less than the best simple head a learner may be said to reach
_UNHURRIED = 1800.0  # seconds: with so much time also what nobody has tried, or promises little, may be
_PORTFOLIO = 6
_NEVER = -1.0  # the gain of what had reached nothing in that time


@dataclass(frozen=True)
class Advice:
    """The learners to choose among, none where training promises nothing, and the settings to begin with, in order."""

    learners: tuple[str, ...]
    portfolio: tuple[Setting, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A task about which advice is asked for: as in `PastTask`, and the seconds of the longest training."""

    looks: Looks
    way: int
    shot: int
    head: float
    seconds: float


def advise(asked: Asked, past: Sequence[PastTask], learners: Sequence[str], *, seconds: float) -> Advice:
    """Advise a search that may take so many seconds, among those learners.

    Where there is little time, learners are left out that nobody has tried, or that were not better than simple heads
    on the nearest tasks in as much time. Where any is left, so is the best on each network: a look at it costs a ninth
    of a training, and which network suits images that are unlike all before is what past tasks say least about.
    """
    near = _nearest(asked, past)
    gains = {learner: _expected(learner, near, asked.seconds) for learner in learners}
    known = {learner: gain for learner, gain in gains.items() if gain is not None}
    if not known:
        return Advice(tuple(learners))
    promising = {learner for learner, gain in known.items() if gain > _PROMISING}
    looked_at = _best_on_each_network(known) if promising else set[str]()
    worth = [learner for learner in learners if seconds >= _UNHURRIED or learner in promising | looked_at]
    order = [*_greedily(worth, near, asked.seconds), *_best_first(looked_at, known), *_best_first(promising, known)]
    first = list(dict.fromkeys(order))[:_PORTFOLIO]
    return Advice(tuple(worth), tuple(_best_setting(learner, near, asked.seconds) for learner in first))


def _best_first(among: Collection[str], known: Mapping[str, float]) -> list[str]:
    return sorted(among, key=lambda learner: (-known[learner], learner))


def _best_on_each_network(known: Mapping[str, float]) -> set[str]:
    """Return the best learner on each network, of those that reached anything in that time."""
    best: dict[str, str] = {}
    for learner in reversed(_best_first(known, known)):
        if known[learner] > _NEVER:
            best[learner.split("@")[1]] = learner
    return set(best.values())


def distance(one: Asked | PastTask, other: PastTask) -> float:
    """Return how unlike two tasks are: about 1 where they differ in one respect, such as colour."""
    return float(np.linalg.norm(np.array(_features(one)) - np.array(_features(other))))


def _features(task: Asked | PastTask) -> tuple[float, ...]:
    looks = task.looks
    return (
        log(max(looks.classes, 1)) / 3,
        log(max(looks.images, 1.0)) / 3,
        log(max(looks.uneven, 1.0)),
        log(max(looks.side, 1.0)) / 2,
        float(looks.colour),
        log(task.way) / 2,
        log(max(task.shot, 1)) / 2,
        3 * task.head,
    )


def _nearest(asked: Asked, past: Sequence[PastTask]) -> list[tuple[float, PastTask]]:
    """Return the nearest tasks, each with the weight of what it says."""
    ranked = sorted(((distance(asked, task), number, task) for number, task in enumerate(past)))
    return [(exp(-apart), task) for apart, _, task in ranked[:_NEAREST]]


def _gain(learner: str, task: PastTask, seconds: float) -> float | None:
    """Return by how much a learner was above the best head in so much training, None where it was not tried."""
    tried = [trial.within(seconds) for trial in task.tried if trial.setting.learner == learner]
    if not tried:
        return None
    reached = [accuracy for accuracy in tried if accuracy is not None]
    return max(reached) - task.head if reached else _NEVER


def _reached_above(learner: str, task: PastTask, seconds: float) -> float:
    gain = _gain(learner, task, seconds)
    return _NEVER if gain is None else gain


def _expected(learner: str, near: Sequence[tuple[float, PastTask]], seconds: float) -> float | None:
    said = [(weight, gain) for weight, task in near if (gain := _gain(learner, task, seconds)) is not None]
    total = sum(weight for weight, _ in said)
    return sum(weight * gain for weight, gain in said) / total if total else None


def _greedily(learners: Sequence[str], near: Sequence[tuple[float, PastTask]], seconds: float) -> list[str]:
    """Return learners so that the best of the first few is good on most of the near tasks, however few are tried."""
    best = dict.fromkeys(range(len(near)), _NEVER)
    chosen: list[str] = []
    while len(chosen) < _PORTFOLIO:
        added = {
            learner: sum(
                weight * max(0.0, _reached_above(learner, task, seconds) - best[place])
                for place, (weight, task) in enumerate(near)
            )
            for learner in learners
            if learner not in chosen
        }
        learner = max(added, key=added.__getitem__, default=None)
        if learner is None or added[learner] <= 0.0:
            break
        chosen.append(learner)
        for place, (_, task) in enumerate(near):
            best[place] = max(best[place], _reached_above(learner, task, seconds))
    return chosen


def _best_setting(learner: str, near: Sequence[tuple[float, PastTask]], seconds: float) -> Setting:
    """Return the setting with which a learner was best on the nearest task on which it was tried."""
    tried = ([trial for trial in task.tried if trial.setting.learner == learner] for _, task in near)
    return max(next(trials for trials in tried if trials), key=lambda trial: _reached(trial, seconds)).setting


def _reached(trial: PastTrial, seconds: float) -> float:
    reached = trial.within(seconds)
    return _NEVER if reached is None else reached


def advice_to_json(advice: Advice) -> dict[str, Any]:
    """Return advice as values that JSON holds."""
    return {"learners": list(advice.learners), "portfolio": [setting_as_json(one) for one in advice.portfolio]}


def advice_from_json(stored: Mapping[str, Any]) -> Advice:
    """Return the advice that `advice_to_json` made."""
    return Advice(tuple(stored["learners"]), tuple(setting_from_json(one) for one in stored["portfolio"]))
