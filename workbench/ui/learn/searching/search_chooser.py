"""Which search of the project the board shows, by number and date; there only where there are several."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

from workbench.operations.search.history import ListedSearch
from workbench.ui.learn.searching.search_words import search_name
from workbench.ui.services.translation import tr

_LETTERS = 24  # It may be as narrow as so many; its list is as wide as the names.


class SearchChooser(QComboBox):
    """Offers all searches, the newest first."""

    chosen = Signal(int)  # The number of a search.

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Search to show"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._on_activated)
        self.hide()

    def offer(self, searches: Sequence[ListedSearch], shown: int | None, live: int | None) -> None:
        """Offer searches, of which one is shown and one may go on now, by their numbers."""
        names = {listed.id: search_name(listed, is_live=listed.id == live) for listed in searches}
        if names != {self.itemData(index): self.itemText(index) for index in range(self.count())}:
            self.clear()
            for number, name in names.items():
                self.addItem(name, number)
        self.setCurrentIndex(self.findData(shown))
        # One that has only begun is not among them yet.
        self.setVisible(len(names) > 1 and shown in names)

    def _on_activated(self) -> None:
        self.chosen.emit(self.currentData())
