"""The earlier moments of a training: a bounded number of what was shown of it, evenly spread over its episodes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

MOST_MOMENTS = 100


class OfAnEpisode(Protocol):
    """Something that shows a training as it was after an episode."""

    @property
    def episode(self) -> int:
        """How many episodes had been trained."""
        ...


_Shown = TypeVar("_Shown", bound=OfAnEpisode)


class Timeline(Generic[_Shown]):
    """What was shown after some of the episodes, in their order; the first and the newest are always among them."""

    def __init__(self, shown: Iterable[_Shown] = (), most: int = MOST_MOMENTS) -> None:
        self._most = most
        self._shown: list[_Shown] = []
        for moment in shown:
            self.add(moment)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._shown)

    def __iter__(self) -> Iterator[_Shown]:
        """Go through them, the earliest first."""
        return iter(self._shown)

    @property
    def newest(self) -> _Shown | None:
        """The one of the latest episode, None where there is none."""
        return self._shown[-1] if self._shown else None

    @property
    def episodes(self) -> tuple[int, ...]:
        """After how many episodes each was."""
        return tuple(moment.episode for moment in self._shown)

    def at(self, episode: int) -> _Shown | None:
        """Return the latest of those that were there after an episode; None where that was before the first."""
        index = bisect_right(self.episodes, episode)
        return self._shown[index - 1] if index else None

    def add(self, moment: _Shown) -> None:
        """Add what comes next; what was at or after its episode goes, and another where there are too many."""
        self.go_back_to(moment.episode - 1)
        self._shown.append(moment)
        if len(self._shown) > self._most:
            # The one between whose neighbours the fewest episodes lie, so that the rest stay evenly spread.
            episodes = self.episodes
            inner = range(1, len(episodes) - 1)
            del self._shown[min(inner, key=lambda index: episodes[index + 1] - episodes[index - 1])]

    def go_back_to(self, episode: int) -> None:
        """Drop what came after an episode, where a run resumes from its checkpoint."""
        del self._shown[bisect_right(self.episodes, episode) :]
