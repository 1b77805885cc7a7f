"""How well MANN answers the 1st, 2nd, … image of a class, by length of training, on made vectors of clear classes.

Five classes of five images in random order; only a guess is possible for the first, 20 % without and 45.7 % with what
labels were presented (Santoro et al., 2016, table 1, with ten images: 36.4).
Run: python -m tests.benchmarks.first_images [--episodes 9600] [--seed 0]
"""

import argparse
import json
import sys
import time

import numpy as np
import torch

from tests.learning.parts import AsGiven
from workbench import learning
from workbench.learning.approaches.mann import Mann, MannOptions
from workbench.learning.episode import EpisodeShape
from workbench.learning.events import TrainingStep
from workbench.learning.instances import by_instance
from workbench.learning.sampling import EpisodeSampler, Pool

_SHAPE = EpisodeShape(5, 4, 1)
_NUMBERS, _NOISE, _IMAGES = 64, 0.7, 20
_AT_A_TIME, _MEASURED_EVERY = 16, 3200


def main() -> None:
    """Train, and write one JSON object every so many episodes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--episodes", type=int, default=9600)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    approach = Mann(AsGiven(_NUMBERS), _SHAPE, MannOptions(rows=64, heads=2))
    plan = learning.Plan(given.episodes, _AT_A_TIME, 2e-3, 10**9, 1)
    began = time.process_time()
    for event in learning.train(learning.Training(approach, plan), _sampler(4000, 1), None):
        if isinstance(event, TrainingStep) and event.episode % _MEASURED_EVERY == 0:
            spent = (time.process_time() - began) / 60
            measured = by_instance(approach.eval(), _sampler(500, 2), 400)
            shown = {number: [round(one.mean, 3), round(one.ci95, 3)] for number, one in measured.items()}
            facts = {"seed": given.seed, "episodes": event.episode, "minutes": round(spent, 2)}
            sys.stdout.write(json.dumps(facts | {"by_instance": shown}) + "\n")
            sys.stdout.flush()


def _sampler(classes: int, seed: int) -> EpisodeSampler:
    draw = np.random.default_rng(seed)
    class_of = np.repeat(np.arange(classes), _IMAGES)
    values = draw.normal(size=(classes, _NUMBERS))[class_of] + _NOISE * draw.normal(size=(len(class_of), _NUMBERS))
    images = torch.from_numpy(np.maximum(values, 0).astype(np.float32))
    return EpisodeSampler(Pool(images, class_of, np.zeros(classes, np.int64)), _SHAPE, seed=seed, mix_tasks=True)


if __name__ == "__main__":
    main()
