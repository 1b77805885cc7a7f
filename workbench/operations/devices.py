"""The device to compute on: which it is, and whether it works."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.operations.deferred import torch
from workbench.operations.progress import Reporter
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from torch import Tensor

_SECONDS = 1.0
_CHANNELS, _SIDE, _BATCH = 64, 28, 32
# Forward, and backward to the weights and to the images, each a product and a sum for every weight at every pixel.
_OPERATIONS = 3 * 2 * 9 * _CHANNELS**2 * _SIDE**2 * _BATCH
_TOLERANCE = 0.01  # Of the largest value: GPUs may round the factors of a convolution to ten bits.


@dataclass(frozen=True)
class DeviceFacts:
    """A device: torch's name for it, a name for people, and why it is not a GPU (None when it is)."""

    name: str
    shown: str
    reason: Message | None
    is_gpu: bool


@dataclass(frozen=True)
class DeviceTest:
    """A device that works: how long it was tested, its billions of operations a second, and the sentence for people."""

    device: DeviceFacts
    seconds: float
    gflops: float
    text: Message


def describe_device(request: str = "auto") -> DeviceFacts:
    """Describe the device of that name, or the fastest there is. Raises UserError when it is not there."""
    device = learning.choose_device(request)
    return DeviceFacts(device.name, device.shown, device.reason, device.name != "cpu")


def test_device(request: str, reporter: Reporter) -> DeviceTest:
    """Let a device convolve for about a second and compare a result with an exact one.

    Raises UserError when it is not there, fails or computes wrongly, Cancelled when asked to stop.
    """
    device = describe_device(request)
    try:
        _refuse_wrong(device)
        seconds, rounds = _work(device, reporter)
    except RuntimeError as error:
        # Torch raises this for everything that goes wrong on a device, its full memory included.
        text = marked("{name} does not work: {reason} Choose another device.")
        raise UserError(message(text, name=device.shown, reason=str(error).split("\n")[0])) from error
    gflops = rounds * _OPERATIONS / seconds / 1e9
    return DeviceTest(device, seconds, gflops, _sentence(device, round(gflops)))


def _refuse_wrong(device: DeviceFacts) -> None:

    draw = torch.Generator().manual_seed(0)
    images, weights = (torch.randn(shape, generator=draw) for shape in ((2, 8, 12, 12), (8, 8, 3, 3)))
    exact = _convolved(images.double(), weights.double())
    refuse_unlike(_convolved(images.to(device.name), weights.to(device.name)), exact, device.shown)


def refuse_unlike(computed: "Tensor", exact: "Tensor", name: str) -> None:
    """Raise UserError unless the device called `name` computed what the CPU did exactly, up to rounding."""
    wrong = (computed.cpu().double() - exact).abs().max() / exact.abs().max()
    # A result that is not a number compares false, so the test asks what must hold.
    if not bool(wrong <= _TOLERANCE):
        raise UserError(message(marked("{name} gives wrong results. Choose another device."), name=name))


def _convolved(images: "Tensor", weights: "Tensor") -> "Tensor":
    """Return the gradients of images and weights, and the loss they came from, as one vector."""
    images, weights = images.detach().requires_grad_(), weights.detach().requires_grad_()
    loss = torch.nn.functional.conv2d(images, weights, padding=1).square().mean()
    gradients = torch.autograd.grad(loss, (images, weights))
    return torch.cat([loss.detach().reshape(1), *(gradient.flatten() for gradient in gradients)])


def _work(device: DeviceFacts, reporter: Reporter) -> tuple[float, int]:
    """Return for how many seconds the device worked, and how many rounds it did."""
    draw = torch.Generator().manual_seed(0)
    shapes = ((_BATCH, _CHANNELS, _SIDE, _SIDE), (_CHANNELS, _CHANNELS, 3, 3))
    images, weights = (torch.randn(shape, generator=draw).to(device.name) for shape in shapes)
    float(_convolved(images, weights).sum())  # The first round also sets the device up.
    began, rounds = time.perf_counter(), 0
    while (seconds := time.perf_counter() - began) < _SECONDS:
        reporter.report(seconds / _SECONDS, message(marked("Testing {name}"), name=device.shown))
        # Reading a number waits until the device is done.
        if not torch.isfinite(_convolved(images, weights).sum()):
            raise UserError(message(marked("{name} gives wrong results. Choose another device."), name=device.shown))
        rounds += 1
    return seconds, rounds


def _sentence(device: DeviceFacts, billions: int) -> Message:
    if not device.is_gpu:
        return message(marked("The CPU works: {count} billion operations a second."), count=billions)
    text = marked("{name} works: {count} billion operations a second.")
    return message(text, name=device.shown, count=billions)
