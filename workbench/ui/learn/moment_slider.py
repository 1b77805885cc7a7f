"""A slider back through the time of a training: earlier moments from the left, the newest at the right end."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from workbench.ui.controls.text import label, set_tooltip
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.translation import tr

_LEAST = 2  # moments that are worth a slider


class MomentSlider(QWidget):
    """Lets the person choose an earlier moment; at its right end it stays with the newest, whatever comes."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._episodes: tuple[int, ...] = ()
        self._newest = ""
        self._chosen: int | None = None
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Moment of the training that is shown"))
        set_tooltip(self.slider, tr("Drag to the left to see earlier moments of this training."))
        self.words = label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(label(tr("Moment"), "small"))
        row.addWidget(self.slider, 1)
        row.addWidget(self.words)
        self.slider.valueChanged.connect(self._on_value)
        self.slider.sliderReleased.connect(self._renew)
        self.setEnabled(False)

    @property
    def episode(self) -> int | None:
        """After how many episodes the moment is that was chosen; None at the right end, where the newest is shown."""
        return self._chosen

    def forget(self) -> None:
        """Go to the right end: another run is shown."""
        self._chosen = None
        self.show_moments((), "")

    def show_moments(self, episodes: Sequence[int], newest: str) -> None:
        """Offer the moments after so many episodes each, earliest first; `newest` is the word for the last of them."""
        self._episodes, self._newest = tuple(episodes), newest
        # The handle must not move under the pointer that drags it.
        if not self.slider.isSliderDown():
            self._renew()

    def _renew(self) -> None:
        # At its right end also where there is nothing to choose.
        last = max(1, len(self._episodes) - 1)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, last)
            self.slider.setPageStep(max(1, last // 10))
            self.slider.setValue(last if self._chosen is None else self._nearest(self._chosen))
        self.setEnabled(len(self._episodes) >= _LEAST)
        self._say()

    def _nearest(self, episode: int) -> int:
        # Of the moments that are kept, some go while others come.
        return min(range(len(self._episodes)), key=lambda index: abs(self._episodes[index] - episode), default=0)

    def _on_value(self, value: int) -> None:
        self._chosen = self._episodes[value] if value < len(self._episodes) - 1 else None
        self._say()
        self.moved.emit()

    def _say(self) -> None:
        newest = self._newest if self._episodes else ""
        shown = newest if self._chosen is None else tr("after {count} episodes", count=self._chosen)
        self.words.setText(shown)
        # As wide for every moment, so that the slider keeps its length.
        latest = tr("after {count} episodes", count=self._episodes[-1] if self._episodes else 0)
        wide = self.words.fontMetrics().horizontalAdvance
        self.words.setMinimumWidth(max(wide(self._newest), wide(latest)))
