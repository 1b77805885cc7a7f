"""A device is chosen by name or automatically, and it is said why it is not a GPU."""

import pytest
import torch

from tests.fact_codes import code_of
from workbench.errors import UserError
from workbench.learning.device import choose_device

has_gpu = torch.cuda.is_available() or torch.backends.mps.is_available()


def test_auto_gives_a_device_that_computes() -> None:
    device = choose_device()
    assert torch.ones(2, device=device.name).sum().item() == 2
    assert device.shown


def test_auto_says_why_it_is_not_a_gpu_only_when_it_is_not() -> None:
    device = choose_device("auto")
    assert (device.reason is None) == has_gpu
    assert (device.name == "cpu") != has_gpu


def test_the_cpu_can_always_be_chosen() -> None:
    device = choose_device("cpu")
    assert (device.name, device.shown) == ("cpu", "CPU")
    assert code_of(device.reason) == "device.cpu_chosen"


def test_an_unknown_device_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError, match=r"no device tpu\. .* auto, cpu, cuda, mps"):
        choose_device("tpu")


@pytest.mark.skipif(has_gpu, reason="there is a GPU here")
@pytest.mark.parametrize("name", ["cuda", "mps"])
def test_a_gpu_that_is_not_there_is_refused_with_the_reason(name: str) -> None:
    reason = choose_device("auto").reason
    with pytest.raises(UserError) as refused:
        choose_device(name)
    assert dict(refused.value.text.values) == {"name": name, "reason": reason}
