"""What a training would cost here, measured a moment after the form has last changed."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from workbench.operations.estimate_cost import Cost
from workbench.operations.train_wish import TrainWish
from workbench.ui.jobs import Jobs
from workbench.ui.training_desk import TrainingDesk
from workbench.ui.translation import bytes_shown, duration, tr
from workbench.ui.widgets.text import label

_PAUSE = 400  # milliseconds without a change before it is measured


class CostLine:
    """Keeps a label up to date; nothing is measured while something is being learned."""

    def __init__(self, desk: TrainingDesk, jobs: Jobs) -> None:
        self.label: QLabel = label("", "muted", wrap=True)
        self._desk = desk
        self._jobs = jobs
        self._wish: TrainWish | None = None
        self._measured: TrainWish | None = None  # What the words are about.
        self._timer = QTimer(self.label, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self._measure)

    def ask(self, wish: TrainWish | None) -> None:
        """Say what this would cost; None where it cannot be done."""
        self._wish = wish
        if wish is None:
            self._timer.stop()
            self._say("")
        elif wish != self._measured:
            self._say(tr("Cost: measuring…"))
            self._timer.start()

    def pause(self) -> None:
        """Measure nothing for now; the next `ask` begins anew."""
        self._timer.stop()
        if self._measured is None:
            self.label.setText("")

    def _measure(self) -> None:
        if self._wish is None or self._desk.is_busy:
            self.pause()
            return
        if self._jobs.listed:
            # Beside other work every step takes longer than it will.
            self._timer.start()
            return
        wish = self._wish

        def done(cost: Cost) -> None:
            self._measured = wish
            words = tr("About {time}, {size} here", time=duration(cost.seconds), size=bytes_shown(cost.bytes))
            self.label.setText(words)

        self._desk.estimate(wish, self.label, done, lambda error: self._say(""))

    def _say(self, text: str) -> None:
        self._measured = None
        self.label.setText(text)
