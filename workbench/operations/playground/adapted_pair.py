"""What a learner and its twin make of some points of a curve, step by step."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench import learning
from workbench.operations.deferred import torch
from workbench.operations.playground.curve_tasks import ACROSS, CurvePoint
from workbench.operations.playground.pair_kinds import pair_networks
from workbench.operations.playground.starts import StartPair

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.approach import Approach

_TINY = 1e-12

_Numbers = NDArray[np.float32]


@dataclass(frozen=True)
class AdaptedStep:
    """What a network answers after a step, and how far it has come.

    `outputs` are its answers: on a curve its values at `ACROSS`. `loss` is its error at the examples, None without any;
    `error` that on what the examples are of, None where that is not known; `moved` says of each layer how far its
    weights are from where they started, as a share of their length there.
    """

    outputs: tuple[float, ...]
    loss: float | None
    error: float | None
    moved: tuple[float, ...]


@dataclass(frozen=True)
class AdaptedPair:
    """A learner and its twin before adapting and after each step; without examples only before."""

    learner: tuple[AdaptedStep, ...]
    twin: tuple[AdaptedStep, ...]


def adapt_pair(pair: StartPair, points: Sequence[CurvePoint], truth: Sequence[float] | None) -> AdaptedPair:
    """Adapt both to some points; `truth` are the values of the true curve at `ACROSS`, where there is one.

    The errors are mean squared ones. Raises UserError if the weights are not those of such networks.
    """
    return AdaptedPair(*(_steps_of(network, points, truth) for network in pair_networks(pair)))


def answers_by_step(
    network: "Approach", inputs: "Tensor", values: "Tensor", asked: "Tensor"
) -> Iterator[tuple[_Numbers, tuple[float, ...]]]:
    """Yield what a network answers (m,) before adapting to examples and after each step, and how far layers moved.

    The examples are inputs (n, inputs) with their values (n, 1); asked are inputs (m, inputs).
    """
    start: dict[str, _Numbers] = {}
    with torch.no_grad():
        for adapted in network.adapting(learning.TaskExamples(inputs, values, 1)):
            if not isinstance(adapted, learning.AdaptedNetwork):
                raise TypeError(f"{network.name} does not say its weights")
            # By numpy, which takes a fifth of the time for so few numbers: a click is to be answered at once.
            weights = {name: weight.detach().numpy() for name, weight in adapted.weights.items()}
            start = start or {name: weight.copy() for name, weight in weights.items()}
            yield adapted(asked).numpy()[:, 0], moved_by_layer(weights, start)


def _steps_of(
    network: "Approach", points: Sequence[CurvePoint], truth: Sequence[float] | None
) -> tuple[AdaptedStep, ...]:
    known = points or [CurvePoint(0.0, 0.0)]  # What is looked at before the first step does not depend on it.
    inputs = torch.tensor([[point.across] for point in known], dtype=torch.float32)
    values = torch.tensor([[point.up] for point in known], dtype=torch.float32)
    asked = torch.cat([torch.tensor(ACROSS)[:, None], inputs])
    wanted = values.numpy()[:, 0] if points else None
    true = None if truth is None else np.array(truth, np.float32)
    steps: list[AdaptedStep] = []
    for answers, moved in answers_by_step(network, inputs, values, asked):
        steps.append(_step_of(answers, wanted, true, moved))
        if not points:
            break
    return tuple(steps)


def _step_of(
    answers: _Numbers, wanted: _Numbers | None, true: _Numbers | None, moved: tuple[float, ...]
) -> AdaptedStep:
    """Return what is known of a step, by a network's answers (n,) at `ACROSS` and then at the points."""
    outputs, at_points = answers[: len(ACROSS)], answers[len(ACROSS) :]
    loss = None if wanted is None else float(np.square(at_points - wanted).mean())
    error = None if true is None else float(np.square(outputs - true).mean())
    return AdaptedStep(tuple(outputs.tolist()), loss, error, moved)


def moved_by_layer(weights: Mapping[str, _Numbers], start: Mapping[str, _Numbers]) -> tuple[float, ...]:
    """Return of each layer how far its weights are from where they started, as a share of their length there."""
    squares: dict[str, tuple[float, float]] = {}
    for name, before in start.items():
        layer = name.rpartition(".")[0]
        away, length = squares.get(layer, (0.0, 0.0))
        squares[layer] = away + float(np.square(weights[name] - before).sum()), length + float(np.square(before).sum())
    return tuple((away / max(length, _TINY)) ** 0.5 for away, length in squares.values())
