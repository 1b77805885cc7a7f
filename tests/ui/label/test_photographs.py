"""Photographs become examples as any file does; without Qt's library for cameras nothing speaks of them.

What the camera itself sends is not tested: no machine that tests run on has one.
"""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton

from tests.ui.label.label_parts import Labeller
from workbench.errors import UserError
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.ui.label.camera.camera_source import qt_multimedia
from workbench.ui.label.camera.photograph_button import PhotographButton
from workbench.ui.label.camera.photograph_file import (
    photograph_folder,
    remember_photograph_folder,
    save_photograph,
)
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr

NOON = datetime(2026, 5, 4, 12, 30, 15)


def photograph(color: str) -> QImage:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


def test_photographs_are_offered_only_where_there_can_be_a_camera(labeller: Labeller) -> None:
    offered = [act for act in labeller.page.findChildren(QPushButton) if act.text() == tr("Take a photograph…")]
    assert len(offered) == (0 if qt_multimedia() is None else 1)


def test_a_photograph_is_saved_beside_the_project_and_is_an_example_that_can_be_undone(labeller: Labeller) -> None:
    labeller.type_class("oak")
    context = labeller.context
    act = PhotographButton(context, labeller.page.editing, labeller.page.panel.list)
    labeller.qtbot.addWidget(act)
    (oak,) = labelling_classes(context.project)
    for color in ("#804020", "#208040"):
        act.use(oak, photograph(color))
    labeller.settle()
    saved = sorted(photograph_folder(context).iterdir())
    assert len(saved) == 2
    assert photograph_folder(context).parent == context.path.parent
    assert all(path.name.startswith("oak 20") for path in saved)
    assert {example.image.path for example in labelling_classes(context.project)[0].examples} == set(saved)
    labeller.undo()
    assert len(labelling_classes(context.project)[0].examples) == 1
    assert sorted(photograph_folder(context).iterdir()) == saved


def test_where_a_photograph_cannot_be_saved_a_sentence_says_so(
    labeller: Labeller, complaints: list[str], tmp_path: Path
) -> None:
    labeller.type_class("oak")
    blocked = tmp_path / "a file"
    blocked.write_text("")
    remember_photograph_folder(labeller.context, blocked)
    act = PhotographButton(labeller.context, labeller.page.editing, labeller.page.panel.list)
    labeller.qtbot.addWidget(act)
    act.use(labelling_classes(labeller.context.project)[0], photograph("#000000"))
    labeller.settle()
    (complaint,) = complaints
    assert str(blocked) in complaint
    assert labelling_classes(labeller.context.project)[0].examples == ()


def test_no_photograph_takes_the_place_of_another(tmp_path: Path) -> None:
    first = save_photograph(photograph("#ff0000"), tmp_path / "new", "oak: a/b", NOON)
    second = save_photograph(photograph("#00ff00"), tmp_path / "new", "oak: a/b", NOON)
    assert (first.name, second.name) == ("oak_ a_b 2026-05-04 12.30.15.png", "oak_ a_b 2026-05-04 12.30.15 (2).png")
    assert QImage(str(first)).pixelColor(5, 5) == QColor("#ff0000")
    assert QImage(str(second)).pixelColor(5, 5) == QColor("#00ff00")
    with pytest.raises(UserError, match=first.name):
        save_photograph(photograph("#0000ff"), first, "oak", NOON)


def test_the_folder_that_was_chosen_is_used_from_then_on(context: ProjectContext, tmp_path: Path) -> None:
    assert photograph_folder(context) == context.path.with_name(f"{context.path.stem} photographs")
    remember_photograph_folder(context, tmp_path / "elsewhere")
    assert photograph_folder(context) == tmp_path / "elsewhere"
