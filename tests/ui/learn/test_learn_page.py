"""The page Learn: a run is chosen, started, paused, watched and found again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from tests.project_templates import ProjectTemplates
from tests.ui.languages import LANGUAGES, spoken
from tests.ui.learn.learn_parts import LONG, SHORT, fill
from workbench.operations.devices import describe_device
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.describe_approaches import describe_approaches
from workbench.operations.runs.keeping.run_changes import delete_run
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.training import train_approach
from workbench.operations.runs.training_request import TrainingRequest, request_of
from workbench.ui.learn.approach_cards import ApproachCards
from workbench.ui.learn.choosing.kept_choices import kept_choices
from workbench.ui.learn.compacting import CompactDialog
from workbench.ui.learn.episode_form import DeviceForm
from workbench.ui.learn.learn_page import LearnPage
from workbench.ui.learn.progress_strip import ProgressStrip, StripState
from workbench.ui.learn.training_form import TrainingForm
from workbench.ui.look.theme import Theme
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.training_stage import Stage
from workbench.words import message

pytestmark = pytest.mark.usefixtures("known_features")

PATIENCE = 60_000
FAMILIES = {
    "model": "Model-based",
    "metric": "Metric-based",
    "optimisation": "Optimisation-based",
    "baseline": "Baselines",
}


@pytest.fixture
def filled(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path)
    return project


Open = Callable[[], LearnPage]


@pytest.fixture
def open_page(qtbot: QtBot, context: ProjectContext) -> Iterator[Open]:
    """Opens the page, with its form; all are gone before the project is closed, as in the window."""
    pages: list[LearnPage] = []

    def opened() -> LearnPage:
        page = LearnPage(context)
        pages.append(page)
        page.resize(1000, 700)
        page.show()
        qtbot.waitUntil(lambda: page.new_run.form is not None, timeout=PATIENCE)
        page.new_run.choice.myself.click()
        QApplication.processEvents()  # The form is laid out a moment after it is shown.
        return page

    yield opened
    for page in pages:
        if shiboken6.isValid(page):
            page.leave()
            shiboken6.delete(page)


def form_of(page: LearnPage) -> TrainingForm:
    assert page.new_run.form is not None
    return page.new_run.form


def ready(qtbot: QtBot, page: LearnPage, request: TrainingRequest = SHORT) -> None:
    page.new_run.show_request(request)
    qtbot.waitUntil(page.controls.start.isEnabled, timeout=PATIENCE)


def tick(qtbot: QtBot, page: LearnPage, *names: str) -> ApproachCards:
    """Let several be trained, and click the boxes of these; the one of the approach that is chosen is ticked before."""
    ready(qtbot, page)
    approaches = form_of(page).approaches
    approaches.several.click()
    for name in names:
        approaches.boxes[name].click()
    return approaches


def reach(qtbot: QtBot, page: LearnPage, stage: Stage) -> None:
    qtbot.waitUntil(lambda: page.controller.stage is stage, timeout=PATIENCE)


def shown(page: LearnPage) -> list[str]:
    controls = page.controls
    buttons: list[QPushButton] = [controls.pause, controls.stop, controls.start, controls.resume]
    return [button.text() for button in buttons if button.isVisible()]


def test_an_empty_project_says_why_nothing_can_start(qtbot: QtBot, context: ProjectContext, open_page: Open) -> None:
    page = open_page()
    qtbot.waitUntil(lambda: bool(page.controls.reason.text()), timeout=PATIENCE)
    assert not page.controls.start.isEnabled()
    assert page.controls.reason.isVisible()
    assert "meta-train classes" in page.controls.reason.text()
    with qtbot.waitSignal(context.notifier.requested) as requested:
        page.nothing.images.click()
    assert requested.args == ["images"]


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_where_only_a_table_of_traits_is_missing_it_can_be_given_there(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    form = page.new_run.form
    assert form is not None
    form.approaches.cards["zero-shot"].click()
    qtbot.waitUntil(page.nothing.table.isVisible, timeout=PATIENCE)
    page.nothing.table.click()
    chooser = page.findChild(QFileDialog)
    assert chooser is not None
    assert "table of traits" in chooser.windowTitle()
    chooser.close()
    form.approaches.cards["prototypical"].click()
    qtbot.waitUntil(lambda: not page.nothing.table.isVisible(), timeout=PATIENCE)


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_start_trains_and_the_curve_grows_to_the_end(qtbot: QtBot, open_page: Open, said: list[str]) -> None:
    page = open_page()
    ready(qtbot, page)
    assert shown(page) == ["Start"]
    page.context.notifier.say("Cancelled; nothing was kept.")
    page.controls.start.click()
    assert said[1:] == [""]  # What was said of something earlier goes.
    assert shown(page) == ["Pause", "Stop"]
    reach(qtbot, page, Stage.FINISHED)
    assert shown(page) == ["Start"]
    assert page.board.strip.sentence.text().startswith("Finished: 12 episodes in")
    assert page.board.strip.check.isVisible()
    qtbot.waitUntil(lambda: len(page.board.accuracy.checks.getData()[0]) == 2, timeout=PATIENCE)
    assert len(page.board.embedding.items) > 0
    assert page.board.episode.preview is not None
    cards = page.board.episode.grid.cards
    assert cards.right is not None
    assert cards.sections[0].count == len(page.board.episode.preview.support)
    assert set(cards.right[: cards.sections[0].count]) == {-1}
    assert set(cards.right[cards.sections[0].count :]) <= {0, 1}
    assert said[-1].startswith("Finished")


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_pause_keeps_the_curve_and_resume_goes_on_to_the_end(qtbot: QtBot, open_page: Open, project: Project) -> None:
    page = open_page()
    ready(qtbot, page, replace(SHORT, episodes=80, validate_every=20))
    page.controls.start.click()
    qtbot.waitUntil(lambda: len(page.controller.curve) > 5, timeout=PATIENCE)
    assert shown(page) == ["Pause", "Stop"]
    page.controls.pause.click()
    assert page.board.strip.sentence.text() == "Saving before pausing…"
    reach(qtbot, page, Stage.PAUSED)
    assert shown(page) == ["Stop", "Resume"]
    at = page.controller.episode
    assert page.board.strip.sentence.text().startswith(f"Paused at episode {at} of 80")
    assert len(page.controller.curve) == at // 2
    page.controls.resume.click()
    reach(qtbot, page, Stage.FINISHED)
    assert [(facts.state, facts.episode) for facts in describe_runs(project)] == [("finished", 80)]


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_stop_makes_room_for_a_new_run_and_the_old_one_can_be_resumed(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    ready(qtbot, page, LONG)
    page.controls.start.click()
    qtbot.waitUntil(lambda: len(page.controller.curve) > 5, timeout=PATIENCE)
    page.controls.stop.click()
    assert page.board.strip.sentence.text() == "Stopping…"
    reach(qtbot, page, Stage.IDLE)
    assert shown(page) == ["Start"]
    qtbot.waitUntil(page.board.strip.resume.isVisible, timeout=PATIENCE)
    page.board.strip.resume.click()
    reach(qtbot, page, Stage.TRAINING)
    page.controls.stop.click()
    reach(qtbot, page, Stage.IDLE)


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_a_training_goes_on_while_the_page_is_built_anew(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    ready(qtbot, page, LONG)
    page.controls.start.click()
    qtbot.waitUntil(lambda: len(page.controller.curve) > 5, timeout=PATIENCE)
    before = form_of(page).request()
    page.leave()
    shiboken6.delete(page)
    again = open_page()
    assert shown(again) == ["Pause", "Stop"]
    assert form_of(again).request() == before
    steps = len(again.controller.curve)
    qtbot.waitUntil(lambda: len(again.controller.curve) > steps, timeout=PATIENCE)
    again.controls.stop.click()
    reach(qtbot, again, Stage.IDLE)


@pytest.mark.slow
def test_the_gap_to_new_classes_is_said_where_both_tell_apart_equally_many(
    qtbot: QtBot, open_page: Open, filled: Project
) -> None:
    for way in (3, 5):  # There are three classes to validate on.
        often = replace(SHORT, validate_every=2, options={"train_way": way})
        train_approach(filled, often, Silent())
    page = open_page()
    qtbot.waitUntil(lambda: len(page.board.accuracy.checks.getData()[0]) == 6, timeout=PATIENCE)
    assert page.board.gap.isHidden()
    page.run_panel.list.chosen.emit(1)
    qtbot.waitUntil(page.board.gap.isVisible, timeout=PATIENCE)
    assert "validation" in page.board.gap.text()


@pytest.mark.slow
def test_an_old_run_opens_with_its_curve_its_embedding_and_its_settings(
    qtbot: QtBot, open_page: Open, filled: Project
) -> None:
    train_approach(filled, replace(SHORT, shot=2, seed=7), Silent())
    page = open_page()
    qtbot.waitUntil(lambda: page.facts is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(page.board.accuracy.checks.getData()[0]) == 2, timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(page.board.embedding.items) > 0, timeout=PATIENCE)
    assert page.board.strip.sentence.text().startswith("Finished: 12 episodes")
    assert "Seed 7" in page.run_panel.settings.text()
    page.board.strip.reuse.click()
    request = form_of(page).request()
    assert (request.shot, request.seed, request.episodes) == (2, 7, SHORT.episodes)


@pytest.mark.slow
def test_a_run_of_no_episodes_is_shown_as_not_trained_with_its_validation(
    qtbot: QtBot, filled: Project, open_page: Open
) -> None:
    train_approach(filled, replace(SHORT, episodes=0), Silent())
    page = open_page()
    qtbot.waitUntil(lambda: page.facts is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(page.board.accuracy.checks.getData()[0]) == 1, timeout=PATIENCE)
    words = page.board.strip.sentence.text()
    assert words.startswith("Not trained")
    assert "%" in words
    assert "not trained" in page.run_panel.settings.text()
    before = form_of(page).request().episodes
    page.board.strip.reuse.click()
    assert form_of(page).request().episodes == before


@pytest.mark.slow
def test_choosing_a_run_shows_that_one_and_rereading_keeps_the_choice(
    qtbot: QtBot, context: ProjectContext, open_page: Open, filled: Project
) -> None:
    for seed in (1, 2):
        train_approach(filled, replace(SHORT, seed=seed), Silent())
    page = open_page()
    page.tabs.setCurrentWidget(page.run_panel)
    qtbot.waitUntil(lambda: len(page.run_panel.list.runs.rows) == 2, timeout=PATIENCE)
    runs = page.run_panel.list
    runs.setCurrentIndex(runs.runs.index(1))
    assert page.facts is not None
    assert page.facts.settings.seed == 1
    with qtbot.waitSignal(context.jobs.changed):
        context.changes.runs_changed.emit(None)
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=PATIENCE)
    assert page.facts.settings.seed == 1
    assert runs.currentIndex().row() == 1


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_what_has_no_effect_is_not_offered(open_page: Open) -> None:
    form = form_of(open_page())
    form.approaches.cards["reptile"].click()
    assert not form.learning.rate.isEnabled()
    assert "no learning rate" in form.learning.rate.toolTip()
    form.approaches.cards["maml"].click()
    assert form.learning.rate.isEnabled()


@pytest.mark.usefixtures("filled")
def test_the_form_yields_the_request_with_its_options(context: ProjectContext, open_page: Open) -> None:
    page = open_page()
    form = form_of(page)
    form.approaches.cards["transfer"].click()
    basic, others = form.options
    assert basic.isVisible()
    assert not others.isVisible()
    form.more.line.click()
    assert others.isVisible()
    basic.show_values({"head": "cosine"})
    others.show_values({"fit_steps": 7})
    form.episodes.chips.buttons[5].click()
    form.episodes.way.setValue(3)
    form.learning.rate.setValue(0.01)
    form.learning.rotate.setChecked(True)
    form.learning.augment.setChecked(True)
    assert form.request().fit is None
    form.learning.fit.setCurrentIndex(form.learning.fit.findData("pad"))
    request = form.request()
    assert (request.approach, request.way, request.shot, request.learning_rate) == ("transfer", 3, 5, 0.01)
    assert request.rotate_classes
    assert request.augment_images
    assert request.fit == "pad"
    assert (request.options["head"], request.options["fit_steps"]) == ("cosine", 7)
    assert kept_choices(context.settings, context.path).chosen == request


@pytest.mark.usefixtures("filled")
def test_three_examples_are_none_of_the_chips(open_page: Open) -> None:
    episodes = form_of(open_page()).episodes
    episodes.shot.setValue(3)
    assert not any(chip.isChecked() for chip in episodes.chips.buttons.values())
    episodes.shot.setValue(2)
    assert [shot for shot, chip in episodes.chips.buttons.items() if chip.isChecked()] == [2]


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_no_examples_at_all_are_refused_where_an_approach_needs_some(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    ready(qtbot, page)
    form_of(page).episodes.chips.buttons[0].click()
    assert form_of(page).request().shot == 0
    qtbot.waitUntil(lambda: not page.controls.start.isEnabled(), timeout=PATIENCE)
    assert page.controls.reason.isVisible()
    assert page.controls.reason.text().endswith(".")
    form_of(page).episodes.chips.buttons[1].click()
    qtbot.waitUntil(page.controls.start.isEnabled, timeout=PATIENCE)


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_every_approach_stands_under_its_family_and_says_what_it_is_for(open_page: Open) -> None:
    form = form_of(open_page())
    described = describe_approaches()
    assert set(form.approaches.cards) == {approach.name for approach in described}
    headings = [words.text() for words in form.approaches.findChildren(QLabel) if words.text() in FAMILIES.values()]
    assert headings == [
        FAMILIES[family] for family in FAMILIES if family in {approach.family for approach in described}
    ]
    for approach in described:
        form.approaches.cards[approach.name].click()
        details = form.details
        card = form.approaches.cards[approach.name]
        assert details.mapTo(form, details.rect().topLeft()).y() >= card.mapTo(form, card.rect().bottomLeft()).y()
        shown = [details.summary.text(), details.choose_when.text(), details.cannot.text(), details.paper.text()]
        assert shown == [str(approach.summary), str(approach.choose_when), str(approach.cannot), approach.paper]
        assert all(words in form.approaches.cards[approach.name].accessibleDescription() for words in shown[:3])


def test_what_is_below_the_strip_stays_where_it_is_while_its_words_change(qtbot: QtBot, theme: Theme) -> None:
    strip = ProgressStrip(theme)
    qtbot.addWidget(strip)
    heights = []
    for more in ("", " · checking on new classes"):
        best = "Episode 340 of 2,000 · 21 episodes/s · about 6 min left · best 71 % at episode 280"
        strip.show_state(StripState("Prototypical Networks", best + more, share=0.2))
        heights.append(strip.heightForWidth(600))
    assert heights[0] == heights[1]


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_arrows_go_from_one_approach_to_the_next(qtbot: QtBot, open_page: Open) -> None:
    approaches = form_of(open_page()).approaches
    before = approaches.chosen
    approaches.cards[before.name].setFocus()
    qtbot.keyClick(approaches.cards[before.name], Qt.Key.Key_Down)
    assert approaches.chosen != before


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_what_is_ticked_is_trained_in_turn_and_then_compared(
    qtbot: QtBot, context: ProjectContext, open_page: Open
) -> None:
    page = open_page()
    tick(qtbot, page, "matching")
    qtbot.waitUntil(lambda: page.controls.start.text() == "Start 2 runs", timeout=PATIENCE)
    with qtbot.waitSignal(context.notifier.requested, timeout=PATIENCE) as requested:
        page.controls.start.click()
        assert shown(page) == ["Pause", "Stop"]
        assert page.queue_strip.title.text() == "Training 1 of 2 · Prototypical Networks"
        assert "Matching Networks" in page.queue_strip.next.text()
        qtbot.waitUntil(lambda: context.queue.index == 1, timeout=PATIENCE)
        qtbot.waitUntil(lambda: shown(page) == ["Pause", "Stop"], timeout=PATIENCE)
    assert requested.args == ["check"]
    assert len(context.training.trained_together) == 2
    assert page.queue_strip.isHidden()


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_whoever_is_at_another_page_is_informed_and_not_taken_away(
    qtbot: QtBot, context: ProjectContext, open_page: Open, said: list[str]
) -> None:
    page = open_page()
    page.hide()
    context.notifier.requested.connect(pytest.fail)
    with qtbot.waitSignal(context.queue.completed, timeout=PATIENCE):
        context.queue.start((SHORT,))
    context.notifier.requested.disconnect(pytest.fail)
    assert "Check" in said[-1]


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_one_that_could_not_be_trained_is_named_until_it_is_closed(
    qtbot: QtBot, context: ProjectContext, open_page: Open
) -> None:
    page = open_page()
    with qtbot.waitSignal(context.queue.completed, timeout=PATIENCE):
        context.queue.start((replace(SHORT, approach="transfer", way=1), SHORT))
    assert page.queue_strip.isVisible()
    assert page.queue_strip.missed.text().startswith("Transfer learning: ")
    page.queue_strip.close_missed.click()
    assert page.queue_strip.isHidden()


@pytest.mark.usefixtures("filled")
def test_one_of_several_that_cannot_be_trained_is_named_before_it_starts(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    wild = replace(SHORT, approach="transfer", options={"head": "no such head"})
    page.new_run.take_reasons((SHORT, wild), (None, message("No such head.")))
    assert page.controls.start.isEnabled()
    assert page.new_run.left_out.isVisible()
    assert page.new_run.left_out.text().startswith("Transfer learning")
    assert page.new_run.left_out.text().endswith("No such head.")


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_start_counts_and_starts_only_those_that_can_be_trained(
    qtbot: QtBot, context: ProjectContext, open_page: Open
) -> None:
    page = open_page()
    tick(qtbot, page, "matching", "zero-shot")
    qtbot.waitUntil(page.new_run.left_out.isVisible, timeout=PATIENCE)
    assert page.new_run.left_out.text().startswith("Zero-shot learning")
    assert page.controls.start.text() == "Start 2 runs"
    with qtbot.waitSignal(context.queue.completed, timeout=PATIENCE):
        page.controls.start.click()
        assert [request.approach for request in context.queue.requests] == ["prototypical", "matching"]
    assert context.queue.missed == ()


@pytest.mark.usefixtures("filled")
def test_where_no_examples_are_needed_it_is_said_beside_their_number(open_page: Open) -> None:
    page = open_page()
    form = form_of(page)
    assert form.episodes.without.isHidden()
    form.approaches.cards["zero-shot"].click()
    assert form.episodes.without.isVisible()
    assert "Zero-shot" in form.episodes.without.text()
    form.approaches.cards["matching"].click()
    assert form.episodes.without.isHidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_device_that_is_chosen_is_read_whole(qtbot: QtBot, language: str) -> None:
    with spoken(language):
        form = DeviceForm({"cpu": describe_device("cpu")})
        qtbot.addWidget(form)
        form.resize(264, form.sizeHint().height())
        form.show()
        box, option = form.device, QStyleOptionComboBox()
        box.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(control, option, part, box).width()
        assert room >= max(box.fontMetrics().horizontalAdvance(box.itemText(place)) for place in range(box.count()))


def test_the_form_is_never_cut_at_its_right(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    page.resize(700, 560)
    area, form = page.new_run.area, page.new_run.form
    assert form is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible())
    assert form.minimumSizeHint().width() <= area.viewport().width()


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_with_nothing_ticked_nothing_can_start(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    tick(qtbot, page, SHORT.approach)
    qtbot.waitUntil(lambda: not page.controls.start.isEnabled(), timeout=PATIENCE)
    assert "approaches" in page.controls.reason.text()


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_what_is_ticked_and_each_ones_options_outlive_the_page(context: ProjectContext, open_page: Open) -> None:
    page = open_page()
    form = form_of(page)
    form.approaches.cards["transfer"].click()
    form.approaches.several.click()
    form.options[0].show_values({"head": "cosine"})
    form.approaches.boxes["matching"].click()
    before = form.requests()
    assert [request.approach for request in before] == ["matching", "transfer"]
    page.leave()
    shiboken6.delete(page)
    again = form_of(open_page())
    assert again.requests() == before
    assert again.approaches.chosen.name == "matching"


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_what_it_costs_is_measured_a_moment_after_a_change(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    ready(qtbot, page)
    qtbot.waitUntil(lambda: page.new_run.cost.label.text().startswith("About"), timeout=PATIENCE)
    cards = form_of(page).approaches.cards
    assert cards["prototypical"].cost.text()
    assert not cards["matching"].cost.text()
    form_of(page).episodes.way.setValue(3)
    assert not cards["prototypical"].cost.text()


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_the_cost_of_several_is_said_for_all_together(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    approaches = tick(qtbot, page, "matching")
    qtbot.waitUntil(lambda: "for all 2" in page.new_run.cost.label.text(), timeout=PATIENCE)
    assert all(approaches.cards[name].cost.text() for name in ("prototypical", "matching"))


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_a_run_that_goes_wrong_says_so_in_the_page(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    ready(qtbot, page)
    page.controller.start(replace(LONG, learning_rate=1e30))
    reach(qtbot, page, Stage.FAILED)
    assert page.board.strip.trouble.isVisible()
    assert "learning rate" in page.board.strip.trouble.text()
    assert shown(page) == ["Start"]
    # Nothing but its beginning was saved, and the button says so.
    qtbot.waitUntil(page.board.strip.resume.isVisible, timeout=PATIENCE)
    assert page.board.strip.resume.text() == "Start from the beginning"
    said: list[str] = []
    page.context.notifier.said.connect(said.append)
    page.board.strip.resume.click()
    page.context.notifier.said.disconnect(said.append)
    assert any("starts over" in words for words in said)
    reach(qtbot, page, Stage.FAILED)


@pytest.mark.slow
def test_the_settings_of_a_run_are_the_request_it_came_from(filled: Project) -> None:
    request = replace(SHORT, shot=2, options={"train_way": 4})
    facts = train_approach(filled, request, Silent())
    again = request_of(facts.settings)
    assert replace(again, options=request.options, channels=None, fit=None) == request
    assert again.options["train_way"] == 4


@pytest.mark.slow
def test_deleted_runs_go_for_good_after_it_is_said_how_many(
    qtbot: QtBot, open_page: Open, filled: Project, context: ProjectContext
) -> None:
    train_approach(filled, SHORT, Silent())
    train_approach(filled, replace(SHORT, seed=1), Silent())
    delete_run(filled, 1)
    page = open_page()
    page.compacting.act.click()
    qtbot.waitUntil(lambda: page.window().findChild(CompactDialog) is not None, timeout=PATIENCE)
    dialog = page.window().findChild(CompactDialog)
    assert dialog is not None
    assert any(words.text().startswith("1 deleted run") for words in dialog.findChildren(QLabel))
    dialog.start.click()
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=PATIENCE)
    assert [facts.id for facts in describe_runs(filled)] == [2]
    assert describe_runs(filled, deleted=True) == ()


@pytest.mark.slow
def test_the_project_is_made_smaller_after_saying_what_goes(
    qtbot: QtBot, open_page: Open, filled: Project, context: ProjectContext, said: list[str]
) -> None:
    train_approach(filled, SHORT, Silent())
    with filled.write() as session:
        session.execute(text("CREATE TABLE large (content BLOB)"))
        session.execute(text("INSERT INTO large VALUES (zeroblob(5000000))"))
    with filled.write() as session:
        session.execute(text("DROP TABLE large"))
    filled.checkpoint()
    before = filled.path.stat().st_size
    page = open_page()
    page.compacting.act.click()
    qtbot.waitUntil(lambda: page.window().findChild(CompactDialog) is not None, timeout=PATIENCE)
    dialog = page.window().findChild(CompactDialog)
    assert dialog is not None
    assert "5 MB" in dialog.expected.text()
    dialog.start.click()
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=PATIENCE)
    assert filled.path.stat().st_size < before - 4_000_000
    assert any(filled.path.name in words and "MB" in words for words in said)
    assert [facts.state for facts in describe_runs(filled)] == ["finished"]
