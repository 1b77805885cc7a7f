"""What a pile adds, and how sure answers are, stands beside the accuracy of a test and apart from it."""

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.check.check_parts import ask_little, fill, part, shown, start
from tests.ui.check.test_class_tab import details
from tests.ui.languages import PAGE
from workbench.facts.fit import FITS
from workbench.operations.evaluation.evaluations import EvaluationDetails, describe_evaluation, describe_evaluations
from workbench.operations.evaluation.pile_accuracy import ConfidenceBin, PileFigures, SureAnswers
from workbench.operations.evaluation.verdict import Verdict
from workbench.operations.project.opening import Project
from workbench.store.models import Evaluation
from workbench.ui.check.check_page import CheckPage
from workbench.ui.check.confidence_tab import ConfidenceTab
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import DARK
from workbench.ui.plots.reliability_plot import ReliabilityPlot
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.settings import Settings
from workbench.words import Message

BINS = (ConfidenceBin(0.35, 0.3, 120), ConfidenceBin(0.65, 0.66, 900), ConfidenceBin(0.96, 0.978, 4210))
PILE = PileFigures(0.841, 0.006, 0.032, 0.003, BINS, SureAnswers(4210, 5230, 0.978, 0.004))


def opened(qtbot: QtBot, context: ProjectContext, result: EvaluationDetails) -> tuple[CheckPage, ConfidenceTab]:
    page = shown(qtbot, context, PAGE)
    page.results.show_result(
        result, Verdict(0.809, 0.006, "good", Message("Better"), Message("Run 1 reaches 80.9 ± 0.6 % accuracy."))
    )
    tab = part(page, ConfidenceTab)
    page.results.open_part(tab)
    return page, tab


def words(text: str) -> str:
    """Return a text whose spaces may be broken anywhere."""
    return text.replace("\u00a0", " ")


@pytest.mark.slow
def test_the_figure_with_a_pile_is_a_sentence_of_its_own(qtbot: QtBot, context: ProjectContext) -> None:
    page, _ = opened(qtbot, context, replace(details("oak", "trees"), pile=PILE))
    assert words(page.results.verdict.sentence.text()) == "Run 1 reaches 80.9 ± 0.6 % accuracy."
    assert page.results.verdict.pile.isVisible()
    assert words(page.results.verdict.pile.text()) == (
        "Above, each image is answered by itself. With the other images to help: 84.1 ± 0.6 %, 3.2 ± 0.3 points more."
    )


@pytest.mark.slow
def test_the_tab_says_how_many_of_the_sure_answers_are_right(qtbot: QtBot, context: ProjectContext) -> None:
    _, tab = opened(qtbot, context, replace(details("oak", "trees"), pile=PILE))
    assert tab.isVisible()
    said = words(tab.sentence.text()).replace(",", "")
    assert "Of 4210 answers called sure (confidence of 90 % or more) 97.8 ± 0.4 % are right." in said
    by_classes = replace(PILE, sure=replace(PILE.sure, ci95_classes=0.082))
    tab.show_result(replace(details("oak", "trees"), pile=by_classes))
    assert "97.8 ± 8.2 %" in words(tab.sentence.text())
    nothing = replace(PILE, sure=SureAnswers(0, 5230, 0.0, 0.0))
    tab.show_result(replace(details("oak", "trees"), pile=nothing))
    assert words(tab.sentence.text()).startswith("None of 5")


@pytest.mark.slow
def test_the_diagram_has_a_point_and_a_bar_for_each_bin_and_can_be_read_aloud(
    qtbot: QtBot, context: ProjectContext
) -> None:
    _, tab = opened(qtbot, context, replace(details("oak", "trees"), pile=PILE))
    points, bars = cast("Any", tab.plot.points), cast("Any", tab.plot.bars)
    assert [values.tolist() for values in points.getData()] == [[0.35, 0.65, 0.96], [0.3, 0.66, 0.978]]
    assert bars.opts["height"].tolist() == [120, 900, 4210]
    assert tab.plot.area.accessibleName() == "Share right by confidence"
    spoken = words(tab.plot.area.accessibleDescription()).split("; ")
    assert spoken[0] == "confidence 35 %: 30 % right, number of answers: 120"
    assert len(spoken) == 3


def test_the_points_take_their_colour_from_the_theme(qtbot: QtBot, settings: Settings, theme: Theme) -> None:
    plot = ReliabilityPlot(theme)
    qtbot.addWidget(plot)
    settings.scheme = "dark"
    theme.apply()
    points, diagonal = cast("Any", plot.points), cast("Any", plot.diagonal)
    assert points.opts["brush"].color().name().upper() == DARK.accent
    assert diagonal.opts["pen"].color().name().upper() == DARK.muted


@pytest.mark.slow
def test_an_older_test_says_that_it_can_be_made_again(qtbot: QtBot, context: ProjectContext) -> None:
    page, tab = opened(qtbot, context, replace(details("oak", "trees"), may_have_pile=True))
    assert "Test again to see it." in page.results.verdict.pile.text()
    assert "Test again to see it." in tab.sentence.text()
    assert not tab.plot.isVisible()


@pytest.mark.slow
def test_what_can_have_no_pile_does_not_ask_for_another_test(qtbot: QtBot, context: ProjectContext) -> None:
    page, tab = opened(qtbot, context, details("oak", "trees"))
    assert not page.results.verdict.pile.isVisible()
    assert "not measured for this kind of test" in tab.sentence.text()
    assert not tab.plot.isVisible()


@pytest.fixture
def learned(templates: ProjectTemplates, project: Project, tmp_path: Path) -> None:
    """Three folders of classes with a short run."""
    templates.fill(project, fill, tmp_path)


@pytest.mark.slow
@pytest.mark.usefixtures("learned")
def test_a_test_shows_its_figures_and_without_them_is_of_an_older_version(
    qtbot: QtBot, context: ProjectContext
) -> None:
    page = shown(qtbot, context)
    ask_little(page)
    start(qtbot, page)
    number = describe_evaluations(context.project)[0].id
    pile = describe_evaluation(context.project, number).pile
    assert pile is not None
    widest = max(pile.ci95, pile.ci95_classes)
    assert f"{100 * pile.accuracy:.1f} ± {100 * widest:.1f} %" in words(page.results.verdict.pile.text())
    assert part(page, ConfidenceTab).plot.bins == pile.reliability
    with context.project.write() as session:
        row = session.get_one(Evaluation, number)
        row.details = {name: value for name, value in row.details.items() if name != "pile"}
    assert "Test again to see it." in shown(qtbot, context).results.verdict.pile.text()


def test_how_images_became_squares_is_said_where_they_were_not_stretched(qtbot: QtBot, context: ProjectContext) -> None:
    shown = {
        fit: words(opened(qtbot, context, replace(details("oak", "trees"), fit=fit))[0].results.verdict.pile.text())
        for fit in FITS
    }
    assert (shown["stretch"], "padded" in shown["pad"], "cropped" in shown["crop"]) == ("", True, True)
