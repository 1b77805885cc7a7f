"""What the page Learn shows can be taken away: its curves are saved, its runs copied."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from workbench.ui.learn.run_board import RunBoard
from workbench.ui.learn.run_list import RunList
from workbench.ui.learn.run_rows import RunRow
from workbench.ui.look.theme import Theme
from workbench.ui.plots.plot_area import PlotArea
from workbench.ui.plots.plot_saving import PlotSaving
from workbench.ui.services.project_context import ProjectContext


def test_every_plot_of_the_board_can_be_saved(qtbot: QtBot, context: ProjectContext, tmp_path: Path) -> None:
    board = RunBoard(context)
    qtbot.addWidget(board)
    plots = board.findChildren(PlotArea)
    assert len(plots) == 5
    for number, plot in enumerate(plots):
        saving = plot.findChild(PlotSaving)
        assert saving is not None, plot.accessibleName()
        saving.save_data_to(tmp_path / f"{number}.csv")
        saving.save_picture_to(tmp_path / f"{number}.png")
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=20_000)
    heads = {(tmp_path / f"{number}.csv").read_text().split(",")[0] for number in range(5)}
    assert heads == {"episode", "component_1"}
    assert len(list(tmp_path.glob("*.png"))) == 5


def test_runs_are_copied_with_their_accuracy_under_headings(qtbot: QtBot, theme: Theme) -> None:
    runs = RunList(theme, editable=False)
    qtbot.addWidget(runs)
    rows = [RunRow(number, f"Approach {number}", "Finished", "today", "71.0 ± 1.0 %") for number in (2, 1)]
    runs.show_runs(rows, 2)
    runs.copying.copy_all.trigger()
    head, *lines = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:2] == ["Run", "Accuracy"]
    assert [line.split("\t")[:2] for line in lines] == [["Approach 2", "71.0 ± 1.0 %"], ["Approach 1", "71.0 ± 1.0 %"]]
