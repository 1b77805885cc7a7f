"""The line of the start page that offers the tour to somebody new, who has opened no project yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from workbench.ui.controls.text import button, icon_button, label, set_kind
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import MEDIUM, SMALL
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import tr


class TourOffer(QFrame):
    """Takes no room once the tour was seen or is not wanted, or there are recent projects, which need the room."""

    taken = Signal()

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        set_kind(self, "panel")
        self.text = label(tr("New here? Five steps on an example, about a minute."), wrap=True)
        self.show_tour = button(tr("Show the tour"))
        self.show_tour.clicked.connect(self.taken)
        self.decline = icon_button(theme.icon("close"), tr("Do not offer the tour again; the guide has it."))
        self.decline.clicked.connect(self._decline)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self.text, 1)
        row.addWidget(self.show_tour)
        row.addWidget(self.decline)
        if settings.knows_tour or settings.recent():
            self.hide()

    def _decline(self) -> None:
        self._settings.knows_tour = True
        self.hide()
