"""The line below the grid of the page Label: how much is decided, and what can be done next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QWidget

from workbench.ui.controls.text import button, label, set_tooltip
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import MEDIUM
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import number, tr

_LEARNS, _USES_PILE = "label.learns", "label.pile"  # the settings
_LEAST_BAR = 16  # In a narrow window, the words beside it matter more.


class LabelBar(QWidget):
    """Shows how many images are decided; `ask_requested` asks for those most worth labelling."""

    ask_requested = Signal()
    teaching_changed = Signal()  # What proposals may rest on is another thing now.

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._theme = theme
        self._settings = settings
        self.words = label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(_LEAST_BAR)
        self.bar.setAccessibleName(tr("Labelled images"))
        self.learn = QCheckBox(tr("Learn from my labels"))
        set_tooltip(self.learn, tr("Labelled images count as further examples of their class."))
        self.pile = QCheckBox(tr("Use the other images"))
        set_tooltip(
            self.pile, tr("Images that look alike get the same class more readily, which helps most with few examples.")
        )
        self.ask = button(tr("Ask me next"), icon=theme.icon("ask"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.learn)
        row.addWidget(self.pile)
        row.addWidget(self.ask)
        self.ask.clicked.connect(self.ask_requested)
        for box, name in ((self.learn, _LEARNS), (self.pile, _USES_PILE)):
            box.setChecked(bool(settings.number(name, 1)))
            box.toggled.connect(self._on_toggled)
        theme.changed.connect(self._paint_icons)

    def show_state(self, labelling: LabellingState) -> None:
        """Show how many of the images are labelled."""
        total, left = labelling.total, labelling.open_count
        words = tr("{done} of {total} labelled", done=number(total - left), total=number(total))
        self.words.setText(words)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(total - left)
        self.ask.setEnabled(labelling.has_proposals and left > 0)
        set_tooltip(self.ask, _about_asking(labelling.has_proposals, left))

    def _on_toggled(self) -> None:
        for box, name in ((self.learn, _LEARNS), (self.pile, _USES_PILE)):
            self._settings.remember_number(name, int(box.isChecked()))
        self.teaching_changed.emit()

    def _paint_icons(self) -> None:
        self.ask.setIcon(self._theme.icon("ask"))


def _about_asking(has_proposals: bool, left: int) -> str:
    if left and not has_proposals:
        return tr("No proposals yet")
    if not left:
        return tr("All images are labelled.")
    return tr("Show the most informative images to label: uncertain ones, unlike each other.")
