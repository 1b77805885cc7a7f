"""How often an interval of a test holds the accuracy over all classes, of which a test set has only some.

From many classes (Omniglot's evaluation characters and the Grocery Store Dataset, both as the shipped network sees
them; made ones, normally distributed) test sets of a few classes are drawn, each is tested on 600 episodes, and an
interval is right where it holds the mean over all test sets. Differences are those of two learners on the same
episodes. Of a pool of 81 classes a test set of 40 is no small share: there the intervals over classes are multiplied by
sqrt(1 - share) (Cochran, 1977, "Sampling Techniques", section 2.6).
Run: python -m tests.benchmarks.coverage FOLDER [--sets 200] [--small]
"""

import argparse
import io
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from tests.benchmarks.made_episodes import Answers, Drawn, Vectors, answers, drawn
from workbench import learning
from workbench.folders import cache_folder
from workbench.learning.class_effects import class_effects, difference_over_classes, interval_over_classes
from workbench.learning.episode import EpisodeShape
from workbench.learning.paired import mean_with_interval, student_quantile

EPISODES, IMAGES = 600, 20
SHAPES = [
    *((classes, EpisodeShape(5, shot, 15)) for classes in (5, 8, 16, 40) for shot in (1, 5)),
    (20, EpisodeShape(20, 1, 15)),
]
ARCHIVES = {"omniglot": ("omniglot_images_evaluation.zip", 64), "grocery": ("grocery81_128px.zip", 128)}
Views = Mapping[str, Vectors]  # the same images, as vectors of several kinds
Learners = Mapping[str, tuple[str, str]]  # a view and a learner
LEARNERS: Learners = {
    "prototypes": ("vectors", "prototypes"),
    "nearest": ("vectors", "nearest"),
    "ridge": ("vectors", "ridge"),
    "poorer": ("poorer", "prototypes"),
}
PAIRS = (("prototypes", "poorer"), ("prototypes", "ridge"), ("ridge", "nearest"))


@dataclass(frozen=True)
class Population:
    """Classes to draw test sets from; `count` is how many there are, 0 for no end of them."""

    name: str
    count: int
    draw: Callable[[int, np.random.Generator], Views]


@dataclass(frozen=True)
class Tested:
    """One accuracy of a test set, or a difference of two, with what intervals are made of."""

    each: np.ndarray
    signed: Sequence[tuple[int, Answers]]
    episodes: Drawn
    classes: int


def main() -> None:
    """Measure and write a table a population."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="the folder that holds the archives")
    parser.add_argument("--sets", type=int, default=200)
    parser.add_argument("--small", action="store_true", help="Made classes only, a few test sets.")
    asked = parser.parse_args()
    populations = [_made()]
    if not asked.small:
        if asked.data is None:
            parser.error("name the folder that holds the archives")
        populations += [_photographed(name, asked.data) for name in ARCHIVES]
    for population in populations:
        shapes = SHAPES[:1] if asked.small else SHAPES
        _write(population, shapes, 5 if asked.small else asked.sets)


def _write(population: Population, shapes: Sequence[tuple[int, EpisodeShape]], sets: int) -> None:
    names = " | ".join(INTERVALS)
    sys.stdout.write(f"\n{population.name}, {sets} test sets: per cent of intervals that hold the truth (± points)\n\n")
    sys.stdout.write(f"| classes | episodes | of | mean | ± true | {names} |\n|{'---|' * (len(INTERVALS) + 5)}\n")
    held = list[np.ndarray]()
    for classes, shape in shapes:
        for what, tested in _tested(population, classes, shape, sets).items():
            means = np.array([test.each.mean() for test in tested])
            halves = np.array([[half(test) for half in INTERVALS.values()] for test in tested])
            if population.count:
                halves[:, 1:] *= sqrt(1 - classes / population.count)
            inside = np.abs(means - means.mean())[:, None] <= halves
            held.append(np.where(np.isnan(halves).any(0), np.nan, inside.mean(0)))
            cells = [_cell(share, half) for share, half in zip(held[-1], np.median(halves, 0), strict=True)]
            episodes, spread = f"{shape.way}-way {shape.shot}-shot", 1.96 * means.std(ddof=1)
            head = f"{classes} | {episodes} | {what} | {100 * means.mean():.1f} | {100 * spread:.1f}"
            sys.stdout.write(f"| {head} | {' | '.join(cells)} |\n")
            sys.stdout.flush()
    columns = [[share for share in column if not np.isnan(share)] for column in zip(*held, strict=True)]
    for name, total in (("mean", np.mean), ("least", np.min)):
        cells = " | ".join(_cell(float(total(column)) if column else float("nan")) for column in columns)
        sys.stdout.write(f"| all | | {name} | | | {cells} |\n")


def _cell(share: float, half: float | None = None) -> str:
    """Write how many intervals hold the truth, and half their width; a dash where there is no such interval."""
    if np.isnan(share):
        return "–"
    return f"{100 * share:.0f}" + ("" if half is None else f" ({100 * half:.1f})")


def _tested(population: Population, classes: int, shape: EpisodeShape, sets: int) -> dict[str, list[Tested]]:
    draw = np.random.default_rng([classes, shape.way, shape.shot])
    found = dict[str, list[Tested]]()
    for _ in range(sets):
        views = population.draw(classes, draw)
        episodes = drawn(classes, IMAGES, shape, EPISODES, draw)
        # With one example prototypes are the nearest neighbours.
        learners = {name: LEARNERS[name] for name in LEARNERS if name != "nearest" or shape.shot > 1}
        made = {name: answers(views[view], episodes, learner) for name, (view, learner) in learners.items()}
        for name, answer in made.items():
            found.setdefault(name, []).append(Tested(answer.each, ((1, answer),), episodes, classes))
        for one, other in PAIRS:
            if one in made and other in made:
                signed = ((1, made[one]), (-1, made[other]))
                each = made[one].each - made[other].each
                found.setdefault(f"{one} − {other}", []).append(Tested(each, signed, episodes, classes))
    return found


# The intervals, each half a width.


def _over_episodes(tested: Tested) -> float:
    return mean_with_interval(tested.each.tolist()).ci95


def _over_classes(tested: Tested) -> float:
    """The program's: the wider of two."""
    effects = [class_effects(answer.cells) for _, answer in tested.signed]
    over_classes = interval_over_classes(*effects) if len(effects) == 1 else difference_over_classes(*effects)
    return max(over_classes, _over_episodes(tested))


