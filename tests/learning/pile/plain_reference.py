"""What the pile adds, written plainly: every product computed anew, every matrix dense."""

import torch
from torch import Tensor
from torch.nn import functional

from workbench.learning.pile.neighbours import Neighbours


def plain_middle(vectors: Tensor, examples: Tensor) -> Tensor:
    return (vectors.mean(0) + examples.mean(0)) / 2


def plain_familiarity(vectors: Tensor, examples: Tensor, confidence: Tensor) -> Tensor:
    middle = plain_middle(vectors, examples)
    known = functional.normalize(examples - middle, dim=1)
    return (functional.normalize(vectors - middle, dim=1) @ known.T).max(1).values + 0.4 * confidence


def plain_propagation(neighbours: Neighbours, labels: Tensor, way: int) -> Tensor:
    size = len(labels)
    graph = torch.zeros(size, size).scatter_(1, neighbours.rows, neighbours.cosines.clamp(min=0).pow(3))
    graph = graph + graph.T
    scale = graph.sum(1).clamp(min=1e-12).rsqrt()
    graph = scale[:, None] * graph * scale
    given = torch.zeros(size, way)
    given[labels >= 0] = functional.one_hot(labels[labels >= 0], way).float()
    given /= given.sum(0).clamp(min=1)
    passed = given
    for _ in range(30):
        passed = 0.9 * graph @ passed + 0.1 * given
    passed = passed + torch.finfo(torch.float32).tiny
    return passed / passed.sum(1, keepdim=True)


def plain_smoothing(logits: Tensor, neighbours: Neighbours, strength: float) -> Tensor:
    known = functional.log_softmax(logits, dim=1)
    smoothed = known
    for _ in range(20):
        smoothed = known + strength * functional.softmax(smoothed, dim=1)[neighbours.rows[:, :5]].mean(1)
    return smoothed


def plain_neighbours(units: Tensor, count: int) -> Neighbours:
    cosines = units @ units.T
    cosines.fill_diagonal_(-torch.inf)
    nearest = cosines.topk(min(count, len(units) - 1), dim=1)
    return Neighbours(nearest.indices, nearest.values)


def plain_shares(vectors: Tensor, own: Tensor, examples: Tensor, labels: Tensor, decided: Tensor) -> Tensor:
    """Return the shares of a pile with one example of a class on average, each class having one."""
    mean, size, way = vectors.mean(0), len(own), own.shape[1]
    units = functional.normalize(torch.cat([vectors, examples]) - mean, dim=1)
    neighbours = plain_neighbours(units, 10)
    numbers = torch.cat([decided, labels])
    known = torch.cat([own.clamp(min=1e-9).log(), torch.zeros(len(labels), way)])
    known += 2.0 * plain_propagation(neighbours, numbers, way).clamp(min=1e-9).log()
    known[numbers >= 0] = 20.0 * functional.one_hot(numbers[numbers >= 0], way).float()
    return functional.softmax(plain_smoothing(known, neighbours, 5.0)[:size] / 4.0, dim=1)
