"""Measure what proposals accepted in bulk are worth as examples, by how sure they were.

`python -m tests.benchmarks.bulk_accepts DATA [--set grocery|omniglot|sample] [--half chosen|measured] [--episodes N]`.
Jobs as in `pile.py`: ten classes, a pile of about 220 images, with and without as many foreign ones. A person accepts
all proposals for half of the pile at once; the shipped network proposes for the other half again, having learned from
none of them, from those that were sure enough, from all, or from what a person would have said of them by hand.
"""

import argparse
import sys
import tempfile
from itertools import pairwise
from math import inf
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from tests.benchmarks.pile import MOST, WAY, Drawn, features_of, half_of, images_of, jobs
from workbench import learning
from workbench.learning.paired import paired_difference
from workbench.learning.pile.pile_graph import PileGraph
from workbench.operations.features.calibration import evenly
from workbench.operations.project.opening import new_project
from workbench.operations.runs.trained import PRETRAINED, Trained, load_trained

SHOTS = (1, 5)
NONE = "none"
RULES = {NONE: inf, "≥ 0.99": 0.99, "≥ 0.9": 0.9, "≥ 0.7": 0.7, "≥ 0.5": 0.5, "all": 0.0}  # least confidence
BY_HAND = "by hand"
_FOREIGN, _OPEN = -2, -1


class Job:
    """One labelling job with its features: proposals for the pile, from the examples and what was learned since."""

    def __init__(self, trained: Trained, features: NDArray[np.float32], drawn: Drawn) -> None:
        examples, pile = features[drawn.examples], features[drawn.pile]
        trained.calibrate(torch.from_numpy(evenly([examples, pile])))
        self._approach = trained.approach
        self._examples, self._labels = torch.from_numpy(examples), torch.from_numpy(drawn.labels)
        self._pile = torch.from_numpy(pile)
        with torch.no_grad():
            self._graph = PileGraph(self._approach.embed(self._pile))

    def shares(self, learned: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return class shares (n, way) of the pile; `learned` (n,) are classes learned from, negative for none."""
        decided = torch.from_numpy(np.where(learned >= 0, learned, _OPEN))
        taught = decided >= 0
        images = torch.cat([self._examples, self._pile[taught]])
        labels = torch.cat([self._labels, decided[taught]])
        with torch.no_grad():
            classifier = self._approach.adapt(learning.Support(images, labels, WAY))
            alone = torch.softmax(classifier(self._pile), 1)
            vectors = self._approach.embed(self._examples)
            return self._graph.shares(alone, vectors, self._labels, decided).numpy()


def accuracies(job: Job, drawn: Drawn, accepted: NDArray[np.bool_]) -> tuple[dict[str, float], dict[str, int]]:
    """Return the accuracy by each rule on images that were not accepted, and how many images it learned from."""
    answers = np.full(len(drawn.pile), _FOREIGN)
    answers[: len(drawn.answers)] = drawn.answers
    first = job.shares(np.full(len(drawn.pile), _OPEN))
    confidence, best = first.max(1).astype(np.float64), first.argmax(1)
    learned = {name: np.where(accepted & (confidence >= least), best, _OPEN) for name, least in RULES.items()}
    learned[BY_HAND] = np.where(accepted, answers, _OPEN)
    asked = ~accepted & (answers >= 0)
    right = {name: float((job.shares(labels).argmax(1) == answers)[asked].mean()) for name, labels in learned.items()}
    return right, {name: int((labels >= 0).sum()) for name, labels in learned.items()}


def measure(trained: Trained, features: NDArray[np.float32], rows_of: list[NDArray[np.int64]], episodes: int) -> None:
    """Write the lines of the table: each rule, for each number of examples, without and with foreign images."""
    for shot in SHOTS:
        for foreign in (False, True):
            draw = np.random.default_rng(3)
            figures = [
                accuracies(Job(trained, features, drawn), drawn, draw.random(len(drawn.pile)) < 0.5)
                for drawn in jobs(rows_of, shot, foreign, episodes)
            ]
            before = [100 * right[NONE] for right, _ in figures]
            for name in figures[0][0]:
                after = [100 * right[name] for right, _ in figures]
                gain = paired_difference(after, before)
                learned = np.mean([counts[name] for _, counts in figures])
                sys.stdout.write(
                    f"| {shot} | {'as many' if foreign else 'none'} | {name} | {learned:.0f} "
                    f"| {np.mean(after):.1f} | {gain.mean:+.1f} ± {gain.ci95:.1f} |\n"
                )
            sys.stdout.flush()


def main() -> None:
    """Measure one set, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds the archives")
    parser.add_argument("--set", choices=["grocery", "omniglot", "sample"], action="append")
    parser.add_argument("--half", choices=["chosen", "measured"], default="measured")
    parser.add_argument("--episodes", type=int, default=100)
    request = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with new_project(Path(folder) / "p.mlwb") as project:
            trained = load_trained(project, PRETRAINED, "cpu")
        for name in request.set or ["grocery", "omniglot", "sample"]:
            by_class = images_of(name, request.data, Path(folder), request.half)
            classes = half_of(sorted(by_class), request.half)
            draw = np.random.default_rng(2)
            files = [[by_class[label][n] for n in draw.permutation(len(by_class[label]))[:MOST]] for label in classes]
            features = features_of([file for group in files for file in group])
            ends = np.cumsum([0, *map(len, files)])
            rows_of = [np.arange(start, end) for start, end in pairwise(ends)]
            sys.stdout.write(f"{name}, {request.half} half, {len(classes)} classes, {len(features):,} images\n")
            measure(trained, features, rows_of, request.episodes)


if __name__ == "__main__":
    main()
