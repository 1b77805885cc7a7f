"""Two panels side by side where there is room, and one at a time under tabs where there is none."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QTabBar, QVBoxLayout, QWidget

from workbench.ui.controls.text import label, set_kind
from workbench.ui.look.tokens import MEDIUM, SMALL
from workbench.ui.services.settings import Settings

_ENOUGH = 620  # pixels for two panels beside each other


class Panel(QFrame):
    """A titled place for something; `note` says in small what it is."""

    def __init__(self, title: str, content: QWidget, *, note: QWidget | None = None) -> None:
        super().__init__()
        set_kind(self, "panel")
        self.name = title
        self.title = label(title, "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(self.title)
        if note is not None:
            column.addWidget(note)
        column.addWidget(content, 1)


class Pair(QWidget):
    """Shows two panels as its width allows; `name` is how its splitter is remembered."""

    def __init__(self, name: str, one: Panel, other: Panel, settings: Settings) -> None:
        super().__init__()
        self._name = name
        self._settings = settings
        self.panels = (one, other)
        self._only: int | None = None
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for panel in self.panels:
            self.tabs.addTab(panel.name)
        self.tabs.currentChanged.connect(self._arrange)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        for panel in self.panels:
            self.splitter.addWidget(panel)
            self.splitter.setStretchFactor(self.splitter.count() - 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.splitter, 1)
        # What the panels would like to be must not make one of them narrow.
        self.splitter.setSizes([_ENOUGH, _ENOUGH])
        self.splitter.restoreState(settings.layout(name))
        self._arrange()

    @property
    def beside(self) -> bool:
        """Whether there is room for both panels."""
        return self.width() >= _ENOUGH

    def show_only(self, panel: int | None) -> None:
        """Show one of the panels, 0 or 1, without a tab to choose the other; None: as the width allows."""
        self._only = panel
        self._arrange()

    def leave(self) -> None:
        """Remember the splitter, unless only one panel is shown."""
        if self.beside:
            self._settings.remember_layout(self._name, self.splitter.saveState())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        alone = self._only is not None
        beside = self.beside and not alone
        self.tabs.setVisible(not beside and not alone)
        chosen = self.tabs.currentIndex() if self._only is None else self._only
        for number, panel in enumerate(self.panels):
            panel.title.setVisible(beside)
            panel.setVisible(beside or number == chosen)
