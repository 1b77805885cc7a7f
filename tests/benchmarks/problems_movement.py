"""How much a walk to an unknown goal earns after each update, with meta-learning and without.

`python -m tests.benchmarks.problems_movement [--learners maml transfer] [--seeds 3] [--goals 100] [--steps 200]
[--at-once 10] [--walks 20] [--option NAME=VALUE]` trains each learner from several seeds and tests it on goals that no
training and no validation saw, or with `--validation` on those to choose options by. With 0 steps it tests fresh
weights. The twin walks as often in an outer step as MAML does with its updates. An interval is over seeds (Student's
t); beside it is the widest of those over the goals of a seed. Minutes are of the processor.
"""

import argparse
import sys
import time
from collections import defaultdict
from dataclasses import replace
from statistics import mean

import torch
from scipy.stats import t as student

from workbench import learning
from workbench.learning.approach import Approach
from workbench.learning.events import TrainingStep
from workbench.learning.options import parse_options
from workbench.learning.problems.problem import Problem, Tested
from workbench.learning.training import Plan, Training, train

_VALIDATION, _TEST = 1, 2  # added to the seed, as runs have them
_TWIN = "transfer"
_SHOWN = 10  # steps between two lines about a training


def trained(problem: Problem, learner: str, chosen: argparse.Namespace, seed: int) -> Approach:
    """Return a learner that was trained from a seed, and say how it went."""
    torch.manual_seed(seed)
    texts = dict(text.split("=", 1) for text in chosen.option or [])
    kind = problem.learner(learner).options_kind
    answers = {name: getattr(parse_options(kind, texts), name) for name in texts}
    shape = problem.shape(chosen.walks, chosen.walks * (2 if learner == _TWIN else 1))
    approach = problem.build(learner, shape, {"test_steps": 3, **answers})
    usual = problem.usual
    if not chosen.steps:
        return approach.eval()
    at_once = chosen.at_once
    plan = Plan(chosen.steps * at_once, at_once, usual.learning_rate, chosen.steps * at_once, 2)
    for event in train(Training(approach, plan), problem.tasks(shape, seed), None):
        if isinstance(event, TrainingStep) and chosen.verbose and event.episode % (_SHOWN * at_once) == 0:
            sys.stderr.write(
                f"{learner} {seed} {event.episode // at_once}: {event.accuracy:.2f} {event.seconds:.0f} s\n"
            )
    return approach.eval()


def figures(problem: Problem, approach: Approach, chosen: argparse.Namespace, seed: int) -> list[Tested]:
    """Return what a test yields, on goals of the validation or on new ones."""
    drawn = seed + (_VALIDATION if chosen.validation else _TEST) * 1000
    return [each for each in problem.tested(approach, chosen.goals, drawn) if isinstance(each, Tested)]


def line(name: str, update: str, several: list[Tested]) -> str:
    """Return a row of the table: the mean over seeds with its interval, and the widest interval over goals."""
    means = [each.mean for each in several]
    centre, count = mean(means), len(means)
    spread = (sum((value - centre) ** 2 for value in means) / (count - 1)) ** 0.5 if count > 1 else float("nan")
    half = float(student.ppf(0.975, count - 1)) * spread / count**0.5 if count > 1 else float("nan")
    return f"| {name} | {update} | {centre:.2f} ± {half:.2f} | {max(each.ci95 for each in several):.2f} |"


def main() -> None:
    """Train, test, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", nargs="+", default=["maml", "transfer"])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--goals", type=int, default=100)
    parser.add_argument("--steps", type=int, default=200, help="outer steps")
    parser.add_argument("--at-once", type=int, default=10, help="goals of an outer step")
    parser.add_argument("--walks", type=int, default=20, help="walks to each goal, of an update and of an outer step")
    parser.add_argument("--option", action="append", help="NAME=VALUE, for all learners")
    parser.add_argument("--validation", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    chosen = parser.parse_args()
    problem = learning.problem_named("movement")
    sys.stdout.write("| learner | update | return | over goals |\n|---|---|---|---|\n")
    for learner in chosen.learners:
        found, began = defaultdict[tuple[str, str], list[Tested]](list), time.process_time()
        approaches = [trained(problem, learner, chosen, seed) for seed in range(chosen.seeds)]
        minutes = (time.process_time() - began) / 60 / chosen.seeds
        for seed, approach in enumerate(approaches):
            for each in figures(problem, approach, chosen, seed):
                found[" ".join((learner, *each.under)), each.at[0]].append(replace(each))
        for (name, update), several in found.items():
            sys.stdout.write(line(name, update, several) + "\n")
        sys.stdout.write(f"{learner}: {minutes:.1f} minutes of the processor for a training\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
