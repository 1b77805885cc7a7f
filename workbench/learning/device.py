"""The device to compute on, chosen automatically or by the user, and the reason if it is not a GPU."""

from dataclasses import dataclass

import torch

from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.learning.accelerator.bfloat16 import pays_in_bfloat16, processor_gain
from workbench.words import Decimal, marked, message

DEVICES = ("auto", "cpu", "cuda", "mps")


@dataclass(frozen=True)
class Device:
    """A device to compute on."""

    name: str  # torch's name for it
    shown: str  # a name for users
    reason: Fact | None  # why it is not a GPU; None if it is


def choose_device(request: str = "auto") -> Device:
    """Return the device named `request`, or the fastest available one for `auto`.

    Raises UserError if it is unknown or not available.
    """
    if request not in DEVICES:
        text = marked("There is no device {name}. Available: {names}.")
        raise UserError(message(text, name=request, names=", ".join(DEVICES)))
    if request in ("auto", "cuda") and torch.cuda.is_available():
        return Device("cuda", torch.cuda.get_device_name(), None)
    if request in ("auto", "mps") and torch.backends.mps.is_available():
        return Device("mps", "Apple GPU", None)
    if request == "cpu":
        return Device("cpu", "CPU", fact("device.cpu_chosen"))
    if request == "auto":
        return Device("cpu", "CPU", _why_no_gpu())
    raise UserError(
        message(
            marked("{name} cannot be used here. {reason} Choose auto or cpu."),
            name=request,
            reason=_why_no_gpu(),
        )
    )


def bf16_notes(device: Device) -> tuple[Fact, ...]:
    """Return a note of what bfloat16 does on this device, or nothing for a CUDA device, where it is faster."""
    if device.name == "cuda":
        return ()
    if device.name != "cpu":
        return (fact("device.no_bf16", device=device.shown),)
    code = "device.bf16_on_processor" if pays_in_bfloat16("cpu") else "device.bf16_not_on_processor"
    return (fact(code, times=Decimal(processor_gain(), 1)),)


def _why_no_gpu() -> Fact:
    if torch.version.cuda is None and not torch.backends.mps.is_built():
        return fact("device.cpu_build")
    return fact("device.no_gpu")
