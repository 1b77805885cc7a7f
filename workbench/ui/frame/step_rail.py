"""The rail at the left: the project's name, the five steps, and below them jobs, device and settings."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from workbench.ui.controls.text import Elided, button, plain, rule, set_tooltip
from workbench.ui.look.icons import pixmap
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import MEDIUM, RAIL_WIDTH, SMALL, TINY
from workbench.ui.services.translation import tr


class StepButton(QPushButton):
    """One step: its number and name, and at the right whether it is done, running or waits for something."""

    def __init__(self, number: int, key: str, name: str, theme: Theme) -> None:
        super().__init__(f"{number}  {name}")
        self.key = key
        self.name = name
        self._theme = theme
        self._sign = QLabel(self)
        self.waits_for = ""
        self._state = ""
        self.setProperty("kind", "step")
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setIconSize(QSize(16, 16))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SMALL, 0)
        row.addStretch(1)
        row.addWidget(self._sign)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._paint_sign)
        self._paint_sign()

    def show_state(self, *, done: bool, running: bool, waits_for: str) -> None:
        """Show whether the step is done or running, and what it waits for."""
        state = "running" if running else "lock" if waits_for else "done" if done else ""
        if (state, waits_for) == (self._state, self.waits_for):
            return  # Asked whenever a job begins or ends, and a style takes long to apply.
        self.waits_for = waits_for
        self._state = state
        words = {"running": tr("running"), "lock": waits_for, "done": tr("done"), "": ""}[self._state]
        set_tooltip(self, waits_for)
        self.setAccessibleName(f"{self.name}, {words}" if words else self.name)
        self.setProperty("locked", "true" if waits_for else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self._paint_sign()

    def _paint_sign(self) -> None:
        colors = self._theme.colors
        self.setIcon(self._theme.icon(self.key, colors.muted if self.waits_for else None))
        if self._state == "running":
            self._sign.setPixmap(_dot(colors.accent))
        elif self._state:
            color = colors.good if self._state == "done" else colors.muted
            self._sign.setPixmap(_at_16(self._state, color))
        else:
            self._sign.clear()


class StepRail(QWidget):
    """Lets the person go to any step that can run; a locked one says what it waits for."""

    requested = Signal(str)
    playground_requested = Signal()
    refused = Signal(str)  # What a locked step waits for.

    def __init__(self, project: str, steps: Sequence[tuple[str, str]], theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(RAIL_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, MEDIUM, SMALL, MEDIUM)
        column.setSpacing(TINY)
        self.name = Elided(project, "section")
        self.name.setIndent(SMALL)
        column.addWidget(self.name)
        column.addSpacing(SMALL)
        self.steps: dict[str, StepButton] = {}
        for number, (key, name) in enumerate(steps, 1):
            step = StepButton(number, key, name, theme)
            step.clicked.connect(lambda checked=False, step=step: self._clicked(step))
            self.steps[key] = step
            column.addWidget(step)
        column.addSpacing(SMALL)
        column.addWidget(rule())
        column.addSpacing(SMALL)
        self.playground = rail_button(tr("Playground"), theme, "playground")
        set_tooltip(self.playground, tr("See what learning to learn is, with a few points and no images."))
        self.playground.clicked.connect(self.playground_requested)
        column.addWidget(self.playground)
        column.addStretch(1)
        self.below = QVBoxLayout()
        self.below.setSpacing(TINY)
        column.addLayout(self.below)

    def show_page(self, key: str) -> None:
        """Mark the step whose page is shown."""
        was_here = any(step.hasFocus() for step in self.steps.values())
        for step in self.steps.values():
            step.setChecked(step.key == key)
        if was_here:
            self.steps[key].setFocus()
        self._current = key

    def _clicked(self, step: StepButton) -> None:
        self.show_page(self._current)
        if step.waits_for:
            # A click is answered at once, where the person is looking.
            QToolTip.showText(step.mapToGlobal(step.rect().bottomLeft()), plain(step.waits_for), step)
            self.refused.emit(step.waits_for)
        else:
            self.requested.emit(step.key)


def rail_button(text: str, theme: Theme, meaning: str) -> QPushButton:
    """Return a flat button for the rail's lower part."""
    widget = button(text, flat=True, icon=theme.icon(meaning))
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return widget


def _dot(color: str) -> QPixmap:
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(color))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(8, 8, 16, 16)
    painter.end()
    picture.setDevicePixelRatio(2)
    return picture


def _at_16(meaning: str, color: str) -> QPixmap:
    picture = pixmap(meaning, color, 32).copy()
    picture.setDevicePixelRatio(2)
    return picture
