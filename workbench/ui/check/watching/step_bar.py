"""The steps of a trace: a slider, and buttons forward and back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from workbench.ui.controls.text import Elided, button
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.translation import tr


class StepBar(QWidget):
    """Chooses one of the steps; Ctrl with the arrows goes forward and back wherever the focus is in `around`."""

    moved = Signal(int)

    def __init__(self, around: QWidget) -> None:
        super().__init__()
        self._titles: tuple[str, ...] = ()
        self.back = button(tr("Back"))
        self.forward = button(tr("Forward"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(60)
        self.slider.setAccessibleName(tr("Step"))
        self.words = Elided("", "small", cut=Qt.TextElideMode.ElideRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.back)
        row.addWidget(self.slider, 1)
        row.addWidget(self.forward)
        row.addWidget(self.words, 1)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        self.slider.valueChanged.connect(self._on_value)
        for keys, act in (("Ctrl+Left", self.go_back), ("Ctrl+Right", self.go_forward)):
            shortcut = QShortcut(QKeySequence(keys), around)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @property
    def step(self) -> int:
        """The step that is shown, from 0."""
        return self.slider.value()

    def show_steps(self, titles: Sequence[str], step: int) -> None:
        """Offer these steps, and go to one of them, or to the last."""
        self._titles = tuple(titles)
        self.slider.setRange(0, max(0, len(titles) - 1))
        self.slider.setValue(min(step, len(titles) - 1))
        self._renew()

    def go_back(self) -> None:
        """Show the step before."""
        self.slider.setValue(self.step - 1)

    def go_forward(self) -> None:
        """Show the next step."""
        self.slider.setValue(self.step + 1)

    def _on_value(self, step: int) -> None:
        self._renew()
        self.moved.emit(step)

    def _renew(self) -> None:
        self.back.setEnabled(self.step > 0)
        self.forward.setEnabled(self.step < self.slider.maximum())
        if self._titles:
            title = self._titles[self.step]
            self.words.setText(
                tr("{step} of {steps}: {title}", step=self.step + 1, steps=len(self._titles), title=title)
            )
            self.slider.setAccessibleDescription(self.words.text())
