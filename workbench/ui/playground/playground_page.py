"""The page of the playground: its benches under tabs, and the way back to where the person was."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from workbench.ui.controls.text import button, label
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import CONTROL_HEIGHT, HUGE, MEDIUM, SMALL
from workbench.ui.playground.bench import Bench
from workbench.ui.playground.benches import BENCHES
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import tr


class PlaygroundPage(QWidget):
    """Fills the window; needs neither images nor a project."""

    back_requested = Signal()
    guide_requested = Signal(str)
    settings_requested = Signal()

    def __init__(self, theme: Theme, jobs: Jobs, kinds: tuple[type[Bench], ...] = BENCHES) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.benches = [kind(theme, jobs) for kind in kinds]
        self.title = label("", "title")
        self.back = button("", flat=True, icon=theme.icon("previous"))
        self.guide = button("", flat=True, icon=theme.icon("help"))
        self.settings = button("", flat=True, icon=theme.icon("settings"))
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)  # Without them it is always as wide as its tabs.
        self.stack = QStackedWidget()
        self._lay_out()
        self.back.clicked.connect(self.back_requested)
        self.guide.clicked.connect(self._ask_for_guide)
        self.settings.clicked.connect(self.settings_requested)
        self.tabs.currentChanged.connect(self._show_bench)
        self.speak()

    @property
    def bench(self) -> Bench:
        """The bench that is shown."""
        return self.benches[self.stack.currentIndex()]

    def entered(self) -> None:
        """Begin with what the bench that is shown needs."""
        self.bench.entered()
        self.bench.setFocus()

    def speak(self) -> None:
        """Say everything in the language that the window speaks now."""
        self.title.setText(tr("Playground"))
        for act, words in ((self.back, tr("Back")), (self.guide, tr("Guide")), (self.settings, tr("Settings"))):
            act.setText(words)
            act.setAccessibleName(words)
        self.tabs.setAccessibleName(tr("What to try"))
        for place, bench in enumerate(self.benches):
            self.tabs.setTabText(place, bench.bench_name())
            bench.speak()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's names, here and below
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.speak()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(SMALL)
        header.addStrut(CONTROL_HEIGHT)
        header.addWidget(self.back)
        header.addWidget(self.title)
        header.addSpacing(MEDIUM)
        header.addWidget(self.tabs)
        header.addStretch(1)
        header.addWidget(self.guide)
        header.addWidget(self.settings)
        for bench in self.benches:
            self.tabs.addTab("")
            self.stack.addWidget(bench)
        self.tabs.setVisible(len(self.benches) > 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(HUGE, MEDIUM, HUGE, MEDIUM)
        whole.setSpacing(SMALL)
        whole.addLayout(header)
        whole.addWidget(self.stack, 1)

    def _show_bench(self, place: int) -> None:
        if 0 <= place < self.stack.count():
            self.stack.setCurrentIndex(place)
            if self.isVisible():
                self.bench.entered()

    def _ask_for_guide(self) -> None:
        self.guide_requested.emit("playground")
