"""How few bytes the bend of frozen features can be kept in, on validation classes that no run was trained on.

`python -m tests.benchmarks.bend FOLDER [--approach NAME] [--seeds 3] [--sample] [--only TEXT]` trains runs on features
of the shipped network, of the Grocery Store Dataset or of the sample, with a bend of full rank and with low-rank ones
(a fixed random matrix and a learned one, Hu et al., 2022, "LoRA"), and keeps the full one in several ways. All answer
the same episodes of the validation classes; differences to the full bend are paired, with 95 % intervals.
"""

import argparse
import copy
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from math import sqrt
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from tests.benchmarks.archives import unpacked
from workbench import learning
from workbench.learning.approach import Approach
from workbench.learning.events import ValidationResult
from workbench.learning.networks.encoders import FrozenFeatures
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project
from workbench.operations.project.sample import make_sample_folder
from workbench.operations.runs.run_settings import RunSettings
from workbench.operations.runs.training import TrainingRequest
from workbench.operations.runs.training_data import TrainingMaterial, run_settings
from workbench.operations.runs.training_request import fresh_training, plan_of
from workbench.operations.tasks.import_images import ImportRequest, import_images

_RANKS = (16, 32, 64, 128)
_EPISODES, _SEED = 400, 1000  # of the validation classes; no training validates itself on these episodes


class _LowRank(nn.Module):
    """U·V, V fixed at random with orthogonal rows and U from zero; `scale` sets how far a step of U moves vectors."""

    def __init__(self, inputs: int, rank: int, scale: float = 3.0) -> None:
        super().__init__()
        self.down = nn.Parameter(scale * nn.init.orthogonal_(torch.empty(rank, inputs)))
        self.weight = nn.Parameter(torch.zeros(inputs, rank))

    def forward(self, vectors: Tensor) -> Tensor:
        return functional.linear(functional.linear(vectors, self.down), self.weight)


def _trained(settings: RunSettings, material: TrainingMaterial, rank: int | None) -> tuple[Approach, float]:
    """Return the approach with its best weights, and the seconds of CPU that training took."""
    began = time.process_time()
    training = fresh_training(settings, material.sampler, plan_of(settings))
    approach = training.approach
    if rank is not None:
        approach.encoder.bend = _LowRank(approach.encoder.dimension, rank)
        training = learning.Training(approach, plan_of(settings))
    best = approach.state_dict()
    for event in learning.train(training, material.sampler, material.validation):
        if isinstance(event, ValidationResult) and event.best:
            best = copy.deepcopy(approach.state_dict())
    approach.load_state_dict(best)
    return approach.eval(), time.process_time() - began


def _kept(weight: Tensor) -> Iterator[tuple[str, int, Tensor]]:
    """Yield ways to keep a matrix: their name, their bytes, and the matrix as it comes back."""
    yield "nothing", 0, torch.zeros_like(weight)
    left, sizes, right = torch.linalg.svd(weight)
    for rank in _RANKS:
        yield f"rank {rank}", 2 * 2 * rank * len(weight), (left[:, :rank] * sizes[:rank]) @ right[:rank]
    yield "16 bits", 2 * weight.numel(), weight.half().float()
    for bits in (8, 4):
        step = (weight.abs().amax(1, keepdim=True) / (2 ** (bits - 1) - 1)).clamp(min=1e-30)  # of rows of zeros, too
        yield f"{bits} bits", bits * weight.numel() // 8 + 4 * len(weight), (weight / step).round() * step


def _accuracies(approach: Approach, settings: RunSettings, material: TrainingMaterial) -> Tensor:
    if material.held_out is None:
        raise RuntimeError("there are no validation classes")
    shape = learning.EpisodeShape(settings.way, settings.shot, 15, settings.training_classes)
    sampler = learning.EpisodeSampler(material.held_out.pool, shape, seed=_SEED, mix_tasks=settings.mix_tasks)
    tried, episodes = learning.embedding_once(approach, sampler)
    with torch.no_grad():
        return torch.tensor(
            [result.accuracy for result in learning.try_episodes(tried.adapt, episodes, range(_EPISODES))]
        )


def _said(accuracies: Tensor, full: Tensor) -> str:
    apart = 100 * (accuracies - full)
    return f"{100 * accuracies.mean():.2f}   {apart.mean():+.2f} ± {1.96 * apart.std() / sqrt(len(apart)):.2f}"


def _compare(settings: RunSettings, material: TrainingMaterial, only: str) -> Iterator[tuple[str, Tensor, str]]:
    """Yield each way, its accuracies, and what else is to be said of it."""
    approach, seconds = _trained(settings, material, None)
    encoder = approach.encoder
    if not isinstance(encoder, FrozenFeatures) or material.held_out is None:
        raise RuntimeError("there is no bend")
    yield "full", _accuracies(approach, settings, material), f"trained in {seconds:.1f} s"
    weight, images = encoder.bend.weight.detach().clone(), material.held_out.pool.images
    with torch.no_grad():
        before = encoder(images)
        for name, size, kept in _kept(weight):
            if only not in name:
                continue
            encoder.bend.weight.copy_(kept)
            moved = (encoder(images) - before).norm(dim=1).mean()
            yield name, _accuracies(approach, settings, material), f"{size / 1e6:.2f} MB, vectors off by {moved:.4f}"
    for rank in _RANKS[2:]:
        if only not in f"trained with rank {rank}":
            continue
        approach, seconds = _trained(settings, material, rank)
        yield f"trained with rank {rank}", _accuracies(approach, settings, material), f"trained in {seconds:.1f} s"


def main() -> int:
    """Print a line for each way and seed, and at the end one for each way over all seeds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds the archives")
    parser.add_argument("--approach", default="prototypical")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--only", default="", metavar="TEXT", help="ways whose name has it")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    found: dict[str, list[Tensor]] = {}
    with tempfile.TemporaryDirectory() as place, new_project(Path(place) / "made.mlwb") as project:
        groceries = None if asked.sample else unpacked(asked.data / "grocery81_128px.zip", "grocery81")
        images = groceries or make_sample_folder(Path(place) / "sample", 0, Silent()).alphabets
        import_images(project, images, ImportRequest(), Silent())
        for seed in range(asked.seeds):
            request = TrainingRequest(
                asked.approach, "efficientnet-lite0", query=5, mix_tasks=asked.sample, validate_every=400,
                validation_episodes=100, seed=seed, fit="stretch",
            )  # fmt: skip
            settings = run_settings(project, request)
            material = TrainingMaterial.load(project, settings, "cpu", Silent())
            settings = replace(settings, training_classes=material.sampler.classes)
            for name, accuracies, more in _compare(settings, material, asked.only):
                found.setdefault(name, []).append(accuracies)
                sys.stdout.write(f"seed {seed}  {name:<24} {_said(accuracies, found['full'][-1])}   {more}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{asked.approach}, {asked.seeds} seeds\n")
    for name, accuracies in found.items():
        sys.stdout.write(f"{name:<24} {_said(torch.cat(accuracies), torch.cat(found['full']))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
