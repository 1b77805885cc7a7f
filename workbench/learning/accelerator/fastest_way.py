"""Which of several ways to do a training step is used on a GPU: found by doing it each way once, and comparing.

Another way than an episode after the other is used only where it gives the same losses and gradients, in full single
precision, and takes less time. The trial leaves weights, statistics and random numbers as they were.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial

import torch
from torch import Tensor

from workbench.facts import Fact, fact
from workbench.learning.accelerator.many_tasks import tensor_shapes
from workbench.learning.approach import Accumulate, Approach, means_of
from workbench.learning.episode import Episode
from workbench.learning.stopwatch import moment

Record = Callable[[Accumulate, Approach, Sequence[Episode]], Accumulate]

_PAYS = 1.05  # times as fast
_ALIKE = 1e-2  # of the length of all gradients: many steps make more of what rounding leaves
_ROUNDS = 3
_MOST = 4  # shapes of steps that are tried; where they differ each time, trials would take longer than they save


@dataclass(frozen=True)
class _Done:
    """What a way made of a step."""

    fit: tuple[float, float]
    gradients: Tensor  # of all weights


class FastestWay:
    """Does the steps of one training the way that is fastest on its device, and notes what was chosen and why.

    `record` records a way to be replayed; without it that is not tried. Tests give their own, and their own clock.
    """

    def __init__(
        self, approach: Approach, device: str, *, record: Record | None = None, clock: Callable[[str], float] = moment
    ) -> None:
        self._approach, self._device, self._record, self._clock = approach, device, record, clock
        self._ways: dict[tuple[object, ...], Accumulate] = {}
        self._notes: list[Fact] = []

    def fit_episodes(self, episodes: Sequence[Episode]) -> tuple[float, float]:
        """Do what `Approach.fit_episodes` does."""
        shape = tuple(map(tensor_shapes, episodes))
        if shape not in self._ways:
            self._ways[shape] = self._found(episodes) if len(self._ways) < _MOST else self._approach.accumulate
        return means_of(self._ways[shape](episodes))

    def take_notes(self) -> list[Fact]:
        """Return what is to be said of the ways that were chosen since this was last asked, each once."""
        taken, self._notes = list(dict.fromkeys(self._notes)), []
        return taken

    def _found(self, episodes: Sequence[Episode]) -> Accumulate:
        """Return the fastest of the ways for episodes of these shapes."""
        way = self._approach.accumulate
        together = self._approach.together(episodes)
        if together is not None:
            used = self._is_better(lambda: together, way, episodes, exact=True) is not None
            self._notes.append(fact("device.tasks_at_once" if used else "device.tasks_one_by_one"))
            way = together if used else way
        if self._record is not None:
            recorded = self._is_better(partial(self._recorded, way, episodes), way, episodes, exact=False)
            self._notes.append(fact("device.steps_replayed" if recorded else "device.steps_not_replayed"))
            way = recorded or way
        return way

    def _recorded(self, way: Accumulate, episodes: Sequence[Episode]) -> Accumulate:
        with self._untouched():
            before = torch.get_rng_state()
            way(episodes)
            if self._record is None or not torch.equal(before, torch.get_rng_state()):
                raise RuntimeError("what is drawn by the processor would be the same at each replay")
            return self._record(way, self._approach, episodes)

    def _is_better(
        self, make: Callable[[], Accumulate], way: Accumulate, episodes: Sequence[Episode], *, exact: bool
    ) -> Accumulate | None:
        """Return what is made if it gives the same as `way`, and sooner; what fails does not."""
        try:
            made = make()
            with _exact(self._approach) if exact else nullcontext():
                # What a recording wrongly keeps of its episodes shows with others.
                for each in (episodes, [_mirrored(episode) for episode in episodes]):
                    if not _are_alike(self._done(made, each), self._done(way, each)):
                        return None
            return made if self._seconds(way, episodes) > _PAYS * self._seconds(made, episodes) else None
        except RuntimeError:
            # Where the device is lost or too small, the usual way meets that as well, and says so.
            return None

    def _done(self, way: Accumulate, episodes: Sequence[Episode]) -> _Done:
        with self._untouched():
            fit = means_of(way(episodes))
            parts = [weight.grad for weight in self._approach.parameters() if weight.grad is not None]
            return _Done(fit, torch.cat([part.flatten() for part in parts]).clone())

    def _seconds(self, way: Accumulate, episodes: Sequence[Episode]) -> float:
        times: list[float] = []
        for _ in range(_ROUNDS + 1):
            with self._untouched():
                began = self._clock(self._device)
                way(episodes)
                times.append(self._clock(self._device) - began)
        return min(times[1:])

    @contextmanager
    def _untouched(self) -> Generator[None]:
        """Begin without gradients, and leave gradients, buffers and random numbers as they were."""
        weights, buffers = list(self._approach.parameters()), list(self._approach.buffers())
        gradients, before = [weight.grad for weight in weights], [buffer.clone() for buffer in buffers]
        self._approach.zero_grad()
        try:
            with torch.random.fork_rng([torch.cuda.current_device()] if self._device == "cuda" else []):
                yield
        finally:
            with torch.no_grad():
                for buffer, values in zip(buffers, before, strict=True):
                    buffer.copy_(values)
            for weight, gradient in zip(weights, gradients, strict=True):
                weight.grad = gradient


@contextmanager
def _exact(approach: Approach) -> Generator[None]:
    """Compute in full single precision: convolutions on a GPU round to ten bits otherwise, each way differently."""
    bf16, approach.encoder.bf16 = approach.encoder.bf16, False
    try:
        with torch.backends.cudnn.flags(enabled=True, allow_tf32=False):
            yield
    finally:
        approach.encoder.bf16 = bf16


def _are_alike(done: _Done, expected: _Done) -> bool:
    if done.gradients.shape != expected.gradients.shape:
        return False
    apart = (done.gradients - expected.gradients).square().sum().sqrt()
    length = expected.gradients.square().sum().sqrt()
    return bool(apart <= _ALIKE * length) and abs(done.fit[0] - expected.fit[0]) <= _ALIKE * max(
        1.0, abs(expected.fit[0])
    )


def _mirrored(episode: Episode) -> Episode:
    support = replace(episode.support, images=episode.support.images.flip(-1))
    return replace(episode, support=support, queries=episode.queries.flip(-1))
