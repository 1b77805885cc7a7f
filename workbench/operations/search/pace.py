"""How long the trainings of a search are: as many episodes as fit into their time, measured setting by setting."""

from dataclasses import replace

import psutil

from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.progress import Cancelled
from workbench.operations.runs.planning.cost_estimate import Cost
from workbench.operations.runs.segment import SegmentRequest
from workbench.operations.search.setting import Setting, in_rungs
from workbench.operations.search.trials import Trials

_SECONDS = 0.7  # of a measurement
_ENDLESS = in_rungs(10**7)
_LEAST = 180  # episodes: in fewer nothing is learned, and the validations between them take longer than they do
_OF_MEMORY = 0.25  # of what is free: options may make a training several times as large as by default


class TrainingLength:
    """Says how many episodes a training has; `seconds` is the time of the longest.

    A learner is first estimated with made-up images, which is safe whatever it takes, and left out where there is no
    time or memory for it; then a setting of it is timed. A number of episodes that was asked for needs neither.
    """

    def __init__(self, trials: Trials, seconds: float) -> None:
        self._trials, self._seconds = trials, seconds
        self._costs: dict[str, Cost] = {}

    def timed(self, setting: Setting) -> Setting:
        """Return the setting with its number of episodes. Raises UserError where it would take too much, Cancelled."""
        if self._trials.request.episodes is not None:
            return replace(setting, episodes=in_rungs(self._trials.request.episodes))
        self._refuse_unaffordable(setting)
        episodes = self._seconds * self._per_second(setting)
        if episodes < _LEAST:
            raise self._too_slow()
        return replace(setting, episodes=in_rungs(episodes))

    def _refuse_unaffordable(self, setting: Setting) -> None:
        """Raise UserError where the learner, with the options that it has by default, takes too much."""
        if setting.learner not in self._costs:
            least = Setting(setting.approach, setting.encoder, episodes=in_rungs(_LEAST))
            self._costs[setting.learner] = self._trials.estimate(least)
        cost = self._costs[setting.learner]
        if cost.seconds > self._seconds:
            raise self._too_slow()
        free = psutil.virtual_memory().available
        if cost.bytes > _OF_MEMORY * free:
            gigabytes = (round(size / 1e9, 1) for size in (cost.bytes, free))
            raise UserError(fact("search.too_large", needed=next(gigabytes), free=next(gigabytes)))

    def _too_slow(self) -> UserError:
        return UserError(fact("search.too_slow", least=_LEAST, seconds=round(self._seconds)))

    def _per_second(self, setting: Setting) -> float:
        prepared = self._trials.prepare(replace(setting, episodes=_ENDLESS))
        request = SegmentRequest(prepared.settings, None, _ENDLESS, _SECONDS, timing=True)
        measured = self._trials.engine.submit(prepared.shared, request).result()
        if measured.cancelled:
            raise Cancelled
        return measured.episode / measured.seconds if measured.seconds else 0.0
