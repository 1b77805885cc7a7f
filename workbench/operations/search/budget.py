"""The time that a search may take."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

TEST_STAGE = 3
_TESTS = 0.1  # of the time, kept for the test at the end
_LEAST_FOR_TESTS, _MOST_FOR_TESTS = 5.0, 300.0  # seconds
_OF_A_TRAINING = 0.25  # of the time for trainings; most of them are given up after a ninth or a third of it
_LEAST_TRAINING, _LONGEST_TRAINING = 5.0, 3600.0  # seconds


@dataclass
class Budget:
    """Counts `seconds` down from the moment it is made, `before` of which were spent in earlier sittings."""

    seconds: float
    before: float = 0.0
    clock: Callable[[], float] = monotonic
    expected_test: float = field(default=0.0, init=False)  # seconds of the test at the end, as far as they are known
    _began: float = field(init=False)

    def __post_init__(self) -> None:
        self._began = self.clock()

    @property
    def spent(self) -> float:
        """Seconds spent so far, in all sittings."""
        return self.before + self.clock() - self._began

    @property
    def left(self) -> float:
        """Seconds left."""
        return self.seconds - self.spent

    @property
    def for_tests(self) -> float:
        """Seconds of the whole that are kept for the test at the end."""
        usual = min(max(_TESTS * self.seconds, _LEAST_FOR_TESTS), _MOST_FOR_TESTS, self.seconds / 2)
        return max(usual, self.expected_test)

    @property
    def for_trainings(self) -> float:
        """Seconds left for trainings."""
        return self.left - self.for_tests

    def of_a_training(self) -> float:
        """Return how many seconds the longest training should take."""
        return min(max(_OF_A_TRAINING * self.for_trainings, _LEAST_TRAINING), _LONGEST_TRAINING)


def left_of(seconds: float, stage: int, left: float) -> float:
    """Return how many of the seconds left are left for a stage of a search that may take so many in all.

    Before the test, some are kept for it.
    """
    return left if stage == TEST_STAGE else max(0.0, left - Budget(seconds).for_tests)
