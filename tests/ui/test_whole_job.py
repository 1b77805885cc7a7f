"""The whole job in the real window, from a new project to labels, and everything found again after closing."""

import csv
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from tests.ui.whole_job_parts import REQUEST, Person, long
from workbench.operations.labelling.labels import current_labels
from workbench.operations.progress import Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.sample import SampleFolder, make_sample_folder
from workbench.operations.runs.listing import describe_runs
from workbench.ui.label.strangers.stranger_groups import USUAL
from workbench.ui.look.theme import Theme
from workbench.ui.services.settings import Settings
from workbench.ui.services.training_stage import Stage


@pytest.fixture
def sample(tmp_path: Path) -> SampleFolder:
    return make_sample_folder(tmp_path / "sample", 0, Silent())


@pytest.fixture(autouse=True)
def locale() -> object:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def import_and_learn(person: Person, sample: SampleFolder) -> None:
    images = person.go_to("images")
    person.drop_folder(images, sample.alphabets)
    assert len(images.overview.tasks) == 12
    learn = person.go_to("learn")
    person.start_training(learn, REQUEST)
    person.reach(Stage.TRAINING)
    person.wait(lambda: len(learn.controller.curve) > 2 and learn.controller.frame)
    assert learn.board.embedding.items
    learn.controls.pause.click()
    person.reach(Stage.PAUSED)
    at = learn.controller.episode
    learn.controls.resume.click()
    person.reach(Stage.FINISHED)
    assert 0 < at <= learn.controller.episode == REQUEST.episodes
    person.settle()


def check(person: Person) -> None:
    page = person.go_to("check")
    person.settle()
    page.panel.form.episodes.setValue(40)
    person.wait(page.head.act.isEnabled)
    page.head.act.click()
    person.settle()
    assert "run 1 reaches" in page.results.verdict.sentence.text()


def label(person: Person, sample: SampleFolder) -> dict[str, str]:
    """Label by keyboard alone once there are proposals; return what was decided by file name."""
    page = person.go_to("label")
    page.head.add([sample.images])
    person.settle()
    page.editing.add_folder(sample.examples)
    person.wait(lambda: page.labelling.has_proposals)
    person.settle()
    assert page.labelling.open_count == 120
    names = [image.path.name for image in page.grid.cards.images]
    proposed = page.grid.cards.sections[0].title
    person.press(page, Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_U)
    person.settle()
    assert page.labelling.open_count == 117
    person.undo()
    person.undo()
    assert page.labelling.open_count == 119
    assert {label.path.name: label.label for label in current_labels(person.workspace.context.project)} == {
        names[0]: proposed
    }
    person.press(page, Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    person.press(page, Qt.Key.Key_Return)
    person.settle()
    # What looks like none of the classes is left to the person, who finds it under headings of its own.
    left = np.flatnonzero(page.labelling.is_open())
    assert len(left) < 30
    assert (page.labelling.kinds(left) != USUAL).all()
    if len(left):
        person.press(page, Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
        person.press(page, Qt.Key.Key_1)
        person.settle()
    assert page.labelling.open_count == 0
    return {label.path.name: label.label for label in current_labels(person.workspace.context.project)}


def export(person: Person, output: Path) -> dict[str, str]:
    page = person.go_to("export")
    person.wait(page.go.isEnabled)
    page.go.click()
    person.choose_in_dialog(output)
    person.settle()
    with output.open(encoding="utf-8", newline="") as file:
        return {Path(row["path"]).name: row["label"] for row in csv.DictReader(file)}


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_from_a_new_project_to_labels_and_everything_again_tomorrow(
    qtbot: QtBot, theme: Theme, settings: Settings, sample: SampleFolder, tmp_path: Path
) -> None:
    path = tmp_path / "Alphabets.mlwb"
    before = {file: file.read_bytes() for file in sample.folder.rglob("*.png")}
    person = Person(qtbot, theme, settings)
    person.make(path)
    import_and_learn(person, sample)
    check(person)
    decided = label(person, sample)
    assert len(decided) == 120
    assert export(person, tmp_path / "decided.csv") == decided

    learn = person.go_to("learn")
    person.start_training(learn, long(REQUEST))
    person.wait(lambda: len(learn.controller.curve) > 5)
    question = person.close_window()
    assert question is not None
    question.keep.click()
    assert person.window.isVisible()
    assert learn.controller.stage is Stage.TRAINING
    question = person.close_window()
    assert question is not None
    question.stop.click()
    person.gone()
    assert check_project(path, Silent()).sound

    again = Person(qtbot, theme, settings)
    again.open(path)
    project = again.workspace.context.project
    stopped = describe_runs(project)[-1]
    assert (stopped.state, stopped.resumable) == ("stopped", True)
    assert {label.path.name: label.label for label in current_labels(project)} == decided
    learn = again.go_to("learn")
    again.settle()
    learn.run_panel.list.chosen.emit(stopped.id)
    again.wait(learn.board.strip.resume.isVisible)
    learn.board.strip.resume.click()
    again.wait(lambda: learn.controller.episode > stopped.episode)
    learn.controls.stop.click()
    again.reach(Stage.IDLE)
    again.settle()
    assert again.close_window() is None
    again.gone()
    assert {file: file.read_bytes() for file in sample.folder.rglob("*.png")} == before
