"""A labelling session knows which images are of none of its classes, which of those look alike, and which are empty."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.made_images import make_classes, make_pile
from tests.made_scales import made_scale
from tests.operations.conftest import SHORT, fill
from tests.project_templates import ProjectTemplates
from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.operations.labelling.decisions import Decided, decide, decided_images
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.labelling.known_scale import KnownScale
from workbench.operations.labelling.label_session import LabelSession, open_session
from workbench.operations.labelling.labelling_set import labelling_classes, tasks_to_label
from workbench.operations.labelling.new_class import label_as_new_class
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.words import Message

pytestmark = pytest.mark.usefixtures("known_features")


def fill_with_strangers(project: Project, home: Path) -> None:
    """A run, three classes with examples, a pile of five images of each and of a fourth class, and two empty ones."""
    fill(project, home, (SHORT,))
    make_pile(home / "pile")
    for number, grey in enumerate((0, 250)):
        Image.new("L", (20, 20), grey).save(home / "pile" / f"empty_{number}.png")
    import_images(project, home / "pile", ImportRequest(), Silent())
    make_classes(home / "examples", classes=4, images=3)
    shutil.rmtree(home / "examples" / "class_03")
    add_examples_folder(project, home / "examples", Silent())


@pytest.fixture
def session(templates: ProjectTemplates, project: Project, tmp_path: Path) -> LabelSession:
    templates.fill(project, fill_with_strangers, tmp_path)
    return open_session(project, run="latest", tasks=tasks_to_label(project), device="cpu", reporter=Silent())


class StopsAtOnce:
    def report(self, share: float | None, text: Message) -> None:
        raise Cancelled


def measured(session: LabelSession, project: Project) -> KnownScale:
    scale = session.known_scale(project, Silent())
    assert scale is not None
    return scale


def files(session: LabelSession, ids: np.ndarray) -> list[str]:
    names = {image.id: image.path.name for image in session.images}
    return sorted(names[number] for number in ids.tolist())


def test_an_empty_image_is_called_so_and_is_never_a_stranger(session: LabelSession, project: Project) -> None:
    proposals = session.propose(project, Silent())
    assert files(session, proposals.image_ids[proposals.empty]) == ["empty_0.png", "empty_1.png"]
    assert np.isnan(proposals.familiarity[proposals.empty]).all()
    assert np.isfinite(proposals.familiarity[~proposals.empty]).all()
    scale = made_scale([np.full(5, 9.0)] * 2, [np.zeros(5)] * 2)
    everything = session.strangers(project, scale, 0.95)
    assert len(everything.image_ids) == 20
    assert not set(everything.image_ids.tolist()) & set(proposals.image_ids[proposals.empty].tolist())


@pytest.mark.slow
def test_images_of_a_class_without_examples_are_the_least_familiar(session: LabelSession, project: Project) -> None:
    proposals = session.propose(project, Silent())
    seen = proposals.image_ids[~proposals.empty]
    least = seen[np.argsort(proposals.familiarity[~proposals.empty])[:5]]
    assert len({*files(session, least)} & {"015.png", "016.png", "017.png", "018.png", "019.png"}) >= 4


@pytest.mark.slow
def test_the_scale_is_measured_once_for_as_many_classes_and_examples(session: LabelSession, project: Project) -> None:
    assert session.known_scale(project, Silent()) is None  # Nothing was proposed yet.
    session.propose(project, Silent())
    scale = measured(session, project)
    assert scale.measured_on == "own"
    assert scale.alike > 0
    assert measured(session, project) is scale
    session.propose(project, Silent(), use_pile=False)
    assert measured(session, project) is not scale


@pytest.mark.slow
def test_measuring_the_scale_can_be_stopped_and_done_later(session: LabelSession, project: Project) -> None:
    session.propose(project, Silent())
    with pytest.raises(Cancelled):
        session.known_scale(project, StopsAtOnce())
    assert measured(session, project).measured_on == "own"


@pytest.mark.slow
def test_measuring_leaves_the_proposals_as_they_are(session: LabelSession, project: Project) -> None:
    before = session.propose(project, Silent())
    measured(session, project)
    after = session.propose(project, Silent())
    assert (after.best == before.best).all()
    assert np.array_equal(after.familiarity, before.familiarity, equal_nan=True)


@pytest.mark.slow
def test_what_is_decided_is_no_stranger_any_more(session: LabelSession, project: Project) -> None:
    proposals = session.propose(project, Silent())
    scale = measured(session, project)
    before = session.strangers(project, scale, 0.5).image_ids
    assert len(before) > 1
    decide(project, [Decided(int(before[0]), None, Decision.REJECTED)])
    assert session.strangers(project, scale, 0.5).image_ids.tolist() == before[1:].tolist()
    threshold = scale.threshold(0.5)
    assert set(before.tolist()) == set(proposals.image_ids[proposals.familiarity < threshold].tolist())


def test_a_new_class_and_its_images_are_one_change_that_can_be_undone(session: LabelSession, project: Project) -> None:
    ids = [image.id for image in session.images[:3]]
    made = label_as_new_class(project, "  beech ", [Decided(number, -2, Decision.CORRECTED) for number in ids])
    assert labelling_classes(project)[-1].name == "beech"
    assert decided_images(project) == dict.fromkeys(ids, (Decision.CORRECTED, made.class_id))
    again = made.inverse.apply(project)
    assert len(labelling_classes(project)) == 3
    assert decided_images(project) == {}
    again.apply(project)
    assert labelling_classes(project)[-1].id == made.class_id
    assert decided_images(project) == dict.fromkeys(ids, (Decision.CORRECTED, made.class_id))


def test_a_class_whose_images_are_gone_is_not_made(session: LabelSession, project: Project) -> None:
    with pytest.raises(UserError, match="no longer"):
        label_as_new_class(project, "beech", [Decided(10_000, -2, Decision.CORRECTED)])
    with pytest.raises(UserError, match="class_00"):
        label_as_new_class(project, "class_00", [Decided(session.images[0].id, -2, Decision.CORRECTED)])
    assert len(labelling_classes(project)) == 3
    assert decided_images(project) == {}


KEEP = 0.5


def apart(session: LabelSession, project: Project, *, joined: float) -> tuple[KnownScale, set[int], set[int]]:
    """The scale, groups being joined up to so far apart, the strangers and the empty images."""
    scale = replace(measured(session, project), alike=joined)
    proposals = session.propose(project, Silent())
    strangers = session.strangers(project, scale, KEEP).image_ids
    return scale, set(strangers.tolist()), set(proposals.image_ids[proposals.empty].tolist())


@pytest.fixture
def none_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.operations.labelling.label_session.SURE", 1.1)


@pytest.mark.usefixtures("none_is_sure")
def test_neither_strangers_nor_empty_images_are_asked_about(session: LabelSession, project: Project) -> None:
    session.propose(project, Silent())
    scale, strangers, empty = apart(session, project, joined=0.0)  # Nothing is alike, so there is no group.
    asked = session.ask_next(project, 100, scale=scale, keep=KEEP)
    everything = {image.id for image in session.images}
    assert (len(strangers) > 1, len(empty)) == (True, 2)
    assert set(asked) == everything - strangers - empty
    # Where nobody set strangers apart, there are none.
    assert set(session.ask_next(project, 100)) == everything - empty
    known = [Decided(number, None, Decision.UNKNOWN) for number in everything - strangers - empty]
    decide(project, known)
    assert session.ask_next(project, 100, scale=scale, keep=KEEP) == ()


@pytest.mark.usefixtures("none_is_sure")
def test_of_a_group_of_strangers_one_is_asked_about(session: LabelSession, project: Project) -> None:
    session.propose(project, Silent())
    scale, strangers, empty = apart(session, project, joined=2.0)  # All are alike.
    known = {image.id for image in session.images} - strangers - empty
    asked = session.ask_next(project, 3, scale=scale, keep=KEEP)
    assert len(asked) == 3
    assert set(asked[:2]) <= known
    assert asked[2] in strangers
    assert session.ask_next(project, 100, scale=scale, keep=KEEP)[-1] == asked[2]
    assert len(set(session.ask_next(project, 100, scale=scale, keep=KEEP)) & strangers) == 1
    decide(project, [Decided(number, None, Decision.UNKNOWN) for number in known])
    assert session.ask_next(project, 3, scale=scale, keep=KEEP) == asked[2:]


@pytest.mark.parametrize("use_pile", [False, True])
def test_what_is_asked_first_uses_the_pile_only_where_it_may(
    session: LabelSession, project: Project, use_pile: bool
) -> None:
    asked = session.ask_next(project, 1, use_pile=use_pile)
    proposals = session.propose(project, Silent(), use_pile=use_pile)
    other = session.propose(project, Silent(), use_pile=not use_pile)
    margins = [np.where(one.empty, np.inf, one.margin()) for one in (proposals, other)]
    assert asked == (proposals.image_ids[margins[0].argmin()],)
    assert not np.array_equal(margins[0], margins[1])
