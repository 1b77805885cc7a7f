"""Which runs are listed: a person's own with what searches recommend, those of one search, or all."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from workbench.operations.search.history import MadeBySearch
from workbench.ui.services.translation import tr

_OWN, _ALL = 0, -1  # A search is its number.


class RunFilter(QComboBox):
    """Is there only where a search made runs, which would bury a person's own."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Runs to list"))
        self.offer(())

    def offer(self, searches: Sequence[int]) -> None:
        """Offer the runs of these searches, by their numbers; what is chosen stays chosen."""
        names = {_OWN: tr("Mine, and the best of searches"), _ALL: tr("All runs")}
        names |= {search: tr("Runs of search {number}", number=str(search)) for search in searches}
        if list(names) != [self.itemData(index) for index in range(self.count())]:
            before = self.currentData()
            self.clear()
            for value, name in names.items():
                self.addItem(name, value)
            self.setCurrentIndex(max(0, self.findData(before)))
        self.setVisible(bool(searches))

    @property
    def search(self) -> int | None:
        """The search whose runs are listed, None where it is not those of one."""
        value = self.currentData()
        return value if isinstance(value, int) and value > 0 else None

    def choose(self, search: int) -> None:
        """List the runs of a search."""
        self.setCurrentIndex(max(0, self.findData(search)))

    def shows(self, made: MadeBySearch | None) -> bool:
        """Say whether a run is listed; `made` is None for a person's own."""
        if self.currentData() == _OWN:
            return made is None or made.recommended
        return self.currentData() == _ALL or (made is not None and made.search == self.currentData())
