"""What trainings would cost here, measured one after another a moment after the form has last changed."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel

from workbench.operations.estimate_cost import Cost
from workbench.operations.train_wish import TrainWish
from workbench.ui.jobs import Jobs
from workbench.ui.training_desk import TrainingDesk
from workbench.ui.translation import bytes_shown, duration, tr
from workbench.ui.widgets.text import label

_PAUSE = 400  # milliseconds without a change before it is measured
_WORTH_SAYING = 0.1  # of the whole time


class CostLine(QObject):
    """Keeps a label up to date; nothing is measured while something is being learned."""

    measured = Signal()

    def __init__(self, desk: TrainingDesk, jobs: Jobs) -> None:
        super().__init__()
        self.label: QLabel = label("", "muted", wrap=True)
        self._desk = desk
        self._jobs = jobs
        self._wishes: tuple[TrainWish, ...] = ()
        self._known: dict[str, tuple[TrainWish, Cost | None]] = {}  # None: it could not be measured.
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self._measure)

    def ask(self, wishes: Sequence[TrainWish]) -> None:
        """Say what these would cost together, each of another approach; nothing where there is none."""
        self._wishes = tuple(wishes)
        self._timer.stop()
        if self._missing():
            self._timer.start()
        self._say()

    def pause(self) -> None:
        """Measure nothing for now; the next `ask` begins anew."""
        self._timer.stop()
        # What goes on meanwhile may well prepare the images.
        self._known = {name: known for name, known in self._known.items() if not (known[1] and known[1].preparing)}
        if self._missing():
            self.label.setText("")

    def forget(self) -> None:
        """Take nothing that was measured for what it costs now: the project is another."""
        self._known = {}

    def knows(self, approach: str) -> bool:
        """Whether something of that approach was measured."""
        return approach in self._known

    def of(self, wish: TrainWish) -> Cost | None:
        """Return what a training costs, None while that is not known."""
        known = self._known.get(wish.approach)
        return known[1] if known is not None and known[0] == wish else None

    def _missing(self) -> TrainWish | None:
        return next((wish for wish in self._wishes if self._known.get(wish.approach, (None,))[0] != wish), None)

    def _measure(self) -> None:
        wish = self._missing()
        if wish is None:
            return
        if self._desk.is_busy:
            self.pause()
        elif self._jobs.listed:
            # Beside other work every step takes longer than it will.
            self._timer.start()
        else:
            owner = self.label  # It goes with the page, and after that nothing is to be told.
            self._desk.estimate(wish, owner, lambda cost: self._take(wish, cost), lambda error: self._take(wish, None))

    def _take(self, wish: TrainWish, cost: Cost | None) -> None:
        self._known[wish.approach] = (wish, cost)
        self.ask(self._wishes)
        self.measured.emit()

    def _say(self) -> None:
        costs = [cost for wish in self._wishes if (cost := self.of(wish)) is not None]
        if self._missing():
            self.label.setText(tr("Cost: measuring…"))
        elif not costs:
            self.label.setText("")
        else:
            # Whichever comes first prepares the images for all.
            preparing = max(cost.preparing for cost in costs)
            seconds = preparing + sum(cost.seconds for cost in costs)
            time = duration(seconds)
            # They run in turn: what matters is the largest.
            size = bytes_shown(max(cost.bytes for cost in costs))
            one = tr("About {time}, {size} here", time=time, size=size)
            many = tr("About {time} for all {number}, {size} here", time=time, number=len(costs), size=size)
            first = tr("{time} of it, once, until the images are ready", time=duration(preparing))
            text = one if len(self._wishes) == 1 else many
            self.label.setText(f"{text}; {first}" if preparing > _WORTH_SAYING * seconds else text)
