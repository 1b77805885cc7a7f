"""Measure what proposals accepted in bulk are worth as examples, by how sure they were.

`python -m tests.benchmarks.bulk_accepts DATA [--set grocery|omniglot|sample] [--half chosen|measured] [--episodes N]`.
Jobs as in `pile.py`: ten classes, a pile of about 220 images, with and without as many foreign ones. A person accepts
all proposals for half of the pile at once. The shipped network proposes again for the rest of the pile, or for the
other half as a folder of its own, having learned from none of what was accepted, from what was sure enough, from all of
it, or from what a person would have said of the same images by hand.
"""

import sys
from dataclasses import replace
from math import inf

import numpy as np
import torch
from numpy.typing import NDArray

from tests.benchmarks.pile import WAY, Drawn, jobs, measure_sets, requested
from workbench import learning
from workbench.learning.paired import paired_difference
from workbench.learning.pile.pile_graph import PileGraph
from workbench.operations.features.calibration import evenly
from workbench.operations.runs.trained import Trained

SHOTS = {"1": (1, 1), "3": (3, 3), "5": (5, 5), "5 or 1": (5, 1)}  # of one half of the classes, and of the other
NONE, BY_HAND = "none", "by hand"
RULES = {NONE: inf, "≥ 0.9": 0.9, "≥ 0.5": 0.5, "all": 0.0}  # the least confidence to learn from
_UNKNOWN = -1

Shares = tuple[NDArray[np.float32], NDArray[np.float32]]  # (n, way) with the help of the pile, and without
Learned = dict[str, NDArray[np.int64]]  # by rule, the class (n,) learned from each image, -1 for none
Right = dict[str, tuple[int, float, float]]  # by rule, how many were learned from, and the two accuracies in %


class Labelling:
    """Some images to label, as features of the shipped network, with examples; both to be centred together."""

    def __init__(self, trained: Trained, features: NDArray[np.float32], examples: NDArray[np.float32]) -> None:
        trained.calibrate(torch.from_numpy(evenly(examples, features)))
        self._approach, self._images = trained.approach, torch.from_numpy(features)
        with torch.no_grad():
            self._graph = PileGraph(self._approach.embed(self._images))

    def shares(
        self, examples: NDArray[np.float32], labels: NDArray[np.int64], decided: NDArray[np.int64] | None = None
    ) -> Shares:
        """Adapt to examples and to the images that are `decided` (n,), and return the shares of all images."""
        known = torch.full((len(self._images),), _UNKNOWN) if decided is None else torch.from_numpy(decided)
        apart, classes = torch.from_numpy(examples), torch.from_numpy(labels)
        support = torch.cat([apart, self._images[known >= 0]])
        with torch.no_grad():
            adapted = self._approach.adapt(learning.Support(support, torch.cat([classes, known[known >= 0]]), WAY))
            alone = torch.softmax(adapted(self._images), 1)
            return self._graph.shares(alone, self._approach.embed(apart), classes, known).numpy(), alone.numpy()


def learned_from(shares: NDArray[np.float32], answers: NDArray[np.int64], accepted: NDArray[np.bool_]) -> Learned:
    """Return what each rule learns from where those were accepted in bulk."""
    confidence, best = shares.max(1).astype(np.float64), shares.argmax(1)
    by_rule = {name: np.where(accepted & (confidence >= least), best, _UNKNOWN) for name, least in RULES.items()}
    return by_rule | {BY_HAND: np.where(accepted, answers, _UNKNOWN)}


def right(shares: Shares, answers: NDArray[np.int64], learned: NDArray[np.int64]) -> tuple[int, float, float]:
    """Return how many images were learned from, and how many of those with an answer are right, in %."""
    asked = answers >= 0
    hits = [100 * float((part.argmax(1) == answers)[asked].mean()) for part in shares]
    return int((learned >= 0).sum()), hits[0], hits[1]


def rest_of_the_pile(trained: Trained, features: NDArray[np.float32], job: Drawn, accepted: NDArray[np.bool_]) -> Right:
    """Half of the pile is accepted, and the other half proposed again."""
    examples, answers = features[job.examples], answers_of(job)
    labelling = Labelling(trained, features[job.pile], examples)
    by_rule = learned_from(labelling.shares(examples, job.labels)[0], answers, accepted)
    asked = np.where(accepted, _UNKNOWN, answers)
    return {rule: right(labelling.shares(examples, job.labels, taken), asked, taken) for rule, taken in by_rule.items()}


def another_folder(trained: Trained, features: NDArray[np.float32], job: Drawn, accepted: NDArray[np.bool_]) -> Right:
    """Half of the pile is one folder and accepted, the other half another folder, proposed for after."""
    examples, answers, pile = features[job.examples], answers_of(job), features[job.pile]
    first = Labelling(trained, pile[accepted], examples).shares(examples, job.labels)[0]
    by_rule = learned_from(first, answers[accepted], np.ones(int(accepted.sum()), np.bool_))
    labelling = Labelling(trained, pile[~accepted], examples)
    found: Right = {}
    for rule, taken in by_rule.items():
        more, classes = pile[accepted][taken >= 0], taken[taken >= 0]
        shares = labelling.shares(np.concatenate([examples, more]), np.concatenate([job.labels, classes]))
        found[rule] = right(shares, answers[~accepted], taken)
    return found


def uneven(job: Drawn, most: int, least: int) -> Drawn:
    """Return the job with only so few examples of the second half of the classes."""
    kept = (job.labels < WAY // 2) | (np.arange(len(job.labels)) % most < least)
    return replace(job, examples=job.examples[kept], labels=job.labels[kept])


def answers_of(job: Drawn) -> NDArray[np.int64]:
    """Return the class of each image of the pile, -1 for foreign ones."""
    return np.concatenate([job.answers, np.full(len(job.pile) - len(job.answers), _UNKNOWN)])


PLACES = {"rest of the pile": rest_of_the_pile, "another folder": another_folder}


def measure(trained: Trained, features: NDArray[np.float32], rows_of: list[NDArray[np.int64]], episodes: int) -> None:
    """Write the lines of the table: each rule, for each number of examples, without and with foreign images."""
    for shot, (most, least) in SHOTS.items():
        for foreign in (False, True):
            for place, ask in PLACES.items():
                draw = np.random.default_rng(3)
                figures = [
                    ask(trained, features, uneven(job, most, least), draw.random(len(job.pile)) < 0.5)
                    for job in jobs(rows_of, most, foreign, episodes)
                ]
                for rule in figures[0]:
                    _write(f"| {shot} | {'as many' if foreign else 'none'} | {place} | {rule}", rule, figures)


def _write(beginning: str, rule: str, figures: list[Right]) -> None:
    learned, together, alone = (np.array([figure[rule][column] for figure in figures]) for column in range(3))
    sys.stdout.write(f"{beginning} | {learned.mean():.0f}")
    for column, values in ((1, together), (2, alone)):
        gain = paired_difference(values.tolist(), [figure[NONE][column] for figure in figures])
        sys.stdout.write(f" | {values.mean():.1f} | {gain.mean:+.1f} ± {gain.ci95:.1f}")
    sys.stdout.write(" |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    measure_sets(requested(__doc__, episodes=100), measure)