def _class_means(tested: Tested) -> float:
    rights = [sign * answer.confusion.diagonal() / answer.confusion.sum(1) for sign, answer in tested.signed]
    return mean_with_interval(np.sum(rights, 0).tolist()).ci95


def _jackknife(tested: Tested) -> float:
    """Leave out all episodes of one class after another, less what they vary by themselves (Arvesen, 1969)."""
    episodes, classes = len(tested.each), tested.classes
    without = np.ones((episodes, classes))
    np.put_along_axis(without, tested.episodes.classes, 0, 1)
    counts = without.sum(0)
    if not counts.all():
        return float("nan")  # Every episode has all classes.
    means = tested.each @ without / counts
    noise = tested.each.var(ddof=1)
    share = (classes - 1) / classes
    squared = share * ((means - means.mean()) ** 2).sum() - share * (noise * (1 / counts - 1 / episodes)).sum()
    return student_quantile(classes - 1) * sqrt(max(squared, 0.0) + noise / episodes)


def _bootstrap(tested: Tested) -> float:
    """Classes and episodes drawn again, an episode as often as the product of its classes (Owen, 2007)."""
    draw = np.random.default_rng(0)
    weights = draw.multinomial(tested.classes, np.full(tested.classes, 1 / tested.classes), 200)
    products = np.prod(weights[:, tested.episodes.classes], 2) * draw.exponential(size=(200, len(tested.each)))
    sums = products.sum(1)
    means = products[sums > 0] @ tested.each / sums[sums > 0]
    return float("nan") if len(means) < 100 else float(1.96 * means.std(ddof=1))


INTERVALS: Mapping[str, Callable[[Tested], float]] = {
    "over episodes": _over_episodes,
    "class means": _class_means,
    "jackknife": _jackknife,
    "bootstrap": _bootstrap,
    "**the program's**": _over_classes,
}


# Where classes come from.


def _made() -> Population:
    """Normally distributed classes of unequal spread, some of which lie far out."""
    draw = np.random.default_rng(0)
    means = draw.normal(size=(4000, 16)) * 0.6 * np.exp(0.3 * draw.normal(size=(4000, 1)))
    spreads = np.exp(0.3 * draw.normal(size=(4000, 1, 1)))

    def some(count: int, draw: np.random.Generator) -> Views:
        chosen = draw.choice(len(means), count, replace=False)
        vectors = means[chosen][:, None] + spreads[chosen] * draw.normal(size=(count, IMAGES, 16))
        return {"vectors": vectors.astype(np.float32), "poorer": vectors[:, :, ::2].astype(np.float32)}

    return Population("Made classes", 0, some)


def _photographed(name: str, data: Path) -> Population:
    features = _features(name, data)
    centred = features - features.mean((0, 1))
    centred /= np.linalg.norm(centred, axis=2, keepdims=True)

    def some(count: int, draw: np.random.Generator) -> Views:
        chosen = draw.choice(len(features), count, replace=False)
        return {"vectors": centred[chosen], "poorer": features[chosen]}

    return Population(name.capitalize(), len(features), some)


def _features(name: str, data: Path) -> Vectors:
    """Return the shipped network's features of twenty images of each class, made once."""
    file, size = ARCHIVES[name]
    kept = cache_folder() / "benchmarks" / f"coverage_{name}.npy"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.save(kept, _embedded(data / file, size))
    return np.load(kept)


def _embedded(archive: Path, size: int) -> Vectors:
    network = learning.load_pretrained()
    with zipfile.ZipFile(archive) as held:
        folders = dict[str, list[str]]()
        for image in sorted(entry for entry in held.namelist() if entry.endswith((".png", ".jpg"))):
            folders.setdefault(image.rpartition("/")[0], []).append(image)
        classes = list[np.ndarray]()
        for images in folders.values():
            decoded = [
                np.asarray(Image.open(io.BytesIO(held.read(image))).convert("RGB").resize((size, size)))
                for image in images[:IMAGES]
            ]
            batch = torch.from_numpy(np.stack(decoded)).permute(0, 3, 1, 2).contiguous()
            classes.append(learning.features(batch, network).numpy())
    return np.stack(classes)


if __name__ == "__main__":
    main()
