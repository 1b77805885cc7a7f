"""The inner loops of all tasks of a step at once, by `torch.vmap`: as many launches as one task takes.

A task's steps depend on one another, so that a GPU with a single task has little to do and waits for the next launch.
Only tasks of equal shapes can go together. PyTorch's documentation, "Model ensembling" and "torch.func".
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import cast

import torch
from torch import Tensor, nn

from workbench.learning.approach import Accumulated
from workbench.learning.episode import Episode
from workbench.learning.inner_loop import Weights
from workbench.learning.networks.conv_block import ConvBlock
from workbench.learning.networks.encoders import Encoder, Standardise
from workbench.learning.networks.normalisation import BatchNorm
from workbench.learning.objective import LearnerOfAll, ShowAll

Moments = tuple[Tensor, Tensor]  # the mean and the variance, (channels,), that a layer measured
Pull = Callable[[Tensor], tuple[Weights]]  # from the slopes of vectors to those of weights
MeasuredMoments = list[list[Moments]]  # of each layer, for each time that the encoder measured them
# From the number of a step, a task's weights, images and labels to its weights after the step.
StepOfOne = Callable[[int, Weights, Tensor, Tensor], Weights]
# From a task's images, labels, queries and answers to its loss, its score and what its encoder measured.
LearnTask = Callable[[Tensor, Tensor, Tensor, Tensor], tuple[Tensor, Tensor, MeasuredMoments]]


def pullable(
    vectors: Callable[[Weights], tuple[Tensor, list[Moments]]], body: Weights
) -> tuple[Tensor, Pull, list[Moments]]:
    """Return vectors as a function of an encoder's weights, what takes slopes back to these, and what was measured."""
    return cast("tuple[Tensor, Pull, list[Moments]]", torch.func.vjp(vectors, body, has_aux=True))


def side_by_side(outputs: Callable[[Weights, Tensor], Tensor], weights: Weights, stacked: int | None) -> LearnerOfAll:
    """Return a learner of the inputs (tasks * n, ...) of many tasks, one after the other.

    `weights` are those of all tasks, stacked where `stacked` is 0; or the same for all where it is None.
    """
    if stacked is None:
        return lambda inputs: outputs(weights, inputs)
    tasks = len(next(iter(weights.values())))
    learn = torch.vmap(outputs)
    return lambda inputs: learn(weights, inputs.reshape(tasks, -1, *inputs.shape[1:])).flatten(0, 1)


def learn_together(
    show: ShowAll, outputs: Callable[[Weights, Tensor], Tensor], step: StepOfOne, start: Weights, steps: int
) -> LearnerOfAll:
    """Return what the learners of many tasks, all from one start, have learned from what each was shown."""
    weights, stacked = start, None
    for number in range(steps):
        seen = show(side_by_side(outputs, weights, stacked), number)
        images, labels = torch.stack([one.images for one in seen]), torch.stack([one.labels for one in seen])
        weights, stacked = torch.vmap(partial(step, number), (stacked, 0, 0))(weights, images, labels), 0
    return side_by_side(outputs, weights, stacked)


def are_alike(episodes: Sequence[Episode]) -> bool:
    """Return whether there are several episodes, of equal shapes."""
    return len(episodes) > 1 and len({tensor_shapes(episode) for episode in episodes}) == 1


def tensor_shapes(episode: Episode) -> tuple[object, ...]:
    """Return what is equal for episodes that can be stacked."""
    support = episode.support
    traits = None if support.traits is None else support.traits.shape
    return support.images.shape, episode.queries.shape, support.images.dtype, support.way, traits


def fit_tasks(task: LearnTask, encoder: Encoder, episodes: Sequence[Episode]) -> Accumulated:
    """Accumulate the gradients of the mean loss over episodes that are alike; return their losses and scores."""
    images = torch.stack([episode.support.images for episode in episodes])
    labels = torch.stack([episode.support.labels for episode in episodes])
    queries = torch.stack([episode.queries for episode in episodes])
    answers = torch.stack([episode.answers for episode in episodes])
    with _of_any_format(encoder):
        losses, scores, measured = torch.vmap(task)(images, labels, queries, answers)
        losses.mean().backward()
    _follow(encoder, measured)
    return losses.detach(), scores


def _follow(encoder: Encoder, measured: MeasuredMoments) -> None:
    """Let running statistics follow those of every task, (tasks, channels) each, a task after the other."""
    layers = [layer for layer in encoder.modules() if isinstance(layer, BatchNorm)]
    for number, layer in enumerate(layers):
        means, variances = (torch.stack([once[number][side] for once in measured], 1).flatten(0, 1) for side in (0, 1))
        layer.follow_all(means, variances)


@contextmanager
def _of_any_format(network: nn.Module) -> Generator[None]:
    """Within this context, let no layer ask for its maps' format: those of many tasks have none of their own."""
    layers = [layer for layer in network.modules() if isinstance(layer, (ConvBlock, Standardise))]
    for layer in layers:
        layer.any_format = True
    try:
        yield
    finally:
        for layer in layers:
            layer.any_format = False
