"""Ratings learned from MovieLens-100K, beside baselines: users 8:1:1 by seed, 13 to 100 ratings, ten of them asked.

`python -m tests.benchmarks.problems_ratings FOLDER [--seeds N] [--part validated] [--learner maml]
[--option NAME=VALUE]`: FOLDER holds `ml-100k.inter`, `.item` and `.user` as RecBole has them, or `u.data`, `u.item` and
`u.user`. The protocol is that of RecBole-MetaRec (asset/result/MovieLens-100K.md): all other ratings of a person are
the support. The baselines' shrinkage is that of `workbench/learning/recommender/baselines.py`.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from workbench.learning.approach import Approach
from workbench.learning.events import ValidationResult
from workbench.learning.options import parse_options
from workbench.learning.paired import mean_with_interval, paired_difference
from workbench.learning.problems.ratings import QUERIES, TESTED_SHOTS, ForetellFor, Ratings, for_anyone
from workbench.learning.recommender.baselines import RATING_BASELINES
from workbench.learning.recommender.rating_set import RatingSet
from workbench.learning.training import Plan, Training, train
from workbench.operations.ratings.rating_files import read_ratings

FEWEST, MOST = 13, 100
SCORES = ("mae", "ndcg5", "precision5")
Scores = dict[tuple[str, int | None], list[dict[str, float]]]  # of people, by what foretold and with how many ratings


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def movielens(folder: Path) -> RatingSet:
    """Return the ratings of those who gave 13 to 100, and what is known of them but for where they live."""
    names = ("ml-100k.inter", "ml-100k.item", "ml-100k.user")
    names = names if (folder / names[0]).exists() else ("u.data", "u.item", "u.user")
    data = read_ratings(*(folder / name for name in names))
    counts = np.bincount(data.person, minlength=len(data.people))
    kept = np.flatnonzero((counts >= FEWEST) & (counts <= MOST))
    rows = np.isin(data.person, kept)
    return replace(
        data,
        people=tuple(data.people[person] for person in kept),
        person=np.searchsorted(kept, data.person[rows]),
        item=data.item[rows],
        rating=data.rating[rows],
        time=None,
        of_people=tuple(
            replace(known, cells=tuple(known.cells[person] for person in kept))
            for known in data.of_people
            if not known.name.startswith("zip")
        ),
    )


def trained(problem: Ratings, asked: argparse.Namespace, learner: str, seed: int) -> Approach:
    torch.manual_seed(seed)
    options = dict(text.split("=", 1) for text in asked.option) if learner == asked.learner else {}
    parsed = parse_options(problem.learner(learner).options_kind, options)
    given = {name: getattr(parsed, name) for name in options}
    shape = problem.shape(asked.shot, QUERIES)
    approach = problem.build(learner, shape, given)
    plan = Plan(asked.episodes, 32, asked.rate, max(32, asked.episodes // 6), len(problem.parts.validated))
    kept = {name: value.clone() for name, value in approach.state_dict().items()}
    for event in train(Training(approach, plan), problem.tasks(shape, seed), problem.validation_tasks(shape, seed + 1)):
        if isinstance(event, ValidationResult):
            say(f"    {learner}, {event.episode} episodes: {event.accuracy:.4f} on validation")
            if event.best:
                kept = {name: value.clone() for name, value in approach.state_dict().items()}
    approach.load_state_dict(kept)
    return approach.eval()


def foretelling(problem: Ratings, asked: argparse.Namespace, seed: int) -> Iterator[tuple[str, ForetellFor]]:
    for learner in dict.fromkeys((asked.learner, *asked.beside)):
        began = time.monotonic()
        approach = trained(problem, asked, learner, seed)
        say(f"  {learner}: {(time.monotonic() - began) / 60:.2f} minutes")
        yield learner, problem.foretelling(approach)
    for name, fitted in RATING_BASELINES.items():
        yield name, for_anyone(fitted(problem.known))


def measure(asked: argparse.Namespace) -> Scores:
    data = movielens(asked.folder)
    say(f"{len(data.people)} people, {len(data.items)} items, {len(data.rating)} ratings")
    scores: Scores = defaultdict(list)
    for seed in range(asked.first, asked.first + asked.seeds):
        problem = Ratings().with_data(data, seed)
        people = getattr(problem.parts, asked.part)
        for name, foretell in foretelling(problem, asked, seed):
            for shot in (*TESTED_SHOTS, None):
                scores[name, shot] += [problem.scores_of(foretell, int(person), shot, seed) for person in people]
    return scores


def table(scores: Scores, of: str) -> Iterator[str]:
    """Yield the lines of a table in Markdown; last is how far `of` is ahead in precision, paired by person."""
    yield f"| ratings given | | MAE | nDCG@5 | precision@5 | precision, {of} less this |"
    yield "|---|---|---|---|---|---|"
    for (name, shot), people in sorted(scores.items(), key=lambda each: (each[0][1] or 99, each[0][0] != of)):
        found = [mean_with_interval([person[score] for person in people]) for score in SCORES]
        cells = [f"{each.mean:.3f} ± {each.ci95:.3f}" for each in found]
        ahead = paired_difference(*([person["precision5"] for person in scores[each, shot]] for each in (of, name)))
        cells.append("" if name == of else f"{ahead.mean:+.3f} ± {ahead.ci95:.3f}")
        yield f"| {shot or 'all others'} | {name} | {' | '.join(cells)} |"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--part", choices=("validated", "tested"), default="tested")
    parser.add_argument("--learner", default="maml")
    parser.add_argument("--beside", nargs="*", default=["transfer"])
    parser.add_argument("--option", action="append", default=[])
    parser.add_argument("--episodes", type=int, default=Ratings.usual.episodes)
    parser.add_argument("--shot", type=int, default=Ratings.usual.shot)
    parser.add_argument("--rate", type=float, default=Ratings.usual.learning_rate)
    asked = parser.parse_args(arguments)
    torch.set_num_threads(1)
    for line in table(measure(asked), asked.learner):
        say(line)


if __name__ == "__main__":
    main()
