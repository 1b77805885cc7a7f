"""Measure how many examples are marked as doubtful, and how many of those are of a wrong class.

`python -m tests.benchmarks.doubtful DATA [--set grocery|omniglot|sample] [--half chosen|measured] [--episodes N]`. Ten
classes of three, five or ten examples that are all right, and the same with one of them replaced by an image of another
of the ten; the shipped network, centred on them and on a pile as in `pile.py`. An example is marked that looks so much
surer to be of another class than of its own to all others, or that is nearly the same as one of another class.
"""

import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from tests.benchmarks.pile import WAY, Drawn, jobs, measure_sets, requested
from workbench.operations.labelling._supports import Supports
from workbench.operations.labelling.auditing.leave_one_out import leave_one_out
from workbench.operations.labelling.auditing.near_duplicates import near_duplicates
from workbench.operations.labelling.auditing.second_look import CLEAR
from workbench.operations.progress import Silent
from workbench.operations.runs.session_features import SessionFeatures
from workbench.operations.runs.trained import Trained
from workbench.operations.tasks.images import ImageFacts

SHOTS = (3, 5, 10)
LEAST = (0.7, 0.8, 0.9, CLEAR, 0.95)  # how much surer it is of the other class


@dataclass(frozen=True)
class Doubts:
    """How doubtful each example is (n,), whether it is nearly the same as another, and which is wrong, -1 for none."""

    doubt: NDArray[np.float64]
    same: NDArray[np.bool_]
    wrong: int

    def marked(self, least: float) -> tuple[int, int]:
        """Return how many are marked, and how many of those are wrong."""
        marked = (self.doubt >= least) | self.same
        return int(marked.sum()), int(self.wrong >= 0 and marked[self.wrong])


def with_a_wrong_one(rows_of: list[NDArray[np.int64]], job: Drawn, draw: np.random.Generator) -> tuple[Drawn, int]:
    """Return the job with one example replaced by an image of another of its classes, and which one."""
    where = int(draw.integers(len(job.examples)))
    of_class = {int(row): number for number, rows in enumerate(rows_of) for row in rows}
    own = of_class[int(job.examples[where])]
    others = [of_class[int(row)] for row in job.examples if of_class[int(row)] != own]
    examples = job.examples.copy()
    examples[where] = draw.choice(np.setdiff1d(rows_of[int(draw.choice(others))], job.examples))
    return replace(job, examples=examples, pile=np.setdiff1d(job.pile, examples)), where


def doubts(trained: Trained, features: NDArray[np.float32], job: Drawn, wrong: int = -1) -> Doubts:
    """Look at the examples as the page Label does."""
    rows = np.concatenate([job.examples, job.pile])
    images = tuple(
        ImageFacts(number, str(Path(f"{row}.jpg")), int(row).to_bytes(32, "big"), None, "ready", None, None)
        for number, row in enumerate(rows)
    )
    held = SessionFeatures(trained, "cpu")
    held._inputs = torch.from_numpy(features[rows])
    held._rows = {image.sha256: number for number, image in enumerate(images)}
    given = images[: len(job.examples)]
    held.calibrate(given, np.arange(len(given), len(rows)))
    names = tuple(map(str, range(WAY)))
    supports = Supports(tuple(range(WAY)), names, given, tuple(job.labels.tolist()), len(given))
    doubt, same = np.full(len(given), -1.0), np.zeros(len(given), np.bool_)
    for one in leave_one_out(held, supports, {}, Silent()):
        doubt[one.image] = one.doubt if one.is_doubtful else -1.0
    for first, second, _ in near_duplicates(held, supports):
        same[[first, second]] = True
    return Doubts(doubt, same, wrong)


def with_interval(shares: NDArray[np.float64]) -> str:
    """Return a share of all draws in % with its 95 % interval, drawing draws again; `shares` (draws, 2) has counts."""
    draw = np.random.default_rng(7)
    again = shares[draw.integers(len(shares), size=(2000, len(shares)))].sum(1)
    ends = np.percentile(again[:, 0] / np.maximum(again[:, 1], 1), (2.5, 97.5))
    return f"{100 * shares[:, 0].sum() / max(shares[:, 1].sum(), 1):.0f} ({100 * ends[0]:.0f} to {100 * ends[1]:.0f})"


def measure(trained: Trained, features: NDArray[np.float32], rows_of: list[NDArray[np.int64]], episodes: int) -> None:
    """Write one line of the table for each number of examples and each threshold."""
    for shot in SHOTS:
        draw = np.random.default_rng(5)
        drawn = list(jobs(rows_of, shot, False, episodes))
        clean = [doubts(trained, features, job) for job in drawn]
        spoiled = [doubts(trained, features, *with_a_wrong_one(rows_of, job, draw)) for job in drawn]
        for least in LEAST:
            alarms = np.array([one.marked(least)[0] for one in clean], np.float64)
            marked, found = np.array([one.marked(least) for one in spoiled], np.float64).T
            error = 1.96 * alarms.std(ddof=1) / np.sqrt(len(alarms))
            recall = with_interval(np.stack([found, np.ones_like(found)], 1))
            precision = with_interval(np.stack([found, marked], 1))
            sys.stdout.write(f"| {shot} | {least} | {alarms.mean():.1f} ± {error:.1f} | {recall} | {precision} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    measure_sets(requested(__doc__, episodes=30), measure)
