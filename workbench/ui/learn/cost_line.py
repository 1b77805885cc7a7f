"""What trainings would cost here, measured one after another, shortly after the last change of the form."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel

from workbench.operations.runs.planning.cost_estimate import Cost
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.controls.header_words import HeaderWords
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.training_controller import TrainingController
from workbench.ui.services.translation import bytes_shown, duration, tr

_PAUSE = 400  # milliseconds without a change before it is measured
_WORTH_SAYING = 0.1  # of the whole time


class CostLine(QObject):
    """Keeps a label up to date; nothing is measured while something is being learned."""

    measured = Signal()

    def __init__(self, controller: TrainingController, jobs: Jobs) -> None:
        super().__init__()
        self.label: QLabel = HeaderWords("muted")
        self._controller = controller
        self._jobs = jobs
        self._requests: tuple[TrainingRequest, ...] = ()
        self._known: dict[str, tuple[TrainingRequest, Cost | None]] = {}  # None: it could not be measured.
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self._measure)

    def ask(self, requests: Sequence[TrainingRequest]) -> None:
        """Show what these would cost together, each of another approach; nothing where there is none."""
        self._requests = tuple(requests)
        self._timer.stop()
        if self._missing():
            self._timer.start()
        self._say()

    def promise(self, seconds: float | None) -> None:
        """Say how long it takes at most, where that is decided and not measured; nothing for None."""
        self.ask(())
        self.label.setText(tr("At most {time}", time=duration(seconds)) if seconds is not None else "")

    def pause(self) -> None:
        """Stop measuring until the next `ask`, which starts anew."""
        self._timer.stop()
        # The work that runs meanwhile may prepare the images.
        self._known = {name: known for name, known in self._known.items() if not (known[1] and known[1].preparing)}
        if self._missing():
            self.label.setText("")

    def forget(self) -> None:
        """Forget all measurements: the project has changed."""
        self._known = {}

    def knows(self, approach: str) -> bool:
        """Whether something of that approach was measured."""
        return approach in self._known

    def of(self, request: TrainingRequest) -> Cost | None:
        """Return the cost of a training, None while that is unknown."""
        known = self._known.get(request.approach)
        return known[1] if known is not None and known[0] == request else None

    def _missing(self) -> TrainingRequest | None:
        return next(
            (request for request in self._requests if self._known.get(request.approach, (None,))[0] != request), None
        )

    def _measure(self) -> None:
        request = self._missing()
        if request is None:
            return
        if self._controller.is_busy:
            self.pause()
        elif self._jobs.listed:
            # While other work runs, every step takes longer than it will in the training.
            self._timer.start()
        else:
            owner = self.label  # It is deleted with the page, and with it the receiver of the result.
            self._controller.estimate(
                request, owner, lambda cost: self._take(request, cost), lambda error: self._take(request, None)
            )

    def _take(self, request: TrainingRequest, cost: Cost | None) -> None:
        self._known[request.approach] = (request, cost)
        self.ask(self._requests)
        self.measured.emit()

    def _say(self) -> None:
        costs = [cost for request in self._requests if (cost := self.of(request)) is not None]
        if self._missing():
            self.label.setText(tr("Estimating cost…"))
        elif not costs:
            self.label.setText("")
        else:
            # Whichever comes first prepares the images for all.
            preparing = max(cost.preparing for cost in costs)
            seconds = preparing + sum(cost.seconds for cost in costs)
            time = duration(seconds)
            # They run in turn: what matters is the largest.
            size = bytes_shown(max(cost.bytes for cost in costs))
            one = tr("About {time}, {size} of memory", time=time, size=size)
            many = tr("About {time} for all {number}, {size} of memory", time=time, number=len(costs), size=size)
            first = tr("{time} of it to prepare the images, once", time=duration(preparing))
            text = one if len(self._requests) == 1 else many
            self.label.setText(f"{text}; {first}" if preparing > _WORTH_SAYING * seconds else text)
