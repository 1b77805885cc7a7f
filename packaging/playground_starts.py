"""Train the networks that the playground ships, and write them to resources/playground.

`python packaging/playground_starts.py`; takes a few minutes on one core, and always leads to the same networks on the
same machine. What they reach on new curves is printed, and held by tests/operations/playground.
"""

import sys
import time
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parents[1]))

from workbench.operations.playground.adapted_pair import adapt_pair
from workbench.operations.playground.curve_tasks import FAMILIES, draw_curve
from workbench.operations.playground.pair_training import PairPlan, train_pair
from workbench.operations.playground.starts import StartPair, write_starts
from workbench.operations.progress import Silent

TASKS = 250_000
TRIED = 100  # curves of each family


def describe(pair: StartPair) -> None:
    """Print the mean squared errors of both on new curves, after 0, 1, 5 and 10 steps."""
    for family in FAMILIES:
        drawn = [draw_curve(family, 1000 * number) for number in range(TRIED)]
        tried = [adapt_pair(pair, task.points, task.truth) for task in drawn]
        for name in ("learner", "twin"):
            errors = [[getattr(each, name)[step].error for each in tried] for step in (0, 1, 5, 10)]
            means = ", ".join(f"{sum(column) / TRIED:.2f}" for column in errors)
            sys.stdout.write(f"{pair.tasks} tasks, {family}, {name}: {means}\n")


def main() -> None:
    """Train, write, and say what was reached."""
    torch.set_num_threads(1)
    pairs: list[StartPair] = []
    began = time.monotonic()
    train_pair(PairPlan("curves", TASKS), Silent(), pairs.append)
    sys.stdout.write(f"{time.monotonic() - began:.0f} s\n")
    write_starts(pairs)
    for pair in pairs:
        describe(pair)


if __name__ == "__main__":
    main()
