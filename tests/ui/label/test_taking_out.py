"""What decided is shown with its share; an example is taken out and comes back, and proposals follow."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.label.label_parts import WAIT, Labeller, fill
from workbench.operations.labelling.evidence.evidence import Voice, VoiceKind
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project, open_for_window
from workbench.ui.label.evidence.evidence_panel import EvidencePanel
from workbench.ui.services.project_context import ProjectContext

pytestmark = pytest.mark.usefixtures("known_features")


@pytest.fixture
def panel(ready: Labeller) -> EvidencePanel:
    ready.wait(lambda: ready.page.inspector.evidence.speaks)
    return ready.page.inspector.evidence


def examples(person: Labeller) -> set[int]:
    return {one.image.id for row in labelling_classes(person.context.project) for one in row.examples}


def place_of(panel: EvidencePanel, kind: VoiceKind) -> int:
    return next(index for index, voice in enumerate(panel.strip.voices) if voice.kind is kind)


def taken_out(qtbot: QtBot, person: Labeller, panel: EvidencePanel) -> Voice:
    """Take out the example that said most, with the mouse."""
    place = place_of(panel, VoiceKind.EXAMPLE)
    voice = panel.strip.voices[place]
    where = panel.strip.cell(place).center()
    QTest.mouseClick(panel.strip, Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(person.page.proposer.proposed, timeout=WAIT):
        panel.take_out.click()
    person.settle()
    return voice


def test_what_decided_is_shown_with_its_share_and_never_the_image_itself(ready: Labeller, panel: EvidencePanel) -> None:
    voices = panel.strip.voices
    assert sum(voice.share for voice in voices) <= 1 + 1e-6
    assert ready.current not in {voice.image.path.name for voice in voices}
    name = panel.strip.accessibleName()
    assert all(voice.image.path.name in name for voice in voices)


def test_an_example_taken_out_leaves_the_strip_and_undo_brings_it_back(
    qtbot: QtBot, ready: Labeller, panel: EvidencePanel
) -> None:
    before, all_examples = panel.strip.voices, examples(ready)
    confidence = ready.page.labelling.proposed.confidence.copy()
    voice = taken_out(qtbot, ready, panel)
    assert examples(ready) == all_examples - {voice.image.id}
    ready.wait(lambda: voice.image.path.name in panel.words.text())
    assert voice.image not in {one.image for one in panel.strip.voices}
    assert (ready.page.labelling.proposed.confidence != confidence).any()
    with qtbot.waitSignal(ready.page.proposer.proposed, timeout=WAIT):
        ready.undo()
    ready.wait(lambda: [one.image for one in panel.strip.voices] == [one.image for one in before])
    assert examples(ready) == all_examples
    assert ready.page.labelling.proposed.confidence == pytest.approx(confidence, abs=1e-6)
    assert voice.image.path.name not in panel.words.text()


def test_the_keys_choose_and_take_out(qtbot: QtBot, ready: Labeller, panel: EvidencePanel) -> None:
    assert not panel.take_out.isEnabled()
    for _ in range(place_of(panel, VoiceKind.EXAMPLE) + 1):
        QTest.keyClick(panel.strip, Qt.Key.Key_Right)
    voice = panel.strip.chosen
    assert voice is not None
    assert panel.take_out.isEnabled()
    assert voice.image.path.name in panel.strip.accessibleDescription()
    with qtbot.waitSignal(ready.page.proposer.proposed, timeout=WAIT):
        QTest.keyClick(panel.strip, Qt.Key.Key_Delete)
    ready.settle()
    assert voice.image.id not in examples(ready)


def test_a_neighbour_cannot_be_taken_out_and_it_says_why(
    ready: Labeller, panel: EvidencePanel, said: list[str]
) -> None:
    all_examples, neighbour = examples(ready), replace(panel.strip.voices[0], kind=VoiceKind.NEIGHBOUR)
    action = panel.menu(neighbour).actions()[0]
    assert not action.isEnabled()
    assert action.toolTip()
    panel.strip.show_voices((neighbour,))
    QTest.keyClick(panel.strip, Qt.Key.Key_Right)
    assert not panel.take_out.isEnabled()
    QTest.keyClick(panel.strip, Qt.Key.Key_Delete)
    assert said[-1] == action.toolTip()
    ready.settle()
    assert examples(ready) == all_examples


def test_a_label_that_spoke_is_withdrawn(qtbot: QtBot, ready: Labeller, panel: EvidencePanel) -> None:
    labelling = ready.page.labelling
    other = next(index for index, name in enumerate(ready.classes) if name != ready.headings[0][0])
    given = ready.current
    with qtbot.waitSignal(ready.page.proposer.proposed, timeout=WAIT):
        ready.press(Qt.Key(Qt.Key.Key_1 + other))
    ready.settle()
    image = next(image for image in labelling.images if image.path.name == given)
    ready.wait(lambda: panel.speaks)
    spoke = replace(panel.strip.voices[0], image=image, kind=VoiceKind.LABEL)
    assert panel.menu(spoke).actions()[0].isEnabled()
    with qtbot.waitSignal(ready.page.proposer.proposed, timeout=WAIT):
        panel.remove_requested.emit(spoke)
    ready.settle()
    assert ready.labels == {}
    ready.undo()
    assert set(ready.labels) == {given}


@pytest.fixture
def reader(qtbot: QtBot, templates: ProjectTemplates, tmp_path: Path, context: ProjectContext) -> Iterator[Labeller]:
    """A person at a project that is open elsewhere."""
    path = tmp_path / "shown.mlwb"
    with new_project(path) as project:
        templates.fill(project, fill, tmp_path)
        add_examples_folder(project, tmp_path / "examples", Silent())
        with open_for_window(path) as second:
            person = Labeller(qtbot, replace(context, project=second, path=path, read_only=second.read_only_reason))
            person.wait(lambda: person.page.inspector.evidence.speaks)
            yield person
            person.page.leave()


@pytest.mark.slow
def test_a_read_only_project_takes_nothing_out_and_says_why(reader: Labeller) -> None:
    panel = reader.page.inspector.evidence
    QTest.keyClick(panel.strip, Qt.Key.Key_Right)
    why = str(reader.context.read_only)
    assert not panel.take_out.isEnabled()
    assert panel.take_out.toolTip() == why
    action = panel.menu(panel.strip.voices[0]).actions()[0]
    assert (action.isEnabled(), action.toolTip()) == (False, why)
