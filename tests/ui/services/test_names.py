"""While the learning library is being loaded, nothing is called by its technical name."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.check.check_parts import SHORT, SLOW
from tests.ui.label.label_parts import Labeller, fill
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training import train_approach
from workbench.ui.check.check_page import CheckPage
from workbench.ui.learn.learn_page import LearnPage
from workbench.ui.learn.run_panel import RunPanel
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.names import Names
from workbench.ui.services.project_context import ProjectContext

pytestmark = pytest.mark.usefixtures("known_features")

ROOT = Path(__file__).parents[3]
TECHNICAL = ("prototypical", "metanet", "conv4", "cosine", "train_way")


class LateNames(Names):
    """As they are while torch is being loaded: requested, and not there."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(jobs)
        self.requested = False

    def read(self) -> None:
        self.requested = True

    def load(self) -> None:
        super().read()


@pytest.fixture
def project(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    """With a run of Prototypical Networks and one of Meta Networks, and a pile to label."""
    templates.fill(project, fill_with_two_runs, tmp_path)
    return project


def fill_with_two_runs(project: Project, folder: Path) -> None:
    fill(project, folder)
    train_approach(project, replace(SHORT, approach="metanet"), Silent())


@pytest.fixture
def names(context: ProjectContext) -> LateNames:
    return LateNames(context.jobs)


@pytest.fixture
def late(context: ProjectContext, names: LateNames) -> ProjectContext:
    return replace(context, names=names)


@pytest.fixture
def learn_page(qtbot: QtBot, late: ProjectContext) -> Iterator[LearnPage]:
    page = LearnPage(late)
    page.show()
    qtbot.waitUntil(lambda: not late.jobs.listed and page.facts is not None, timeout=SLOW)
    yield page
    page.leave()
    shiboken6.delete(page)


def written(widget: QWidget) -> str:
    """Return every word that a person can read in a widget's labels."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def spoken(model: QAbstractItemModel, role: Qt.ItemDataRole = Qt.ItemDataRole.AccessibleTextRole) -> str:
    return "\n".join(model.index(row, 0, QModelIndex()).data(role) for row in range(model.rowCount()))


def test_earlier_runs_have_a_number_until_they_have_a_title(
    qtbot: QtBot, learn_page: LearnPage, names: LateNames
) -> None:
    panel: RunPanel = learn_page.run_panel
    assert names.requested
    assert [row.title for row in panel.list.runs.rows] == ["Run 2", "Run 1"]
    words = "\n".join((spoken(panel.list.runs), written(panel), written(learn_page.board)))
    assert "Finished" in words
    assert [name for name in TECHNICAL if name in words] == []
    names.load()
    qtbot.waitUntil(lambda: panel.list.runs.rows[0].title == "Meta Networks", timeout=SLOW)
    assert "Prototypical Networks" in spoken(panel.list.runs)
    assert "Small network" in spoken(panel.list.runs)
    assert learn_page.board.strip.title.text().startswith("Meta Networks · Small network")


@pytest.mark.slow
def test_what_can_be_tested_has_a_number_until_it_has_a_title(
    qtbot: QtBot, late: ProjectContext, names: LateNames
) -> None:
    page = CheckPage(late)
    qtbot.addWidget(page)
    page.show()
    page.entered()
    qtbot.waitUntil(lambda: not late.jobs.listed, timeout=SLOW)
    assert names.requested
    assert [row.title for row in page.panel.table.rows][:2] == ["Run 2", "Run 1"]
    words = "\n".join((spoken(page.panel.table.model()), written(page)))
    assert [name for name in TECHNICAL if name in words] == []
    names.load()
    qtbot.waitUntil(lambda: page.panel.table.rows[0].title == "Meta Networks", timeout=SLOW)
    assert page.invitation.title.text() == "Not tested yet: Run 2 · Meta Networks"


@pytest.mark.slow
def test_what_proposes_has_a_number_until_it_has_a_title(qtbot: QtBot, late: ProjectContext, names: LateNames) -> None:
    labeller = Labeller(qtbot, late)
    runs = labeller.page.head.runs
    assert names.requested
    words = [runs.itemText(place) for place in range(runs.count())]
    assert [text.partition(" · ")[0] for text in words[:2]] == ["Run 2", "Run 1"]
    assert [name for name in TECHNICAL if name in "\n".join(words)] == []
    names.load()
    qtbot.waitUntil(lambda: "Meta Networks" in runs.itemText(0), timeout=SLOW)
    labeller.settle()
    labeller.page.leave()


@pytest.mark.slow
def test_opening_a_project_does_not_import_torch() -> None:
    code = "import workbench.ui.frame.main_window, workbench.ui.frame.opened_project, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "workbench.ui.services.names" in loaded.stdout.split()
    assert "torch" not in loaded.stdout.split()
