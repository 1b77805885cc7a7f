"""The approaches as cards to choose one from, or several to train in turn, grouped in families."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.operations.runs.describe_approaches import ApproachDescription
from workbench.ui.controls.text import label, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import MEDIUM, RADIUS, SMALL, TINY, mixed
from workbench.ui.services.translation import say, tr

_PICTURE = 36
_HEIGHT = 46


@dataclass(frozen=True)
class FamilyWords:
    """A family of approaches: its name, and in a sentence what its picture shows."""

    title: str
    idea: str


class ApproachCard(QAbstractButton):
    """One approach: the picture of its family, its name, and what it costs here where that is known."""

    def __init__(self, approach: ApproachDescription, family: FamilyWords, theme: Theme) -> None:
        super().__init__()
        self.approach = approach
        self._theme = theme
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        title, summary = say(approach.title), say(approach.summary)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join((family.idea, summary, say(approach.choose_when), say(approach.cannot))))
        set_tooltip(self, summary)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PICTURE + 2 * SMALL, 0, SMALL, 0)
        row.setSpacing(SMALL)
        self.title = label(title, wrap=True)
        self.cost = label("", "small")
        for line in (self.title, self.cost):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self.title, 1)
        row.addWidget(self.cost)
        # The same for a name of one line and of two.
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(240, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colors, chosen = self._theme.colors, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked_out = chosen or self.hasFocus()
        painter.setPen(QPen(QColor(colors.accent if marked_out else colors.line), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(colors.panel))
        if chosen:
            painter.setBrush(QColor(mixed(colors.panel, colors.accent, 0.14)))
        elif self.underMouse():
            painter.setBrush(QColor(mixed(colors.panel, colors.text, 0.05)))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS - 2, RADIUS - 2)
        picture = QRect(SMALL, (self.height() - _PICTURE) // 2, _PICTURE, _PICTURE)
        color = colors.accent if chosen else colors.muted
        self._theme.icon(f"family_{self.approach.family}", color).paint(painter, picture)


class ApproachCards(QWidget):
    """One card for each approach, of which one is chosen and `opened` beneath; arrows go from card to card.

    Where several are to be trained each card has a box to tick as well; the one that is chosen is then the one whose
    options are shown.
    """

    changing = Signal(object)  # This card (QWidget) is chosen now; what lies below it is about to move.
    changed = Signal()  # Another is chosen.
    ticked = Signal()  # Another set of approaches is to be trained.

    def __init__(self, approaches: Sequence[ApproachDescription], theme: Theme, opened: QWidget) -> None:
        super().__init__()
        self._opened = opened
        self._below: dict[str, QVBoxLayout] = {}
        self.cards: dict[str, ApproachCard] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self._group = QButtonGroup(self)
        self.several = QCheckBox(tr("Train several in turn"))
        set_tooltip(self.several, tr("One after another on the same episodes, so that they can be compared."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.several)
        for key, family in _families().items():
            mine = [approach for approach in approaches if approach.family == key]
            if mine:
                column.addSpacing(MEDIUM)
                column.addWidget(label(family.title, "strong"))
                column.addWidget(label(family.idea, "small", wrap=True))
            for approach in mine:
                column.addSpacing(TINY)
                column.addLayout(self._row_of(approach, family, theme))
                below = self._below[approach.name] = QVBoxLayout()
                column.addLayout(below)
        self.cards[approaches[0].name].setChecked(True)
        self._open()
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

    def _row_of(self, approach: ApproachDescription, family: FamilyWords, theme: Theme) -> QHBoxLayout:
        card = self.cards[approach.name] = ApproachCard(approach, family, theme)
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
            self.changing.emit(card)
            self._let_tab_reach_the_chosen()
            self._open()
            self.changed.emit()

    def _open(self) -> None:
        """Move what is opened beneath the card that is chosen."""
        for below in self._below.values():
            below.removeWidget(self._opened)
        self._below[self.chosen.name].addWidget(self._opened)

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
        for box in self.boxes.values():
            box.setVisible(on)
        if on and not any(box.isChecked() for box in self.boxes.values()):
            self.boxes[self.chosen.name].setChecked(True)
        self.ticked.emit()


def _families() -> dict[str, FamilyWords]:
    once = tr("A network is trained once; new classes get a last layer of their own.")
    return {
        "model": FamilyWords(tr("Model-based"), tr("A network with a memory reads the examples.")),
        "metric": FamilyWords(tr("Metric-based"), tr("Images are compared, and the most similar class wins.")),
        "optimisation": FamilyWords(tr("Optimisation-based"), tr("The network adapts to the examples in a few steps.")),
        "baseline": FamilyWords(tr("Baselines"), once),
    }
