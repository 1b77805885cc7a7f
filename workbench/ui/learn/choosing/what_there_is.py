"""Finds out what a training can be chosen from: approaches, networks, and the devices of this computer."""

from workbench.errors import UserError
from workbench.operations.devices import DeviceFacts, describe_device
from workbench.operations.runs.describe_approaches import describe_approaches, describe_encoders
from workbench.ui.learn.training_form import TrainingChoices
from workbench.ui.services.job_report import Report
from workbench.words import marked, message

_DEVICES = ("auto", "cpu", "cuda", "mps")


def training_choices(report: Report) -> TrainingChoices:
    """Return all that can be chosen; a device that is not there is left out. Loads torch, which takes seconds."""
    report.report(None, message(marked("Loading the learning library")))
    devices: dict[str, DeviceFacts] = {}
    for name in _DEVICES:
        try:
            devices[name] = describe_device(name)
        except UserError:
            continue
    return TrainingChoices(describe_approaches(), describe_encoders(), devices)
