"""Where nothing was measured, no image of another class is shown as certain."""

from pathlib import Path

import numpy as np
import pytest

from tests.made_images import make_classes, make_pile
from tests.made_scales import made_scale
from workbench.facts.confidence import SURE
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.labelling.label_session import open_session
from workbench.operations.labelling.label_table import LabelRow, read_label_table
from workbench.operations.labelling.labelling_set import tasks_to_label
from workbench.operations.labelling.propose_labels import propose_labels
from workbench.operations.labelling.usual_confidence import confidence_scale, tell_strangers
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.import_images import ImportRequest, import_images

pytestmark = pytest.mark.usefixtures("known_features")


def known(shots: int, familiarity: float) -> float:
    scale = confidence_scale(None, [number % 3 for number in range(3 * shots)])
    return float(scale.calibrated(np.array([[1.0, 0.0, 0.0]]), np.array([familiarity])).max())


@pytest.mark.parametrize("shots", [1, 2, 3, 5, 20])
def test_shares_that_leave_no_doubt_are_only_as_sure_as_the_image_is_familiar(shots: int) -> None:
    assert known(shots, -0.5) < known(shots, 0.4) < known(shots, 1.2)
    assert known(shots, 0.4) < SURE < known(shots, 1.3)


def test_the_image_of_a_small_pile_is_as_sure_whatever_else_is_in_it() -> None:
    scale, shares = confidence_scale(None, [0, 1]), np.array([[0.9, 0.1], [0.5, 0.5]])
    both = scale.calibrated(shares, np.array([0.9, -1.0]))
    assert scale.calibrated(shares[:1], np.array([0.9])) == pytest.approx(both[:1])


def test_where_examples_do_not_tell_strangers_nothing_is_sure() -> None:
    shares = np.array([[1.0, 0.0]])
    assert confidence_scale(None, []).calibrated(shares, None).max() < SURE
    assert not tell_strangers([0, 0], 1)
    assert not tell_strangers([0, 2], 3)
    assert tell_strangers([0, 1, 1], 2)


def test_only_a_scale_of_ones_own_classes_takes_its_place() -> None:
    own = made_scale([np.ones(20)] * 4, [np.zeros(20)] * 4)
    assert confidence_scale(own, [0, 1]) is own.confidence


def labelled(project: Project, home: Path, *, use_pile: bool = True) -> dict[str, LabelRow]:
    (home / "labels.csv").unlink(missing_ok=True)
    propose_labels(
        project,
        examples=home / "examples",
        images=home / "pile",
        output=home / "labels.csv",
        run="pretrained",
        device="cpu",
        reporter=Silent(),
        use_pile=use_pile,
    )
    return {row.path.name: row for row in read_label_table(home / "labels.csv")}


def sure(rows: dict[str, LabelRow]) -> dict[str, float]:
    return {name: row.confidence or 0.0 for name, row in rows.items()}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Examples of two classes, and a pile of nine images of four."""
    make_classes(tmp_path / "examples", classes=2, images=3)
    for name in sorted(make_pile(tmp_path / "all")):
        place = tmp_path / "all" / name
        (tmp_path / "pile").mkdir(exist_ok=True)
        if int(place.stem) % 5 < 2:
            place.rename(tmp_path / "pile" / name)
    return tmp_path


@pytest.mark.parametrize("use_pile", [True, False])
def test_strangers_in_a_small_pile_are_not_certain(project: Project, home: Path, use_pile: bool) -> None:
    rows = sure(labelled(project, home, use_pile=use_pile))
    assert len(rows) < 10
    strangers = [share for name, share in rows.items() if int(Path(name).stem) >= 10]
    assert len(strangers) == 4
    assert max(strangers) < SURE


def test_one_image_more_makes_nothing_certain_that_was_not(project: Project, home: Path) -> None:
    for number in (2, 3):
        (home / "all" / f"{number:03}.png").rename(home / "pile" / f"{number:03}.png")
    more = sure(labelled(project, home))
    (home / "pile" / "003.png").unlink()
    fewer = sure(labelled(project, home))
    assert len(fewer) < 10 <= len(more)
    strangers = {name for name in fewer if int(Path(name).stem) >= 10}
    assert max(abs(more[name] - fewer[name]) for name in fewer.keys() - strangers) < 0.2
    assert max(max(more[name], fewer[name]) for name in strangers) < SURE


def test_a_session_is_as_sure_as_the_command_line_before_and_without_a_measurement(
    project: Project, home: Path
) -> None:
    rows = labelled(project, home)
    import_images(project, home / "pile", ImportRequest(), Silent())
    add_examples_folder(project, home / "examples", Silent())
    session = open_session(project, run="pretrained", tasks=tasks_to_label(project), device="cpu", reporter=Silent())
    proposals = session.propose(project, Silent())
    names = {image.id: image.path.name for image in session.images}
    for number, share in zip(proposals.image_ids.tolist(), proposals.confidence.tolist(), strict=True):
        assert share == pytest.approx(rows[names[number]].confidence, abs=1e-3)
