"""How far confidence can be trusted where a project has no classes of its own to measure it on.

`python -m tests.benchmarks.unmeasured DATA [--set grocery|omniglot|sample] [--half chosen|measured] [--episodes N]`:
labelling jobs of 3 to 10 classes, 1, 2 and 5 examples of each, and a pile of 3 to 60 images of which 0, 10, 25 or 50 %
are strangers, of none of the classes; the shipped network. The same jobs without (the shares of classes as they are)
and with the confidence of `usual_confidence.py`, whose figures were fitted on the half of Grocery that is `chosen`.
Then, pile by pile from 8 images to 12, how far the confidence of the same images moves when one more is there.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from tests.benchmarks.pile import SURE, Drawn, measure_sets, requested, shares_of
from workbench import learning
from workbench.operations.labelling.usual_confidence import confidence_scale
from workbench.operations.runs.trained import Trained

SHOTS, WAYS = (1, 2, 5), (3, 10)
SIZES = (3, 5, 7, 9, 10, 12, 15, 20, 30, 45, 60)
FOREIGN = (0.0, 0.1, 0.25, 0.5)
GROUPS = ((3, 9), (10, 20), (30, 60))
GROWING = range(8, 13)

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Answered:
    """The confidence of the images of a pile, without and with what is measured here, and which are what."""

    plain: Floats  # (n,)
    trusted: Floats  # (n,)
    right: NDArray[np.bool_]
    strange: NDArray[np.bool_]


def drawn(rows_of: list[NDArray[np.int64]], shot: int, draw: np.random.Generator, size: int, foreign: float) -> Drawn:
    """Draw a job; the images of its pile are mixed, but those of the classes come first."""
    way = int(draw.integers(WAYS[0], WAYS[1] + 1))
    chosen = draw.permutation(len(rows_of))
    mixed = [draw.permutation(rows_of[number]) for number in chosen[:way]]
    rest = np.concatenate([rows[shot:] for rows in mixed])
    labels = np.repeat(np.arange(way), [len(rows) - shot for rows in mixed])
    strangers = int(draw.binomial(size, foreign))
    taken = draw.permutation(len(rest))[: size - strangers]
    others = np.concatenate([rows_of[number] for number in chosen[way:]])
    return Drawn(
        np.concatenate([rows[:shot] for rows in mixed]),
        np.repeat(np.arange(way), shot),
        np.concatenate([rest[taken], draw.choice(others, strangers, replace=False)]),
        labels[taken],
    )


def answered(trained: Trained, features: NDArray[np.float32], job: Drawn) -> Answered:
    """Answer a job as the program does without and with `usual_confidence.py`."""
    shares = shares_of(trained, features, job, way=int(job.labels.max()) + 1)[1]
    with torch.no_grad():
        pile, examples = (
            trained.approach.embed(torch.from_numpy(features[rows])).float() for rows in (job.pile, job.examples)
        )
    familiarity = learning.familiarity(pile, examples, shares.max(1).values).double().numpy()
    plain = shares.double().numpy()
    trusted = confidence_scale(None, job.labels.tolist()).calibrated(plain, familiarity)
    strange = np.arange(len(job.pile)) >= len(job.answers)
    right = np.zeros(len(job.pile), np.bool_)
    right[: len(job.answers)] = plain.argmax(1)[: len(job.answers)] == job.answers
    return Answered(plain.max(1), trusted.max(1), right, strange)


def calibration_error(confidence: Floats, right: NDArray[np.bool_]) -> float:
    """Return how far, on average over ten bins of confidence, it lies from the share that is right."""
    bins = np.minimum((confidence * 10).astype(int), 9)
    inside = [bins == one for one in np.unique(bins)]
    return float(sum(one.mean() * abs(confidence[one].mean() - right[one].mean()) for one in inside))


def line(jobs: list[Answered]) -> Iterator[str]:
    """Yield the figures of some jobs, each without and with: of all, of strangers, of known images, of the sure."""
    right, strange = (np.concatenate([getattr(job, name) for job in jobs]) for name in ("right", "strange"))
    both = [np.concatenate([getattr(job, name) for job in jobs]) for name in ("plain", "trusted")]
    sure = [confidence > SURE for confidence in both]
    yield " → ".join(f"{100 * calibration_error(confidence, right):.1f}" for confidence in both)
    yield " → ".join(f"{100 * one[strange].mean():.1f}" for one in sure)
    yield " → ".join(f"{100 * (one & right)[~strange].mean():.1f}" for one in sure)
    yield " → ".join(f"{100 * right[one].mean():.1f}" if one.any() else "none" for one in sure)


def measure(trained: Trained, features: NDArray[np.float32], rows_of: list[NDArray[np.int64]], episodes: int) -> None:
    """Write the table, and how far confidence moves where a pile grows."""
    for shot in SHOTS:
        by_size: dict[tuple[int, int], list[Answered]] = {group: [] for group in GROUPS}
        for number in range(episodes):
            draw = np.random.default_rng([shot, number])
            size, foreign = int(draw.choice(SIZES)), float(draw.choice(FOREIGN))
            group = next(one for one in GROUPS if one[0] <= size <= one[1])
            by_size[group].append(answered(trained, features, drawn(rows_of, shot, draw, size, foreign)))
        for (least, most), jobs in by_size.items():
            sys.stdout.write(f"| {shot} | {least} to {most} | {' | '.join(line(jobs))} |\n")
            sys.stdout.flush()
    for shot in SHOTS:
        for size, moved in growing(trained, features, rows_of, shot, episodes // 4):
            sys.stdout.write(f"| {shot} | {size} to {size + 1} | {moved} |\n")
            sys.stdout.flush()


def growing(
    trained: Trained, features: NDArray[np.float32], rows_of: list[NDArray[np.int64]], shot: int, episodes: int
) -> Iterator[tuple[int, str]]:
    """Yield by how much a stranger's confidence, and that of a known image, moves on average, without and with."""
    moves: dict[int, list[Floats]] = {size: [] for size in GROWING[:-1]}
    for number in range(episodes):
        draw = np.random.default_rng([shot, number, 1])
        whole = drawn(rows_of, shot, draw, GROWING[-1], 0.5)
        order = draw.permutation(len(whole.pile))
        before: Floats | None = None
        for size in GROWING:
            kept = np.sort(order[:size])
            job = Drawn(whole.examples, whole.labels, whole.pile[kept], whole.answers[kept[kept < len(whole.answers)]])
            one = answered(trained, features, job)
            now = np.full((2, len(whole.pile)), np.nan)
            now[:, kept] = one.plain, one.trusted
            if before is not None:
                strange = (np.arange(len(order)) >= len(whole.answers)).astype(float)
                moves[size - 1].append(np.concatenate([now - before, strange[None]]))
            before = now
    for size, moved in moves.items():
        plain, trusted, strange = np.concatenate(moved, 1)
        seen = np.isfinite(plain)
        both = [
            " → ".join(f"{100 * np.abs(one[seen & (strange == which)]).mean():.1f}" for one in (plain, trusted))
            for which in (1, 0)
        ]
        yield size, " | ".join(both)


if __name__ == "__main__":
    measure_sets(requested(__doc__, episodes=400), measure)
