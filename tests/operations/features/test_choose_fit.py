"""How images become squares is chosen by validation classes, said, and can be requested otherwise."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.made_images import make_classes
from tests.operations.conftest import SHORT
from workbench.facts.fit import Fit
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.evaluate_run import (
    PIXELS,
    EvaluationReport,
    EvaluationRequest,
    evaluate_run,
    request_from_json,
)
from workbench.operations.evaluation.evaluations import describe_evaluation
from workbench.operations.evaluation.shot_curve import shot_curve
from workbench.operations.features.choose_fit import choose_fit
from workbench.operations.labelling.propose_labels import ProposalReport, propose_labels
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.listing import describe_run
from workbench.operations.runs.run_settings import settings_as_json, settings_from_json
from workbench.operations.runs.training import train_approach
from workbench.operations.tasks.class_counts import class_counts
from workbench.operations.tasks.classes import set_roles
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.store.models import Evaluation, Role

pytestmark = pytest.mark.usefixtures("known_features")


def draw_ellipses(folder: Path, images: int = 4) -> Path:
    """Write classes that only their proportions tell apart: stretched to a square, all are circles."""
    draw = np.random.default_rng(0)
    for number in range(6):
        home = folder / f"one_to_{number + 1}"
        home.mkdir(parents=True)
        for place in range(images):
            width, height = 40 * (number + 1), 40
            image = Image.new("L", (width, height), int(draw.integers(180, 255)))
            ImageDraw.Draw(image).ellipse((2, 2, width - 3, height - 3), fill=int(draw.integers(0, 90)))
            image.save(home / f"{place}.png")
    return folder


@pytest.fixture
def ellipses(project: Project, tmp_path: Path) -> Project:
    import_images(project, draw_ellipses(tmp_path / "ellipses"), ImportRequest(), Silent())
    set_roles(project, [count.id for role in Role for count in class_counts(project, role)], Role.META_VALIDATION)
    return project


def labelled(project: Project, home: Path, fit: Fit | None = None, run: str = "pretrained") -> ProposalReport:
    make_classes(home / "examples", classes=2, images=2)
    make_classes(home / "pile", classes=1, images=2)
    (home / "labels.csv").unlink(missing_ok=True)
    return propose_labels(
        project,
        examples=home / "examples",
        images=home / "pile" / "class_00",
        output=home / "labels.csv",
        run=run,
        device="cpu",
        reporter=Silent(),
        fit=fit,
    )


@pytest.mark.slow
def test_images_whose_proportions_tell_classes_apart_keep_them(ellipses: Project, tmp_path: Path) -> None:
    choice = choose_fit(ellipses, "cpu", Silent())
    assert choice.fit == "pad"
    assert choice.gain is not None
    assert choice.gain.is_above
    report = labelled(ellipses, tmp_path)
    assert report.fit == "pad"
    assert choice.as_fact() in report.warnings


def test_square_images_are_stretched_and_nothing_is_said(imported: Project) -> None:
    set_roles(imported, [count.id for count in class_counts(imported, Role.META_TRAIN)], Role.META_VALIDATION)
    choice = choose_fit(imported, "cpu", Silent())
    assert (choice.fit, choice.gain, choice.as_fact()) == ("stretch", None, None)


def test_too_few_validation_classes_choose_nothing(project: Project, tmp_path: Path) -> None:
    import_images(project, draw_ellipses(tmp_path / "ellipses"), ImportRequest(), Silent())
    set_roles(project, [count.id for role in Role for count in class_counts(project, role)], Role.META_TRAIN)
    assert choose_fit(project, "cpu", Silent()).gain is None


@pytest.mark.slow
def test_what_is_requested_is_used_and_said_where_the_run_learned_otherwise(trained: Project, tmp_path: Path) -> None:
    own = labelled(trained, tmp_path / "own", run="latest")
    padded = labelled(trained, tmp_path / "padded", "pad", run="latest")
    assert (own.fit, padded.fit) == ("stretch", "pad")
    codes = [{getattr(warning, "code", "") for warning in report.warnings} for report in (own, padded)]
    assert ["run.other_fit" in said for said in codes] == [False, True]


@pytest.mark.slow
@pytest.mark.parametrize("fit", ["stretch", "pad", "crop"])
def test_a_run_keeps_the_fit_that_it_was_trained_with(imported: Project, fit: Fit) -> None:
    run = train_approach(imported, replace(SHORT, fit=fit), Silent())
    assert describe_run(imported, run.id).settings.fit == fit


def test_settings_of_an_older_run_are_stretched(trained: Project) -> None:
    stored = settings_as_json(describe_run(trained, 1).settings)
    del stored["fit"]
    assert settings_from_json(stored).fit == "stretch"


def report_of(project: Project, fit: Fit | None = None) -> EvaluationReport:
    request = EvaluationRequest("pretrained", way=3, query=2, episodes=10, role=Role.META_VALIDATION, fit=fit)
    return evaluate_run(project, request, Silent())


@pytest.mark.slow
def test_the_pretrained_network_is_tested_with_the_fit_that_it_would_label_with(ellipses: Project) -> None:
    report = report_of(ellipses)
    assert report.fit == "pad"
    assert choose_fit(ellipses, "cpu", Silent()).as_fact() in report.notes
    assert describe_evaluation(ellipses, report.id).fit == "pad"
    with ellipses.read() as session:
        kept = request_from_json(session.get_one(Evaluation, report.id).settings)
    again = evaluate_run(ellipses, kept, Silent())
    assert (kept.fit, again.fit, again.accuracy) == ("pad", "pad", report.accuracy)
    assert report_of(ellipses, "stretch").fit == "stretch"


def test_a_run_is_tested_with_its_own_fit_and_nothing_is_said(imported: Project) -> None:
    train_approach(imported, replace(SHORT, fit="pad"), Silent())
    report = evaluate_run(imported, EvaluationRequest(way=3, query=2, episodes=10), Silent())
    assert report.fit == "pad"
    assert not [note for note in report.notes if getattr(note, "code", "").startswith(("fit.", "run.other_fit"))]
    assert evaluate_run(imported, EvaluationRequest(PIXELS, way=3, query=2, episodes=10), Silent()).fit == "stretch"


def test_a_test_of_an_older_version_was_stretched(trained: Project) -> None:
    report = evaluate_run(trained, EvaluationRequest(way=3, query=2, episodes=10), Silent())
    with trained.write() as session:
        row = session.get_one(Evaluation, report.id)
        row.settings = {name: value for name, value in row.settings.items() if name != "fit"}
    assert describe_evaluation(trained, report.id).fit == "stretch"


@pytest.mark.slow
def test_a_comparison_shows_it_images_in_the_same_way_and_says_so(ellipses: Project) -> None:
    request = ComparisonRequest(way=3, query=2, episodes=10, role=Role.META_VALIDATION)
    by_key = {row.key: row for row in compare_runs(ellipses, request, Silent()).rows}
    shipped, pixels = by_key["pretrained"], by_key[PIXELS]
    assert shipped.figures is not None
    assert pixels.figures is not None
    assert set(shipped.remarks) >= set(choose_fit(ellipses, "cpu", Silent()).notes) > set()
    kept = [describe_evaluation(ellipses, row.figures.evaluation).fit for row in (shipped, pixels) if row.figures]
    assert kept == ["pad", "stretch"]
    assert shipped.figures.accuracy == pytest.approx(report_of(ellipses).accuracy)
    assert shipped.remarks[0] in shot_curve(ellipses, request, Silent(), shots=(1, 2)).notes
