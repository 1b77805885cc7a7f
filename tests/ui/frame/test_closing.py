"""The question when the window is closed speaks of what is under way: a training, or a search that can be resumed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.operations.conftest import fill
from tests.project_templates import ProjectTemplates
from tests.ui.languages import LANGUAGES
from workbench.operations.project.opening import Project
from workbench.operations.search.search_request import SearchRequest
from workbench.ui.controls.text import Wrapped
from workbench.ui.frame.closing import ClosingDialog
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.services.project_context import ProjectContext

pytestmark = pytest.mark.usefixtures("known_features")

PATIENCE = 60_000
ASKED = SearchRequest(600, way=3, shot=1, query=2, trials=2, episodes=36, learns=False, validation_episodes=8)
WORDS = {
    "en": ("Search in progress", "Keep searching", "resumed"),
    "es": ("Búsqueda en curso", "Seguir buscando", "reanudar"),
}


@pytest.fixture
def path(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Path:
    templates.fill(project, fill, tmp_path)
    path = project.path
    project.close()
    return path


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> ProjectContext:
    window.open_project(path)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=PATIENCE)
    assert window.workspace is not None
    return window.workspace.context


def question(window: MainWindow) -> ClosingDialog:
    (dialog,) = (dialog for dialog in window.findChildren(ClosingDialog) if dialog.isVisible())
    return dialog


def words_of(dialog: ClosingDialog) -> str:
    return " ".join(words.text() for words in dialog.findChildren(Wrapped))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_is_called_one_and_can_be_resumed(qtbot: QtBot, window: MainWindow, path: Path, language: str) -> None:
    context = opened(qtbot, window, path)
    window.settings.language = language
    window.speak_anew()
    context.search.start(ASKED)
    window.close()
    dialog = question(window)
    title, keep, resumed = WORDS[language]
    assert (dialog.windowTitle(), dialog.keep.text()) == (title, keep)
    assert resumed in words_of(dialog)
    dialog.keep.click()
    assert window.isVisible()
    assert context.search.is_busy


def test_anything_else_is_called_a_training(qtbot: QtBot) -> None:
    dialog = ClosingDialog()
    qtbot.addWidget(dialog)
    assert (dialog.windowTitle(), dialog.keep.text()) == ("Training in progress", "Keep training")
