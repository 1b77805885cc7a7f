"""The audit of labels: what all other images contradict, contents in two classes, images that are nearly the same."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.made_images import make_classes, pattern, variant
from tests.operations.conftest import SHORT, fill_to_label
from tests.project_templates import ProjectTemplates
from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.learning.approach import Capabilities
from workbench.learning.approaches.prototypical import Prototypical
from workbench.operations.labelling._supports import Supports, read_supports
from workbench.operations.labelling.auditing import leave_one_out as leaving_out
from workbench.operations.labelling.auditing.audit_labels import AuditReport, audit_labels
from workbench.operations.labelling.auditing.near_duplicates import alike_across_classes
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.example_changes import add_examples, remove_examples
from workbench.operations.labelling.examples import add_example_files, add_examples_folder
from workbench.operations.labelling.label_session import LabelSession, open_session
from workbench.operations.labelling.labelling_set import labelling_classes, tasks_to_label
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training import train_approach
from workbench.operations.tasks.images import ImageFacts, list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.words import Message

pytestmark = pytest.mark.usefixtures("known_features")


class StopsAtOnce:
    def report(self, share: float | None, text: Message) -> None:
        raise Cancelled


@pytest.fixture
def ready(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill_to_label, tmp_path)
    return project


def audited(project: Project, run: str = "pretrained") -> AuditReport:
    return audit_labels(project, run=run, device="cpu", reporter=Silent())


def opened(project: Project, run: str = "pretrained") -> LabelSession:
    return open_session(project, run=run, tasks=tasks_to_label(project), device="cpu", reporter=Silent())


def class_ids(project: Project) -> dict[str, int]:
    return {row.name: row.id for row in labelling_classes(project)}


def pile(project: Project) -> tuple[ImageFacts, ...]:
    """Return the images to label, five of each class in their order."""
    return tuple(sorted(list_images(project, tasks=tasks_to_label(project)), key=lambda image: image.file))


def decide_all(project: Project, but: dict[int, str] | None = None) -> tuple[ImageFacts, ...]:
    """Decide all images to be what they are, but those of some places to be of another class."""
    ids, images = class_ids(project), pile(project)
    names = [(but or {}).get(place, f"class_{place // 5:02d}") for place in range(len(images))]
    decide(
        project,
        [Decided(image.id, ids[name], Decision.ACCEPTED) for image, name in zip(images, names, strict=True)],
    )
    return images


def wrong_example(project: Project, home: Path) -> Path:
    """Make an image of class_00 a fourth example of class_01."""
    path = home / "wrong.png"
    variant(pattern(0), 7).save(path)
    add_example_files(project, class_ids(project)["class_01"], [path], Silent())
    return path


@pytest.mark.slow
def test_a_wrong_example_among_four_is_the_first_suspect(ready: Project, tmp_path: Path) -> None:
    path = wrong_example(ready, tmp_path)
    report = audited(ready)
    assert report.near_duplicates == audited(ready, "latest").near_duplicates == ()
    first = report.suspects[0]
    assert (first.path, first.name, first.looks_like, first.is_example) == (path, "class_01", "class_00", True)
    assert 0.5 < first.sure <= 1.0
    assert (report.run, report.judged, report.not_judged) == ("pretrained", 13, 0)


@pytest.mark.slow
def test_nothing_stands_out_where_nothing_is_wrong(ready: Project) -> None:
    decide_all(ready)
    report = audited(ready)
    assert (report.suspects, report.contradictions, report.near_duplicates) == ((), (), ())
    assert (report.judged, report.not_judged) == (32, 0)


@pytest.mark.slow
def test_wrong_decisions_come_before_what_they_confuse(ready: Project) -> None:
    images = decide_all(ready, {3: "class_02", 12: "class_03"})
    found = {(one.path, one.name, one.looks_like, one.is_example) for one in audited(ready).suspects[:2]}
    assert found == {
        (images[3].path, "class_02", "class_00", False),
        (images[12].path, "class_03", "class_02", False),
    }


@pytest.mark.slow
def test_the_most_doubtful_comes_first(ready: Project) -> None:
    decide_all(ready, dict.fromkeys(range(0, 15, 4), "class_03"))
    session = opened(ready)
    stored = read_supports(ready, learn_from_decisions=True)
    session.propose(ready, Silent())
    judged = leaving_out.leave_one_out(session._features, stored, {}, Silent())
    doubts = [one.doubt for one in judged]
    assert doubts == sorted(doubts, reverse=True)
    assert [one.sure for one in judged if one.is_doubtful] == pytest.approx(
        [one.sure for one in audited(ready).suspects], abs=1e-3
    )


@pytest.mark.slow
def test_a_class_of_one_image_is_not_judged(ready: Project) -> None:
    image = pile(ready)[0]
    add_examples(ready, add_class(ready, "alone").class_id, [image.id])
    report = audited(ready)
    assert (report.judged, report.not_judged) == (12, 1)
    assert image.path not in {one.path for one in report.suspects}


def test_an_image_that_is_gone_is_not_judged(ready: Project, tmp_path: Path) -> None:
    (tmp_path / "examples" / "class_02" / "image_01.png").unlink()
    report = audited(ready, "latest")
    assert (report.judged, report.not_judged) == (11, 1)


@pytest.mark.slow
def test_a_content_decided_to_be_of_two_classes_is_named_with_its_files(ready: Project, tmp_path: Path) -> None:
    first = pile(ready)[0]
    copy = tmp_path / "pile" / "copy.png"
    copy.write_bytes(first.path.read_bytes())
    import_images(ready, tmp_path / "pile", ImportRequest(), Silent())
    ids = class_ids(ready)
    copied = next(image for image in pile(ready) if image.path == copy)
    decide(ready, [Decided(first.id, ids["class_00"], Decision.ACCEPTED)])
    decide(ready, [Decided(copied.id, ids["class_01"], Decision.ACCEPTED)])
    (files,) = audited(ready).contradictions
    assert [(file.path, file.name, file.is_example) for file in files] == [
        (first.path, "class_00", False),
        (copy, "class_01", False),
    ]
    decide(ready, [Decided(copied.id, ids["class_00"], Decision.CORRECTED)])
    assert audited(ready).contradictions == ()


@pytest.mark.slow
def test_an_example_decided_to_be_of_another_class_is_named(ready: Project) -> None:
    example = labelling_classes(ready)[0].examples[0].image
    decide(ready, [Decided(example.id, class_ids(ready)["class_03"], Decision.ACCEPTED)])
    (files,) = audited(ready).contradictions
    assert [(file.path, file.name, file.is_example) for file in files] == [
        (example.path, "class_00", True),
        (example.path, "class_03", False),
    ]


@pytest.mark.slow
def test_an_example_of_two_classes_is_named_and_judges_others_but_not_itself(ready: Project, tmp_path: Path) -> None:
    # Bringing an example back does not look at contents.
    example = labelling_classes(ready)[0].examples[0]
    copy = tmp_path / "copy.png"
    copy.write_bytes(example.image.path.read_bytes())
    removed = remove_examples(ready, [example.id])
    add_example_files(ready, class_ids(ready)["class_01"], [copy], Silent())
    removed.apply(ready)
    report = audited(ready)
    (files,) = report.contradictions
    assert {(file.path, file.name) for file in files} == {(example.image.path, "class_00"), (copy, "class_01")}
    assert (report.judged, report.not_judged, report.near_duplicates) == (11, 2, ())


@pytest.mark.slow
@pytest.mark.parametrize("run", ["latest", "pretrained"])
def test_an_image_is_never_its_own_evidence(ready: Project, run: str) -> None:
    image, other = pile(ready)[0], pile(ready)[1]
    ids = class_ids(ready)
    decide(ready, [Decided(other.id, ids["class_00"], Decision.ACCEPTED)])
    session, sure = opened(ready, run), set[float]()
    proposals = session.propose(ready, Silent(), use_pile=False)
    place = list(proposals.image_ids).index(image.id)
    expected, confidence = proposals.classes[proposals.best[place]], float(proposals.confidence[place])
    for wrong in (number for number in ids.values() if number != expected):
        decide(ready, [Decided(image.id, wrong, Decision.CORRECTED)])
        (doubted,) = [one for one in session.look_again(ready, Silent()).labels if one.image_id == image.id]
        assert (doubted.class_id, doubted.looks_like) == (wrong, expected)
        # A proposal also counts that an image may be of none of the classes, which one with a class is not.
        assert confidence <= doubted.sure < 1
        sure.add(round(doubted.sure, 6))
    assert len(sure) == 1


@pytest.mark.slow
def test_looking_again_shows_wrong_decisions_and_wrong_examples_apart(ready: Project, tmp_path: Path) -> None:
    wrong_example(ready, tmp_path)
    images = decide_all(ready, {7: "class_03"})
    session = opened(ready)
    before = session.images
    ids = class_ids(ready)
    (doubted,) = session.look_again(ready, Silent()).labels
    assert (doubted.image_id, doubted.class_id, doubted.looks_like) == (images[7].id, ids["class_03"], ids["class_01"])
    assert session.images == before
    decide(ready, [Decided(images[7].id, ids["class_01"], Decision.CORRECTED)])
    assert session.look_again(ready, Silent()).labels == ()
    with pytest.raises(Cancelled):
        session.look_again(ready, StopsAtOnce())


def test_no_part_that_is_left_out_holds_a_class_whole_or_a_content_in_part() -> None:
    draw = np.random.default_rng(0)
    for size in (2, 5, 20, 21, 60, 200):
        labels = tuple(map(int, draw.integers(0, 7, size)))
        contents = [bytes([number]) for number in draw.integers(0, 200, size)]
        images = tuple(ImageFacts(n, str(n), content, None, "ready", 1, 1) for n, content in enumerate(contents))
        supports = Supports(tuple(range(7)), tuple("abcdefg"), images, labels, size)
        folds = leaving_out._folds(supports)
        assert len(folds) <= 20
        left_out = Counter(index for fold in folds for index in fold)
        assert set(left_out.values()) <= {1}
        for fold in folds:
            kept = set(range(size)) - set(fold)
            assert {labels[index] for index in kept} == set(labels)
            assert not {contents[index] for index in kept} & {contents[index] for index in fold}


@pytest.mark.slow
def test_old_decisions_are_judged_but_only_the_newest_are_adapted_to(
    ready: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving_out, "NEWEST_OF_A_CLASS", 2)
    decide_all(ready)
    supports = read_supports(ready, learn_from_decisions=True, newest=None)
    others = leaving_out._others(supports, {31})
    assert others == [*range(12), 15, 16, 20, 21, 25, 26, 29, 30]
    assert audited(ready).judged == 32


@pytest.mark.slow
def test_without_a_run_the_pretrained_network_judges(project: Project, tmp_path: Path) -> None:
    add_examples_folder(project, make_classes(tmp_path / "examples", classes=4, images=3), Silent())
    report = audited(project, "latest")
    assert (report.run, report.judged, report.suspects, report.notes) == ("pretrained", 12, (), ())
    with pytest.raises(UserError):
        audited(project, "3")


def test_a_run_judges_and_what_speaks_against_it_is_said(ready: Project) -> None:
    report = audited(ready, "latest")
    assert (report.run, report.judged, len(report.notes)) == (1, 12, 1)


def test_an_approach_that_needs_images_judges_the_same(ready: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = audited(ready, "1")
    monkeypatch.setattr(Prototypical, "capabilities", Capabilities(adapts_embeddings=False))
    slow = audited(ready, "1")
    assert [(one.path, one.looks_like) for one in slow.suspects] == [
        (one.path, one.looks_like) for one in fast.suspects
    ]


@pytest.mark.slow
def test_a_run_on_the_shipped_network_judges_too(ready: Project, tmp_path: Path) -> None:
    train_approach(ready, replace(SHORT, encoder="efficientnet-lite0", image_size=None, episodes=4), Silent())
    path = wrong_example(ready, tmp_path)
    assert audited(ready, "latest").suspects[0].path == path


def test_fewer_than_two_classes_are_refused_in_words(project: Project) -> None:
    with pytest.raises(UserError, match="two classes need"):
        audited(project)


@pytest.mark.slow
@pytest.mark.parametrize("run", ["latest", "pretrained"])
def test_the_same_picture_saved_twice_in_two_classes_is_named(ready: Project, tmp_path: Path, run: str) -> None:
    example = labelling_classes(ready)[0].examples[0].image
    again = tmp_path / "again.png"
    with Image.open(example.path) as picture:
        picture.convert("RGB").save(again)
    add_example_files(ready, class_ids(ready)["class_02"], [again], Silent())
    (pair,) = audited(ready, run).near_duplicates
    assert {(pair.path, pair.name), (pair.other_path, pair.other_name)} == {
        (example.path, "class_00"),
        (again, "class_02"),
    }
    assert pair.cosine == pytest.approx(1.0, abs=1e-3)


def test_pairs_within_a_class_are_not_near_duplicates() -> None:
    vectors = np.array([[1, 0], [1, 0.01], [-1, 0], [-1, 0.01], [1, 0.02]], np.float32)
    pairs = list(alike_across_classes(vectors, np.array([0, 0, 1, 1, 1]), 0.99))
    assert [(one, other) for one, other, _ in pairs] == [(0, 4), (1, 4)]
