"""A plot is what is seen of it: no hidden controls that each change of style would polish."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGroupBox, QMenu
from pytestqt.qtbot import QtBot

from workbench.ui.look.theme import Theme
from workbench.ui.plots.plot_area import PlotArea


def test_a_plot_brings_few_widgets_and_no_menus(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    before = set(map(id, qapp.allWidgets()))
    area = PlotArea(theme, "A plot", ("x", "y"))
    qtbot.addWidget(area)
    brought = [widget for widget in qapp.allWidgets() if id(widget) not in before]
    assert len(brought) < 15
    assert not [widget for widget in brought if isinstance(widget, QMenu | QGroupBox)]


def test_the_axes_lie_at_the_edges_of_what_is_shown(qtbot: QtBot, theme: Theme) -> None:
    area = PlotArea(
        theme, "A plot", ("x", "y"), below=lambda value, _: f"{value:g}", beside=lambda value, _: f"{value:g}"
    )
    qtbot.addWidget(area)
    area.resize(400, 300)
    area.show_whole((0.0, 10.0), (0.0, 1.0))
    with qtbot.waitExposed(area):
        area.show()
    view, left, below = (item.geometry() for item in (area.view, area.axis("left"), area.axis("bottom")))
    assert left.right() <= view.left() + 1
    assert below.top() >= view.bottom() - 1
    assert area.view.viewRange() == [[0.0, 10.0], [0.0, 1.0]]
    qtbot.keyClick(area, Qt.Key.Key_Plus)
    assert area.axis("bottom").range == area.view.viewRange()[0] != [0.0, 10.0]


def test_every_axis_has_a_title_which_is_shown_literally(qtbot: QtBot, theme: Theme) -> None:
    area = PlotArea(theme, "A plot", ("Episodes <b>", "Accuracy (%)"), below=lambda value, _: f"{value:g}")
    qtbot.addWidget(area)
    area.resize(600, 300)
    area.renew_colors()
    area.show()
    for side, title in (("bottom", "Episodes <b>"), ("left", "Accuracy (%)")):
        label = area.axis(side).label
        assert label is not None
        assert label.isVisible()
        qtbot.waitUntil(lambda label=label, title=title: label.toPlainText().strip() == title)


def test_a_title_longer_than_its_axis_is_shortened_and_told_on_hover(qtbot: QtBot, theme: Theme) -> None:
    area = PlotArea(theme, "A plot", ("Episodes", "Accuracy on classes <b> (%)"))
    qtbot.addWidget(area)
    area.resize(600, 110)
    area.renew_colors()
    area.show()
    label = area.axis("left").label
    assert label is not None
    qtbot.waitUntil(lambda: label.toPlainText().strip().endswith("…"))
    assert label.boundingRect().width() <= area.height()
    assert "Accuracy on classes &lt;b&gt; (%)" in label.toolTip()
