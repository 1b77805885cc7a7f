"""A plot is saved as it is seen, and its data with named columns; what cannot be written is said."""

import csv
import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.learn.learn_parts import reference_of
from workbench.operations.evaluation.pile_accuracy import ConfidenceBin
from workbench.operations.runs.curve import CurvePoints
from workbench.operations.runs.training_events import ValidationResult
from workbench.ui.look.theme import Theme
from workbench.ui.plots.curve_plots import AccuracyPlot, LossPlot
from workbench.ui.plots.embedding_plot import EmbeddingPlot
from workbench.ui.plots.lines_plot import Line, LinesPlot
from workbench.ui.plots.picture import pixels_of
from workbench.ui.plots.plot_saving import PlotSaving
from workbench.ui.plots.reliability_plot import ReliabilityPlot
from workbench.ui.services.project_context import ProjectContext

LINES = (
    Line("Prototypical <b> · no. 1", (1, 5), (0.6, 0.8), (0.02, 0.01)),
    Line("Raw pixels", (1, 5), (0.3, 0.4), (0.02, 0.02)),
)


@pytest.fixture
def plot(qtbot: QtBot, theme: Theme) -> LinesPlot:
    plot = LinesPlot(theme, "Accuracy by number of examples", "Examples per class")
    qtbot.addWidget(plot)
    plot.resize(500, 340)
    plot.show_lines(LINES, chance=0.2)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


@pytest.fixture
def saving(context: ProjectContext, plot: LinesPlot) -> PlotSaving:
    return PlotSaving(context, plot.area, "Shots", picture=lambda: plot, data=lambda: plot.data("examples"))


def settle(qtbot: QtBot, context: ProjectContext) -> None:
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=20_000)


def read(path: Path) -> list[dict[str, str]]:
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_a_picture_has_twice_the_pixels_of_the_screen_and_shows_what_is_seen(
    qtbot: QtBot, plot: LinesPlot, saving: PlotSaving, tmp_path: Path, said: list[str]
) -> None:
    saving.save_picture_to(tmp_path / "shots.png")
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    image = QImage(str(tmp_path / "shots.png"))
    assert image.size() == plot.size() * 2
    seen = plot.grab().toImage().scaled(image.size()).convertToFormat(QImage.Format.Format_RGB32)
    saved = image.convertToFormat(QImage.Format.Format_RGB32)
    both = [np.frombuffer(one.constBits(), np.uint8).reshape(-1, 4)[:, :3].astype(int) for one in (saved, seen)]
    assert np.abs(both[0] - both[1]).mean() < 6
    assert any(str(tmp_path / "shots.png") in words for words in said)


def test_a_drawing_has_its_letters_as_letters_and_is_cut_at_the_axes(
    qtbot: QtBot, context: ProjectContext, plot: LinesPlot, saving: PlotSaving, tmp_path: Path
) -> None:
    saving.save_picture_to(tmp_path / "shots.svg")
    settle(qtbot, context)
    text = (tmp_path / "shots.svg").read_text("utf-8")
    assert QSvgRenderer(str(tmp_path / "shots.svg")).isValid()
    assert "Raw pixels" in text
    assert "Examples per class" in text
    assert "clip" in text
    assert text.count("<image") == len(LINES), "only the marks of the key are pictures"
    width = re.search(r'viewBox="0 0 (\d+) (\d+)"', text)
    assert width is not None
    assert tuple(map(int, width.groups())) == plot.size().toTuple()


def test_the_screen_is_as_before_after_a_picture(saving: PlotSaving, plot: LinesPlot, tmp_path: Path) -> None:
    before = plot.grab().toImage()
    saving.save_picture_to(tmp_path / "shots.svg")
    assert plot.grab().toImage() == before


def test_the_data_has_named_columns(qtbot: QtBot, context: ProjectContext, saving: PlotSaving, tmp_path: Path) -> None:
    saving.save_data_to(tmp_path / "shots.csv")
    settle(qtbot, context)
    first, *rest = read(tmp_path / "shots.csv")
    assert len(rest) == 3
    assert first == {
        "model": "Prototypical <b> · no. 1", "examples": "1", "accuracy": "0.6", "ci95": "0.02", "chance": "0.2",
    }  # fmt: skip


