"""The list of imported folders: each with what it holds and a bar of the roles of its classes."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from workbench.operations.tasks.image_overview import ImageOverview
from workbench.operations.tasks.split_classes import WHAT_ROLES_MEAN
from workbench.operations.tasks.task_facts import TaskFacts
from workbench.ui.controls.text import plain
from workbench.ui.images.role_bar import paint_roles
from workbench.ui.images.roles import roles_in_words
from workbench.ui.images.task_rows import Index, TaskRows
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import BODY_TEXT, MEDIUM, RADIUS, SMALL, SMALL_TEXT, TINY, mixed
from workbench.ui.services.translation import say, tr

_ROW, _LINE = 58, 16
_BAR = 6
_BETWEEN = " · "


class TaskDelegate(QStyledItemDelegate):
    """Paints a folder: its name, what it holds, and the bar of roles where it has classes."""

    def __init__(self, rows: TaskRows, theme: Theme) -> None:
        super().__init__()
        self._rows = rows
        self._theme = theme
        self._tall = False  # What a folder holds takes a line for each kind of it.

    def fit(self, width: int) -> bool:
        """Use as many lines as rows of that width need to be whole; returns whether their number has changed."""
        wide = QFontMetrics(_small()).horizontalAdvance
        whole = (_BETWEEN.join(self._rows.details(row)) for row in range(self._rows.rowCount()))
        before, self._tall = self._tall, any(wide(text) > width - 2 * MEDIUM for text in whole)
        return before != self._tall

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's names
        return QSize(120, _ROW + _LINE if self._tall else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, colors = index.row(), self._theme.colors
        box: QRect = option.rect
        chosen = _is_selected(option)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(mixed(colors.panel, colors.accent, 0.18)))
            painter.drawRoundedRect(box.adjusted(TINY, 2, -TINY, -2), RADIUS - 2, RADIUS - 2)
        inner = box.adjusted(MEDIUM, SMALL, -MEDIUM, -SMALL)
        font = QFont(painter.font())
        font.setPixelSize(BODY_TEXT)
        font.setWeight(QFont.Weight.DemiBold)
        _line(painter, QRect(inner.left(), inner.top(), inner.width(), 18), self._rows.title(row), font, colors.text)
        color = colors.warn if self._rows.is_away(row) else colors.muted
        details = self._rows.details(row)
        for number, text in enumerate(details if self._tall else [_BETWEEN.join(details)]):
            below = QRect(inner.left(), inner.top() + 18 + number * _LINE, inner.width(), _LINE)
            _line(painter, below, text, _small(), color)
        counts = self._rows.roles(row)
        if any(counts.values()):
            paint_roles(painter, QRectF(inner.left(), inner.bottom() - _BAR + TINY, inner.width(), _BAR), counts)

    def helpEvent(  # noqa: N802
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), plain(self.tip(index.row())), view)
        return True

    def expect(self, task_id: int | None) -> None:
        """Choose a folder, or all, once the folders are shown."""
        self._task_id = task_id

    def tip(self, row: int) -> str:
        """Return the tooltip of a folder."""
        task, counts = self._rows.task(row), self._rows.roles(row)
        lines = [] if task is None else [str(task.folder)]
        if self._rows.is_away(row):
            lines.append(tr("This folder is missing. If it moved, locate it."))
        if any(counts.values()):
            lines += [roles_in_words(counts), say(WHAT_ROLES_MEAN)]
        elif task is not None:
            lines.append(tr("Unlabelled images."))
        return "\n\n".join(lines)


class TaskList(QListView):
    """Shows the folders; one is always chosen, that of all at first."""

    chosen = Signal()  # Another folder was chosen.

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = TaskRows()
        self._task_id: int | None = None
        self.setModel(self.rows)
        self._delegate = TaskDelegate(self.rows, theme)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(tr("Imported folders"))
        theme.changed.connect(self.viewport().update)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.setCurrentIndex(self.rows.index(0))

    @property
    def task(self) -> TaskFacts | None:
        """The folder chosen; None for all of them."""
        return self.rows.task(self.currentIndex().row())

    def show_overview(self, overview: ImageOverview) -> None:
        """Show the folders as they are now; the one chosen stays so while it is there."""
        task_id, scrolled = self._task_id, self.verticalScrollBar().value()
        self.rows.show(overview)
        self._fit()
        self.choose(task_id)
        self.verticalScrollBar().setValue(scrolled)

    def choose(self, task_id: int | None) -> None:
        """Choose a folder, or all."""
        self.setCurrentIndex(self.rows.index(self.rows.row_of(task_id)))

    def expect(self, task_id: int | None) -> None:
        """Choose a folder, or all, once the folders are shown."""
        self._task_id = task_id

    def tip(self, row: int) -> str:
        """Return the tooltip of a folder."""
        return self._delegate.tip(row)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._delegate.fit(self.viewport().width()):
            self.scheduleDelayedItemsLayout()

    def _on_current(self) -> None:
        task = self.task
        number = None if task is None else task.id
        if number != self._task_id:
            self._task_id = number
            self.chosen.emit()


def _is_selected(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def _small() -> QFont:
    font = QFont()
    font.setPixelSize(SMALL_TEXT)
    return font


def _line(painter: QPainter, box: QRect, text: str, font: QFont, color: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(color))
    # At the end: of a number, its last digits alone would be another number.
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
