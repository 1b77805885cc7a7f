"""How long the test at the end of a search takes, from what its trials took: planned for, and kept to."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.operations.search.search_record import TrialFacts
from workbench.operations.search.search_request import SearchRequest

CONTENDERS = 3  # trainings that are looked at again at the end, and keep their weights
_LEAST, _MOST = 0.3, 3.0  # episodes of the test, as a multiple of those to choose by
_LEAST_TO_CHOOSE = 0.25  # of the time of a search: more is not planned for choosing the best
_AGAIN = 4 / 3  # A comparison looks at a third as many episodes of validation classes, too,
_TIMED = 21  # and at so many episodes to time them.


@dataclass(frozen=True)
class TestTime:
    """The seconds that an episode takes: of the best head, and of each of the best trainings."""

    __test__ = False  # no test of ours, whatever it is called

    head: float
    learned: tuple[float, ...]
    validation_episodes: int

    def to_choose(self, seconds: float) -> int:
        """Return by how many episodes the best is chosen in that time."""
        wanted, least = self.validation_episodes, max(2, int(_LEAST_TO_CHOOSE * self.validation_episodes))
        each = self.head + sum(self.learned)
        return wanted if each <= 0.0 else min(wanted, max(least, int(seconds / each)))

    def to_test(self, seconds: float) -> int:
        """Return how many test episodes there is time for, of the head and the slowest training."""
        least, most = max(2, int(_LEAST * self.validation_episodes)), max(2, int(_MOST * self.validation_episodes))
        if self._pair <= 0.0:
            return most
        return min(max(int((seconds / self._pair - _TIMED) / _AGAIN), least), most)

    @property
    def least(self) -> float:
        """The seconds of the shortest test that says something: so many have to be left for it."""
        choosing = self.to_choose(0.0) * (self.head + sum(self.learned)) if self.learned else 0.0
        return choosing + self._pair * (_TIMED + _AGAIN * int(_LEAST * self.validation_episodes))

    @property
    def _pair(self) -> float:
        return self.head + max(self.learned, default=0.0)


def time_of_test(known: Sequence[TrialFacts], request: SearchRequest) -> TestTime:
    """Return what an episode takes of those trials that would be tested if the search ended now."""
    measured = sorted((trial for trial in known if trial.accuracy is not None), key=_accuracy, reverse=True)
    heads = [_seconds_an_episode(trial, request) for trial in measured if not trial.setting.episodes]
    learned = [_seconds_an_episode(trial, request) for trial in measured if trial.setting.episodes]
    return TestTime(heads[0] if heads else 0.0, tuple(learned[:CONTENDERS]), request.validation_episodes)


def _seconds_an_episode(trial: TrialFacts, request: SearchRequest) -> float:
    """Return the mean over all episodes, those learned from among them: they take as long or longer."""
    if not trial.setting.episodes:
        return trial.seconds / request.validation_episodes
    validated = len(trial.rungs) * (request.validation_episodes // 2)
    return trial.seconds / max(1, trial.rungs[-1].episode + validated)


def _accuracy(trial: TrialFacts) -> float:
    return trial.accuracy or 0.0
