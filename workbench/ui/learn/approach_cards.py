"""The approaches as rows to choose one from, or several to train in turn, grouped in families."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.operations.runs.describe_approaches import ApproachDescription
from workbench.ui.controls.text import Elided, label, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import RADIUS, SMALL, TINY, mixed
from workbench.ui.services.translation import say, tr

_DOT = 14
_HEIGHT = 28


class ApproachCard(QAbstractButton):
    """One approach: its name, and what it costs here where that is known."""

    def __init__(self, approach: ApproachDescription, theme: Theme) -> None:
        super().__init__()
        self.approach = approach
        self._theme = theme
        self._dotted = True
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        title, summary = say(approach.title), say(approach.summary)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join((summary, say(approach.choose_when), say(approach.cannot))))
        set_tooltip(self, summary)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(SMALL)
        self.title = Elided(title, cut=Qt.TextElideMode.ElideRight)
        self.cost = label("", "small")
        for line in (self.title, self.cost):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.cost)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_dot(True)
        theme.changed.connect(self.update)

    def show_dot(self, dotted: bool) -> None:
        """Show the dot of a choice of one, or none where boxes are ticked."""
        self._dotted = dotted
        self._row.setContentsMargins(2 * SMALL + _DOT if dotted else TINY, 0, SMALL, 0)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(240, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colors, chosen = self._theme.colors, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(QColor(mixed(colors.page, colors.accent, 0.14)))
        elif self.underMouse():
            painter.setBrush(QColor(mixed(colors.page, colors.text, 0.05)))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS - 2, RADIUS - 2)
        if self._dotted:
            self._paint_dot(painter)

    def _paint_dot(self, painter: QPainter) -> None:
        colors, chosen, top = self._theme.colors, self.isChecked(), (self.height() - _DOT) // 2
        painter.setPen(QPen(QColor(colors.accent if chosen else colors.muted), 1.5))
        painter.setBrush(QColor(colors.panel))
        painter.drawEllipse(SMALL, top, _DOT, _DOT)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawEllipse(SMALL + 4, top + 4, _DOT - 8, _DOT - 8)


class ApproachCards(QWidget):
    """One row for each approach, of which one is chosen; arrows go from row to row.

    Where several are to be trained each row has a box to tick as well; the row that is chosen is then the one whose
    options are shown.
    """

    changed = Signal()  # Another is chosen.
    ticked = Signal()  # Another set of approaches is to be trained.

    def __init__(self, approaches: Sequence[ApproachDescription], theme: Theme) -> None:
        super().__init__()
        self.cards: dict[str, ApproachCard] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self._group = QButtonGroup(self)
        self.several = QCheckBox(tr("Train several in turn"))
        set_tooltip(self.several, tr("One after another on the same episodes, so that they can be compared."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.several)
        for family, title in _families().items():
            mine = [approach for approach in approaches if approach.family == family]
            if mine:
                column.addSpacing(SMALL)
                column.addWidget(label(title, "small"))
                column.addSpacing(TINY // 2)
            for approach in mine:
                column.addLayout(self._row_of(approach, theme))
        self.cards[approaches[0].name].setChecked(True)
        self._let_tab_reach_the_chosen()
        self._group.buttonToggled.connect(self._on_toggled)
        self.several.toggled.connect(self._on_several)

    @property
    def chosen(self) -> ApproachDescription:
        """The approach chosen."""
        return next(card.approach for card in self.cards.values() if card.isChecked())

    @property
    def trained(self) -> tuple[ApproachDescription, ...]:
        """The approaches to train: those that are ticked, or the one that is chosen where only one is trained."""
        if not self.several.isChecked():
            return (self.chosen,)
        return tuple(card.approach for name, card in self.cards.items() if self.boxes[name].isChecked())

    def choose(self, name: str) -> None:
        """Choose the approach of that name; one that is not there changes nothing."""
        if name in self.cards:
            self.cards[name].setChecked(True)

    def tick(self, names: Sequence[str]) -> None:
        """Let several be trained, with those ticked."""
        self.several.setChecked(True)
        for name, box in self.boxes.items():
            box.setChecked(name in names)

    def show_costs(self, costs: Mapping[str, str]) -> None:
        """Show what the approaches of these names cost, and of no other."""
        for name, card in self.cards.items():
            card.cost.setText(costs.get(name, ""))

    def _row_of(self, approach: ApproachDescription, theme: Theme) -> QHBoxLayout:
        card = self.cards[approach.name] = ApproachCard(approach, theme)
        self._group.addButton(card)
        box = self.boxes[approach.name] = QCheckBox()
        box.setAccessibleName(tr("Train {approach}", approach=say(approach.title)))
        box.hide()
        box.toggled.connect(lambda on: self._on_ticked(card, on))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(box)
        row.addWidget(card, 1)
        return row

    def _on_toggled(self, card: QAbstractButton, on: bool) -> None:
        if on:
            self._let_tab_reach_the_chosen()
            self.changed.emit()

    def _let_tab_reach_the_chosen(self) -> None:
        # By default Tab reaches only the first button of a group.
        for card in self.cards.values():
            policies = Qt.FocusPolicy
            card.setFocusPolicy(policies.StrongFocus if card.isChecked() else policies.ClickFocus)

    def _on_ticked(self, card: ApproachCard, on: bool) -> None:
        if on:
            card.setChecked(True)
        self.ticked.emit()

    def _on_several(self, on: bool) -> None:
        for name, box in self.boxes.items():
            box.setVisible(on)
            self.cards[name].show_dot(not on)
        if on and not any(box.isChecked() for box in self.boxes.values()):
            self.boxes[self.chosen.name].setChecked(True)
        self.ticked.emit()


def _families() -> dict[str, str]:
    return {
        "model": tr("Model-based"),
        "metric": tr("Metric-based"),
        "optimisation": tr("Optimisation-based"),
        "baseline": tr("Baselines"),
    }
