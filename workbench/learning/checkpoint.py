"""Checkpoints: the state of a training as safetensors bytes and plain values, from which it resumes exactly."""

from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor

from workbench.errors import UserError
from workbench.facts import fact
from workbench.learning.approach import Approach
from workbench.learning.training import Training

Facts = dict[str, Any]  # Plain values, ready for JSON.
_STEP = ":step"  # ends the name of the steps (rows, 1) of a matrix in 8 bits
_COUNTERS = ("episode", "validated_at", "best_accuracy", "best_episode", "without_better", "chunk")


def approach_bytes(approach: torch.nn.Module) -> bytes:
    """Return the approach's parameters and buffers as safetensors bytes."""
    return save(_whole(approach.state_dict()))


def weights_alone(stored: bytes) -> bytes:
    """Return the weights of `training_bytes` as `approach_bytes` has them. Raises UserError for what is damaged."""
    tensors = _read(stored).items()
    own = {name.removeprefix("approach."): value for name, value in tensors if not name.startswith("training.")}
    return stored if len(own) == len(tensors) else save(own)


def finished_bytes(approach: Approach, best: bytes | None = None) -> bytes:
    """Return the weights of a finished run, its large matrices in whole numbers of 8 bits, with a step for each row.

    They are those of the approach, or `best`, which `approach_bytes` or this returned. A weight comes back off by at
    most half a step, 1/254 of the largest in its row. Why: workbench/decisions/bend_in_eight_bits.md.
    """
    stored = approach_bytes(approach) if best is None else best
    names = [f"encoder.{name}" for name in approach.encoder.kept_in_eight_bits]
    if not names:
        return stored
    tensors = _read(stored)
    for name in names:
        if name + _STEP not in tensors:
            tensors[name], tensors[name + _STEP] = _in_steps(tensors[name])
    return save(tensors)


def load_approach(approach: torch.nn.Module, stored: bytes) -> None:
    """Load the weights of `approach_bytes`, `finished_bytes` or `training_bytes` into an approach.

    Raises UserError if they do not fit it, or are not finite, which no saved weights ever are.
    """
    tensors = _read(stored)
    own = {name.removeprefix("approach."): value for name, value in tensors.items() if not name.startswith("training.")}
    try:
        approach.load_state_dict(_out_of_steps(own))
    except (KeyError, RuntimeError) as error:
        raise _unfit() from error
    if not all(bool(value.isfinite().all()) for value in own.values()):
        raise UserError(fact("run.weights_not_finite"))


def training_bytes(training: Training, *, weights: bool = True) -> tuple[bytes, Facts]:
    """Return all that resuming exactly takes: weights, optimiser, schedule, counters and random state.

    Without `weights`, it is what has to stand beside the `approach_bytes` of the same moment.
    """
    own = training.approach.state_dict() if weights else {}
    tensors = {f"approach.{name}": value for name, value in own.items()}
    tensors["training.random"] = torch.get_rng_state()
    if torch.cuda.is_available():
        tensors["training.random_cuda"] = torch.cuda.get_rng_state()
    state = training.optimizer.state_dict()
    scalars: dict[str, Facts] = {}
    for number, values in state["state"].items():
        for name, value in values.items():
            if isinstance(value, Tensor):
                tensors[f"training.optimizer.{number}.{name}"] = value
            else:
                scalars.setdefault(str(number), {})[name] = value
    facts = {name: getattr(training, name) for name in _COUNTERS}
    facts["optimizer"] = {"groups": state["param_groups"], "scalars": scalars}
    facts["schedule"] = _schedule_facts(training)
    return save(_whole(tensors)), facts


def restore_training(training: Training, stored: bytes, facts: Facts, weights: bytes | None = None) -> None:
    """Restore a stored state into a new training of the same approach and plan; `weights` where it was saved without.

    Raises UserError if the stored weights do not fit the approach.
    """
    load_approach(training.approach, stored if weights is None else weights)
    try:
        _restore_all_but_weights(training, _read(stored), facts)
    except (AttributeError, LookupError, RuntimeError, TypeError, ValueError) as error:
        raise _unfit() from error


def _restore_all_but_weights(training: Training, tensors: dict[str, Tensor], facts: Facts) -> None:
    state: dict[int, Facts] = {int(number): dict(values) for number, values in facts["optimizer"]["scalars"].items()}
    for name, value in tensors.items():
        if name.startswith("training.optimizer."):
            number, key = name.removeprefix("training.optimizer.").split(".", 1)
            state.setdefault(int(number), {})[key] = value
    training.optimizer.load_state_dict({"state": state, "param_groups": facts["optimizer"]["groups"]})
    if training.schedule is not None:
        training.schedule.load_state_dict(facts["schedule"])
    for name in _COUNTERS:
        setattr(training, name, facts[name])
    torch.set_rng_state(tensors["training.random"])
    if torch.cuda.is_available() and "training.random_cuda" in tensors:
        torch.cuda.set_rng_state(tensors["training.random_cuda"])


def _schedule_facts(training: Training) -> Facts:
    state = training.schedule.state_dict() if training.schedule is not None else {}
    return {name: value for name, value in state.items() if isinstance(value, int | float | list)}


def _in_steps(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Return a matrix (rows, columns) as whole numbers from -127 to 127, and the step of each row (rows, 1)."""
    # A row of zeros has no step of its own.
    step = (weight.abs().amax(1, keepdim=True) / 127).clamp(min=torch.finfo(weight.dtype).tiny)
    return (weight / step).round().to(torch.int8), step


def _out_of_steps(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the tensors with those matrices as `_in_steps` was given them, to half a step."""
    steps = {name.removesuffix(_STEP): step for name, step in tensors.items() if name.endswith(_STEP)}
    others = {name: value for name, value in tensors.items() if not name.endswith(_STEP)}
    return others | {name: others[name] * step for name, step in steps.items()}


def _whole(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: value.detach().cpu().contiguous() for name, value in tensors.items()}


def _read(stored: bytes) -> dict[str, Tensor]:
    try:
        return load(stored)
    except SafetensorError as error:
        raise _unfit() from error


def _unfit() -> UserError:
    return UserError(fact("run.weights_of_another"))
