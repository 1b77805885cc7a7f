"""The trainings of a search in Optuna's eyes: which setting comes next, and which is given up.

Optuna keeps nothing: its study lies in memory and is made again from the project's own table of trials. Settings come
from a tree-structured Parzen estimator (Bergstra et al., 2011, "Algorithms for Hyper-Parameter Optimization"), and the
trial with that number gets the same setting whether or not the search was stopped before it; who is given up is decided
by asynchronous successive halving (Li et al., 2020, "A System for Massively Parallel Hyperparameter Tuning").
"""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.operations.search.setting import RUNGS, Setting
from workbench.operations.search.space import distributions_of, parameters_of, setting_of, suggested
from workbench.store.search_models import TrialState

if TYPE_CHECKING:
    from optuna import Study, Trial
    from optuna.trial import FrozenTrial

_REDUCTION = RUNGS[1] // RUNGS[0]
_FEW = 6  # trials before which settings are drawn at random


@dataclass(frozen=True)
class TriedSetting:
    """A setting, and its accuracy after each rung (a ninth of its episodes, three, all) that it has reached."""

    setting: Setting
    state: TrialState
    rungs: Mapping[int, float]


class Choosing:
    """Chooses settings among those of the named learners, one after another; `tried` are those before, in order."""

    def __init__(self, among: Sequence[str], seed: int, tried: Sequence[TriedSetting] = ()) -> None:
        self._among, self._seed = tuple(among), seed
        self._study = _empty_study()
        self._trials: list[Trial] = []
        for past in tried:
            self._add(past)

    def next(self, first: Setting | None = None) -> tuple[int, Setting]:
        """Return a trial's number, from 0 on, and its setting: `first` where it is given and among the learners."""
        number = len(self._trials)
        self._study.sampler = _sampler(self._seed + 1000 * number)
        if first is not None and first.learner in self._among:
            self._study.enqueue_trial(parameters_of(first))
        trial = self._study.ask()
        self._trials.append(trial)
        return number, suggested(trial, self._among)

    def is_given_up(self, number: int, rung: int, accuracy: float) -> bool:
        """Say whether a trial is too far behind the others after so many ninths of its training.

        It goes on as one of the best third that came so far, or the best of fewer. After the first ninth only trials on
        the same network are compared: one that is trained from nothing is far behind then, and may be the best later.
        """
        self._trials[number].report(accuracy, rung)
        return self.is_behind(number, rung, accuracy)

    def is_behind(self, number: int, rung: int, accuracy: float) -> bool:
        """Say whether a trial that was compared after so many ninths is too far behind those that came there since."""
        if rung == RUNGS[-1]:
            return False
        network = _network_of(self._trials[number].params)
        reached = [
            other.intermediate_values[rung]
            for other in self._study.get_trials(deepcopy=False)
            if rung in other.intermediate_values and (rung > RUNGS[0] or _network_of(other.params) == network)
        ]
        return sum(other > accuracy for other in reached) >= max(1, len(reached) // _REDUCTION)

    def end(self, number: int, accuracy: float | None, state: TrialState) -> None:
        """Take note of a trial's end."""
        from optuna.trial import TrialState as Optuna

        if state is TrialState.FINISHED:
            self._study.tell(self._trials[number], accuracy)
        else:
            self._study.tell(self._trials[number], state=Optuna.PRUNED if state is TrialState.PRUNED else Optuna.FAIL)

    def _add(self, past: TriedSetting) -> None:
        self._study.add_trial(_frozen(past, self._among))
        frozen = self._study.get_trials(deepcopy=False)[-1]
        self._trials.append(_trial(self._study, frozen))


def _empty_study() -> "Study":
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    return optuna.create_study(direction="maximize", sampler=_sampler(0), pruner=optuna.pruners.NopPruner())


def _sampler(seed: int) -> Any:
    from optuna.samplers import TPESampler

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Optuna calls `multivariate` experimental.
        return TPESampler(seed=seed, n_startup_trials=_FEW, multivariate=True, group=True)


def _network_of(parameters: Mapping[str, Any]) -> str:
    return setting_of(parameters).encoder


def _trial(study: "Study", frozen: "FrozenTrial") -> "Trial":
    from optuna import Trial

    # There is no other way to go on with one.
    return Trial(study, frozen._trial_id)  # pyright: ignore[reportPrivateUsage]


def _frozen(past: TriedSetting, among: Sequence[str]) -> "FrozenTrial":
    from optuna.trial import TrialState as Optuna
    from optuna.trial import create_trial

    states = {
        TrialState.FINISHED: Optuna.COMPLETE,
        TrialState.PRUNED: Optuna.PRUNED,
        TrialState.FAILED: Optuna.FAIL,
        TrialState.RUNNING: Optuna.RUNNING,
    }
    last = past.rungs[max(past.rungs)] if past.rungs else None
    return create_trial(
        state=states[past.state],
        value=last if past.state is TrialState.FINISHED else None,
        params=parameters_of(past.setting),
        distributions=distributions_of(past.setting, among),
        intermediate_values=dict(past.rungs),
    )
