"""How strange an image looks, on a scale that held-out classes gave."""

from pathlib import Path

import numpy as np
import pytest

from tests.made_images import make_classes, make_pile
from tests.made_scales import made_scale
from workbench.errors import UserError
from workbench.operations.labelling.known_scale import KnownScale
from workbench.operations.labelling.label_table import read_label_table
from workbench.operations.labelling.propose_labels import ProposalReport, propose_labels
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project

pytestmark = pytest.mark.usefixtures("known_features")


def drawn_scale(seed: int, episodes: int = 40) -> KnownScale:
    draw = np.random.default_rng(seed)
    known, unknown = ([draw.normal(middle, 0.3, 100) for _ in range(episodes)] for middle in (1.0, 0.0))
    return made_scale(known, unknown)


def test_an_interval_is_as_wide_as_classes_differ() -> None:
    place = np.arange(100)
    # Of the first class all images are familiar, of the others half.
    known = np.where((place % 5 == 0) | (place // 5 % 2 == 0), 1.0, -1.0)
    kept = made_scale([known] * 40, [np.zeros(100)] * 40).at(0.55).kept_known
    assert kept.value == pytest.approx(0.6)
    assert kept.ci95 > 0.2


@pytest.mark.slow
def test_the_threshold_keeps_the_share_that_was_asked_for_within_its_interval() -> None:
    found = [drawn_scale(seed).at(0.9) for seed in range(40)]
    within = [abs(strangers.kept_known.value - 0.9) <= strangers.kept_known.ci95 + 0.01 for strangers in found]
    assert np.mean(within) >= 0.9
    assert max(strangers.let_in_unknown.value for strangers in found) < 0.1


def test_the_share_of_known_images_that_look_stranger_grows_with_familiarity() -> None:
    shares = drawn_scale(0).known_share(np.array([-5.0, 1.0, 5.0]))
    assert shares[0] == 0
    assert shares[1] == pytest.approx(0.5, abs=0.05)
    assert shares[2] == 1


def propose(project: Project, home: Path, keep: float | None) -> ProposalReport:
    (home / "labels.csv").unlink(missing_ok=True)
    return propose_labels(
        project,
        examples=home / "examples",
        images=home / "pile",
        output=home / "labels.csv",
        run="pretrained",
        device="cpu",
        reporter=Silent(),
        keep=keep,
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    make_classes(tmp_path / "examples", classes=4, images=3)
    make_pile(tmp_path / "pile")
    return tmp_path


@pytest.mark.slow
def test_what_looks_stranger_than_the_share_to_keep_gets_no_label(imported: Project, home: Path) -> None:
    report = propose(imported, home, 0.5)
    rows = read_label_table(home / "labels.csv")
    strange = [row for row in rows if row.reason == "none of these"]
    assert report.none_of_these == len(strange)
    assert report.proposed == len(rows) - len(strange)
    assert report.strangers is not None
    assert report.strangers.measured_on == "own"
    assert all(row.label == "" and row.proposal == "" and row.second for row in strange)
    assert all(row.known is not None and 0 <= row.known <= 1 for row in rows)


@pytest.mark.slow
def test_without_a_share_to_keep_every_image_gets_a_label_and_its_place_on_the_scale(
    imported: Project, home: Path
) -> None:
    report = propose(imported, home, None)
    rows = read_label_table(home / "labels.csv")
    assert report.none_of_these == 0
    assert all(row.label and row.known is not None for row in rows)


def test_without_held_out_classes_nothing_is_said_of_strangers(project: Project, home: Path) -> None:
    assert propose(project, home, None).strangers is None
    assert {row.known for row in read_label_table(home / "labels.csv")} == {None}


@pytest.mark.parametrize("keep", [0.2, 1.0, 7.0])
def test_a_share_that_makes_no_sense_is_refused(project: Project, home: Path, keep: float) -> None:
    # The bounds themselves are in the sentence: 0.5 would do, 1 would not.
    with pytest.raises(UserError, match=r"at least 0\.5 and less than 1,"):
        propose(project, home, keep)
    assert not (home / "labels.csv").exists()
