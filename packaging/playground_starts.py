"""Train the networks that the playground ships, and write them to resources/playground.

`python packaging/playground_starts.py [PROBLEM]…`: those of all benches, or of these; takes a few minutes on one core
for each, and always leads to the same networks on the same machine. What they reach on new tasks is printed, and held
by tests/operations/playground.
"""

import argparse
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parents[1]))

from workbench.operations.playground.adapted_pair import AdaptedPair, adapt_pair
from workbench.operations.playground.adapted_ratings import adapt_to_ratings
from workbench.operations.playground.curve_tasks import FAMILIES, draw_curve
from workbench.operations.playground.goals import GOAL_KINDS, draw_goal
from workbench.operations.playground.pair_training import PairPlan, train_pair
from workbench.operations.playground.rating_people import PERSON_KINDS, draw_person
from workbench.operations.playground.starts import StartPair, write_starts
from workbench.operations.playground.walked_pair import walk_pair
from workbench.operations.progress import Silent

CURVES, PEOPLE, GOALS = 100, 20, 20  # tried of each kind
STEPS = (0, 1, 2, 3, 5, 10)  # that are said, where as many are taken

Tried = Iterable[tuple[str, list[AdaptedPair]]]  # by what they are


def curves(pair: StartPair) -> Iterator[tuple[str, list[AdaptedPair]]]:
    """Yield what becomes of new curves of each family; the errors are mean squared ones."""
    for family in FAMILIES:
        tasks = [draw_curve(family, 1000 * number) for number in range(CURVES)]
        yield family, [adapt_pair(pair, task.points, task.truth) for task in tasks]


def ratings(pair: StartPair) -> Iterator[tuple[str, list[AdaptedPair]]]:
    """Yield what becomes of new people of each kind; the errors are mean absolute ones, in stars."""
    for kind in PERSON_KINDS:
        people = [draw_person(kind, number) for number in range(PEOPLE)]
        yield kind, [adapt_to_ratings(pair, person.ratings, person.given) for person in people]


def movement(pair: StartPair) -> Iterator[tuple[str, list[AdaptedPair]]]:
    """Yield what becomes of new goals of each kind; the errors are minus the mean returns."""
    for kind in GOAL_KINDS:
        walked = [deque(walk_pair(pair, draw_goal(kind, number)), 1).pop() for number in range(GOALS)]
        yield kind, list[AdaptedPair](walked)


SHIPPED: dict[str, tuple[PairPlan, Callable[[StartPair], Tried]]] = {
    "curves": (PairPlan("curves", 250_000), curves),
    "ratings": (PairPlan("ratings", 20_000, rate=2e-3), ratings),
    "movement": (PairPlan("movement", 2_000), movement),
}


def describe(pair: StartPair, tried: Tried) -> None:
    """Print the errors of both on new tasks, after some steps."""
    for kind, pairs in tried:
        for name in ("learner", "twin"):
            taken = [step for step in STEPS if step < len(pairs[0].learner)]
            errors = [[getattr(each, name)[step].error for each in pairs] for step in taken]
            means = ", ".join(f"{sum(column) / len(pairs):.2f}" for column in errors)
            sys.stdout.write(f"{pair.tasks} tasks, {kind}, {name}: {means}\n")


def main() -> None:
    """Train, write, and say what was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("problems", nargs="*", choices=[[], *SHIPPED], default=[])
    torch.set_num_threads(1)
    for problem in parser.parse_args().problems or SHIPPED:
        plan, tried = SHIPPED[problem]
        pairs: list[StartPair] = []
        began = time.monotonic()
        train_pair(plan, Silent(), pairs.append)
        sys.stdout.write(f"{problem}: {time.monotonic() - began:.0f} s\n")
        write_starts(pairs)
        for pair in pairs:
            describe(pair, tried(pair))


if __name__ == "__main__":
    main()
