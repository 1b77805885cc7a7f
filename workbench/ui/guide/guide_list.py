"""The list of the guide's pages in their sections, or of those in which words were found."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from workbench.ui.controls.text import set_tooltip
from workbench.ui.guide.guide_pages import GuidePage, GuideSection
from workbench.ui.guide.guide_search import Hit
from workbench.ui.services.translation import tr

_HEADING = 40  # pixels of a heading, with what parts it from the pages before
_NAME = Qt.ItemDataRole.UserRole


class GuideList(QListWidget):
    """Says which page was chosen."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._on_current)

    def show_sections(self, sections: Sequence[GuideSection], page: str) -> None:
        """List all pages under the titles of their sections."""
        with QSignalBlocker(self):
            self.clear()
            for section in sections:
                self._add_heading(section.title)
                for each in section.pages:
                    self._add(each, each.title)
        self.select(page)

    def show_hits(self, hits: Sequence[Hit], page: str, words: str) -> None:
        """List the pages in which words were found, each with the text around them."""
        with QSignalBlocker(self):
            self.clear()
            for hit in hits:
                self._add(hit.page, f"{hit.page.title}\n{hit.piece}")
            if not hits:
                self._add_heading(tr("“{words}” is on no page of the guide.", words=words))
        self.select(page)

    def select(self, page: str) -> None:
        """Mark the page that is shown, if it is listed."""
        with QSignalBlocker(self):
            rows = [row for row in range(self.count()) if self.item(row).data(_NAME) == page]
            self.setCurrentRow(rows[0] if rows else -1)
        if rows:
            self.scrollToItem(self.item(rows[0]))

    @property
    def names(self) -> list[str]:
        """The names of the pages that are listed, from top to bottom."""
        names = [self.item(row).data(_NAME) for row in range(self.count())]
        return [name for name in names if name]

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title, self)
        if self.count() > 1:
            item.setSizeHint(QSize(0, _HEADING))
        item.setTextAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)

    def _add(self, page: GuidePage, text: str) -> None:
        item = QListWidgetItem(text, self)
        item.setData(_NAME, page.name)
        set_tooltip(item, page.title)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME):
            self.chosen.emit(item.data(_NAME))
