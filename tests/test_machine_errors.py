"""Memory that is full and a device that is lost are told apart from bugs."""

import sys
from types import ModuleType

import pytest
import torch

from tests.fact_codes import code_of
from workbench.machine_errors import machine_error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (MemoryError(), "machine.memory"),
        (torch.OutOfMemoryError("CUDA out of memory"), "machine.device_memory"),
        (torch.AcceleratorError("CUDA error: unspecified launch failure"), "machine.device_lost"),
    ],
)
def test_what_the_machine_lacks_is_said(error: Exception, code: str) -> None:
    said = machine_error(error)
    assert said is not None
    assert code_of(said.text) == code


def test_other_errors_stay_what_they_are() -> None:
    assert machine_error(RuntimeError("mat1 and mat2 shapes cannot be multiplied")) is None


def test_an_error_while_torch_is_still_being_imported_stays_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", ModuleType("torch"))
    assert machine_error(ValueError("not a project")) is None
