"""The page Learn while a run is prepared, paused, and looked back on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.learn.learn_parts import SHORT, fill
from workbench.operations.project.opening import Project
from workbench.ui.learn.learn_page import LearnPage
from workbench.ui.learn.moment_slider import MomentSlider
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.training_stage import Stage

pytestmark = pytest.mark.usefixtures("known_features")
PATIENCE = 60_000


@pytest.fixture
def project(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path)
    return project


@pytest.fixture
def page(qtbot: QtBot, context: ProjectContext) -> Iterator[LearnPage]:
    page = LearnPage(context)
    page.resize(1000, 700)
    page.show()
    qtbot.waitUntil(lambda: page.new_run.form is not None and bool(context.names.titles), timeout=PATIENCE)
    page.new_run.show_request(SHORT)
    qtbot.waitUntil(page.controls.start.isEnabled, timeout=PATIENCE)
    yield page
    page.leave()
    shiboken6.delete(page)


def reach(qtbot: QtBot, page: LearnPage, stage: Stage) -> None:
    qtbot.waitUntil(lambda: page.controller.stage is stage, timeout=PATIENCE)


def drawn(page: LearnPage) -> list[np.ndarray]:
    return [np.column_stack(item.getData()) for item in page.board.embedding.items]


def test_a_run_that_is_prepared_is_in_the_list_and_can_be_paused_and_resumed(qtbot: QtBot, page: LearnPage) -> None:
    page.controls.start.click()
    (row,) = page.run_panel.list.runs.rows
    assert row.title
    assert page.controls.pause.isEnabled()
    page.controls.pause.click()
    reach(qtbot, page, Stage.PAUSED)
    (row,) = page.run_panel.list.runs.rows
    assert "Paused" in row.when
    assert page.controls.resume.isVisible()
    page.controls.resume.click()
    reach(qtbot, page, Stage.FINISHED)
    qtbot.waitUntil(lambda: [row.run for row in page.run_panel.list.runs.rows] == [1], timeout=PATIENCE)


@pytest.mark.slow
def test_the_slider_goes_back_through_the_training_and_stays_with_the_newest_at_its_end(
    qtbot: QtBot, page: LearnPage
) -> None:
    page.controls.start.click()
    reach(qtbot, page, Stage.FINISHED)
    controller, moments = page.controller, page.board.moments
    qtbot.waitUntil(moments.isEnabled, timeout=PATIENCE)
    episodes = controller.frames.episodes
    assert moments.slider.value() == moments.slider.maximum() == len(episodes) - 1
    newest = drawn(page)
    moments.slider.setValue(0)
    assert "0 episodes" in page.board.embedding_words.text()
    assert not all(np.array_equal(one, other) for one, other in zip(drawn(page), newest, strict=True))
    assert page.board.episode.preview is None  # There was no validation yet.
    moments.slider.setValue(episodes.index(6))
    assert page.board.episode.preview is controller.previews.at(6)
    moments.slider.setValue(moments.slider.maximum())
    assert all(np.array_equal(one, other) for one, other in zip(drawn(page), newest, strict=True))


@pytest.mark.slow
def test_a_stored_run_is_looked_back_on_too(qtbot: QtBot, page: LearnPage) -> None:
    for request in (SHORT, replace(SHORT, seed=1)):
        page.controller.start(request)
        reach(qtbot, page, Stage.FINISHED)
    qtbot.waitUntil(lambda: len(page.run_panel.list.runs.rows) == 2, timeout=PATIENCE)
    page.run_panel.list.setCurrentIndex(page.run_panel.list.runs.index(1))
    moments = page.board.moments
    qtbot.waitUntil(lambda: moments.isEnabled() and not page.is_live, timeout=PATIENCE)
    assert "after 0" not in page.board.embedding_words.text()
    moments.slider.setValue(0)
    assert "after 0 episodes" in page.board.embedding_words.text()


def test_a_moment_stays_chosen_while_others_come_and_go(qtbot: QtBot) -> None:
    moments = MomentSlider()
    qtbot.addWidget(moments)
    moments.show_moments((0, 10, 20), "live")
    moments.slider.setValue(1)
    assert moments.episode == 10
    moments.show_moments((0, 5, 10, 15, 20, 25), "live")
    assert moments.episode == 10
    assert moments.slider.value() == 2
    moments.slider.setValue(5)
    assert moments.episode is None
    moments.show_moments((0, 5, 10, 15, 20, 25, 30), "live")
    assert moments.slider.value() == 6
    moments.forget()
    assert not moments.isEnabled()
