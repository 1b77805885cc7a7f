"""The tab Speed: the accuracy of runs that adapt in steps, after each step."""

from PySide6.QtWidgets import QWidget

from workbench.operations.evaluation.adaptation_curve import AdaptationCurve, adaptation_curve, newest_adaptation_curve
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.ui.check.compared_rows import curve_words, numbered
from workbench.ui.check.measurement_tab import MeasurementTab
from workbench.ui.check.result_tab import unbroken
from workbench.ui.plots.lines_plot import Line, LinesPlot
from workbench.ui.services.job_report import Report
from workbench.ui.services.translation import say, tr


class SpeedTab(MeasurementTab[AdaptationCurve]):
    """Draws accuracy against steps for the chosen runs that take any."""

    @classmethod
    def tab_name(cls) -> str:
        return tr("Speed")

    def content(self) -> QWidget:
        self.plot = LinesPlot(self.context.theme, tr("Accuracy by adaptation step"), tr("Adaptation steps"))
        return self.plot

    def act_words(self) -> str:
        return tr("Measure adaptation")

    def explanation(self) -> str:
        return tr(
            "How fast does it adapt? For runs that adapt step by step, accuracy is measured before adapting "
            "and after each step."
        )

    def work(self, request: ComparisonRequest, report: Report) -> AdaptationCurve:
        return adaptation_curve(self.context.project, request, report)

    def stored(self) -> AdaptationCurve | None:
        return newest_adaptation_curve(self.context.project)

    def show_figures(self, figures: AdaptationCurve) -> bool:
        drawn = [line for line in figures.lines if line.points]
        self.plot.show_lines(
            [
                Line(
                    numbered(line.title, line.run),
                    tuple(point.steps for point in line.points),
                    tuple(point.accuracy for point in line.points),
                    tuple(point.mean.widest for point in line.points),
                )
                for line in drawn
            ],
            chance=figures.guessing,
        )
        self.sentence.setText(unbroken(say(figures.sentence)))
        others = [say(line.sentence) for line in figures.lines[1:]]
        words = [curve_words(figures)] if drawn else []
        self.notes.setText(" ".join([*words, *others, *(say(note) for note in figures.notes)]))
        return bool(drawn)
