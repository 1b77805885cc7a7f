"""Plain meta-training loops, as the libraries that people know write them, to measure beside the program's.

They are written anew from the papers and from what the documentation of easyfsl 1.5 and learn2learn 0.2 describes:
a module of stock layers in torch's own format, an episode at a time. With those libraries installed (`peers.txt`),
their own losses and wrappers would do the same work.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import count

import torch
from torch import Tensor, nn
from torch.func import functional_call
from torch.nn import functional
from torch.optim import Adam

from workbench.learning.episode import Episode
from workbench.learning.sampling import EpisodeSampler

TASKS = 4
STEPS = 5
INNER_RATE = 0.03


def conv4(channels: int, filters: int = 64) -> nn.Sequential:
    """Return Conv-4 of stock layers, for images (n, channels, 28, 28) from 0 to 1."""
    layers: list[nn.Module] = []
    for inputs in (channels, filters, filters, filters):
        layers += [nn.Conv2d(inputs, filters, 3, padding=1), nn.BatchNorm2d(filters), nn.ReLU(), nn.MaxPool2d(2)]
    return nn.Sequential(*layers, nn.Flatten())


def prototypical(sampler: EpisodeSampler) -> Iterator[float]:
    """Yield the loss of step after step: supports and queries through the network one after the other, Adam."""
    network = conv4(sampler.pool.images.shape[1]).to(sampler.pool.images.device)
    optimizer = Adam(network.parameters(), 1e-3)
    for number in count():
        episode = sampler.episode(number)
        support, queries = (network(images.float() / 255) for images in (episode.support.images, episode.queries))
        way = episode.support.way
        prototypes = torch.stack([support[episode.support.labels == label].mean(0) for label in range(way)])
        loss = functional.cross_entropy(-torch.cdist(queries, prototypes), episode.answers)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        yield loss.item()


def maml(sampler: EpisodeSampler, *, second_order: bool) -> Iterator[float]:
    """Yield the mean loss of step after step: MAML over tasks one after the other, batch statistics, Adam outside."""
    network = nn.Sequential(conv4(sampler.pool.images.shape[1]), nn.Linear(64, sampler.shape.way))
    network.to(sampler.pool.images.device)
    optimizer = Adam(network.parameters(), 1e-3)
    for number in count():
        optimizer.zero_grad()
        losses = 0.0
        for task in range(TASKS):
            loss = _adapted_loss(network, sampler.episode(TASKS * number + task), second_order=second_order)
            (loss / TASKS).backward()
            losses += loss.item()
        optimizer.step()
        yield losses / TASKS


def _adapted_loss(network: nn.Module, episode: Episode, *, second_order: bool) -> Tensor:
    weights: dict[str, Tensor] = dict(network.named_parameters())
    for _ in range(STEPS):
        logits = functional_call(network, weights, (episode.support.images.float() / 255,))
        loss = functional.cross_entropy(logits, episode.support.labels)
        gradients = torch.autograd.grad(loss, list(weights.values()), create_graph=second_order)
        steps = zip(weights.items(), gradients, strict=True)
        weights = {name: weight - INNER_RATE * gradient for (name, weight), gradient in steps}
    logits = functional_call(network, weights, (episode.queries.float() / 255,))
    return functional.cross_entropy(logits, episode.answers)


def reptile(sampler: EpisodeSampler, batch: int = 10) -> Iterator[float]:
    """Yield the last loss of step after step: a copy is trained by Adam on batches, and the weights move to it."""
    network = nn.Sequential(conv4(sampler.pool.images.shape[1]), nn.Linear(64, sampler.shape.way))
    network.to(sampler.pool.images.device)
    for number in count():
        last, moves = 0.0, [torch.zeros_like(weight) for weight in network.parameters()]
        for task in range(TASKS):
            episode, learner = sampler.episode(TASKS * number + task), deepcopy(network)
            optimizer = Adam(learner.parameters(), 1e-3, betas=(0.0, 0.999))
            images = torch.cat([episode.support.images, episode.queries]).float() / 255
            labels = torch.cat([episode.support.labels, episode.answers])
            for _ in range(STEPS):
                rows = torch.randperm(len(labels))[:batch]
                loss = functional.cross_entropy(learner(images[rows]), labels[rows])
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                last = loss.item()
            for move, reached, start in zip(moves, learner.parameters(), network.parameters(), strict=True):
                move.add_(reached.detach() - start.detach(), alpha=1 / TASKS)
        with torch.no_grad():
            for weight, move in zip(network.parameters(), moves, strict=True):
                weight.add_(move)
        yield last


PEERS: dict[str, Callable[[EpisodeSampler], Iterator[float]]] = {
    "prototypical": prototypical,
    "maml second order": lambda sampler: maml(sampler, second_order=True),
    "maml first order": lambda sampler: maml(sampler, second_order=False),
    "reptile": reptile,
}
