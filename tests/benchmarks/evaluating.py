"""Measure a test that embeds each image once beside one that embeds the images of every episode.

`python -m tests.benchmarks.evaluating [--rounds 5]`: 150 episodes of 20-way 5-shot with 15 queries, Conv-4 on 200
classes of 20 grey images of 28 pixels, episodes per second of one core's time; the answers must be the same.
"""

import argparse
import os
import sys
import time
from statistics import median

import torch

from tests.benchmarks.training_speed import sampler_of
from workbench import learning
from workbench.kept_memory import keep_freed_memory

_EPISODES = 150


def main() -> int:
    """Print both, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    keep_freed_memory()
    torch.set_num_threads(1)
    sampler, kind = sampler_of((20, 5, 15)), learning.approach_named("prototypical")
    encoder = learning.build_encoder(learning.encoder_kind("conv4"), 28, 1)
    approach = kind(encoder, sampler.shape, kind.options_kind()).eval()
    speeds: tuple[list[float], list[float]] = [], []
    for _ in range(asked.rounds):
        answers: list[list[float]] = []
        for speed, (tried, episodes) in zip(
            speeds, (learning.embedding_once(approach, sampler), (approach, sampler)), strict=True
        ):
            began = time.process_time()
            answers.append(
                [result.accuracy for result in learning.try_episodes(tried.adapt, episodes, range(_EPISODES))]
            )
            speed.append(_EPISODES / (time.process_time() - began))
        if answers[0] != answers[1]:
            raise RuntimeError("the answers differ")
    once, each = map(median, speeds)
    sys.stdout.write(f"load {os.getloadavg()[0]:.1f}; episodes per second of one core, median of {asked.rounds}\n")
    sys.stdout.write(f"each image once {once:6.1f}   every episode {each:6.1f}   ratio {once / each:.1f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
