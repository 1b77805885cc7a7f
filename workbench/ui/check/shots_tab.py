"""The tab Shots: accuracy with more and more examples, so that a person knows how many are worth labelling."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.shot_curve import ShotCurve, newest_shot_curve, shot_curve
from workbench.ui.check.compared_rows import curve_words, numbered
from workbench.ui.check.measurement_tab import MeasurementTab
from workbench.ui.check.result_tab import unbroken
from workbench.ui.plots.lines_plot import Line, LinesPlot
from workbench.ui.plots.plot_saving import PlotSaving
from workbench.ui.services.job_report import Report
from workbench.ui.services.translation import say, tr


class ShotsTab(MeasurementTab[ShotCurve]):
    """Draws accuracy against examples for what is chosen and for the baselines."""

    @classmethod
    def tab_name(cls) -> str:
        return tr("Shots")

    def content(self) -> QWidget:
        self.plot = LinesPlot(self.context.theme, tr("Accuracy by number of examples"), tr("Examples per class"))
        return self.plot

    def more_acts(self) -> Sequence[QWidget]:
        area, plot = self.plot.area, self.plot
        self.saving = PlotSaving(
            self.context, area, area.accessibleName(), picture=lambda: plot, data=lambda: plot.data("examples")
        )
        self._save = self.saving.button()
        self._save.hide()
        return (self._save,)

    def act_words(self) -> str:
        return tr("Try 1 to 10 examples")

    def explanation(self) -> str:
        return tr(
            "How many examples are worth giving? The selected models are tested with 1, 2, 3, 5 and 10 "
            "examples per class."
        )

    def work(self, request: ComparisonRequest, report: Report) -> ShotCurve:
        return shot_curve(self.context.project, request, report)

    def stored(self) -> ShotCurve | None:
        return newest_shot_curve(self.context.project)

    def show_figures(self, figures: ShotCurve) -> bool:
        drawn = [line for line in figures.lines if line.points]
        self._save.setVisible(bool(drawn))
        self.plot.show_lines(
            [
                Line(
                    numbered(line.title, line.run),
                    tuple(point.shots for point in line.points),
                    tuple(point.accuracy for point in line.points),
                    tuple(point.mean.widest for point in line.points),
                )
                for line in drawn
            ],
            chance=figures.guessing,
        )
        self.sentence.setText(unbroken(say(figures.sentence)))
        left_out = [
            f"{numbered(line.title, line.run)}: {say(line.sentence)}" for line in figures.lines if not line.points
        ]
        self.notes.setText(" ".join([curve_words(figures), *left_out, *(say(note) for note in figures.notes)]))
        return bool(drawn)
