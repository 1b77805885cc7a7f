"""A labelling session: proposals like those of the command line, again and again, and which image to ask about."""

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.made_images import make_pile
from tests.operations.conftest import SHORT, fill_to_label
from tests.project_templates import ProjectTemplates
from workbench.errors import UserError
from workbench.facts.confidence import SURE
from workbench.facts.decision import Decision
from workbench.folders import cache_folder
from workbench.learning.approach import Capabilities
from workbench.learning.approaches.prototypical import Prototypical
from workbench.operations.labelling.class_changes import add_class, move_class
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.example_changes import add_examples
from workbench.operations.labelling.label_session import LabelSession, Proposals, open_session
from workbench.operations.labelling.label_table import read_label_table
from workbench.operations.labelling.labelling_set import labelling_classes, tasks_to_label
from workbench.operations.labelling.propose_labels import propose_labels
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training import train_approach
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.words import Message

pytestmark = pytest.mark.usefixtures("known_features")


class StopsAtOnce:
    def report(self, share: float | None, text: Message) -> None:
        raise Cancelled


@pytest.fixture
def truth(tmp_path: Path) -> dict[str, str]:
    return make_pile(tmp_path / "pile")


@pytest.fixture
def ready(templates: ProjectTemplates, project: Project, truth: dict[str, str], tmp_path: Path) -> Project:
    templates.fill(project, fill_to_label, tmp_path)
    return project


def opened(project: Project, run: str = "latest") -> LabelSession:
    return open_session(project, run=run, tasks=tasks_to_label(project), device="cpu", reporter=Silent())


def named(project: Project, session: LabelSession, proposals: Proposals) -> dict[str, tuple[str, float, str, float]]:
    """Best and second name with their confidences, by the name of the file."""
    names = {row.id: row.name for row in labelling_classes(project)}
    classes = [names[class_id] for class_id in proposals.classes]
    files = {image.id: image.path.name for image in session.images}
    columns = (proposals.best, proposals.confidence, proposals.second, proposals.second_confidence)
    return {
        files[number]: (classes[best], float(confidence), classes[second], float(second_confidence))
        for number, best, confidence, second, second_confidence in zip(proposals.image_ids, *columns, strict=True)
    }


@pytest.mark.parametrize("run", ["latest", pytest.param("pretrained", marks=pytest.mark.slow)])
def test_a_session_proposes_what_the_command_line_does(ready: Project, tmp_path: Path, run: str) -> None:
    propose_labels(
        ready,
        examples=tmp_path / "examples",
        images=tmp_path / "pile",
        output=tmp_path / "labels.csv",
        run=run,
        device="cpu",
        reporter=Silent(),
    )
    session = opened(ready, run)
    session.propose(ready, Silent())
    assert session.known_scale(ready, Silent()) is not None
    proposed = named(ready, session, session.propose(ready, Silent()))
    rows = read_label_table(tmp_path / "labels.csv")
    assert len(proposed) == len(rows) == 20
    for row in rows:
        label, confidence, second, second_confidence = proposed[row.path.name]
        assert (label, second) == (row.label, row.second)
        assert (confidence, second_confidence) == pytest.approx((row.confidence, row.second_confidence), abs=1e-3)


@pytest.mark.slow
def test_a_session_says_what_it_works_with(ready: Project) -> None:
    session = opened(ready)
    assert (session.run_shown, session.fast, len(session.images)) == (1, True, 20)
    shipped = opened(ready, "pretrained")
    assert (shipped.run_shown, shipped.fast) == ("pretrained", True)