def test_what_is_there_already_is_never_written_over(
    qtbot: QtBot, context: ProjectContext, saving: PlotSaving, tmp_path: Path, complaints: list[str]
) -> None:
    path = tmp_path / "shots.csv"
    path.write_text("mine")
    saving.save_data_to(path)
    settle(qtbot, context)
    assert path.read_text() == "mine"
    assert str(path) in complaints[0]
    saving.save_data_to(tmp_path / "nowhere" / "shots.csv")
    settle(qtbot, context)
    assert "nowhere" in complaints[1]
    saving.save_picture_to(tmp_path / "shots.bmp")
    assert "shots.bmp" in complaints[2]
    assert sorted(file.name for file in tmp_path.iterdir() if file.suffix in (".csv", ".bmp", ".part")) == ["shots.csv"]


def test_the_menu_and_the_button_offer_both(qtbot: QtBot, plot: LinesPlot, saving: PlotSaving) -> None:
    button = saving.button()
    qtbot.addWidget(button)
    pressed = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(60, 60), plot.area.mapToGlobal(QPoint(60, 60)))
    for opened in (lambda: QApplication.sendEvent(plot.area.viewport(), pressed), button.click):
        opened()
        menu = next(menu for menu in plot.area.findChildren(QMenu) if menu.isVisible())
        assert menu.actions() == [saving.save_picture, saving.save_data]
        menu.close()


def test_the_dialog_offers_both_formats_and_adds_the_suffix_of_the_one_that_is_chosen(
    qtbot: QtBot, plot: LinesPlot, saving: PlotSaving
) -> None:
    saving.save_picture.trigger()
    dialog = plot.window().findChild(QFileDialog)
    assert dialog is not None
    assert [name.rpartition("(")[2] for name in dialog.nameFilters()] == ["*.png)", "*.svg)"]
    assert dialog.defaultSuffix() == "png"
    kinds = next(box for box in dialog.findChildren(QComboBox) if box.count() == 2 and "*.svg" in box.itemText(1))
    kinds.setFocus()
    qtbot.keyClick(kinds, Qt.Key.Key_Down)
    assert dialog.defaultSuffix() == "svg"
    assert Path(dialog.selectedFiles()[0]).name == "Shots.svg"
    dialog.reject()


def test_a_picture_has_one_ground(qtbot: QtBot, context: ProjectContext) -> None:
    plot = EmbeddingPlot(context)
    qtbot.addWidget(plot)
    plot.resize(400, 300)
    plot.show_reference(reference_of([0, 1], 2))
    plot.show()
    image = pixels_of(plot)
    grounds = {image.pixelColor(x, image.height() - 4).name() for x in (image.width() // 2, image.width() - 4)}
    assert grounds == {context.theme.colors.panel.lower()}


def test_every_kind_of_plot_gives_its_data(qtbot: QtBot, theme: Theme, context: ProjectContext) -> None:
    accuracy, loss, reliability = AccuracyPlot(theme), LossPlot(theme), ReliabilityPlot(theme)
    embedding = EmbeddingPlot(context)
    for plot in (accuracy, loss, reliability, embedding):
        qtbot.addWidget(plot)
        assert not plot.data().rows
    values = np.array([0.5, 0.25])
    points = CurvePoints(np.array([1, 3]), values, 1 - values, values, 1 - values)
    accuracy.show_curve(
        points, [ValidationResult(2, 0.7, 0.05, best=True), ValidationResult(3, 0.6, 0.05, best=False)], 5
    )
    assert accuracy.data().columns[0] == "episode"
    assert accuracy.data().rows == [
        ["1", "0.5", "0.5", "", ""], ["2", "", "", "0.7", "0.05"], ["3", "0.75", "0.75", "0.6", "0.05"],
    ]  # fmt: skip
    loss.show_curve(points)
    assert loss.data().rows == [["1", "0.5", "0.5"], ["3", "0.25", "0.25"]]
    reliability.show_bins((ConfidenceBin(0.9, 0.8, 120),))
    assert reliability.data().rows == [["0.9", "0.8", "120"]]
    reference = reference_of([0, 0, 0, 1, 1, 1], 2)
    embedding.show_reference(reference)
    embedding.show_frame(np.arange(12, dtype=np.float32).reshape(6, 2))
    x, y, name, path, digest = embedding.data().rows[-1]
    assert (x, y, name) == ("10", "11", reference.classes[-1])
    assert path == str(reference.paths[-1])
    assert digest == reference.sha256[-1].hex()
