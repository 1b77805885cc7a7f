"""The tab Confidence: whether the answers of a test are right as often as they say."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workbench.facts.confidence import SURE
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.evaluations import EvaluationDetails
from workbench.operations.evaluation.pile_accuracy import SureAnswers
from workbench.ui.check.result_tab import ResultTab, unbroken
from workbench.ui.controls.text import label
from workbench.ui.look.tokens import SMALL
from workbench.ui.plots.plot_saving import PlotSaving
from workbench.ui.plots.reliability_plot import ReliabilityPlot
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import number, percent, tr


class ConfidenceTab(ResultTab):
    """Shows the reliability diagram of the answers with a pile, and how many of those called sure are right."""

    def __init__(self, context: ProjectContext, page_request: Callable[[], ComparisonRequest]) -> None:
        super().__init__(context, page_request)
        self.sentence = label("", "strong", wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.note = label("", "small", wrap=True)
        self.plot = ReliabilityPlot(context.theme)
        name = self.plot.area.accessibleName()
        self.saving = PlotSaving(context, self.plot.area, name, picture=lambda: self.plot, data=self.plot.data)
        self.saving.cover(self.plot.counts)
        self._save = self.saving.button()
        head = QHBoxLayout()
        head.addWidget(self.sentence, 1)
        head.addWidget(self._save, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.plot, 1)
        column.addStretch()

    @classmethod
    def tab_name(cls) -> str:
        return tr("Confidence")

    def show_result(self, details: EvaluationDetails) -> None:
        pile = details.pile
        for part in (self.plot, self._save):
            part.setVisible(pile is not None)
        self.plot.show_bins(() if pile is None else pile.reliability)
        if pile is None:
            self.sentence.setText(without_pile(details))
            self.note.setText("")
            return
        self.sentence.setText(unbroken(_sure_words(pile.sure)))
        self.note.setText(
            tr(
                "Answers given with the help of an episode's other images. The temperature that sets their confidence "
                "was fitted on other episodes. All images are of one of the classes here, which those to label need "
                "not be."
            )
        )


def without_pile(details: EvaluationDetails) -> str:
    """Say why a test has no figures with a pile."""
    if details.may_have_pile:
        return tr("What the other images add, and how sure answers are, was not measured. Test again to see it.")
    return tr("What the other images add, and how sure answers are, is not measured for this kind of test.")


def _sure_words(sure: SureAnswers) -> str:
    if not sure.count:
        return tr("None of {total} answers is called sure (confidence of {least} or more).",
                  total=number(sure.total), least=percent(SURE))  # fmt: skip
    return tr(
        "Of {sure} answers called sure (confidence of {least} or more), {right} are right. There are {total} in all.",
        sure=number(sure.count),
        least=percent(SURE),
        right=percent(sure.right, sure.widest),
        total=number(sure.total),
    )
