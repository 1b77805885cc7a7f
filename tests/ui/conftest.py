"""Tests of the window need no display; a bench is what every page is handed."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.label_parts import Labeller, fill
from workbench.errors import UserError
from workbench.operations.projects import Project, new_project
from workbench.ui.bench import Bench
from workbench.ui.jobs import Jobs
from workbench.ui.opened_project import bench_for
from workbench.ui.settings import Settings
from workbench.ui.theme import Theme
from workbench.ui.translation import say

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def theme(qapp: QApplication, settings: Settings) -> Iterator[Theme]:
    theme = Theme(qapp, settings)
    yield theme
    shiboken6.delete(theme)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project; a test file whose pages need more in it has a `project` fixture of its own."""
    with new_project(tmp_path / "made.mlwb") as made:
        yield made


@pytest.fixture
def bench(qtbot: QtBot, project: Project, settings: Settings, theme: Theme) -> Iterator[Bench]:
    """The project on a bench; what fails is complained of as the window does, and a bug fails the test."""
    bench = bench_for(project, settings, theme, Jobs())

    def on_failed(error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        bench.voice.complain(say(error.text))

    bench.jobs.failed.connect(on_failed)
    yield bench
    bench.jobs.cancel_all()
    qtbot.waitUntil(lambda: not bench.jobs.listed, timeout=20_000)
    bench.thumbnails.close()


@pytest.fixture
def said(bench: Bench) -> list[str]:
    """What the voice has said, in order."""
    words: list[str] = []
    bench.voice.said.connect(words.append)
    return words


@pytest.fixture
def complaints(bench: Bench) -> list[str]:
    """What the voice has complained of, in order."""
    words: list[str] = []
    bench.voice.complained.connect(words.append)
    return words


@pytest.fixture
def truth(project: Project, tmp_path: Path) -> dict[str, str]:
    """A run and a pile to label in the project; the class of each file."""
    return fill(project, tmp_path)


@pytest.fixture
def labeller(qtbot: QtBot, truth: object, bench: Bench) -> Labeller:
    """A person at the page Label."""
    return Labeller(qtbot, bench)


@pytest.fixture
def ready(labeller: Labeller, tmp_path: Path) -> Labeller:
    """With examples, and proposals for all images."""
    labeller.take_examples(tmp_path)
    return labeller
