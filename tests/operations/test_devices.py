"""The device: named, tried, and refused in words."""

import pytest
import torch

from workbench.errors import UserError
from workbench.operations import devices
from workbench.operations.progress import Cancelled, Silent
from workbench.words import Message


class Impatient:
    def report(self, share: float | None, text: Message) -> None:
        raise Cancelled


def test_the_cpu_is_described_with_the_reason_why_it_is_no_gpu() -> None:
    device = devices.describe_device("cpu")
    assert (device.name, device.shown, device.is_gpu) == ("cpu", "CPU", False)
    assert device.reason is not None


def test_a_device_that_is_not_there_is_refused() -> None:
    with pytest.raises(UserError, match="no device abacus"):
        devices.describe_device("abacus")


@pytest.mark.slow
def test_the_cpu_works_and_says_how_fast() -> None:
    random = torch.get_rng_state()
    result = devices.test_device("cpu", Silent())
    assert result.device == devices.describe_device("cpu")
    assert 1 <= result.seconds < 10
    assert result.gflops > 0
    assert round(result.gflops) in result.text.values.values()
    assert torch.equal(torch.get_rng_state(), random)


def test_a_test_stops_when_asked_to() -> None:
    with pytest.raises(Cancelled):
        devices.test_device("cpu", Impatient())


@pytest.mark.parametrize("wrong", [1.5, float("nan"), float("inf")])
def test_a_wrong_result_is_refused_and_a_rounded_one_is_not(wrong: float) -> None:
    exact = torch.linspace(-1, 1, 9, dtype=torch.float64)
    devices.refuse_unlike(exact.float() * 1.0005, exact, "Abacus")
    rounded = exact.clone()
    rounded[3] = wrong
    with pytest.raises(UserError, match=r"Abacus .* wrong results"):
        devices.refuse_unlike(rounded, exact, "Abacus")
