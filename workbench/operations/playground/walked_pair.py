"""What a learner and its twin do on their way to a goal, before the first update and after each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench import learning
from workbench.operations.playground.adapted_pair import AdaptedPair, AdaptedStep, moved_by_layer
from workbench.operations.playground.goals import WALKS, Goal
from workbench.operations.playground.pair_kinds import pair_networks
from workbench.operations.playground.starts import StartPair

if TYPE_CHECKING:
    from workbench.learning.approach import Approach

_SHOWN = 3  # walks

Path = tuple[tuple[float, float], ...]  # from the start of a walk to its end


@dataclass(frozen=True)
class WalkedStep(AdaptedStep):
    """What a network does after an update; its loss and its error are minus the mean return of its walks.

    `paths` are some of the walks; `away` is how far from the goal they all end on average.
    """

    paths: tuple[Path, ...] = ()
    away: float = 0.0


@dataclass(frozen=True)
class WalkedPair(AdaptedPair):
    """A learner and its twin on the way to a goal; `best` is what one earns that goes straight there."""

    learner: tuple[WalkedStep, ...]
    twin: tuple[WalkedStep, ...]
    goal: Goal
    best: float


def walk_pair(pair: StartPair, goal: Goal) -> Iterator[WalkedPair]:
    """Yield what both do before they adapt to a goal, and then each time with one update more.

    Raises UserError if the weights are not those of such networks.
    """
    best = learning.oracle_return((goal.across, goal.up))
    learner, twin = tuple[WalkedStep, ...](), tuple[WalkedStep, ...]()
    for steps in zip(*(_steps_of(network, goal) for network in pair_networks(pair)), strict=True):
        learner, twin = (*learner, steps[0]), (*twin, steps[1])
        yield WalkedPair(learner, twin, goal, best)


def _steps_of(network: "Approach", goal: Goal) -> Iterator[WalkedStep]:
    start = None
    for walked in learning.walks_by_update(network, (goal.across, goal.up), WALKS):
        weights = {name: weight.detach().numpy().copy() for name, weight in walked.weights.items()}
        start = weights if start is None else start
        lost = -float(walked.returns.mean())
        away = sum(goal.distance_to(*path[-1].tolist()) for path in walked.paths) / len(walked.paths)
        paths = tuple(tuple((x, y) for x, y in path.tolist()) for path in walked.paths[:_SHOWN])
        yield WalkedStep((), lost, lost, moved_by_layer(weights, start), paths, away)
