"""The approaches as cards to choose one from, grouped in families."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from workbench.operations.describe_approaches import ApproachDescription
from workbench.ui.theme import Theme
from workbench.ui.tokens import LARGE, MEDIUM, RADIUS, SMALL, TINY, mixed
from workbench.ui.translation import say, tr
from workbench.ui.widgets.text import Elided, label

_DOT = 14


class ApproachCard(QAbstractButton):
    """One approach: its name, what it does, and the paper it is from."""

    def __init__(self, approach: ApproachDescription, theme: Theme) -> None:
        super().__init__()
        self.approach = approach
        self._theme = theme
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        title, summary = say(approach.title), say(approach.summary)
        self.setAccessibleName(title)
        self.setAccessibleDescription(summary)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM + _DOT + SMALL, SMALL, MEDIUM, SMALL)
        column.setSpacing(TINY)
        paper = Elided(approach.paper, "small", cut=Qt.TextElideMode.ElideRight)
        for line in (label(title, "strong", wrap=True), label(summary, "small", wrap=True), paper):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(line)
        self.setToolTip(approach.paper)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(240, self.heightForWidth(240))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._column.totalHeightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colors, chosen = self._theme.colors, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = 0.05 if self.underMouse() and not chosen else 0.0
        ground = mixed(colors.panel, colors.accent if chosen else colors.text, 0.1 if chosen else over)
        marked = chosen or self.hasFocus()
        painter.setPen(QPen(QColor(colors.accent if marked else colors.line), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.setPen(QPen(QColor(colors.accent if chosen else colors.muted), 1.5))
        painter.setBrush(QColor(colors.panel))
        painter.drawEllipse(MEDIUM, SMALL + 2, _DOT, _DOT)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawEllipse(MEDIUM + 4, SMALL + 6, _DOT - 8, _DOT - 8)


class ApproachCards(QWidget):
    """One card for each approach, of which one is chosen; arrows go from card to card."""

    changed = Signal()

    def __init__(self, approaches: Sequence[ApproachDescription], theme: Theme) -> None:
        super().__init__()
        self.cards: dict[str, ApproachCard] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for family, title in _families().items():
            mine = [approach for approach in approaches if approach.family == family]
            if not mine:
                continue
            if self.cards:
                column.addSpacing(LARGE - SMALL)
            column.addWidget(label(title, "small"))
            for approach in mine:
                card = ApproachCard(approach, theme)
                self.cards[approach.name] = card
                self._group.addButton(card)
                column.addWidget(card)
        next(iter(self.cards.values())).setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)

    @property
    def chosen(self) -> ApproachDescription:
        """The approach chosen."""
        return next(card.approach for card in self.cards.values() if card.isChecked())

    def choose(self, name: str) -> None:
        """Choose the approach of that name; one that is not there changes nothing."""
        if name in self.cards:
            self.cards[name].setChecked(True)

    def _on_toggled(self, card: QAbstractButton, on: bool) -> None:
        if on:
            self.changed.emit()


def _families() -> dict[str, str]:
    return {
        "model": tr("Model-based"),
        "metric": tr("Metric-based"),
        "optimisation": tr("Optimisation-based"),
        "baseline": tr("Baselines"),
    }
