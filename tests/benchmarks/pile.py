"""Measure what the unlabelled pile adds to proposals of the shipped network, beside the same proposals without it.

`python -m tests.benchmarks.pile DATA [--set grocery|omniglot|sample] [--half chosen|measured] [--episodes N]`. Ten
classes, a pile of about 220 images whose class shares are uneven (Dirichlet, concentration 2), with and without as many
foreign images in it. Half of the classes are there to choose settings by, the other half to measure with.
"""

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from tests.benchmarks.archives import unpacked
from workbench import learning
from workbench.imaging.sample import make_sample
from workbench.learning.paired import paired_difference
from workbench.learning.pile.pile_graph import PileGraph
from workbench.operations.features.calibration import evenly
from workbench.operations.features.load_images import ImageRef, load_features
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project
from workbench.operations.runs.trained import PRETRAINED, Trained, load_trained

WAY, PILE, SHOTS = 10, 220, (1, 2, 3, 5, 10)
LEAST, MOST = 15, 40  # images of a class that are used
MOST_CLASSES = 100
SURE = 0.9

# Of a run, the features (n, 1280) of images, the rows of each class, and a number of episodes.
Measure = Callable[[Trained, NDArray[np.float32], list[NDArray[np.int64]], int], None]


@dataclass(frozen=True)
class Drawn:
    """One labelling job: examples, and a pile whose first images are of their classes."""

    examples: NDArray[np.int64]
    labels: NDArray[np.int64]
    pile: NDArray[np.int64]
    answers: NDArray[np.int64]  # of the first images of the pile; the others are foreign


def images_of(name: str, data: Path, home: Path, half: str) -> dict[str, list[Path]]:
    """Return the files of each class of a set; of Omniglot, settings are chosen on the background alphabets alone."""
    if name == "sample":
        make_sample(home / "sample", seed=0)
        root = home / "sample"
    elif name == "grocery":
        root = unpacked(data / "grocery81_128px.zip", "grocery81")
    else:
        part = "background" if half == "chosen" else "evaluation"
        root = unpacked(data / f"omniglot_images_{part}.zip", f"images_{part}")
    by_class: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(root.rglob("*")):
        if path.suffix.lower() in {".png", ".jpg"}:
            by_class[str(path.parent.relative_to(root))].append(path)
    return {label: files for label, files in by_class.items() if len(files) >= LEAST}


def half_of(classes: list[str], half: str) -> list[str]:
    """Return the classes to choose settings by, or those to measure with; the halves have none in common."""
    order = [classes[number] for number in np.random.default_rng(0).permutation(len(classes))]
    middle = len(order) // 2
    return order[:middle][:MOST_CLASSES] if half == "chosen" else order[middle:][:MOST_CLASSES]


def jobs(rows_of: list[NDArray[np.int64]], shot: int, foreign: bool, episodes: int) -> Iterator[Drawn]:
    """Draw labelling jobs, always the same."""
    draw = np.random.default_rng(1)
    for _ in range(episodes):
        chosen = draw.permutation(len(rows_of))
        shares = draw.multinomial(PILE, draw.dirichlet(np.full(WAY, 2.0)))
        mixed = [draw.permutation(rows_of[number]) for number in chosen[:WAY]]
        taken = [rows[shot : shot + max(1, count)] for rows, count in zip(mixed, shares, strict=True)]
        others = np.concatenate([rows_of[number] for number in chosen[WAY:]])
        count = sum(map(len, taken)) if foreign else 0
        strangers = draw.choice(others, min(count, len(others)), replace=False)
        yield Drawn(
            np.concatenate([rows[:shot] for rows in mixed]),
            np.repeat(np.arange(WAY), shot),
            np.concatenate([*taken, strangers]),
            np.repeat(np.arange(WAY), [len(rows) for rows in taken]),
        )


def shares_of(
    trained: Trained, features: NDArray[np.float32], job: Drawn, way: int = WAY
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the class shares of the pile without and with its own help, as the program labels a folder."""
    examples, pile = features[job.examples], features[job.pile]
    trained.calibrate(torch.from_numpy(evenly(examples, pile)))
    approach, labels = trained.approach, torch.from_numpy(job.labels)
    with torch.no_grad():
        classifier = approach.adapt(learning.Support(torch.from_numpy(examples), labels, way))
        alone = torch.softmax(classifier(torch.from_numpy(pile)), 1)
        graph = PileGraph(approach.embed(torch.from_numpy(pile)))
        return alone, graph.shares(alone, approach.embed(torch.from_numpy(examples)), labels)


def measure(trained: Trained, features: NDArray[np.float32], rows_of: list[NDArray[np.int64]], episodes: int) -> None:
    """Write one line of the table for each number of examples, without and with foreign images."""
    for shot in SHOTS:
        for foreign in (False, True):
            rights: list[tuple[float, float]] = []
            sure: list[float] = []
            for job in jobs(rows_of, shot, foreign, episodes):
                both = [shares[: len(job.answers)].numpy() for shares in shares_of(trained, features, job)]
                hits = [shares.argmax(1) == job.answers for shares in both]
                rights.append((hits[0].mean(), hits[1].mean()))
                sure += hits[1][both[1].max(1) >= SURE].tolist()
            alone, together = 100 * np.array(rights).T
            gain = paired_difference(together.tolist(), alone.tolist())
            sys.stdout.write(
                f"| {shot} | {'as many' if foreign else 'none'} | {alone.mean():.1f} | {together.mean():.1f} "
                f"| {gain.mean:+.1f} ± {gain.ci95:.1f} | {100 * np.mean(sure):.1f} % of {len(sure):,} |\n"
            )
            sys.stdout.flush()


def features_of(files: list[Path]) -> NDArray[np.float32]:
    """Return the shipped network's features (n, 1280) of files."""
    refs = [ImageRef(path, sha256(path.read_bytes()).digest()) for path in files]
    return load_features(refs, learning.encoder_kind("efficientnet-lite0").size, "cpu", Silent()).values


def requested(description: str | None, episodes: int) -> argparse.Namespace:
    """Return what the command line says: the data, the sets, which half of the classes, and how many episodes."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("data", type=Path, help="the folder that holds the archives")
    parser.add_argument("--set", choices=["grocery", "omniglot", "sample"], action="append")
    parser.add_argument("--half", choices=["chosen", "measured"], default="measured")
    parser.add_argument("--episodes", type=int, default=episodes)
    return parser.parse_args()


def measure_sets(request: argparse.Namespace, measure: Measure) -> None:
    """Measure one set, or all, with the shipped network."""
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
    measure_sets(requested(__doc__, episodes=200), measure)
