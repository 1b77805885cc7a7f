"""The curves of a run that learned a problem: its score and its loss by episode."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.facts.problems import PROBLEM_SCORES
from workbench.operations.runs.curve import GrowingCurve, best_validation
from workbench.ui.controls.pair import Pair, Panel
from workbench.ui.plots.curve_plots import MOST_POINTS, LossPlot
from workbench.ui.plots.plot_key import PlotKey
from workbench.ui.plots.plot_saving import PlotSaving
from workbench.ui.plots.score_plot import ScorePlot
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr
from workbench.words import Message


class ProblemPanels(QWidget):
    """Shows one curve after another; `show_curve` takes None where it is not known yet."""

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self.score, self.loss = ScorePlot(context.theme), LossPlot(context.theme)
        for plot in self.plots:
            PlotSaving(context, plot, plot.accessibleName(), picture=lambda plot=plot: plot, data=plot.data)
        self.key = PlotKey(context.theme, (("line", "accent"),), (("dot", "text"),))
        self.key.say(tr("Training"), tr("Validation"))
        self.of_score = Panel(tr("Score"), self.score, note=self.key)
        self.pair = Pair("learn.problem", self.of_score, Panel(tr("Loss"), self.loss), context.settings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pair)

    @property
    def plots(self) -> tuple[ScorePlot, LossPlot]:
        """Both plots."""
        return self.score, self.loss

    def show_curve(self, problem: str, curve: GrowingCurve | None) -> None:
        """Show a curve of a problem."""
        score = PROBLEM_SCORES.get(problem)
        title = tr("Score") if score is None else say(Message(score.title))
        self.of_score.title.setText(title)
        self.pair.tabs.setTabText(0, title)
        points = curve.thinned(MOST_POINTS) if curve is not None and len(curve) else None
        checked = curve.checked if curve is not None else ()
        self.score.show_curve(points, checked, best_validation(checked, problem))
        self.loss.show_curve(points)
