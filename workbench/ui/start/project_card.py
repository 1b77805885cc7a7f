"""A recent project as a card: a few of its pictures, its name, how much is in it, and when it was opened last."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.controls.text import Elided, icon_button, set_kind, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import BODY_TEXT, MEDIUM, SMALL, TINY, mixed
from workbench.ui.services.translation import say, tr

if TYPE_CHECKING:
    from workbench.operations.project.kept_summary import ProjectGlance, ProjectSummary

LEAST_WIDTH = 240
_PICTURES = 4
_SIDE = 52  # pixels of a picture
_DOT = " · "


@dataclass(frozen=True)
class CardContent:
    """What a card shows of a project; without a glance nothing is known yet but its name."""

    glance: "ProjectGlance | None" = None
    pictures: tuple[QImage, ...] = ()


class ProjectCard(QFrame):
    """Opens a project on a click, and takes it out of the list by the cross in its corner."""

    open_requested = Signal()
    forget_requested = Signal()

    def __init__(self, name: str, folder: str, opened: str, theme: Theme) -> None:
        super().__init__()
        set_kind(self, "panel")
        self.pictures = _PictureRow(theme)
        self.name = _NameButton(name)
        self.name.clicked.connect(self.open_requested)
        forget = icon_button(theme.icon("close"), tr("Remove {name} from this list", name=name))
        forget.clicked.connect(self.forget_requested)
        self.counts = Elided("", "small", cut=Qt.TextElideMode.ElideRight)
        self.place = Elided(_DOT.join(text for text in (opened, folder) if text), "small")
        named = QHBoxLayout()
        named.setSpacing(TINY)
        named.addWidget(self.name, 1)
        named.addWidget(forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, SMALL, MEDIUM)
        column.setSpacing(TINY)
        column.addWidget(self.pictures)
        column.addLayout(named)
        for line in (self.counts, self.place):
            line.setIndent(SMALL)  # Below the text of the name.
            line.setFixedHeight(BODY_TEXT + TINY + 1)  # The same for every kind of words.
            column.addWidget(line)
        self.show_content(CardContent())

    def show_content(self, content: CardContent) -> None:
        """Show what is known of the project."""
        glance = content.glance
        trouble = say(glance.trouble) if glance is not None and glance.trouble is not None else ""
        summary = glance.summary if glance is not None else None
        self.name.setEnabled(glance is None or glance.is_there)
        self.setCursor(Qt.CursorShape.PointingHandCursor if self.name.isEnabled() else Qt.CursorShape.ArrowCursor)
        set_kind(self.counts, "warn" if trouble else "small")
        # A space, so that the line is there before anything is known.
        self.counts.setText(trouble or (counts_of(summary) if summary is not None else " "))
        self.pictures.show_pictures(content.pictures, dimmed=bool(trouble))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self.name.isEnabled():
            self.open_requested.emit()


class _NameButton(QPushButton):
    """Shows a name, cut where there is no room, without making its card wider."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._name = name
        self.setProperty("kind", "flat")
        self.setAccessibleName(name)
        set_tooltip(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        room = self.width() - 2 * (SMALL + 1)
        self.setText(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, room))


class _PictureRow(QWidget):
    """Paints a few square pictures, and places for those to come."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pictures: tuple[QPixmap, ...] = ()
        self._dimmed = False
        self.setFixedHeight(_SIDE)

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return len(self._pictures)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_PICTURES * (_SIDE + TINY) - TINY, _SIDE)

    def show_pictures(self, pictures: Sequence[QImage], *, dimmed: bool) -> None:
        """Show other pictures; dimmed where the project cannot be opened."""
        self._pictures, self._dimmed = tuple(map(QPixmap.fromImage, pictures)), dimmed
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        colors = self._theme.colors
        for place in range(_PICTURES):
            box = QRect(place * (_SIDE + TINY), 0, _SIDE, _SIDE)
            painter.fillRect(box, QColor(mixed(colors.panel, colors.text, 0.06)))
            if place < len(self._pictures):
                painter.setOpacity(0.4 if self._dimmed else 1.0)
                painter.drawPixmap(box, self._pictures[place], _middle(self._pictures[place].size()))
                painter.setOpacity(1.0)
        painter.end()


def counts_of(summary: "ProjectSummary") -> str:
    """Return how much is in a project in words."""
    if not summary.images:
        return tr("no images yet")
    parts = [tr("{count} images", count=summary.images)]
    parts += [tr("{count} classes", count=summary.classes)] if summary.classes else []
    parts += [tr("{count} labels", count=summary.labels)] if summary.labels else []
    return _DOT.join(parts)


def opened_words(seconds: int) -> str:
    """Return when a project was opened last, in words; empty where that is not known (0)."""
    if not seconds:
        return ""
    date = QDateTime.fromSecsSinceEpoch(seconds).date()
    days = date.daysTo(QDateTime.currentDateTime().date())
    if days <= 0:
        return tr("opened today")
    if days == 1:
        return tr("opened yesterday")
    return tr("opened {date}", date=QLocale().toString(date, "d MMM yyyy"))


def _middle(size: QSize) -> QRect:
    """Return the largest square in the middle of a picture."""
    side = min(size.width(), size.height())
    return QRect((size.width() - side) // 2, (size.height() - side) // 2, side, side)
