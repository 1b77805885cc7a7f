"""The rows of `tests.benchmarks.gpu`: how each side does the same work, and what the device could do at most.

A side is a generator of losses that begins from the weights that both are given. Peers are written anew, as in
`training_peers.py`: one as learn2learn's users write (a module cloned for each task, tasks one after the other), one as
easyfsl's (images on the processor, standardised there, copied for each episode).
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import count

import torch
from torch import Tensor, nn
from torch.func import functional_call
from torch.nn import functional
from torch.optim import Adam

from tests.benchmarks.training_speed import sampler_of
from workbench import learning
from workbench.learning.approach import Approach
from workbench.learning.episode import Episode
from workbench.learning.events import TrainingStep
from workbench.learning.sampling import EpisodeSampler

MEAN, DEVIATION = 127.5, 73.9  # of the noise of `sampler_of`


@dataclass(frozen=True)
class Row:
    """A comparison: the approach with its options, its episodes' shape (way, shot, query) and how many make a step.

    `peer` is the loop that both peers run: their data are where each keeps them.
    """

    approach: str
    options: dict[str, str]
    shape: tuple[int, int, int]
    episodes: int
    images: int  # that go forwards and backwards through the network in an episode
    peer: "Callable[[Approach, Row, Iterator[Episode]], Iterator[float]]"


def approach_of(row: Row) -> Approach:
    """Return the approach with the weights that both sides begin with."""
    torch.default_generator.manual_seed(0)
    kind, shape = learning.approach_named(row.approach), learning.EpisodeShape(*row.shape)
    encoder = learning.build_encoder(learning.encoder_kind("conv4"), 28, 1)
    encoder.get_buffer("standardise.mean").fill_(MEAN)
    encoder.get_buffer("standardise.deviation").fill_(DEVIATION)
    return kind(encoder, shape, learning.parse_options(kind.options_kind, row.options))


def episodes_of(row: Row, device: str) -> EpisodeSampler:
    """Return the row's training episodes, their images on the device."""
    approach = approach_of(row)
    drawn = approach.training_shape(approach.shape, approach.options)
    return sampler_of((row.shape[0], drawn.shot, drawn.query), device)


def ours_replayed(row: Row, device: str) -> Iterator[float]:
    """Yield the losses of the program's own training with steps replayed where that is faster."""
    return ours(row, device, replayed=True)


def ours(row: Row, device: str, *, replayed: bool = False) -> Iterator[float]:
    """Yield the losses of the program's own training."""
    approach = approach_of(row).to(device)
    training = learning.Training(approach, learning.Plan(10**9, row.episodes, 1e-3, 10**9, 1, replayed=replayed))
    sampler = episodes_of(row, device)
    torch.default_generator.manual_seed(0)
    for event in learning.train(training, sampler, None):
        if isinstance(event, TrainingStep):
            yield event.loss


def learn2learn_style(row: Row, device: str) -> Iterator[float]:
    """Yield the losses of a loop over tasks, their images already on the device."""
    sampler = episodes_of(row, device)
    yield from row.peer(approach_of(row).to(device), row, map(sampler.episode, count()))


def easyfsl_style(row: Row, device: str) -> Iterator[float]:
    """Yield the losses of the same loop, where a loader gives images as they lie in the computer's memory."""
    sampler = episodes_of(row, "cpu")
    yield from row.peer(approach_of(row).to(device), row, map(_moved(device), map(sampler.episode, count())))


def _moved(device: str) -> Callable[[Episode], Episode]:
    def moved(episode: Episode) -> Episode:
        support = episode.support
        there = learning.Support(support.images.float().to(device), support.labels.to(device), support.way)
        rows = (
            part.to(device) for part in (episode.answers, episode.classes, episode.support_rows, episode.query_rows)
        )
        return Episode(there, episode.queries.float().to(device), *rows)

    return moved


