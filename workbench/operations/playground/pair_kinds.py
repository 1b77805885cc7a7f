"""How each bench's pair of networks is made: of which problem, by which approaches, and what a training is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench import learning
from workbench.operations.deferred import torch
from workbench.operations.playground.rating_people import rating_problem
from workbench.operations.playground.starts import StartPair
from workbench.words import marked

if TYPE_CHECKING:
    from workbench.learning.approach import Approach
    from workbench.learning.options import Answer
    from workbench.learning.problems.problem import Problem

MOST_STEPS = 10
LEARNER, TWIN = "maml", "transfer"  # names of approaches
SIDES = (LEARNER, TWIN)
_KEPT = 64  # networks: those of a training here and the shipped ones


@dataclass(frozen=True)
class PairKind:
    """What a learner and its twin learn on a bench, and how; `learning` says how far they are, with `{tasks}`.

    Both are trained on episodes of `shot` examples and `query` more, `at_once` of them a step, and take `steps` on a
    new task. `options` are those of the learner, and of the twin, that the problem would set otherwise.
    """

    problem: "Callable[[], Problem]"
    learning: str
    shot: int
    query: int
    at_once: int
    kept_at: tuple[int, ...]  # tasks, and at the end
    steps: int = MOST_STEPS
    options: "Mapping[str, Mapping[str, Answer]]" = field(default_factory=lambda: MappingProxyType({}))

    def network(self, approach: str) -> "Approach":
        """Return one of `SIDES` with fresh weights."""
        found = self.problem()
        answers = {"test_steps": self.steps, **self.options.get(approach, {})}
        return found.build(approach, found.shape(self.shot, self.query), answers)


def _curves() -> "Problem":
    return learning.problem_named("curves")


def _movement() -> "Problem":
    return learning.problem_named("movement")


PAIR_KINDS: Mapping[str, PairKind] = MappingProxyType(
    {
        # 25 at once as in section 5.1 of the paper of MAML.
        "curves": PairKind(
            _curves, marked("Learning from {tasks} curves"), shot=10, query=10, at_once=25,
            kept_at=(0, 100, 1_000, 10_000),
        ),
        # As many at once as have equally many ratings, and can be learned together. The twin takes steps as long as it
        # bears: with longer ones it is further from new people, with shorter ones hardly anywhere.
        "ratings": PairKind(
            rating_problem, marked("Learning, {tasks} episodes so far"), shot=12, query=18, at_once=4,
            kept_at=(0, 100, 1_000), options=MappingProxyType({TWIN: {"rate": 0.1}}),
        ),
        "movement": PairKind(
            _movement, marked("Learning from {tasks} goals"), shot=20, query=20, at_once=10, kept_at=(0, 100, 1_000),
            steps=3,
        ),
    }
)  # fmt: skip


def pair_networks(pair: StartPair) -> "tuple[Approach, Approach]":
    """Return the learner and its twin with the weights of a start, to be adapted.

    Raises UserError if the weights are not those of such networks.
    """
    return _network(pair.problem, LEARNER, pair.learner), _network(pair.problem, TWIN, pair.twin)


@lru_cache(_KEPT)
def _network(problem: str, approach: str, weights: bytes) -> "Approach":
    with torch.random.fork_rng(devices=[]):
        network = PAIR_KINDS[problem].network(approach)
    learning.load_approach(network, weights)
    return network.eval()
