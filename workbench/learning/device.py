"""The device that computes: chosen automatically, or by the person, with the reason when it is not a GPU."""

from dataclasses import dataclass

import torch

from workbench.errors import UserError
from workbench.words import Message, marked, message

DEVICES = ("auto", "cpu", "cuda", "mps")


@dataclass(frozen=True)
class Device:
    """A device to compute on: torch's name for it, a name for people, and why it is not a GPU (None when it is)."""

    name: str
    shown: str
    reason: Message | None


def choose_device(request: str = "auto") -> Device:
    """Return the device of that name, or the fastest there is for `auto`. Raises UserError when it is not there."""
    if request not in DEVICES:
        text = marked("There is no device {name}. The devices are: {names}.")
        raise UserError(message(text, name=request, names=", ".join(DEVICES)))
    if request in ("auto", "cuda") and torch.cuda.is_available():
        return Device("cuda", torch.cuda.get_device_name(), None)
    if request in ("auto", "mps") and torch.backends.mps.is_available():
        return Device("mps", "Apple GPU", None)
    if request == "cpu":
        return Device("cpu", "CPU", Message(marked("The CPU was chosen.")))
    if request == "auto":
        return Device("cpu", "CPU", _why_no_gpu())
    raise UserError(
        message(
            marked("{name} cannot be used here. {reason} Choose auto or cpu."),
            name=request,
            reason=_why_no_gpu(),
        )
    )


def bf16_notes(device: Device) -> tuple[Message, ...]:
    """Say of a run that asked for bfloat16 that it goes without, where the device is not a CUDA one."""
    if device.name == "cuda":
        return ()
    text = marked(
        "bfloat16 was asked for, but only CUDA devices compute in it: on this device ({device}) it changes nothing."
    )
    return (message(text, device=device.shown),)


def _why_no_gpu() -> Message:
    if torch.version.cuda is None and not torch.backends.mps.is_built():
        return Message(marked("This build of torch computes on the CPU only."))
    return Message(marked("No GPU that torch can use was found. Its driver may be missing or too old."))
