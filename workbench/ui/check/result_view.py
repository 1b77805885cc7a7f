"""The results of tests: the verdict, and under it tabs with the evidence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.comparisons import ComparedRow, ComparisonResult
from workbench.operations.evaluation.evaluations import EvaluationDetails
from workbench.operations.evaluation.verdict import Verdict
from workbench.ui.check.class_tab import ClassTab
from workbench.ui.check.comparison_tab import ComparisonTab
from workbench.ui.check.confidence_tab import ConfidenceTab
from workbench.ui.check.confusion_tab import ConfusionTab
from workbench.ui.check.embedding_tab import EmbeddingTab
from workbench.ui.check.limits_tab import LimitsTab
from workbench.ui.check.measurement_tab import MeasurementTab
from workbench.ui.check.result_tab import ResultTab
from workbench.ui.check.shots_tab import ShotsTab
from workbench.ui.check.speed_tab import SpeedTab
from workbench.ui.check.subjects import subject_key
from workbench.ui.check.verdict_panel import VerdictPanel
from workbench.ui.check.watching.watch_tab import WatchTab
from workbench.ui.controls.tab_row import TabRow
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.job import Job
from workbench.ui.services.project_context import ProjectContext

TABS: tuple[type[ResultTab], ...] = (
    ClassTab, ConfusionTab, EmbeddingTab, ConfidenceTab, ComparisonTab, ShotsTab, SpeedTab, LimitsTab,
    WatchTab,
)  # fmt: skip
_ROOMY = 560  # pixels: a lower view has no room for all that is to be said above a plot that can be read
_PAUSE = 30  # milliseconds between two tabs that are built before anybody asks for them


@dataclass(frozen=True)
class ResultPlace:
    """Which tab is shown, and what is chosen in each that was built, by its number."""

    tab: int
    parts: Mapping[int, object]


class ResultView(QWidget):
    """Shows one test at a time, and what was measured beyond it; an invitation stands where there is no test yet.

    Each tab is built when it is first shown, or a little later: all at once would hold up the window.
    """

    began = Signal(Job)  # One of the tabs began to measure.
    built = Signal(ResultTab)
    row_chosen = Signal(ComparedRow)
    compared = Signal(ComparisonResult)

    def __init__(
        self, context: ProjectContext, page_request: Callable[[], ComparisonRequest], invitation: QWidget
    ) -> None:
        super().__init__()
        self._context, self._page_request = context, page_request
        self._details: EvaluationDetails | None = None
        self._unsupported_reason = ""
        self._names: Mapping[str, str] = {}
        self._built: dict[int, ResultTab] = {}
        self._expected: dict[int, object] = {}  # What is to be chosen in tabs that are not built yet.
        self._invitation = invitation
        self.verdict = VerdictPanel(context.theme)
        about_one = sum(not issubclass(kind, MeasurementTab) for kind in TABS)
        self.tabs = TabRow([kind.tab_name() for kind in TABS], about_one)
        self._stack = QStackedWidget()
        self._stack.addWidget(invitation)
        self._build_later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build_later.timeout.connect(self._build_another)
        self._build_later.start()
        self.tabs.choose(min(context.settings.number("check.tab", 0), len(TABS) - 1))
        self.tabs.moved.connect(self._renew)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        # It stays whatever tab is shown, so that the tabs stay under the pointer and keep their height.
        column.addWidget(self.verdict)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self._renew()

    @property
    def parts(self) -> list[ResultTab]:
        """All tabs, in their order."""
        return [self._part(number) for number in range(len(TABS))]

    @property
    def comparison(self) -> ComparisonTab:
        """The tab that compares."""
        return cast("ComparisonTab", self._part(TABS.index(ComparisonTab)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._share_room()

    def open_part(self, part: ResultTab) -> None:
        """Show one of the tabs."""
        self.tabs.choose(TABS.index(type(part)))

    def open_test(self) -> None:
        """Show a tab about one test, the first unless one of them is shown."""
        if issubclass(TABS[self.tabs.current], MeasurementTab):
            self.tabs.choose(0)

    def compare(self) -> None:
        """Compare what is chosen, and show it."""
        self.open_part(self.comparison)
        self.comparison.begin()

    def allow(self, unsupported_reason: str) -> None:
        """Show why nothing can be measured now; empty where it can."""
        self._unsupported_reason = unsupported_reason
        for part in self._built.values():
            if isinstance(part, MeasurementTab):
                part.allow(unsupported_reason)

    def name_subjects(self, names: Mapping[str, str]) -> None:
        """Set the names of the subjects, by their keys."""
        self._names = names
        self._say_whose()
        for part in self._built.values():
            if isinstance(part, LimitsTab):
                part.name_subjects(names)

    def show_result(self, details: EvaluationDetails, verdict: Verdict) -> None:
        """Show a test in every tab."""
        self._details = details
        for part in self._built.values():
            part.show_result(details)
        self._say_whose()
        self.verdict.show_details(details)
        self.show_verdict(verdict)

    def _say_whose(self) -> None:
        if self._details is not None:
            test = self._details.summary
            self.verdict.name(self._names.get(subject_key(test), ""), test)

    def _share_room(self) -> None:
        self.verdict.share_room(roomy=self.height() >= _ROOMY)

    def show_none(self) -> None:
        """Show the invitation in place of a test."""
        self._details = None
        self._renew()

    def show_verdict(self, verdict: Verdict) -> None:
        """Show the verdict."""
        self.verdict.show_verdict(verdict)
        self._share_room()
        self._renew()

    def place(self) -> ResultPlace:
        """Return which tab is shown and what is chosen in each, for `go_to` of the view built in place of this one."""
        return ResultPlace(self.tabs.current, {number: part.place() for number, part in self._built.items()})

    def go_to(self, place: ResultPlace) -> None:
        """Show the tab that was shown before, and choose what was chosen in each once that is listed."""
        self._expected = dict(place.parts)
        for number in self._expected.keys() & self._built.keys():
            self._built[number].go_to(self._expected.pop(number))
        self.tabs.choose(place.tab)

    def leave(self) -> None:
        """Remember the tab and what the tabs remember."""
        self._context.settings.remember_number("check.tab", self.tabs.current)
        for part in self._built.values():
            part.leave()

    def _part(self, number: int) -> ResultTab:
        if number not in self._built:
            self._built[number] = self._build(TABS[number], self._expected.pop(number, None))
        return self._built[number]

    def _build(self, kind: type[ResultTab], place: object) -> ResultTab:
        part = kind(self._context, self._page_request)
        self._stack.addWidget(part)
        if place is not None:
            part.go_to(place)
        if isinstance(part, MeasurementTab):
            part.began.connect(self.began)
            part.allow(self._unsupported_reason)
        if isinstance(part, ComparisonTab):
            part.row_chosen.connect(self.row_chosen)
            part.measured.connect(self.compared)
        if isinstance(part, LimitsTab):
            part.name_subjects(self._names)
        if self._details is not None:
            part.show_result(self._details)
        self.built.emit(part)
        return part

    def _build_another(self) -> None:
        missing = [number for number in range(len(TABS)) if number not in self._built]
        if missing:
            self._part(missing[0])
            self._build_later.start()

    def _renew(self) -> None:
        part = self._part(self.tabs.current)
        # Tabs that measure something themselves have a sentence of their own.
        has_own = isinstance(part, MeasurementTab)
        self._stack.setCurrentWidget(part if self._details is not None or has_own else self._invitation)
        self.verdict.setVisible(self._details is not None)
