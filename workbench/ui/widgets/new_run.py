"""The left side of the page Learn: the form of a new run, whether it can begin, and what it would cost."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workbench.errors import UserError
from workbench.operations.describe_approaches import describe_approaches, describe_encoders, describe_names
from workbench.operations.devices import DeviceFacts, describe_device
from workbench.operations.train_objection import why_not_train
from workbench.operations.train_wish import TrainWish
from workbench.ui.bench import Bench
from workbench.ui.jobs import Report
from workbench.ui.tokens import SMALL
from workbench.ui.translation import say, tr
from workbench.ui.widgets.cost_line import CostLine
from workbench.ui.widgets.tab_order import tab_in_layout_order
from workbench.ui.widgets.text import label, set_kind
from workbench.ui.widgets.training_form import TrainingChoices, TrainingForm
from workbench.words import Message, marked, message

_PAUSE = 120  # milliseconds: keys typed in one go are one change
_DEVICES = ("auto", "cpu", "cuda", "mps")


class NewRun(QWidget):
    """Offers the form once torch is loaded; what is chosen stays on the desk while pages come and go."""

    loaded = Signal()
    judged = Signal(object)  # Why it cannot begin: a sentence, empty while that is being found out, None where it can.

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.form: TrainingForm | None = None
        self.titles: dict[str, str] = {}
        self.cost = CostLine(bench.training, bench.jobs)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._loading = label(tr("Loading the learning library…"), "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._loading)
        column.addWidget(self.area, 1)
        column.addWidget(self.cost.label)
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self._judge)
        bench.changes.tasks_changed.connect(self.ask_again)
        bench.jobs.start(tr("Look at the approaches"), _choices, owner=self, done=self._take_choices)

    def wish(self) -> TrainWish | None:
        """Return what is chosen, None while there is no form yet."""
        return self.form.wish() if self.form is not None else None

    def show_wish(self, wish: TrainWish) -> None:
        """Fill the form."""
        if self.form is not None:
            self.form.show_wish(wish)

    def ask_again(self) -> None:
        """Find out anew whether it can begin and what it would cost."""
        if self.form is not None:
            self._timer.start()

    def leave(self) -> None:
        """Ask nothing any more: the project is about to be closed."""
        self._timer.stop()
        self.cost.pause()

    def _take_choices(self, choices: TrainingChoices) -> None:
        self.titles = {name: say(called) for name, called in choices.names.items()}
        self.form = TrainingForm(choices, self._bench.theme)
        set_kind(self.form, "inside")
        self._loading.hide()
        self.area.setWidget(self.form)
        tab_in_layout_order(self.form, self.area)
        if self._bench.training.draft is not None:
            self.form.show_wish(self._bench.training.draft)
        self.form.changed.connect(self._on_changed)
        self.loaded.emit()
        self._judge()

    def _on_changed(self) -> None:
        self._bench.training.draft = self.wish()
        # What was found out last holds until it is looked at again: a quick hand finds Start where it was.
        self._timer.start()

    def _judge(self) -> None:
        wish = self.wish()
        if wish is None:
            return

        def done(reason: Message | None) -> None:
            self.judged.emit(say(reason) if reason is not None else None)
            if self._bench.training.is_busy:
                self.cost.pause()
            else:
                self.cost.ask(wish if reason is None else None)

        self._bench.jobs.start(
            tr("Check whether it can begin"),
            lambda report: why_not_train(self._bench.project, wish),
            owner=self,
            done=done,
            newest="objection",
        )


def _choices(report: Report) -> TrainingChoices:
    report.report(None, message(marked("Loading the learning library")))
    devices: dict[str, DeviceFacts] = {}
    for name in _DEVICES:
        try:
            devices[name] = describe_device(name)
        except UserError:
            continue
    return TrainingChoices(describe_approaches(), describe_encoders(), describe_names(), devices)
