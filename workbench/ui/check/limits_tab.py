"""The tab Limits: whether what a test shows can be expected of other classes too."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.reliability import (
    Expectation,
    Expectations,
    describe_expectations,
    newest_expectations,
)
from workbench.ui.check.measurement_tab import MeasurementTab
from workbench.ui.check.result_tab import unbroken
from workbench.ui.controls.text import label
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import HUGE, LARGE, MEDIUM, SMALL, TINY
from workbench.ui.services.job_report import Report
from workbench.ui.services.translation import say, tr

_SIGN = 16


class LimitsTab(MeasurementTab[Expectations]):
    """Shows the findings about a run in words, and whether another one is chosen by now."""

    findings: tuple[Expectation, ...] = ()
    _run: int | None = None  # Whose findings they are.
    _names: Mapping[str, str] = MappingProxyType({})

    @classmethod
    def tab_name(cls) -> str:
        return tr("Limits")

    def content(self) -> QWidget:
        self.other = label("", "muted", wrap=True)
        inside = QFrame()
        inside.setProperty("kind", "panel")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        self._column.setSpacing(HUGE)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.context.theme.changed.connect(self._draw)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.other)
        column.addWidget(area, 1)
        return content

    def act_words(self) -> str:
        return tr("Examine the selected run")

    def explanation(self) -> str:
        return tr(
            "Will the accuracy hold on other classes? This checks the selected run for overfitting, how far "
            "the new classes are from its training classes, and how diverse the imported folders are."
        )

    def work(self, request: ComparisonRequest, report: Report) -> Expectations:
        return describe_expectations(self.context.project, request, report)

    def stored(self) -> Expectations | None:
        return newest_expectations(self.context.project)

    def show_figures(self, figures: Expectations) -> bool:
        self.findings, self._run = figures.found, figures.run
        self._draw()
        self.sentence.setText(unbroken(say(figures.sentence)))
        self._say_whose()
        return True

    def name_subjects(self, names: Mapping[str, str]) -> None:
        """Set the names of the subjects, by their keys."""
        self._names = names
        self._say_whose()

    def allow(self, unsupported_reason: str) -> None:
        super().allow(unsupported_reason)
        # The page calls this whenever the choice changes.
        self._say_whose()

    def _say_whose(self) -> None:
        chosen = self.page_request().runs
        run = next((key for key in chosen if key.isdecimal()), None)
        examined = str(self._run) if self._run is not None else None
        self.heading.setText(tr("Findings: {what}", what=self._name(examined)) if examined else "")
        self.other.setText("")
        if examined and chosen and examined not in chosen:
            text = tr(
                "Selected on the left: {what}. These findings are about another run.",
                what=self._name(run or chosen[0]),
            )
            self.other.setText(text)
        for line in (self.heading, self.other):
            line.setVisible(bool(line.text()))
        self.act.setText(tr("Examine run {run}", run=run) if examined and run and run != examined else self.act_words())
        self.act.setAccessibleName(self.act.text())

    def _name(self, key: str) -> str:
        return self._names.get(key) or tr("Run {run}", run=key)

    def _draw(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for finding in self.findings:
            self._column.addWidget(_section(finding, self.context.theme))
        self._column.addStretch(1)


def _section(expectation: Expectation, theme: Theme) -> QWidget:
    content = QWidget()
    colors = theme.colors
    meaning, color = ("warning", colors.warn) if expectation.warns else ("done", colors.good)
    if not expectation.known:
        meaning, color = "help", colors.muted
    sign = QLabel()
    # Not by colour alone.
    sign.setPixmap(theme.icon(meaning, color).pixmap(_SIGN, _SIGN))
    kind = "warn" if expectation.warns else "body" if expectation.known else "muted"
    grid = QGridLayout(content)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(MEDIUM)
    grid.setVerticalSpacing(TINY)
    grid.addWidget(sign, 0, 0)
    grid.addWidget(label(say(expectation.title), "strong", wrap=True), 0, 1)
    grid.addWidget(label(unbroken(say(expectation.sentence)), kind, wrap=True), 1, 1)
    grid.setColumnStretch(1, 1)
    return content
