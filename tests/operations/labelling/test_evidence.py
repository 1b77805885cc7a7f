"""What spoke for a proposal: shares of what was said, of examples, labels and neighbours, never of the image itself."""

from pathlib import Path

import numpy as np
import pytest

from tests.made_images import make_pile
from tests.operations.conftest import fill_to_label
from tests.project_templates import ProjectTemplates
from workbench.facts.decision import Decision
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.evidence.evidence import Evidence, VoiceKind
from workbench.operations.labelling.example_changes import remove_examples
from workbench.operations.labelling.label_session import LabelSession, open_session
from workbench.operations.labelling.labelling_set import labelling_classes, tasks_to_label
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.import_images import ImportRequest, import_images

pytestmark = pytest.mark.usefixtures("known_features")
ALL = 1000


@pytest.fixture
def ready(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    make_pile(tmp_path / "pile")
    templates.fill(project, fill_to_label, tmp_path)
    return project


def opened(project: Project) -> LabelSession:
    return open_session(project, run="latest", tasks=tasks_to_label(project), device="cpu", reporter=Silent())


def told(session: LabelSession, image_id: int, most: int = ALL) -> Evidence:
    evidence = session.evidence(image_id, most)
    assert evidence is not None
    return evidence


@pytest.mark.parametrize("use_pile", [True, False])
def test_the_shares_of_all_that_spoke_and_of_the_rest_make_one(ready: Project, use_pile: bool) -> None:
    session = opened(ready)
    session.propose(ready, Silent(), use_pile=use_pile)
    for image in session.images:
        whole, part = told(session, image.id), told(session, image.id, 2)
        shares = [voice.share for voice in whole.voices]
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) + whole.rest == pytest.approx(1)
        assert part.voices == whole.voices[:2]
        assert sum(voice.share for voice in part.voices) + part.rest == pytest.approx(1)
        assert part.others == len(whole.voices) + whole.others - 2
        assert image.sha256 not in {voice.image.sha256 for voice in whole.voices}


def test_without_the_pile_only_examples_of_the_proposed_class_speak(ready: Project) -> None:
    session = opened(ready)
    proposals = session.propose(ready, Silent(), use_pile=False)
    examples = {row.id: {one.image for one in row.examples} for row in labelling_classes(ready)}
    for row, image_id in enumerate(proposals.image_ids.tolist()):
        evidence = told(session, image_id)
        assert evidence.class_id == proposals.classes[proposals.best[row]]
        assert {voice.kind for voice in evidence.voices} == {VoiceKind.EXAMPLE}
        assert {voice.image for voice in evidence.voices} <= examples[evidence.class_id]


def test_with_the_pile_its_images_speak_too(ready: Project) -> None:
    session = opened(ready)
    session.propose(ready, Silent(), use_pile=True)
    to_label = {image.id for image in session.images}
    neighbours = [
        voice
        for image in session.images
        for voice in told(session, image.id).voices
        if voice.kind is VoiceKind.NEIGHBOUR
    ]
    assert neighbours
    assert {voice.image.id for voice in neighbours} <= to_label


def test_a_file_of_the_same_content_has_no_say(ready: Project, tmp_path: Path) -> None:
    first = min((tmp_path / "pile").iterdir())
    (tmp_path / "pile" / "copy.png").write_bytes(first.read_bytes())
    import_images(ready, tmp_path / "pile", ImportRequest(), Silent())
    session = opened(ready)
    session.propose(ready, Silent())
    same = [image for image in session.images if image.path.name in (first.name, "copy.png")]
    assert len(same) == 2
    for image in same:
        assert same[0].sha256 not in {voice.image.sha256 for voice in told(session, image.id).voices}


def test_what_a_person_decided_speaks_as_a_label_while_it_is_learned_from(ready: Project) -> None:
    session = opened(ready)
    proposals = session.propose(ready, Silent(), use_pile=False)
    label = int(np.bincount(proposals.best).argmax())
    first, *others = proposals.image_ids[proposals.best == label].tolist()
    decide(ready, [Decided(first, proposals.classes[label], Decision.CORRECTED)])
    for learns, kinds in ((True, {VoiceKind.EXAMPLE, VoiceKind.LABEL}), (False, {VoiceKind.EXAMPLE})):
        session.propose(ready, Silent(), learn_from_decisions=learns, use_pile=False)
        assert {voice.kind for image_id in others for voice in told(session, image_id).voices} == kinds
    session.propose(ready, Silent())
    assert first not in {voice.image.id for voice in told(session, first).voices}


def test_an_example_taken_out_is_not_heard_until_it_is_back(ready: Project) -> None:
    session = opened(ready)
    session.propose(ready, Silent())
    image = session.images[0]
    before = told(session, image.id)
    loudest = next(voice for voice in before.voices if voice.kind is VoiceKind.EXAMPLE)
    ids = {one.image.id: one.id for row in labelling_classes(ready) for one in row.examples}
    back = remove_examples(ready, [ids[loudest.image.id]])
    session.propose(ready, Silent())
    assert loudest.image not in {voice.image for voice in told(session, image.id).voices}
    back.apply(ready)
    session.propose(ready, Silent())
    after = told(session, image.id)
    assert [voice.image for voice in after.voices] == [voice.image for voice in before.voices]
    assert [voice.share for voice in after.voices] == pytest.approx([voice.share for voice in before.voices])


def test_nothing_speaks_where_nothing_is_proposed(ready: Project) -> None:
    session = opened(ready)
    assert session.evidence(session.images[0].id) is None
    session.propose(ready, Silent())
    assert session.evidence(10**6) is None
