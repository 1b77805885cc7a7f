"""Curves learned by every approach: the error after 0, 1, 5 and 10 steps with 5, 10 and 20 points, over 600 tasks.

`python -m tests.benchmarks.problems [--only NAME] [--seed N] [--share S]`: a table of the learners named, or of all,
with 95 % intervals over tasks and the minutes of CPU time that each took to train. What each is trained with is the
program's own for curves but for what stands in `LEARNERS`; nothing was chosen on the tasks that are tested.
"""

import argparse
import sys
import time
from dataclasses import dataclass, field, replace

import torch

from workbench.learning.options import Answer
from workbench.learning.problems.curves import Curves
from workbench.learning.problems.problem import Tested
from workbench.learning.training import Plan, Training, train

CURVES = Curves()
_TASKS = 600
_TEST_SEED = 2
_STEPS = {"test_steps": 10}


@dataclass(frozen=True)
class Trained:
    """A learner and how it is trained; without episodes it is tested as it is built, nothing learned."""

    approach: str
    episodes: int
    per_step: int = 25
    rate: float = 3e-3
    options: dict[str, Answer] = field(default_factory=dict[str, Answer])


LEARNERS = {
    "MAML": Trained("maml", 500_000),
    "MAML, first order": Trained("maml", 500_000, options={"order": "first"}),
    "Meta-SGD": Trained("maml", 500_000, options={"rates": "weight"}),
    "ANIL": Trained("maml", 500_000, options={"inner": "head"}),
    "Reptile": Trained("reptile", 60_000, 1, 1e-3),
    "LSTM meta-learner": Trained("lstm", 40_000, 4, 1e-3),
    "Twin without meta-learning": Trained("transfer", 500_000, rate=1e-3),
    "Nothing learned": Trained("transfer", 0),
}


def measured(learner: Trained, seed: int) -> tuple[list[Tested], float]:
    """Train a learner, and return its figures and the minutes of CPU time that training it took."""
    torch.manual_seed(seed)
    shape = CURVES.shape(CURVES.usual.shot, CURVES.usual.query)
    approach = CURVES.build(learner.approach, shape, learner.options)
    began = time.process_time()
    plan = Plan(learner.episodes, learner.per_step, learner.rate, max(1, learner.episodes // 10), 200)
    for _ in train(Training(approach, plan), CURVES.tasks(shape, seed), None):
        pass
    minutes = (time.process_time() - began) / 60
    tested = CURVES.build(learner.approach, shape, {**learner.options, **_STEPS})
    tested.load_state_dict(approach.state_dict())
    figures = CURVES.tested(tested.eval(), _TASKS, seed + _TEST_SEED)
    return [figure for figure in figures if isinstance(figure, Tested)], minutes


def lines(name: str, figures: list[Tested], minutes: float) -> list[str]:
    """Return the rows of a learner, one for each number of points, of the family that it learned from."""
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    for figure in figures:
        points, step = figure.at
        rows.setdefault((*figure.under[1:], points), {})[step] = f"{figure.mean:.2f} ± {figure.ci95:.2f}"
    return [
        f"| {name} | {' '.join(key)} | {' | '.join(cells.values())} | {minutes:.1f} |" for key, cells in rows.items()
    ]


def main() -> None:
    """Print the table as it grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", choices=LEARNERS, default=[])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--share", type=float, default=1.0, help="of the episodes, to try the script")
    given = parser.parse_args()
    torch.set_num_threads(1)
    sys.stdout.write("| learner | points | after 0 steps | 1 | 5 | 10 | minutes |\n|---|---|---|---|---|---|---|\n")
    for name in given.only or LEARNERS:
        learner = replace(LEARNERS[name], episodes=round(given.share * LEARNERS[name].episodes))
        for line in lines(name, *measured(learner, given.seed)):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
