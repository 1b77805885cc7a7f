"""Curves and embeddings: what is drawn, and that a person's zoom is theirs."""

import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.learn.learn_parts import reference_of
from workbench.operations.runs.curve import CurvePoints
from workbench.operations.runs.training_events import ValidationResult
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import class_shape
from workbench.ui.plots.curve_plots import AccuracyPlot, LossPlot
from workbench.ui.plots.embedding_plot import EmbeddingPlot
from workbench.ui.services.project_context import ProjectContext

CHECKED = (
    ValidationResult(10, 0.4, 0.05, best=True),
    ValidationResult(20, 0.6, 0.05, best=True),
    ValidationResult(30, 0.5, 0.05, best=False),
)


def curve(steps: int) -> CurvePoints:
    episodes = np.arange(1, steps + 1)
    values = np.linspace(1.0, 0.2, steps)
    return CurvePoints(episodes, values, 1 - values, values, 1 - values)


@pytest.fixture
def accuracy(qtbot: QtBot, theme: Theme) -> AccuracyPlot:
    plot = AccuracyPlot(theme)
    qtbot.addWidget(plot)
    plot.resize(400, 300)
    plot.show()
    return plot


@pytest.fixture
def embedding(qtbot: QtBot, context: ProjectContext) -> EmbeddingPlot:
    plot = EmbeddingPlot(context)
    qtbot.addWidget(plot)
    plot.resize(600, 400)
    plot.show()
    return plot


def test_a_growing_curve_stays_whole_in_sight(accuracy: AccuracyPlot) -> None:
    for steps in (10, 500):
        accuracy.show_curve(curve(steps), (), 5)
        (left, right), (bottom, top) = accuracy.view.viewRange()
        assert left <= 1
        assert right >= steps
        assert bottom <= 0
        assert top >= 1


def test_a_zoom_survives_new_points_until_everything_is_asked_for(qtbot: QtBot, accuracy: AccuracyPlot) -> None:
    accuracy.show_curve(curve(100), (), 5)
    qtbot.keyClick(accuracy, Qt.Key.Key_Plus)
    zoomed = accuracy.view.viewRange()
    accuracy.show_curve(curve(200), CHECKED, 5)
    assert accuracy.view.viewRange() == zoomed
    assert accuracy.all_button.isVisible()
    accuracy.all_button.click()
    assert accuracy.view.viewRange()[0][1] >= 200
    assert not accuracy.all_button.isVisible()


