"""The tab Speed: the accuracy of runs that adapt in steps, after each step."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.facts import Fact
from workbench.operations.evaluation.adaptation_curve import (
    AdaptationCurve,
    adaptation_curve,
    newest_adaptation_curve,
    why_no_steps,
)
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.ui.check.compared_rows import curve_words, numbered
from workbench.ui.check.measurement_tab import MeasurementTab
from workbench.ui.check.result_tab import unbroken
from workbench.ui.plots.lines_plot import Line, LinesPlot
from workbench.ui.plots.plot_saving import PlotSaving
from workbench.ui.services.job_report import Report
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr


class SpeedTab(MeasurementTab[AdaptationCurve]):
    """Draws accuracy against steps for the chosen runs that take any; nothing can be measured where none does."""

    def __init__(self, context: ProjectContext, page_request: Callable[[], ComparisonRequest]) -> None:
        self._page_reason = self._no_steps = ""
        self._asked: tuple[str, ...] | None = None
        super().__init__(context, page_request)

    @classmethod
    def tab_name(cls) -> str:
        return tr("Speed")

    def content(self) -> QWidget:
        self.plot = LinesPlot(self.context.theme, tr("Accuracy by adaptation step"), tr("Adaptation steps"))
        return self.plot

    def more_acts(self) -> Sequence[QWidget]:
        area, plot = self.plot.area, self.plot
        self.saving = PlotSaving(
            self.context, area, area.accessibleName(), picture=lambda: plot, data=lambda: plot.data("steps")
        )
        self._save = self.saving.button()
        self._save.hide()
        return (self._save,)

    def act_words(self) -> str:
        return tr("Measure adaptation")

    def explanation(self) -> str:
        return tr(
            "How fast does it adapt? For runs that adapt step by step, accuracy is measured before adapting "
            "and after each step."
        )

    def allow(self, unsupported_reason: str) -> None:
        self._page_reason = unsupported_reason
        # The page calls this whenever the choice changes.
        self._ask(self.page_request().runs)
        self._allow_steps()

    def work(self, request: ComparisonRequest, report: Report) -> AdaptationCurve:
        return adaptation_curve(self.context.project, request, report)

    def stored(self) -> AdaptationCurve | None:
        return newest_adaptation_curve(self.context.project)

    def show_figures(self, figures: AdaptationCurve) -> bool:
        drawn = [line for line in figures.lines if line.points]
        self._save.setVisible(bool(drawn))
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

    def _ask(self, runs: tuple[str, ...]) -> None:
        """Ask whether any of these takes steps, unless they are those that were asked about last."""
        if runs == self._asked:
            return
        self._asked, self._no_steps = runs, ""
        project = self.context.project
        self.context.jobs.start(
            tr("Load tests"),
            lambda report: why_no_steps(project, runs),
            owner=self,
            done=self._take_reason,
            newest=f"{type(self).__name__} choice",
        )

    def _take_reason(self, reason: Fact | None) -> None:
        self._no_steps = "" if reason is None else say(reason)
        self._allow_steps()

    def _allow_steps(self) -> None:
        super().allow(self._page_reason or self._no_steps)
        self.nothing.setText(f"{self.explanation()} {self._no_steps}".strip())