@pytest.mark.slow
def test_an_approach_that_needs_images_proposes_the_same(ready: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    session = opened(ready)
    fast = named(ready, session, session.propose(ready, Silent()))
    monkeypatch.setattr(Prototypical, "capabilities", Capabilities(adapts_embeddings=False))
    slow = opened(ready)
    assert not slow.fast
    for file, row in named(ready, slow, slow.propose(ready, Silent())).items():
        assert row == (fast[file][0], pytest.approx(fast[file][1], abs=1e-4), *fast[file][2:3], pytest.approx(row[3]))
    image = int(slow.propose(ready, Silent()).image_ids[0])
    told, quick = slow.evidence(image), session.evidence(image)
    assert told is not None
    assert quick is not None
    assert [voice.image for voice in told.voices] == [voice.image for voice in quick.voices]
    slow.propose(ready, Silent(), use_pile=False)
    assert len(slow.ask_next(ready, 3)) == 3


@pytest.mark.slow
def test_a_run_on_the_shipped_network_proposes_too(ready: Project, truth: dict[str, str]) -> None:
    request = replace(SHORT, encoder="efficientnet-lite0", image_size=None, episodes=4, validate_every=4)
    train_approach(ready, request, Silent())
    session = opened(ready)
    proposed = named(ready, session, session.propose(ready, Silent()))
    assert sum(proposed[file][0] == name for file, name in truth.items()) / len(truth) > 0.7


def test_opening_again_reads_what_the_network_saw_from_the_cache(ready: Project, tmp_path: Path) -> None:
    before = opened(ready).propose(ready, Silent())
    kept = {file: file.stat().st_size for file in (cache_folder() / "embeddings").glob("*.data")}
    assert len(kept) == 1
    for file in (tmp_path / "pile").iterdir():
        file.unlink()
    after = opened(ready).propose(ready, Silent())
    assert np.array_equal(before.confidence, after.confidence)
    assert {file: file.stat().st_size for file in kept} == kept


def test_images_that_are_gone_before_they_were_seen_are_named(ready: Project, tmp_path: Path) -> None:
    (tmp_path / "pile" / "003.png").unlink()
    session = opened(ready)
    assert [trouble.path.name for trouble in session.unreadable] == ["003.png"]
    assert len(session.images) == len(session.propose(ready, Silent()).image_ids) == 19


def test_an_image_made_an_example_is_no_longer_to_be_labelled_until_it_is_taken_out(ready: Project) -> None:
    session = opened(ready)
    oak = labelling_classes(ready)[0].id
    image = session.images[0]
    added = add_examples(ready, oak, [image.id])
    proposals = session.propose(ready, Silent())
    assert image.id not in proposals.image_ids
    assert [image.id for image in session.images] == list(proposals.image_ids)
    assert image not in opened(ready).images
    added.apply(ready)
    assert image.id in session.propose(ready, Silent()).image_ids


def test_classes_come_in_their_order_and_those_without_examples_are_left_out(ready: Project) -> None:
    session = opened(ready)
    add_class(ready, "empty")
    move_class(ready, labelling_classes(ready)[0].id, 4)
    proposals = session.propose(ready, Silent())
    assert proposals.left_out == ("empty",)
    assert proposals.classes == tuple(row.id for row in labelling_classes(ready) if row.name != "empty")


def test_it_learns_from_what_was_decided_when_asked(ready: Project) -> None:
    session = opened(ready)
    new = add_class(ready, "new").class_id
    image = session.images[0]
    decide(ready, [Decided(image.id, new, Decision.CORRECTED)])
    without = session.propose(ready, Silent(), learn_from_decisions=False)
    assert new not in without.classes
    proposals = session.propose(ready, Silent())
    place = list(proposals.image_ids).index(image.id)
    assert proposals.classes[proposals.best[place]] == new
    assert proposals.left_out == ()


def test_fewer_than_two_classes_with_examples_are_refused_in_words(
    trained: Project, truth: object, tmp_path: Path
) -> None:
    import_images(trained, tmp_path / "pile", ImportRequest(), Silent())
    session = opened(trained)
    oak, _ = add_class(trained, "oak").class_id, add_class(trained, "elm").class_id
    add_examples(trained, oak, [session.images[0].id])
    for refused in (lambda: session.propose(trained, Silent()), lambda: session.ask_next(trained)):
        with pytest.raises(UserError, match="two classes need"):
            refused()
    assert session.evidence(session.images[0].id) is None


def test_a_class_whose_example_is_gone_is_left_out(ready: Project, tmp_path: Path) -> None:
    for file in (tmp_path / "examples" / "class_02").iterdir():
        file.unlink()
    assert opened(ready).propose(ready, Silent()).left_out == ("class_02",)


def test_nothing_to_label_is_refused_in_words(trained: Project) -> None:
    with pytest.raises(UserError, match="no images to label"):
        open_session(trained, run="latest", tasks=[], device="cpu", reporter=Silent())


def test_stopping_keeps_the_proposals_before(ready: Project) -> None:
    with pytest.raises(Cancelled):
        open_session(ready, run="latest", tasks=tasks_to_label(ready), device="cpu", reporter=StopsAtOnce())
    session = opened(ready)
    image = int(session.propose(ready, Silent()).image_ids[0])
    before = session.evidence(image)
    with pytest.raises(Cancelled):
        session.propose(ready, StopsAtOnce())
    assert session.evidence(image) == before is not None


def test_what_is_asked_next_is_undecided_uncertain_and_each_image_once(ready: Project) -> None:
    session = opened(ready)
    proposals = session.propose(ready, Silent(), use_pile=False)
    assert proposals.confidence.max() < SURE
    chosen = session.ask_next(ready, 5)
    assert len(set(chosen)) == 5
    assert chosen[0] == proposals.image_ids[proposals.margin().argmin()]
    oak = proposals.classes[0]
    decide(ready, [Decided(number, oak, Decision.ACCEPTED) for number in chosen])
    assert set(session.ask_next(ready, 5)).isdisjoint(chosen)
    assert len(session.ask_next(ready, 100)) == 15
    decide(ready, [Decided(image.id, oak, Decision.ACCEPTED) for image in session.images])
    assert session.ask_next(ready) == ()


def test_what_is_sure_is_asked_only_where_nothing_else_is_left(ready: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    session = opened(ready)
    proposals = session.propose(ready, Silent())
    monkeypatch.setattr("workbench.operations.labelling.label_session.SURE", float(np.median(proposals.confidence)))
    unsure = set(proposals.image_ids[proposals.confidence < np.median(proposals.confidence)].tolist())
    assert set(session.ask_next(ready, 100)) == unsure
    decide(ready, [Decided(number, proposals.classes[0], Decision.ACCEPTED) for number in unsure])
    assert set(session.ask_next(ready, 100)) == set(proposals.image_ids.tolist()) - unsure


def test_what_is_asked_next_is_not_one_image_many_times(ready: Project, tmp_path: Path) -> None:
    first = min((tmp_path / "pile").iterdir())
    for number in range(8):
        (tmp_path / "pile" / f"copy_{number}.png").write_bytes(first.read_bytes())
    import_images(ready, tmp_path / "pile", ImportRequest(), Silent())
    session = opened(ready)
    contents = {image.id: image.sha256 for image in session.images}
    session.propose(ready, Silent(), use_pile=False)
    assert len({contents[number] for number in session.ask_next(ready, 8)}) == 8


def test_threads_may_ask_at_the_same_time(ready: Project) -> None:
    session = opened(ready)
    expected = session.propose(ready, Silent()).confidence
    same: list[bool] = []

    def ask() -> None:
        session.ask_next(ready)
        same.append(np.array_equal(session.propose(ready, Silent()).confidence, expected))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert same == [True] * 4


def test_all_images_of_the_tasks_are_opened_for_labelling(ready: Project) -> None:
    tasks = tasks_to_label(ready)
    assert opened(ready).images == list_images(ready, tasks=tasks)
