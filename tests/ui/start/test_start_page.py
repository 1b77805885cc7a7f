"""The start page: recent projects as cards, and an example that asks for nothing."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.learn.learn_parts import fill
from workbench.operations.progress import Silent
from workbench.operations.project.kept_summary import remember_damage
from workbench.operations.project.opening import new_project
from workbench.operations.project.summarise_project import keep_summary
from workbench.ui.look.theme import Theme
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.settings import Settings
from workbench.ui.start.project_card import ProjectCard
from workbench.ui.start.start_page import StartPage


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.cancel_all()
    qtbot.waitUntil(lambda: not jobs.listed)
    jobs.close(0)


def opened_before(settings: Settings, path: Path, folder: Path | None = None) -> Path:
    """Make a project that was open once; with images where a folder for them is given."""
    with new_project(path) as project:
        if folder is not None:
            fill(project, folder)
        keep_summary(project, Silent())
    settings.opened(path)
    return path


def shown(qtbot: QtBot, settings: Settings, theme: Theme, jobs: Jobs) -> StartPage:
    page = StartPage(settings, theme, jobs)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    if not page.recent.cards:
        page.show()
        return page
    with qtbot.waitSignal(page.recent.looked, timeout=10_000):
        page.show()
    return page


def card_of(page: StartPage, path: Path) -> ProjectCard:
    return page.recent.cards[path]


def test_a_card_shows_pictures_counts_and_when_it_was_opened(
    qtbot: QtBot, settings: Settings, theme: Theme, jobs: Jobs, tmp_path: Path
) -> None:
    path = opened_before(settings, tmp_path / "Pollen.mlwb", tmp_path)
    page = shown(qtbot, settings, theme, jobs)
    card = card_of(page, path)
    assert card.name.text() == "Pollen"
    assert card.pictures.count == 4
    assert "images" in card.counts.text()
    assert "classes" in card.counts.text()
    assert "opened today" in card.place.text()


def test_a_click_anywhere_on_a_card_opens_its_project(
    qtbot: QtBot, settings: Settings, theme: Theme, jobs: Jobs, tmp_path: Path
) -> None:
    path = opened_before(settings, tmp_path / "a.mlwb")
    page = shown(qtbot, settings, theme, jobs)
    with qtbot.waitSignal(page.open_requested) as requested:
        QTest.mouseClick(card_of(page, path).counts, Qt.MouseButton.LeftButton)
    assert requested.args == [path]
    with qtbot.waitSignal(page.open_requested):
        card_of(page, path).name.click()


def test_what_is_gone_or_damaged_says_so_on_its_card(
    qtbot: QtBot, settings: Settings, theme: Theme, jobs: Jobs, tmp_path: Path
) -> None:
    gone, damaged = (opened_before(settings, tmp_path / f"{name}.mlwb") for name in ("gone", "damaged"))
    gone.unlink()
    remember_damage(damaged)
    page = shown(qtbot, settings, theme, jobs)
    assert "Moved" in card_of(page, gone).counts.text()
    assert not card_of(page, gone).name.isEnabled()
    assert "Damaged" in card_of(page, damaged).counts.text()
    assert card_of(page, damaged).name.isEnabled()  # So that it can be repaired.
    card_of(page, gone).forget_requested.emit()
    assert list(page.recent.cards) == [damaged]


def test_cards_stand_side_by_side_as_far_as_there_is_room(
    qtbot: QtBot, settings: Settings, theme: Theme, jobs: Jobs, tmp_path: Path
) -> None:
    for number in range(4):
        opened_before(settings, tmp_path / f"{number}.mlwb")
    page = shown(qtbot, settings, theme, jobs)
    cards = tuple(page.recent.cards.values())
    page.resize(1440, 640)
    qtbot.waitUntil(lambda: [card.y() for card in cards] == [0] * 4)
    page.resize(1024, 640)
    qtbot.waitUntil(lambda: [card.y() == 0 for card in cards] == [True] * 3 + [False])
    assert max(card.geometry().right() for card in cards) <= page.recent.viewport().width()


def test_the_example_asks_for_no_folder(
    qtbot: QtBot, settings: Settings, theme: Theme, jobs: Jobs, workbench_data: Path
) -> None:
    page = shown(qtbot, settings, theme, jobs)
    with qtbot.waitSignal(page.example_requested) as requested:
        page.example.click()
    assert requested.args is not None
    (folder,) = requested.args
    assert not folder.exists()
    assert folder.is_relative_to(workbench_data)


def test_the_page_is_up_without_what_is_slow_to_import() -> None:
    program = "import sys, workbench.ui.start.start_page; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"sqlalchemy", "torch", "numpy", "PIL", "pyqtgraph", "json"} & set(ran.stdout.split())
