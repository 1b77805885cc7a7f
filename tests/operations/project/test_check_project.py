"""What a check says of weights that no training saved, and that it can be stopped."""

import hashlib

import pytest
import torch
from safetensors.torch import load, save
from sqlalchemy import select
from sqlalchemy.orm import undefer

from tests.fact_codes import refused
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.opening import Project, open_for_window, open_to_read
from workbench.operations.runs.trained import load_trained
from workbench.store.models import Checkpoint
from workbench.words import Message


class Impatient:
    """Asks to stop at the first report."""

    def report(self, share: float | None, text: Message) -> None:
        raise Cancelled


def put_into_weights(project: Project, value: float) -> None:
    with project.write() as session:
        for stored in session.scalars(select(Checkpoint).options(undefer(Checkpoint.weights))):
            tensors = load(stored.weights)
            name = next(name for name, tensor in tensors.items() if name.endswith("weight") and tensor.numel() > 1)
            tensors[name].view(-1)[0] = torch.tensor(value)
            stored.weights = save(tensors)
            stored.sha256 = hashlib.sha256(stored.weights).digest()


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_weights_that_are_not_finite_are_damage(trained: Project, value: float) -> None:
    assert check_project(trained.path, Silent()).sound
    put_into_weights(trained, value)
    report = check_project(trained.path, Silent())
    assert sorted(str(fault.values["kind"]) for fault in report.damage) == ["best"]
    with refused("run.weights_not_finite"):
        load_trained(trained, "latest", "cpu")


def test_opening_and_checking_are_cancelled_by_their_reporter(imported: Project) -> None:
    for work in (open_to_read, open_for_window, check_project):
        with pytest.raises(Cancelled):
            work(imported.path, Impatient())


def test_what_killed_exports_left_beside_a_project_is_named(imported: Project) -> None:
    left = [imported.path.with_name(".labels.csv.0a1b2c3d.part"), imported.path.with_name(".labels.9f8e7d6c.export")]
    left[0].write_text("half")
    left[1].mkdir()
    imported.path.with_name(".theirs.part").write_text("of another program")
    damage = [str(fault) for fault in check_project(imported.path, Silent()).damage]
    assert [str(path) in fault for path, fault in zip(sorted(left), damage, strict=True)] == [True, True]
