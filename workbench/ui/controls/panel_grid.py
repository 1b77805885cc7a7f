"""Two pairs of panels above each other where there is height for them, and one panel at a time where there is none."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabBar, QVBoxLayout, QWidget

from workbench.ui.controls.pair import Pair
from workbench.ui.services.settings import Settings

_ENOUGH = 440  # pixels for two rows of panels


class PanelGrid(QWidget):
    """Shows as many panels as its size allows; `name` is how its splitter is remembered."""

    def __init__(self, name: str, upper: Pair, under: Pair, settings: Settings) -> None:
        super().__init__()
        self._name = name
        self._settings = settings
        self._pairs = (upper, under)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for pair in self._pairs:
            for panel in pair.panels:
                self.tabs.addTab(panel.name)
        self.tabs.currentChanged.connect(self._arrange)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        for pair in self._pairs:
            self.splitter.addWidget(pair)
        self.splitter.setSizes([_ENOUGH, _ENOUGH])
        self.splitter.restoreState(settings.layout(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.splitter, 1)
        self._arrange()

    @property
    def above_each_other(self) -> bool:
        """Whether there is room for both pairs."""
        return self.height() >= _ENOUGH

    def leave(self) -> None:
        """Remember the splitters, unless only one panel is shown."""
        if self.above_each_other:
            self._settings.remember_layout(self._name, self.splitter.saveState())
            for pair in self._pairs:
                pair.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        both = self.above_each_other
        self.tabs.setVisible(not both)
        for number, pair in enumerate(self._pairs):
            chosen, panel = divmod(self.tabs.currentIndex(), 2)
            pair.setVisible(both or chosen == number)
            pair.show_only(None if both else panel)