class _Stock(nn.Module):
    """Conv-4 and a classifier of stock layers, with the weights of an approach of the program."""

    def __init__(self, approach: Approach, outputs: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for inputs in (1, 64, 64, 64):
            layers += [nn.Conv2d(inputs, 64, 3, padding=1), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(2)]
        self.body, self.head = nn.Sequential(*layers, nn.Flatten()), nn.Linear(64, outputs)
        self.to(next(approach.parameters()).device)
        own = approach.encoder.state_dict()
        with torch.no_grad():
            for name, weight in self.body.named_parameters():
                block, layer = divmod(int(name.split(".")[0]), 4)
                weight.copy_(own[f"blocks.{block}.{layer}.{name.split('.')[1]}"])
            head = dict(approach.named_parameters())
            if "head.weight" in head:
                self.head.weight.copy_(head["head.weight"].expand(outputs, -1))
                self.head.bias.copy_(head["head.bias"].expand(outputs))

    def forward(self, images: Tensor) -> Tensor:
        return self.head(self.vectors(images))

    def vectors(self, images: Tensor) -> Tensor:
        return self.body((images.float() - MEAN) / DEVIATION)


def prototypes(approach: Approach, row: Row, episodes: Iterator[Episode]) -> Iterator[float]:
    """Prototypical Networks: the images of an episode together, Adam."""
    network = _Stock(approach, 1)
    optimizer = Adam(network.body.parameters(), 1e-3)
    for episode in episodes:
        support, labels = episode.support, episode.support.labels
        vectors = network.vectors(torch.cat([support.images, episode.queries]))
        examples, queries = vectors.split([len(labels), len(episode.answers)])
        means = torch.stack([examples[labels == label].mean(0) for label in range(support.way)])
        loss = functional.cross_entropy(-torch.cdist(queries, means).square(), episode.answers)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        yield loss.item()


def maml(approach: Approach, row: Row, episodes: Iterator[Episode]) -> Iterator[float]:
    """MAML: tasks one after the other on functional weights, batch statistics of the support and queries together."""
    network, second = _Stock(approach, row.shape[0]).train(), row.options.get("order") != "first"
    optimizer = Adam(network.parameters(), 1e-3)
    steps, rate = int(row.options["inner_steps"]), float(row.options["inner_rate"])
    while True:
        optimizer.zero_grad()
        losses: list[float] = []
        for _ in range(row.episodes):
            episode = next(episodes)
            weights: dict[str, Tensor] = dict(network.named_parameters())
            for _ in range(steps):
                logits = functional_call(network, weights, (episode.support.images,))
                loss = functional.cross_entropy(logits, episode.support.labels)
                slopes = torch.autograd.grad(loss, list(weights.values()), create_graph=second)
                pairs = zip(weights.items(), slopes, strict=True)
                weights = {name: weight - rate * slope for (name, weight), slope in pairs}
            loss = functional.cross_entropy(functional_call(network, weights, (episode.queries,)), episode.answers)
            (loss / row.episodes).backward()
            losses.append(loss.item())
        optimizer.step()
        yield sum(losses) / len(losses)


def reptile(approach: Approach, row: Row, episodes: Iterator[Episode]) -> Iterator[float]:
    """Reptile: a copy is trained on batches of each task, and the weights move to the mean of the copies."""
    network, steps, batch = _Stock(approach, row.shape[0]), int(row.options["inner_steps"]), 10
    torch.default_generator.manual_seed(0)
    while True:
        losses: list[float] = []
        reached = [torch.zeros_like(weight) for weight in network.parameters()]
        for _ in range(row.episodes):
            episode, learner = next(episodes), deepcopy(network).train()
            optimizer = Adam(learner.parameters(), float(row.options["inner_rate"]), betas=(0.0, 0.999))
            images = torch.cat([episode.support.images, episode.queries])
            labels, order = torch.cat([episode.support.labels, episode.answers]), torch.empty(0, dtype=torch.int64)
            last = images.new_zeros(())
            for _ in range(steps):
                order = order if len(order) >= batch else torch.cat([order, torch.randperm(len(labels))])
                rows, order = order[:batch], order[batch:]
                loss = functional.cross_entropy(learner(images[rows]), labels[rows])
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                last = loss
            losses.append(last.item())
            for mean, weight in zip(reached, learner.parameters(), strict=True):
                mean.add_(weight.detach(), alpha=1 / row.episodes)
        with torch.no_grad():
            for weight, mean in zip(network.parameters(), reached, strict=True):
                weight.copy_(mean)
        yield sum(losses) / len(losses)


_MAML = {"inner_steps": "5", "rates": "none", "inner_rate": "0.03", "head_rate": "0.03"} | {
    "centred": "no", "head": "numbered", "transduction": "yes"
}  # fmt: skip
_REPTILE = {"inner_steps": "5", "inner_rate": "0.001", "train_shot": "10"} | {
    "head": "numbered", "keep_squares": "no", "decay": "none"
}  # fmt: skip
ROWS = {
    "ProtoNet 20-way 5-shot": Row("prototypical", {"decay": "none"}, (20, 5, 5), 1, 200, prototypes),
    "MAML second order": Row("maml", _MAML | {"decay": "none"}, (5, 1, 15), 4, 100, maml),
    "MAML first order": Row("maml", _MAML | {"decay": "none", "order": "first"}, (5, 1, 15), 4, 100, maml),
    "Reptile": Row("reptile", _REPTILE, (5, 1, 15), 4, 50, reptile),
}


def convolutions(row: Row, device: str) -> Iterator[float]:
    """Do the convolutions of a step alone, each layer's for all its images at once, forwards and backwards.

    No loop that does the row's work can be faster but by cleverer convolutions.
    """
    count, layers = row.images * row.episodes, ((1, 28), (64, 14), (64, 7), (64, 3))
    maps = [torch.randn(count, channels, side, side, device=device, requires_grad=True) for channels, side in layers]
    weights = [torch.randn(64, channels, 3, 3, device=device, requires_grad=True) for channels, _ in layers]
    slopes = [torch.randn(count, 64, side, side, device=device) for _, side in layers]
    while True:
        for layer, weight, slope in zip(maps, weights, slopes, strict=True):
            made = functional.conv2d(layer, weight, padding=1)
            torch.autograd.grad(made, (layer, weight) if layer.shape[1] > 1 else (weight,), slope)
        yield 0.0