def drag(plot: AccuracyPlot, begin: QPoint, end: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    steps = [(QEvent.Type.MouseButtonPress, begin, left, left)]
    steps += [(QEvent.Type.MouseMove, begin + (end - begin) * part / 8, none, left) for part in range(1, 9)]
    steps += [(QEvent.Type.MouseButtonRelease, end, left, none)]
    for kind, place, button, held in steps:
        at = QPointF(place)
        event = QMouseEvent(kind, at, plot.viewport().mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(plot.viewport(), event)
        QApplication.processEvents()


def test_dragging_and_a_double_click_work_as_the_button_does(qtbot: QtBot, accuracy: AccuracyPlot) -> None:
    accuracy.show_curve(curve(100), (), 5)
    whole = accuracy.view.viewRange()
    area = accuracy.viewport()
    drag(accuracy, QPoint(200, 150), QPoint(280, 150))
    assert not accuracy.follows
    qtbot.mouseDClick(area, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert accuracy.view.viewRange() == whole


def test_the_best_validation_is_marked_and_chance_is_drawn(accuracy: AccuracyPlot) -> None:
    accuracy.show_curve(curve(40), CHECKED, 5)
    assert accuracy.star.getData()[0].tolist() == [20]
    assert accuracy.best.toPlainText() == "60 %"
    assert accuracy.chance.value() == pytest.approx(0.2)
    assert len(accuracy.checks.getData()[0]) == 3


@pytest.mark.parametrize("share", [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.85, 0.95])
@pytest.mark.parametrize("curve_is_above", [True, False])
def test_the_best_accuracy_can_be_read_in_a_small_plot(
    accuracy: AccuracyPlot, share: float, curve_is_above: bool
) -> None:
    accuracy.resize(300, 150)
    points = replace(curve(40), smoothed_accuracy=np.full(40, 1.0 if curve_is_above else 0.0))
    accuracy.show_curve(points, (ValidationResult(20, share, 0.05, best=True),), 5)
    accuracy.grab()
    assert accuracy.view.sceneBoundingRect().contains(accuracy.best.sceneBoundingRect())


@pytest.mark.parametrize("episode", [0, 1, 20, 39, 40])
@pytest.mark.parametrize("share", [0.0, 0.5, 0.97, 1.0])
@pytest.mark.parametrize("size", [(160, 120), (300, 150), (900, 500)])
def test_the_best_accuracy_is_whole_wherever_its_point_is(
    accuracy: AccuracyPlot, episode: int, share: float, size: tuple[int, int]
) -> None:
    accuracy.show_curve(curve(40), (ValidationResult(episode, share, 0.0, best=True),), 5)
    accuracy.resize(*size)  # Also after it was drawn.
    accuracy.grab()
    assert accuracy.view.sceneBoundingRect().contains(accuracy.best.sceneBoundingRect())


@pytest.mark.parametrize("share", [0.05, 0.81, 1.0])
def test_the_best_accuracy_of_what_was_not_trained_is_whole(accuracy: AccuracyPlot, share: float) -> None:
    accuracy.show_curve(None, (ValidationResult(0, share, 0.02, best=True),), 5)
    accuracy.grab()
    assert accuracy.view.sceneBoundingRect().contains(accuracy.best.sceneBoundingRect())
    accuracy.view.scaleBy((0.5, 0.5), center=(0, share))  # A person looks closer.
    accuracy.grab()
    assert accuracy.view.sceneBoundingRect().contains(accuracy.best.sceneBoundingRect())


def test_without_validations_nothing_is_marked(accuracy: AccuracyPlot) -> None:
    accuracy.show_curve(curve(40), (), 5)
    assert not accuracy.star.isVisible()
    assert not accuracy.best.isVisible()


def test_one_wild_loss_does_not_press_the_rest_flat(qtbot: QtBot, theme: Theme) -> None:
    plot = LossPlot(theme)
    qtbot.addWidget(plot)
    points = curve(1000)
    points.loss[3] = 1e6
    plot.show_curve(points)
    assert plot.view.viewRange()[1][1] < 10


def test_an_embedding_has_one_item_for_each_class_in_its_colour_and_shape(embedding: EmbeddingPlot) -> None:
    embedding.show_reference(reference_of([0, 1, 2, 0, 1, 2], 3))
    embedding.show_frame(np.arange(12, dtype=np.float32).reshape(6, 2))
    assert len(embedding.items) == 3
    assert [item.opts["symbol"] for item in embedding.items] == [class_shape(number) for number in range(3)]
    assert [item.getData()[0].tolist() for item in embedding.items] == [[0, 6], [2, 8], [4, 10]]
    assert embedding.legend.count() == 3


def test_other_images_replace_the_ones_before(embedding: EmbeddingPlot) -> None:
    embedding.show_reference(reference_of([0, 1], 2))
    embedding.show_frame(np.zeros((2, 2), np.float32))
    embedding.show_reference(reference_of([0], 1))
    assert len(embedding.items) == 1
    embedding.show_reference(None)
    assert embedding.items == []
    assert not embedding.legend.isVisible()


@pytest.mark.parametrize("width", [300, 360, 600])
def test_no_two_entries_of_the_key_read_the_same(embedding: EmbeddingPlot, width: int) -> None:
    embedding.resize(width, 400)
    names = tuple(f"alphabet_{folder} / character_02" for folder in ("05", "11", "12"))
    names += ("alphabet_11 / character_12", "an_alphabet_of_a_long_name / one_of_many", "alone")
    reference = reference_of(list(range(6)), 6)
    embedding.show_reference(replace(reference, classes=names))
    QApplication.processEvents()
    texts = [embedding.legend.item(row).text() for row in range(embedding.legend.count())]
    assert len(set(texts)) == len(names)
    assert embedding.legend.sizeHintForColumn(0) <= embedding.legend.viewport().width()
    assert texts[0].startswith("char")
    assert "05" in texts[0]
    assert embedding.legend.item(0).toolTip() == names[0]
    assert "alone" in texts


def test_the_key_takes_what_its_names_need_up_to_half_and_cuts_the_folder_first(embedding: EmbeddingPlot) -> None:
    names = ("alphabet_05 / character_02", "alphabet_11 / character_02")
    embedding.resize(800, 400)
    embedding.show_reference(replace(reference_of([0, 1], 2), classes=names))
    QApplication.processEvents()
    assert embedding.legend.item(0).text() == "character_02 (alphabet_05)"
    assert embedding.legend.width() < 400
    embedding.resize(340, 400)
    QApplication.processEvents()
    cut = embedding.legend.item(0).text()
    assert (cut[:14], cut[-3:]) == ("character_02 (", "05)")
    assert embedding.legend.width() == 170


def test_hovering_a_point_names_its_class(qtbot: QtBot, embedding: EmbeddingPlot) -> None:
    embedding.show_reference(reference_of([0, 1], 2))
    embedding.show_frame(np.array([[-1, 0], [1, 0]], np.float32))
    QApplication.processEvents()
    place = embedding.plot.view.mapViewToScene(QPointF(1, 0))
    assert embedding.nearest(place) == 1
    embedding.plot.pointed.emit(place)
    assert embedding.popup.isVisible()
    assert embedding.popup.name.text() == "class 1"
    embedding.plot.pointed.emit(embedding.plot.view.mapViewToScene(QPointF(0, 0)))
    assert not embedding.popup.isVisible()


@pytest.mark.slow
def test_fifty_thousand_points_pan_smoothly(embedding: EmbeddingPlot) -> None:
    draw = np.random.default_rng(0)
    labels = draw.integers(0, 8, 50_000).tolist()
    embedding.show_reference(reference_of(labels, 8))
    embedding.show_frame(draw.standard_normal((50_000, 2)).astype(np.float32))
    embedding.grab()
    seconds = []
    for _ in range(10):
        embedding.plot.view.translateBy(x=0.05)
        began = time.perf_counter()
        embedding.plot.grab()
        seconds.append(time.perf_counter() - began)
    assert float(np.median(seconds)) < 0.25


def test_the_card_of_a_point_shows_long_names_whole(qtbot: QtBot, embedding: EmbeddingPlot) -> None:
    name = "Quercus_robur_subsp_pedunculiflora_from_the_northern_plot_of_2019"
    embedding.show_reference(replace(reference_of([0], 1), classes=(name,)))
    embedding.show_frame(np.zeros((1, 2), np.float32))
    QApplication.processEvents()
    embedding.plot.pointed.emit(embedding.plot.view.mapViewToScene(QPointF(0, 0)))
    popup = embedding.popup
    assert popup.isVisible()
    assert popup.name.text() == name
    needed = popup.name.heightForWidth(popup.name.width())
    assert popup.name.height() >= needed > 1.5 * popup.name.fontMetrics().height()
    assert popup.width() <= 260
