"""More like what somebody picked: how many of the first 20 images are wanted, on photographs of 81 kinds of grocery.

`python -m tests.benchmarks.picked DATA [--people N]`: a person wants two of the 81 classes and picks 3 or 5 images of
them, at least one of each, and 5 of other classes that they do not want. Others who pick, ten wanted and ten not each,
want two of the 81 classes, or two of the same 20 that the person's are among. Intervals are over persons.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import torch

from tests.benchmarks.archives import unpacked
from workbench.learning.approach import Approach
from workbench.learning.paired import Difference, mean_with_interval, paired_difference
from workbench.learning.problems.ratings import Parts, Ratings
from workbench.learning.recommender.image_taste import ImageTaste, RowsPicked
from workbench.learning.recommender.rating_set import AttributeNumbers, RatingSet, RatingValues
from workbench.learning.training import Plan, Training, train
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project
from workbench.operations.runs.session_features import SessionFeatures
from workbench.operations.runs.trained import PRETRAINED, load_trained
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images

KINDS, WANTED, NAMED, OF_OTHERS, ALIKE, PEOPLE_A_GROUP = 81, 2, 20, 10, 20, 25
EPISODES, EPISODES_A_STEP = 1600, 32
Score = Callable[[RowsPicked], RatingValues]


@dataclass(frozen=True)
class Person:
    """Which classes somebody wants, and what they picked."""

    classes: tuple[int, ...]
    picked: RowsPicked


class Groceries:
    """The vectors of all photographs, and the class of each."""

    def __init__(self, data: Path) -> None:
        root = unpacked(data / "grocery81_128px.zip", "grocery81")
        with tempfile.TemporaryDirectory() as folder, new_project(Path(folder) / "p.mlwb") as project:
            import_images(project, root, ImportRequest(), Silent())
            images = list_images(project)
            features = SessionFeatures(load_trained(project, PRETRAINED, "cpu"), "cpu")
            features.load(images, Silent())
            features.calibrate((), features.rows(images))
            self.vectors = features.vectors(features.inputs(images))
        self.kind = np.unique([str(image.path.parent) for image in images], return_inverse=True)[1]
        began = time.perf_counter()
        self.taste = ImageTaste(self.vectors)
        say(f"{len(images)} images of {self.kind.max() + 1} classes; axes {time.perf_counter() - began:.2f} s")

    def person(self, draw: np.random.Generator, kinds: np.ndarray, wanted: int, unwanted: int) -> Person:
        classes = tuple(draw.choice(kinds, WANTED, replace=False).tolist())
        one_each = [int(draw.choice(np.flatnonzero(self.kind == one))) for one in classes]
        others = np.setdiff1d(np.flatnonzero(np.isin(self.kind, classes)), one_each)
        rows = np.array([*one_each, *draw.choice(others, wanted - WANTED, replace=False).tolist()])
        not_wanted = draw.choice(np.flatnonzero(~np.isin(self.kind, classes)), unwanted, replace=False)
        return Person(classes, RowsPicked(rows, not_wanted))

    def precision(self, person: Person, score: Score) -> float:
        wanted = score(person.picked).copy()
        wanted[np.concatenate([person.picked.wanted, person.picked.unwanted])] = -np.inf
        return float(np.isin(self.kind[np.argsort(-wanted, kind="stable")[:NAMED]], person.classes).mean())

    def nearest_mean(self, picked: RowsPicked) -> RatingValues:
        return (self.vectors @ self.vectors[picked.wanted].mean(0)).astype(np.float64)

    def mean_less_mean(self, picked: RowsPicked) -> RatingValues:
        return self.nearest_mean(picked) - (self.vectors @ self.vectors[picked.unwanted].mean(0))

    def nearest(self, picked: RowsPicked) -> RatingValues:
        return (self.vectors @ self.vectors[picked.wanted].T).max(1).astype(np.float64)


class RatingsOfVectors(Ratings):
    """The problem of ratings where an item is an image: its vector is what is known of it, and it has no number."""

    def __init__(self, data: RatingSet, vectors: AttributeNumbers) -> None:
        super().__init__(data)
        self.vectors = vectors

    @cached_property
    def parts(self) -> Parts:
        everyone = np.arange(len(self.data.people))
        return Parts(everyone, everyone, everyone)

    @cached_property
    def _of_items(self) -> tuple[AttributeNumbers, tuple[int, ...]]:
        nothing = np.zeros((len(self.vectors), 1), np.float32)
        return np.concatenate([nothing, self.vectors], 1), (self.vectors.shape[1],)


def by_gradient(groceries: Groceries, others: Sequence[Person], episodes: int, seed: int) -> Score:
    """Return what the engine of ratings, MAML on two layers, foretells, meta-trained on others for so many episodes."""
    numbers = torch.nn.functional.normalize(groceries.taste.numbers, dim=1).numpy()
    numbers = numbers * np.float32(numbers.shape[1] ** 0.5)
    rows = [
        (person, int(item), stars)
        for person, other in enumerate(others)
        for items, stars in ((other.picked.wanted, 5.0), (other.picked.unwanted, 1.0))
        for item in items
    ]
    person, item, rating = (np.array(column) for column in zip(*rows, strict=True))
    items = tuple(map(str, range(len(numbers))))
    problem = RatingsOfVectors(RatingSet(tuple(map(str, range(len(others)))), items, person, item, rating), numbers)
    torch.manual_seed(seed)
    shape = problem.shape(OF_OTHERS, OF_OTHERS)
    approach: Approach = problem.build("maml", shape, {})
    if episodes:
        plan = Plan(episodes, EPISODES_A_STEP, problem.usual.learning_rate, episodes, 1)
        for _ in train(Training(approach, plan), problem.tasks(shape, seed), problem.validation_tasks(shape, seed)):
            pass
    foretell = problem.foretelling(approach.eval())
    everything = np.arange(len(numbers))

    def score(picked: RowsPicked) -> RatingValues:
        asked = np.concatenate([picked.wanted, picked.unwanted])
        stars = np.repeat([5.0, 1.0], [len(picked.wanted), len(picked.unwanted)])
        return foretell(0, asked, stars, everything)

    return score


def alone(groceries: Groceries, people: int) -> Iterator[str]:
    """Yield the lines of the table without other people."""
    yield "| | 3 wanted, 5 not | 5 wanted, 5 not |"
    yield "|---|---|---|"
    draws = {wanted: np.random.default_rng(wanted) for wanted in (3, 5)}
    kinds = np.arange(KINDS)
    of = {wanted: [groceries.person(draw, kinds, wanted, 5) for _ in range(people)] for wanted, draw in draws.items()}
    untrained = by_gradient(groceries, of[5][:12], 0, 0)
    scores: dict[str, Score] = {
        "nearest mean, by cosine": groceries.nearest_mean,
        "nearest mean, less that of the unwanted": groceries.mean_less_mean,
        "nearest wanted image": groceries.nearest,
        "the engine of ratings, untrained": untrained,
        "More like these": groceries.taste.wanted_most,
    }
    chance = [np.mean([np.isin(groceries.kind, one.classes).mean() for one in persons]) for persons in of.values()]
    yield "| chance | " + " | ".join(f"{each:.3f}" for each in chance) + " |"
    found = {
        name: [[groceries.precision(one, score) for one in each] for each in of.values()]
        for name, score in scores.items()
    }
    for name, columns in found.items():
        yield f"| {name} | " + " | ".join(shown(mean_with_interval(column)) for column in columns) + " |"
    ahead = (
        paired_difference(*pair)
        for pair in zip(found["More like these"], found["nearest mean, by cosine"], strict=True)
    )
    yield "| more than nearest mean | " + " | ".join(f"{each.mean:+.3f} ± {each.ci95:.3f}" for each in ahead) + " |"


def with_others(groceries: Groceries, people: int) -> Iterator[str]:
    """Yield the lines of the table with other people's picks, 3 wanted and 5 not of the person's own."""
    yield "| others, wanting two | alone | meta-trained on them | difference | engine of ratings, trained | seconds |"
    yield "|---|---|---|---|---|---|"
    for alike in (KINDS, ALIKE):
        for count in (3, 5, 10):
            columns: list[list[float]] = [[], [], []]
            seconds: list[float] = []
            for group in range(max(1, people // PEOPLE_A_GROUP)):
                draw = np.random.default_rng([group, count, alike])
                kinds = draw.choice(KINDS, alike, replace=False)
                others = [groceries.person(draw, kinds, OF_OTHERS, OF_OTHERS) for _ in range(count)]
                began = time.perf_counter()
                start = groceries.taste.learned_start([other.picked for other in others])
                seconds.append(time.perf_counter() - began)
                taught = lambda picked, start=start: groceries.taste.wanted_most(picked, start)  # noqa: E731
                steps = by_gradient(groceries, others, EPISODES, group)
                for _ in range(PEOPLE_A_GROUP):
                    one = groceries.person(draw, kinds, 3, 5)
                    for column, score in zip(columns, (groceries.taste.wanted_most, taught, steps), strict=True):
                        column.append(groceries.precision(one, score))
            own, learned, gradient = columns
            difference = paired_difference(learned, own)
            cells = [shown(mean_with_interval(own)), shown(mean_with_interval(learned))]
            cells += [f"{difference.mean:+.3f} ± {difference.ci95:.3f}", shown(mean_with_interval(gradient))]
            yield f"| {count}, of {alike} classes | " + " | ".join(cells) + f" | {np.mean(seconds):.1f} |"


def speed(groceries: Groceries) -> str:
    person = groceries.person(np.random.default_rng(0), np.arange(KINDS), 5, 5)
    seconds: list[float] = []
    for _ in range(20):
        began = time.perf_counter()
        groceries.taste.wanted_most(person.picked)
        seconds.append(time.perf_counter() - began)
    return f"{len(groceries.kind)} images ordered in {1000 * float(np.median(seconds)):.0f} ms on one thread"


def shown(found: Difference) -> str:
    return f"{found.mean:.3f} ± {found.ci95:.3f}"


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds the archives")
    parser.add_argument("--people", type=int, default=300)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    groceries = Groceries(asked.data)
    say(speed(groceries))
    for table in (alone, with_others):
        for line in table(groceries, asked.people):
            say(line)


if __name__ == "__main__":
    main()
