"""The key of an embedding: the mark of each class and its name, cut so that no two read the same."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from workbench.ui.controls.text import set_kind, set_tooltip
from workbench.ui.look.marks import mark_icon
from workbench.ui.look.tokens import SMALL_TEXT
from workbench.ui.plots.legend_words import distinct_names
from workbench.ui.services.translation import tr


class EmbeddingLegend(QListWidget):
    """Names the classes in what room there is; the whole name is shown on hover."""

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._font = QFont()
        self._font.setPixelSize(SMALL_TEXT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_kind(self, "legend")
        self.setIconSize(QSize(12, 12))
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("Classes"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)

    def show_names(self, names: Sequence[str]) -> None:
        """Show other classes, in the order of their marks."""
        self._names = tuple(names)
        self.clear()
        for number, name in enumerate(names):
            entry = QListWidgetItem(mark_icon(number), "", self)
            set_tooltip(entry, name)
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            entry.setFont(self._font)
        self._fit()

    def full_width(self) -> int:
        """Return how wide it is where no name is cut."""
        wide = QFontMetrics(self._font).horizontalAdvance
        names = max((wide(name) for name in distinct_names(self._names, lambda text: True)), default=0)
        return names + self._beside() + self.verticalScrollBar().sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._names:
            return
        wide = QFontMetrics(self._font).horizontalAdvance
        room = self.viewport().width() - self._beside()
        for number, text in enumerate(distinct_names(self._names, lambda text: wide(text) <= room)):
            self.item(number).setText(text)

    def _beside(self) -> int:
        """Return what an entry takes besides its name."""
        first = self.item(0)
        if first is None:
            return 0
        whole = self.sizeHintForIndex(self.indexFromItem(first)).width()
        return whole - QFontMetrics(self._font).horizontalAdvance(first.text())
