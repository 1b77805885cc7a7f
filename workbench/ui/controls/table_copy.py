"""Copying from a table: what is selected, or else the current row, by the usual keys, and all of it by its menu."""

from collections.abc import Iterable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QCursor, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QToolButton, QToolTip

from workbench.operations.tables import tabbed_text
from workbench.ui.controls.text import icon_button
from workbench.ui.look.icons import icon
from workbench.ui.services.translation import tr

_SAID = 2000  # milliseconds for which it is said that something was copied


@runtime_checkable
class CopiedModel(Protocol):
    """A model that says itself what is copied of it; of any other it is the text of each cell."""

    def copied_head(self) -> Sequence[str]:
        """Return the headings of what is copied."""
        ...

    def copied_cells(self, row: int) -> Sequence[str]:
        """Return what is copied of a row, one text for each heading."""
        ...


class TableCopy(QObject):
    """Gives a view the actions to copy its selection and all of it, which its menu shows, too.

    Tab goes to a table's first row without selecting it; where nothing is selected, the current row is copied.
    Columns that are left out where there is no room are copied like all others. The menu shows every action of the
    view, so a page may add its own.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.copy_selection = QAction(tr("Copy"), self)
        self.copy_selection.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.copy_selection.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_all = QAction(tr("Copy table"), self)
        self.copy_selection.triggered.connect(self._copy_selection)
        self.copy_all.triggered.connect(self._copy_all)
        view.addActions([self.copy_selection, self.copy_all])
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)

    def button(self) -> QToolButton:
        """Return a small button that copies the table."""
        made = icon_button(icon("copy"), tr("Copy table"))
        made.clicked.connect(self.copy_all.trigger)
        return made

    def _open_menu(self, where: QPoint) -> None:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.copy_selection.setEnabled(bool(self._meant()))
        self.copy_all.setEnabled(self._view.model().rowCount() > 0)
        menu.addActions(self._view.actions())
        # Disabled actions would not answer the keys later on.
        menu.aboutToHide.connect(self._enable)
        menu.popup(self._view.viewport().mapToGlobal(where))

    def _enable(self) -> None:
        for action in (self.copy_selection, self.copy_all):
            action.setEnabled(True)

    def _copy_selection(self) -> None:
        rows = self._meant()
        if rows:
            self._copy(rows, with_head=len(rows) > 1)

    def _copy_all(self) -> None:
        rows = range(self._view.model().rowCount())
        if rows:
            self._copy(rows, with_head=True)

    def _meant(self) -> list[int]:
        """Return the rows that are selected, or else the current one; none where there is no such row."""
        current = self._view.currentIndex()
        return self._selected() or ([current.row()] if current.isValid() else [])

    def _selected(self) -> list[int]:
        # By ranges: an index for each of thousands of rows takes long to make.
        selection = self._view.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        return sorted({row for chosen in ranges for row in range(chosen.top(), chosen.bottom() + 1)})

    def _copy(self, rows: Sequence[int], *, with_head: bool) -> None:
        lines: Iterable[Sequence[str]] = map(self._cells, rows)
        QGuiApplication.clipboard().setText(tabbed_text([*([self._head()] if with_head else []), *lines]))
        said = tr("{count} rows copied.", count=len(rows))
        QToolTip.showText(QCursor.pos(), said, self._view, QRect(), _SAID)

    def _head(self) -> Sequence[str]:
        model = self._view.model()
        if isinstance(model, CopiedModel):
            return model.copied_head()
        across = Qt.Orientation.Horizontal
        return [str(model.headerData(column, across) or "") for column in range(model.columnCount())]

    def _cells(self, row: int) -> Sequence[str]:
        model = self._view.model()
        if isinstance(model, CopiedModel):
            return model.copied_cells(row)
        texts = (model.index(row, column).data() for column in range(model.columnCount()))
        return ["" if text is None else str(text) for text in texts]
