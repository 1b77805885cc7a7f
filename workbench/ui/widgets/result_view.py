"""What a test found: one sentence that says what holds, and tabs that show why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from workbench.operations.evaluations import EvaluationDetails
from workbench.ui.bench import Bench
from workbench.ui.tokens import LARGE, MEDIUM, SMALL
from workbench.ui.widgets.class_tab import ClassTab
from workbench.ui.widgets.confusion_tab import ConfusionTab
from workbench.ui.widgets.embedding_tab import EmbeddingTab
from workbench.ui.widgets.result_tab import ResultTab
from workbench.ui.widgets.text import label

TABS: tuple[type[ResultTab], ...] = (ClassTab, ConfusionTab, EmbeddingTab)


class ResultView(QWidget):
    """Shows one test at a time."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.verdict = label("", wrap=True)
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        panel = QFrame()
        panel.setProperty("kind", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        inside.addWidget(self.verdict)
        self.tabs = QTabWidget()
        for kind in TABS:
            self.tabs.addTab(kind(bench), kind.tab_name())
        self.tabs.setCurrentIndex(min(bench.settings.number("check.tab", 0), len(TABS) - 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(panel)
        column.addWidget(self.tabs, 1)

    @property
    def parts(self) -> list[ResultTab]:
        """The tabs, in their order."""
        shown = (self.tabs.widget(number) for number in range(self.tabs.count()))
        return [each for each in shown if isinstance(each, ResultTab)]

    def show_result(self, details: EvaluationDetails) -> None:
        """Show a test in every tab."""
        for part in self.parts:
            part.show_result(details)

    def show_verdict(self, text: str) -> None:
        """Show what holds."""
        # A figure and its sign stay on one line, in whatever language.
        self.verdict.setText(text.replace(" %", "\u00a0%").replace(" ± ", "\u00a0±\u00a0"))

    def leave(self) -> None:
        """Remember the tab and what the tabs remember."""
        self._bench.settings.remember_number("check.tab", self.tabs.currentIndex())
        for part in self.parts:
            part.leave()
